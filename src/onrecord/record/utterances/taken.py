"""Which utterances are no longer on record as said: disavowed by the speaker, or corrected."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from onrecord.entry import Superseded
from onrecord.record.alike import overlap
from onrecord.record.utterances.acts import SpeechAct
from onrecord.record.utterances.features import alike_but_names, likeness
from onrecord.record.utterances.saying import Saying

CORRECTS = re.compile(r"correct|clarif|misquot|misstat|misreport|wrong|error|earlier version", re.IGNORECASE)
REPRINTED = 0.8  # of all words, that a later version must print again
BACK = 60  # days that a disavowal reaches back
ALIKE = 0.6  # of the lighter words, that what is disavowed must share with what was said
HALF, WORD = 0.5, 0.9  # the same where it is all there is to go by: half of the words, and a rare one
SUBSTANCE = 1.5  # weight of words below which a disavowal does not say what it is about: "never said that"


def replaced(act: SpeechAct) -> Superseded | None:
    """What took the place of every report of an utterance that is a witness; None where one stands.

    A copy of what was replaced is no witness, but a later version is one of what it prints again.
    """
    gone = {saying.article: saying for saying, _ in act.reports if saying.gone}
    kept = [saying for saying, _ in act.reports if not saying.gone and not saying.wrong]
    if any(_stands(saying, gone) for saying in kept):
        return None
    if gone:
        last = max(gone.values())
        return Superseded(last.gone or last.article, last.gone_why)
    wrong = next((saying for saying, _ in act.reports if saying.wrong), None)
    return Superseded(wrong.article, "a correction tells it as misreported") if wrong else None


def _stands(saying: Saying, gone: Mapping[str, Saying]) -> bool:
    """Whether a report is a witness, or stands in the same words in what replaced an article."""
    if saying.copies not in gone and not any(
        one.gone == saying.article and CORRECTS.search(one.gone_why) for one in gone.values()
    ):
        return True
    return any(
        one.gone == saying.article and likeness(one, saying).of_both >= REPRINTED for one in gone.values()
    )


def taken_back(
    acts: Sequence[SpeechAct], beside: Mapping[str, Sequence[Saying]] = MappingProxyType({})
) -> dict[str, Superseded]:
    """What took back each utterance that is no more, under the id of its first report.

    An utterance goes where every article that reports it was replaced or withdrawn, where its speaker says
    (or has it said) never to have said so, or where a later notice of a publisher tells it otherwise. A
    copy of what was withdrawn is no second witness. ``beside`` are all the statements of articles, under
    their ids: others tell what it is that was never said.
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
                for earlier in _disavowed(act, said, beside):
                    found.setdefault(
                        earlier.first.id, Superseded(act.first.id, "the speaker says never to have said so")
                    )
    return found


def _denies(act: SpeechAct) -> bool:
    return any(saying.negated for saying, _ in act.reports)


def _disavowed(
    denial: SpeechAct, said: Iterable[SpeechAct], beside: Mapping[str, Sequence[Saying]]
) -> list[SpeechAct]:
    """What a speaker is said never to have said.

    It is what is alike; else what is told again nearest to the denial; else what anybody tells beside it;
    else the one thing that has half of its words.
    """
    earlier = [act for act in said if not _denies(act) and _before(act.first, denial.first)]
    words = [saying for saying, _ in denial.reports]
    denials = [saying for saying in words if saying.negated]
    around = [
        one for saying in denials for one in beside.get(saying.article, ()) if one.speaker != saying.speaker
    ]
    return (
        _as_sure(denials, [act for act in earlier if _alike(words, act)])
        or _again(denials, earlier)
        or [act for act in earlier if _alike(around, act)]
        or _most_alike(words, earlier)
    )


def _again(denials: Sequence[Saying], earlier: Iterable[SpeechAct]) -> list[SpeechAct]:
    """What others told before and an article tells again: as surely as what is denied, and nearest to it."""
    told_in = {saying.article for saying in denials}
    again = [
        ((_other_surety(saying, denials), _away(saying, denials)), act.first, act)
        for act in earlier
        for saying, _ in act.reports
        if saying.article in told_in and act.first.article not in told_in
    ]
    return [min(again, key=lambda told: told[:2])[-1]] if again else []


def _as_sure(denials: Sequence[Saying], alike: list[SpeechAct]) -> list[SpeechAct]:
    """Those that say it as surely as what is denied; all where none does."""
    return [act for act in alike if not _other_surety(act.first, denials)] or alike


def _other_surety(saying: Saying, denials: Sequence[Saying]) -> bool:
    """Whether what is denied has words of a report, and is surer or less sure: "might", "would"."""
    told = [one for one in denials if not one.content.isdisjoint(saying.content)]
    return bool(told) and all(one.surety != saying.surety for one in told)


def _away(saying: Saying, denials: Sequence[Saying]) -> int:
    """How far a report stands from the nearest denial in its article."""
    return min(abs(saying.start - one.start) for one in denials if one.article == saying.article)


def _most_alike(words: Sequence[Saying], earlier: Iterable[SpeechAct]) -> list[SpeechAct]:
    """The act that has half of the words, names aside, by what they mean."""
    alike = [
        (-most.of_shorter, act.first, act)
        for act in earlier
        for most in [max(alike_but_names(one, saying) for one in words for saying, _ in act.reports)]
        if most.of_shorter >= HALF and most.weight >= WORD
    ]
    return [min(alike, key=lambda told: told[:2])[-1]] if alike else []


def _before(one: Saying, other: Saying) -> bool:
    if one.ordinal is None or other.ordinal is None:
        return one.moment < other.moment
    return one.moment < other.moment and 0 <= other.ordinal - one.ordinal <= BACK


def _alike(words: Sequence[Saying], act: SpeechAct) -> bool:
    return any(
        shared.of_shorter >= ALIKE and shared.weight >= SUBSTANCE
        for one in words
        for saying, _ in act.reports
        for shared in [overlap(one.terms, saying.terms)]
    )
