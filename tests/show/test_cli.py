"""The command: formats, exit codes, what goes to which stream, and what is left when something stops it."""

import csv
import io
import json
import stat
import subprocess
import sys
from itertools import groupby
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from click.testing import CliRunner, _NamedTextIOWrapper

from onrecord import __version__
from onrecord.errors import WeightsError
from onrecord.ingest.unread import Unread
from onrecord.reading import Reading
from onrecord.show.cli import main
from tests.show.sample import CHAINED, CLAIMED, HOSTILE, READING, hostile

UNREAD = Unread("missing.txt", "There is no such file.")
SIGNS = {
    "--page": "⟦The strike “is over”⟧¹",
    "--json": '\n  "article": {\n',
    "--nl": '{"article":{"id":"ferries"',
    "--csv": "article,id,kind,source,cue,content,p,start,end,level,parent,",
    "-t": "Ferries sail again on Monday  ferries",
    "--table": "Ferries sail again on Monday  ferries",
    "--html": "<!doctype html>",
}


@pytest.fixture
def pipeline(monkeypatch):
    """A stand-in that reads a file by its name: what it holds is what it yields or raises."""
    known = {
        "a": READING,
        "b": hostile("b"),
        "harbour": CHAINED,
        "claims": CLAIMED,
        "bad": UNREAD,
        "stop": KeyboardInterrupt(),
        "-": READING,
    }
    known |= {f"hostile {what}": hostile(words) for what, words in HOSTILE.items()}
    known["weights"] = WeightsError("The weights are damaged: install onrecord again.")
    asked = []

    def read_files(paths, *, stdin=None, jobs=1, knowledge=None):
        asked.append({"paths": list(paths), "stdin": stdin, "jobs": jobs, "knowledge": knowledge})
        for path in paths:
            if isinstance(known[path.name], BaseException):
                raise known[path.name]
            yield known[path.name]

    module = ModuleType("onrecord.pipeline")
    module.read_files = read_files
    module.asked = asked
    monkeypatch.setitem(sys.modules, "onrecord.pipeline", module)
    return module


