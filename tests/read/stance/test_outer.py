"""What those who pass a statement on hold: (Aas's cue, source and cue inside, function, content, value)."""

import pytest
from msgspec.structs import replace

from onrecord.read.stance import judge, outer
from onrecord.span import Span
from onrecord.statement import Hop, Statement, StatementFunction

CHAIN = (
    Hop("article", "published_by"),
    Hop("agency", "reported_by"),
    Hop("courier", "in_interview_with"),
    Hop("aas", "said_by"),
    Hop("council", "quoted_by"),
)
KEPT = [
    # what is known, admitted or shown is so
    ("said", "the council", "knows", "knowledge", "that the dam *leaks*", "CT+"),
    ("said", "the council", "does not understand", "knowledge", "that the dam *leaks*", "CT+"),
    ("said", "the council", "knows", "knowledge", "that the dam does not *leak*", "CT-"),
    ("said", "the council", "admitted", "speech", "that the dam *leaks*", "CT+"),
    ("said", "the survey", "revealed", "document", "that the dam *leaks*", "CT+"),
    ("said", "the council", "decided", "intention", "to *close* the dam", "CT+"),
    ("said", "the council", "refused", "refusal", "to *close* the dam", "CT-"),
    # what is rejected is not
    ("said", "the council", "falsely claims", "speech", "that the dam *leaks*", "CT-"),
    ("dismissed", "the council's", "claim", "speech", "that the dam *leaks*", "CT-"),
    # whatever else is said, thought or hoped is theirs alone
    ("said", "the council", "said", "speech", "that the dam *leaks*", "Uu"),
    ("said", "the council", "does not know", "knowledge", "whether the dam *leaks*", "Uu"),
    ("said", "the council", "hopes", "hope", "that the dam *leaks*", "Uu"),
    ("said", "the council", "plans", "intention", "to *close* the dam", "Uu"),
    ("said", "the dam", "is seen as", "belief", "a *risk*", "Uu"),
]


def held(
    outer_cue: str, source: str, cue: str, function: StatementFunction, content: str
) -> list[tuple[str, str]]:
    text = f"Aas {outer_cue} {source} {cue} {content}.".replace("*", "")

    def span(words: str, at: int = 0) -> tuple[Span, ...]:
        start = text.index(words, at)
        return (Span(start, start + len(words)),)

    words = content.replace("*", "")
    whole = (Span(text.index(source), len(text) - 1),)
    parent = Statement("s1", "indirect", span("Aas"), span(outer_cue), whole, 1.0, speaker="aas")
    inner = Statement(
        "s2",
        "indirect",
        span(source),
        span(cue, text.index(source) + len(source)),
        span(words),
        1.0,
        function=function,
        speaker="council",
        chain=CHAIN,
    )
    trigger = span(content.split("*")[1], text.index(words))
    judged = judge(text, inner, trigger, (parent,))
    return [(o.holder, o.value) for o in outer(text, inner, (parent,), judged)]


@pytest.mark.parametrize(("outer_cue", "source", "cue", "function", "content", "value"), KEPT)
def test_the_one_who_reports_holds_what_the_cue_lets_through(
    outer_cue: str, source: str, cue: str, function: StatementFunction, content: str, value: str
) -> None:
    found = held(outer_cue, source, cue, function, content)
    assert [holder for holder, _ in found] == ["article", "agency", "courier", "aas"]
    assert dict(found)["aas"] == value
    assert {dict(found)[h] for h in ("article", "agency", "courier")} == {"Uu"}


def test_we_is_the_outer_speaker_too() -> None:
    text = "“We will mend it,” Aas said."
    parent = Statement("s1", "direct", (Span(19, 22),), (Span(23, 27),), (Span(0, 18),), 1.0, speaker="aas")
    inner = Statement(
        "s2",
        "direct",
        (Span(1, 3),),
        (Span(4, 8),),
        (Span(9, 16),),
        1.0,
        function="intention",
        speaker="council",
    )
    inner = replace(inner, chain=CHAIN)
    judged = judge(text, inner, (Span(9, 13),), (parent,))
    assert {o.holder: o.value for o in outer(text, inner, (parent,), judged)}["aas"] == judged.value != "Uu"


def test_evidence_is_named() -> None:
    text = "Aas said the council knows it leaks."
    parent = Statement("s1", "indirect", (Span(0, 3),), (Span(4, 8),), (Span(9, 35),), 1.0, speaker="aas")
    inner = Statement(
        "s2",
        "indirect",
        (Span(9, 20),),
        (Span(21, 26),),
        (Span(27, 35),),
        1.0,
        function="knowledge",
        chain=CHAIN,
    )
    inner = replace(inner, speaker="council")
    last = outer(text, inner, (parent,), judge(text, inner, (Span(30, 35),), (parent,)))[-1]
    assert (last.holder, [s.of(text) for s in last.evidence]) == ("aas", ["knows"])
    assert last.why == "holds it too: knows"


def test_without_a_chain_there_is_no_outer_holder() -> None:
    statement = Statement("s1", "indirect", (), (), (Span(0, 4),), 1.0)
    assert outer("Rain", statement, (), judge("Rain", statement, (Span(0, 4),))) == ()
