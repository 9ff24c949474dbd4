"""The pipeline: what may go in, what comes out and in which order, on one process and on several."""

import io
from pathlib import Path

import pytest

import onrecord
from onrecord import Article, InputError, Reading
from onrecord.ingest import Unread
from onrecord.pipeline import read_files

TEXTS = [f"“Boat {n} is ready,” captain Ines Roth said." for n in range(6)]


def texts_of(readings: object) -> list[str]:
    assert hasattr(readings, "__iter__")
    return [reading.article.text for reading in readings]


def test_one_text_one_path_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS[0], encoding="utf8")
    article = Article(id="a", text=TEXTS[0])
    assert texts_of(onrecord.read(TEXTS[0])) == TEXTS[:1]
    assert texts_of(onrecord.read(path)) == TEXTS[:1]
    assert texts_of(onrecord.read(article)) == TEXTS[:1]
    assert texts_of(onrecord.read([TEXTS[1], path, article])) == [TEXTS[1], TEXTS[0], TEXTS[0]]


def test_a_text_never_opens_a_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("“Do not read this,” Ada Obi said.", encoding="utf8")
    assert texts_of(onrecord.read(str(path))) == [str(path)]


def test_reading_is_lazy() -> None:
    def endless() -> object:
        yield TEXTS[0]
        raise AssertionError("asked for more than was needed")

    assert next(iter(onrecord.read(endless()))).article.text == TEXTS[0]  # type: ignore[arg-type]


def test_a_missing_file_raises_for_programs_and_is_told_to_people(tmp_path: Path) -> None:
    missing, good = tmp_path / "no.txt", tmp_path / "yes.txt"
    good.write_text(TEXTS[0], encoding="utf8")
    with pytest.raises(InputError, match=r"no\.txt"):
        list(onrecord.read([missing]))
    first, second = read_files([missing, good])
    assert isinstance(first, Unread)
    assert isinstance(second, Reading)


def test_standard_input(tmp_path: Path) -> None:
    (reading,) = read_files([Path("-")], stdin=io.BytesIO(TEXTS[0].encode()))
    assert isinstance(reading, Reading)
    assert reading.article.text == TEXTS[0]


def test_what_is_no_source_is_misuse() -> None:
    with pytest.raises(TypeError, match="texts"):
        list(onrecord.read([3]))  # type: ignore[list-item]


def test_several_processes_give_the_same_readings_in_the_same_order() -> None:
    assert list(onrecord.read(TEXTS, jobs=2)) == list(onrecord.read(TEXTS))
