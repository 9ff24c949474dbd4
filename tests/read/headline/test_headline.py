"""What a headline says other than its article: small articles, each with the kinds that are to be found."""

import pytest

from onrecord.article import Article, Block
from onrecord.claim import Difference
from onrecord.read.headline import headline_of
from onrecord.read.headline.severity import severity
from onrecord.span import Span
from onrecord.statement import Agent
from tests.read.headline.builder import check, kinds, said

CERTAINTY = {
    "may": (
        "Ostrava zoo to *free|CT+|e1* its lynxes",
        "<Ostrava zoo may *free|PS+|e1* its lynxes>, [the keeper] {said} on Friday.",
    ),
    "plans": (
        "Varn *buys|CT+|e1* the old quarry",
        "<The town of Varn has drawn up plans to *buy|PR+|e1* the old quarry>, [the clerk] {wrote}.",
    ),
    "attributed": (
        "<Ferry to *sail|CT+|e1* in winter>, [captain] {says}",
        "<The island ferry might *sail|PS+|e1* in winter too>, [the captain] {told} the council.",
    ),
    "another denies it": (
        "Baker *poisoned|CT+|e1* the mayor's geese",
        "<A baker *poisoned|CT+|e1* the mayor's geese>, [a neighbour] {said}.",
        "[The baker] {denied} <that he had *poisoned|CT-|e1* any geese>.",
    ),
    "only alleged": (
        "Clerk *sold|CT+|e1* exam papers",
        "<A clerk *sold|CT+|e1* exam papers to pupils>, [prosecutors] {alleged} on Monday.",
    ),
    "the saying is denied": (
        "[Union] {threatens} <to *block|CT+|e1* the canal>",
        "<The union will *block|CT+|e1* the canal>, [the union] {said}.",
        "[The foreman] {denied} <that there had been any *threat|CT-|e2*>.",
    ),
    "of an interview, the answer counts": (
        "<Villages *reopen|CT+|e1* in April>, [mayor] {says}",
        "The weekly Brisk met Ayo Bent, who leads the rescue in the hills, for an hour on Monday.",
        "Q: What of the dogs?",
        "[A:] <All the villages could *reopen|PS+|e1* by then, and the dogs are well fed>.",
    ),
    "nothing decided": (
        "Hesk to *close|CT+|e1* its lighthouse",
        "<Hesk will *close|CT+|e1* its lighthouse>, [a councillor] {said}.",
        "[The harbour office] {answered}: <“Nothing has been decided.”>",
    ),
}
SURE = {
    "as sure as its lead": (
        "Ostrava zoo may *free|PS+|e1* its lynxes",
        "<Ostrava zoo could *free|PS+|e1* its lynxes>, [the keeper] {said} on Friday.",
    ),
    "as its lead says": (
        "<Mill to *shut|CT+|e1* in June>, [owner] {says}",
        "<The mill will *shut|CT+|e1* in June>, [its owner] {said}.",
    ),
    "a hedge on both sides": (
        "<Elm board *weighing|PS+|e1* levy>, [clerk] {says}",
        "<The board in Elm is weighing a *levy|PS+|e2* on boats>, [the clerk] {said}.",
    ),
    "words that only describe": (
        "<Mill to *shut|CT+|e1*, a party seeking office says so>, [owner] {says}",
        "<The mill will *shut|CT+|e1* for a party seeking office, later than expected>, [he] {said}.",
    ),
    "a month": (
        "<Mill to *shut|CT+|e1* this spring>, [owner] {says}",
        "<The mill will *shut|CT+|e1* in May>, [its owner] {said}.",
    ),
    "a denial of something else": (
        "<Mill to *shut|CT+|e1*>, [owner] {says}",
        "<The mill will *shut|CT+|e1* in June>, [its owner] {said}.",
        "[The bank] {denied} <*owing|CT-|e2* anybody a loan>.",
    ),
    "the denial is told": (
        "[Baker] {denies} <*poisoning|CT-|e1* geese>",
        "[The baker] {denied} <that he had *poisoned|CT-|e1* any geese>.",
    ),
    "who denies what is denied agrees": (
        "Baker 'never *poisoned|CT-|e1*' geese",
        "<The baker never *poisoned|CT-|e1* the geese>, [his wife] {said}.",
        "[The baker] {denied} <that he had *poisoned|CT-|e1* any geese>.",
    ),
    "an act of speech": (
        "Teachers give school board until Monday",
        "<Teachers plan to *strike|PR+|e1* unless the board pays>, [the teachers] {said}.",
    ),
    "a planned thing that does happen": (
        "Drovers to *leave|CT+|e1* Kesk",
        "<The drovers will *leave|CT+|e1* Kesk over a planned toll>, [the drovers] {said}.",
    ),
}
CONDITION = {
    "unless": (
        "Guild to *halt|CT+|e1* barges",
        "<The guild will *halt|Uu|e1|conditional* all barges unless the lock is mended>, [its head] {said}.",
    ),
    "provided": (
        "Guild to *free|CT+|e1* barges",
        "<The guild will *free|Uu|e1|conditional* all barges, provided it is mended>, [its head] {said}.",
    ),
    "once somebody does": (
        "Guild to *free|CT+|e1* barges",
        "<The guild will *free|Uu|e1|conditional* all barges once the lock is mended>, [its head] {said}.",
    ),
    "in a sentence on the same event": (
        "Guild to *halt|CT+|e1* barges",
        "<The guild will *halt|CT+|e1* all barges on the canal>, [its head] {said}.",
        "[Ana Ruiz] {said} <they would *stop|Uu|e1|conditional* only if nobody came to talk>.",
    ),
    "set by the same source": (
        "Guild to *halt|CT+|e1* barges",
        "<The guild will *halt|CT+|e1* them on the canal>, [Ana Ruiz] {said}.",
        "<If the lock is mended, the barges *go|Uu|e2|conditional* on>, [Ana Ruiz] {said}.",
    ),
}
UNCONDITIONAL = {
    "it is in the headline": (
        "Guild to *halt|CT+|e1* barges unless lock is mended",
        "<The guild will *halt|Uu|e1|conditional* all barges unless the lock is mended>, [its head] {said}.",
    ),
    "even if": (
        "<Guild to *halt|CT+|e1* barges>, [head] {says}",
        "<The guild will *halt|CT+|e1* all barges even if the lock is mended>, [its head] {said}.",
    ),
    "until a time": (
        "<Guild to *halt|CT+|e1* barges>, [head] {says}",
        "<The guild will *halt|CT+|e1* all barges until the end of May>, [its head] {said}.",
    ),
    "once upon a time": (
        "<Guild to *halt|CT+|e1* barges>, [head] {says}",
        "<The guild, once a proud one, will *halt|CT+|e1* all barges>, [its head] {said}.",
    ),
    "an act of speech": (
        "Bargemen warn council over lock",
        "<The bargemen will *stop|Uu|e1|conditional* unless the lock is mended>, [the bargemen] {said}.",
    ),
    "of anonymity": (
        "<Guild to *halt|CT+|e1* barges>, [head] {says}",
        "<The guild will *halt|CT+|e1* all barges>, [a sailor] {said} on condition of anonymity.",
    ),
    "of another event by somebody else": (
        "<Guild to *halt|CT+|e1* barges>, [head] {says}",
        "<The guild will *halt|CT+|e1* all barges>, [its head] {said}.",
        "[A grocer] {said} <flour would *cost|Uu|e2|conditional* more if it rained>.",
    ),
    "the event is the condition": (
        "Guild to *halt|CT+|e1* barges",
        "<The guild will *halt|CT+|e1* all barges>, [its head] {said}.",
        "[A grocer] {said} <he would *move|CT+|e2* if they *halted|Uu|e1|conditional*>.",
    ),
}
CHAIN = {
    "from a source": (
        "Two *drown|CT+|e1* off Skarn",
        "<Two fishermen *drowned|CT+|e1* off Skarn>, [the coast guard] {said}.",
    ),
    "according to": (
        "Bridge at Olm *cracked|CT+|e1*",
        "<The bridge at Olm *cracked|CT+|e1* in March>, {according to} [a letter that this paper has seen].",
    ),
    "quoted, but not its subject": (
        "Duke 'will *sell|CT+|e1*' the islands",
        "<The duke will *sell|CT+|e1* the islands>, [the weekly Brisk] {reported}.",
    ),
}
NO_CHAIN = {
    "it names the source": (
        "<Two *drown|CT+|e1* off Skarn>, [coast guard] {says}",
        "<Two fishermen *drowned|CT+|e1* off Skarn>, [the coast guard] {said}.",
    ),
    "by its form alone": (
        "Bridge *cracked|CT+|e1* in March, inquiry hears",
        "<The bridge at Olm *cracked|CT+|e1* in March>, [an engineer] {told} the inquiry.",
    ),
    "a label": (
        "Coast guard: two *drowned|CT+|e1* off Skarn",
        "<Two fishermen *drowned|CT+|e1* off Skarn>, [the coast guard] {said}.",
    ),
    "the body says it itself": (
        "Two *drown|CT+|e1* off Skarn",
        "Two fishermen drowned off Skarn on Sunday when their boat turned over in the ice.",
        "[The coast guard] {said} <their boat was *old|CT+|e2*>.",
    ),
    "the body says it itself further down": (
        "Fishermen *drown|CT+|e1* off Skarn",
        "<Two fishermen *drowned|CT+|e1* off Skarn>, [the coast guard] {said}.",
        "Both fishermen drowned off the Skarn light when their boat turned over.",
    ),
    "the act of speech itself": (
        "Bishop condemns sale of bells",
        "<The sale of the bells is a *sin|CT+|e1*>, [the bishop] {said} on Sunday.",
    ),
    "a feeling": (
        "Fears over bells of Varn",
        "<The bells of Varn will *fall|CT+|e1*>, [the bishop] {fears}.",
    ),
    "done by saying so": (
        "Tovmet lowers profit forecast",
        "<Tovmet now sees a smaller profit *forecast|CT+|e1*>, [Tovmet] {said} on Sunday.",
    ),
}
EVENT = {
    "narrowed": (
        "Khan to *visit|CT+|e1* Tolm",
        "<The khan will have *contact|CT+|e1* with Tolm>, [an aide] {said}.",
        {"event_narrowed"},
    ),
    "talks become a purchase": (
        "Brewer to *buy|CT+|e1* rival",
        "<The brewer is in *contact|CT+|e1* with its rival about a partnership>, [an aide] {said}.",
        {"event_narrowed"},
    ),
    "goes further": (
        "Orchestra *ends|CT+|e1* its tour",
        "<The orchestra has *suspended|CT+|e1* its tour>, [the cellist] {said}.",
        {"event_widened"},
    ),
    "a part": (
        "Flood *wrecks|CT+|e1* vineyards",
        "<The flood *wrecked|CT+|e1* one of the three vineyards>, [a farmer] {said}.",
        {"event_widened"},
    ),
    "within bounds": (
        "Flood *wrecks|CT+|e1* vineyards",
        "<The flood *wrecked|CT+|e1* up to forty rows of vines>, [a farmer] {said}.",
        {"event_widened"},
    ),
    "harm done becomes ruin": (
        "Flood *destroys|CT+|e1* vineyards",
        "<The flood has *damaged|CT+|e1* the vineyards>, [a farmer] {said}.",
        {"event_widened"},
    ),
    "a part, and said so": (
        "Flood *wrecks|CT+|e1* one vineyard",
        "<The flood *wrecked|CT+|e1* one of the three vineyards>, [a farmer] {said}.",
        set(),
    ),
    "the same word": (
        "Khan to *visit|CT+|e1* Tolm",
        "<The khan will *visit|CT+|e1* Tolm, his first contact with it>, [an aide] {said}.",
        set(),
    ),
}
IGNORANCE = {
    "a claim on the same event": (
        "<Pool may *open|PS+|e1* in May>, [director] {says}",
        "<The pool may *open|PS+|e1* in May>, [the director] {said}.",
        "<“I do not know whether it *opens|Uu|e1|ignorance* at all,”> [the director] {added}.",
    ),
    "the report is not confirmed": (
        "Pool to *open|CT+|e1* in May",
        "<The pool will *open|CT+|e1* in May>, [the weekly Brisk] {reported}.",
        "[The director] {would neither confirm nor deny} <the report>.",
    ),
}
KNOWN = {
    "of something else": (
        "<Pool may *open|PS+|e1* in May>, [director] {says}",
        "<The pool may *open|PS+|e1* in May>, [the director] {said}.",
        "<“I do not know what a goat *costs|Uu|e2|ignorance*,”> [the director] {added}.",
    ),
    "in the headline": (
        "[Director] {does not know} <whether pool will *open|Uu|e1|ignorance*>",
        "<The pool may *open|PS+|e1* in May>, [the director] {said}.",
        "<“I do not know whether it *opens|Uu|e1|ignorance* at all,”> [the director] {added}.",
    ),
}
RUI, SALA = Agent("rui", "Rui Tavo", "person"), Agent("sala", "Sala Ime", "person")
SPEAKS = Agent("rui", "Rui Tavo", "person", on_behalf_of=("sala",))
HOLDER = {
    "another person": ((RUI, SALA), {"holder_changed"}),
    "his spokesman": ((SPEAKS, SALA), set()),
}
HELD = (
    "<Pool to *open|CT+|e1*>, [Sala Ime] {says}",
    "<The pool will *open|CT+|e1* in May>, [Rui Tavo] {said}.",
)
TIMES = {
    "another bound": (
        "in May",
        "2031-05-01",
        "2031-05-31",
        "by the end of next year",
        "2032-12-31",
        "2032-12-31",
    ),
    "the same days": (
        "this month",
        "2031-04-01",
        "2031-04-30",
        "by the end of April",
        "2031-04-30",
        "2031-04-30",
    ),
}


