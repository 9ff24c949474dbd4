"""The positions of one holder on one event, in order of saying, with what changed and what took them back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from math import prod
from typing import NamedTuple

from msgspec import Struct

from onrecord.entry import ChangeKind, Superseded
from onrecord.record.positions.commitment import (
    RETOLD,
    Commitment,
    apart,
    comparable,
    difference,
    rank,
    side,
    told,
)

WORTH = 0.3  # how likely a claim and its value must be to be counted among reports that agree
SURE = 0.5  # how likely they must be by all that agree to make a position
QUOTED = 2.0  # a speaker's own words against somebody's account of them


class Step(Struct, frozen=True):
    """A position: the commitment it rests on, how it differs from the one before, and what took it back."""

    commitment: Commitment
    change: ChangeKind
    why: str
    superseded: Superseded | None = None


class _Main(NamedTuple):
    """What an utterance says of the event, how likely by all reports that agree, and what these count."""

    commitment: Commitment
    p: float
    votes: float


def steps(commitments: Iterable[Commitment], taken: Mapping[str, Superseded]) -> list[Step]:
    """The positions of one holder on one event; ``taken`` says which utterances were taken back by what.

    One utterance makes one position, so that a reprint never is a change. Nothing is deleted: what was taken
    back stays, superseded, and what comes after it is compared with what was in force before it.

    >>> told = [Commitment(f"2026-03-0{n}", utterance=f"u{n}", value=value, words=frozenset({"meet"}))
    ...         for n, value in enumerate(("PS+", "CT+", "CT-"), 1)]
    >>> [step.change for step in steps(told, {})]
    ['first', 'firmer', 'reversed']
    >>> [step.why for step in steps(told, {"u1": Superseded("x", "corrected")})][1:]
    ['CT+, the first on record', 'CT+ before, CT- now']
    """
    by_utterance: dict[str, list[Commitment]] = defaultdict(list)
    for one in commitments:
        if one.p >= WORTH:
            by_utterance[one.utterance].append(one)
    found = (_main(several) for several in by_utterance.values() if not all(c.recalled for c in several))
    mains = sorted(one for one in found if one.p >= SURE)
    aside = _aside(mains)
    threads: list[list[Commitment]] = []
    for one, _, _ in mains:
        better = aside.get(one.utterance)
        fit = better is None or side(better) == side(one)
        home = next((t for t in threads if fit and any(comparable(one, other) for other in t)), None)
        if home is None:
            threads.append([one])
        else:
            home.append(one)
    every = [step for thread in threads for step in _thread(thread, taken, aside.keys())]
    return sorted(every, key=lambda step: step.commitment)


def _aside(mains: Iterable[_Main]) -> dict[str, Commitment]:
    """What one article tells of one day beside something that is told better, with that.

    Nobody changes his mind so fast: such an article recalls an old word, or tells one word twice.
    """
    beside: dict[tuple[str, str], list[_Main]] = defaultdict(list)
    for one in mains:
        said = one.commitment
        beside[said.article, said.day if said.dated else said.moment[: len(said.day)]].append(one)
    return {
        one.commitment.utterance: best.commitment
        for several in beside.values()
        for best in [min(several, key=lambda one: (-one.votes, one))]
        for one in several
        if one is not best
    }


def _thread(
    ordered: Iterable[Commitment], taken: Mapping[str, Superseded], aside: Set[str]
) -> Iterator[Step]:
    """The steps of what is said in like words; with what was told ``aside`` nothing is compared."""
    force: Commitment | None = None  # what was said last and not taken back
    committed: Commitment | None = None  # the last of these that took a side
    lost: set[str] = set()
    for one in ordered:
        gone = taken.get(one.utterance)
        yield _step(one, (force, committed), gone, lost=lost)
        if gone is None and not one.disavows and (force is None or one.utterance not in aside):
            force = one
            committed = one if rank(one) else committed
        lost |= {gone.by} if gone else set()


def _step(
    one: Commitment,
    said: tuple[Commitment | None, Commitment | None],
    gone: Superseded | None,
    *,
    lost: Set[str],
) -> Step:
    before, committed = said
    if one.disavows:
        return Step(one, "disavowed", "says that it never was said", gone)
    if gone is None and one.corrects and one.article in lost:
        return Step(one, "corrected", f"{told(one)}, in place of what was reported before", gone)
    if before is None:
        return Step(one, "first", f"{told(one)}, the first on record", gone)
    open_between = not rank(before) and rank(one) and committed is not None
    if open_between and committed and {side(committed), side(one)} == {"+", "-"}:
        return Step(one, "reversed", f"{told(committed)} before it was left open, {told(one)} now", gone)
    differs = difference(before, one)
    if differs.kind in {"firmer", "softer"} and _retold(before, one):
        return Step(one, "repeated", f"{told(one)}, as another report of that day words it", gone)
    return Step(one, differs.kind, differs.why, gone)


def _retold(before: Commitment, one: Commitment) -> bool:
    """Whether it may be the same words in another account: of one day, or of a day not told soon after."""
    loose = one.kind != "direct" and not one.dated
    return side(before) == side(one) and apart(before, one) <= (RETOLD if loose else 0)


def _main(several: list[Commitment]) -> _Main:
    """What an utterance says of the event: what most of its reports say, quotations counting double.

    Of the several claims of one report the surest counts. Where reports are at odds the likelier ones win, so
    that one misread report among many makes no change of mind; and several that agree, each in its own words,
    are likelier than one.
    """
    by_report: dict[str, list[Commitment]] = defaultdict(list)
    for one in several:
        by_report[one.report].append(one)
    told = [
        min(claims, key=lambda one: (one.p < SURE, -rank(one), -one.p, one.claim))
        for claims in by_report.values()
    ]
    votes: dict[tuple[str, str | None], float] = defaultdict(float)
    for one in told:
        votes[one.value, one.uu] += one.p * (QUOTED if one.kind == "direct" else 1.0)
    best = max(votes, key=lambda value: (votes[value], value[0], value[1] or ""))
    agreed = [one for one in told if (one.value, one.uu) == best]
    wordings: dict[str, float] = defaultdict(float)
    for one in agreed:
        wordings[one.text] = max(one.p, wordings[one.text])
    return _Main(min(agreed), 1.0 - prod(1.0 - p for p in wordings.values()), votes[best])
