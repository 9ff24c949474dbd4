"""Who passed words on: one table a phenomenon, (text, chain of the last statement).

A text marks its statements with brackets: "<Ada Obi| said> [it rained]" has a source before the bar, the cue
behind it and the content in square brackets, before or after.
"""

import re
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from onrecord.article import Article
from onrecord.knowledge import Knowledge, Outlet, Place
from onrecord.read.chain import chained
from onrecord.span import Span
from onrecord.statement import Agent, Statement

KNOWN = Knowledge(
    outlets=(
        Outlet("Lindos Courier", "newspaper", "Greece", ()),
        Outlet("CBS", "broadcaster", "United States", ()),
        Outlet("Telegram", "social", "International", ()),
    ),
    places=(Place("Greece", people=("Greek",)),),
)
MARK = re.compile(r"<([^|>]*)\|([^>]*)>|\[([^\]]*)\]")


class Read(NamedTuple):
    article: Article
    agents: tuple[Agent, ...]
    statements: tuple[Statement, ...]

    def chains(self) -> list[str]:
        """Each chain without the article, in brackets the hops that are not stated there."""
        names = {a.id: a.name for a in self.agents}
        return [
            " > ".join(names[h.agent] if h.explicit else f"({names[h.agent]})" for h in s.chain[1:])
            for s in self.statements
        ]


Parts = tuple[str, list[Span], list[Span], list[Span]]


def marked(text: str) -> tuple[str, list[Parts]]:
    """The bare text, and (speaker, source, cue, content) of each statement; "he" is who spoke last."""
    bare, last, found, waiting, at = "", "", [], [], 0
    for m in MARK.finditer(text):
        bare += text[at : m.start()]
        at = m.end()
        start = len(bare)
        if m[3] is not None:
            bare += m[3]
            span = Span(start, len(bare))
            (found[-1][3] if found and not found[-1][3] else waiting).append(span)
            continue
        bare += m[1] + m[2]
        cue = Span(start + len(m[1]) + len(m[2]) - len(m[2].lstrip()), len(bare))
        who = m[1].removeprefix("Mr ").removeprefix("Ms ")
        last = last if who.lower() in {"he", "she", "it", ""} else who
        found.append((last, [Span(start, start + len(m[1]))] if m[1] else [], [cue], waiting))
        waiting = []
    return bare + text[at:], found


def read(text: str, *more: Agent, function: str = "speech") -> Read:
    bare, found = marked(text)
    speakers = dict.fromkeys(name for name, *_ in found)
    known = {n: a.id for a in more for n in (a.name, *a.aliases)}
    agents = (*more, *(Agent(n, n, "person", aliases=(n.split()[-1],)) for n in speakers if n not in known))
    by_name = {n: i for a in agents for n, i in [(a.name, a.id), *((x, a.id) for x in a.aliases)]}
    statements = tuple(
        Statement(
            str(i), "indirect", tuple(src), tuple(cue), tuple(content), 1.0,
            speaker=by_name[name], function=function,  # type: ignore[arg-type]
        )
        for i, (name, src, cue, content) in enumerate(found)
    )  # fmt: skip
    article = Article(id="x", text=bare)
    return Read(article, *chained(article, agents, statements, KNOWN))


