"""A small article from marked-up text, with the statements and claims that its marks say.

A line is a paragraph and holds at most one statement: ``[source]``, ``{cue}`` and ``<content>``. A claim is
its trigger, the speaker's value, the event and perhaps the kind of Uu: ``*close|PS+|e1*``. In the headline a
claim outside a statement is the article's own. Speakers are known by the words of the source.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, get_args

from onrecord.article import Article, Block
from onrecord.claim import Act, Claim, Difference, Event, Headline, Stance, Time
from onrecord.read.headline import headline_of
from onrecord.span import Span
from onrecord.statement import Agent, Hop, Mention, Statement

MARK = re.compile(r"[\[\]{}<>]|\*([^*|]+)\|([^*]+)\*")
PAIRS = {"[": "]", "{": "}", "<": ">"}
ACTS = {"CT-": "deny"}


class Marked(NamedTuple):
    """A line without its marks, the spans of each, and its claims: (trigger, value, event, kind)."""

    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    claims: tuple[tuple[Span, list[str]], ...]


def read(line: str, at: int) -> Marked:
    """A marked-up line that stands at a place of the text."""
    text, last = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    claims = []
    for mark in MARK.finditer(line):
        text += line[last : mark.start()]
        last = mark.end()
        if mark[1]:
            claims.append((Span(at + len(text), at + len(text) + len(mark[1])), mark[2].split("|")))
            text += mark[1]
        elif mark[0] in PAIRS:
            opened[PAIRS[mark[0]]] = at + len(text)
        else:
            start = next(key for key, value in PAIRS.items() if value == mark[0])
            spans[start].append(Span(opened[mark[0]], at + len(text)))
    text += line[last:]
    return Marked(text, *(tuple(spans[key]) for key in "[{<"), tuple(claims))


def statement(number: int, marked: Marked, speaker: str) -> Statement:
    """The statement of a line."""
    chain = (Hop("article", "published_by"), Hop(speaker, "said_by"))
    kept = marked.source, marked.cue, marked.content
    return Statement(f"s{number}", "indirect", *kept, 1.0, function="speech", speaker=speaker, chain=chain)


def check(
    lines: Iterable[str],
    *,
    agents: Iterable[Agent] = (),
    times: Iterable[tuple[str, str, str]] = (),
    published: str | None = "2031-04-02",
    with_claims: bool = True,
) -> tuple[Article, Headline | None]:
    """The headline check of marked-up lines, the first of which is the headline."""
    text, blocks, statements, claims, found = "", [], [], [], {a.id: a for a in agents}
    triggers: dict[str, list[Span]] = {}
    for number, line in enumerate(lines):
        marked = read(line, len(text))
        whole = marked.text + "\n\n"
        kind = "paragraph" if number else "headline"
        blocks.append(Block(kind, len(text), len(text) + len(whole)))
        text += whole
        speaker = ""
        if marked.content:
            speaker = _speaker(text, marked, found)
            statements.append(statement(number, marked, speaker or "nobody"))
        for span, (value, event, *kind_of) in marked.claims:
            triggers.setdefault(event, []).append(span)
            stance = Stance(speaker or "article", value, *kind_of, evidence=(span,))  # type: ignore[arg-type]
            id_ = statements[-1].id if marked.content else None
            act = ACTS.get(value, "assert")
            assert act in get_args(Act)
            claims.append(Claim(f"c{len(claims)}", id_, event, span.of(text), (span,), (stance,), act))
    article = Article("a", text, tuple(blocks), published=published)
    events = [Event(id_, None, triggers=tuple(spans)) for id_, spans in triggers.items()]
    dated = [
        Time(f"t{i}", m.start(), m.end(), first, "explicit", "DATE", first, last)
        for i, (words, first, last) in enumerate(times)
        for m in re.finditer(re.escape(words), text)
    ]
    every = tuple(found.values())
    read_before = (claims, events, dated) if with_claims else ((), (), dated)
    return article, headline_of(article, statements, every, *read_before)


def kinds(headline: Headline | None) -> set[str]:
    """The kinds of difference."""
    return {d.kind for d in headline.differences} if headline else set()


def said(article: Article, difference: Difference) -> tuple[str, str]:
    """The words of both sides."""
    sides = (difference.headline, difference.body)
    return tuple(" / ".join(s.of(article.text).strip() for s in side) for side in sides)  # type: ignore[return-value]


def _speaker(text: str, marked: Marked, found: dict[str, Agent]) -> str:
    """The agent of a line's source: a known one by its name, else a new one."""
    if not marked.source:
        return ""
    span = marked.source[0]
    name = span.of(text)
    for agent in found.values():
        if name in (agent.name, *agent.aliases):
            return agent.id
    kind = "person" if name.istitle() else "unnamed"
    found[name] = Agent(name, name, kind, mentions=(Mention(span.start, span.end, "name"),))
    return name
