"""Which articles are copies: a whole story, then one line a rule."""

from itertools import permutations

import pytest

from onrecord.article import Article
from onrecord.record.same import compared, copy_of, sketch

LEAD = (
    "The harbour board of Tarnmouth has voted to close the eastern pier for a year, its chairwoman said "
    "after a meeting that ran until midnight."
)
STEPS = (
    "Divers found in March that nine of the forty piles had rotted through below the waterline, and the "
    "insurer gave notice a week later. A wooden pier of that age, the engineers wrote, is kept up by habit "
    "more than by oak."
)
QUOTE = (
    '"We have looked at every other way of doing this, and there is none that keeps the children out of '
    'the water. If somebody has a better plan, my door is open and the kettle is on," Ingrid Sable told '
    "reporters."
)
TRADE = (
    "The anglers who rent the huts at its end will be given places on the western mole, which has no "
    "shelter and no water tap. Their club said it had not been asked and would take the matter to the "
    "county."
)
MONEY = (
    "The repair is put at 2.4 million crowns, of which the ministry of transport pays half. The rest is to "
    "come from a toll on pleasure boats that the board wants to raise from April."
)
STORY = [LEAD, STEPS, QUOTE, TRADE, MONEY]

OTHER_LEAD = (
    "Anglers in Tarnmouth are up in arms. Their huts stand on planks that nobody may walk on from next "
    "week, after a night sitting at which hardly one of them was let in."
)
OTHER_WORDS = (
    "It was the divers' report that settled it, people in the room say: too much of the timber is gone, "
    "and no firm will cover what is left. What it costs, and who is going to pay, took up most of the "
    "evening."
)
LOCAL = (
    "In Wexcombe, whose own landing stage was pulled down eleven years ago, the news was met with a shrug. "
    "The county paid for a car park there instead, and the swans have got used to it."
)
NEWS = (
    "The first piles arrived by barge on Thursday and were unloaded under the eyes of a school class. Work "
    "begins when the tide allows, the contractor said, and the road behind the fish hall stays shut until "
    "then."
)
MORE_NEWS = (
    "Two of the huts have been sold to a museum. A third was towed to the mole by its owner in the night, "
    "with the lamp still burning, and is the only one so far that has found a new place."
)


def made(*paragraphs, id="a", **known):
    return sketch(Article(id, "\n\n".join(paragraphs), **known))


def kind(one, other):
    copy = copy_of(made(*one, id="a"), made(*other, id="b"))
    return copy.kind if copy else None


def swapped(story, old, new):
    return [paragraph.replace(old, new) for paragraph in story]


def test_a_cut_says_what_it_rests_on():
    copy = copy_of(made(*STORY, id="wire"), made(LEAD, STEPS, id="paper"))
    assert (copy.shorter, copy.longer, copy.kind) == ("paper", "wire", "cut")
    assert copy.within == 1.0
    assert 0.3 < copy.of_longer < 0.45
    assert copy.why.startswith(
        "Cut: 100 % of the five-word shingles of the shorter one stand in the longer one"
    )


def test_a_rewrite_that_quotes_the_same_words_is_none():
    rewrite = [OTHER_LEAD, QUOTE, OTHER_WORDS]
    likeness = compared(made(*STORY), made(*rewrite))
    assert likeness.within > 0.25
    assert likeness.own < 0.2
    assert kind(STORY, rewrite) is None


COPIES = [
    ("whole", STORY, "reprint"),
    ("in other marks", swapped(STORY, '"', "’’"), "reprint"),
    ("in capitals", [p.upper() for p in STORY], "reprint"),
    ("in one paragraph", [" ".join(STORY)], "reprint"),
    ("other spelling", swapped(swapped(STORY, "harbour", "harbor"), "chairwoman", "chair"), "edited"),
    ("one figure corrected", swapped(STORY, "2.4 million", "3.1 million"), "edited"),
    ("another lead", [OTHER_LEAD, *STORY[1:]], "edited"),
    ("a local paragraph", [LEAD, STEPS, LOCAL, QUOTE, TRADE, MONEY], "cut"),
    ("another order", [LEAD, MONEY, TRADE, QUOTE, STEPS], "edited"),
    ("the end cut", STORY[:2], "cut"),
    ("the middle alone", STORY[1:3], "cut"),
    ("every other paragraph", STORY[::2], "cut"),
    ("cut, with a local paragraph", [LEAD, STEPS, LOCAL], "cut"),
    ("cut in mid-sentence", [LEAD, STEPS, QUOTE[:60] + "… Read more"], "cut"),
    ("with as much again", [NEWS, MORE_NEWS, LOCAL, OTHER_LEAD, *STORY], "cut"),
    ("nothing but the lead", [LEAD], "cut"),
]


