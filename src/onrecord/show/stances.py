"""How sure somebody is, in a word that a newsroom uses: a stance -> a mark, a word, a side."""

from typing import Literal

from msgspec import Struct

from onrecord.claim import Act, Stance
from onrecord.statement import StatementFunction

Side = Literal["for", "leans_for", "against", "leans_against", "unknown", "silent", "open"]
# A mark a side, and the same where a terminal has no such signs. None of them says "true" or "false".
MARKS: dict[Side, tuple[str, str]] = {
    "for": ("▲", "+"),
    "leans_for": ("△", "(+)"),
    "against": ("▼", "-"),
    "leans_against": ("▽", "(-)"),
    "unknown": ("?", "?"),
    "silent": ("…", "..."),
    "open": ("◇", "o"),
}
# By value, or by kind for Uu; "-" is what a wish or a "should" is against.
WORDS: dict[str, tuple[Side, str]] = {
    "CT+": ("for", "says so"),
    "PR+": ("leans_for", "likely"),
    "PS+": ("leans_for", "possible"),
    "CT-": ("against", "denies"),
    "PR-": ("leans_against", "unlikely"),
    "PS-": ("leans_against", "possibly not"),
    "CTu": ("unknown", "knows whether"),
    "Uu": ("open", "leaves open"),
    "ignorance": ("unknown", "does not know"),
    "uncommitted": ("open", "leaves open"),
    "declined": ("silent", "declines to say"),
    "no_response": ("silent", "no answer"),
    "not_confirmed": ("unknown", "not confirmed"),
    "conditional": ("open", "if …"),
    "desire": ("open", "hopes"),
    "desire-": ("open", "hopes not"),
    "deontic": ("open", "should"),
    "deontic-": ("open", "should not"),
    "question": ("unknown", "asks"),
}
# Where the act says more than the value: "I will pay" is as sure as "it rained", but a promise.
SHARPER: dict[tuple[str, Act], str] = {
    ("CT+", "promise"): "promises",
    ("PR+", "promise"): "promises",
    ("CT-", "promise"): "promises not to",
    ("PR-", "promise"): "promises not to",
    ("CT+", "threaten"): "threatens",
    ("PR+", "threaten"): "threatens",
    ("PS+", "threaten"): "threatens",
    ("CT+", "order"): "orders",
    ("PR+", "order"): "orders",
    ("CT-", "order"): "forbids",
    ("desire", "order"): "orders",
    ("desire-", "order"): "forbids",
    ("deontic", "order"): "orders",
    ("deontic-", "order"): "forbids",
    ("desire", "ask"): "asks for",
    ("desire-", "ask"): "asks not to",
    ("deontic", "ask"): "asks for",
    ("deontic-", "ask"): "asks not to",
    ("CT+", "expect"): "expects",
    ("PR+", "expect"): "expects",
    ("CT-", "expect"): "expects not",
    ("CT+", "concede"): "concedes",
    ("CT-", "concede"): "says not",
    ("CT-", "decline"): "refuses",
    ("CT-", "assert"): "says not",
}
PASSED_ON = "passes it on"


class Degree(Struct, frozen=True):
    """How sure, as it is shown: the mark and the word say it without any colour.

    ``side`` is what a colour may stand for. ``plain`` is true of what most are, a flat "says so", which
    pages keep quiet.
    """

    side: Side
    word: str
    plain: bool = False

    def __str__(self) -> str:
        return f"{self.mark} {self.word}"

    @property
    def mark(self) -> str:
        """The sign of its side."""
        return MARKS[self.side][0]

    @property
    def ascii(self) -> str:
        """As ``str()``, for a terminal that knows no other signs."""
        return f"{MARKS[self.side][1]} {self.word.replace('…', '...')}"


def degree(stance: Stance, act: Act | None = None, function: StatementFunction | None = None) -> Degree:
    """The word for the stance of whoever makes a statement, sharpened by the act of the claim.

    >>> str(degree(Stance("sol", "PS+")))
    '△ possible'
    >>> str(degree(Stance("sol", "Uu", kind="desire", polarity="-"), "hope"))
    '◇ hopes not'
    >>> str(degree(Stance("sol", "CT+"), "promise"))
    '▲ promises'
    """
    key = _key(stance)
    side, word = WORDS.get(key, WORDS["Uu"])
    word = SHARPER.get((key, act), word) if act else word
    if key == "CT+" and word == "says so" and function == "belief":
        return Degree(side, "thinks so")
    return Degree(side, word, plain=word == "says so")


def outer(stance: Stance) -> Degree:
    """The word for the stance of somebody whose report or words another one's statement stands in.

    >>> str(outer(Stance("article", "Uu"))), str(outer(Stance("article", "CT-")))
    ('◇ passes it on', '▼ denies')
    """
    return Degree("open", PASSED_ON) if passes_on(stance) else degree(stance)


def passes_on(stance: Stance) -> bool:
    """Whether the holder only hands the words on, without a word of their own on whether it is so."""
    return stance.value == "Uu" and stance.kind in {None, "uncommitted"}


def _key(stance: Stance) -> str:
    if stance.value != "Uu" or stance.kind is None:
        return stance.value
    against = stance.kind in {"desire", "deontic"} and stance.polarity == "-"
    return f"{stance.kind}-" if against else stance.kind
