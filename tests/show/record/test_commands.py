"""The commands that ask a record: what they hand on, formats, exit codes, and what a mistake looks like."""

import json
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, _NamedTextIOWrapper

from onrecord.errors import QueryError, RecordError
from onrecord.show.cli import main
from tests.show.record import sample

COMMANDS = {
    "search": ["search", "news.db", "pier"],
    "timeline": ["timeline", "news.db", "pier"],
    "trace": ["trace", "news.db", "bb02/s1"],
    "compare": ["compare", "news.db", "who:Sol", "who:Berg"],
    "people": ["people", "news.db"],
    "judgements": ["people", "news.db", "judgements"],
    "stats": ["stats", "news.db"],
}
LAYERS = {name: [name, "news.db"] for name in sample.LAYERS}


@pytest.fixture
def run(records):
    def invoke(*arguments, code=0, **more):
        done = CliRunner().invoke(main, [str(argument) for argument in arguments], **more)
        assert done.exit_code == code, (done.output, done.exception)
        return done

    return invoke


@pytest.mark.parametrize("flag", ["--json", "--nl", "--csv", "-t", "--page"])
@pytest.mark.parametrize("command", COMMANDS)
def test_formats(run, command, flag):
    told = run(*COMMANDS[command], flag).stdout
    assert told and run(*COMMANDS[command], flag).stderr == ""
    if flag == "--json":
        assert json.loads(told) == json.loads(run(*COMMANDS[command]).stdout)  # what a pipe gets


@pytest.mark.parametrize("flag", ["--json", "--nl", "--csv", "-t"])
@pytest.mark.parametrize("layer", LAYERS)
def test_layers(run, layer, flag):
    assert run(*LAYERS[layer], "who:Sol", flag).stdout


@pytest.mark.parametrize(
    ("arguments", "given", "more"),
    [
        (["search", "ida", "pier"], ["ida pier"], {"limit": 20, "every": False}),
        (["search", "--every", "--limit", "5"], [""], {"limit": 5, "every": True}),
        (["search", "--", "-pier"], ["-pier"], {"limit": 20, "every": False}),
        (["timeline", "who:Sol"], ["who:Sol"], {"limit": 200}),
        (["trace", "who:Sol", "pier"], ["who:Sol pier"], {"limit": 200}),
        (["compare", "a", "b", "--either"], ["a", "b"], {"limit": 50, "either": True}),
        (["compare", "a", "--at", "2031"], ["a until:2031", "a since:2031"], {"limit": 50, "either": False}),
        (["people", "who:Sol"], ["who:Sol"], {"limit": 50}),
        (["stats", "--by", "month"], ["", "month"], {"limit": 50}),
    ],
)
@pytest.mark.parametrize("place", ["news.db", "postgresql://me@host/news"])
def test_what_is_asked(run, records, arguments, given, more, place):
    run(arguments[0], place, *arguments[1:])
    assert records.asked == [(arguments[0], (place, *given), {"after": None, **more})]


def test_a_record_may_stand_behind_an_option(run, records):
    run("people", "--csv", "news.db")
    run("events", "--nl", "news.db", "event:meet")
    assert [given for _, given, _ in records.asked] == [("news.db", ""), ("news.db", "event:meet")]


def test_a_query_comes_from_standard_input(run, records):
    run("search", "news.db", "-", input='who:"Ida Sol"\n')
    run("trace", "news.db", "-", input=b"\xffs1")
    assert [given[1] for _, given, _ in records.asked] == ['who:"Ida Sol"', "\ufffds1"]


def test_all_goes_on_until_there_is_no_more(run, records):
    assert len(run("search", "news.db", "pier", "--all", "--nl").stdout.splitlines()) == 4
    assert [more["after"] for _, _, more in records.asked] == [None, "bmV4dA"]
    assert len(run("search", "news.db", "pier", "--nl").stdout.splitlines()) == 2


def test_a_timeline_as_a_picture(run, tmp_path):
    run("timeline", "news.db", "pier", "-o", tmp_path / "out.svg")
    drawn = (tmp_path / "out.svg").read_text()
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert run("timeline", "news.db", "pier", "--svg").stdout == drawn
    assert "end it in .json" in run("search", "news.db", "pier", "-o", "out.svg", code=2).stderr


@pytest.mark.parametrize(
    ("name", "flag"),
    [("out.json", "--json"), ("out.JSONL", "--nl"), ("out.csv", "--csv"), ("out.txt", "--page")],
)
def test_a_file_name_tells_the_format(run, tmp_path, name, flag):
    assert run("search", "news.db", "pier", "-o", tmp_path / name).output == ""
    assert (tmp_path / name).read_bytes() == run("search", "news.db", "pier", flag).stdout_bytes


