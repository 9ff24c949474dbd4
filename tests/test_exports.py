"""The export list is the product: all of it, nothing else, and every name says what it is."""

import inspect
import re
import typing
from pathlib import Path

import msgspec
import pytest

import onrecord
from onrecord import answer, entry, errors, query
from onrecord.reading import Reading

TYPES = [
    value
    for module in (answer, entry, query)
    for value in vars(module).values()
    if inspect.isclass(value) and issubclass(value, msgspec.Struct) and value.__module__ == module.__name__
]
PAGE = (Path(__file__).parent.parent / "docs" / "asking.md").read_text(encoding="utf-8")
ASKING = ("compare", "layer", "people", "search", "stats", "timeline", "trace")


def test_list_is_sorted_and_holds_no_name_twice():
    assert list(onrecord.__all__) == sorted(set(onrecord.__all__))


def test_what_a_user_needs_is_there():
    assert {"read", "Reading", "Article", "Statement", "Span", "Flaw", "__version__"} <= set(onrecord.__all__)
    assert {"add", "open_record", *ASKING} <= set(onrecord.__all__)


def test_everything_public_is_listed():
    public = {
        name
        for name, value in vars(onrecord).items()
        if not name.startswith("_") and getattr(value, "__module__", "").split(".")[0] == "onrecord"
    }
    assert public <= set(onrecord.__all__)


def test_every_type_of_a_reading_is_exported():
    _, types = msgspec.json.schema_components((Reading,))
    assert set(types) <= set(onrecord.__all__)


def test_every_error_is_exported():
    raised = {
        name
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, Exception) and value.__module__ == errors.__name__
    }
    assert raised
    assert raised <= set(onrecord.__all__)


@pytest.mark.parametrize("name", onrecord.__all__)
def test_every_name_is_there_and_says_what_it_is(name):
    value = getattr(onrecord, name)
    if not name.startswith("__"):
        assert (value.__doc__ or "").strip(), f"onrecord.{name} has no docstring"


@pytest.mark.parametrize("name", onrecord.__all__)
def test_every_type_is_frozen(name):
    value = getattr(onrecord, name)
    if inspect.isclass(value) and issubclass(value, msgspec.Struct):
        assert value.__struct_config__.frozen


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_type_of_an_answer_an_entry_and_a_query_is_frozen_and_says_what_it_is(kind):
    assert kind.__struct_config__.frozen
    assert (kind.__doc__ or "").strip()


@pytest.mark.parametrize("name", ASKING)
def test_what_asks_a_record_takes_its_place_first(name):
    asks = inspect.signature(getattr(onrecord, name))
    assert next(iter(asks.parameters)) == "place"


@pytest.mark.parametrize("name", [name for name in ASKING if name != "layer"])
def test_the_types_of_answers_are_where_the_package_says(name):
    given = typing.get_type_hints(getattr(onrecord, name), vars(answer))["return"]
    assert given in TYPES
    assert given.__module__ == answer.__name__


def test_what_adding_gives_is_exported():
    hints = typing.get_type_hints(onrecord.add)["return"]
    given = {kind.__name__ for kind in typing.get_args(typing.get_args(hints)[0])}
    assert given == {"Added", "Unread", "Totals"}
    assert given <= set(onrecord.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'recrod'"):
        _ = onrecord.recrod


def test_a_record_is_made_and_asked_by_the_names_that_are_exported(tmp_path):
    place = str(tmp_path / "news.db")
    with onrecord.open_record(place, create=True):
        pass
    assert onrecord.search(place, "pier").rows == ()
    assert list(onrecord.layer(place, "positions")) == []
    with pytest.raises(onrecord.QueryError, match="did you mean"):
        onrecord.timeline(place, "stance:PS")
    with pytest.raises(onrecord.RecordError, match="No statement"):
        onrecord.trace(place, "pier")
    with pytest.raises(onrecord.RecordError):
        onrecord.stats(str(tmp_path / "none.db"))


def test_the_example_of_the_page_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    Path("articles/pier.txt").write_text(
        "“The pier may open in May,” harbour master Ida Sol said.", encoding="utf-8"
    )
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(code, "asking.md", "exec"), {})
    said = capsys.readouterr().out
    assert said.startswith("1 new articles, 0 reprints\nIda Sol None “The pier may open in May,” ")
    assert "Ida Sol None PS+ first PS+, the first on record" in said


@pytest.mark.parametrize(
    ("name", "given", "row"),
    re.findall(r"\n\| `(\w+)\(.*?\)` \| `(\w+)` \| .*?`(\w+)`,? *(?:with.*)?\|", PAGE),
)
def test_the_page_names_what_is_given(name, given, row):
    hints = typing.get_type_hints(getattr(onrecord, name), vars(answer))
    assert hints["return"].__name__ == given
    fields = typing.get_type_hints(hints["return"], vars(answer))
    assert typing.get_args(fields.get("rows", fields.get("reports")))[0].__name__ == row


def test_star_import_gives_the_list():
    names: dict[str, object] = {}
    exec("from onrecord import *", names)
    assert set(onrecord.__all__) <= set(names)


def test_dir_shows_the_list():
    assert set(onrecord.__all__) <= set(dir(onrecord))


def test_version_is_that_of_the_package():
    from importlib.metadata import version

    assert onrecord.__version__ == version("onrecord")
