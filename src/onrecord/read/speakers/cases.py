"""A source as a case to be weighed: who may be meant, and what is known where it stands."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.read.network.tag import Floats
from onrecord.read.phrases.phrase import Phrase
from onrecord.read.speakers.ground import NEW, Ground, content_words, office_of
from onrecord.read.speakers.newcomers import INTRODUCED
from onrecord.read.speakers.offices import in_office
from onrecord.read.speakers.scene import DEPUTY, Mentioned, Referent
from onrecord.read.speakers.sieve import ARTICLE, Case, Option, form_of, probabilities, same_kind
from onrecord.span import Span
from onrecord.statement import Statement

MOST_OPTIONS, MOST_LATER = 24, 4
DATELINE = re.compile(r"[^\n(]{0,60}\([^)\n]{2,40}\)\s*[-–—]+\s")
COMING = 4  # sentences in which somebody is named whom a lead kept back
IMPERSONAL = re.compile(
    r"\b(?:seem|appear|look)(?:s|ed|ing)?\b"
    r"|\b(?:clear|unclear|likely|unlikely|possible|question|certain|sure|known)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Trail:
    """What has been settled so far, and what lies ahead.

    ``last`` is the statement that came last on each level, ``by_name`` where people speak by name.
    """

    done: dict[str, Statement] = field(default_factory=dict)
    last: dict[int, Statement] = field(default_factory=dict)
    by_name: list[tuple[int, str]] = field(default_factory=list)

    def upcoming(self, at: int) -> str:
        """Who is the next to speak by name: a lead may keep the name back."""
        place = bisect_left(self.by_name, (at, ""))
        return self.by_name[place][1] if place < len(self.by_name) else ""


def case_of(ground: Ground, trail: Trail, statement: Statement, said: Phrase) -> Case:
    """Everything that the rules look at, for one statement whose parent has been settled."""
    place = ground.place(statement)
    recent = ground.scene.before(place.start)
    nearest = list(dict.fromkeys(m.referent for m in reversed(recent)))
    people = [m for m in recent if may_be(said, ground.scene.referents[m.referent])]
    form = form_of(said)
    told = ground.words(said.span) if form in {"the", "a"} else ""
    parent = trail.done.get(statement.parent or "")
    above = trail.done.get(parent.parent or "") if parent else None
    counts = Counter(m.referent for m in people)
    return Case(
        statement=statement,
        phrase=said,
        form=form,
        start=place.start,
        end=place.end,
        layout=ground.where,
        last={m.referent: m for m in recent},
        order={id_: i for i, id_ in enumerate(nearest)},
        often=dict(counts),
        link=_linked(ground, place, recent),
        parent=parent.speaker if parent else None,
        grandparent=above.speaker if above else None,
        previous=trail.last.get(statement.level) or trail.last.get(statement.level - 1),
        upcoming=trail.upcoming(place.start),
        offices=in_office(ground, told),
        principals=frozenset(spoken_for(ground, parent)),
        fitting=tuple(id_ for id_ in nearest if _fits(said, form, ground.scene.referents[id_])),
        people=tuple(dict.fromkeys(m.referent for m in reversed(people))),
        firsts=_firsts(ground, place.start, people),
        voice=next((m.referent for m in reversed(people) if m.speaks), ""),
        main=max(counts, key=lambda id_: counts[id_], default=""),
        ahead=_ahead(ground, said, place.end),
        coming=_coming(ground, said, place.end),
        impersonal=IMPERSONAL.search(ground.words(statement.cue[0])) is not None,
        lead=place.start < ground.lead and _is_one(said),
        kin=any(same_kind(said, ground.scene.referents[id_]) for id_ in nearest),
        office=office_of(ground.role(said)) if told else "",
        quoted=ground.where.quotation(place.start) is not None,
        words=frozenset(content_words(told)),
        of_words=frozenset(content_words(ground.words(said.of))),
    )


def options_of(ground: Ground, case: Case) -> list[Option]:
    """Whoever may be meant, and somebody new, whom nobody calls "he" while others have been named."""
    known = ground.scene.referents
    near = list(case.order)[:MOST_OPTIONS]
    outer = [case.parent, case.grandparent, case.previous.speaker if case.previous else None]
    more = [*case.offices, *ground.scene.called(case.phrase.head), *_later(ground, case), *case.principals]
    every = dict.fromkeys([*near, *outer, *more, case.upcoming, case.coming])
    others = {ARTICLE, _belonged_to(ground, case.phrase)}
    if case.form == "it":
        others |= {id_ for id_, m in case.last.items() if _prints(ground, known[id_], m)}
    ids = [i for i in every if i in known and i not in others and not _somebody_else(case, known[i])]
    ids += [ARTICLE] if case.form in {"none", "we", "it"} and case.parent is None else []
    met = [Option(id_, known[id_]) for id_ in ids if id_]
    return met if met and case.form == "he" else [Option(NEW, None), *met]


def _prints(ground: Ground, r: Referent, last: Mentioned) -> bool:
    """Whether a body prints the article, or stands before it, and is no part of it: "HAMBURG (NPA) - "."""
    if r.agent.kind != "organization":
        return False
    start = ground.article.text.rfind("\n", 0, ground.lead) + 1
    head = DATELINE.match(ground.article.text, start, ground.lead)
    before = head is not None and start <= last.start < head.end()
    printed = {ground.article.outlet, ground.article.credit}
    return before or not printed.isdisjoint({r.agent.name, *r.agent.aliases})


def _belonged_to(ground: Ground, said: Phrase) -> str | None:
    """Whom a source names as the one it belongs to: "the lawyer of Ada Obi" is not Ada Obi."""
    return ground.at.get(said.of_name.start) if said.of_name and said.form == "nominal" else None


def _somebody_else(case: Case, r: Referent) -> bool:
    """Whether a source rules somebody out: "she" a man, the club a friend of the club."""
    if case.form == "he" and case.phrase.gender and r.gender:
        return case.phrase.gender != r.gender
    if case.phrase.form != "nominal":
        return False
    if r.agent.id.startswith(INTRODUCED) and not same_kind(case.phrase, r):
        return True
    theirs = {office.removeprefix(DEPUTY) for office in r.offices}
    return bool(case.office) and case.office not in r.offices and case.office.removeprefix(DEPUTY) in theirs


def spoken_for(ground: Ground, parent: Statement | None) -> Iterable[str]:
    """Those on whose behalf the outer speaker speaks."""
    speaker = ground.scene.referents.get(parent.speaker or "") if parent else None
    return speaker.agent.on_behalf_of if speaker else ()


def may_be(said: Phrase, r: Referent) -> bool:
    """Whether somebody is one person, and of no other gender than the source."""
    return _is_person(said, r) and not r.plural


def _is_one(said: Phrase) -> bool:
    """Whether a source is one person."""
    return said.kind in {"person", "unnamed"} and said.number == "singular"


def _is_person(said: Phrase, r: Referent) -> bool:
    """Whether a referent is of a person's kind, and of no other gender than the source."""
    other = said.gender and r.gender and said.gender != r.gender
    return r.agent.kind in {"person", "unnamed"} and not other