@pytest.mark.parametrize(("how", "copy", "expected"), COPIES, ids=[row[0] for row in COPIES])
def test_copies(how, copy, expected):
    assert kind(STORY, copy) == kind(copy, STORY) == expected


NONE = [
    ("the same quotation as half of it", [OTHER_LEAD, QUOTE]),
    ("the same quotation first", [QUOTE, OTHER_LEAD]),
    ("the same matter", [OTHER_LEAD, OTHER_WORDS]),
    ("a new report on the old background", [NEWS, MORE_NEWS, LOCAL, STEPS, MONEY]),
    ("a short one on the old background", [NEWS, STEPS, MONEY]),
    ("another matter", [NEWS, LOCAL]),
    ("a sentence that everybody prints", [NEWS, "Their club said it had not been asked."]),
    ("nothing", [""]),
]


@pytest.mark.parametrize(("how", "other"), NONE, ids=[row[0] for row in NONE])
def test_no_copies(how, other):
    assert kind(STORY, other) is kind(other, STORY) is None


def market(day, index, change, firm, crowns):
    return [
        (
            f"Shares in Sarvela closed higher on {day}. The Halvard index ended {change} percent up at "
            f"{index} points, as investors waited for the central bank to decide on its main rate later in "
            "the week."
        ),
        (
            f"The biggest winner on the main board of the exchange was {firm}, which ended the day at "
            f"{crowns} crowns. Turnover on the exchange was in line with the average of the past month, "
            "brokers said."
        ),
    ]


def test_a_form_that_is_filled_in_again_is_no_copy():
    monday = market("Monday", "2,104", "0.4", "Tarn Steel", "81")
    tuesday = market("Tuesday", "2,131", "1.3", "Tarn Steel", "84")
    assert compared(made(*monday), made(*tuesday)).within > 0.6
    assert kind(monday, tuesday) is None
    assert kind(monday, monday) == "reprint"


def test_an_interview_is_copied_by_its_quotations():
    said = [f'"{p}"' for p in (STEPS, TRADE, MONEY)]
    assert kind(said, said[:2]) == "cut"
    assert kind(said, [OTHER_LEAD, said[0]]) is None


def test_an_outlet_does_not_reprint_itself_but_whole():
    story, more = (
        made(*STORY[:3], id="a", outlet="The Echo"),
        made(OTHER_LEAD, *STORY[1:3], LOCAL, id="b", outlet="Echo"),
    )
    assert copy_of(story, more) is None
    again = made(*STORY[:3], id="b", outlet="The Echo", url="https://echo.example/2")
    assert copy_of(story, again).kind == "reprint"


def test_one_item_has_versions():
    one = made(*STORY, id="a", outlet="The Echo", url="https://echo.example/1")
    other = made(NEWS, id="b", outlet="The Echo", url="https://echo.example/1")
    passed_on = made(*STORY, id="b", outlet="Wexcombe News", url="https://echo.example/1")
    assert copy_of(one, other).kind == "version"
    assert copy_of(one, other).why.startswith("One item of one outlet, by its guid or url: ")
    assert copy_of(one, passed_on).kind == "reprint"
    corrected = made(*STORY, id="c", outlet="Echo", guid="echo:2", supersedes=("https://echo.example/1",))
    assert copy_of(one, corrected).kind == copy_of(corrected, one).kind == "version"
    assert copy_of(passed_on, corrected).kind == "reprint"
    assert copy_of(one, one) is None


def test_the_answer_does_not_depend_on_which_is_which():
    for a, b in permutations([made(*STORY, id="a"), made(*STORY, id="b"), made(LEAD, STEPS, id="c")], 2):
        assert copy_of(a, b) == copy_of(b, a)
