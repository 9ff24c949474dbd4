"""Reprints: the same text in several outlets, as it was, edited or cut, and where it came from.

    made = sketch(article)                    what is compared, once an article
    keys(made)                                what the record's index finds possible copies by
    copy = copy_of(made, other)               a reprint, edited, cut, a version of the same item; or None
    groups([made.imprint, ...], [copy, ...])  who was first, and what hangs on it

Everything is a pure function of the articles: the record keeps what comes back.
"""

from onrecord.record.same.agency import Credit, credited
from onrecord.record.same.bands import bands, keys
from onrecord.record.same.copies import Copy, copy_of
from onrecord.record.same.groups import Group, Member, groups
from onrecord.record.same.imprint import Imprint, imprint, moment, same_item
from onrecord.record.same.likeness import Likeness, compared
from onrecord.record.same.shingles import Sketch, Slot, packed, sketch, unpacked
from onrecord.record.same.source import Source, canonical

__all__ = [
    "Copy",
    "Credit",
    "Group",
    "Imprint",
    "Likeness",
    "Member",
    "Sketch",
    "Slot",
    "Source",
    "bands",
    "canonical",
    "compared",
    "copy_of",
    "credited",
    "groups",
    "imprint",
    "keys",
    "moment",
    "packed",
    "same_item",
    "sketch",
    "unpacked",
]
