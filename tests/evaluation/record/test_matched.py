"""Which statement is which report, and which word is which mention: by places, one to one."""

import pytest

from evaluation.record.lines import Event, Place, Printed, Utterance
from evaluation.record.matched import Named, Said, match_mentions, match_reports
from evaluation.record.truth import Key, Truth
from onrecord import Span
from onrecord.entry import Report, Source

URL, DAY = "https://wire.example/1", "2031-05-01"
KEY = Key(URL, DAY)
TEXT = "Head\n\nShe said that he knew the dam would hold, and that the road was open."
HOLD, OPEN = "the dam would hold", "the road was open"
REPORT = Report(Source("a"), "s", "indirect", "", (), (), ())


def _truth(*quotes: str, triggers: tuple[tuple[str, str], ...] = ()) -> Truth:
    utterances = [Utterance(f"u{i}", "x", (Place(URL, quote),)) for i, quote in enumerate(quotes)]
    events = [Event(f"e{i}", (Place(URL, quote, trigger=word),)) for i, (quote, word) in enumerate(triggers)]
    return Truth([Printed(URL, DAY, "Head", TEXT.partition("\n\n")[2])], [*utterances, *events])


def _said(*words: str, article: Key = KEY) -> Said:
    content = tuple(Span(TEXT.index(word), TEXT.index(word) + len(word)) for word in words)
    return Said(article, "s", content, 0, "x", REPORT)


@pytest.mark.parametrize(
    ("quotes", "statements", "matched"),
    [
        ([HOLD], [_said(HOLD)], {0: 0}),
        ([HOLD], [_said("the dam wo")], {0: 0}),  # all of the content is in the quotation
        ([HOLD], [_said("knew the dam w")], {0: 0}),  # half of the quotation
        ([HOLD], [_said("that he knew the dam")], {}),  # less than half of either
        ([HOLD], [_said("that he knew", "dam would hold")], {0: 0}),  # in two pieces
        ([HOLD], [_said(HOLD, article=Key(URL, "2031-05-02"))], {}),  # another version
        ([HOLD], [_said("that he knew the dam would hold"), _said(HOLD)], {0: 1}),  # the inner one
        ([HOLD, OPEN], [_said(HOLD), _said(OPEN)], {0: 0, 1: 1}),
        ([HOLD, OPEN], [_said("the dam would hold, and that the road was open")], {0: 0}),  # one to one
        ([HOLD], [_said(HOLD), _said(HOLD)], {0: 0}),
    ],
)
def test_reports(quotes: list[str], statements: list[Said], matched: dict[int, int]) -> None:
    assert match_reports(_truth(*quotes), statements) == matched


@pytest.mark.parametrize(
    ("words", "matched"),
    [
        (["hold"], {0: 0}),
        (["would hold"], {0: 0}),
        (["would hold", "hold"], {0: 1}),  # the closer one
        (["dam"], {}),
        (["open", "hold"], {0: 1, 1: 0}),
        (["hold, and that the road was open"], {0: 0}),  # one to one; as long as either, the first
    ],
)
def test_mentions(words: list[str], matched: dict[int, int]) -> None:
    truth = _truth(triggers=((HOLD, "hold"), (OPEN, "open")))
    named = [Named(KEY, Span(TEXT.index(one), TEXT.index(one) + len(one)), 0) for one in words]
    assert match_mentions(truth, named) == matched
