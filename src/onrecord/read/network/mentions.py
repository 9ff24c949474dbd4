"""Names of people, organizations and places, as the network tags them."""

from typing import NamedTuple

ENTITIES = ("person", "organization", "place")


class Name(NamedTuple):
    """A proper name in an article, and of what ``kind`` its bearer is: one of `ENTITIES`."""

    start: int
    end: int
    kind: str
