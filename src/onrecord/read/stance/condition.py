"""Conditions elsewhere in the sentence: what follows from what is supposed is supposed too."""

from collections.abc import Iterator, Sequence

from onrecord.read.stance.lexicon import Hit, closed
from onrecord.read.stance.place import Place, place
from onrecord.span import Span

# After these "if" means "whether": "asked if", "do not know if".
WEIGHING = frozenset(
    ["know", "sure", "unsure", "wonder", "ask", "doubt", "consider", "decide", "think", "may", "too_early"]
)
INVERTED = frozenset(["had", "should", "were"])  # "Had they asked, we would have come"
AHEAD = frozenset(["would", "may", "should", "will"])


def conditions(at: Place, around: Sequence[Span]) -> Iterator[Hit]:
    """The conditions in the sentence, in the content or in that of the statement around it.

    What has been depends on nothing: "told me that it leaks if it rains" does not suppose the telling.
    """
    if _has_been(at):
        return
    head = Span(at.scan.starts[at.head], at.scan.words[at.head].end)
    wider = place(at.text, around, (head,)) if around else None
    low, high = (min(at.low, wider.low), max(at.high, wider.high)) if wider else (at.low, at.high)
    for k in range(low, high):
        hit = at.hit(k)
        if hit and hit.name == "if" and hit.first == k and not means_whether(at, k):
            if any(at.lower(j) == "that" for j in range(at.head + 1, k)):
                return
            yield hit
    if at.lower(at.low) in INVERTED and _main_clause(at):
        yield Hit("if", at.low, at.low + 1)


def _main_clause(at: Place) -> bool:
    """Whether the trigger stands behind a comma, with a modal: "Should it rain, we **will** leave"."""
    near = (at.hit(k) for k in range(max(at.low + 1, at.head - 4), at.head))
    return any("," in at.gap(k) for k in range(at.low + 1, at.head)) and any(
        h and h.name in AHEAD for h in near
    )


def means_whether(at: Place, k: int) -> bool:
    """Whether the "if" at word ``k`` opens an indirect question."""
    near = (at.hit(j) for j in range(max(0, k - 2), k))
    return any(hit is not None and hit.name in WEIGHING for hit in near)


def _has_been(at: Place) -> bool:
    """Whether the verb says what has been: "has offered", "told", "wanted", without a modal."""
    near = (at.hit(k) for k in range(max(at.low, at.head - 4), at.head))
    if any(hit and hit.name in AHEAD for hit in near):
        return False
    head = at.lower(at.head)
    before = {at.lower(k) for k in range(max(at.low, at.head - 3), at.head)}
    if head in closed("past") or before & {"has", "have", "had", "was", "were"}:
        return True
    return head.endswith("ed") and not before & closed("be")
