"""All that is printed: the examples of this project, their copies, look-alikes, and forms filled in."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from evaluation.reprints.copies import COPIES
from evaluation.reprints.forms import FORMS
from evaluation.reprints.lookalikes import TRAPS
from evaluation.reprints.parts import parts
from onrecord.article import Article
from onrecord.ingest import article_from_text

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
# A cut from the middle of an article and a background taken from there are the same paragraphs in truth.
SHARED = [{"middle 40 %", "series"}, {"middle 40 %", "short update"}, {"series", "short update"}]


class Printed(NamedTuple):
    """An article, the base that it was made from, how it was made, and whether it is a copy of its base."""

    article: Article
    base: str
    kind: str
    copy: bool


def bases() -> dict[str, Article]:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))}
    return {
        name: article_from_text(text, id=f"{name}/original", published="2031-05-01T08:00Z")[0]
        for name, text in texts.items()
    }


def printed(seed: int) -> Iterator[Printed]:
    """Every base, its copies, its traps, and forms that are filled in again and again."""
    for name, article in bases().items():
        if seed == 0:
            yield Printed(article, name, "original", True)
        for table, is_copy in ((COPIES, True), (TRAPS, False)):
            for kind, change in table.items():
                if seed and kind in ("series", "short update"):
                    continue  # they would be copies of those of the first seed
                r = random.Random(f"{seed} {name} {kind}")
                text = change(parts(article), r).text()
                if text:
                    day, hour = (1, r.randint(9, 23)) if is_copy else (2, r.randint(0, 23))
                    when = f"2031-05-{day:02}T{hour:02}:00Z"
                    made, _ = article_from_text(
                        text, id=f"{name}/{kind}/{seed}", published=when, outlet=_outlet(kind)
                    )
                    yield Printed(made, name, kind, is_copy)
    for kind, form in FORMS.items():
        for n in range(6):
            body = "\n\n".join(form(random.Random(f"{seed} {kind} {n}")))
            made, _ = article_from_text(f"From the news desk today\n\n{body}", id=f"{kind}/{n}/{seed}")
            yield Printed(made, f"{kind}/{n}/{seed}", kind, False)


def _outlet(kind: str) -> str:
    """Who prints this kind: those that put the same notice or lead around what they print are one outlet."""
    return f"The {kind.rpartition(', ')[2]} Gazette"
