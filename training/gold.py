"""Gold names and coreference of texts without statements, as lessons."""

from collections.abc import Iterator

from evaluation.annotated import Document
from evaluation.gum import gum
from evaluation.litbank import litbank
from evaluation.wikigold import wikigold
from onrecord import Span
from onrecord.read.network.mentions import ENTITIES
from training.lessons import Lesson, core, names


def other_lessons() -> Iterator[Lesson]:
    """GUM's train part, wikigold and LitBank."""
    for part in gum("train"):
        yield Lesson(part.id, part.text, None, entities=names(part), groups=groups(part))
    for part in wikigold():
        yield Lesson(part.id, part.text, None, entities=names(part))
    for part in litbank():
        yield Lesson(part.id, part.text, None, groups=groups(part))


def groups(document: Document) -> tuple[tuple[Span, ...], ...]:
    """The mentions of each person, body and place, and of whatever else is mentioned again."""
    return tuple(
        tuple(map(core, cluster))
        for cluster in document.clusters
        if len(cluster) > 1 or any(m.kind in ENTITIES for m in cluster)
    )
