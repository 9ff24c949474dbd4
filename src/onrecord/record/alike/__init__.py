"""How alike two pieces of text are, by words weighted by how rare they are; no model, the same everywhere."""

from onrecord.record.alike.meaning import Meaning, begins, heft, meaning, opposites, phrase
from onrecord.record.alike.overlap import Overlap, overlap
from onrecord.record.alike.rarity import rare, weight

__all__ = [
    "Meaning",
    "Overlap",
    "begins",
    "heft",
    "meaning",
    "opposites",
    "overlap",
    "phrase",
    "rare",
    "weight",
]
