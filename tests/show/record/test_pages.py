"""The pages of a record: they read without colour, at any width, and show a stranger's text as text."""

import csv
import io
import json

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from onrecord.answer import Comparison, People, Timeline
from onrecord.entry import Who
from onrecord.show.record import compare, people, search, stats, timeline, trace
from onrecord.show.record.forms import written
from onrecord.show.record.layers import layer_written
from tests.show.record import sample
from tests.show.sample import HOSTILE

ANSWERS = {
    "search": (search.VIEW, sample.ANSWER),
    "timeline": (timeline.VIEW, sample.TIMELINE),
    "trace": (trace.VIEW, sample.TRACE),
    "compare": (compare.VIEW, sample.COMPARISON),
    "people": (people.VIEW, sample.PEOPLE),
    "stats": (stats.VIEW, sample.STATS),
    "judgements": (people.JUDGEMENTS, people.Decided((sample.JUDGEMENT,))),
}


@pytest.fixture
def drawn(monkeypatch):
    """Draw an answer at a width, as a pipe gets it: without colour."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)

    def draw(name, answer=None, form="page", width=80):
        monkeypatch.setenv("COLUMNS", str(width))
        view, usual = ANSWERS[name]
        return b"".join(written([answer or usual], form, None, view)).decode()

    return draw


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


def test_a_timeline(drawn):
    found = lines(drawn("timeline"))
    assert found[:12] == [
        "the pier opens again",
        "open opening · before 2031-04-10 · Ida Sol, Port Sela",
        "✓ took place on 2 Apr 2031, as Sela Courier reports",
        "Ida Sol  5 positions",
        "about 2–4 Mar 2031  △ possible PS+        the pier opens again",
        "• first               Norrpress · 3 reports · PS+, told",
        "10 Mar              ▲ says so CT+         the pier opens in April",
        "↑ firmer              Sela Courier · CT+, told",
        "12 Mar              ▽ unlikely PR-        the pier opens in April",
        "⇄ reversed            Evening Lantern · PR-, told",
        "× taken back by 20 Mar 2031: the",
        "article was corrected",
    ]
    assert "says so CT+ ┤" in "\n".join(found)


def test_a_narrow_timeline_is_one_column(drawn):
    found = lines(drawn("timeline", width=40))
    assert found[found.index("10 Mar  ▲ says so CT+  ↑ firmer") + 1] == "the pier opens in April"
    assert any(line.startswith("CT+ ┤") for line in found)


def test_a_trace(drawn):
    assert lines(drawn("trace")) == [
        "Ida Sol  said on 2 Mar 2031 (explicit: on Sunday) · to the harbour board · 2",
        "reports",
        "× taken back by aa01/s4: the speaker says never to have said so",
        "├── △ possible PS+  the pier opens again  • first",
        "├── 1  Norrpress  2 Mar 2031, 08:00 UTC · direct · bb02/s1  the one asked for",
        "│   “It may open,”",
        "│   ├── Norrpress < [Sela Courier (interview)] < Ida Sol",
        "│   ├── is the first report",
        "│   └── https://norrpress.example/pier",
        "└── 2  Evening Lantern  2 Mar 2031, 10:30 UTC · mixed · aa01/s1",
        "“It may open,”",
        "├── Evening Lantern < Ida Sol",
        "├── a copy of Norrpress (bb02)",
        "├── in the words of Norrpress",
        "├── × its article was replaced by dd04: a new version of it",
        "├── same words; cut of Norrpress: 80% of it stands there",
        "└── https://lantern.example/pier",
        "This is the best of what matches pier.",
    ]


def test_a_trace_of_what_is_not_linked(drawn):
    alone = replace(
        sample.TRACE, utterance=None, reports=sample.TRACE.reports[:1], positions=(), superseded=None
    )
    assert lines(drawn("trace", alone))[:2] == ["Ida Sol  1 report", "Not linked with other reports yet."]


def test_whom_a_spokesperson_commits(drawn):
    position = replace(sample.TRACE.positions[0], holder=Who("port-sela", "Port Sela"))
    told = lines(drawn("trace", replace(sample.TRACE, positions=(*sample.TRACE.positions, position))))
    assert "├── △ possible PS+  the pier opens again  • first" in told
    assert "├── △ possible PS+  Port Sela:  the pier opens again  • first" in told


def test_what_was_found(drawn):
    assert lines(drawn("search")) == [
        "1  Ida Sol  2 Mar 2031 · Norrpress · 3 reports",
        "“It may open,”",
        "△ possible PS+  the pier opens again",
        "not read  the crews are paid",
        "direct · bb02/s1 · has all of the words",
        "2  nobody named  Sela Courier",
        "that it was shut",
        "indirect · cc03/s4 · pier",
        "There are more: --after bmV4dA",
    ]


def test_a_comparison_is_side_by_side_where_there_is_room(drawn):
    wide, narrow = lines(drawn("compare")), lines(drawn("compare", width=40))
    assert wide[3] == "⇄ opposed  PS+ on the left, CT- on the right"
    assert [wide[4][:20].strip(), wide[4][20:].strip()] == ["Ida Sol  2 Mar 2031", "Tor Berg  11 Mar 2031"]
    assert narrow.index("Tor Berg  11 Mar 2031") > narrow.index("Ida Sol  2 Mar 2031")
    assert "nothing on record" in narrow


def test_people(drawn):
    assert lines(drawn("people")) == [
        "Ida Sol  ida-sol  person · 12 statements in 5 articles · 2–20 Mar 2031",
        "also Sol",
        "harbour master, Port Sela  2–20 Mar 2031, 4 articles",
        "Wikidata Q0",
        "one person because of: the same full name",
    ]


@pytest.mark.parametrize(("width", "heads"), [(100, 9), (80, 7), (40, 4)])
def test_stats_show_what_there_is_room_for(drawn, width, heads):
    found = lines(drawn("stats", width=width))
    assert len(found[0].split()) == heads and found[0].split()[0] == "outlet"
    assert found[2].split()[0] == "Norrpress"


def test_judgements(drawn):
    assert lines(drawn("judgements")) == [
        "3  same  aa01/sol and bb02/ida  2 Mar 2031 · desk · one office, one name"
    ]
    undo = replace(sample.JUDGEMENT, number=4, verdict="undo", undoes=3)
    assert "4  undo  takes back number 3" in drawn("judgements", people.Decided((undo,)))


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("timeline", Timeline("who:nobody", (), None, suggestions=("Ida Sol",)), "Did you mean Ida Sol?"),
        ("timeline", Timeline("who:nobody", (), None), "No position matches who:nobody."),
        ("people", People("", (), None), "There is no person in this record."),
        ("compare", Comparison("who:a", "who:b", (), None), "no event on which both who:a and who:b"),
    ],
)
def test_what_to_do_next(drawn, name, answer, told):
    assert told in " ".join(drawn(name, answer).split())


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("name", ANSWERS)
def test_no_line_is_wider_than_the_terminal(drawn, name, width):
    for answer in (
        ANSWERS[name][1],
        *(sample.filled(ANSWERS[name][1], words[:200]) for words in HOSTILE.values()),
    ):
        for form in ("page", "table"):
            assert max(map(cell_len, drawn(name, answer, form, width).split("\n"))) <= width


@pytest.mark.parametrize("form", ["page", "table", "json", "nl", "csv"])
@pytest.mark.parametrize("name", ANSWERS)
def test_hostile_text_is_harmless(drawn, name, form):
    for what, words in HOSTILE.items():
        found = drawn(name, sample.filled(ANSWERS[name][1], words[:500]), form)
        found.encode()
        if form != "csv":  # which has the words as they are where no terminal shows them
            assert "\x1b" not in found and "\x9b" not in found
            assert "\u202e" not in found or form in {"json", "nl"}
        if what == "rich markup" and form == "page" and name != "stats":
            assert "[bold]" in found


@pytest.mark.parametrize("name", ANSWERS)
def test_a_formula_becomes_text(drawn, name):
    table = csv.DictReader(io.StringIO(drawn(name, sample.filled(ANSWERS[name][1], "=1+1"), "csv")))
    cells = [cell for row in table for cell in row.values()]
    assert any(cell == "'=1+1" for cell in cells) and not any(cell.startswith("=") for cell in cells)


@pytest.mark.parametrize("name", ANSWERS)
def test_formats_agree(drawn, name):
    answer = ANSWERS[name][1]
    whole = json.loads(drawn(name, form="json"))
    kept = whole["reports" if name == "trace" else "rows"]
    assert [json.loads(line) for line in drawn(name, form="nl").strip().split("\n")] == kept
    assert len(kept) == len(getattr(answer, ANSWERS[name][0].rows))
    assert len(drawn(name, form="csv").splitlines()) >= len(kept) + 1


def test_all_pages_of_an_answer_are_one(drawn):
    view = search.VIEW
    pages = [sample.ANSWER, replace(sample.ANSWER, next=None)]
    whole = json.loads(b"".join(written(pages, "json", None, view)))
    assert len(whole["rows"]) == 4 and whole["next"] is None
    assert "4  nobody named" in b"".join(written(pages, "page", None, view)).decode()


@pytest.mark.parametrize("layer", sample.LAYERS)
@pytest.mark.parametrize("words", [None, *HOSTILE.values()], ids=["plain", *HOSTILE])
def test_layers(monkeypatch, layer, words):
    monkeypatch.setenv("COLUMNS", "80")
    entries = sample.LAYERS[layer] if words is None else sample.filled(sample.LAYERS[layer], words)

    def form(name):
        return b"".join(layer_written(iter(entries), layer, name, None)).decode()

    told = [json.loads(line) for line in form("nl").strip().split("\n")]
    assert len(told) == len(entries) and json.loads(form("json")) == told
    assert len(list(csv.reader(io.StringIO(form("csv"))))) > len(entries)
    assert max(map(cell_len, form("table").split("\n"))) <= 80
    assert json.loads(b"".join(layer_written([], layer, "json", None))) == []
