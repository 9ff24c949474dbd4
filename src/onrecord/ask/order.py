"""The order of what a search finds: a formula over columns that both databases have, so that they agree.

First statements of the length of a sentence, then longer ones, then fragments; of each length the newest
first; then by id.
"""

from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Integer, Row, Text, and_, literal_column, or_

from onrecord.record import tables

S = tables.statements.c
SHORT, LONG = 5, 40  # words
# As in the index statements_rank, to the letter: an index of expressions is found by their text.
_BAND = f"(CASE WHEN words < {SHORT} THEN 2 WHEN words > {LONG} THEN 1 ELSE 0 END)"
band_column: ColumnElement[int] = literal_column(_BAND, Integer)
day_column: ColumnElement[str] = literal_column("coalesce(day, '')", Text)
INDEX = "statements_rank"
ORDER = (
    f"statements of {SHORT} to {LONG} words first, then longer ones, then shorter ones; "
    "of these the newest first, then by id"
)


class Place(Struct, frozen=True, order=True):
    """Where a statement stands in the order; places compare as they come."""

    band: int
    backwards: str  # the day, each character by its complement, so that later days are less
    id: str

    @property
    def day(self) -> str:
        """The day, as it is written."""
        return "" if self.backwards == UNDATED else self.backwards.translate(_TURNED)


_TURNED = {ord("0") + n: ord("9") - n for n in range(10)}
UNDATED = "~"  # behind all digits


class Found(Struct, frozen=True):
    """A statement that matches: enough of it to put it in order."""

    place: Place
    utterance: str | None


def place_of(band: int, day: str, id: str) -> Place:
    """The place of a statement; one without a day comes last in its band."""
    return Place(band, day.translate(_TURNED) or UNDATED, id)


def behind(place: Place) -> ColumnElement[bool]:
    """Whether a statement comes after a place."""
    return or_(
        band_column > literal_column(str(place.band)),
        and_(band_column == literal_column(str(place.band)), behind_in_band(place)),
    )


def behind_in_band(place: Place) -> ColumnElement[bool]:
    """Whether a statement of the same band comes after a place."""
    return and_(day_column <= place.day, or_(day_column < place.day, S.id > place.id))


def found_in(row: Row[Any]) -> Found:
    """What was found, of a row with its keys."""
    return Found(place_of(row.band, row.on_day, row.id), row.utterance)