VENUES = [
    ("<Ada Obi| told> the Lindos Courier [that it rained].", "Lindos Courier > Ada Obi"),
    ("<Ada Obi| told> reporters [that it rained].", "Ada Obi"),
    ("<Ada Obi| told> Mr Sato [that it rained].", "Ada Obi"),
    ("<Ada Obi| told> the weekly Hétfő [that it rained].", "Hétfő > Ada Obi"),
    ("<Ada Obi| told> An-Nahr, a newspaper in Doha, [that it rained].", "An-Nahr > Ada Obi"),
    ("<Ada Obi| told> Radio Tarifa on Monday [that it rained].", "Radio Tarifa > Ada Obi"),
    ("<Ada Obi| told> CBS Tuesday [that it rained].", "CBS > Ada Obi"),
    ("<Ada Obi| told> CBS host Ravi Menon [that it rained].", "Ravi Menon > Ada Obi"),
    ("<Ada Obi| told> CBS’s “Early Glass” [that it rained].", "CBS’s Early Glass > Ada Obi"),
    ("<Ada Obi| confirmed> to the Lindos Courier [that it rained].", "Lindos Courier > Ada Obi"),
    (
        "In an interview last week with the Lindos Courier, <Ada Obi| said> [it rained].",
        "Lindos Courier > Ada Obi",
    ),
    ("In an interview with Ravi Menon, <Ada Obi| said> [it rained].", "Ravi Menon > Ada Obi"),
    ("In a Lindos Courier interview <Ada Obi| said> [it rained].", "Lindos Courier > Ada Obi"),
    ("In a telephone interview on Wednesday <Ada Obi| said> [it rained].", "Ada Obi"),
    ("Speaking on Radio Tarifa, <Ada Obi| said> [it rained].", "Radio Tarifa > Ada Obi"),
    ("[It rained], <Ada Obi| said> on CBS’s “Early Glass.”", "CBS’s Early Glass > Ada Obi"),
    ("Asked by the Lindos Courier about it, <Ada Obi| said> [it rained].", "Lindos Courier > Ada Obi"),
    ("[“The Lindos Courier told CBS a lie,”] <Ada Obi| said>.", "Ada Obi"),
    ("<Ada Obi| said> at a rally [that it rained].", "Ada Obi"),
    ("LINDOS (Delta) - <Ada Obi| said> [it rained].", "Ada Obi"),
]
DOCUMENTS = [
    ("In a letter to the board, <Ada Obi| said> [it rained].", "a letter to the board > Ada Obi"),
    (
        "<Ada Obi| wrote> in an op-ed in the Lindos Courier [that it rained].",
        "an op-ed in the Lindos Courier > Ada Obi",
    ),
    ("<Ada Obi| wrote> in the Lindos Courier [that it rained].", "Lindos Courier > Ada Obi"),
    ("<Ada Obi| said> in a statement [that it rained].", "Ada Obi"),
    ("<Ada Obi| said> in an e-mail [that it rained].", "Ada Obi"),
    (
        "<Ada Obi| says> in an e-mail to the mayor obtained by CBS [that it rained].",
        "CBS > an e-mail to the mayor > Ada Obi",
    ),
    ("<Ada Obi| wrote> on her Telegram channel [that it rained].", "Ada Obi's Telegram channel > Ada Obi"),
    ("<Ada Obi| said> in a note posted on her website [that it rained].", "Ada Obi's website > Ada Obi"),
]
TRANSLATED = [
    (
        "<Ada Obi| said> through an interpreter from the port [that it rained].",
        "an interpreter from the port > Ada Obi",
    ),
    ("In remarks translated by Delta Monitor <Ada Obi| said> [it rained].", "Delta Monitor > Ada Obi"),
]


@pytest.mark.parametrize(("text", "expected"), VENUES + DOCUMENTS + TRANSLATED)
def test_a_sentence_says_who_passed_its_words_on(text: str, expected: str) -> None:
    assert read(text).chains()[-1] == expected


