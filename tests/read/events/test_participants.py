"""Who takes part: a sentence with its trigger between stars, the actors and those whom it is done to."""

import pytest

from onrecord.span import Span
from tests.read.events.marked import read, said, taking_part

VERBS = [
    ("Marland *attacked* Tessany.", ["Marland"], ["Tessany"]),
    ("Tessany was *attacked* by Marland.", ["Marland"], ["Tessany"]),
    ("Marland and Tessany have *agreed* to talk.", ["Marland", "Tessany"], []),
    ("Marland plans to *invade* Tessany.", ["Marland"], ["Tessany"]),
    ("Marland told Tessany to *leave*.", ["Tessany"], []),
    ("Ada Obi, the mayor, *resigned*.", ["Ada Obi"], []),
    ("Ada Obi, who *left* in May, is back.", ["Ada Obi"], []),
    ("Ada Obi left the room and *met* Jon Berg.", ["Ada Obi"], ["Jon Berg"]),
    ("Marland accused Jon Berg of *stealing* the plans.", ["Jon Berg"], []),
    ("Ada Obi denied having *met* Jon Berg.", ["Ada Obi"], ["Jon Berg"]),
    ("In March Marland *signed* a pact with Tessany.", ["Marland"], ["Tessany"]),
    ("Ada Obi *showed* him a letter.", ["Ada Obi"], []),
    ("The report, published in May, *hurt* Marland.", [], ["Marland"]),
]
NOUNS = [
    ("Marland's *offer* to Tessany stands.", ["Marland"], ["Tessany"]),
    ("The *meeting* between Ada Obi and Jon Berg is off.", ["Ada Obi", "Jon Berg"], []),
    ("Ada Obi held a *meeting* with Jon Berg.", ["Ada Obi"], ["Jon Berg"]),
    ("An *attack* by Marland on Tessany is feared.", ["Marland"], ["Tessany"]),
    ("The *resignation* of Ada Obi came late.", ["Ada Obi"], []),
    ("The *arrest* of Ada Obi was a surprise.", ["Ada Obi"], []),
    ("The *meeting* of Ada Obi and Jon Berg has ended.", ["Ada Obi", "Jon Berg"], []),
]
COUNTRIES = [
    ("Accra *recognised* the strike leaders.", ["Ghana"], ["strike leaders"]),
    ("The police *arrested* two fishermen.", ["police"], ["two fishermen"]),
    ("Norwegian troops *left* the camp.", ["Norway"], []),
    ("Norway's government *resigned*.", ["Norway"], []),
]


@pytest.mark.parametrize(("marked", "actors", "recipients"), VERBS + NOUNS + COUNTRIES)
def test_participants(marked: str, actors: list[str], recipients: list[str]) -> None:
    found = read(marked)
    assert (taking_part(found, "actor"), taking_part(found, "recipient")) == (actors, recipients)


def test_i_is_the_speaker_and_we_the_body() -> None:
    text = "“I will *sign* it,” said Ada Obi, chair of the Brel Harbour Board."
    assert taking_part(read(text, (said("Ada Obi", Span(0, 16)),)), "actor") == ["Ada Obi"]
    text = "“We will *sign* it,” said Ada Obi, chair of the Brel Harbour Board."
    assert taking_part(read(text, (said("Ada Obi", Span(0, 17)),)), "actor") == ["Brel Harbour Board"]


def test_she_in_reported_words_is_the_speaker_and_in_her_own_somebody_else() -> None:
    reported = "Ada Obi saw Jon Berg. Ada Obi said she would *sign* it."
    assert taking_part(read(reported, (said("Ada Obi", Span(35, 52), "indirect"),)), "actor") == ["Ada Obi"]
    quoted = "Jon Berg sat down. “He will *sign* it,” said Ada Obi."
    assert taking_part(read(quoted, (said("Ada Obi", Span(19, 37)),)), "actor") == ["Jon Berg"]


def test_the_speaker_is_the_subject_of_what_was_promised() -> None:
    marked = "Ada Obi told everybody. A promise: to *sign* the pact."
    assert taking_part(read(marked, (said("Ada Obi", Span(35, 51)),)), "actor") == ["Ada Obi"]


def test_documents_take_part_in_nothing() -> None:
    found = read(
        "The Brel Report *hurt* Marland.", cast={"Brel Report": "document", "Marland": "organization"}
    )
    assert taking_part(found, "actor") == []


def test_those_whom_nobody_had_listed_come_back_with_their_mentions() -> None:
    found = read("The crew of the boat *left* Marland.")
    (crew,) = found.agents
    assert (crew.name, crew.kind, [(m.start, m.end) for m in crew.mentions]) == (
        "crew of the boat",
        "organization",
        [(4, 20)],
    )
