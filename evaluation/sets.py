"""The sets that whole readings are measured on: texts with the statements, speakers and chains in them.

Own gold ships with the project; the rest lies beside it in ``../shared`` and is left out where it is absent.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any, NamedTuple

import msgspec

from evaluation import claims, whole
from evaluation.corpora import CORPORA, load
from evaluation.given import given, read_given
from evaluation.marked import Whole
from evaluation.readings import GOLD, read

SEED = CORPORA.parent / "seed" / "reading.jsonl"
PARTS = ("polnear", "wire", "wikinews")


class Labelled(NamedTuple):
    """A text as people read it; ``raw`` is all that they wrote down of it."""

    id: str
    text: str
    published: str | None
    whole: Whole
    raw: dict[str, Any] = {}  # noqa: RUF012 -- nobody changes it


Load = Callable[[], list[Labelled]]


def own(folder: str = "") -> list[Labelled]:
    """Our own articles, those of ``evaluation/gold`` itself or of a folder under ``gold/readings``."""
    where = GOLD / "readings" / folder if folder else GOLD
    raw = [json.loads(path.read_text(encoding="utf8")) for path in sorted(where.glob("*.json"))]
    return [_labelled({**r["article"], **r}) for r in raw if "statements" in r]


def readings(name: str) -> list[Labelled]:
    """The readings "wire-dev", "polnear-train" and so on of the corpora."""
    path = CORPORA / "readings" / f"{name}.jsonl.gz"
    texts = _polnear_texts() if name.startswith("polnear") else {}
    return [_labelled({"text": texts.get(r["id"]), **r}) for r in load(path)]


def seed() -> list[Labelled]:
    """The article that the project starts from."""
    lines = SEED.read_text(encoding="utf8").splitlines()
    return [_labelled(json.loads(line)) for line in lines if line.strip()]


@cache
def _polnear_texts() -> dict[str, str]:
    return {r["id"]: r["text"] for r in load(CORPORA / "polnear" / "train.jsonl.gz")}


def _labelled(raw: dict[str, Any]) -> Labelled:
    return Labelled(raw["id"], raw["text"], raw.get("published"), msgspec.convert(raw, Whole), raw)


def shipped() -> dict[str, Load]:
    """The sets that ship with the project; a folder that holds nothing labelled is no set."""
    sets: dict[str, Load] = {"gold": own, "open": partial(own, "open"), "checking": partial(own, "checking")}
    return {name: articles for name, articles in sets.items() if articles()}


def beside(part: str = "dev") -> dict[str, Load]:
    """The sets of the corpora beside the project, their "dev" parts or "train"."""
    if not CORPORA.exists():
        return {}
    return {f"{name}-{part}": partial(readings, f"{name}-{part}") for name in PARTS}


def every() -> dict[str, Load]:
    """All sets by name, those for development too."""
    found = shipped() | beside() | ({"seed": seed} if SEED.exists() else {})
    return found | beside("train")


class Compared(NamedTuple):
    """A text, what was read in it, and its statements and claims beside those of gold."""

    article: Labelled
    found: Whole
    statements: whole.Comparison
    claims: claims.Comparison


def compare(article: Labelled, found: Whole) -> Compared:
    """Put what was read in a text beside gold."""
    statements = whole.compare(article.text, article.whole, found)
    return Compared(article, found, statements, claims.compare(article.whole, found, statements))


def compared(articles: Iterable[Labelled], *, of_gold: bool = False) -> Iterator[Compared]:
    """Each text with its reading, and the two side by side.

    With ``of_gold`` the gold statements are given, and what is read is what they claim.
    """
    for article in articles:
        reading = read_given(given(article.raw)) if of_gold else read(article.text, article.published)
        yield compare(article, msgspec.convert(msgspec.to_builtins(reading), Whole))
