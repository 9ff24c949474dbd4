"""The table of a record's scores, with the floors that hold and the aims."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.table import Table

from evaluation.record.changes import REASONS
from evaluation.record.pairs import Pairs, Share
from evaluation.record.scores import Linked, Scores


class Row(NamedTuple):
    """A measure, its figure, and what is asked of it: at least the floor, or at most where mistakes count."""

    measure: str
    figure: str
    detail: str = ""
    floor: str = ""
    aim: str = ""
    holds: bool = True


def table(scores: Scores, title: str) -> Table:
    """The scores, a measure a line; red where a floor does not hold."""
    drawn = Table("measure", "figure", "of which", "floor", "aim", title=title)
    for row in rows(scores):
        drawn.add_row(*row[:-1], style=None if row.holds else "bold red")
    return drawn


def rows(scores: Scores) -> list[Row]:
    return [
        *_reprints(scores),
        *_reports(scores),
        *_linked("utterances", scores.utterances, 0.85, "0.95"),
        _share("mentions read", scores.events.read),
        *_linked("events", scores.events, 0.80, "0.92"),
        Row("people, given", f"{scores.people.given.prf.f1:.3f}", _pairs(scores.people.given)),
        *_positions(scores),
        *_standing(scores),
    ]


def _reprints(scores: Scores) -> Iterator[Row]:
    p, r, _ = scores.reprints.prf
    yield Row("reprints precision", f"{p:.3f}", _pairs(scores.reprints), "0.98", "1", p >= 0.98)
    yield Row("reprints recall", f"{r:.3f}", "", "0.95", "0.99", r >= 0.95)
    yield _share("look-alikes kept apart", scores.apart)
    yield _share("originals", scores.originals)


def _reports(scores: Scores) -> Iterator[Row]:
    row = _share("reports read", scores.utterances.read)
    yield row._replace(detail=f"{row.detail}, {scores.crowded} crowded")


def _linked(name: str, linked: Linked, floor: float, aim: str) -> Iterator[Row]:
    end, known = linked.end.prf.f1, linked.given.prf.f1
    yield Row(f"{name} F1, end to end", f"{end:.3f}", _pairs(linked.end), f"{floor}", aim, end >= floor)
    yield Row(f"{name} F1, given", f"{known:.3f}", _pairs(linked.given))
    across = linked.end_across.prf.f1, linked.given_across.prf.f1
    yield Row("  across articles", f"{across[0]:.3f}", f"{_pairs(linked.end_across)}; given {across[1]:.3f}")
    b_cubed = linked.end_b_cubed.f1, linked.given_b_cubed.f1
    yield Row("  B-cubed F1", f"{b_cubed[0]:.3f}", f"given {b_cubed[1]:.3f}")


def _positions(scores: Scores) -> Iterator[Row]:
    found = scores.positions
    yield _share("steps of positions", found.steps)
    yield _share("  right values", found.values)
    yield _share("  right changes", found.changes)
    false = sum(found.false.values())
    reasons = ", ".join(f"{found.false[reason]} {reason}" for reason in REASONS if reason in found.false)
    among = f"of {found.judged} judged, {found.told} told"
    yield _none("false changes", false, f"{among}: {reasons}" if reasons else among)
    yield _none("copied changes", found.copied)


def _standing(scores: Scores) -> Iterator[Row]:
    yield _none("twins merged", scores.twins.of - scores.twins.right, f"of {scores.twins.of}")
    yield _share("  with no mention astray", scores.pure_twins)
    yield _share("taken back", scores.taken_back)
    yield Row("wrongly taken back", f"{scores.wrongly_taken_back}")
    yield _share("withdrawn articles", scores.withdrawn)
    yield _share("earlier versions set aside", scores.versions)
    yield _share("outcomes", scores.outcomes)
    yield _share("  right days", scores.outcome_days)
    yield Row("invented outcomes", f"{scores.invented_outcomes}")


def _share(name: str, share: Share) -> Row:
    return Row(name, f"{share.rate:.3f}", f"{share.right} of {share.of}")


def _none(name: str, count: int, detail: str = "") -> Row:
    return Row(name, f"{count}", detail, "0", "0", count == 0)


def _pairs(pairs: Pairs) -> str:
    p, r, _ = pairs.prf
    return f"P {p:.3f} R {r:.3f}: {pairs.both} of {pairs.found} found, {pairs.gold} labelled"
