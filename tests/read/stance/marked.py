"""Statements written into their sentence: ``_Aas_ <said> {the dam may *leak*}.``

``_source_``, ``<cue>``, ``{content}``, ``*trigger*``; each may be absent or occur several times.
"""

from typing import NamedTuple

from msgspec.structs import replace

from onrecord.span import Span
from onrecord.statement import Hop, Statement, StatementFunction

MARKS = {"_": "source", "<": "cue", ">": "cue", "{": "content", "}": "content", "*": "trigger"}


class Marked(NamedTuple):
    text: str
    statement: Statement | None
    trigger: tuple[Span, ...]


def marked(sentence: str, function: StatementFunction = "speech", *, negated: bool = False) -> Marked:
    text, found, opened = "", {name: [] for name in MARKS.values()}, {}
    for char in sentence:
        name = MARKS.get(char)
        if name is None:
            text += char
        elif name in opened:
            found[name].append(Span(opened.pop(name), len(text)))
        else:
            opened[name] = len(text)
    spans = {name: tuple(s) for name, s in found.items()}
    if not spans["content"]:
        return Marked(text, None, spans["trigger"])
    quoted = any(text[s.start : s.start + 1] in '“"' for s in spans["content"])
    statement = Statement(
        "s1",
        "direct" if quoted else "indirect",
        spans["source"],
        spans["cue"],
        spans["content"],
        1.0,
        function=function,
        negated=negated,
        speaker="aas",
        chain=(Hop("article", "published_by"), Hop("aas", "said_by")),
    )
    return Marked(text, statement, spans["trigger"])


def without(it: Marked, evidence: tuple[Span, ...]) -> Marked:
    """The same statement in the text without the words of ``evidence``."""
    gone = {i for span in evidence for i in range(span.start, span.end)}
    place = [0]
    for i in range(len(it.text)):
        place.append(place[-1] + (i not in gone))

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        new = (Span(place[s.start], place[s.end]) for s in spans)
        return tuple(s for s in new if s.start < s.end)

    text = "".join(char for i, char in enumerate(it.text) if i not in gone)
    statement = it.statement and replace(
        it.statement,
        source=moved(it.statement.source),
        cue=moved(it.statement.cue),
        content=moved(it.statement.content),
    )
    return Marked(text, statement, moved(it.trigger))
