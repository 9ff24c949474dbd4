"""A small run of invented news with its truth: two leaders, a meeting, its twin, a misreport, a reprint."""

import msgspec

from evaluation.record.lines import Line, Printed
from evaluation.record.truth import Truth

WIRE, COPY, OWN = "https://wire.example/1", "https://echo.example/1", "https://post.example/1"
LATER, TWIN, DESK = "https://wire.example/2", "https://wire.example/3", "https://desk.example/1"
FIRST, SECOND = "2031-05-02T12:00:00+02:00", "2031-05-03T08:00:00+02:00"

ARTICLES = [
    Printed(
        WIRE,
        "2031-05-01T09:00:00+02:00",
        "Sabel open to talks",
        "A meeting with Orlo in June is possible, Ada Sabel said. The ferries will run, she said.",
    ),
    Printed(
        COPY,
        "2031-05-01T11:00:00+02:00",
        "Talks possible",
        "A meeting with Orlo in June is possible, Ada Sabel said.",
    ),
    Printed(
        OWN,
        "2031-05-01T18:00:00+02:00",
        "Sabel and Orlo",
        "Ada Sabel would not exclude that she would see Orlo in June. “I hope for it,” Ben Orlo said.",
    ),
    Printed(DESK, FIRST, "Sabel refuses", "Sabel ruled out a meeting in June, the desk has learned."),
    Printed(DESK, SECOND, "Correction", "Sabel did not rule out a meeting in June. We were wrong."),
    Printed(
        LATER,
        "2031-05-09T09:00:00+02:00",
        "Sabel will meet Orlo",
        "“I will meet Orlo in June,” Sabel said. Earlier she had called it possible.",
    ),
    Printed(
        TWIN,
        "2031-06-20T09:00:00+02:00",
        "Sabel met Orlo",
        "The two met on Thursday. A meeting with Orlo in autumn is possible, Sabel said.",
    ),
]

LINES = [
    {"kind": "person", "id": "sabel", "name": "Ada Sabel", "names": ["Ada Sabel", "Sabel"]},
    {"kind": "person", "id": "orlo", "name": "Ben Orlo", "names": ["Ben Orlo", "Orlo"]},
    {
        "kind": "utterance",
        "id": "possible",
        "speaker": "sabel",
        "reports": [
            {"url": WIRE, "quote": "A meeting with Orlo in June is possible"},
            {"url": COPY, "quote": "A meeting with Orlo in June is possible"},
            {"url": OWN, "quote": "she would see Orlo in June"},
            {"url": DESK, "published": SECOND, "quote": "a meeting in June"},
            {"url": LATER, "quote": "it possible"},
        ],
    },
    {
        "kind": "utterance",
        "id": "wrong",
        "speaker": "sabel",
        "misreport_of": "possible",
        "reports": [{"url": DESK, "published": FIRST, "quote": "a meeting in June"}],
    },
    {
        "kind": "utterance",
        "id": "ferries",
        "speaker": "sabel",
        "reports": [{"url": WIRE, "quote": "The ferries will run"}],
    },
    {
        "kind": "utterance",
        "id": "hope",
        "speaker": "orlo",
        "reports": [{"url": OWN, "quote": "I hope for it"}],
    },
    {
        "kind": "utterance",
        "id": "will",
        "speaker": "sabel",
        "reports": [{"url": LATER, "quote": "I will meet Orlo in June"}],
    },
    {
        "kind": "utterance",
        "id": "again",
        "speaker": "sabel",
        "reports": [{"url": TWIN, "quote": "A meeting with Orlo in autumn is possible"}],
    },
    {
        "kind": "event",
        "id": "june",
        "label": "they meet in June",
        "mentions": [
            {"url": WIRE, "quote": "A meeting with", "trigger": "meeting"},
            {"url": COPY, "quote": "A meeting with", "trigger": "meeting"},
            {"url": OWN, "quote": "would see Orlo", "trigger": "see"},
            {"url": DESK, "published": FIRST, "quote": "out a meeting", "trigger": "meeting"},
            {"url": LATER, "quote": "“I will meet", "trigger": "meet"},
            {"url": TWIN, "quote": "The two met", "trigger": "met"},
        ],
    },
    {
        "kind": "event",
        "id": "autumn",
        "label": "they meet in autumn",
        "mentions": [{"url": TWIN, "quote": "A meeting with", "trigger": "meeting"}],
    },
    {
        "kind": "position",
        "holder": "sabel",
        "event": "june",
        "steps": [
            {"utterance": "possible", "value": "PS+", "change": "first"},
            {"utterance": "wrong", "value": "CT-", "change": "reversed", "superseded_by": "possible"},
            {"utterance": "will", "value": "CT+", "change": "firmer", "also_accepted": ["PR+"]},
        ],
    },
    {
        "kind": "position",
        "holder": "orlo",
        "event": "june",
        "steps": [{"utterance": "hope", "value": "Uu", "uu": "desire", "change": "first"}],
    },
    {
        "kind": "position",
        "holder": "sabel",
        "event": "autumn",
        "steps": [{"utterance": "again", "value": "PS+", "change": "first"}],
    },
    {"kind": "reprints", "original": WIRE, "copies": [{"url": COPY, "how": "cut"}]},
    {"kind": "not_reprints", "urls": [WIRE, OWN], "why": "a report of its own"},
    {"kind": "not_reprints", "urls": [WIRE, TWIN], "why": "the twin"},
    {"kind": "correction", "url": DESK, "published": SECOND, "corrects": DESK, "utterance": "possible"},
    {"kind": "withdrawn", "url": DESK, "published": FIRST},
    {"kind": "version", "url": DESK, "earlier_published": FIRST, "later_published": SECOND},
    {"kind": "outcome", "event": "june", "on": "2031-06-18", "happened": True, "url": TWIN, "quote": "met"},
    {"kind": "twins", "events": ["june", "autumn"]},
]


def world(*more: dict[str, object]) -> Truth:
    """The truth of the run, with more lines if need be."""
    return Truth(ARTICLES, [msgspec.convert(line, Line) for line in (*LINES, *more)])
