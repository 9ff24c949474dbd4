"""The export list is the product: all of it, nothing else, and every name says what it is."""

import inspect

import msgspec
import pytest

import onrecord
from onrecord import errors
from onrecord.reading import Reading


def test_list_is_sorted_and_holds_no_name_twice():
    assert list(onrecord.__all__) == sorted(set(onrecord.__all__))


def test_what_a_user_needs_is_there():
    assert {"read", "Reading", "Article", "Statement", "Span", "Flaw", "__version__"} <= set(onrecord.__all__)


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


def test_star_import_gives_the_list():
    names: dict[str, object] = {}
    exec("from onrecord import *", names)
    assert set(onrecord.__all__) <= set(names)


def test_dir_shows_the_list():
    assert set(onrecord.__all__) <= set(dir(onrecord))


def test_version_is_that_of_the_package():
    from importlib.metadata import version

    assert onrecord.__version__ == version("onrecord")
