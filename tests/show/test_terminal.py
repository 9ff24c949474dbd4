"""The page for a terminal: it reads without colour, at any width, and shows a stranger's text and no more."""

import io
import re

import msgspec
import pytest
from rich.console import Console

from onrecord.article import Article
from onrecord.reading import Reading
from onrecord.show.table import tables
from onrecord.show.terminal import pages
from tests.show.sample import CHAINED, CLAIMED, GOLD, HOSTILE, READING, UNDATED, gold, hostile

STYLE = re.compile(r"\x1b\[[0-9;]*m")  # what rich itself writes


class Screen(io.StringIO):
    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self.named = encoding

    @property
    def encoding(self):
        return self.named


def console(width: int = 100, *, colour: bool = False, encoding: str = "utf-8") -> Console:
    return Console(
        file=Screen(encoding),
        width=width,
        force_terminal=colour,
        color_system="256" if colour else None,
        highlight=False,
    )


def lines(drawn: str) -> list[str]:
    return [" ".join(line.split()) for line in drawn.splitlines() if line.strip()]


def test_a_page_without_colour():
    found = lines("".join(pages([READING], console())))
    assert found[:7] == [
        "[who]¹ ‹says how›¹ ⟦what⟧¹ numbered as in the list below each article",
        "Ferries sail again on Monday",
        "LINDHOLM, May 3 (Norrpress) - ⟦The strike “is over”⟧¹, [harbour master Ida Sol]¹ ‹said›¹.",
        "[She]² ‹denied›² ⟦that [the union]³ ‹had said›³ ⟦it would sue⟧³⟧².",
        "⟦“The crews are tired,",
        "“and so am I,”⟧⁴ [the captain]⁴ ‹added›⁴.",
        "# statement, and who passed it on kind p",
    ]
    assert "3 in 2 [the union] ‹had said› ⟦it would sue⟧ indirect 0.90" in found
    assert " ".join(found[-3:-1]) == (
        "4 statements (1 direct, 1 mixed, 2 indirect) · 1 inside another one · 40 words, 50% of them "
        "reported · read by onrecord-small 1"
    )
    assert found[-1].startswith("Odd in this text: A quotation never closes")


def test_a_terminal_without_the_signs_gets_others():
    drawn = "".join(pages([READING], console(encoding="ascii")))
    assert "{The strike" in drawn and "[harbour master Ida Sol]1 <said>1." in drawn
    assert not set("⟦‹¹─") & set(drawn)


def test_the_legend_is_told_once():
    drawn = "".join(pages([READING, READING, READING], console()))
    assert drawn.count("numbered as in the list") == 1


@pytest.mark.parametrize("width", [20, 40, 80, 100, 300])
@pytest.mark.parametrize("view", [pages, tables])
def test_no_line_is_wider_than_the_terminal(view, width):
    for reading in (READING, CHAINED, UNDATED, hostile(HOSTILE["wide"]), hostile(HOSTILE["one long word"])):
        screen = console(width)
        drawn = "".join(view([reading], screen))
        assert max(map(len, drawn.splitlines())) <= width


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json"))[:4], ids=lambda path: path.stem)
def test_every_word_of_the_article_is_there(path):
    reading = gold(path)
    drawn = "".join(pages([reading], console()))
    bare = re.sub("[][⟦⟧‹›·⁰¹²³⁴⁵⁶⁷⁸⁹]", "", drawn)
    text = re.sub("[][⟦⟧‹›·⁰¹²³⁴⁵⁶⁷⁸⁹]", "", reading.article.text)
    assert "".join(text.split()) in "".join(bare.split())


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("view", [pages, tables])
@pytest.mark.parametrize("colour", [False, True])
def test_hostile_text_is_text(view, what, colour):
    drawn = "".join(view([hostile(HOSTILE[what])], console(colour=colour)))
    left = STYLE.sub("", drawn) if colour else drawn
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", left)
    left.encode()
    if what == "rich markup":
        assert "[bold]loud[/bold]" in left


def test_colour_is_only_on_top():
    plain = "".join(pages([READING], console()))
    coloured = "".join(pages([READING], console(colour=True)))
    assert coloured != plain
    assert lines(STYLE.sub("", coloured)) == lines(plain)


def test_nothing_to_show():
    assert "0 statements · 0 words" in "".join(pages([Reading(Article("a", ""))], console()))
    assert "no statements" in "".join(tables([Reading(Article("a", "Rain."))], console()))


def test_a_table_names_the_article_and_every_column():
    found = lines("".join(tables([READING], console(120))))
    assert found[0] == "Ferries sail again on Monday ferries"
    assert found[1] == "id kind source cue content p start end"
    assert found[3].startswith("s1 mixed harbour master Ida Sol said The strike “is over” 0.90 60 80")


