"""Which reports look back, and at which days, one line a case."""

import pytest

from onrecord.record.utterances import lately, recalled
from onrecord.span import Span
from onrecord.statement import Statement

WORDS = "a sale is possible"
DAY = "2026-02-19"  # a Thursday


def statement(text: str, source: str, cue: str) -> Statement:
    """A statement of a text in which source, cue and the words stand once."""
    spans = [(Span(at, at + len(part)),) for part in (source, cue, WORDS) for at in [text.index(part)]]
    return Statement("s1", "indirect", spans[0], spans[1], spans[2], 1.0)


@pytest.mark.parametrize(
    ("told", "cue", "days"),
    [
        ("Duman said a sale is possible.", "said", None),
        ("In January Duman said a sale is possible.", "said", ("2026-01-01", "2026-01-31")),
        ("In late November Duman said a sale is possible.", "said", ("2025-11-01", "2025-11-30")),
        ("Duman told the Tolm Post two weeks ago that a sale is possible.", "told", ("2026-02-01", "2026-02-09")),
        ("Duman told a meeting in the town hall of Vellport last week that a sale is possible.", "told", ("2026-02-08", "2026-02-16")),
        ("Last month Duman said a sale is possible.", "said", ("2026-01-01", "2026-01-31")),
        ("On 3 February Duman said a sale is possible.", "said", ("2026-02-03", "2026-02-03")),
        ("On February 3 Duman said a sale is possible.", "said", ("2026-02-03", "2026-02-03")),
        ("On 31 February Duman said a sale is possible.", "said", None),
        ("Three days earlier Duman said a sale is possible.", "said", ("2026-02-15", "2026-02-17")),
        ("The port lost money in January. Duman said a sale is possible.", "said", None),
        ("Duman, who fell ill in January, said a sale is possible.", "said", None),
        ("a sale is possible, Duman said, two weeks after the fire.", "said", None),
        ("In January, it may rain, and a sale is possible: Duman said so.", "said", None),
    ],
)  # fmt: skip
def test_between_which_days(told: str, cue: str, days: tuple[str, str] | None) -> None:
    said = statement(told, "Duman", cue)
    assert lately(told, said, DAY) == days
    assert recalled(told, said) is (days is not None or "31 February" in told)


def test_no_days_before_a_day_that_nobody_knows() -> None:
    told = "In January Duman said a sale is possible."
    assert lately(told, statement(told, "Duman", "said"), None) is None


@pytest.mark.parametrize(
    ("told", "back"),
    [
        ("Duman had said a sale is possible.", True),
        ("Last Friday Duman said a sale is possible.", True),
        ("Duman said at the time that a sale is possible.", True),
        ("Three days after telling parliament the opposite Duman said a sale is possible.", True),
        ("Duman told the Post this week that a sale is possible.", True),
        ("Duman may have been wrong. Duman said a sale is possible.", False),
    ],
)
def test_looks_back(told: str, back: bool) -> None:
    cue = "told" if "told" in told else "said"
    source = told.rindex("Duman")
    said = statement(told, "Duman", cue)
    spans = (Span(source, source + 5),)
    assert recalled(told, Statement("s1", "indirect", spans, said.cue, said.content, 1.0)) is back


@pytest.mark.parametrize("told", ["In March Duman said", "Two weeks ago Duman said", "Last month Duman said"])
@pytest.mark.parametrize("day", ["0001-01-01", "0001-02-30", "9999-12-31", "soon", ""])
def test_a_day_at_the_end_of_the_calendar(told: str, day: str) -> None:
    text = f"{told} that {WORDS}."
    found = lately(text, statement(text, "Duman", "said"), day)
    assert found is None or day.startswith("9999")
