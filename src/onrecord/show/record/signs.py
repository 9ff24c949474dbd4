"""The signs of positions: how sure, what changed, and where on the scale of commitment that is."""

from typing import Literal

from rich.text import Text

from onrecord.answer import Stand
from onrecord.claim import Act, Stance, StanceValue, UuKind
from onrecord.entry import ChangeKind, Position
from onrecord.show.stances import Degree, Side, degree
from onrecord.show.styles import SIDES

# Commitment from top to bottom, as on the axis of a plot; a word for those who do not know FactBank.
SCALE: tuple[tuple[StanceValue, str], ...] = (
    ("CT+", "says so"),
    ("PR+", "likely"),
    ("PS+", "possible"),
    ("Uu", "open"),
    ("PS-", "possibly not"),
    ("PR-", "unlikely"),
    ("CT-", "denies"),
)
# A sign a change, and the same where a terminal has no such signs.
CHANGES: dict[ChangeKind, tuple[str, str]] = {
    "first": ("•", "*"),
    "firmer": ("↑", "^"),
    "softer": ("↓", "v"),
    "reversed": ("⇄", "<>"),
    "repeated": ("=", "="),
    "corrected": ("✎", "~"),
    "disavowed": ("×", "x"),
}
STANDS: dict[Stand, tuple[str, str]] = {
    "same": ("=", "="),
    "firmer": ("↑", "^"),
    "softer": ("↓", "v"),
    "opposed": ("⇄", "<>"),
    "only left": ("←", "<"),
    "only right": ("→", ">"),
}
TAKEN_BACK = ("×", "x")
PLAIN: dict[Side, str] = {"open": "o", "unknown": "?", "silent": "?"}  # else "*": its row says which side
CLOSED = {True: ("✓", "+"), False: ("✗", "-")}  # whether an event took place


def row(value: str) -> int:
    """The row of a value on the scale, from the top; what leaves it open is in the middle.

    >>> [row(value) for value in ("CT+", "Uu", "CTu", "CT-")]
    [0, 3, 3, 6]
    """
    return next((place for place, (known, _) in enumerate(SCALE) if known == value), 3)


def of_position(position: Position) -> Degree:
    """How sure the holder of a position is."""
    against: Literal["-"] | None = "-" if position.polarity == "-" else None
    return degree(Stance(None, position.value, position.kind, against), position.act)


def of_claim(value: StanceValue | None, kind: UuKind | None, act: Act | None) -> Degree | None:
    """How sure somebody is of a claim that was found; None where that is not known."""
    return degree(Stance(None, value, kind), act) if value else None


def mark(degree: Degree, *, plain: bool = False) -> str:
    """One character for a degree: a cell of a plot has room for no more.

    >>> mark(degree(Stance(None, "PS+"))), mark(degree(Stance(None, "Uu")), plain=True)
    ('△', 'o')
    """
    return PLAIN.get(degree.side, "*") if plain else degree.mark


def sure(degree: Degree, value: str | None = None, *, plain: bool = False) -> Text:
    """How sure: sign and word in the colour of its side, and the value of FactBank."""
    text = Text.assemble((degree.ascii if plain else str(degree), SIDES[degree.side]))
    return text.append(f" {value}", "dim") if value else text
