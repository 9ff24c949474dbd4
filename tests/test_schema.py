"""The JSON contract: the checked-in schema follows from the types, and the page about it tells the truth."""

import json
import re
from pathlib import Path

import jsonschema
import msgspec
import pytest

from onrecord.reading import Reading
from onrecord.schema import main, schema

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "reading.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)[0]


def validate(reading: object) -> None:
    jsonschema.validate(reading, schema(), cls=jsonschema.Draft202012Validator)


def test_checked_in_schema_is_up_to_date(capfdbinary):
    main()
    checked_in = (DOCS / "reading.schema.json").read_bytes()
    assert capfdbinary.readouterr().out == checked_in, "run `make docs`"


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_example_is_a_valid_reading():
    validate(json.loads(EXAMPLE))


def test_example_says_everything_in_the_order_of_the_types():
    said = json.loads(EXAMPLE)
    again = json.loads(msgspec.json.encode(msgspec.json.decode(EXAMPLE, type=Reading)))
    assert said == again
    assert list(_paths(said)) == list(_paths(again))


def test_example_spans_are_the_words_that_the_page_says():
    article = json.loads(EXAMPLE)["article"]
    told = re.search(r"Characters (.*?)\n\n", PAGE, re.DOTALL)
    words = re.findall(r"(\d+) (?:to|and) (\d+) (?:are )?`(.+?)`", told[1])
    assert len(words) == 3
    for start, end, text in words:
        assert article["text"][int(start) : int(end)] == text
    ends = [0, *(block["end"] for block in article["blocks"])]
    assert [block["start"] for block in article["blocks"]] == ends[:-1]
    assert ends[-1] == len(article["text"])
    shown = re.search(r"as a file:\n\n(.*?)Its reading", PAGE, re.DOTALL)[1]
    assert re.sub("^    ", "", shown, flags=re.MULTILINE).strip() == article["text"].strip()


def test_page_names_every_field_and_every_value():
    said = set(re.findall(r"`([^`]+)`", PAGE.replace(EXAMPLE, "").replace("```", "")))
    assert {name for name in _names(schema()) if name not in said} == set()


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ({"article": {"id": "a"}}, "text"),
        ({"article": {"id": "a", "text": "", "blocks": [{"kind": "verse", "start": 0, "end": 1}]}}, "verse"),
        ({"article": {"id": "a", "text": ""}, "statements": [{"id": "s1"}]}, "kind"),
    ],
)
def test_what_is_no_reading_is_refused(wrong, at):
    with pytest.raises(jsonschema.ValidationError, match=at):
        validate(wrong)


def test_a_field_that_is_added_later_is_no_error():
    validate({"article": {"id": "a", "text": ""}, "added_later": 1})


def _paths(value, at=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{at}.{key}"
            yield from _paths(inner, f"{at}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _paths(inner, f"{at}[]")


def _names(schema):
    """Field names and enumerated values anywhere in a schema."""
    for kind in schema["$defs"].values():
        yield from kind["properties"]
        for field in kind["properties"].values():
            for choice in (field, *field.get("anyOf", ())):
                yield from (value for value in choice.get("enum", ()) if isinstance(value, str))
