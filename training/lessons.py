"""What the network learns from: texts with whatever layers their annotators gave them.

PolNeAR marks outermost statements; our readings of some of its articles add the nested ones and who speaks;
CoreNLP's silver annotation adds entities and coreference to all of PolNeAR; GUM, LitBank and wikigold have
these in gold and no statements. A layer that a text lacks is None and teaches nothing there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from evaluation.annotated import Document, Mention
from evaluation.corpora import CORPORA, Attribution, Record, Spans, attribution, kept_apart, load, polnear
from evaluation.silver import silver
from onrecord import Span
from onrecord.read.network.mentions import ENTITIES

GUIDE_WEIGHT = 3
PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours he him his himself she her hers herself "
    "they them their theirs themselves it its itself who whom whose".split()
)


class Entity(NamedTuple):
    """A name in a text: a person's, an organization's or a place's."""

    span: Span
    kind: str


class Lesson(NamedTuple):
    """One text. ``groups`` are mentions of one agent or thing each; ``silver`` ones are less certain.

    ``attributions`` is None where nobody marked statements, ``nested`` where nobody looked inside them.
    """

    id: str
    text: str
    attributions: tuple[Attribution, ...] | None
    annotator: str | None = None
    nested: tuple[Attribution, ...] | None = None
    entities: tuple[Entity, ...] | None = None
    groups: tuple[Spans, ...] = ()
    silver: tuple[Spans, ...] = ()


def training_lessons() -> tuple[list[Lesson], list[Lesson], list[Record]]:
    """(statements with all their layers, statements without, held-out articles), nothing kept apart in them.

    One PolNeAR article in twenty is held out, by a hash of its id, to choose the threshold and to
    calibrate; nothing else is ever chosen on data that the weights saw.
    """
    news = [r for r in polnear("train") if r.id not in kept_apart()]
    held = [r for r in news if is_held_out(r)]
    read = {r["id"]: r for r in load(CORPORA / "readings" / "polnear-train.jsonl.gz")}
    layers = {a.id: a for a in silver("train")}
    whole, flat = [], []
    for record in news:
        if is_held_out(record):
            continue
        lesson = Lesson(record.id, record.text, record.attributions, record.annotator)
        if record.id in layers:
            clusters = layers[record.id].clusters
            groups = tuple(tuple(map(core, cluster)) for cluster in clusters if len(cluster) > 1)
            lesson = lesson._replace(entities=names(layers[record.id]), silver=groups)
        if record.id in read:
            reading = {**read[record.id], "text": record.text}
            lesson = with_groups(lesson, reading)._replace(nested=level(reading, 2))
            whole += [lesson, lesson._replace(attributions=level(reading, 1), annotator="guide")]
        else:
            flat.append(lesson)
    whole += world() * GUIDE_WEIGHT
    assert not {lesson.id for lesson in whole + flat} & kept_apart()
    return whole, flat, held


def world() -> list[Lesson]:
    """The readings of world news, with the mentions that they mark."""
    out = []
    for name in ("wikinews-train", "wire-train"):
        for r in load(CORPORA / "readings" / f"{name}.jsonl.gz"):
            lesson = Lesson(r["id"], r["text"], level(r, 1), "guide", level(r, 2))
            out.append(with_groups(lesson, r))
    return out


def is_held_out(record: Record | Lesson) -> bool:
    """Whether an article is one of the twentieth kept for calibration."""
    return int(sha256(record.id.encode()).hexdigest(), 16) % 20 == 0


def level(reading: dict[str, Any], which: int) -> tuple[Attribution, ...]:
    """The statements of level 1, or of 2 and deeper, as attributions."""
    chosen = (s for s in reading["statements"] if min(s["level"], 2) == which)
    return tuple(a for a in map(attribution, chosen) if a.cue)


def with_groups(lesson: Lesson, reading: dict[str, Any]) -> Lesson:
    """The lesson with each agent's mentions: its sources, its marked mentions, and its names in the text.

    Silver mentions that touch one of them go; a silver group that holds mentions of one agent alone joins it.
    """
    text = reading["text"]
    owner: dict[Span, str] = {}
    for s in reading["statements"]:
        if s["speaker"] not in {None, "article"}:
            for span in s["source"]:
                owner[Span(span["start"], span["end"])] = s["speaker"]
    for agent in reading["agents"]:
        for m in agent.get("mentions") or ():
            owner.setdefault(Span(m["start"], m["end"]), agent["id"])
    taken = sorted(owner)
    owner |= {
        span: agent
        for agent, span in named(text, reading["agents"])
        if not any(a.start < span.end and span.start < a.end for a in taken)
    }
    agents: dict[str, set[Span]] = defaultdict(set)
    for span, agent in owner.items():
        agents[agent].add(span)
    left = []
    marked = sorted(owner)
    for group in lesson.silver:
        touched = {owner[m] for s in group for m in marked if m.start < s.end and s.start < m.end}
        free = [s for s in group if not any(m.start < s.end and s.start < m.end for m in marked)]
        close = {owner[m] for s in group for m in marked if same(s, m)}
        if len(close) == 1 and touched == close:
            agents[close.pop()].update(s for s in free if s.end - s.start <= 30)
        elif len(free) > 1:
            left.append(tuple(free))
    groups = tuple(tuple(sorted(spans)) for spans in agents.values())
    return lesson._replace(groups=groups, silver=tuple(left))


def same(a: Span, b: Span) -> bool:
    """Whether two spans are about one stretch."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return common > 0 and 2 * common >= 0.6 * (a.end - a.start + b.end - b.start)


def named(text: str, agents: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Span]]:
    """Where the proper names of agents stand in the text, longer names first."""
    known = {}
    for agent in agents:
        for name in [agent["name"], *(agent.get("aliases") or ())]:
            if name and name[:1].isupper() and len(name) > 2 and name.lower() not in PRONOUNS:
                known.setdefault(name, agent["id"])
    done: list[Span] = []
    for name in sorted(known, key=len, reverse=True):
        at = text.find(name)
        while at >= 0:
            span = Span(at, at + len(name))
            whole = not text[at - 1 : at].isalnum() and not text[span.end : span.end + 1].isalnum()
            if whole and not any(a.start < span.end and span.start < a.end for a in done):
                done.append(span)
                yield known[name], span
            at = text.find(name, at + 1)


def names(document: Document) -> tuple[Entity, ...]:
    """The proper names of people, organizations and places."""
    found = ((m.name or Span(m.start, m.end), m.kind) for m in document.entities)
    return tuple(Entity(span, kind) for span, kind in found if kind in ENTITIES)


def core(mention: Mention) -> Span:
    """A mention up to its main word, or its name: what follows is another's words or a long tail."""
    if mention.name:
        return mention.name
    return Span(mention.start, mention.head.end if mention.head else mention.end)
