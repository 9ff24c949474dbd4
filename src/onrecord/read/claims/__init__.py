"""Claims: the propositions inside what is said, each with what its holders are committed to."""

from onrecord.read.claims.claims import above, claims_of
from onrecord.read.claims.factuality import factuality

__all__ = ["above", "claims_of", "factuality"]
