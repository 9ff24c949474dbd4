"""Answers to show: small ones by hand, and hostile ones."""

from msgspec.structs import replace

from onrecord.answer import (
    Answer,
    Claimed,
    Comparison,
    Count,
    Hit,
    Line,
    Pair,
    Passed,
    People,
    Spoke,
    Stats,
    Step,
    Timeline,
    Told,
    Topic,
    Trace,
)
from onrecord.claim import Participant, TimeBound
from onrecord.entry import (
    Copy,
    Judgement,
    Occurrence,
    Outcome,
    Person,
    Position,
    Report,
    Reprints,
    Role,
    Source,
    Spoken,
    Superseded,
    Utterance,
    Who,
)
from onrecord.span import Span
from onrecord.statement import SaidOn

LANTERN = Source(
    "aa01", "https://lantern.example/pier", "Evening Lantern", "Pier may stay shut", "2031-03-02"
)
NORRPRESS = Source("bb02", "https://norrpress.example/pier", "Norrpress", "Pier may stay shut", "2031-03-02")
COURIER = Source("cc03", "https://courier.example/pier", "Sela Courier", "Board: pier opens", "2031-03-10")
SOL = Who("ida-sol", "Ida Sol")
BERG = Who("tor-berg", "Tor Berg")


def outcome(on: str | None = "2031-04-02", *, happened: bool = True) -> Outcome:
    return Outcome(happened, on, COURIER, "c9", "an article says so in its own voice")


def topic(**more: object) -> Topic:
    made = Topic(
        "aa01/e1",
        "OPEN",
        "opening",
        "the pier opens again",
        ("Ida Sol", "Port Sela"),
        TimeBound("BEFORE", "2031-04-10", None, "2031-04-09"),
        outcome(),
    )
    return replace(made, **more)


def position(number: int, value: str, change: str, text: str, **more: object) -> Position:
    made = Position(
        id=f"aa01/c{number}",
        holder=SOL,
        event="aa01/e1",
        utterance=f"aa01/s{number}",
        said_on=SaidOn("2031-03-02", "explicit: on Sunday"),
        value=value,
        kind=None,
        polarity=None,
        act="assert",
        text=text,
        change=change,
        article=LANTERN,
        statement=f"s{number}",
        claim=f"c{number}",
        trigger=(Span(3, 8),),
        evidence=(),
        why=f"{value}, told",
    )
    return replace(made, **more)


def step(
    at: str | tuple[str | None, str | None] | None, number: int, value: str, change: str, text: str, **more
):
    """A position on a day, between two days, or with no date."""
    ends = (at, at) if isinstance(at, str) else at or (None, None)
    day = ends[0] or ends[1]
    said = SaidOn(day, "explicit: then") if day else None
    precision = "unknown" if at is None else "day" if isinstance(at, str) else "range"
    return Step(position(number, value, change, text, said_on=said, **more), precision, *ends)


STEPS = (
    step(
        ("2031-03-02", "2031-03-04"), 1, "PS+", "first", "the pier opens again", reports=3, article=NORRPRESS
    ),
    step("2031-03-10", 2, "CT+", "firmer", "the pier opens in April", article=COURIER),
    step(
        "2031-03-12", 3, "PR-", "reversed", "the pier opens in April",
        superseded=Superseded("aa01/s4", "the article was corrected"),
    ),
    step((None, "2031-03-20"), 4, "CT+", "repeated", "it opens in April"),
    step(None, 5, "Uu", "softer", "it opens on a Sunday", kind="declined"),
)  # fmt: skip
LINE = Line(topic(), SOL, STEPS)
OTHER = Line(
    topic(), BERG, (step("2031-03-11", 6, "CT-", "first", "the pier opens", holder=BERG),), whole=False
)
TIMELINE = Timeline('about:"pier opens"', (LINE, OTHER), None)


def report(
    source: Source, statement: str, kind: str = "direct", text: str = "“It may open,”", **more: object
) -> Report:
    return Report(
        article=source,
        statement=statement,
        kind=kind,
        text=text,
        source=(Span(0, 7),),
        cue=(Span(8, 12),),
        content=(Span(13, 25), Span(30, 36)),
        **{"why": "is the first report", **more},
    )


