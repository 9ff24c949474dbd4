"""Who is speaking: short reports of our own, and whose words each statement is."""

import msgspec
import pytest

import onrecord
from onrecord import Article, Reading, words
from onrecord.ingest import article_from_text


def read_one(text: str, published: str | None = None) -> Reading:
    article, _ = article_from_text(text, published=published)
    (reading,) = onrecord.read(article)
    return reading


def speakers(reading: Reading) -> list[tuple[str, str | None]]:
    """For each statement its source (or cue) and the name of its speaker."""
    names = {agent.id: agent.name for agent in reading.agents}
    text = reading.article.text
    return [
        (words(s.source, text) or words(s.cue, text), names.get(s.speaker or "")) for s in reading.statements
    ]


REPORTS = [
    # a pronoun takes the last speaker of its gender
    (
        (
            "Harbour master Inga Roos said the pier was safe. Deputy mayor Tomas Berg doubted that. "
            "“It moved under my feet,” he said. She said she had seen no movement."
        ),
        {"he": "Tomas Berg", "She": "Inga Roos"},
    ),
    # a surname is the person named in full before
    (
        "Coach Amara Diallo praised the goalkeeper. “He kept us in it,” Diallo said.",
        {"Diallo": "Amara Diallo"},
    ),
    # two people of one surname are two
    (
        (
            "Marta Silva runs the port. Her brother Rui Silva runs the ferry. Marta Silva said the ferry was "
            "late. Rui Silva said the port was slow."
        ),
        {"Marta Silva": "Marta Silva", "Rui Silva": "Rui Silva"},
    ),
    # a role is the person who was given it
    (
        (
            "Foreign minister Leila Haddad met her counterpart on Sunday. "
            "The minister said the border would open in May."
        ),
        {"The minister": "Leila Haddad"},
    ),
    # "I" is whoever's words it stands in
    (
        "“I think the bridge will hold,” engineer Kofi Mensah said.",
        {"engineer Kofi Mensah": "Kofi Mensah", "I": "Kofi Mensah"},
    ),
    # an apposition names, a complement does not
    (
        "The chief of the rescue service, Pavel Novak, said two boats were missing.",
        {"The chief of the rescue service, Pavel Novak": "Pavel Novak"},
    ),
]


LEADS = [
    # a lead keeps the name back, and the next sentence has it
    (
        (
            "Valley dam may close\n\nThe chief engineer of the Oren valley dam has warned that it may have "
            "to close.\n\nMarit Halvar showed reporters a crack on Monday. “It is as long as my arm,” the "
            "engineer said."
        ),
        {"The chief engineer of the Oren valley dam": "Marit Halvar", "the engineer": "Marit Halvar"},
    ),
    (
        (
            "Court hears of threats\n\nA nurse at a clinic told a court on Tuesday that two men had "
            "threatened her.\n\nIrena Dolak said they had come twice."
        ),
        {"A nurse at a clinic": "Irena Dolak"},
    ),
    # whoever is named in a phrase as the one it belongs to is somebody else
    (
        "The lawyer of Emil Varga said he was in good health. The lawyer hoped for a short trial.",
        {"The lawyer of Emil Varga": "The lawyer of Emil Varga"},
    ),
    # a deputy is not whom he stands in for
    (
        (
            "Deputy mayor Tomas Berg spoke to traders on Monday. The mayor said last week that the market "
            "would move. The deputy mayor said it would stay."
        ),
        {"The mayor": "The mayor", "The deputy mayor": "Tomas Berg"},
    ),
    # a body is no person, though he was called by its name
    (
        (
            "“They have made no offer yet,” a person close to the company said. The company did not say "
            "whether it was for sale."
        ),
        {"The company": "The company"},
    ),
]


