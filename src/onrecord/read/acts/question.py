"""The question that a statement answers, kept apart from the answer.

    Asked whether the port “will stay open”, Roos said it would.     the answer holds none of the quoted words
    A reporter asked who had paid. “The city,” she said.             the question is a statement of its own
    Q: Who paid?  A: The city.                                       turns of a transcript

A clause without a subject of its own ("Asked whether") is no statement: one that was made of it goes, unless
its source is who asked. The asker is the speaker of the question's statement, the agent mentioned in the
clause, or else the one in whose interview the answer was given.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.article import Article
from onrecord.read.acts.asking import (
    LOOSE,
    VERBS,
    Asking,
    Sentences,
    askings,
    last_question,
    sentences,
    turns,
)
from onrecord.read.acts.places import Places, Statements, extent, places
from onrecord.read.network.link import kind
from onrecord.read.quotes import Quotation, quotations
from onrecord.span import Span
from onrecord.statement import Agent, Question, Statement

NEAR, DEEP = 12, 20
MAIN = re.compile(r"[,:][\s”’\"']*(?P<link>(?:and |but )?)[“\"]?$")
RELATIVE = frozenset(["who", "which", "that", "whose"])
PRONOUNS = frozenset("he she they it i we".split())
REPLY = re.compile(r"\b(?:repl|respon|answer|retort|shot back|fired back)", re.IGNORECASE)
ASKED = re.compile(rf"\b(?:{VERBS}|asks|asking|interjected|wanted|had a question)\b", re.IGNORECASE)
MARKS = frozenset("“\"‘'«„")
EDGE = " \t\r\n,;:."


class Pair(NamedTuple):
    """A question and the statement that answers it; ``clause`` is what the answer must not hold."""

    answer: Statement
    content: tuple[Span, ...]
    asker: str | None
    clause: Span | None = None


class Clause(NamedTuple):
    """A clause that tells of a question, its sentence, and the statements that were made of it."""

    asking: Asking
    sentence: Span
    made: Statements


def answered(article: Article, statements: Statements, agents: Iterable[Agent] = ()) -> tuple[Statement, ...]:
    """``statements`` with the questions that they answer, without those made of a question's clause alone.

    Run it once speakers, and if possible chains, are known; without them it knows no askers.
    """
    text, around, inside = article.text, places(article.text, statements, agents), sentences(article.text)
    clauses = [
        Clause(a, inside.around(a.start), around.between(a.start, a.content.start))
        for a in askings(text, inside)
    ]
    made = {s.id for clause in clauses for s in clause.made}
    loose = [clause for clause in clauses if clause.asking.loose and not clause.asking.request]
    dropped = {s.id for clause in loose for s in clause.made if not _by_asker(s, clause)}
    found = chain(_by_clause(around, clauses, made), _by_statement(around, inside, made), _by_turn(around))
    pairs: dict[str, Pair] = {}
    for pair in sorted(found, key=lambda pair: pair.clause is None):
        pairs.setdefault(pair.answer.id, pair)
    outer = [q for q in quotations(text)[0] if q.level == 1]
    kept = (_with(text, s, pairs[s.id], outer) if s.id in pairs else s for s in statements)
    return _lifted([s for s in kept if s.id not in dropped], {s.id: s for s in statements}, dropped)


def _by_asker(s: Statement, clause: Clause) -> bool:
    """Whether the source of a statement made of a clause is who asked, not who answers."""
    asker = clause.asking.asker
    if asker is None or not s.source:
        return asker is not None
    return any(span.start < asker.end and asker.start < span.end for span in s.source)


def _by_clause(around: Places, clauses: Sequence[Clause], made: set[str]) -> Iterator[Pair]:
    """The answers to "asked whether ..." in its sentence or right behind it."""
    before: str | None = None
    for clause in clauses:
        answer, end = _answer(around, clause, made)
        content = _trimmed(around.text, clause.asking.content.start, end)
        if answer is None or not content:
            continue
        speaker = next((s.speaker for s in clause.made if s.speaker and _by_asker(s, clause)), None)
        again = before if clause.asking.again else None
        before = speaker or around.named(clause.asking.asker) or again or _venue(answer)
        region = Span(_begin(around.text, clause), end) if clause.asking.loose else None
        yield Pair(answer, content, before, region)


def _answer(around: Places, clause: Clause, made: set[str]) -> tuple[Statement | None, int]:
    """The statement that answers, and where the question ends."""
    asking, sentence = clause.asking, clause.sentence
    earlier = [s for s in around.between(sentence.start, asking.start) if _answers(around, s)]
    before = earlier[-1] if earlier and asking.loose else None
    for s in around.between(asking.content.start, sentence.end):
        begin = _main(around.text, s, asking)
        if begin is not None and s.id not in made and around.functions[s.id] != "question":
            fits = asking.loose or _fits(around, s, sentence)
            return before or (s if fits else None), begin
    if before or asking.request:
        return before, sentence.end
    behind = around.behind(sentence.end)
    answer = behind if behind and _answers(around, behind) else None
    if not asking.loose:
        return answer if answer and _fits(around, answer, sentence) else None, sentence.end
    comma = around.text.rfind(",", asking.content.start, sentence.end)
    return answer, comma if comma > 0 else sentence.end


def _answers(around: Places, s: Statement) -> bool:
    """Whether a statement does what answers do: it says something, or declines to."""
    asks = any(ASKED.search(span.of(around.text)) for span in s.cue)
    return around.functions[s.id] in {"speech", "refusal", "document"} and not asks


def _main(text: str, s: Statement, asking: Asking) -> int | None:
    """Where a statement begins that follows a clause in its sentence: as a main clause, behind a comma."""
    if RELATIVE.intersection(span.of(text).lower() for span in s.source):
        return None
    first = asking.content.start
    quoted = (span for span in s.content if text[span.start : span.start + 1] in MARKS)
    starts = sorted(span.start for span in (*s.source, *s.cue, *quoted) if span.start > first)
    joints = (MAIN.search(text, max(first, start - NEAR), start) for start in starts)
    return next((joint.start("link") for joint in joints if joint), None)


def _fits(around: Places, s: Statement, asking: Span) -> bool:
    """Whether a statement may answer a question: it quotes or replies, or its source was named in asking."""
    source = [word for span in s.source for word in span.of(around.text).split()]
    named = bool(source) and (source[-1] in asking.of(around.text) or source[0].lower() in PRONOUNS)
    return s.kind == "direct" or named or any(REPLY.search(span.of(around.text)) for span in s.cue)


def _by_statement(around: Places, inside: Sentences, made: set[str]) -> Iterator[Pair]:
    """The answers that stand right behind a question that is a statement of its own."""
    for s in around.begun:
        if around.functions[s.id] != "question" or s.id in made or not s.content or not _put(around.text, s):
            continue
        end = inside.around(extent(s).end - 1).end
        answer = around.behind(end)
        if answer is None or answer.parent != s.parent or _same(around.text, s, answer):
            continue
        if _answers(around, answer) and _fits(around, answer, Span(extent(s).start, end)):
            last = last_question(around.text, s.content[-1])
            yield Pair(answer, (last,) if last else s.content, s.speaker)


def _put(text: str, s: Statement) -> bool:
    """Whether a question was put to somebody, by a verb of asking or as a turn; others only wonder."""
    cue = " ".join(span.of(text) for span in s.cue)
    return ASKED.search(cue) is not None or not any(c.isalnum() for c in cue)


def _same(text: str, s: Statement, other: Statement) -> bool:
    """Whether two statements have one speaker, as far as their sources tell."""
    if s.speaker and other.speaker:
        return s.speaker == other.speaker
    return [span.of(text) for span in s.source] == [span.of(text) for span in other.source] != []


def _by_turn(around: Places) -> Iterator[Pair]:
    """The answers in a transcript: a turn behind another's turn that asks."""
    for before, turn in pairwise(turns(around.text)):
        answer = around.behind(turn.who.start)
        if not before.asks or before.name == turn.name or turn.who.start - before.said.end > NEAR:
            continue
        if answer and extent(answer).start < turn.said.start + NEAR:
            asking = around.behind(before.who.start)
            asker = asking.speaker if asking and extent(asking).start < before.said.start else None
            yield Pair(answer, (before.question,), asker or around.named(before.who))