def test_a_terminal_gets_a_page(run, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(_NamedTextIOWrapper, "isatty", lambda self: self.name == "<stdout>")
    assert "┤" in run(*COMMANDS["timeline"]).stdout
    assert "said on" in run(*LAYERS["positions"]).stdout


class TestPeople:
    def test_two_are_one(self, run, records):
        told = run(
            "people", "news.db", "merge", "ida-sol", "i-sol", "--why", "one office", "--by", "desk"
        ).stdout
        assert "same  aa01/sol and bb02/ida" in told
        assert records.asked == [
            ("judge", ("news.db", "same", "ida-sol", "i-sol"), {"by": "desk", "why": "one office"})
        ]

    def test_one_is_two_and_you_say_so(self, run, records, monkeypatch):
        monkeypatch.setattr("getpass.getuser", lambda: "ida")
        run("people", "news.db", "split", "a", "b", "--why", "her daughter")
        assert records.asked == [
            ("judge", ("news.db", "different", "a", "b"), {"by": "ida", "why": "her daughter"})
        ]

    def test_somebody_decides_where_there_are_no_accounts(self, run, records, monkeypatch):
        def nobody():
            raise KeyError

        monkeypatch.setattr("getpass.getuser", nobody)
        run("people", "news.db", "undo", "3", "--why", "another Sol")
        assert records.asked == [("undo", ("news.db", 3), {"by": "somebody", "why": "another Sol"})]

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["news.db", "merge", "a", "b"], "--why"),
            (["news.db", "merge", "a", "--why", "x"], "Missing argument 'B'"),
            (["news.db", "undo", "none", "--why", "x"], "NUMBER"),
        ],
    )
    def test_wrong_use(self, run, records, arguments, told):
        assert told in run("people", *arguments, code=2).stderr
        assert records.asked == []

    def test_what_cannot_be_decided(self, run, records):
        records.error = RecordError("the record has nobody with the id \x1b[31mx")
        told = run("people", "news.db", "merge", "a", "b", "--why", "x", code=1).stderr
        assert told == "Error: the record has nobody with the id \ufffd[31mx\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search"], "Missing argument 'DB'"),
        (["trace", "news.db"], "Missing argument"),
        (["search", "news.db", "--json", "--csv"], "--json and --csv exclude each other"),
        (["search", "news.db", "-o", "out.doc"], "end it in .json"),
        (["search", "news.db", "--limit", "0"], "--limit"),
        (["compare", "news.db", "who:Sol"], "Give two queries, or one and --at DATE"),
        (["compare", "news.db", "a", "b", "--at", "2031"], "Give two queries, or one and --at DATE"),
        (["stats", "news.db", "--by", "colour"], "--by"),
        (["positions", "news.db", "--svg"], "No such option"),
    ],
)
def test_wrong_use(run, records, arguments, told):
    assert told in run(*arguments, code=2).stderr
    assert records.asked == []


@pytest.mark.parametrize("command", [*COMMANDS.values(), *LAYERS.values()], ids=[*COMMANDS, *LAYERS])
def test_an_error_is_told_in_a_line_and_a_wrong_query_shows_the_place(run, records, tmp_path, command):
    records.error = RecordError("news.db: there is no such file. `onrecord add` makes a record.")
    (tmp_path / "out.json").write_text("old")
    done = run(*command, "-o", tmp_path / "out.json", code=1)
    assert done.stderr == "Error: news.db: there is no such file. `onrecord add` makes a record.\n"
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
    records.error = QueryError("stance:PS is no value", 0, 9, "    stance:PS\n    ^^^^^^^^^")
    assert run(*command, code=2).stderr == "Error: stance:PS is no value\n\n    stance:PS\n    ^^^^^^^^^\n"


def test_stopped(run, records, monkeypatch):
    records.error = KeyboardInterrupt()
    run("search", "news.db", code=130)

    def close(self, data):
        raise BrokenPipeError

    records.error = None
    monkeypatch.setattr("onrecord.show.output.Output.write", close)
    assert run("search", "news.db", code=141).output == ""


@pytest.mark.parametrize("name", [*COMMANDS, *LAYERS])
def test_help_has_an_example(run, name):
    command = ["people", "judgements"] if name == "judgements" else [name]
    told = run(*command, "--help").stdout
    assert "Example" in told and "onrecord " in told.split("Example")[1]


@pytest.mark.parametrize(
    "arguments", [["people"], ["people", "-h"], ["people", "news.db", "merge", "--help"]]
)
def test_help_of_people(run, arguments):
    told = run(*arguments, code=2 if arguments == ["people"] else 0).output
    assert "onrecord people news.db" in told