BODIES = [
    # "it" after its own news is the subject of that, and not the agency that prints it
    (
        (
            "Firm bids for rival\n\nOSTHAVEN, May 4 (NPA) - Karo Group has made an offer of 20 crowns a "
            "share for paper maker Lindt Mills, it said on Monday.\n\nThe bid is 5% above the price."
        ),
        {"it": "Karo Group"},
    ),
    (
        "Lorvania's Brix Bank has cut 300 jobs, it said on Friday.\n\nThe bank has 2,000 employees.",
        {"it": "Lorvania's Brix Bank"},
    ),
    # nor is it the place of a dateline
    (
        "TARN, June 2 (NPA) - The health ministry will close two wards, it said on Tuesday.",
        {"it": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*REPORTS, *LEADS, *BODIES])
def test_speakers(text: str, expected: dict[str, str | None]) -> None:
    found = dict(speakers(read_one(text)))
    assert {source: found.get(source) for source in expected} == expected


def test_a_name_in_a_complement_is_not_the_speaker() -> None:
    reading = read_one("A spokesman for Nadia Petrova said she would appeal.")
    (statement,) = [s for s in reading.statements if s.level == 1]
    speaker = next(agent for agent in reading.agents if agent.id == statement.speaker)
    assert speaker.name != "Nadia Petrova"
    assert speaker.kind == "unnamed"


def test_a_spokesperson_speaks_on_behalf_of_somebody_and_for_himself() -> None:
    reading = read_one("Pavel Orlin, a spokesman for the Harbour Board, said the quay was closed.")
    (statement,) = reading.statements
    names = {agent.id: agent.name for agent in reading.agents}
    assert names[statement.speaker or ""] == "Pavel Orlin"
    assert [names[id_] for id_ in statement.on_behalf_of] == ["Harbour Board"]
    assert [names[hop.agent] for hop in statement.chain][-1] == "Pavel Orlin"


@pytest.mark.parametrize(
    ("day", "phrase", "person"),
    [
        ("2010-05-10", "The Russian president", "Dmitry Medvedev"),
        ("2016-11-13", "The Russian president", "Vladimir Putin"),
        ("2016-11-13", "The Russian leader", "Vladimir Putin"),
        ("1995-06-01", "The US president", "Bill Clinton"),
    ],
)
def test_an_office_is_held_by_somebody_on_the_day(day: str, phrase: str, person: str) -> None:
    found = speakers(read_one(f"{phrase} told reporters that the talks would go on.", day))
    assert found[0] == (phrase, person)


def test_without_a_day_an_office_stays_unnamed() -> None:
    assert speakers(read_one("The Russian president told reporters that the talks would go on."))[0][1] in {
        "The Russian president",
        None,
    }


def test_who_is_not_sure_stays_open_with_the_alternatives() -> None:
    for statement in read_one(REPORTS[0][0]).statements:
        if statement.speaker is None:
            assert all(0 < a.p < 1 for a in statement.alternatives)
        else:
            assert statement.speaker_why
            assert 0 < (statement.speaker_p or 0) <= 1


def test_every_agent_that_is_named_exists() -> None:
    for text, _ in REPORTS:
        reading = read_one(text)
        known = {agent.id for agent in reading.agents}
        for s in reading.statements:
            told = [s.speaker, s.venue, *s.on_behalf_of, *(a.agent for a in s.alternatives)]
            told += [hop.agent for hop in s.chain]
            assert {id_ for id_ in told if id_} <= known
        assert msgspec.convert(msgspec.to_builtins(reading), Reading) == reading


def test_what_one_article_tells_is_known_in_the_next() -> None:
    first = Article(
        id="1",
        text="The Kremlin has not ruled out talks, Kremlin spokesman Pavel Orlin said.",
        published="2031-02-01",
    )
    second = Article(
        id="2", text="Talks may be held in May, the Kremlin spokesman told reporters.", published="2031-02-03"
    )
    *_, taught = onrecord.read([first, second], learn=True)
    assert "Pavel Orlin" in {name for _, name in speakers(taught)}
    (untaught,) = onrecord.read(second)
    assert "Pavel Orlin" not in {name for _, name in speakers(untaught)}


def test_a_spokespersons_we_is_whom_they_speak_for() -> None:
    text = (
        "“We know that the crew wants an answer,” said Ravi Perera, a spokesman for the Harbour Board. "
        "“We hope they get it.”"
    )
    found = dict(speakers(read_one(text)))
    assert found.get("We") == "Harbour Board"


def test_a_letter_is_whose_it_is() -> None:
    text = (
        "A letter seen by the Delta agency says the dam is cracked. "
        "The letter, signed by engineer Ama Sarr, asks for money."
    )
    assert {name for _, name in speakers(read_one(text))} == {"Ama Sarr"}


def test_whoever_is_cited_speaks() -> None:
    text = "The Lindos Courier reported on Monday, citing two diplomats, that the talks had failed."
    reading = read_one(text)
    (statement,) = [s for s in reading.statements if s.level == 1]
    names = {agent.id: agent.name for agent in reading.agents}
    assert names[statement.speaker or ""] == "two diplomats"
    assert [names[hop.agent] for hop in statement.chain][1:] == ["Lindos Courier", "two diplomats"]


def test_who_speaks_for_an_office_speaks_for_its_seat_too() -> None:
    text = (
        "The Élysée will not comment on the strike. President Luc Marchand is abroad. "
        "Inès Fabre, a spokeswoman for the French president, said talks would begin on Monday."
    )
    reading = read_one(text)
    names = {agent.id: agent.name for agent in reading.agents}
    spoken = [s for s in reading.statements if names.get(s.speaker or "") == "Inès Fabre"]
    assert spoken
    assert any("Élysée" in names[id_] for s in spoken for id_ in s.on_behalf_of)


def test_a_person_who_cites_still_speaks() -> None:
    found = speakers(read_one("The minister, Luis Ortega, said, citing a report, that the bridge was safe."))
    assert {name for _, name in found} == {"Luis Ortega"}