@pytest.fixture
def terminals(monkeypatch):
    """Make streams look like terminals: terminals("stdout", "stderr")."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)

    def pretend(*names):
        monkeypatch.setattr(_NamedTextIOWrapper, "isatty", lambda self: self.name.strip("<>") in names)

    return pretend


@pytest.fixture
def run(pipeline):
    def invoke(*arguments, code=0, **more):
        done = CliRunner().invoke(main, [str(argument) for argument in arguments], **more)
        assert done.exit_code == code, done.output
        return done

    return invoke


@pytest.mark.parametrize(("flag", "sign"), SIGNS.items())
def test_formats(run, flag, sign):
    assert sign in run("read", flag, "a").stdout
    assert sign in run("read", "a", "b", flag).stdout


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("out.json", "--json"),
        ("out.jsonl", "--nl"),
        ("out.ndjson", "--nl"),
        ("out.csv", "--csv"),
        ("out.HTML", "--html"),
        ("out.htm", "--html"),
        ("out.txt", "--page"),
    ],
)
def test_a_file_name_tells_the_format(run, tmp_path, name, flag):
    done = run("read", "a", "-o", tmp_path / name)
    assert (done.stdout, done.stderr) == ("", "")
    assert (tmp_path / name).read_bytes() == run("read", "a", flag).stdout_bytes
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_flag_beats_the_file_name(run, tmp_path):
    run("read", "a", "--csv", "-o", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text().startswith("article,id")


def test_a_pipe_gets_json_and_a_terminal_a_page(run, terminals):
    assert json.loads(run("read", "a").stdout)["article"]["id"] == "ferries"
    assert [each["article"]["id"] for each in json.loads(run("read", "a", "b").stdout)] == ["ferries", "b"]
    terminals("stdout", "stderr")
    assert "⟦" in run("read", "a").stdout


def test_json_is_the_contract(run):
    assert msgspec.json.decode(run("read", "a").stdout_bytes, type=Reading) == READING
    first, second = run("read", "a", "a", "--nl").stdout_bytes.splitlines()
    assert first == second and msgspec.json.decode(first, type=Reading) == READING


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["read", "a", "--json", "--csv"], "--json and --csv exclude each other"),
        (["read", "a", "-t", "--html", "--nl"], "exclude each other"),
        (["read", "a", "-o", "out.doc"], "end it in .json"),
        (["read", "a", "-o", "out"], "end it in .json"),
        (["read", "a", "--jobs", "0"], "--jobs"),
        (["read", "a", "--jobs", "many"], "--jobs"),
        (["read", "a", "--xml"], "No such option"),
        (["rad", "a"], "No such command"),
    ],
)
def test_wrong_use(run, pipeline, arguments, told):
    done = run(*arguments, code=2)
    assert told in done.stderr
    assert done.stdout == ""
    assert pipeline.asked == []


def test_nothing_to_read_on_a_terminal(run, terminals, pipeline):
    terminals("stdin")
    assert "onrecord read article.txt" in run("read", code=2).stderr
    assert "onrecord who article.txt" in run("who", code=2).stderr
    assert pipeline.asked == []


@pytest.mark.parametrize("arguments", [["read"], ["read", "-"]])
def test_standard_input(run, pipeline, arguments):
    assert json.loads(run(*arguments, input="text").stdout)["article"]["id"] == "ferries"
    assert pipeline.asked[0]["paths"] == [Path("-")]
    assert pipeline.asked[0]["stdin"] is not None


def test_jobs_are_handed_on(run, pipeline):
    run("read", "a", "-j", "3")
    assert pipeline.asked == [{"paths": [Path("a")], "stdin": None, "jobs": 3, "knowledge": None}]


@pytest.mark.parametrize("command", ["read", "who"])
def test_knowledge_is_handed_on(run, pipeline, tmp_path, command):
    offices = tmp_path / "offices.csv"
    offices.touch()
    run(command, "a", "--knowledge", offices)
    assert pipeline.asked[0]["knowledge"] == offices
    assert "does not exist" in run(command, "a", "--knowledge", tmp_path / "no.csv", code=2).stderr


class TestBySpeaker:
    def test_rows_of_csv_are_in_the_order_of_their_speakers(self, run):
        header, *rows = csv.reader(
            io.StringIO(run("read", "--by", "speaker", "--csv", "harbour", "a").stdout)
        )
        speakers = [name for name, _ in groupby(row[header.index("speaker")] for row in rows)]
        assert speakers[:2] == ["Inga Roos", "Corvana"] and speakers.count("Inga Roos") == 1
        assert speakers[-1] == "" and len(rows) == 15

    @pytest.mark.parametrize("flag", ["--page", "--table", "--html"])
    def test_pages_and_tables_have_a_heading_for_each(self, run, flag):
        shown = " ".join(run("read", flag, "--by", "speaker", "harbour").stdout.split())
        assert "spokeswoman, for the harbour board · 3 statements" in shown
        assert "spokeswoman, for the harbour board ·" not in run("read", flag, "harbour").stdout

    @pytest.mark.parametrize("flag", ["--json", "--nl"])
    def test_json_stays_as_it_is(self, run, flag):
        grouped = run("read", flag, "--by", "speaker", "harbour").stdout_bytes
        assert grouped == run("read", flag, "harbour").stdout_bytes

    def test_by_what_else(self, run):
        assert "speaker" in run("read", "a", "--by", "weather", code=2).stderr


class TestClaims:
    @pytest.mark.parametrize(
        ("flag", "sign"),
        [
            ("--json", '[\n{\n  "article": "harbour",\n  "claim": "c1",'),
            (
                "--nl",
                '{"article":"harbour","claim":"c1","statement":"","holder":"article","stance":"possible"',
            ),
            ("--csv", "article,claim,statement,holder,stance,value,kind,polarity,act,text,event,"),
            ("--table", "? does not know"),
        ],
    )
    def test_formats(self, run, flag, sign):
        assert sign in run("read", "--claims", flag, "claims", "a").stdout

    def test_a_pipe_gets_json_and_a_terminal_a_table(self, run, terminals, tmp_path):
        assert json.loads(run("read", "--claims", "claims", "a").stdout)[1]["holder"] == "the harbour board"
        assert json.loads(run("read", "--claims", "a").stdout) == []
        run("read", "--claims", "claims", "-o", tmp_path / "out.csv")
        assert (tmp_path / "out.csv").read_bytes() == run("read", "--claims", "claims", "--csv").stdout_bytes
        terminals("stdout", "stderr")
        assert "8 claims · 7 holders" in run("read", "--claims", "claims").stdout

    def test_by_speaker(self, run):
        found = json.loads(run("read", "--claims", "--by", "speaker", "claims").stdout)
        assert [row["holder"] for row in found[:3]] == ["article", "article", "He"]

    @pytest.mark.parametrize("flag", ["--page", "--html"])
    def test_is_no_page(self, run, pipeline, flag):
        assert f"--claims and {flag} exclude each other" in run("read", "--claims", flag, "a", code=2).stderr
        assert "end it in .json" in run("read", "--claims", "-o", "out.html", "a", code=2).stderr
        assert pipeline.asked == []

    def test_stopped_json_is_closed(self, run):
        assert len(json.loads(run("read", "--claims", "claims", "stop", "a", code=130).stdout)) == 9

    @pytest.mark.parametrize("flag", ["--json", "--nl", "--csv", "--table"])
    @pytest.mark.parametrize("what", HOSTILE)
    def test_hostile_text_in_every_format(self, run, flag, what):
        assert run("read", "--claims", flag, f"hostile {what}").stderr == ""

    def test_help_has_an_example(self, run):
        assert "onrecord read --claims --csv -o claims.csv articles/" in run("read", "--help").stdout


class TestWho:
    @pytest.mark.parametrize(
        ("flag", "sign"),
        [
            ("--json", '[\n  {\n    "name": "Inga Roos",'),
            ("--nl", '{"name":"Inga Roos","kind":"person","role":"spokeswoman"'),
            ("--csv", "name,kind,role,organization,on_behalf_of,mentions,statements,articles\nInga Roos,"),
            ("--table", "spokeswoman, for the harbour board"),
        ],
    )
    def test_formats(self, run, flag, sign):
        assert sign in run("who", flag, "harbour", "a").stdout

    def test_a_pipe_gets_json_and_a_terminal_a_table(self, run, terminals, tmp_path):
        assert json.loads(run("who", "harbour").stdout)[0]["name"] == "Inga Roos"
        assert json.loads(run("who", "a").stdout) == []
        run("who", "harbour", "-o", tmp_path / "out.csv")
        assert (tmp_path / "out.csv").read_bytes() == run("who", "harbour", "--csv").stdout_bytes
        terminals("stdout", "stderr")
        assert "10 agents in 1 article · 11 statements · 1 unresolved" in run("who", "harbour").stdout

    def test_is_as_read_is_where_something_is_wrong(self, run):
        done = run("who", "harbour", "bad", "--nl", code=1)
        assert len(done.stdout.splitlines()) == 10
        assert done.stderr == "onrecord: missing.txt: There is no such file.\n"
        assert len(json.loads(run("who", "harbour", "stop", "a", code=130).stdout)) == 10
        assert "No such option" in run("who", "--html", "a", code=2).stderr

    @pytest.mark.parametrize("flag", ["--json", "--nl", "--csv", "--table"])
    @pytest.mark.parametrize("what", HOSTILE)
    def test_hostile_text_in_every_format(self, run, flag, what):
        assert run("who", flag, f"hostile {what}").stderr == ""


def test_what_cannot_be_read_is_told_and_the_rest_is_read(run):
    done = run("read", "a", "bad", "a", "--nl", code=1)
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr == "onrecord: missing.txt: There is no such file.\n"
    assert json.loads(run("read", "bad", code=1).stdout) == []


def test_a_file_name_cannot_command_the_terminal(run, monkeypatch, pipeline):
    evil = Unread("\x1b]0;owned\x07\udcff\nonrecord: fine [bold]", "No.")
    pipeline.read_files = lambda *_, **__: iter([evil])
    done = run("read", "x", code=1)
    assert done.stderr == "onrecord: \ufffd]0;owned\ufffd\ufffd onrecord: fine [bold]: No.\n"


@pytest.mark.parametrize("flag", SIGNS)
@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_text_in_every_format(run, flag, what):
    assert run("read", flag, f"hostile {what}").stderr == ""


def test_what_is_wrong_with_the_house_is_one_line(run, tmp_path):
    (tmp_path / "out.json").write_text("old")
    done = run("read", "a", "weights", "-o", tmp_path / "out.json", code=1)
    assert done.stderr == "Error: The weights are damaged: install onrecord again.\n"
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.json", "old")]


@pytest.mark.parametrize(("place", "told"), [("missing/out.json", "No such file"), ("", "Is a directory")])
def test_what_cannot_be_written(run, pipeline, tmp_path, place, told):
    done = run("read", "a", "--json", "-o", tmp_path / place, code=1)
    assert f"cannot write {tmp_path / place}: {told}" in done.stderr
    assert pipeline.asked == []


def test_a_file_keeps_its_permissions_and_a_link_its_file(run, tmp_path):
    kept, link = tmp_path / "kept.json", tmp_path / "link.json"
    kept.write_text("old")
    kept.chmod(0o640)
    link.symlink_to(kept)
    run("read", "a", "-o", link)
    assert link.is_symlink() and json.loads(kept.read_text())
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    run("read", "a", "-o", tmp_path / "new.json")
    (tmp_path / "plain").touch()
    assert (tmp_path / "new.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_device_is_written_as_it_is(run):
    run("read", "a", "--json", "-o", "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_a_dash_is_standard_output(run):
    assert json.loads(run("read", "a", "-o", "-").stdout)


class TestStopped:
    def test_json_is_closed(self, run):
        done = run("read", "a", "a", "a", "stop", "a", code=130)
        assert len(json.loads(done.stdout)) == 3
        assert done.stderr == "onrecord: stopped after 3 articles\n"

    def test_what_was_written_is_kept(self, run, tmp_path):
        (tmp_path / "out.jsonl").write_text("old")
        done = run("read", "a", "stop", "-o", tmp_path / "out.jsonl", code=130)
        assert (tmp_path / "out.jsonl").read_text() == "old"
        assert len((tmp_path / "out.jsonl.partial").read_text().splitlines()) == 1
        assert len(list(tmp_path.iterdir())) == 2
        assert "out.jsonl.partial" in done.stderr

    def test_a_page_is_whole(self, run):
        assert run("read", "--html", "a", "stop", code=130).stdout.endswith("</html>\n")

    def test_while_writing(self, run, monkeypatch):
        def stop(self, data):
            raise KeyboardInterrupt

        monkeypatch.setattr("onrecord.show.output.Output.write", stop)
        run("read", "a", code=130)

    def test_before_a_command_has_begun(self, run, monkeypatch):
        def stop(*_):
            raise KeyboardInterrupt

        monkeypatch.setattr("onrecord.show.cli.target", stop)
        assert run("read", "a", code=130).output.strip() == ""

    def test_a_closed_pipe_is_no_error(self, run, monkeypatch):
        def close(self, data):
            raise BrokenPipeError

        monkeypatch.setattr("onrecord.show.output.Output.write", close)
        assert run("read", "a", "a", code=141).output == ""


class TestProgress:
    def test_of_many_articles(self, run, terminals, tmp_path):
        terminals("stderr")
        done = run("read", "a", "bad", "a", "-o", tmp_path / "out.json", code=1)
        assert "2 articles · 80 words" in done.stderr
        assert "words/s · 1 not read" in done.stderr
        assert "onrecord: missing.txt: There is no such file.\n" in done.stderr

    @pytest.mark.parametrize(
        ("arguments", "streams"),
        [
            (["a"], ["stderr"]),  # one article
            (["a", "a"], []),  # nobody looks
            (["a", "a"], ["stdout", "stderr"]),  # the pages themselves go by
        ],
    )
    def test_is_not_shown(self, run, terminals, arguments, streams):
        terminals(*streams)
        assert run("read", *arguments).stderr == ""


def test_csv_on_a_terminal_shows_what_would_act(run, terminals):
    assert "\x1b" in run("read", "--csv", "hostile escape sequence").stdout
    terminals("stdout")
    assert "\x1b" not in run("read", "--csv", "hostile escape sequence").stdout


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["read", "-h"]])
def test_help_has_an_example(run, arguments):
    assert "onrecord read article.txt" in run(*arguments).stdout


def test_help_of_who_says_who_is_one(run):
    told = run("who", "--help").stdout
    assert "onrecord who articles/" in told and "full name" in told


def test_version(run):
    assert run("--version").stdout == f"onrecord {__version__}\n"


def test_help_loads_nothing_heavy():
    code = "import onrecord.show.cli, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"rich", "jinja2", "numpy", "onnxruntime", "tokenizers", "sqlalchemy", "lxml", "httpx"}
    assert heavy & set(done.stdout.split()) == set()
