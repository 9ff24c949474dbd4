"""Who passes words on in public: outlets, agencies and broadcasts, by name and by "the paper".

A name is an outlet's if it is known as one, if it ends like one ("Lindos Courier"), if a noun says so ("the
weekly Hétfő", "An-Nahr, a newspaper in Doha"), if it is a broadcast's ("CBS's “Glass”"), or if it is short
for one that the article names in full.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.knowledge import Knowledge, body, gender, looks_like_outlet, place, title_words
from onrecord.knowledge import outlet as known_outlet
from onrecord.read.chain.broadcasts import aired, branches, credited, titles, unheard_of
from onrecord.read.chain.lexicon import NOUN, SORTS, words
from onrecord.read.chain.names import JOINTS, Run, names, of
from onrecord.span import Span

LEADS, DATES, NETWORKS = (words("spoken", group) for group in ("leads", "dates", "networks"))
KINDS = {"agency": "agency", "newspaper": "paper", "magazine": "paper", "online": "web"}
BEFORE = re.compile(rf"\b({NOUN})(?: called| named)? [“\"‘']{{0,2}}$", re.IGNORECASE)
AFTER = re.compile(
    rf"(?: \([A-Z]{{2,6}}\))?,? (?:an?|the|its) (?:[\w-]+ ){{0,3}}?({NOUN})\b"
    rf"|[”\"’']{{0,2}} (?:(?i:news|press) )?({NOUN})\b(?!,? [“\"]?[^\W\d_a-z])"
)
NOMINAL = re.compile(
    rf"\b(?:the|this|its|that)(?: same| radio| TV)?(?: news| wire)? ({NOUN})\b(?! (?:[A-Z“]|ed))",
    re.IGNORECASE,
)
SHORT = re.compile(r" \(([A-Z]{2,6})\)")
SHORTER_BY, RECENT = 4, 60


class Outlet(NamedTuple):
    """A mention of an outlet: its place, its name in full, and the sort of medium where that shows."""

    span: Span
    name: str
    sort: str | None


def outlets(text: str, known: Knowledge) -> list[Outlet]:
    """Every outlet that the text names, in reading order."""
    runs = list(names(text))
    found = {o.span: o for run in runs if (o := _named(text, run, known))}
    owners = {o.span.end: o.span for o in found.values()}
    found |= {span: Outlet(span, title, "air") for span, title in titles(text, owners)}
    found |= {
        span: Outlet(span, span.of(text), "air" if show else found[Span(span.start, end)].sort)
        for end, owner in owners.items()
        for span, show in branches(text, {end: owner})
    }
    found |= {span: Outlet(span, span.of(text), "air") for span in aired(text)}
    found |= {
        span: Outlet(span, span.of(text), None) for span in unheard_of(text) if _new(span.of(text), known)
    }
    shorter = _short_forms(text, found.values(), known)
    for run in runs:
        if (o := _in_short(text, run, shorter)) and o.span not in found:
            found[o.span] = o
    return _longest(found.values())


def nominals(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Where a stretch says "the agency", "the paper", with the sort of medium."""
    for m in NOMINAL.finditer(text, start, end):
        yield Span(m.start(), m.end()), SORTS[m[1].lower()]


def latest(known: Sequence[Outlet], before: int, sort: str | None = None) -> Outlet | None:
    """The outlet that "the agency" stands for: the last one named that is, or may be, an agency."""
    at = bisect_left(known, before, key=_start)
    earlier = known[max(0, at - RECENT) : at]
    of_sort = [o for o in earlier if o.sort == sort or sort is None]
    return of_sort[-1] if of_sort else next((o for o in reversed(earlier) if o.sort is None), None)


def within(known: Sequence[Outlet], start: int, end: int) -> Sequence[Outlet]:
    """The outlets whose names begin in a stretch."""
    return known[bisect_left(known, start, key=_start) : bisect_left(known, end, key=_start)]


def _start(o: Outlet) -> int:
    return o.span.start


def _longest(found: Iterable[Outlet]) -> list[Outlet]:
    """Of mentions that overlap the one that begins first, and the longest of those."""
    out: list[Outlet] = []
    for o in sorted(found, key=lambda o: (o.span.start, -o.span.end)):
        if not out or o.span.start >= out[-1].span.end:
            out.append(o)
    return out


def _named(text: str, run: Run, known: Knowledge) -> Outlet | None:
    """The outlet that a run of capitalised words names, or begins by naming."""
    while run and _leads(run) and not known_outlet(known, of(text, run)):
        run = run[1:]
    run = _undated(text, run, known)
    for part in _parts(run):
        name = of(text, part)
        found = known_outlet(known, name) or (
            known_outlet(known, f"the {name}") if _the(text, part) else None
        )
        if found and found.kind == "social":
            return None
        if found or name in NETWORKS or _looks(text, part, known, whole=len(part) == len(run)):
            kind = KINDS.get(found.kind, "air") if found else "air" if name in NETWORKS else None
            if len(part) == len(run) - 1 and name not in NETWORKS:
                part = run
            return _mention(text, part, _sort(text, part) or kind)
    return None


