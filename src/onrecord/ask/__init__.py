"""Questions to a record: the query language, and what is answered with it."""

from onrecord.ask.parse import parse
from onrecord.ask.shown import shown

__all__ = ["parse", "shown"]
