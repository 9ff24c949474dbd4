"""The scorer: small cases by hand, and the same figures as the reference scorer where it is present."""

import pytest

from evaluation.corpora import Attribution, people
from evaluation.score import Counts, compare, expected_calibration_error, interval, right, total
from onrecord import Span
from tests.evaluation.reference import reference

TEXT = "“The dam will hold,” Ruiz said. Sund denied that it would."


def attribution(source: str, cue: str, content: str) -> Attribution:
    def spans(phrase: str) -> tuple[Span, ...]:
        return (Span(TEXT.index(phrase), TEXT.index(phrase) + len(phrase)),) if phrase else ()

    return Attribution(spans(source), spans(cue), spans(content))


GOLD = [attribution("Ruiz", "said", "“The dam will hold,”"), attribution("Sund", "denied", "that it would")]


def test_gold_against_itself_is_perfect() -> None:
    counts = compare(TEXT, GOLD, GOLD)
    assert all(counts.f1(m) == 1 for m in ("token", "exact", "soft", "full", "strict"))


@pytest.mark.parametrize(
    ("predicted", "full", "strict"),
    [
        (attribution("Ruiz", "said", "The dam will hold"), 1, 1),  # marks and commas do not count
        (attribution("Ruiz", "Ruiz said", "dam will hold"), 1, 0),
        (attribution("Sund", "said", "“The dam will hold,”"), 0, 0),
        (attribution("", "said", "“The dam will hold,”"), 0, 0),
        (attribution("Ruiz", "said", "hold"), 0, 0),
        (attribution("Ruiz", "", "“The dam will hold,”"), 1, 0),
    ],
)
def test_what_counts_as_whole(predicted: Attribution, full: int, strict: int) -> None:
    counts = compare(TEXT, GOLD, [predicted])
    assert (counts.full, counts.strict) == (full, strict)
    assert right(TEXT, GOLD, [predicted]) == [bool(full)]


def test_a_source_as_long_as_the_paragraph_is_no_source() -> None:
    whole = Attribution((Span(0, len(TEXT)),), GOLD[1].cue, GOLD[1].content)
    assert compare(TEXT, GOLD, [whole]).full == 0


def test_counts_add_up() -> None:
    one = compare(TEXT, GOLD, GOLD[:1])
    both = total([one, one])
    assert (both.gold, both.predicted, both.full) == (4, 2, 2)
    assert both.f1("full") == one.f1("full") == pytest.approx(2 / 3)
    assert (both.precision(), both.recall()) == (1.0, 0.5)
    assert total([]) == Counts()


def test_the_interval_holds_the_figure() -> None:
    counts = [Counts(gold=10, predicted=10, full=n) for n in (4, 6, 7, 8, 9)]
    low, high = interval(counts, "full")
    assert low < total(counts).f1("full") < high


def test_calibration_error() -> None:
    assert expected_calibration_error([1.0, 0.0], [True, False]) == 0
    assert expected_calibration_error([0.9] * 10, [True] * 5 + [False] * 5) == pytest.approx(0.4)


def test_the_figures_are_those_of_the_reference_scorer() -> None:
    theirs, ours = reference("score").Score(), []
    for readers in people():
        one, other = readers[0], readers[1]
        ours.append(compare(one.text, one.attributions, other.attributions))
        raw = [
            [{k: [[s.start, s.end] for s in getattr(a, k)] for k in a._fields} for a in r.attributions]
            for r in (one, other)
        ]
        theirs.add(one.text, *raw)
    report, counts = theirs.report(), total(ours)
    for name, measure in (
        ("token", "token"),
        ("content_exact", "exact"),
        ("content_soft", "soft"),
        ("full", "full"),
        ("strict", "strict"),
    ):
        assert counts.f1(measure) == pytest.approx(report[name]["f1"], abs=1e-4)
