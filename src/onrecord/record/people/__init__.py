"""People across articles: names compared in blocks, by a visible table of features, with judgements."""

from onrecord.record.people.naming import ROLE, Naming, Office, block, described, is_named, name_words, office
from onrecord.record.people.offices import HEADS, NEAR, SPOKESPERSON, Held, holder, principal, titles, voice
from onrecord.record.people.persons import Judged, Persona, order, personas

__all__ = [
    "HEADS",
    "NEAR",
    "ROLE",
    "SPOKESPERSON",
    "Held",
    "Judged",
    "Naming",
    "Office",
    "Persona",
    "block",
    "described",
    "holder",
    "is_named",
    "name_words",
    "office",
    "order",
    "personas",
    "principal",
    "titles",
    "voice",
]