@pytest.mark.parametrize("name", CERTAINTY)
def test_a_headline_that_is_surer(name: str) -> None:
    assert "certainty" in kinds(check(CERTAINTY[name])[1])


@pytest.mark.parametrize("name", SURE)
def test_a_headline_that_is_no_surer(name: str) -> None:
    assert "certainty" not in kinds(check(SURE[name])[1])


@pytest.mark.parametrize("name", CONDITION)
def test_a_condition_that_the_headline_drops(name: str) -> None:
    assert "condition_dropped" in kinds(check(CONDITION[name])[1])


@pytest.mark.parametrize("name", UNCONDITIONAL)
def test_no_condition_is_dropped(name: str) -> None:
    assert "condition_dropped" not in kinds(check(UNCONDITIONAL[name])[1])


@pytest.mark.parametrize("name", CHAIN)
def test_a_source_that_the_headline_drops(name: str) -> None:
    assert kinds(check(CHAIN[name])[1]) == {"chain_dropped"}


@pytest.mark.parametrize("name", NO_CHAIN)
def test_no_source_is_dropped(name: str) -> None:
    assert kinds(check(NO_CHAIN[name])[1]) == set()


@pytest.mark.parametrize("name", EVENT)
def test_the_width_of_the_event(name: str) -> None:
    headline, lead, expected = EVENT[name]
    found = kinds(check((headline, lead))[1])
    assert found & {"event_narrowed", "event_widened"} == expected