CARRIED = [
    ("<Ada Obi| told> CBS [it rained]. [“A lot,”] <she| said>.", "(CBS) > Ada Obi"),
    ("<Ada Obi| told> CBS [it rained] and <| insisted> [that it was cold].", "CBS > Ada Obi"),
    ("<Ada Obi| told> CBS [it rained].\n\n<Ravi Menon| said> [it did not].", "Ravi Menon"),
    ("<Ada Obi| told> CBS [it rained].\n\nAt a rally last year <she| had said> [it would not].", "Ada Obi"),
    ("Ada Obi spoke on Radio Tarifa on Monday.\n\n[“It rained,”] <Ada Obi| said>. [“A lot,”] <she| said>.",
     "(Radio Tarifa) > Ada Obi"),
    (("The text was seen by CBS. <Ada Obi| wrote> in a letter seen by CBS [that it rained]."
     "\n\nIn the letter, <she| said> [it was cold]."), "(CBS) > a letter > Ada Obi"),
    ("<Ada Obi| told> the Lindos Courier [it rained].\n\nThe interview was translated by Delta Monitor.",
     "(Delta Monitor) > Lindos Courier > Ada Obi"),
    ("A rain\n\n<Ada Obi| said> [it rained].\n\n(Compiled from Lindos Courier dispatches)",
     "(Lindos Courier) > Ada Obi"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_a_frame_holds_beyond_its_sentence(text: str, expected: str) -> None:
    assert read(text).chains()[-1] == expected


def test_a_poll_stands_before_its_respondents() -> None:
    group = Agent("g", "Sixty percent", "group")
    text = "A poll by the Port Institute asked about rain. <Sixty percent| said> [they liked it]."
    assert read(text, group).chains() == ["(A poll by the Port Institute) > Sixty percent"]


def test_whoever_is_cited_stands_behind_who_cites() -> None:
    text = "The Lindos Courier reported, citing a guard, that it rained."
    at = [
        Span(text.index(w), text.index(w) + len(w))
        for w in ("The Lindos Courier", "reported", "that it rained")
    ]
    guard = Agent("g", "guard (unnamed)", "unnamed")
    s = Statement("1", "indirect", (at[0],), (at[1],), (at[2],), 1.0, speaker="g", function="speech")
    got = Read(Article(id="x", text=text), *chained(Article(id="x", text=text), (guard,), (s,), KNOWN))
    assert got.chains() == ["The Lindos Courier > guard (unnamed)"]


def test_the_agency_of_the_lead_is_credited_throughout() -> None:
    agency = Agent("d", "Delta News Agency", "organization", aliases=("the Delta News Agency",))
    text = "Rain\n\n[It rained], <the Delta News Agency| reports>.\n\n<Ada Obi| said> [it was cold]."
    assert read(text, agency).chains() == ["Delta News Agency", "(Delta News Agency) > Ada Obi"]


def test_agents_are_kept_and_only_those_of_chains_added() -> None:
    courier = Agent("c", "Lindos Courier", "organization")
    idle = Agent("i", "Idle Man", "person")
    got = read("<Ada Obi| told> the Lindos Courier [it rained]. The Tarifa Herald is sold.", courier, idle)
    assert [a.id for a in got.agents] == ["article", "c", "i", "Ada Obi"]
    assert got.statements[0].venue == "c"


def nest(depth: int) -> tuple[Statement, ...]:
    outer = Statement("0", "indirect", (), (Span(0, 1),), (Span(1, 90),), 1.0, function="speech", speaker="a")
    return tuple(
        replace(outer, id=str(i), parent=str(i - 1) if i else None, level=i + 1, speaker="ab"[i % 2])
        for i in range(depth)
    )


def test_a_nested_statement_continues_the_chain_of_the_one_it_stands_in() -> None:
    agents = (Agent("a", "A", "person"), Agent("b", "B", "person"))
    _, done = chained(Article(id="x", text="x" * 99), agents, nest(30), KNOWN)
    assert [h.agent for h in done[-1].chain] == ["article", *"ab" * 15]
    assert {h.relation for h in done[-1].chain[2:]} == {"quoted_by"}


OWN = [
    ("belief", "a", "self_report_of"),
    ("speech", "b", "quoted_by"),
    ("belief", "b", "belief_of"),
    ("hope", "b", "position_of"),
    ("intention", "b", "intention_of"),
]


@pytest.mark.parametrize(("function", "speaker", "relation"), OWN)
def test_the_relation_of_a_nested_hop(function: str, speaker: str, relation: str) -> None:
    outer, inner = nest(2)
    inner = replace(inner, speaker=speaker, function=function)
    _, done = chained(
        Article(id="x", text="x" * 20),
        (Agent("a", "A", "person"), Agent("b", "B", "person")),
        (outer, inner),
        KNOWN,
    )
    assert done[1].chain[-1].relation == relation


def test_parents_in_a_circle_or_missing_do_no_harm() -> None:
    odd = [
        Statement(i, "indirect", (), (), (), 1.0, parent=p, speaker=None) for i, p in ("ab", "ba", "cc", "dx")
    ]
    _, done = chained(Article(id="x", text="x"), (), tuple(odd), KNOWN)
    assert all(s.chain[0].agent == "article" for s in done)


HOSTILE = [
    "",
    "\x00",
    "told The " * 3_000,
    "“A " * 3_000,
    "IN THE " * 3_000,
    ". A" * 5_000,
    "a" * 50_000,
    "\n" * 9_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read(text: str) -> None:
    one = nest(1)[0]
    statements = tuple(
        replace(
            one, id=str(i), source=(Span(i, i + 4),), cue=(Span(i + 4, i + 9),), content=(Span(i, 10**6),)
        )
        for i in range(0, 1_800, 9)
    )
    _, done = chained(Article(id="x", text=text), (Agent("a", "A B", "person"),), statements, KNOWN)
    assert all(s.chain[0].agent == "article" and s.chain[-1].agent == "a" for s in done)
