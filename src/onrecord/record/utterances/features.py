"""The table of features by which two reports are of one act of saying, and the score that explains itself."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.record.alike import heft
from onrecord.record.utterances.saying import Saying, stems

ANEW = frozenset({"=again", "=still"})
HALF = 0.5  # of all words, that are the same where two reports may quote one sentence
QUOTED = 0.95  # of the shorter, that must stand in the longer where a sentence is quoted again weeks later
LEAST = 0.12  # of the shorter, that must stand in the longer for a pair to be looked at closely
ALMOST = 0.7  # of all words, that are the same where two reports say the same but for one thing
PARTS = 100
SHOWN = 3  # reasons that people are told
UNSURE = frozenset({"nameless", "other_role", "body_speaks", "prints", "unsure_speaker", "other_speaker"})
TELLING = 2.5  # weight of the words that two people would hardly say alike: one was misread
TOLD = 0.5  # of a feature that is more or less: from here on it is a reason


class Score(NamedTuple):
    """The sum of what speaks for and against, and the features behind it."""

    value: float
    why: tuple[str, ...]


def worded(why: Iterable[str]) -> str:
    """What speaks most for one act, of the features that are true, for people.

    >>> worded(("one_day", "other_speaker", "same_claim", "long_row", "copied"))
    'a copy, many of the same words in a row, the same claim'
    """
    weights, words = table()["weights"], table()["words"]
    ranked = sorted((-weights[name], name) for name in why if name in words and weights.get(name, 0.0) > 0)
    return ", ".join(words[name] for _, name in ranked[:SHOWN])


class Likeness(NamedTuple):
    """What the words of two reports share: of the shorter, of both, and how much."""

    of_shorter: float = 0.0
    of_both: float = 0.0
    weight: float = 0.0

    @property
    def rank(self) -> float:
        """By which the most like of several is found."""
        return self.of_shorter * min(1.0, self.weight) + self.of_both


def score(one: Saying, other: Saying, best: Iterable[str] = ()) -> Score:
    """How much speaks for two reports being of one act of saying.

    ``best`` says in what way the two stand out among all pairs of two articles or of one, see `matches`.

    >>> a = Saying("1", "x", 0, "x/s1", "duman", "We will not shut the old port", "direct", "2026-03-02")
    >>> b = Saying("2", "y", 0, "y/s1", "duman", "the old port will not be shut", "indirect", "2026-03-02")
    >>> score(a, b).value > 0
    True
    """
    weights = table()["weights"]
    told = features(one, other, best)
    value = table()["bias"] + sum([weights.get(name, 0.0) * much for name, much in told.items()])
    return Score(value, tuple([name for name, much in told.items() if much >= TOLD]))


def features(one: Saying, other: Saying, best: Iterable[str] = ()) -> dict[str, float]:
    """What is true of two reports, and how much, from 0 to 1."""
    shared = likeness(one, other)
    found = dict(_words(one, other, shared))
    found |= dict.fromkeys(best, 1.0)
    speakers = set(_speakers(one, other))
    unsure = UNSURE if shared.weight >= TELLING else UNSURE - {"other_speaker"}
    if not unsure.isdisjoint(speakers) and _gap(one, other, 0) == 0:
        found["same_words_though"] = found["same_words_but_names"]
    found |= dict(_days(one, other, shared))
    return found | dict.fromkeys((*sorted(speakers), *_sides(one, other), *_places(one, other)), 1.0)


@lru_cache(maxsize=1 << 15)
def likeness(one: Saying, other: Saying) -> Likeness:
    """How alike the words of two reports are, by what they mean."""
    return _alike(one.content, other.content)


def alike_but_names(one: Saying, other: Saying) -> Likeness:
    """The same without who and where."""
    return _alike(one.plain, other.plain)


def related(one: Saying, other: Saying, least: float = LEAST) -> bool:
    """Whether two reports share enough words, or an event, without which they are never of one act."""
    if likeness(one, other).of_shorter > least:
        return True
    if one.negated and other.negated and one.speaker == other.speaker:
        return True
    return not one.events.isdisjoint(other.events)


def _alike(one: frozenset[str], other: frozenset[str]) -> Likeness:
    both = one & other
    if not both:
        return Likeness()
    weight, first, second = sum(map(_parts, both)), _weight(one), _weight(other)
    return Likeness(weight / min(first, second), weight / (first + second - weight), weight / PARTS)


@lru_cache(maxsize=4096)
def _weight(words: frozenset[str]) -> int:
    """What words weigh, in hundredths, so that the sum hangs on no order."""
    return sum(map(_parts, words))


@lru_cache(maxsize=65536)
def _parts(word: str) -> int:
    return round(heft(word) * PARTS)


def meets(one: Saying, other: Saying) -> bool:
    """Whether two reports may be of one day."""
    return _gap(one, other, 0) == 0


@cache
def table() -> dict[str, Any]:
    """The weights, from utterances.toml."""
    with Path(__file__).with_name("utterances.toml").open("rb") as file:
        return tomllib.load(file)


def _words(one: Saying, other: Saying, shared: Likeness) -> Iterator[tuple[str, float]]:
    if one.copies and one.copies == other.copies and one.article != other.article and shared.of_both > 0.8:
        yield "copied", 1.0
    yield "shorter_in_longer", shared.of_shorter * min(1.0, shared.weight)
    yield "same_words", shared.of_both * min(1.0, shared.weight)
    yield "much_shared", min(1.0, shared.weight / 4)
    plain = alike_but_names(one, other)
    yield "shorter_in_longer_but_names", plain.of_shorter * min(1.0, plain.weight)
    yield "same_words_but_names", plain.of_both * min(1.0, plain.weight)
    yield "much_shared_but_names", min(1.0, plain.weight / 3)
    if shared.of_both > HALF and not one.rows.isdisjoint(other.rows):
        yield "long_row", 1.0
    if one.kind == other.kind == "direct" and not (
        one.headline or other.headline or (one.negated and other.negated)
    ):
        yield "two_quotes", 1.0 - shared.of_both if shared.of_shorter < ALMOST else 0.0
    if one.denies != other.denies and not (one.asks or other.asks or _shared(one.claims, other.claims)):
        yield "one_says_not", plain.of_shorter
        yield "but_for_not", float(plain.of_both >= ALMOST)
    if one.asks != other.asks:
        yield "but_for_whether", float(plain.of_both >= ALMOST)
    if one.counts and other.counts:
        if one.numbers & other.numbers:
            yield "same_number", 1.0
        elif {word for _, word in one.counts} & {word for _, word in other.counts}:
            yield "other_numbers", 1.0
    if one.surety != other.surety:
        yield "one_surer", abs(one.surety - other.surety) / 2


def _speakers(one: Saying, other: Saying) -> Iterator[str]:
    if one.speaker and other.speaker:
        if one.speaker != other.speaker:
            yield _apart(one, other)
        return
    if not one.known_as.isdisjoint(other.known_as):
        yield "called_alike"
    elif speaks_for(one, other):
        yield "speaks_for"
    elif _shared(one.titles, other.titles):
        yield "role_fits"
    else:
        yield "other_role" if one.titles and other.titles else "nameless"


@lru_cache(maxsize=1 << 15)
def _apart(one: Saying, other: Saying) -> str:
    if _prints(one, other) or _prints(other, one):
        return "prints"
    if speaks_for(one, other):
        return "speaks_for"
    if one.body or other.body:
        return "body_speaks"
    if one.faint or other.faint or _for_somebody(one) or _for_somebody(other):
        return "unsure_speaker"
    return "other_speaker"


def _for_somebody(one: Saying) -> bool:
    """Whether the speaker is a spokesperson, and the article does not tell whose."""
    return "spokesperson" in one.titles and not one.of


def speaks_for(one: Saying, other: Saying) -> bool:
    """Whether one speaker speaks for the other or for its body, or is of the body that it is."""
    if not (one.names.isdisjoint(other.of) and other.names.isdisjoint(one.of)):
        return True
    spokesperson = "spokesperson" in one.titles or "spokesperson" in other.titles
    return spokesperson and not set(one.of).isdisjoint(other.of)


def _prints(one: Saying, other: Saying) -> bool:
    """Whether one speaker is the outlet of the other's report: "The Post quoted her as saying"."""
    return bool(other.outlet) and one.called != other.called and one.called == stems(other.outlet)