@pytest.mark.parametrize("name", IGNORANCE)
def test_not_knowing_that_the_headline_drops(name: str) -> None:
    assert "ignorance_dropped" in kinds(check(IGNORANCE[name])[1])


@pytest.mark.parametrize("name", KNOWN)
def test_no_ignorance_is_dropped(name: str) -> None:
    assert "ignorance_dropped" not in kinds(check(KNOWN[name])[1])


@pytest.mark.parametrize("name", HOLDER)
def test_whose_words_they_are(name: str) -> None:
    agents, expected = HOLDER[name]
    assert kinds(check(HELD, agents=agents)[1]) == expected


@pytest.mark.parametrize("name", TIMES)
def test_when_it_is_to_be(name: str) -> None:
    above, first, last, below, start, end = TIMES[name]
    lines = (
        f"<Pool to *open|CT+|e1* {above}>, [owner] {{says}}",
        f"<The pool will *open|CT+|e1* {below}>, [its owner] {{said}}.",
    )
    found = kinds(check(lines, times=[(above, first, last), (below, start, end)])[1])
    assert found == ({"time_shifted"} if name == "another bound" else set())


BY_WORDS = (
    (CERTAINTY, "certainty", {"another denies it"} ^ set(CERTAINTY)),
    (CONDITION, "condition_dropped", {"unless", "set by the same source"}),
    (CHAIN, "chain_dropped", set(CHAIN)),
)