def test_a_page_lists_each_statement_with_its_chain_under_the_one_it_is_inside_of():
    drawn = "".join(pages([CHAINED], console(120)))
    found = lines(drawn)
    (start,) = (place for place, line in enumerate(found) if line.startswith("5 [Roos] ‹said›"))
    assert " ".join(found[start + 2 : start + 5]) == (
        "article < [Corvana] < [Daily Meridian (interview)] < Inga Roos, for the harbour board "
        "in answer to Tao Lindqvist's question: who would pay"
    )
    assert found[start + 5].startswith("6 in 5 [The mayor] ‹told us› ⟦that his deputy thinks")
    assert "11 [The crews' union] ‹has never said› ⟦that it would sue⟧ indirect 0.90" in found
    assert "article < [Corvana] < the crews' union not said" in found
    deeper = [line.index("[") for line in drawn.splitlines() if re.match(r" +\d+( in \d)? +\[", line)]
    assert [place - deeper[0] for place in deeper] == [0, 3, 0, 3, 0, 3, 6, 9, 0, 0, 0]


def test_inherited_hops_are_dim_on_top_of_their_brackets():
    drawn = "".join(pages([CHAINED], console(colour=True)))
    assert "\x1b[2m[Corvana]\x1b[0m" in drawn
    assert "\x1b[1ma dock worker\x1b[0m" in drawn


def test_a_page_by_speaker():
    found = lines("".join(pages([CHAINED], console(120), by_speaker=True)))
    headings = [line for line in found if re.search(r" · \d+ statements?$", line)]
    assert headings[0] == "Inga Roos, spokeswoman, for the harbour board · 3 statements"
    assert headings[-1] == "unresolved · 1 statement"
    assert found[found.index(headings[0]) + 1].startswith("3 [Inga Roos, spokeswoman for the harbour…]")


def test_a_table_by_speaker():
    found = lines("".join(tables([CHAINED], console(120), by_speaker=True)))
    assert found[0] == "Harbour may close for a week harbour"
    assert found[1] == "Inga Roos, spokeswoman, for the harbour board · 3 statements"
    assert sum(line == "id kind source cue content p start end" for line in found) == 9


def row(found: list[str], start: str) -> str:
    """The lines of a statement in a list, as one."""
    (first,) = (place for place, line in enumerate(found) if line.startswith(start))
    end = next(place for place in range(first + 1, len(found)) if re.match(r"\d+ ", found[place]))
    return " ".join(found[first:end])


def test_how_sure_stands_beside_a_statement_and_why_below_it():
    found = lines("".join(pages([CLAIMED], console(100))))
    assert "# statement, and who passed it on how sure, kind p" in found
    board = row(found, "2 in 1 [The harbour board]")
    assert "⟦a closure⟧ △ possible 0.90" in board
    assert board.endswith("△ “has not ruled out”: what is not ruled out is possible")
    assert "◇; condition: the pier breaks “must”" in row(found, "8 in 7 [the city]")


def test_two_claims_of_a_statement_are_told_apart():
    found = row(lines("".join(pages([CLAIMED], console(100)))), "9 [He]")
    assert "△ expects 0.90" in found and found.count("▲ says so") == 2
    assert "△ expects: talks resume soon; “would”: would tells of what is to come" in found
    assert found.endswith("▲ says so: talks went on before")


def test_a_flat_assertion_is_told_and_not_explained():
    found = row(lines("".join(pages([CLAIMED], console(100)))), "10 [a dock worker]")
    assert found.count("▲ says so") == found.count("▲") == 1
    drawn = "".join(pages([CLAIMED], console(colour=True)))
    assert "\x1b[2m▲ says so\x1b[0m" in drawn


def test_another_holder_is_told_where_it_adds_something():
    drawn = " ".join(lines("".join(pages([CLAIMED], console(100)))))
    assert "◇ “never”; article ▼ denies" in drawn


def test_where_the_headline_differs_stands_under_it():
    found = lines("".join(pages([CLAIMED], console(100))))
    start = found.index("Harbour may close for a week")
    assert found[start + 1 : start + 4] == [
        "!! The headline differs materially from the report",
        "event narrowed: headline “for a week”, body “a closure”",
        "drops that Inga Roos does not know: headline “may close”, body “I do not know”",
    ]
    assert "differs" not in "".join(pages([CHAINED], console()))


def test_an_undated_article_says_when_it_may_be_from_and_why():
    found = lines("".join(pages([UNDATED], console(100))))
    assert " ".join(found[5:7]) == (
        "No date given; published between 2031-05-03 and 2031-05-10, perhaps on 2031-05-04 or 2031-05-05 "
        "(why stands below)"
    )
    assert found[-3:] == ["Why these dates", "“Sunday” the day of the interview", "nothing in it is later"]
    assert "No date given" not in "".join(pages([CLAIMED], console()))


def test_an_article_without_a_headline_still_says_what_is_odd():
    bare = msgspec.structs.replace(UNDATED, article=msgspec.structs.replace(UNDATED.article, blocks=()))
    found = lines("".join(pages([bare], console(100))))
    assert found[1] == "!! The headline differs materially from the report"


def test_claims_without_colour_and_signs():
    plain = "".join(pages([CLAIMED], console()))
    assert lines(STYLE.sub("", "".join(pages([CLAIMED], console(colour=True))))) == lines(plain)
    drawn = "".join(pages([CLAIMED], console(encoding="ascii")))
    assert "(+) possible" in drawn and not set("△▲▼◇") & set(drawn)
