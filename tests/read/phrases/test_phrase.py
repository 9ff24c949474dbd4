"""Source phrases, as tables: names are marked as "[p Ada Obi]", "o" is for a body, "l" for a place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge import shipped
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.phrase import Phrase, phrase
from onrecord.span import Span

KINDS = {"p": "person", "o": "organization", "l": "place"}
MARK = re.compile(r"\[([pol]) ([^\]]*)\]|([^\[]+)")


def marked(source: str) -> tuple[str, list[Name]]:
    text, names = "", []
    for kind, name, plain in MARK.findall(source):
        if name:
            names.append(Name(len(text), len(text) + len(name), KINDS[kind]))
        text += name or plain
    return text, names


def read(source: str) -> tuple[str, Phrase]:
    text, names = marked(source)
    return text, phrase(text, (Span(0, len(text)),), names, shipped())


def said(text: str, span: Span | Name | None) -> str:
    return text[span.start : span.end] if span else ""


NAMED = [  # source, the referent's name, role, of whom
    ("[p Ada Obi]", "Ada Obi", "", ""),
    ("[p Obi]’s", "Obi", "", ""),
    ("Nadia Frey, a midwife", "Nadia Frey", "midwife", ""),
    ("[p Nadia Frey], 51, a plumber,", "Nadia Frey", "plumber", ""),
    ("Sen. [p Ana Ruiz] (D-Calif.)", "Ana Ruiz", "Sen.", ""),
    ("Lt. Gen. Ana Ruiz", "Ana Ruiz", "Lt. Gen.", ""),
    ("Foreign Minister [p Salma Idris]", "Salma Idris", "Foreign Minister", ""),
    ("head gardener Tomas Lim A Foe", "Tomas Lim A Foe", "head gardener", ""),
    (
        "the lawyer for the Tarnovian banker, [p Pavel Orlin]",
        "Pavel Orlin",
        "lawyer",
        "the Tarnovian banker",
    ),
    ("[p Obi]'s campaign manager, [p Jon Berg]", "Jon Berg", "campaign manager", "Obi"),
    ("[l Chile]'s Prime Minister, [p Rosa Vidal]", "Rosa Vidal", "Prime Minister", "Chile"),
    ("Chilean ambassador to [l Peru] [p Ana Ruiz]", "Ana Ruiz", "ambassador", "Peru"),
    ("Their chief of staff, [p Beatriz Nunes]", "Beatriz Nunes", "chief of staff", "Their"),
    ("its founder and chairman, [p Ana Ruiz]", "Ana Ruiz", "founder and chairman", "its"),
    ("Jon Berg, her nephew and lawyer", "Jon Berg", "nephew and lawyer", "her"),
    (
        "[p Jon Berg], a spokesman for Trade Minister [p Ada Obi]",
        "Jon Berg",
        "spokesman",
        "Trade Minister Ada Obi",
    ),
    (
        "[p Jon Berg], a lawyer for the owner, [o Blue Ferries]",
        "Jon Berg",
        "lawyer",
        "the owner, Blue Ferries",
    ),
    ("the [o Reform Front]’s [p Dina Kova]", "Dina Kova", "", "the Reform Front"),
    ("[p Jon Berg] of [o The Dale and Moor]", "Jon Berg", "", "The Dale and Moor"),
    ("One of her cousins, the painter [p Sumi Roy]", "Sumi Roy", "One", "her cousins"),
    ("a cellist named [p Jon Berg]", "Jon Berg", "cellist", ""),
    ("the brewers, [o Hollis Marr]", "Hollis Marr", "brewers", ""),
    ("The oldest rival, the [o Reed Alliance]", "Reed Alliance", "oldest rival", ""),
    ("the [o Ordel] news agency", "Ordel", "news agency", ""),
    ("the ferry line, [o Havlund]", "Havlund", "ferry line", ""),
    ("A choir calling itself the [o Night Larks]", "Night Larks", "choir", ""),
    ("The Upper Coast Fisheries Department", "Upper Coast Fisheries Department", "", ""),
]
UNNAMED = [  # source, head, kind, of whom, whether it leaves open who
    ("a spokesman for [p Ada Obi]", "spokesman", "unnamed", "Ada Obi", True),
    ("[p Obi]'s lawyer", "lawyer", "person", "Obi", False),
    ("the [p Obi] campaign", "campaign", "organization", "Obi", False),
    ("[p Obi]'s campaign", "campaign", "organization", "Obi", False),
    ("An [o HBK] spokeswoman", "spokeswoman", "unnamed", "HBK", True),
    ("the company's chief executive", "executive", "person", "the company", False),
    (
        "The office of the registrar, [p Kim Sol]",
        "office",
        "organization",
        "the registrar, Kim Sol",
        False,
    ),
    ("the Prime Minister", "minister", "person", "", False),
    ("the secretary of state", "secretary", "person", "", False),
    ("Former Secretary of [o State]", "secretary", "unnamed", "", True),
    ("The Speaker", "speaker", "person", "", False),
    ("the two ministers", "minister", "group", "", False),
    ("many farmers in both valleys", "farmer", "group", "both valleys", False),
    ("people familiar with the plan", "person", "group", "", False),
    ("critics", "critic", "group", "", False),
    ("police", "police", "group", "", False),
    ("The coast guard", "guard", "organization", "", False),
    ("a rather tired Chilean", "chilean", "unnamed", "", True),
    ("a harbour survey she had read", "survey", "document", "", False),
    ("an inside source", "source", "unnamed", "", True),
    ("a welder sent by the owner of the yard", "welder", "unnamed", "", True),
    ("early polling printed by two papers", "polling", "document", "", False),
    ("The poll", "poll", "document", "", False),
    ("a memo read by the news agency [o Ordel]", "memo", "document", "", False),
    (
        "Envoys from [l Chile]’s navy and the Coast Council",
        "envoy",
        "group",
        "Chile’s navy and the Coast Council",
        False,
    ),
    ("a retired rail gunner", "gunner", "unnamed", "", True),
]
PRONOUNS = [
    ("he", "he", "singular"),
    ("She herself", "she", "singular"),
    ("We", "we", "plural"),
    ("who", "relative", "singular"),
    ("one of them", "indefinite", "singular"),
    ("those who oppose the plan", "demonstrative", "plural"),
    ("Two of the five", "indefinite", "plural"),
    ("self", "reflexive", "singular"),
]
SEVERAL = [
    ("both [p Roos] and her deputy", ["Roos", "deputy"]),
    ("[p Ana Ruiz], [p Jon Berg] and [p Al Mo]", ["Ana Ruiz", "Jon Berg", "Al Mo"]),
    ("his brother, [p Jon Berg], and the former mayor, [p Ada Obi]", ["Jon Berg", "Ada Obi"]),
    ("Farmers and fishermen", ["farmer", "fisherman"]),
    ("police and [p Ada Obi]", ["police", "Ada Obi"]),
    ("press secretary and harbour master [p Ada Obi]", []),
    ("[p Ada Obi], a lawyer and the owner of the mill", []),
    ("the “Salt and Smoke” author [p Ada Obi]", []),
]
REASONS = [
    (
        "A senior clerk who spoke on condition of anonymity because the file is closed",
        "who spoke on condition of anonymity because the file is closed",
    ),
    ("one diplomat, asking not to be named,", "asking not to be named"),
    ("a clerk who is not authorised to speak", "who is not authorised to speak"),
    ("an unidentified clerk", ""),
]
GENDERS = [
    ("a spokeswoman", "f"),
    ("her father", "m"),
    ("Mrs. [p Okafor]", "f"),
    ("the chairman", "m"),
    ("a diplomat", None),
]


@pytest.mark.parametrize(("source", "name", "role", "of"), NAMED)
def test_who_is_named(source: str, name: str, role: str, of: str) -> None:
    text, found = read(source)
    assert (said(text, found.name), said(text, found.role), said(text, found.of)) == (name, role, of)
    assert found.form == "name"


@pytest.mark.parametrize(("source", "head", "kind", "of", "open_"), UNNAMED)
def test_who_is_not_named(source: str, head: str, kind: str, of: str, open_: bool) -> None:
    text, found = read(source)
    assert (found.head, found.kind, said(text, found.of), found.unnamed) == (head, kind, of, open_)
    assert found.form == "nominal" and found.name is None


@pytest.mark.parametrize(("source", "pronoun", "number"), PRONOUNS)
def test_pronouns(source: str, pronoun: str, number: str) -> None:
    _, found = read(source)
    assert (found.form, found.pronoun, found.number) == ("pronoun", pronoun, number)


@pytest.mark.parametrize(("source", "parts"), SEVERAL)
def test_several(source: str, parts: list[str]) -> None:
    text, found = read(source)
    assert [said(text, part.name) or part.head for part in found.parts] == parts


@pytest.mark.parametrize(("source", "reason"), REASONS)
def test_why_nobody_is_named(source: str, reason: str) -> None:
    text, found = read(source)
    assert found.unnamed and said(text, found.reason) == reason


@pytest.mark.parametrize(("source", "gender"), GENDERS)
def test_gender(source: str, gender: str | None) -> None:
    assert read(source)[1].gender == gender


def test_peoples_and_definiteness() -> None:
    assert read("the Chilean leader")[1].peoples == ("Chile",)
    sources = ["the mayor", "a mayor", "her mayor", "mayors", "[p Ada Obi]"]
    found = [read(source)[1].definiteness for source in sources]
    assert found == ["definite", "indefinite", "possessive", "bare", "proper"]


def test_of_an_interrupted_source_the_piece_that_tells_most() -> None:
    text = "Ada Obi said it holds, she said, and the clerk added"
    names = [Name(0, 7, "person")]
    assert phrase(text, (Span(0, 7), Span(23, 26)), names).name == names[0]
    assert phrase(text, (Span(23, 26),), names).pronoun == "she"
    assert phrase(text, (Span(23, 26), Span(37, 46)), names).head == "clerk"


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=5))
def test_never_raises(text: str, cuts: list[tuple[int, int]]) -> None:
    names = sorted(Name(min(cut), max(cut), "person") for cut in cuts)
    found = phrase(text, (Span(0, len(text)),), names)
    assert found.span is None or found.span.end <= len(text)


WORDS = "the a of for , ( ) and who Ada Obi 's ’s minister ministry he one said “ ” . - [ ] named".split()


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_never_raises_on_salads(words: list[str]) -> None:
    text = " ".join(words)
    names = [Name(m.start(), m.end(), "person") for m in re.finditer("Ada Obi", text)]
    phrase(text, (Span(0, len(text)), Span(3, 9)), names, shipped())
