"""What a statement does: told from its cue, the frame that the cue stands in, and the source.

    the mayor **is confident** that it holds        belief
    she **asked** whether it holds                  question;   she **asked** him to leave: speech
    the board **would not say** when it opens       refusal
    **according to** a survey                       document

The lexicon, ``function.toml``, is a table of words for each function. A cue is read from its first words that
the lexicon knows; a verb like "try" passes on to the verb it governs ("tried to explain" is speech).
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from tomllib import loads
from typing import Any, NamedTuple, get_args

from onrecord.read.acts.words import LONG, WORD, Words, forms, words
from onrecord.statement import AgentKind, Statement, StatementFunction

Verdict = tuple[StatementFunction, str]

CLOSING = " \t\r\n”’\"')]"
QUOTE = re.compile(r"\s*[“\"‘'«„]")
MANY = 12
INTERROGATIVE = frozenset("whether if what who whom whose why how when where which".split())
PREPOSITIONS = frozenset("about for to on over regarding".split())
UNWILLING = frozenset("would will can cannot can't won't wouldn't could couldn't".split())
OWN = frozenset("i we my our".split())
HEAD_ENDS = frozenset(
    "of from by in on at that which who to for with seen signed dated released sent this".split()
)
LABELS = frozenset(["correction", "clarification"])
LISTS = (
    """passing leading offers documents former denial conceding supposing wanting modal possible""".split()
)
BEHELD = (("to",), ("for",), ("among",))
HEDGES = frozenset("would might may will could can 'd".split())


class Lexicon(NamedTuple):
    """Phrases by their first word, longest first; plain sets of forms; what a frame makes of a word."""

    phrases: dict[str, list[tuple[Words, StatementFunction]]]
    sets: dict[str, frozenset[str]]
    frames: dict[str, dict[str, StatementFunction]]


class Cue(NamedTuple):
    """What the rules look at: words in lower case, how the content begins and ends, who speaks."""

    words: Words
    source: Words
    content: Words
    quoted: bool
    asks: bool
    label: str
    speaker: AgentKind | None


def function(text: str, statement: Statement, *, speaker_kind: AgentKind | None = None) -> Verdict:
    """What ``statement`` does, and the words or the rule that say so.

    ``speaker_kind`` is the kind of the agent that speaks, where it is known. For the article's own voice
    leave it out: an article that finds something likely is no document that speaks.
    """
    cue = _cue(text, statement, speaker_kind)
    verdicts = (rule(cue) for rule in RULES)
    return next((verdict for verdict in verdicts if verdict), ("speech", "no word for anything else"))


def _corrected(cue: Cue) -> Verdict | None:
    """ "An earlier version of this report said ...", and what stands under the label "Correction:"."""
    source = " ".join(cue.source)
    former = next((phrase for phrase in lexicon().sets["former"] if phrase in source), None)
    if former or cue.label:
        return "correction", former or cue.label
    return None


def _documented(cue: Cue) -> Verdict | None:
    """A document that speaks, whatever its verb; its noun counts where nobody knows who speaks."""
    noun = head(cue.source)
    if cue.speaker == "document" and cue.source and not OWN.intersection(cue.source):
        return "document", noun
    if cue.speaker != "organization" and noun in lexicon().sets["documents"]:
        return "document", noun
    return None


def _held(cue: Cue) -> Verdict | None:
    """ "To many here, the bridge is a folly": what is so to, for or among somebody is believed."""
    return ("belief", cue.words[0]) if cue.words in BEHELD else None


def _refused(cue: Cue) -> Verdict | None:
    """A saying that is withheld: "did not respond", "would not say", "has not said whether"."""
    known = lexicon()
    silent, kept = known.sets["silent"], known.sets["kept"]
    at = next((i for i, word in enumerate(cue.words) if negates(word)), len(cue.words))
    verbs = [i for i, word in enumerate(cue.words) if word in silent | kept or longest(cue.words, i)[1]]
    if any(i < at for i in verbs) or "out" in cue.words[at:]:
        return None
    verb = next((cue.words[i] for i in verbs if i > at), "")
    unwilling = not UNWILLING.isdisjoint(cue.words[: at + 1])
    unsaid = not INTERROGATIVE.isdisjoint(cue.content[:1])
    if verb in silent or (verb in kept and (unwilling or unsaid)):
        return "refusal", " ".join(cue.words[at:])
    return None


def _put(cue: Cue) -> Verdict | None:
    """A speaker's turn, which has no verb, is a question where it ends as one."""
    return ("question", "?") if cue.asks and not cue.words else None