def _mention(text: str, run: Run, sort: str | None) -> Outlet:
    """The outlet, with the noun in "Pulse magazine", which tells it from the pulse."""
    start, end = run[0].start(), run[-1].end()
    if len(run) == 1 and text.startswith(" magazine", end):
        end += len(" magazine")
    return Outlet(Span(start, end), text[start:end], sort)


def _leads(run: Run) -> bool:
    """Whether the first word is no part of the name: "During the Courier", "October CNN"."""
    return run[0][0] in LEADS | DATES | JOINTS or (len(run) > 2 and run[1][0] == "the")


def _undated(text: str, run: Run, known: Knowledge) -> Run:
    """The run without the day behind it ("told CNN Tuesday"), which "Fox News Sunday" has in its name."""
    while len(run) > 1 and run[-1][0] in DATES:
        whole, rest = known_outlet(known, of(text, run)), known_outlet(known, of(text, run[:-1]))
        if whole and rest and whole != rest:
            break
        run = run[:-1]
    return run


def _parts(run: Run) -> Iterator[Run]:
    """The run, and its shorter beginnings; one word alone only in capitals ("CNN Anchor ...")."""
    for stop in range(len(run), max(0, len(run) - SHORTER_BY - 1), -1):
        part = run[:stop]
        if part[-1][0] not in JOINTS and (stop == len(run) or stop > 1 or part[0][0].isupper()):
            yield part


def _looks(text: str, run: Run, known: Knowledge, *, whole: bool) -> bool:
    """Whether a name looks like an outlet's, or (a whole run) is called one by what stands around it."""
    name = of(text, run)
    if " of " in name and gender(run[0][0]):
        return False
    return bool(looks_like_outlet(name)) or (whole and _called(text, run, known))


def _called(text: str, run: Run, known: Knowledge) -> bool:
    """Whether a noun says that a name is a medium's, or its "The" does in the middle of a sentence."""
    before = text[max(0, run[0].start() - 3) : run[0].start()]
    titled = run[0][0] == "The" and len(run) > 1 and before[-1:] == " " and before.strip()[-1:].isalnum()
    return bool(_noun_beside(text, run)) or (titled and not place(known, of(text, run)))


def _the(text: str, run: Run) -> bool:
    return text[max(0, run[0].start() - 4) : run[0].start()].lower() == "the "


def _noun_beside(text: str, run: Run) -> str | None:
    """The noun beside a name that says that it is a medium."""
    if before := BEFORE.search(text, max(0, run[0].start() - 30), run[0].start()):
        return before[1].lower()
    after = AFTER.match(text, run[-1].end())
    return (after[1] or after[2]).lower() if after else None


def _sort(text: str, run: Run) -> str | None:
    """The sort of medium, from a noun beside the name or in it."""
    noun = _noun_beside(text, run)
    inside = [SORTS[t[0].lower()] for t in run if t[0].lower() in SORTS]
    return SORTS[noun] if noun else inside[-1] if inside else None


def _new(name: str, known: Knowledge) -> bool:
    """Whether a name in an outlet's place may be one: no place, body or title, no given name first."""
    first, *more = name.split()
    if DATES & {*more} or title_words() & {first.lower()}:
        return False
    return not (place(known, name) or body(known, name) or place(known, first) or gender(first))


def _short_forms(text: str, found: Iterable[Outlet], known: Knowledge) -> dict[str, Outlet]:
    """How outlets named in full may be named again: the same name, the first word, "the Post", "(DNA)"."""
    out: dict[str, Outlet] = {}
    for o in sorted(found, key=_start):
        out.setdefault(o.name, o)
        first, *more = o.name.removeprefix("The ").split() or [""]
        if more and not known_outlet(known, o.name) and not place(known, first) and first not in DATES:
            out.setdefault(first, o)
        if more and looks_like_outlet(f"Any {more[-1]}"):
            out.setdefault(f"the {more[-1]}", o)
        if short := SHORT.match(text, o.span.end):
            out.setdefault(short[1], o)
    for span, name in credited(text):
        out.setdefault(name, Outlet(span, name, "agency"))
    return out


def _in_short(text: str, run: Run, shorter: dict[str, Outlet]) -> Outlet | None:
    """The outlet that a run names again."""
    while run and run[0][0] in LEADS | {"The"}:
        run = run[1:]
    if not run:
        return None
    name = of(text, run)
    o = shorter.get(name) or (shorter.get(f"the {name}") if _the(text, run) else None)
    return Outlet(Span(run[0].start(), run[-1].end()), o.name, o.sort) if o else None
