"""How often a reader notices what it has to notice, and leaves alone what changes nothing.

Both texts are read, and the claim is looked up in each by its trigger. A case counts where it was found in
the original. A change is noticed where the two answers differ; what changes nothing is left alone where they
are the same. A claim that is lost by the change is neither, but for deleted evidence: without the words that
a value rests on there may be nothing left to claim.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

import msgspec
from rich.table import Table

import onrecord
from evaluation.marked import Proposed, Whole
from evaluation.perturb import dates, modality, people, removal, typography
from evaluation.perturb.edit import Case, Subject, subjects
from evaluation.perturb.find import answer, claim_at, same
from evaluation.readings import article_of
from evaluation.sets import Labelled
from evaluation.tables import shown
from evaluation.whole import share
from onrecord import Article, Reading, Span

ReadAll = Callable[[Iterable[Article]], Iterable[Reading]]
MAY_VANISH = ("evidence deleted", "own evidence deleted")
shipped: ReadAll = partial(onrecord.read, jobs=os.cpu_count() or 1)


class Outcome(NamedTuple):
    """A case whose claim was found in the original, and whether the reader did right by it."""

    case: Case
    before: str
    after: str
    right: bool
    lost: bool


def cases(article: Labelled, found: Whole) -> Iterator[Case]:
    """Every change that can be made at an article's gold claims; ``found`` is what was read in it."""
    every = [*subjects(article)]
    if not every:
        return
    for subject in every:
        yield from modality.cases(subject)
        yield from removal.cases(subject)
        yield from dates.cases(subject)
        claim = claim_at(found, subject.trigger, subject.statement, _here)
        if claim:
            yield from removal.own_evidence(subject, claim)
    yield from people.swapped(every)
    yield from people.kept(every)
    yield from typography.cases(every)


def outcomes(articles: Iterable[Labelled], read_all: ReadAll = shipped) -> Iterator[Outcome]:
    """Read every article and every changed one; what came of each case whose claim was found."""
    every = [*articles]
    originals = _read(((article.text, article.published) for article in every), read_all)
    pending = list[tuple[Case, Whole, Proposed]]()
    for article in every:
        whole = originals[article.text]
        for case in cases(article, whole):
            if before := claim_at(whole, case.subject.trigger, case.subject.statement, _here):
                pending.append((case, whole, before))
    texts = ((case.changed.text, case.subject.article.published) for case, _, _ in pending)
    changed = _read(texts, read_all)
    for case, whole, before in pending:
        yield _outcome(case, (whole, before), changed[case.changed.text])


def _read(texts: Iterable[tuple[str, str | None]], read_all: ReadAll) -> dict[str, Whole]:
    """The readings of texts with their dates, each text once."""
    articles = [article_of(text, published) for text, published in dict(texts).items()]
    readings = read_all(articles)
    return {
        article.text: msgspec.convert(msgspec.to_builtins(reading), Whole)
        for article, reading in zip(articles, readings, strict=True)
    }


def _outcome(case: Case, original: tuple[Whole, Proposed], changed: Whole) -> Outcome:
    """What came of a case, given the original with its claim, and what was read in the changed text."""
    after = claim_at(changed, case.subject.trigger, case.subject.statement, case.changed.moved)
    if after is None:
        right = case.kind in MAY_VANISH
    else:
        right = same(case.what, original, (changed, after)) != case.changes
    told = answer(case.what, *original), answer(case.what, changed, after)
    return Outcome(case, *told, right=right, lost=after is None)


def _here(span: Span) -> Span:
    return span


def by_kind(every: Iterable[Outcome]) -> dict[str, list[Outcome]]:
    """The outcomes by kind of change, those that have to be noticed first."""
    out = defaultdict[str, list[Outcome]](list)
    for outcome in sorted(every, key=lambda outcome: (not outcome.case.changes, outcome.case.kind)):
        out[outcome.case.kind].append(outcome)
    return dict(out)


def figures(every: Iterable[Outcome]) -> dict[str, float | None]:
    """The shares that were noticed and left alone."""
    out = list(every)
    return {
        "noticed": _right([outcome for outcome in out if outcome.case.changes]),
        "left alone": _right([outcome for outcome in out if not outcome.case.changes]),
    }


def _right(every: list[Outcome]) -> float | None:
    rate = share(sum(outcome.right for outcome in every), len(every))
    return None if rate is None else round(rate, 4)


def table() -> Table:
    columns = ("set", "change", "claims", "noticed", "left alone", "lost")
    return Table(*columns, title="Changed articles: what has to be noticed, and what changes nothing")


def rows(to: Table, name: str, every: Iterable[Outcome]) -> dict[str, float | None]:
    """Add the kinds of change of a set to the table, and all of them; its figures by name."""
    out = list(every)
    for kind, of in by_kind(out).items():
        seen = figures(of)
        lost = sum(outcome.lost for outcome in of)
        to.add_row(name, kind, str(len(of)), *(_blank(x) for x in seen.values()), str(lost))
    seen = figures(out)
    to.add_row(name, "all", str(len(out)), *map(_blank, seen.values()), str(sum(x.lost for x in out)))
    to.add_section()
    return seen


def _blank(figure: float | None) -> str:
    return "" if figure is None else shown(figure)


def report(every: Iterable[Outcome]) -> Iterator[str]:
    """What went wrong, to read: the kind of change, the sentence after it, and both answers."""
    for kind, of in by_kind(every).items():
        for outcome in of:
            if not outcome.right:
                yield f"{kind}: {outcome.before} / {outcome.after}"
                yield f"   {_around(outcome.case.subject)}"
                yield f"   > {_after(outcome.case)}"


def _around(subject: Subject) -> str:
    return _line(subject.text, subject.at)


def _after(case: Case) -> str:
    return _line(case.changed.text, case.changed.moved(case.subject.at))


def _line(text: str, at: Span) -> str:
    """The words around a trigger, which is set off, on one line."""
    before, after = text[max(0, at.start - 80) : at.start], text[at.end : at.end + 60]
    return " ".join(f"{before}<{at.of(text)}>{after}".split())
