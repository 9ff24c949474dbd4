"""What the cue of a statement does to what it reports: "ruled out", "hopes", "would not say"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.read.stance.compose import Step, folded, step
from onrecord.read.stance.lexicon import Hit, Scanned, closed, scanned
from onrecord.read.stance.operators import OPERATORS
from onrecord.span import Span
from onrecord.statement import Statement, StatementFunction

# What a statement does by itself, where no word of its cue is known.
BY_FUNCTION: dict[StatementFunction | None, str] = {
    "hope": "want",
    "question": "question",
    "refusal": "refuse",
    "intention": "plan",
    "expectation": "expect",
    "knowledge": "know",
}
# What counts in a cue that says something: whoever "wants to say" or "tried to explain" has said it.
IN_SAYING = frozenset(["no_comment", "no_response", "not_confirmed", "deny", "rule_out", "not"])
ADVICE = ("advis", "caution", "counsel")  # "advised that it was legal" informs
SEEN_AT = frozenset("on in at with before".split())  # "appeared on television"


def cue_steps(text: str, statement: Statement) -> list[Step]:
    """The operators of a cue, from the content outward."""
    if not statement.cue:
        return []
    if statement.negated:
        return [step("uncommitted", statement.cue, of_cue=True)]
    scan = scanned(text)
    steps = folded(scan, _counting(scan, statement), of_cue=True)
    governing = [s for s in steps if OPERATORS[s.name.removeprefix("not ")].governs]
    if governing:
        return governing
    if statement.function == "document" and steps and steps[0].name == "would":
        return steps[:1]  # "the bill would ..."
    known = BY_FUNCTION.get(statement.function) if _says_something(scan, statement) else None
    name = "order" if _tells_to(scan, statement) else known
    if _tells_whether(scan, statement):
        name = "know_whether"
    negated = any(s.name == "not" for s in steps)
    if name == "refuse" and negated:
        name = "no_comment"  # a refusal with "would not" or "has not" in it and no word that says to what
    return [step(name, statement.cue, negated=negated, of_cue=True)] if name else []


def _counting(scan: Scanned, statement: Statement) -> list[Hit]:
    """The operators of the cue that count, the last first."""
    reread = (_reread(scan, hit, statement) for hit in _hits(scan, statement.cue))
    hits = [hit for hit in reread if hit]
    if any(hit.name == "admit" for hit in hits):
        return [hit for hit in hits if hit.name in {"admit", "not"}]
    says = statement.function in {"speech", "document"} and _any(scan, statement.cue, "saying")
    return [hit for hit in hits if hit.name in IN_SAYING] if says else hits


def _hits(scan: Scanned, cue: Sequence[Span]) -> Iterator[Hit]:
    """The operators that begin in the cue, the last first."""
    for span in reversed(cue):
        low, i = bisect_left(scan.starts, span.start), bisect_left(scan.starts, span.end) - 1
        while i >= low:
            hit = scan.hits[i]
            if hit and hit.first >= low:
                yield hit
            i = hit.first - 1 if hit else i - 1


def _reread(scan: Scanned, hit: Hit, statement: Statement) -> Hit | None:
    """The operator as its frame has it: another's thought is flat, "asked whether" is a question."""
    opener = next(iter(_opening(scan, statement)), "")
    match hit.name:
        case "think" if not _any(scan, statement.source, "me"):
            return hit._replace(name="belief")
        case "know" | "sure" if opener == "whether" and not _denied(scan, statement):
            return hit._replace(name="know_whether")
        case "consider" if statement.function == "belief" and not _looks_ahead(scan, statement):
            return hit._replace(name="belief") if _word(scan, hit).startswith("consider") else hit
        case "fear" if opener in {"what", "how", "why"}:
            return None
        case "suggest" if opener.endswith("ing"):
            return hit._replace(name="ask")
        case "seem" if hit.last < len(scan.words) and scan.words[hit.last].lower in SEEN_AT:
            return None
        case "ask" | "wonder":
            return _asking(scan, statement, hit, opener)
    return hit


def _asking(scan: Scanned, statement: Statement, hit: Hit, opener: str) -> Hit | None:
    if opener == "that" and _word(scan, hit).startswith(ADVICE):
        return None
    question = statement.function == "question" or opener == "about" or opener in closed("interrogative")
    return hit._replace(name="question" if question else "ask")


def _looks_ahead(scan: Scanned, statement: Statement) -> bool:
    """Whether "consider" is of what may come: "would consider", "is considering", "he'd consider"."""
    before = max(
        bisect_left(scan.starts, statement.cue[0].start) - 1, 0
    )  # "he'd", where the cue begins at "'d"
    words = [scan.words[before].lower, *_words(scan, statement.cue)]
    return not closed("hypothetical").isdisjoint(words) or any(word.endswith("'d") for word in words)


def _says_something(scan: Scanned, statement: Statement) -> bool:
    """Whether the cue has a word that may carry what the statement does, not auxiliaries alone."""
    return (
        not closed("grammatical")
        .union(closed("be"), closed("determiners"))
        .issuperset(_words(scan, statement.cue))
    )


def _tells_to(scan: Scanned, statement: Statement) -> bool:
    """Whether somebody is told to do what follows: "told them to leave", "warned not to"."""
    return "to" in _opening(scan, statement) and _any(scan, statement.cue, "telling")


def _tells_whether(scan: Scanned, statement: Statement) -> bool:
    """Whether somebody is told whether it is so, and we are not: "has been told whether"."""
    return "whether" in _opening(scan, statement)[:1] and _any(scan, statement.cue, "telling")


def _denied(scan: Scanned, statement: Statement) -> bool:
    return any(hit.name == "not" for hit in _hits(scan, statement.cue))


def _opening(scan: Scanned, statement: Statement) -> list[str]:
    """The first two words of the content."""
    first = statement.content[0].start if statement.content else len(scan.starts)
    low = bisect_left(scan.starts, first)
    return [word.lower for word in scan.words[low : low + 2]] if statement.content else []


def _any(scan: Scanned, spans: Sequence[Span], listed: str) -> bool:
    return not closed(listed).isdisjoint(_words(scan, spans))


def _words(scan: Scanned, spans: Sequence[Span]) -> list[str]:
    return [
        word.lower
        for span in spans
        for word in scan.words[bisect_left(scan.starts, span.start) : bisect_left(scan.starts, span.end)]
    ]


def _word(scan: Scanned, hit: Hit) -> str:
    return scan.words[hit.first].lower
