"""Whether a saying is itself denied, only asked about, supposed, or yet to come.

    she **never said** that it leaks            denied
    if he **says** that it leaks                supposed;   so is: they could **ask** for a recount
    **Do** you **think** that it leaks?         asked
    they want you **to know** that it leaks     yet to come

What stands under such a statement commits nobody. States of mind are another matter: "does not believe" is a
belief and "does not know" is ignorance, so a denial inside their cues marks nothing.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.read.acts.function import lexicon, longest, negates
from onrecord.read.acts.words import LONG, Words, words
from onrecord.span import Span
from onrecord.statement import Statement, StatementFunction

BREAK = re.compile(r"[.?!]|[,;:–—“”\"\n]")
END = re.compile(r"[.?!\n]")
SAID = frozenset(["speech", "question", "document"])
AUXILIARIES = frozenset("do does did is are was were has have had can could will would should".split())
POSSESSIVES = frozenset("his her its my our their your whose".split())
ANYBODY = frozenset(["no", "nobody", "none", "neither", "nor", "any"])
HYPOTHETICAL = (("say",), ("said",))


class Saying(NamedTuple):
    """What the rules look at: the words of the statement, those right before it, how the sentence ends."""

    cue: Words
    source: Words
    before: Words
    function: StatementFunction
    inverted: bool
    asked: bool


def negated(text: str, statement: Statement, function: StatementFunction) -> tuple[bool, str]:
    """Whether the saying of ``statement``, which does ``function``, is denied or open, and what says so."""
    if not statement.cue:
        return False, ""
    saying = _saying(text, statement, function)
    return next(((True, why) for rule in RULES if (why := rule(saying))), (False, ""))


def _denied(saying: Saying) -> str:
    """A verb of saying under a negation; who "does not rule out" or "does not deny" has spoken."""
    cue = saying.cue
    at = next((i for i, word in enumerate(cue) if negates(word)), len(cue))
    spoken = next((i for i in range(len(cue)) if longest(cue, i)[1] in SAID), -1)
    return cue[at] if saying.function in SAID and at < spoken and not _conceded(cue) else ""


def _nobody(saying: Saying) -> str:
    """A source that is nobody: "no minister has said"."""
    first = saying.source[:1]
    return first[0] if not ANYBODY.isdisjoint(first) or saying.source[:2] == ("not", "all") else ""


def _supposed(saying: Saying) -> str:
    """The statement stands right behind "if", "whether", or "they want", "it is important that"."""
    sets = lexicon().sets
    near = saying.before[-3:] if saying.before[-2:] == ("or", "not") else saying.before[-2:]
    if POSSESSIVES.intersection(saying.source[:1]) or (
        saying.source[-1:] and saying.source[-1].endswith("'s")
    ):
        return ""
    supposing = next((word for word in near if word in sets["supposing"]), "")
    return supposing or next(
        (word for word in near if word in sets["wanting"] and saying.function != "question"), ""
    )


def _possible(saying: Saying) -> str:
    """A saying that would, could or should come to be; the speaker's own "I would suggest" is one that is."""
    sets, cue = lexicon().sets, saying.cue
    own = saying.source == ("i",) and cue[-1:] not in HYPOTHETICAL
    if own or saying.function == "refusal" or not _known(cue) or _conceded(cue):
        return ""
    could = next((word for word in cue[:2] if word in sets["possible"]), "")
    if could and not any(negates(word) for word in cue):
        return could
    would = next((word for word in cue[:2] if word in sets["modal"]), "")
    return would if saying.function in {"speech", "knowledge", "question"} else ""


def _judged(saying: Saying) -> str:
    """A saying by nobody that is weighed only: "it is too soon to say", "it would be wrong to say"."""
    return (
        "to say"
        if not saying.source and saying.cue[-2:] == ("to", "say") and saying.function == "speech"
        else ""
    )


def _asked(saying: Saying) -> str:
    """A question in which somebody is said to say or think: "Do you think", "You know why?"."""
    if saying.inverted and saying.cue[:1] and saying.cue[0] in AUXILIARIES:
        return saying.cue[0]
    return "?" if saying.asked and saying.source == ("you",) else ""


def _conceded(cue: Words) -> bool:
    """Whether what is denied is itself a denial: who "would not rule out" a thing has said something."""
    return any(negates(word) for word in cue) and not lexicon().sets["conceding"].isdisjoint(cue)


def _known(cue: Words) -> bool:
    """Whether the lexicon knows a word of the cue at all."""
    return any(longest(cue, i)[1] for i in range(len(cue)))


RULES: tuple[Callable[[Saying], str], ...] = (_denied, _nobody, _supposed, _possible, _judged, _asked)


def _saying(text: str, statement: Statement, function: StatementFunction) -> Saying:
    cue, source = statement.cue, statement.source
    start = min(span.start for span in (*cue, *source))
    clause = BREAK.split(text[max(0, start - LONG) : start])[-1]
    end = END.search(text, cue[-1].end, cue[-1].end + LONG)
    return Saying(
        words(text, cue),
        words(text, source),
        words(clause, [Span(0, len(clause))]),
        function,
        len(words(text, cue[:1])) == 1 and bool(source) and cue[0].start < source[0].start < cue[-1].start,
        end is not None and end[0] == "?",
    )