CLAIMED = Claimed("c1", "the pier opens again", "PS+", None, "assert", "aa01/e1", why="may, under said")
HITS = (
    Hit(
        "bb02/s1", SOL, SaidOn("2031-03-02", "explicit: on Sunday"), "2031-03-02", report(NORRPRESS, "s1"),
        (CLAIMED, Claimed("c2", "the crews are paid", None, None, None, None)), "aa01/s1", 3,
        "has all of the words",
    ),
    Hit(
        "cc03/s4", None, None, None, report(COURIER, "s4", "indirect", "that it was shut"), (), None, 1,
        "pier",
    ),
)  # fmt: skip
ANSWER = Answer("pier", HITS, "bmV4dA", "best words first")
SAID = Utterance(
    "aa01/s1", SOL, SaidOn("2031-03-02", "explicit: on Sunday"), "the harbour board", "speech",
    (report(NORRPRESS, "s1"), report(LANTERN, "s1", copy_of="bb02", why="same words")),
)  # fmt: skip
TRACE = Trace(
    statement="bb02/s1",
    speaker=SOL,
    utterance=SAID,
    reports=(
        Told(
            report(NORRPRESS, "s1"),
            "2031-03-02T08:00:00Z",
            (
                Passed("Norrpress", "published_by", explicit=True),
                Passed("Sela Courier", "in_interview_with", explicit=False),
                Passed("Ida Sol", "said_by", explicit=True, person="ida-sol"),
            ),
            why="is the first report",
        ),
        Told(
            report(LANTERN, "s1", "mixed", copy_of="bb02"),
            "2031-03-02T10:30:00Z",
            (
                Passed("Evening Lantern", "published_by", explicit=True),
                Passed("Ida Sol", "said_by", explicit=True),
            ),
            NORRPRESS,
            "Norrpress",
            Superseded("dd04", "a new version of it"),
            "same words; cut of Norrpress: 80% of it stands there",
        ),
    ),
    positions=(STEPS[0].position,),
    superseded=Superseded("aa01/s4", "the speaker says never to have said so"),
    found="the best of what matches pier",
)
COMPARISON = Comparison(
    "who:Sol",
    "who:Berg",
    (
        Pair(
            topic(), STEPS[0].position, OTHER.steps[0].position, "opposed",
            "PS+ on the left, CT- on the right",
        ),
        Pair(
            topic(id="aa01/e2", label="the crews are paid", outcome=None), STEPS[4].position, None,
            "only left", "only the left side",
        ),
    ),
    None,
)  # fmt: skip
PERSON = Person(
    "ida-sol", "Ida Sol", "person", ("Ida Sol", "Sol"),
    (Role("harbour master", "Port Sela", "2031-03-02", "2031-03-20", 4),), "Q0", 12, 5, "2031-03-02",
    "2031-03-20", ("the same full name",),
)  # fmt: skip
PEOPLE = People("who:sol", (PERSON,), None)
COUNT = Count("Norrpress", 12, 40, 31, 9, 4.1, 0.25, 0.5, 0.4, 0.1, 0.333, (Spoke(SOL, 12), Spoke(BERG, 3)))
STATS = Stats("", "outlet", (COUNT,), replace(COUNT, name="all", top=()), None)
EVENT = Occurrence(
    "aa01/e1", "OPEN", "opening", "the pier opens again", (Participant("ida-sol", "actor"),), ("Ida Sol",),
    TimeBound("BEFORE", "2031-04-10", None, "2031-04-09"),
    (Spoken(LANTERN, "e1", (Span(3, 8),), ("c1",), "the pier opens again", None, "first"),), outcome(),
)  # fmt: skip
REPRINTS = Reprints(
    "bb02", NORRPRESS, (Copy(LANTERN, "cut", 0.8, "80% of it stands there"),), "Norrpress", "a credit"
)
JUDGEMENT = Judgement(
    3, "2031-03-02T10:00:00Z", "desk", "same", "aa01/sol", "bb02/ida", "one office, one name"
)
LAYERS = {
    "utterances": (SAID,),
    "events": (EVENT,),
    "positions": tuple(step.position for step in STEPS),
    "reprints": (REPRINTS,),
}


def filled(value: object, words: str) -> object:
    """``value`` with ``words`` for every text of a stranger in it: names, labels, quotations, reasons."""
    if isinstance(value, tuple):
        return tuple(filled(one, words) for one in value)
    if not hasattr(value, "__struct_fields__"):
        return value
    return replace(value, **{field: _filled(value, field, words) for field in value.__struct_fields__})


STRANGERS = frozenset(
    "name names label text outlet title url why by venue role organization agency bound how mode query left "
    "right found suggestions".split()
)


def _filled(value: object, field: str, words: str) -> object:
    found = getattr(value, field)
    if field in STRANGERS and isinstance(found, str):
        return words
    if field in STRANGERS and isinstance(found, tuple) and all(isinstance(one, str) for one in found):
        return (words, words)
    return filled(found, words)
