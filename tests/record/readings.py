"""Readings that nobody would write, for property tests, and a plain one."""

from typing import Any

from hypothesis import strategies as st

from onrecord.article import Article, Block, Flaw
from onrecord.claim import Claim, Event, Participant, Stance, TimeBound
from onrecord.reading import Model, Reading
from onrecord.span import Span
from onrecord.statement import Agent, Hop, Mention, SaidOn, Statement

# All of Unicode, U+0000 and halves of surrogate pairs too, and what databases and formats trip over.
CHARACTERS = st.one_of(
    st.sampled_from("\0\t\n\r\\\"'“”’%_;:*-()^ abcXYZ019é한\ud83d\udc00\ufffe\uffff\u2028\x1a\x7f"),
    st.characters(exclude_categories=()),
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=20),
    st.sampled_from(["\\N", "\\.", "NULL", "'); DROP TABLE articles; --", "{}", "\\u0000", " ", ""]),
)
IDS = st.one_of(st.text("asé한/-% '", min_size=1, max_size=9), st.sampled_from(["é" * 500, "é" * 501]))
WORDS = st.one_of(st.none(), TEXTS)
DATES = st.one_of(
    st.none(),
    st.dates().map(str),
    st.datetimes(timezones=st.timezones()).map(lambda at: at.isoformat()),
    TEXTS,
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading that the types allow, with ids that are unique in it."""
    article = draw(
        st.builds(
            Article,
            id=TEXTS,
            text=st.text(CHARACTERS, max_size=80),
            blocks=st.just(()),
            url=WORDS,
            outlet=WORDS,
            title=WORDS,
            author=WORDS,
            published=DATES,
            language=WORDS,
            keywords=st.lists(TEXTS, max_size=2).map(tuple),
            modified=DATES,
            guid=WORDS,
            status=st.sampled_from(["usable", "withdrawn"]),
            supersedes=st.lists(TEXTS, max_size=2).map(tuple),
            note=WORDS,
            credit=WORDS,
        )
    )
    at = st.integers(0, len(article.text))
    span = st.tuples(at, at).map(lambda pair: Span(*sorted(pair)))
    spans = st.lists(span, max_size=2).map(tuple)
    ids = draw(st.lists(IDS, unique=True, min_size=1, max_size=2))
    who = st.one_of(st.none(), st.sampled_from(ids))
    bound = st.one_of(st.none(), st.builds(TimeBound, st.sampled_from(["BEFORE", "ON"]), DATES, DATES, DATES))
    return Reading(
        article,
        agents=_each(draw, ids, Agent, name=TEXTS, kind=st.just("person"), role=WORDS, aliases=_some(TEXTS),
                     mentions=_some(st.builds(Mention, at, at, st.just("name")))),
        statements=_each(draw, ids, Statement, kind=st.just("mixed"), source=spans, cue=spans, content=spans,
                         p=st.floats(0, 1), parent=who, speaker=who, venue=who,
                         negated=st.sampled_from([None, True, False]),
                         said_on=st.one_of(st.none(), st.builds(SaidOn, TEXTS, TEXTS)),
                         chain=_some(st.builds(Hop, st.sampled_from(ids), st.just("said_by"),
                                               evidence=st.one_of(st.none(), span)))),
        events=_each(draw, ids, Event, type=WORDS, mode=WORDS, triggers=spans, label=WORDS, time=bound,
                     participants=_some(st.builds(Participant, st.sampled_from(ids), WORDS))),
        claims=_each(draw, ids, Claim, statement=who, event=who, text=TEXTS, trigger=spans, condition=WORDS,
                     time=bound,
                     stances=_some(st.builds(Stance, who, st.sampled_from(["CT+", "Uu"]), evidence=spans,
                                             why=WORDS))),
        flaws=draw(_some(st.builds(Flaw, TEXTS, at, at, TEXTS))),
        model=draw(st.one_of(st.none(), st.builds(Model, TEXTS, TEXTS))),
    )  # fmt: skip


def _some(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=2).map(tuple)


def _each(draw: st.DrawFn, ids: list[str], made: Any, /, **fields: Any) -> tuple[Any, ...]:
    return tuple(draw(st.builds(made, id=st.just(id), **fields)) for id in ids)


def plain(number: int = 0, statements: int = 3, **article: Any) -> Reading:
    """An article of the invented Harbour News, with as many statements; ``number`` makes it another."""
    sentence = "“Pier %d opens in spring,” harbour master Inga Roos said.\n"
    text, said, claims = "", [], []
    for one in range(statements):
        start, line = len(text), sentence % (number * 1000 + one)
        quoted = line.index("”") + 1
        text += line
        said.append(
            Statement(
                f"s{one}",
                "direct",
                source=(Span(start + quoted + 1, start + len(line) - 7),),
                cue=(Span(start + len(line) - 6, start + len(line) - 2),),
                content=(Span(start, start + quoted),),
                p=0.9,
                speaker="inga-roos",
                chain=(Hop("article", "published_by"), Hop("inga-roos", "said_by")),
            )
        )
        claims.append(
            Claim(
                f"c{one}", f"s{one}", "e0", f"pier {one} opens", (), (Stance("inga-roos", "CT+"),), "assert"
            )
        )
    given = {
        "id": f"a{number}",
        "text": text,
        "blocks": (Block("paragraph", 0, len(text)),),
        "url": f"https://harbour.example/{number}",
        "outlet": "Harbour News",
        "published": "2026-03-02",
    }
    return Reading(
        Article(**(given | article)),
        agents=(
            Agent("article", "Harbour News", "document"),
            Agent("inga-roos", "Inga Roos", "person", role="harbour master"),
        ),
        statements=tuple(said),
        events=(Event("e0", "Open", label="pier opens", participants=(Participant("inga-roos", "actor"),)),),
        claims=tuple(claims),
        model=Model("test", "1"),
    )
