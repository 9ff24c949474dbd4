"""The corpora that training and evaluation read, as one shape: a text and its flat attributions.

They lie beside the project in ``../shared/corpora`` and never inside it: their texts belong to their
publishers. Where they are absent, what needs them is skipped.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from onrecord import Span

CORPORA = Path(__file__).resolve().parents[1].parent / "shared" / "corpora"
Spans = tuple[Span, ...]


class Attribution(NamedTuple):
    """One gold attribution; a role that the annotator left out is empty."""

    source: Spans
    cue: Spans
    content: Spans


class Record(NamedTuple):
    """One annotated text; ``annotator`` is who read it, None where that is not told."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]
    annotator: str | None = None
    published: str | None = None


def load(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a ``.jsonl.gz`` file."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def spans(raw: Iterable[Any] | None) -> Spans:
    """Spans from either spelling: ``[start, end]`` or ``{"start", "end"}``."""
    pairs = ((s["start"], s["end"]) if isinstance(s, dict) else s for s in raw or ())
    return tuple(sorted(Span(start, end) for start, end in pairs))


def attribution(raw: dict[str, Any]) -> Attribution:
    """A PolNeAR attribution, or the statement of a reading, as its three spans."""
    return Attribution(*(spans(raw.get(role)) for role in Attribution._fields))


def polnear(part: str) -> list[Record]:
    """PolNeAR "train" or "dev" (Newell, Margolin, Ruths, LREC 2018), one annotator an article."""
    return [
        Record(r["id"], r["text"], tuple(map(attribution, r["attributions"])), r["annotator"], r["published"])
        for r in load(CORPORA / "polnear" / f"{part}.jsonl.gz")
    ]


def people() -> list[list[Record]]:
    """The twenty articles that five or six people read: one list of readings an article."""
    return [
        [
            Record(r["id"], r["text"], tuple(map(attribution, x["attributions"])), x["annotator"])
            for x in r["readings"]
        ]
        for r in load(CORPORA / "polnear" / "people.jsonl.gz")
    ]


def level_one(name: str) -> list[Record]:
    """The outermost statements of the readings "wire-train", "wikinews-dev" and so on."""
    return [
        Record(
            r["id"],
            r["text"],
            tuple(attribution(s) for s in r["statements"] if s["level"] == 1),
            "guide",
            r.get("published"),
        )
        for r in load(CORPORA / "readings" / f"{name}.jsonl.gz")
    ]


@cache
def kept_apart() -> frozenset[str]:
    """Ids of the articles of ``readings/*-dev``: nothing is ever trained on them, in any form."""
    return frozenset(r["id"] for path in (CORPORA / "readings").glob("*-dev.jsonl.gz") for r in load(path))
