"""The headline beside its article: what the one says that the other does not."""

from onrecord.read.headline.compare import headline_of

__all__ = ["headline_of"]
