"""Which utterances are no longer on record as said: disavowed by the speaker, or corrected."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from onrecord.entry import Superseded
from onrecord.record.alike import overlap
from onrecord.record.utterances.acts import SpeechAct
from onrecord.record.utterances.features import likeness
from onrecord.record.utterances.saying import Saying

REPRINTED = 0.8  # of all words, that a later version must print again
BACK = 60  # days that a disavowal reaches back
ALIKE = 0.6  # of the lighter words, that what is disavowed must share with what was said
SUBSTANCE = 1.5  # weight of words below which a disavowal does not say what it is about: "never said that"


def replaced(act: SpeechAct) -> Superseded | None:
    """What took the place of every report of an utterance that is a witness; None where one stands.

    A copy of what was replaced is no witness, but a later version is one of what it prints again.
    """
    gone = {saying.article: saying for saying, _ in act.reports if saying.gone}
    kept = [saying for saying, _ in act.reports if not saying.gone]
    if not gone or any(saying.copies not in gone or _again(saying, gone.values()) for saying in kept):
        return None
    last = max(gone.values())
    return Superseded(last.gone or last.article, last.gone_why)


def _again(saying: Saying, gone: Iterable[Saying]) -> bool:
    """Whether a report stands, as right and in the same words, in what took the place of an article."""
    return any(one.gone == saying.article and likeness(one, saying).of_both >= REPRINTED for one in gone)


def taken_back(acts: Sequence[SpeechAct]) -> dict[str, Superseded]:
    """What took back each utterance that is no more, under the id of its first report.

    An utterance goes where every article that reports it was replaced or withdrawn, where its speaker says
    (or has it said) never to have said so, or where a later notice of a publisher tells it otherwise. A
    copy of what was withdrawn is no second witness.
    """
    found: dict[str, Superseded] = {}
    by_speaker: dict[str, list[SpeechAct]] = defaultdict(list)
    for act in acts:
        gone = replaced(act)
        if gone:
            found[act.first.id] = gone
        if act.teller.speaker:
            by_speaker[act.teller.speaker].append(act)
    for said in by_speaker.values():
        for act in said:
            if _denies(act):
                for earlier in _disavowed(act, said):
                    found.setdefault(
                        earlier.first.id, Superseded(act.first.id, "the speaker says never to have said so")
                    )
    return found


def _denies(act: SpeechAct) -> bool:
    return any(saying.negated for saying, _ in act.reports)


def _disavowed(denial: SpeechAct, said: Iterable[SpeechAct]) -> list[SpeechAct]:
    """What a speaker is said never to have said: what is alike, or told as said before by the denial."""
    earlier = [act for act in said if not _denies(act) and _before(act.first, denial.first)]
    told_in = {saying.article for saying, _ in denial.reports if saying.negated}
    words = [saying for saying, _ in denial.reports]
    return [
        act
        for act in earlier
        if any(
            _retold(saying, act, told_in) or any(_alike(one, saying) for one in words)
            for saying, _ in act.reports
        )
    ]


def _retold(saying: Saying, act: SpeechAct, told_in: Set[str]) -> bool:
    """Whether a report tells, beside the denial, what others told before."""
    return saying.article in told_in and act.first.article not in told_in


def _before(one: Saying, other: Saying) -> bool:
    if one.ordinal is None or other.ordinal is None:
        return one.moment < other.moment
    return one.moment < other.moment and 0 <= other.ordinal - one.ordinal <= BACK


def _alike(one: Saying, other: Saying) -> bool:
    shared = overlap(one.terms, other.terms)
    return shared.of_shorter >= ALIKE and shared.weight >= SUBSTANCE
