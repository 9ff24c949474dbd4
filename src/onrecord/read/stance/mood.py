"""The mood of a sentence: what is asked is open, and what somebody is told to do is to be done."""

import re
from collections.abc import Iterator

from onrecord.read.stance.compose import Step, step
from onrecord.read.stance.lexicon import closed
from onrecord.read.stance.place import Place
from onrecord.span import Span
from onrecord.statement import Statement

QUOTES = tuple("“\"‘'")
MARK = re.compile(r"\?[\s”’\"')\]]*$")
TAIL = 40  # what may stand behind a question mark: closing quotation marks and blanks
# What keeps a question mark from the words before it: a quotation that opens, a colon, a tag ("right?")
APART = re.compile(r"\s[“\"‘']+\w|:\s|,\s(?:right|OK|okay|yes|no|correct|huh)$")


def mood_steps(at: Place, statement: Statement | None) -> Iterator[Step]:
    """A question mark at the end of the sentence; a bare verb, "let" or "please" at its start."""
    mark = _asked(at)
    if mark:
        yield step("question", [mark])
    elif (
        statement
        and (statement.kind != "indirect" or _headed(at, statement))
        and (word := _imperative(at, statement)) is not None
    ):
        yield step("imperative", [Span(at.scan.words[word].start, at.scan.words[word].end)])


def _headed(at: Place, statement: Statement) -> bool:
    """Whether the words stand behind a name and a colon, as a headline has them: "Aas: Do not sign it"."""
    return any(span.of(at.text).strip() == ":" for span in statement.cue)


def _asked(at: Place) -> Span | None:
    found = MARK.search(at.text, max(at.sentence.start, at.sentence.end - TAIL), at.sentence.end)
    if not found or APART.search(at.text, at.scan.words[at.head].end, found.start()):
        return None
    return Span(found.start(), found.start() + 1)


def _imperative(at: Place, statement: Statement) -> int | None:
    """The number of the word that makes a quoted sentence an imperative: "let", or the verb that opens it."""
    if at.low < at.head and at.lower(at.low) in closed("letting"):
        return at.low
    before = [at.lower(k) for k in range(at.low, at.first)]
    opens = len(before) <= 4 and closed("before_imperative").issuperset(before)
    if not opens or at.lower(at.first).endswith(("s", "ing", "ed", "ly")):
        return None
    begins = at.scan.starts[at.low]
    if not closed("forbidding").isdisjoint(before):
        return at.first
    if at.head + 1 >= at.high:
        return None
    quoted = begins > statement.content[0].start or at.text[begins - 1 : begins] in QUOTES
    following = at.lower(at.head + 1)
    object_follows = following in closed("imperative_object") or (
        at.lower(at.first) in closed("imperative") and following not in closed("verbal")
    )
    return at.first if quoted and object_follows and at.text[begins].isupper() else None