def contradict(one: Saying, other: Saying) -> bool:
    """Whether two reports give speakers that are surely two: named people, none speaking for the other."""
    if one.speaker is None or other.speaker is None or one.speaker == other.speaker:
        return False
    return _apart(one, other) == "other_speaker"


def _days(one: Saying, other: Saying, shared: Likeness) -> Iterator[tuple[str, float]]:
    again = shared.of_shorter > QUOTED and not one.rows.isdisjoint(other.rows)
    quoted = table()["days"]["quoted"] if again else 0
    gap = _gap(one, other, quoted)
    if gap > table()["days"]["slack"]:
        sure = (one.dated and other.dated) or _gap(one, other, table()["days"]["quoted"])
        yield ("far_days" if sure else "later_days"), 1.0
        if not sure:
            yield "long_after", min(1.0, gap / 7)
    elif gap:
        yield "next_day", 1.0
    elif one.day is not None and one.day == other.day:
        yield "one_day", 1.0
        if one.dated and other.dated:
            yield "known_day", float(bool(one.speaker) and one.speaker == other.speaker)
    elif (one.recalled or other.recalled) and abs((one.ordinal or 0) - (other.ordinal or 0)) > 1:
        yield "looks_back", 1.0
        yield "told_then", float(_told_then(one, other))