def _told(cue: Cue) -> Verdict | None:
    """The first words of the cue that the lexicon knows, as their frame has it."""
    known = lexicon()
    denied = any(negates(word) for word in cue.words)
    for at, word in enumerate(cue.words):
        if denied and word in known.sets["beyond"] and "out" not in cue.words:
            return "knowledge", word
        if word in known.sets["hedged"] and not HEDGES.isdisjoint(cue.words[:at]):
            return "intention", word
        phrase, found = longest(cue.words, at)
        end = at + len(phrase)
        if found and not _passes(cue.words, end):
            return _framed(phrase, cue, end) or found, " ".join(phrase)
    return None


RULES: tuple[Callable[[Cue], Verdict | None], ...] = (_corrected, _documented, _refused, _put, _held, _told)


def longest(words: Words, at: int) -> tuple[Words, StatementFunction | None]:
    """The longest phrase of the lexicon that begins at a word, and its function."""
    for phrase, found in lexicon().phrases.get(words[at], ()):
        if words[at : at + len(phrase)] == phrase:
            return phrase, found
    return (), None


def _passes(words: Words, end: int) -> bool:
    """Whether the word before ``end`` only leads to the verb that "to" links to it."""
    if end + 1 >= len(words) or words[end] != "to":
        return False
    if words[end - 1] in lexicon().sets["leading"]:
        return longest(words, end + 1)[1] == "speech"
    return words[end - 1] in lexicon().sets["passing"]


def _framed(phrase: Words, cue: Cue, end: int) -> StatementFunction | None:
    """What the frame after ``phrase`` makes of it, where the lexicon lists frames for it."""
    known = lexicon()
    frames = known.frames.get(" ".join(phrase), {})
    first = next(chain((word for word in cue.words[end:] if word in PREPOSITIONS), cue.content), "")
    seen = {
        "interrogative": first in INTERROGATIVE,
        "asking": cue.asks,
        "gerund": len(first) > 4 and first.endswith("ing"),
        "infinitive": not cue.quoted and "to" in cue.content[:MANY],
        "offered": not known.sets["offers"].isdisjoint(cue.content[:MANY]),
        first: True,
    }
    return next((found for frame, found in frames.items() if seen.get(frame)), None)


def head(source: Words) -> str:
    """The head noun of a noun phrase, as near as its words tell.

    >>> head(("the", "latest", "survey", "of", "voters"))
    'survey'
    """
    end = next((i for i, word in enumerate(source) if i and word in HEAD_ENDS), len(source))
    return source[end - 1] if end else ""


def negates(word: str) -> bool:
    """Whether a word denies what follows it."""
    return word.endswith(("n't", "n’t")) or word in lexicon().sets["denial"]


def _cue(text: str, statement: Statement, speaker: AgentKind | None) -> Cue:
    content = [span.of(text) for span in statement.content]
    return Cue(
        words(text, statement.cue),
        words(text, statement.source),
        words(text, statement.content),
        bool(content) and bool(QUOTE.match(content[0])),
        bool(content) and content[-1][-LONG:].rstrip(CLOSING).endswith("?"),
        _label(text, statement),
        speaker,
    )


def _label(text: str, statement: Statement) -> str:
    """The label of a correction, where the statement's paragraph begins with one."""
    start = min((span.start for span in chain(statement.cue, statement.source)), default=0)
    paragraph = text[max(0, start - LONG) : start].rpartition("\n")
    first = WORD.search(paragraph[2]) if paragraph[1] or start <= LONG else None
    return first[0].lower() if first and first[0].lower() in LABELS else ""


@cache
def lexicon() -> Lexicon:
    """The word lists of ``function.toml``, inflected."""
    data = loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    exceptions = data["inflection"]
    phrases: dict[str, list[tuple[Words, StatementFunction]]] = {}
    for name in get_args(StatementFunction):
        for phrase in forms(data.get(name, {}), exceptions):
            phrases.setdefault(phrase[0], []).append((phrase, name))
    for same in phrases.values():
        same.sort(key=lambda entry: -len(entry[0]))
    sets = {
        name: frozenset(" ".join(form) for form in forms(group, exceptions)) for name, group in _groups(data)
    }
    frames = {f: by for verb, by in data["frames"].items() for (f,) in forms({"verbs": [verb]}, exceptions)}
    return Lexicon(phrases, sets, frames)


def _groups(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The lists that are no function of their own."""
    for name in LISTS:
        yield name, data[name]
    for function, name in (
        ("refusal", "silent"),
        ("refusal", "kept"),
        ("knowledge", "beyond"),
        ("intention", "hedged"),
    ):
        yield name, {"verbs": data[function][name]}
