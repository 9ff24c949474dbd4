"""The tables of claims, events, times and headlines, read end to end or of gold statements."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.table import Column, Table

from evaluation import calibration, claim_figures, events, headlines, times
from evaluation.claims import Answer, Comparison
from evaluation.score import expected_calibration_error
from evaluation.sets import Compared
from evaluation.tables import shown
from evaluation.whole import share

OF_CLAIMS = ("claims P", "claims R", "claims", "stance", "nested", "value", "macro")
OF_HOLDERS = ("outer", "kind", "act", "time")
OF_EVENTS = ("events P", "events R", "events", "type", "participants")
OF_TIMES = ("times P", "times R", "times", "time exact", "time value", "time days")
OF_HEADLINES = ("headline P", "headline R", "headline")


class Measured(NamedTuple):
    """A set that was read: its comparisons of claims, and every figure by its name."""

    claims: list[Comparison]
    figures: dict[str, float | None]


def measured(compared: Iterable[Compared]) -> Measured:
    """Count everything about the claims of a set."""
    every = list(compared)
    claims = [one.claims for one in every]
    happenings = events.total(
        events.compare(one.article.whole, one.found, one.statements.who) for one in every
    )
    titles = headlines.total(headlines.compare(one.article.whole, one.found) for one in every)
    when = times.total(times.compare(one.article.whole, one.found) for one in every)
    figures = claim_figures.figures(claims) | happenings.figures | titles.figures | when.figures
    return Measured(claims, {name: None if x is None else round(x, 4) for name, x in figures.items()})


def claim_table(title: str) -> Table:
    columns = ("gold", "found", "P", "R", "F1", "stance", "nested", "value", "macro", *OF_HOLDERS)
    return Table(Column("set", no_wrap=True), *columns, title=title, padding=(0, 0, 0, 1))


def claim_row(table: Table, name: str, of: Measured) -> None:
    """Add the claims of a set to the table."""
    answers, found = (sum(len(side) for side in sides) for sides in _sides(of.claims))
    figures = (shown(of.figures.get(figure)) for figure in (*OF_CLAIMS, *OF_HOLDERS))
    table.add_row(name, str(answers), str(found), *figures)


def _sides(claims: Sequence[Comparison]) -> tuple[list[Sequence[object]], list[Sequence[object]]]:
    return [of.answers for of in claims], [of.levels for of in claims]


def event_table() -> Table:
    columns = ("events P", "R", "F1", "type", "part.", "times P", "R", "F1", "exact", "value", "days")
    titles = ("head P", "R", "F1")
    title = "Events, times, headlines"
    return Table(Column("set", no_wrap=True), *columns, *titles, title=title, padding=(0, 0, 0, 1))


def event_row(table: Table, name: str, of: Measured) -> None:
    """Add the events, times and headlines of a set to the table, if gold has any."""
    figures = [of.figures.get(figure) for figure in (*OF_EVENTS, *OF_TIMES, *OF_HEADLINES)]
    if any(figure is not None for figure in figures):
        table.add_row(name, *map(shown, figures))


def breakdown(end_to_end: Sequence[Comparison], given: Sequence[Comparison]) -> Table:
    """The claims of all sets by level, value and kind of Uu: recall, then accuracy of values that were found.

    Both are told end to end and of gold statements. A value is right where gold accepts it; of an Uu the
    kind has to be right too.
    """
    columns = ("gold", "found", "right", "of gold statements: found", "right")
    table = Table("claims", *columns, title="Claims of all sets, by what they are")
    for rows in (claim_figures.by_level, claim_figures.by_value_of_gold, claim_figures.by_kind):
        left, right = rows(end_to_end), rows(given)
        for name, answers in left.items():
            table.add_row(name, str(len(answers)), *_recall(answers), *_recall(right.get(name, [])))
        table.add_section()
    return table


def _recall(answers: Sequence[Answer]) -> tuple[str, str]:
    matched = [answer for answer in answers if answer.found]
    right = sum(answer.right and answer.kind is not False for answer in matched)
    return shown(share(len(matched), len(answers))), shown(share(right, len(matched)))


def calibration_table(claims: Iterable[Comparison]) -> Table:
    """How often values are accepted, by the p that they were given."""
    pairs = calibration.of_values(answer for of in claims for answer in of.answers)
    table = Table("p from", "values", "mean p", "accepted", title="Calibration of values of gold statements")
    for low, n, p, right in calibration.bins(pairs):
        table.add_row(f"{low:.1f}", str(n), f"{p:.3f}", f"{right:.3f}")
    error = expected_calibration_error([p for p, _ in pairs], [right for _, right in pairs])
    table.caption = f"expected calibration error {error:.3f}" if pairs else "no value has a p"
    return table
