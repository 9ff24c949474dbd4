"""Who is who among an article's names, as tables; names are tagged as they are written, in order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.article import Article, Block
from onrecord.knowledge import shipped
from onrecord.read.cast.cast import cast
from onrecord.read.cast.figure import Figure
from onrecord.read.network.mentions import Name
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


def read(source: str) -> tuple[Figure, ...]:
    text, names = marked(source)
    return cast(Article("a", text), names, shipped())


def groups(source: str) -> list[list[str]]:
    """Each figure as the wordings of its mentions."""
    text, _ = marked(source)
    return [[text[m.start : m.end] for m in figure.agent.mentions] for figure in read(source)]


PEOPLE = [
    (
        "[p Dr. Ana Ruiz] left. [p Ms Ruiz] and [p Ana] wept. [p RUIZ] won.",
        [["Ana Ruiz", "Ruiz", "Ana", "RUIZ"]],
    ),
    ("[p Joan Kate Ruiz] and [p J. K. Ruiz] agree.", [["Joan Kate Ruiz", "J. K. Ruiz"]]),
    ("[p Park Min-seo] left. [p Park] came back.", [["Park Min-seo", "Park"]]),
    ("[p Ana Ruiz Soto] left. [p Ruiz] came. [p Ruiz Soto] sat.", [["Ana Ruiz Soto", "Ruiz", "Ruiz Soto"]]),
    ("[p Lord Hale of Orwick] spoke. [p Lord Hale] sat.", [["Hale of Orwick", "Hale"]]),
    ("[p Ludwig van der Berg] rose. [p Van der Berg] fell.", [["Ludwig van der Berg", "Van der Berg"]]),
    ("[p Omar al-Sayed] rose. [p Sayed] fell. [p Al-Sayed] sat.", [["Omar al-Sayed", "Sayed", "Al-Sayed"]]),
    ("[p Ana Ruiz] met [p Eva Ruiz].", [["Ana Ruiz"], ["Eva Ruiz"]]),
    ("[p Donald J. Marsh] and [p Donald Marsh]", [["Donald J. Marsh", "Donald Marsh"]]),
    ("[p Inga Roos] left. Roos said no. It was Roos's.", [["Inga Roos", "Roos", "Roos"]]),
    ("The [p Inga Roos]’s aide", [["Inga Roos"]]),
    ("[p Tim Oduya] is [p Timothy Oduya].", [["Tim Oduya", "Timothy Oduya"]]),
    ("[p Chilean Trade Minister Ana Ruiz]", [["Ana Ruiz"]]),
]
NAMESAKES = [
    # the surname alone is the one's who was named last in the paragraph
    (
        "[p Ana Ruiz] left.\n\n[p Eva Ruiz] came. [p Ruiz] sat.\n\n[p Ana Ruiz] rose. [p Ruiz] fell.",
        [["Ana Ruiz", "Ana Ruiz", "Ruiz"], ["Eva Ruiz", "Ruiz"]],
    ),
    # else of the one who is named most
    (
        "[p Ana Ruiz] met [p Eva Ruiz].\n\n[p Ana Ruiz] left.\n\n[p Ruiz] sat.",
        [["Ana Ruiz", "Ana Ruiz", "Ruiz"], ["Eva Ruiz"]],
    ),
]
BODIES = [
    (
        "The [o World Harbour Organization] ([o WHO]) met. The [o WHO] left.",
        [["World Harbour Organization", "WHO", "WHO"]],
    ),
    ("[o Coast Rail Union] and [o CRU]", [["Coast Rail Union", "CRU"]]),
    ("The [o Meridian Times] said so. The [o Times] is old.", [["Meridian Times", "Times"]]),
    ("The [o Velm Post] said so. “The Post is old,” he read in the Post.", [["Velm Post", "Post", "Post"]]),
    ("The brewery, [p Ordel], said no. [p Ordel] slept.", [["Ordel", "Ordel"]]),
    ("[o Corvana Shipping] and [o Corvana].", [["Corvana Shipping", "Corvana"]]),
    ("[o University of Velm] in [l Velm]", [["University of Velm"], ["Velm"]]),
    ("[o Velm Board] and [o Orwick Board] and the [o Board]", [["Velm Board"], ["Orwick Board"], ["Board"]]),
    ("[p Obi] gave to the [p Obi] Foundation", [["Obi"], ["Obi Foundation"]]),
]
ROLES = [
    ("The harbour master [p Inga Roos] said no.", "harbour master"),
    ("[p Inga Roos], the harbour master, said no.", "harbour master"),
    ("It was the harbour master, [p Inga Roos].", "harbour master"),
    ("[p Inga Roos], 43, a fitter, said no.", "fitter"),
    ("[p Inga Roos], who leads the board, said no.", "leader"),
    ("Former Prime Minister [p Inga Roos] left.", "Former Prime Minister"),
    ("[p Inga Roos], a clerk who knew him, left.", "clerk"),
    ("After talks with [p Inga Roos], the minister said no.", None),
    ("[p Inga Roos], [p Jon Berg] and [p Al Mo] left.", None),
    ("Mr [p Roos] left.", None),
    ("Sen. [p Ana Ruiz] (D-Velm) left.", "senator"),
]
BEHALF = [
    ("[p Jon Berg], a spokesman for [p Ada Obi], said no. [p Obi] slept.", "jon-berg", ("ada-obi",)),
    ("[p Obi] slept. It was [p Jon Berg], a lawyer for Mrs. [p Obi].", "jon-berg", ("obi",)),
    ("[p Ada Obi]'s campaign manager, [p Jon Berg], said no.", "jon-berg", ("ada-obi",)),
    (
        "The mayor, [p Ada Obi], slept. [p Jon Berg], a lawyer for the mayor, said no.",
        "jon-berg",
        ("ada-obi",),
    ),
    ("[p Ada Obi] slept. Her lawyer, [p Jon Berg], said no.", "jon-berg", ("ada-obi",)),
    ("[o Blue Ferries] spokesman [p Jon Berg] said no.", "jon-berg", ("blue-ferries",)),
    ("[p Jon Berg], the mayor of [l Velm], said no.", "jon-berg", ()),
]


@pytest.mark.parametrize(("source", "people"), PEOPLE + NAMESAKES)
def test_people(source: str, people: list[list[str]]) -> None:
    assert groups(source) == people


@pytest.mark.parametrize(("source", "bodies"), BODIES)
def test_bodies(source: str, bodies: list[list[str]]) -> None:
    assert groups(source) == bodies


@pytest.mark.parametrize(("source", "role"), ROLES)
def test_roles(source: str, role: str | None) -> None:
    assert read(source)[0].agent.role == role


@pytest.mark.parametrize(("source", "id", "behalf"), BEHALF)
def test_on_whose_behalf(source: str, id: str, behalf: tuple[str, ...]) -> None:
    assert {figure.agent.id: figure.agent.on_behalf_of for figure in read(source)}[id] == behalf


def test_places_are_marked_and_capitals_stand_for_their_governments() -> None:
    chile, velm = read("[l Santiago] said no. [l Chile] is long. [l Velm] is small.")
    assert (chile.agent.name, chile.agent.kind, chile.place) == ("Chile", "organization", True)
    assert [mention.form for mention in chile.agent.mentions] == ["metonym", "name"]
    assert velm.place


def test_ids_are_slugs_and_never_the_articles() -> None:
    found = read("[p Ana Núñez], [p Article], [o Ana Nunez Ltd], [p Eva Núñez], [o Łódź–Süd] met again.")
    assert [f.agent.id for f in found] == ["ana-nunez", "article-2", "ana-nunez-ltd", "eva-nunez", "lodz-sud"]


def test_the_fullest_name_is_the_name_and_the_others_are_aliases() -> None:
    (ruiz,) = read("[p RUIZ] WINS\n\n[p Ruiz] won. [p Ana Ruiz] smiled.")
    assert (ruiz.agent.name, ruiz.agent.aliases) == ("Ana Ruiz", ("RUIZ", "Ruiz"))


def test_names_of_headlines_do_not_swallow_what_follows() -> None:
    assert groups("[p Ada Obi Defends] Harbour Budget Again\n\n[p Ada Obi] spoke.") == [
        ["Ada Obi", "Ada Obi"]
    ]


PIECES = [
    ("[l Ordel] [o Mobil] drills. [o Ordel Mobil] is old.", [["Ordel Mobil", "Ordel Mobil"]]),
    ("[p Martin O]’[p Hara] left. [p O’Hara] wept.", [["Martin O’Hara", "O’Hara"]]),
    ("[p Choi Dan]-[p bi] left.", [["Choi Dan-bi"]]),
    ("[p Ngozi] [p Odu] left. [p Odu] wept.", [["Ngozi Odu", "Odu"]]),
    ("[p Moor] & [l Vale] runs.", [["Moor & Vale"]]),
    ("[o Bank of] [l Velm] lends.", [["Bank of Velm"]]),
    ("He met the Tarnovic [o National Council] then.", [["Tarnovic National Council"]]),
    ("The anti-[p Obi] vote", [["Obi"]]),
    ("The [l Velm]-based firm", [["Velm"]]),
]


@pytest.mark.parametrize(("source", "names"), PIECES)
def test_names_tagged_in_pieces(source: str, names: list[list[str]]) -> None:
    assert groups(source) == names


def test_who_speaks_is_named_even_if_nobody_tagged_it() -> None:
    text = "The Globe reported that Ana Ruiz left. Ruiz, said the Globe, wept."
    sources = [(Span(0, 9),), (Span(24, 32),)]
    figures = cast(Article("a", text), [], shipped(), sources)
    assert [[text[m.start : m.end] for m in figure.agent.mentions] for figure in figures] == [
        ["Globe", "Globe"],
        ["Ana Ruiz", "Ruiz"],
    ]


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from("pol")))
)
def test_never_raises(text: str, tags: list[tuple[int, int, str]]) -> None:
    names = [Name(min(a, b), max(a, b), KINDS[kind]) for a, b, kind in tags]
    figures = cast(Article("a", text), names, shipped())
    assert len({figure.agent.id for figure in figures} | {"article"}) == len(figures) + 1


WORDS = "the a of for , ( ) and who Ada Obi Obi’s spokesman Ministry UN Chile he \n “ ” . - Mr. van AO".split(
    " "
)


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.data())
def test_never_raises_on_salads(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    places = st.integers(0, len(text))
    tags = data.draw(
        st.lists(st.tuples(places, places, st.sampled_from(sorted(KINDS.values()))), max_size=12)
    )
    cast(Article("a", text), [Name(min(a, b), max(a, b), kind) for a, b, kind in tags], shipped())


def test_an_articles_own_outlet_is_no_person_and_a_dateline_names_places() -> None:
    text, names = marked("[p ORWICK], 3 May -- [p Tideline] rang [p Ana Ruiz] twice.")
    dateline = Block("dateline", 0, text.index("Tideline"))
    article = Article("a", text, (dateline, Block("paragraph", dateline.end, len(text))), outlet="Tideline")
    found = {
        figure.agent.name: (figure.agent.kind, figure.place) for figure in cast(article, names, shipped())
    }
    assert found == {
        "ORWICK": ("organization", True),
        "Tideline": ("organization", False),
        "Ana Ruiz": ("person", False),
    }