def _fits(said: Phrase, form: str, r: Referent) -> bool:
    """Whether a referent agrees with a source by kind, number, gender and noun."""
    kind = r.agent.kind
    if form == "he":
        return _is_person(said, r)
    if form in {"the", "a"}:
        return said.kind == kind and (said.head in r.heads or said.head in r.words)
    if form == "they":
        return r.plural or kind in {"organization", "group", "unnamed"}
    return kind in ({"organization", "document"} if form == "it" else {"person", "unnamed", "group"})


def _firsts(ground: Ground, at: int, people: Sequence[Mentioned]) -> tuple[str, str, str]:
    """The first person of the sentence, of the one before and of the paragraph of a place."""
    where = ground.where
    sentence, paragraph = where.sentence(at), where.paragraph(at)
    return (
        next((m.referent for m in people if where.sentence(m.start) == sentence), ""),
        next((m.referent for m in people if where.sentence(m.start) == sentence - 1), ""),
        next((m.referent for m in people if where.paragraph(m.start) == paragraph), ""),
    )


def _ahead(ground: Ground, said: Phrase, end: int) -> str:
    """The next person in what is left of a sentence."""
    rest = ground.scene.after(end, _end(ground, ground.where.sentences, ground.where.sentence(end)))
    return next((m.referent for m in rest if may_be(said, ground.scene.referents[m.referent])), "")


def _coming(ground: Ground, said: Phrase, end: int) -> str:
    """The next person to be named after a sentence: a lead may keep the name back."""
    where = ground.where
    sentence = where.sentence(end)
    if not _is_one(said):
        return ""
    last = min(sentence + COMING, len(where.sentences)) - 1
    start = _end(ground, where.sentences, sentence)
    named = ground.scene.after(start, _end(ground, where.sentences, last))
    return next((m.referent for m in named if may_be(said, ground.scene.referents[m.referent])), "")


def _later(ground: Ground, case: Case) -> list[str]:
    """Who is mentioned only after the source, in what is left of its paragraph."""
    end = _end(ground, ground.where.paragraphs, ground.where.paragraph(case.start))
    return [m.referent for m in ground.scene.after(case.end, end)][:MOST_LATER]


def _end(ground: Ground, starts: Sequence[int], number: int) -> int:
    """Where the sentence or paragraph of a number ends."""
    return starts[number] if number < len(starts) else len(ground.article.text)


def _linked(ground: Ground, place: Span, recent: Sequence[Mentioned]) -> dict[str, float]:
    """The network's probability that the source follows on each referent, or, under "", on nobody."""
    links = ground.links
    if not len(links.anaphor):
        return {NEW: 1.0}
    here = links.pieces(place)
    query, fresh = _mean(links.anaphor[here]), float(links.fresh[here].mean())
    keys = [_mean(links.antecedent[links.pieces(Span(m.start, m.end))]) for m in recent]
    scores = np.array([fresh, *(float(query @ key) / len(query) ** 0.5 for key in keys)])
    scores[1:] += [links.distances[distance_class(len(recent) - i)] for i in range(len(recent))]
    p = probabilities(scores)
    out = {NEW: float(p[0])}
    for m, share in zip(recent, p[1:], strict=True):
        out[m.referent] = out.get(m.referent, 0.0) + float(share)
    return out


def _mean(rows: Floats) -> Floats:
    """The mean row; numpy's own ``mean`` costs three times as much on a few rows."""
    out: Floats = np.add.reduce(rows, axis=0) / len(rows)
    return out


def distance_class(before: int) -> int:
    """Distances of one to four mentions have a class each, then each doubling has one."""
    return before if before < 5 else min(11, 2 + int(np.log2(before)))
