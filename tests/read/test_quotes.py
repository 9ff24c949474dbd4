"""Quotation marks: the rules of the state machine as tables of (text, quotations)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.quotes import paragraphs, quotations


def outer(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)[0] if q.level == 1]


def flaws(text: str) -> list[str]:
    return [flaw.kind for flaw in quotations(text)[1]]


STRAIGHT_AND_CURLY = [
    ('"We agree," she said, "for now."', ['"We agree,"', '"for now."']),
    ("“We agree,” she said, “for now.”", ["“We agree,”", "“for now.”"]),
    ('"Never,"he said."Not once,"', ['"Never,"', '"Not once,"']),
    ("„Nie“, sagte Ines Roth.", ["„Nie“"]),
    ("``We go,'' the pilot said.", ["``We go,''"]),
    ("''It is done,'' Mr. Osei said.", ["''It is done,''"]),
    ("The mast is 6'2\" tall.", []),
    ("A (“so-called”) expert.", ["“so-called”"]),
    ("The word—“reef”—was struck out.", ["“reef”"]),
]

SINGLE_OR_APOSTROPHE = [
    ("It’s the dogs’ owners’ turn.", []),
    ("It's the dogs' owners' turn.", []),
    ("‘We can’t wait,’ she said.", ["‘We can’t wait,’"]),
    ("'We can't wait,' said the farmers' leader.", ["'We can't wait,'"]),
    ("'It's 'em or us,' he said.", ["'It's 'em or us,'"]),
    ("Back in the '90s, the '74 flood was 'the big one'.", ["'the big one'"]),
    ("‘The players’ union won’t move,’ he said.", ["‘The players’ union won’t move,’"]),
    ("‘I heard “go” and went,’ she said.", ["‘I heard “go” and went,’"]),
]

GUILLEMETS = [
    ("«Oui», dit-elle.", ["«Oui»"]),
    ("»Nein«, sagte er.", ["»Nein«"]),
    ("‹Maybe›, she wrote.", ["‹Maybe›"]),
]

OVER_PARAGRAPHS = [
    (
        "“The pier is old.\n\n“It will go,” Ms. Lund said.\n\nShe left.",
        ["“The pier is old.\n\n“It will go,”"],
    ),
    ('"One.\n\n"Two.\n\n"Three," he said.', ['"One.\n\n"Two.\n\n"Three,"']),
    ("“It never ends.\n\nThe next line is prose.", ["“It never ends."]),
]


@pytest.mark.parametrize(
    ("text", "expected"), STRAIGHT_AND_CURLY + SINGLE_OR_APOSTROPHE + GUILLEMETS + OVER_PARAGRAPHS
)
def test_outer_quotations(text: str, expected: list[str]) -> None:
    assert outer(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told us, ‘No way,’ and left,” she said.", ["‘No way,’"]),
        ('"He said "no" to me," she said.', ['"no"']),
        ("“The ‘so-called “reform”’ is dead,” he said.", ["‘so-called “reform”’", "“reform”"]),
    ],
)
def test_nested_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)[0] if q.level > 1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” she said.", []),
        ("“We agree, she said.", ["unclosed_quotation"]),
        ("We agree,” she said.", ["odd_quotation_mark"]),
        ("“One.\n\n“Two.”", []),
    ],
)
def test_flaws(text: str, expected: list[str]) -> None:
    assert flaws(text) == expected


def test_a_quotation_over_paragraphs_knows_where_it_reopens() -> None:
    text = "“One.\n\n“Two.\n\n“Three.”"
    (quotation,), _ = quotations(text)
    assert [text[i:] for i in quotation.reopened] == ["“Two.\n\n“Three.”", "“Three.”"]
    assert quotation.closed


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "“The harbour board will have to find the money for the new\n"
        "breakwater before the winter, and if it cannot be found the\n"
        "boats will have to lie in the river until the spring, which\n"
        "nobody in this town wants to see,” the harbour master said.\n\n"
        "She left."
    )
    assert len(list(paragraphs(text))) == 2
    assert outer(text) == [text[: text.index(" the harbour master")]]


@given(st.text(alphabet=st.sampled_from("ab s \n.,“”‘’\"'«»„‹›``")))
def test_any_text_gives_quotations_in_range_that_nest(text: str) -> None:
    found, odd = quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(0 <= f.start < f.end <= len(text) for f in odd)
    for a in found:
        for b in found:
            assert not a.start < b.start < a.end < b.end, "quotations overlap only by nesting"
