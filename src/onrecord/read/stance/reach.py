"""Whether an operator reaches a word of its own clause, to its right.

A word of the verb group ("not", "may", "likely") reaches the verb and its objects. A predicate reaches only
what it embeds, and whether it embeds anything is told from what follows it: "the **order** to leave" does,
"the executive **order**" does not.
"""

from onrecord.read.stance.lexicon import Hit, closed
from onrecord.read.stance.operators import OPERATORS
from onrecord.read.stance.place import Place

GROUP = 14  # words between a word of the verb group and the verb or its object
REACH = 7  # words between a predicate and what it embeds
OWN = 5  # words between "I" and "think", and one more

IN_CUES = frozenset(["support", "suggest", "retract"])
KNOWING = frozenset(["know", "sure", "doubt"])
DIRECTED = frozenset(["ask", "order", "forbid"])
STRICT = frozenset(
    "plan try decide promise threaten refuse fail seem consider impossible fear wonder pretend".split()
)


def reaches(at: Place, hit: Hit, anchor: int) -> bool:
    """Whether an operator reaches the word ``anchor`` of the same clause."""
    gap = anchor - hit.last
    if OPERATORS[hit.name].governs:
        return hit.name == "if" or (gap <= REACH and _embeds(at, hit, anchor))
    if hit.name == "would" and _had(at, hit, anchor):
        return False
    return gap <= GROUP and not (hit.name == "not" and _set_aside(at, hit.last, anchor))


def attributive(at: Place) -> bool:
    """Whether the trigger is an adjective before its noun ("a foolish plan"): nothing around reaches it."""
    following = at.head + 1
    if following >= at.high or at.first == 0 or at.lower(at.first - 1) not in closed("determiners"):
        return False
    return (
        at.gap(following) == " "
        and at.lower(following).isalpha()
        and at.lower(following) not in closed("grammatical")
        and at.lower(at.head).endswith(tuple(closed("adjectival")))
    )


def _embeds(at: Place, hit: Hit, anchor: int) -> bool:
    """Whether what follows a predicate can be what it embeds, and the word ``anchor`` is in it."""
    following = at.lower(hit.last)
    if hit.name in IN_CUES or _interrupted(at, hit.last, anchor):
        return False
    if hit.noun:
        return following in closed("directed_at" if hit.name in DIRECTED else "noun_object")
    if hit.name in KNOWING:
        return following in closed("interrogative") or following == "that"
    if hit.name == "fail" and any(at.lower(k) == "from" for k in range(hit.last, anchor)):
        return True
    if hit.name == "manage":
        return any(at.lower(k) == "to" for k in range(hit.last, anchor)) or at.lower(hit.first) == "let"
    if hit.name == "consider" and not at.lower(hit.first).startswith("consider"):
        return True  # "weighs a sale"
    if hit.name in STRICT:
        return following in closed("verb_object") or following.endswith("ing")
    return True


def own(at: Place, hit: Hit) -> bool:
    """Whether a thought is the speaker's own: "I think", "we do not really believe", said she thinks."""
    for k in range(hit.first - 1, max(hit.first - OWN, at.low - 1), -1):
        if at.lower(k) in closed("own") or (not at.quoted and at.lower(k) in closed("reported")):
            return True
        if at.lower(k) not in closed("auxiliary") and not at.lower(k).endswith(("n't", "ly")):
            return False
    return False


def _interrupted(at: Place, first: int, anchor: int) -> bool:
    """Whether a comma or a coordination stands between a predicate and the word that it would embed."""
    return any(
        "," in at.gap(k) or (k < anchor and at.lower(k) in closed("coordinators"))
        for k in range(first, anchor + 1)
    )


def _had(at: Place, hit: Hit, anchor: int) -> bool:
    """Whether "he'd" is "he had": a participle follows."""
    following = [at.lower(k) for k in range(hit.last, min(hit.last + 2, anchor + 1))]
    participle = any(word in closed("participles") or word.endswith("ed") for word in following)
    return participle and at.lower(hit.first).endswith("'d")


def _set_aside(at: Place, first: int, anchor: int) -> bool:
    """Whether "but" takes up what a negation set aside: "not in May but in June"."""
    return any(at.lower(k) == "but" for k in range(first, anchor))
