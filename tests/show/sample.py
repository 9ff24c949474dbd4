"""Readings to show: a small one, one with chains, hostile ones, and the gold ones of evaluation/."""

import json
from pathlib import Path

import msgspec
from msgspec.structs import astuple, replace

from onrecord.article import Article, Block, Flaw
from onrecord.claim import (
    Claim,
    DateEvidence,
    Difference,
    Event,
    Headline,
    Participant,
    PublishedGuess,
    Stance,
    Time,
    TimeBound,
)
from onrecord.reading import Model, Reading
from onrecord.span import Span
from onrecord.statement import Agent, Alternative, Hop, Mention, Question, Statement

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"
TEXT = (
    "Ferries sail again on Monday\n\n"
    "LINDHOLM, May 3 (Norrpress) - The strike “is over”, harbour master Ida Sol said.\n\n"
    "She denied that the union had said it would sue.\n\n"
    "“The crews are tired,\n\n“and so am I,” the captain added.\n"
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def statement(id: str, source: str, cue: str, *content: str, **more: object) -> Statement:
    return Statement(
        id=id,
        kind=more.pop("kind", "indirect"),
        source=(span(source),) if source else (),
        cue=(span(cue),),
        content=tuple(span(words) for words in content),
        p=0.9,
        **more,
    )


STATEMENTS = (
    statement("s1", "harbour master Ida Sol", "said", "The strike “is over”", kind="mixed"),
    statement("s2", "She", "denied", "that the union had said it would sue"),
    statement("s2a", "the union", "had said", "it would sue", parent="s2", level=2),
    statement("s3", "the captain", "added", "“The crews are tired,\n\n“and so am I,”", kind="direct"),
)


def blocks(text: str) -> tuple[Block, ...]:
    """Headline, then a paragraph a line, a dateline where there is one: what ingest makes of TEXT."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if not line.strip() and found:
            found[-1] = Block(found[-1].kind, found[-1].start, end)
        elif " - " in line:
            cut = start + line.index(" - ") + 3
            found += [Block("dateline", start, cut), Block("paragraph", cut, end)]
        else:
            found.append(Block("paragraph" if found else "headline", start, end))
        start = end
    return tuple(found)


READING = Reading(
    Article(
        id="ferries",
        text=TEXT,
        blocks=blocks(TEXT),
        url="https://norrpress.example/ferries",
        outlet="Norrpress",
        title="Ferries sail again on Monday",
        published="2031-05-03",
        language="en",
    ),
    statements=STATEMENTS,
    flaws=(Flaw("odd_mark", 0, 0, "A quotation never closes: it was read to the end of its paragraph."),),
    model=Model("onrecord-small", "1"),
)

HARBOUR = """Harbour may close for a week

PORT SELA, May 3 (Corvana) - The harbour board has not ruled out a closure, Corvana reported.

“I do not know whether the ferries will sail,” Inga Roos, spokeswoman for the harbour board, said in an \
interview with the Daily Meridian published on Sunday.

Asked by Tao Lindqvist who would pay, Roos said: “The mayor told us that his deputy thinks the city \
believes it must pay for the pier.”

He added that talks would resume soon. The crews are angry, a dock worker said. The crews' union has never \
said that it would sue.
"""


def at(words: str, inside: str = "") -> Span:
    """The place of ``words`` in HARBOUR, the first one in the place of ``inside``."""
    start = HARBOUR.index(words, HARBOUR.index(inside))
    return Span(start, start + len(words))


def hops(*names: str) -> tuple[Hop, ...]:
    """Hops by name, each as said there, or with "~" as inherited."""
    return tuple(
        replace(HOPS[name.lstrip("~")], explicit=not name.startswith("~")) for name in ("article", *names)
    )


HOPS = {
    "article": Hop("article", "published_by"),
    "corvana": Hop("corvana", "reported_by", evidence=at("Corvana reported")),
    "meridian": Hop(
        "meridian",
        "in_interview_with",
        evidence=at("said in an interview with the Daily Meridian published on Sunday"),
    ),
    "board": Hop("board", "position_of", evidence=at("The harbour board")),
    "roos": Hop("roos", "said_by", evidence=at("Roos said")),
    "spokeswoman": Hop("roos", "said_by", evidence=at("Inga Roos, spokeswoman for the harbour board, said")),
    "I": Hop("roos", "self_report_of", evidence=at("I do not know")),
    "mayor": Hop("mayor", "quoted_by", evidence=at("The mayor told us")),
    "deputy": Hop("deputy", "belief_of", evidence=at("his deputy thinks")),
    "city": Hop("city", "belief_of", evidence=at("the city believes")),
    "worker": Hop("worker", "said_by", evidence=at("a dock worker said")),
    "union": Hop("union", "said_by", evidence=at("The crews' union has never said")),
}
AGENTS = (
    Agent("article", "Harbour may close for a week", "document"),
    Agent("corvana", "Corvana", "organization", role="news agency", mentions=(Mention(0, 7, "name"),)),
    Agent("meridian", "Daily Meridian", "organization", role="newspaper"),
    Agent("board", "the harbour board", "organization"),
    Agent(
        "roos",
        "Inga Roos",
        "person",
        role="spokeswoman",
        organization="the harbour board",
        on_behalf_of=("board",),
        mentions=(Mention(*astuple(at("Inga Roos")), "name"), Mention(*astuple(at("Roos said")), "name")),
    ),
    Agent("lindqvist", "Tao Lindqvist", "person"),
    Agent("mayor", "the mayor", "person", role="mayor", organization="Port Sela"),
    Agent("deputy", "the mayor's deputy", "person", role="deputy", organization="Port Sela"),
    Agent("city", "Port Sela", "organization"),
    Agent("worker", "a dock worker", "unnamed"),
    Agent("union", "the crews' union", "organization"),
)


def said(id: str, source: str, cue: str, content: str, inside: str = "", **more: object) -> Statement:
    """A statement of HARBOUR; source, cue and content are its words, found from those of ``inside`` on."""
    return Statement(
        id=id,
        kind=more.pop("kind", "indirect"),
        source=(at(source, inside),),
        cue=(at(cue, inside),),
        content=(at(content, inside),),
        p=0.9,
        **more,
    )


FERRIES = "“I do not know whether the ferries will sail,”"
PIER = "“The mayor told us that his deputy thinks the city believes it must pay for the pier.”"
# Not in the order of a tree: a page puts each statement under the one it is inside of.
CHAINED = Reading(
    Article(
        id="harbour",
        text=HARBOUR,
        blocks=blocks(HARBOUR),
        title="Harbour may close for a week",
        published="2031-05-03",
        language="en",
    ),
    agents=AGENTS,
    statements=(
        said(
            "h1a",
            "The harbour board",
            "has not ruled out",
            "a closure",
            parent="h1",
            level=2,
            function="speech",
            speaker="board",
            chain=hops("corvana", "~meridian", "~spokeswoman", "board"),
        ),
        said(
            "h1",
            "Corvana",
            "reported",
            "The harbour board has not ruled out a closure",
            inside="The harbour board has",
            function="speech",
            speaker="corvana",
            chain=hops("corvana"),
        ),
        said(
            "h2",
            "Inga Roos, spokeswoman for the harbour board",
            "said in an interview with the Daily Meridian published on Sunday",
            FERRIES,
            kind="direct",
            function="speech",
            speaker="roos",
            on_behalf_of=("board",),
            venue="meridian",
            chain=hops("~corvana", "meridian", "spokeswoman"),
        ),
        said(
            "h2a",
            "I",
            "do not know",
            "whether the ferries will sail",
            inside="I do not know",
            parent="h2",
            level=2,
            function="knowledge",
            speaker="roos",
            chain=hops("~corvana", "meridian", "spokeswoman", "I"),
        ),
        said(
            "h3",
            "Roos",
            "said",
            PIER,
            inside="Roos said:",
            kind="direct",
            function="speech",
            speaker="roos",
            on_behalf_of=("board",),
            chain=hops("~corvana", "~meridian", "roos"),
            question=Question("lindqvist", (at("who would pay"),)),
        ),
        said(
            "h3a",
            "The mayor",
            "told us",
            "that his deputy thinks the city believes it must pay for the pier",
            parent="h3",
            level=2,
            function="speech",
            speaker="mayor",
            chain=hops("~corvana", "~meridian", "roos", "mayor"),
        ),
        said(
            "h3b",
            "his deputy",
            "thinks",
            "the city believes it must pay for the pier",
            parent="h3a",
            level=3,
            function="belief",
            speaker="deputy",
            chain=hops("~corvana", "~meridian", "roos", "mayor", "deputy"),
        ),
        said(
            "h3c",
            "the city",
            "believes",
            "it must pay for the pier",
            parent="h3b",
            level=4,
            function="belief",
            speaker="city",
            chain=hops("~corvana", "~meridian", "roos", "mayor", "deputy", "city"),
        ),
        said(
            "h4",
            "He",
            "added",
            "that talks would resume soon",
            inside="He added",
            function="speech",
            alternatives=(Alternative("mayor", 0.45), Alternative("deputy", 0.4)),
            chain=hops("~corvana"),
        ),
        said(
            "h5",
            "a dock worker",
            "said",
            "The crews are angry",
            inside="The crews are angry",
            function="speech",
            speaker="worker",
            chain=hops("~corvana", "worker"),
        ),
        said(
            "h6",
            "The crews' union",
            "has never said",
            "that it would sue",
            negated=True,
            function="speech",
            speaker="union",
            chain=hops("~corvana", "union"),
        ),
    ),
    model=Model("onrecord-small", "1"),
)


def time(id: str, words: str, day: str, inside: str = "") -> Time:
    place = at(words, inside)
    return Time(id, place.start, place.end, day, "explicit", "DATE", day, day)


def stances(*names: str, last: Stance) -> tuple[Stance, ...]:
    """Those who only pass words on, by their ids, and then the one who says it."""
    return (*(Stance(name, "Uu") for name in ("article", *names)), last)


# What is claimed in it, how sure and by whom; two claims of h4, none of h1, h2, h3, h3a and h3b.
CLAIMED = replace(
    CHAINED,
    times=(
        time("t1", "May 3", "2031-05-03"),
        time("t2", "Sunday", "2031-05-04"),
        Time("t3", *astuple(at("soon")), None, "relative"),
    ),
    events=(
        Event("sailing", None, None, (at("sail"),), label="the ferries sail"),
        Event(
            "closure",
            "RETREAT",
            None,
            (at("close"), at("closure")),
            (Participant("board", "actor"), Participant("nobody")),
            TimeBound("AFTER", "2031-05-03", "2031-05-04", None, ("t1",)),
            "the harbour closes",
        ),
        Event("talks", "CONSULT", "meeting", (at("talks"),)),
        Event("interview", None, None, (at("interview"),)),
    ),
    claims=(
        Claim(
            "c1",
            None,
            "closure",
            "the harbour closes for a week",
            (at("close"),),
            (Stance("article", "PS+", evidence=(at("may"),), why="may leaves it possible"),),
            "assert",
            time=TimeBound("WITHIN", "P1W"),
        ),
        Claim(
            "c2",
            "h1a",
            "closure",
            "the harbour closes",
            (at("closure"),),
            stances(
                "corvana",
                last=Stance(
                    "board",
                    "PS+",
                    evidence=(at("has not ruled out"),),
                    why="what is not ruled out is possible",
                ),
            ),
            "assert",
            p=0.88,
        ),
        Claim(
            "c3",
            "h2a",
            "sailing",
            "the ferries sail",
            (at("sail"),),
            stances(
                "meridian",
                last=Stance("roos", "Uu", "ignorance", evidence=(at("do not know"), at("whether"))),
            ),
            "decline",
        ),
        Claim(
            "c4",
            "h3c",
            None,
            "the city pays for the pier",
            (at("pay for"),),
            stances(last=Stance("city", "Uu", "deontic", "+", evidence=(at("must"),))),
            "assert",
            condition="the pier breaks",
        ),
        Claim(
            "c5",
            "h4",
            "talks",
            "talks resume soon",
            (at("resume"),),
            stances(last=Stance(None, "PR+", evidence=(at("would"),), why="would tells of what is to come")),
            "expect",
            time=TimeBound("AFTER", None, times=("t3",)),
        ),
        Claim(
            "c6", "h4", "talks", "talks went on before", (at("resume"),), stances(last=Stance(None, "CT+"))
        ),
        Claim("c7", "h5", None, "the crews are angry", (at("angry"),), stances(last=Stance("worker", "CT+"))),
        Claim(
            "c8",
            "h6",
            None,
            "the union sues",
            (at("sue"),),
            (
                Stance("article", "CT-", evidence=(at("never"),), why="never denies it"),
                Stance("union", "Uu", "uncommitted"),
            ),
            "deny",
        ),
    ),
    headline=Headline(
        "c1",
        ("c2",),
        (
            Difference("event_narrowed", (at("for a week"),), (at("a closure"),)),
            Difference("ignorance_dropped", (at("may close"),), (at("I do not know"),)),
        ),
        2,
    ),
)
UNDATED = replace(
    CLAIMED,
    article=replace(CLAIMED.article, published=None),
    published_guess=PublishedGuess(
        "2031-05-03",
        "2031-05-10",
        ("2031-05-04", "2031-05-05"),
        (
            DateEvidence(at("Sunday"), "the day of the interview"),
            DateEvidence(Span(0, 0), "nothing in it is later"),
        ),
    ),
)

# What an enemy of the reader, or a bad export, may put into an article.
HOSTILE = {
    "escape sequence": "\x1b]0;owned\x07\x1b[31mred\x1b[0m \x9b2J",
    "rich markup": "[bold]loud[/bold] [/] [link=https://x.example]here[/link]",
    "HTML": "</style></title><script>alert(1)</script> <img src=x onerror=alert(1)> &amp; \"' {{ 7 * 7 }}",
    "lone surrogates": "half \ud83d a pair \udc00",
    "right to left": "قالت الوزيرة \u202eeht\u202c إن الجسر \u2067سيفتح",
    "emoji": "\U0001f469\u200d\U0001f692 and \U0001f1f3\U0001f1f4 and e\u0301",
    "formula": '=HYPERLINK("https://x.example","see")',
    "zero bytes": "a\x00b\x00\x08\x7f",
    "line breaks": "one\r\ntwo\rthree\u2028four\u2029five\x0bsix\x85seven",
    "one long word": "Aa" * 5000,
    "wide": "東京で市長は「橋は五月に開く」と述べた",
}


def hostile(words: str) -> Reading:
    """A reading whose every text is ``words``."""
    text = f"{words}\n\n{words} said {words}\n"
    end = len(words)
    agent = Agent(
        "x",
        words,
        "person",
        role=words,
        organization=words,
        aliases=(words,),
        on_behalf_of=("x", words),
        mentions=(Mention(0, end, "name"),),
    )
    second = Statement(
        id=words,
        speaker="x",
        on_behalf_of=("x",),
        chain=(Hop("x", "cited_by", explicit=False, evidence=Span(0, end)), Hop(words, "said_by")),
        question=Question(words, (Span(0, end),)),
        kind="indirect",
        source=(Span(end + 2, end * 2 + 2),),
        cue=(Span(end * 2 + 3, end * 2 + 7),),
        content=(Span(end * 2 + 8, len(text)),),
        p=0.5,
    )
    whole = Span(0, end)
    return Reading(
        Article(
            id=words,
            text=text,
            blocks=(Block("headline", 0, end + 2), Block("paragraph", end + 2, len(text))),
            url=f"javascript:{words}",
            outlet=words,
            title=words,
            author=words,
            published=None,
            language=words,
        ),
        agents=(agent,),
        times=(Time(words, 0, end, words, "explicit", "DATE", words, words, words),),
        events=(
            Event(
                "e",
                words,
                words,
                (whole, Span(-5, 10**9)),
                (Participant(words, words),),
                TimeBound("ON", words, words, words, (words, "no")),
                words,
            ),
            Event(words, words),
        ),
        claims=tuple(
            Claim(
                words,
                id,
                "e",
                words,
                (whole,),
                (
                    Stance(words, "CT-", evidence=(whole, whole), why=words),
                    Stance("x", "Uu", "desire", "-", 0.5, (whole, Span(7, 3), Span(end, end + 2)), words),
                ),
                "hope",
                words,
                TimeBound(None, words),
            )
            for id in (words, "s1", "s1", None)
        ),
        headline=Headline(words, (words,), (Difference("certainty", (whole,), (whole, Span(-1, -9))),), 99),
        published_guess=PublishedGuess(words, words, (words,) * 9, (DateEvidence(whole, words),)),
        statements=(
            Statement(
                id="s1",
                kind="direct",
                source=(),
                cue=(),
                content=(Span(0, end),),
                p=1.0,
                parent=words,
                alternatives=(Alternative("x", 0.5), Alternative(words, 0.2)),
            ),
            second,
        ),
        flaws=(Flaw("odd", 0, 1, words),),
        model=Model(words, words),
    )


def gold(path: Path) -> Reading:
    """A hand reading, which has no probabilities and no blocks."""
    found = json.loads(path.read_text(encoding="utf-8"))
    article = msgspec.convert(found["article"], Article)
    text = article.text
    return Reading(
        msgspec.structs.replace(article, blocks=(Block("paragraph", 0, len(text)),)),
        statements=tuple(msgspec.convert({**said, "p": 0.9}, Statement) for said in found["statements"]),
    )
