"""What went wrong in a reading, in words, for whoever improves it on sets that are there to be looked at."""

from collections.abc import Iterator

from evaluation.marked import Marked, Spans, Whole
from evaluation.sets import Compared
from evaluation.whole import Pair

LONGEST = 100


def report(compared: Compared) -> Iterator[str]:
    """The errors of one article, a line or two each, in the order of the text within each kind."""
    article, found, comparison = compared.article, compared.found, compared.statements
    yield f"== {article.id}"
    for kind, statements in (("missed", comparison.missed), ("spurious", comparison.spurious)):
        for statement in sorted(statements, key=place):
            yield f"{kind:18}{_said(article.text, statement)}"
    for pair in sorted(comparison.pairs, key=lambda pair: place(pair.gold)):
        for kind, gold, ours in _differences(pair, article.whole, found):
            yield f"{kind:18}{_said(article.text, pair.gold)}"
            yield f"{'':21}gold {gold} / found {ours}"


def _differences(pair: Pair, gold: Whole, found: Whole) -> Iterator[tuple[str, str, str]]:
    """What of a matched statement is wrong, what gold says and what was found."""
    if (pair.gold.level > 1) != (pair.found.level > 1):
        yield "level", str(pair.gold.level), str(pair.found.level)
    if pair.parent is False:
        yield "parent", str(pair.gold.parent), str(pair.found.parent)
    if not pair.speaker:
        yield f"speaker ({pair.kind})", name(gold, pair.gold.speaker), name(found, pair.found.speaker)
    if pair.gold.chain and not pair.chain:
        yield "chain", _chain(gold, pair.gold), _chain(found, pair.found)


def place(statement: Marked) -> tuple[int, int]:
    """Where a statement begins, those around it first."""
    return min((s.start for s in statement.cue + statement.content), default=0), statement.level


def _said(text: str, statement: Marked) -> str:
    """A statement on one line: level, source, cue, content."""
    source, cue, content = (
        words(text, spans) for spans in (statement.source, statement.cue, statement.content)
    )
    return f"{statement.id} L{statement.level} [{source}] {cue}: {content}"


def words(text: str, spans: Spans) -> str:
    """What spans say, on one line and not too long."""
    said = " ".join(" … ".join(span.of(text) for span in spans).split())
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 2]} …"


def name(whole: Whole, id_: str | None) -> str:
    """What an agent is called."""
    return next((agent.name for agent in whole.agents if agent.id == id_), str(id_))


def _chain(whole: Whole, statement: Marked) -> str:
    """The hops by name, those that hold from elsewhere in brackets."""
    hops = ((f"{name(whole, h.agent)} {h.relation}", h.explicit) for h in statement.chain)
    return " > ".join(hop if explicit else f"({hop})" for hop, explicit in hops) or "no chain"