def _told_then(one: Saying, other: Saying) -> bool:
    """Whether one tells between which days it was said, and the other is by the same speaker in these."""
    told = (one.then is None) != (other.then is None)
    return told and one.speaker is not None and one.speaker == other.speaker


def _gap(one: Saying, other: Saying, quoted: int) -> int:
    """The least number of days between the days that two reports allow."""
    if one.ordinal is None or other.ordinal is None:
        return 0
    early, later = (one, other) if one.ordinal < other.ordinal else (other, one)
    days = early.ordinal or 0, early.ordinal or 0  # of the earlier one no day before matters
    back = 0 if later.dated else max(later.back, quoted)
    first, last = later.then or ((later.ordinal or 0) - back, later.ordinal or 0)
    return max(first - (early.then or days)[1], (early.then or days)[0] - last, 0)


def _near(one: Saying, other: Saying) -> bool:
    """Whether both are told of one day, or of the days beside it."""
    return None not in {one.ordinal, other.ordinal} and abs((one.ordinal or 0) - (other.ordinal or 0)) <= 1


def _sides(one: Saying, other: Saying) -> Iterator[str]:
    if one.negated != other.negated:
        yield "one_takes_back"
    if _opposed(one, other) or _opposite(one, other):
        yield "other_side"
    if one.asks != other.asks:
        yield "one_asks"
    if one.day != other.day and (one.content & ANEW) != (other.content & ANEW):
        yield "one_says_again"
    if one.negated and other.negated:
        yield "both_take_back"
    if _shared(one.claims, other.claims):
        yield "same_claim"
        if one.speaker and one.speaker == other.speaker and _near(one, other):
            yield "same_claim_that_day"
    elif not one.events.isdisjoint(other.events):
        yield "same_event" if one.day == other.day else "other_value_later"
        if one.gone == other.article or other.gone == one.article:
            yield "corrected"


def _places(one: Saying, other: Saying) -> Iterator[str]:
    later = max(one, other)
    if one.venue and other.venue:
        yield "same_venue" if one.venue == other.venue else "other_venue"
    apart = one.article != other.article and one.day != other.day
    back = later.recalled or later.negated or later.wrong
    if one.outlet and one.outlet == other.outlet and apart and not back:
        yield "told_again"
    if one.article == other.article:
        yield "headline_and_text" if one.headline != other.headline else "one_article"
        if other.id == one.parent or one.id == other.parent:
            yield "within"
    if _shared(one.when, other.when):
        yield "same_time"


def _shared(some: Iterable[object], others: Iterable[object]) -> bool:
    """Whether two rows of things, which are mostly empty, have one in common."""
    return bool(some and others) and not set(some).isdisjoint(others)


def _opposed(one: Saying, other: Saying) -> bool:
    if one.events.isdisjoint(other.events):
        return False
    first, second = dict(one.claims), dict(other.claims)
    return any({first[event][-1], second[event][-1]} == {"+", "-"} for event in first.keys() & second.keys())


def _opposite(one: Saying, other: Saying) -> bool:
    """Whether the one has a word and the other what it means with a "not": ruled out, possible."""
    return _turned(one, other) or _turned(other, one)


def _turned(one: Saying, other: Saying) -> bool:
    return any(against in other.content and word not in other.content for word, against in one.turned)
