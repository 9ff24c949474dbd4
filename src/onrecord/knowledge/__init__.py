"""What a reader of news knows: who held which office when, countries, seats of power, outlets, names.

    knowledge = shipped().with_more(load("mine.csv"))
    holders(knowledge, "president", "Russia", date(2016, 11, 13))

Everything is a lookup over frozen tables that are passed as a value. A lookup never raises and never
guesses: None, or several answers each with its reason, where the question has no one answer.
"""

from onrecord.knowledge.calendar import Occasion, anchors, occasions
from onrecord.knowledge.facts import SURE_TO, Body, Naming, Outlet, Person, Place, Seat, Term
from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.names import family_first, gender, particle, title_words, titles
from onrecord.knowledge.offices import Holder, Match, fill, holders, meant, offices
from onrecord.knowledge.outlets import looks_like_outlet, outlet
from onrecord.knowledge.own import load
from onrecord.knowledge.persons import names_holder
from onrecord.knowledge.places import body, country, place, seat
from onrecord.knowledge.roles import Role, role
from onrecord.knowledge.tables import shipped
from onrecord.knowledge.wikidata import wikidata
from onrecord.knowledge.words import Noun, modifier, noun, same_office, speaks_for

__all__ = [
    "SURE_TO",
    "Body",
    "Holder",
    "Knowledge",
    "Match",
    "Naming",
    "Noun",
    "Occasion",
    "Outlet",
    "Person",
    "Place",
    "Role",
    "Seat",
    "Term",
    "anchors",
    "body",
    "country",
    "family_first",
    "fill",
    "gender",
    "holders",
    "load",
    "looks_like_outlet",
    "meant",
    "modifier",
    "names_holder",
    "noun",
    "occasions",
    "offices",
    "outlet",
    "particle",
    "place",
    "role",
    "same_office",
    "seat",
    "shipped",
    "speaks_for",
    "title_words",
    "titles",
    "wikidata",
]
