"""Paths: files, folders, standard input, and whatever is wrong with them."""

import io
import os

import pytest

from onrecord.ingest import Unread, articles, count
from onrecord.ingest import files as module


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text("two")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.md").write_text("one")
    (tmp_path / "c.jsonl").write_text('{"text": "three"}\n\n{"text": "four"}\n')
    (tmp_path / "d.JSON").write_text('[{"text": "five"}, {"text": "six"}]')
    (tmp_path / "e.json").write_text('{\n"text": "seven"}')
    (tmp_path / "f.json").write_text('{"text": "eight"}\n{"text": "nine"}\n')
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "log.txt").write_text("hidden")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "Makefile").write_text("all:")
    return tmp_path


def shown(items):
    return [str(item) if isinstance(item, Unread) else item[0].text for item in items]


def test_folder_is_read_to_its_depths_in_the_order_of_names(folder):
    numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    assert shown(articles(folder)) == numbers
    assert shown(articles([str(folder)])) == numbers


def test_files_that_are_named_are_read_whatever_their_ending(tmp_path):
    for name in ("report", "report.2019", ".hidden.txt"):
        (tmp_path / name).write_text(name)
    assert shown(articles([tmp_path / "report", tmp_path / "report.2019", tmp_path / ".hidden.txt"])) == [
        "report",
        "report.2019",
        ".hidden.txt",
    ]


def test_count(folder):
    assert count([folder]) == 8  # a blank line is counted, an array is one
    assert count([folder, "-"]) is None
    assert count([folder / "nowhere"]) == 1


def test_links_that_lead_back_end(folder):
    (folder / "a" / "up").symlink_to(folder)
    (folder / "z").symlink_to(folder / "a")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    items = shown(articles(folder))
    assert items.count("one") == 1
    assert [item.split(": ")[1].split(".")[0] for item in items if ": " in item] == [
        "There is no such file or folder",
        "This link leads back to itself",
    ]


def unread(path):
    (item,) = articles([path])
    assert isinstance(item, Unread)
    return item.reason


def test_wrong_paths(tmp_path):
    assert unread(tmp_path / "nowhere.txt").startswith("There is no such file")
    assert unread(tmp_path).startswith("There is nothing to read in this folder")
    assert unread("/dev/null").startswith("This is a device or a pipe")
    assert unread("a\0b").startswith("This is no path")
    assert unread("").startswith("This is no path")
    assert unread("x" * 5000).startswith("No path can be this long")
    assert "\ud800" not in str(next(articles(["\ud800"])))


def test_pipe_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "x.txt")
    assert unread(tmp_path / "x.txt").startswith("This is a device or a pipe")
    assert unread(tmp_path).startswith("This is a device or a pipe")


def test_folder_named_like_a_file_is_a_folder(tmp_path):
    (tmp_path / "x.txt").mkdir()
    assert unread(tmp_path / "x.txt").startswith("There is nothing to read")


def test_file_that_fails_while_it_is_read(tmp_path, monkeypatch):
    (tmp_path / "x.txt").write_text("x")
    (tmp_path / "y.txt").write_text("y")

    def fail(path, *mode):
        if path.name == "x.txt":
            raise PermissionError(13, "Permission denied")
        return open(path, *mode)  # noqa: PTH123 - the method is what this stands in for

    monkeypatch.setattr("pathlib.Path.open", fail)
    first, second = articles(tmp_path)
    assert first.reason.startswith("This may not be read by you.")
    assert second[0].text == "y"


def test_odd_files(tmp_path):
    (tmp_path / "page.html").write_text("<p>Cod</p>")
    assert ".html is markup" in unread(tmp_path / "page.html")
    (tmp_path / "packed.jsonl").write_bytes(b"\x1f\x8b\x08\x00\n\n\n")
    assert "Unpack it" in unread(tmp_path / "packed.jsonl")
    (tmp_path / "blank.jsonl").write_bytes(b"\n\n")
    assert "only blank" in unread(tmp_path / "blank.jsonl")
    (tmp_path / "none.jsonl").write_bytes(b"")
    assert "no line" in unread(tmp_path / "none.jsonl")
    (tmp_path / "bad.json").write_bytes(b"{\n oops}")
    assert "line 2, column 2" in unread(tmp_path / "bad.json")
    (tmp_path / "wide.jsonl").write_bytes('{"text": "één"}\n{"text": "twee"}\n'.encode("utf-16"))
    assert shown(articles(tmp_path / "wide.jsonl")) == ["één", "twee"]
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG")
    ((article, flaws),) = articles(tmp_path / "picture.txt")
    assert (article.text, flaws[0].kind) == ("", "binary")


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    (tmp_path / "x.txt").write_text("x" * 11)
    (tmp_path / "x.json").write_text("{" + " " * 11)
    assert all("Split it" in item.reason for item in articles(tmp_path))


STDIN = [
    (b"Cod is gone.", ["Cod is gone."]),
    (b"", [""]),
    (b'{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
    (b'\n \n{"text": "one"}\noops\n', ["one", "standard input, line 4: This is not valid JSON: "]),
    (b'\xef\xbb\xbf{"text": "one"}', ["one"]),
    (b'{\n"text": "one"\n}', ["one"]),
    (b'[{"text": "one"},\n{"text": "two"}]', ["one", "two"]),
    (b"{ this is how a poem may start\n", ["{ this is how a poem may start\n"]),
    (b"[Music] Good evening.", ["[Music] Good evening."]),
    (b"17", ["17"]),
    ("“No,” she said.".encode("utf-16"), ["“No,” she said."]),
]


@pytest.mark.parametrize(("data", "expected"), STDIN)
def test_stdin(data, expected):
    stream = io.BytesIO(data)
    items = shown(articles(["-"], stdin=stream))
    assert len(items) == len(expected)
    assert all(item.startswith(start) for item, start in zip(items, expected, strict=True))
    assert not stream.closed


def test_files_and_stdin_come_in_the_order_given(folder):
    stream = io.BytesIO(b"between")
    paths = [folder / "b.txt", "-", folder / "a"]
    assert shown(articles(paths, stdin=stream)) == ["two", "between", "one"]