def _begin(text: str, clause: Clause) -> int:
    """Where a clause begins, with the "When" before its verb."""
    before = text[clause.sentence.start : clause.asking.start].lower().split()
    return clause.sentence.start if len(before) < 3 and LOOSE.issuperset(before) else clause.asking.start


def _venue(s: Statement) -> str | None:
    """In whose interview a statement was made: who else would have asked?"""
    held = (hop.agent for hop in s.chain if hop.relation == "in_interview_with")
    return s.venue or next(held, None)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    stretch = text[start:end].rstrip(EDGE)
    return (Span(start, start + len(stretch)),) if stretch else ()


def _with(text: str, s: Statement, pair: Pair, outer: list[Quotation]) -> Statement:
    """``s`` with its question, whose words it no longer holds."""
    s = replace(s, question=Question(pair.asker, pair.content))
    left = tuple(_without(text, s.content, pair.clause)) if pair.clause else s.content
    if not left or left == s.content:
        return s
    return replace(s, content=left, kind=kind(text, left, outer))


def _without(text: str, content: Iterable[Span], clause: Span) -> Iterator[Span]:
    """What is left of ``content`` outside ``clause``, without the marks that joined them."""
    for span in content:
        if span.end <= clause.start or clause.end <= span.start:
            yield span
            continue
        if span.start < clause.start:
            yield from _trimmed(text, span.start, clause.start)
        rest = text[clause.end : span.end]
        start = clause.end + len(rest) - len(rest.lstrip(EDGE))
        if start < span.end:
            yield Span(start, span.end)


def _lifted(kept: Statements, every: Mapping[str, Statement], dropped: set[str]) -> tuple[Statement, ...]:
    """``kept`` with what stood inside a dropped statement moved out of it."""
    return tuple(_out(s, every, dropped) for s in kept) if dropped else tuple(kept)


def _out(s: Statement, every: Mapping[str, Statement], dropped: set[str]) -> Statement:
    line: list[Statement] = [s]
    while len(line) < DEEP and (above := every.get(line[-1].parent or "")):
        line.append(above)
    gone = [above for above in line[1:] if above.id in dropped]
    if not gone:
        return s
    parent = next((above.id for above in line[1:] if above.id not in dropped), line[-1].parent)
    return replace(s, parent=parent, level=s.level - len(gone))
