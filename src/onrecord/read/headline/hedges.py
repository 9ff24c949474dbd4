"""What words alone tell of commitment: hedges, and where conditions open."""

from collections.abc import Sequence

from onrecord.read.clauses import Word
from onrecord.read.headline.lexicon import found
from onrecord.read.headline.sides import overlaps
from onrecord.span import Span

SURE = 3
CLAUSE = 3  # words that a clause has at the least
DETERMINERS = frozenset("a an the its his her their this that these those our my your".split())
BE = frozenset("is are was were be been am being".split())
MONTH = frozenset(
    "in of on by until till since late early mid last next this from to before after and".split()
)


def allowed(text: str, there: tuple[Word, ...]) -> tuple[int, tuple[Span, ...]]:
    """The rank that hedges leave, and the first of them."""
    firm = found("firm", there)
    for rank, name in ((1, "possible"), (2, "probable")):
        for hedge in found(name, there):
            if not overlaps(hedge, firm) and _hedges(text, hedge, there):
                return rank, (hedge,)
    return SURE, ()


def _hedges(text: str, hedge: Span, there: tuple[Word, ...]) -> bool:
    """Whether a word is a hedge where it stands.

    "May" is the month with a capital after "in" or beside a number; a participle may only describe a noun ("a
    planned tax", "a party seeking office").
    """
    at = next(i for i, w in enumerate(there) if w.start == hedge.start)
    before = [w.lower for w in there[max(0, at - 2) : at]]
    if hedge.of(text) == "May":
        beside = [*before[-1:], *(w.lower for w in there[at + 1 : at + 2])]
        return not any(w in MONTH or w[0].isdigit() for w in beside)
    if there[at].lower.endswith("ing"):
        return any(w in BE or w.endswith(("'s", "'re", "'m")) for w in before)
    return not (there[at].lower.endswith("ed") and before[-1:] and before[-1] in DETERMINERS)


def conditions(text: str, there: Sequence[Word]) -> list[Span]:
    """Where conditions open; "even if", "asked if", "until May" and "a farm once" open none.

    >>> from onrecord.read.clauses import words
    >>> text = "It was a farm once and will be one until May, or until the bank calls."
    >>> [text[s.start : s.end + 9] for s in conditions(text, words(text, Span(0, len(text))))]
    ['until the bank']
    """
    none = found("even", there)
    return [s for s in found("condition", there) if not overlaps(s, none) and _opens(text, there, s)]


def _opens(text: str, there: Sequence[Word], opened: Span) -> bool:
    """Whether a word that is a preposition, an adverb or a verb too opens a condition here."""
    at = next(i for i, w in enumerate(there) if w.end == opened.end) + 1
    after = there[at : at + 2]
    match opened.of(text).lower():
        case "until":
            named = any(span.start == w.start for w in after[:1] for span in found("time", after))
            return len(there) - at >= CLAUSE and not named and not after[0].lower[0].isdigit()
        case "once":
            return len(there) - at >= CLAUSE and bool(found("subject", after[:1]))
        case "provided" | "providing":
            return "," in text[there[max(at - 2, 0)].end : opened.start]
    return True