@pytest.mark.parametrize(("table", "kind", "names"), BY_WORDS, ids=["certainty", "condition", "chain"])
def test_words_alone_tell_most_of_it(table: dict[str, tuple[str, ...]], kind: str, names: set[str]) -> None:
    found = {name for name, lines in table.items() if kind in kinds(check(lines, with_claims=False)[1])}
    assert found >= names


def test_a_faithful_headline_has_no_difference() -> None:
    _, found = check(SURE["as its lead says"])
    assert found is not None
    assert (found.differences, found.severity, found.claim, found.compared_with) == ((), 0, "c0", ("c1",))


def test_a_difference_shows_the_words_on_both_sides() -> None:
    article, found = check(CONDITION["unless"])
    assert found is not None
    words = {d.kind: said(article, d) for d in found.differences}
    assert words == {
        "condition_dropped": ("Guild to halt barges", "unless the lock is mended"),
        "chain_dropped": ("Guild to halt barges", "its head / said"),
    }


def test_severity_grows_with_what_is_left_out() -> None:
    graves = [
        check(lines)[1]
        for lines in (CHAIN["from a source"], CONDITION["unless"], CERTAINTY["another denies it"])
    ]
    assert [found.severity for found in graves if found] == [1, 2, 3]


def test_a_contradiction_counts_only_where_the_headline_is_surer() -> None:
    dropped = Difference("chain_dropped", (Span(0, 1),), (Span(2, 3),))
    assert severity((dropped,), contradicted=True) == 1


def test_a_long_article_is_read_from_its_beginning() -> None:
    line = "<The guild may *halt|PS+|e1* barges if it *rains|Uu|e1|conditional*>, [Ana Ruiz] {said}."
    _, found = check(["Guild to *halt|CT+|e1* barges", *[line] * 400])
    assert {"certainty", "condition_dropped"} <= kinds(found)


def test_a_report_without_a_headline_or_a_body_has_nothing_to_compare() -> None:
    text = "Nothing but a line"
    for blocks in ((), (Block("headline", 0, len(text)),), (Block("paragraph", 0, len(text)),)):
        assert headline_of(Article("a", text, blocks), (), (), (), (), ()) is None


@pytest.mark.parametrize(
    "text", ["???\n\n!!!", "may\n\n" + "if " * 4000, "“”\n\n‘’ may . . . . not", "\u2028\n\n\u0000"]
)
def test_odd_text_never_raises(text: str) -> None:
    cut = text.index("\n\n")
    blocks = (Block("headline", 0, cut), Block("paragraph", cut, len(text)))
    found = headline_of(Article("a", text, blocks), (), (), (), (), ())
    assert found is None or not found.differences or kinds(found) == {"condition_dropped"}
