"""GAP (Webster et al., TACL 2018): which of two names a pronoun means, as often hers as his."""

import csv
import gzip
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from evaluation.corpora import CORPORA
from evaluation.whole import Prf, prf
from onrecord import Agent, Reading, Span

FEMININE = frozenset({"she", "her", "hers"})


class Snippet(NamedTuple):
    """A text, a pronoun in it, and two names with whether the pronoun means them."""

    id: str
    text: str
    pronoun: Span
    names: tuple[Span, Span]
    meant: tuple[bool, bool]

    @property
    def gender(self) -> str:
        return "feminine" if self.pronoun.of(self.text).lower() in FEMININE else "masculine"


def gap() -> Iterator[Snippet]:
    """The 2,000 snippets of GAP's development part."""
    with gzip.open(CORPORA / "gap" / "gap-development.tsv.gz", "rt", encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun, a, b = (_span(row, column) for column in ("Pronoun", "A", "B"))
            meant = row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"
            yield Snippet(row["ID"], row["Text"], pronoun, (a, b), meant)


def _span(row: dict[str, str], column: str) -> Span:
    start = int(row[f"{column}-offset"])
    return Span(start, start + len(row[column]))


def answer(snippet: Snippet, reading: Reading) -> tuple[bool, bool]:
    """Whether the reading gives the pronoun and each name to the same agent."""
    owners = [agent for agent in reading.agents if _mentions(agent, snippet.pronoun)]
    a, b = (any(_mentions(agent, name, named=True) for agent in owners) for name in snippet.names)
    return a, b


def _mentions(agent: Agent, span: Span, *, named: bool = False) -> bool:
    """Whether an agent is mentioned there; by a name that overlaps, not by a longer phrase around it."""
    return any(
        (m.start, m.end) == (span.start, span.end)
        or (named and m.form == "name" and m.start < span.end and span.start < m.end)
        for m in agent.mentions
    )


def score(answered: Iterable[tuple[Snippet, tuple[bool, bool]]]) -> dict[str, Prf]:
    """P, R, F1 over names that are meant: "all", "masculine", "feminine"."""
    names = [
        (gender, meant, said)
        for snippet, answers in answered
        for meant, said in zip(snippet.meant, answers, strict=True)
        for gender in ("all", snippet.gender)
    ]
    return {
        wanted: prf(
            sum(meant and said for gender, meant, said in names if gender == wanted),
            sum(said for gender, _, said in names if gender == wanted),
            sum(meant for gender, meant, _ in names if gender == wanted),
        )
        for wanted in ("all", "masculine", "feminine")
    }
