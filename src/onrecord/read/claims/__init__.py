"""Claims: the propositions inside what is said, each with what its holders are committed to."""

from onrecord.read.claims.claims import claims_of
from onrecord.read.claims.factuality import factuality

__all__ = ["claims_of", "factuality"]
