"""The weights of the rules that find speakers, from the readings: `read/speakers/speakers.toml`.

    python -m training.speakers            five-fold accuracy by form of source, then the table
    python -m training.speakers --dry      the accuracy alone

Each source of a reading is a case: the referents it may mean, what every rule says of each, and which are
right. One conditional logit a form (McFadden, 1974), all drawn to a common one, so that rare forms learn from
frequent ones. The rules see names and links as the shipped network gives them, statements and earlier
speakers as people marked them. The labelled reports of the runs of news teach too: the network has never
seen those articles, so they tell how far its links are to be trusted.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from evaluation.corpora import CORPORA, kept_apart, load, polnear, spans
from evaluation.identity import best, characters, dice, identify
from evaluation.marked import Whole
from evaluation.record.truth import Truth, articles_of
from evaluation.record.truth import load as load_truth
from onrecord import Agent, Span
from onrecord.ingest import Unread, article_from_text, articles
from onrecord.knowledge import Knowledge, shipped
from onrecord.read.attribution.statements import statements_of
from onrecord.read.cast.cast import cast
from onrecord.read.network.encoder import Encoder, load_encoder
from onrecord.read.network.scan import scan
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import quotations
from onrecord.read.speakers.ground import NEW
from onrecord.read.speakers.newcomers import INTRODUCED
from onrecord.read.speakers.resolve import Choice, by_weight, resolve
from onrecord.read.speakers.sieve import FILE, FORMS, RULES, Case, Floats, Option
from onrecord.statement import Statement

SETS = {"polnear-train": 1, "wire-train": 2, "wikinews-train": 2}  # how often each case counts
RUNS = {"open": 2, "more": 2}  # of news, likewise
FOLDS, STEPS, RATE = 5, 400, 0.1
COMMON, OWN = 3.0, 10.0  # how strongly weights are drawn to zero, and those of a form to the common ones


class Example(NamedTuple):
    """A source: its form, what the rules say of each option, and which options are right."""

    article: str
    form: str
    table: Floats
    right: NDArray[np.bool_]


class Teacher:
    """Chooses what people chose, and keeps every case."""

    def __init__(self, reading: dict[str, Any], who: dict[str, str | None]) -> None:
        self.id = reading["id"]
        self.gold = {s["id"]: s for s in reading["statements"]}
        self.who = who
        self.examples: list[Example] = []
        self.out_of_reach = 0

    def __call__(self, case: Case, options: Sequence[Option], table: Floats) -> Choice:
        s = self.gold[case.statement.id]
        wanted = {s["speaker"], *(s.get("accept_speaker") or ())}
        right = np.array([self._is(option) in wanted and option.id != NEW for option in options])
        if not right.any():
            known = s["speaker"] in self.who.values()
            self.out_of_reach += known
            right[0] = not known and options[0].id == NEW
        if right.any():
            self.examples.append(Example(self.id, case.form, table, right))
        best = int(right.argmax())
        return Choice(best, right / max(1, right.sum()), "")

    def _is(self, option: Option) -> str | None:
        if option.id.startswith(INTRODUCED):
            return str(self.gold[option.id.removeprefix(INTRODUCED)]["speaker"])
        return self.who.get(option.id)


def examples() -> tuple[list[Example], Counter[str]]:
    """All cases of the training readings."""
    texts = {r.id: r.text for r in polnear("train")}
    out, lost = [], Counter[str]()
    encoder, known = load_encoder(), shipped()
    for name, times in SETS.items():
        for reading in load(CORPORA / "readings" / f"{name}.jsonl.gz"):
            assert reading["id"] not in kept_apart()
            teacher = taught({"text": texts.get(reading["id"]), **reading}, encoder, known)
            out += teacher.examples * times
            lost[name] += teacher.out_of_reach
    for half, times in RUNS.items():
        out += [*of_run(half, encoder, known)] * times
    return out, lost


def taught(reading: dict[str, Any], encoder: Encoder, known: Knowledge) -> Teacher:
    """One reading gone through with its own speakers."""
    article, _ = article_from_text(reading["text"])
    article = msgspec.structs.replace(article, published=reading.get("published"))
    quoted, _ = quotations(article.text)
    seen = scan(article.text, tokenize(article.text, quoted, encoder.tokenizer), encoder)
    gold = msgspec.convert({"agents": _agents(reading)}, Whole)
    sources = [s.source for s in statements(reading) if s.source]
    people = tuple(figure.agent for figure in cast(article, seen.names, known, sources))
    teacher = Teacher(reading, identify(article.text, gold, Whole(agents=people)))
    resolve(article, list(statements(reading)), quoted, seen, known, teacher)
    return teacher


class RunTeacher:
    """Chooses the labelled speaker where a report is labelled, else what the weights say."""

    def __init__(self, id_: str, speakers: dict[str, set[str]]) -> None:
        self.id, self.speakers = id_, speakers
        self.examples: list[Example] = []

    def __call__(self, case: Case, options: Sequence[Option], table: Floats) -> Choice:
        names = self.speakers.get(case.statement.id)
        if names is None:
            return by_weight(case, options, table)
        right = np.array([o.referent is not None and called(o.referent.agent, names) for o in options])
        if not right.any():
            right[0] = options[0].id == NEW and case.form in {"the", "a"}
        if not right.any():
            return by_weight(case, options, table)
        self.examples.append(Example(self.id, case.form, table, right))
        return Choice(int(right.argmax()), right / right.sum(), "")


def of_run(half: str, encoder: Encoder, known: Knowledge) -> Iterator[Example]:
    """The cases of one run of news: sources of statements that are labelled reports."""
    truth = load_truth(half)
    for item in articles([articles_of(half)]):
        if isinstance(item, Unread):
            continue
        article, _ = item
        quoted, _ = quotations(article.text)
        seen = scan(article.text, tokenize(article.text, quoted, encoder.tokenizer), encoder)
        found, _ = statements_of(article, quoted, seen, encoder.settings)
        key = truth.key(article.url or "", article.published)
        reports = truth.reports_in[key] if key else []
        spans_of = {gold: truth.reports[gold].span for gold in reports}
        teacher = RunTeacher(f"{half} {article.id}", _labelled(truth, spans_of, found))
        resolve(article, list(found), quoted, seen, known, teacher)
        yield from teacher.examples


def _labelled(truth: Truth, reports: dict[int, Span], found: Sequence[Statement]) -> dict[str, set[str]]:
    """The names of whoever speaks, for each statement that is a labelled report."""
    names = {person.id: {name.lower() for name in (person.name, *person.names)} for person in truth.people}
    likeness = {
        (gold, i): dice(characters((span,)), characters(statement.content))
        for gold, span in reports.items()
        for i, statement in enumerate(found)
    }
    matched = best(likeness, least=0.5)
    return {
        found[i].id: names[truth.utterances[truth.reports[gold].utterance].speaker]
        for gold, i in matched.items()
    }


def called(agent: Agent, names: set[str]) -> bool:
    """Whether one of an agent's names is among these, or is the surname of one of them."""
    own = {name.lower() for name in (agent.name, *agent.aliases)}
    surnames = {name.split()[-1] for name in names}
    return bool(own & names) or any(name in surnames for name in own)


def _agents(reading: dict[str, Any]) -> list[dict[str, Any]]:
    kept = ("id", "name", "kind", "aliases", "mentions")
    return [{k: a[k] for k in kept if a.get(k) is not None} for a in reading["agents"]]


def statements(reading: dict[str, Any]) -> Iterator[Statement]:
    """A reading's statements as people marked them, without speakers."""
    for s in reading["statements"]:
        if s["cue"] or s["source"]:
            source, cue, content = (spans(s[role]) for role in ("source", "cue", "content"))
            yield Statement(
                s["id"], s["kind"], source, cue or source, content, 1.0, parent=s["parent"], level=s["level"]
            )


def fit(cases: Sequence[Example]) -> dict[str, Floats]:
    """The weights of every form: common ones and each form's own, by Adam on the penalised likelihood."""
    number = {form: i for i, form in enumerate(FORMS)}
    cases = sorted(cases, key=lambda c: number[c.form])
    table = np.concatenate([c.table for c in cases])
    right = np.concatenate([c.right for c in cases])
    starts = np.cumsum([0, *(len(c.table) for c in cases)])[:-1]
    forms = np.repeat([number[c.form] for c in cases], [len(c.table) for c in cases])
    blocks = np.searchsorted(forms, range(len(FORMS) + 1))
    w = np.zeros((1 + len(FORMS), len(RULES)))
    m, v = np.zeros_like(w), np.zeros_like(w)
    for step in range(1, STEPS + 1):
        scores = (table * (w[0] + w[1 + forms])).sum(axis=1)
        p = _softmax(scores, starts)
        hit = np.where(right, p, 0.0)
        share = hit / np.repeat(np.maximum(np.add.reduceat(hit, starts), 1e-9), np.diff([*starts, len(p)]))
        slope = (p - share)[:, None] * table
        gradient = np.zeros_like(w)
        gradient[0] = slope.sum(axis=0) + COMMON * w[0]
        for i, (first, last) in enumerate(pairwise(blocks)):
            gradient[1 + i] = slope[first:last].sum(axis=0)
        gradient[1:] += OWN * w[1:]
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        fall = 1 - step / STEPS
        w -= RATE * fall * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {form: w[0] + w[1 + i] for form, i in number.items()}


def _softmax(scores: Floats, starts: NDArray[np.int64]) -> Floats:
    sizes = np.diff([*starts, len(scores)])
    e = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    p: Floats = e / np.repeat(np.add.reduceat(e, starts), sizes)
    return p


def is_right(case: Example, weights: dict[str, Floats]) -> bool:
    """Whether the best option is a right one."""
    return bool(case.right[(case.table @ weights[case.form]).argmax()])


def crossed(cases: Sequence[Example]) -> dict[str, tuple[int, int]]:
    """By form, right choices and cases, each judged by weights that did not see its article."""
    articles = sorted({c.article for c in cases})
    fold = {a: i % FOLDS for i, a in enumerate(articles)}
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for k in range(FOLDS):
        weights = fit([c for c in cases if fold[c.article] != k])
        for case in {id(c): c for c in cases if fold[c.article] == k}.values():
            for name in (case.form, "all"):
                count[name][0] += is_right(case, weights)
                count[name][1] += 1
    return {form: (right, total) for form, (right, total) in count.items()}


def written(weights: dict[str, Floats], found: dict[str, tuple[int, int]]) -> str:
    """The table as TOML: the weights of each form, the heaviest rules first."""
    lines = [
        "# What each rule of sieve.py weighs for each form of source. Made by python -m training.speakers.",
        "# The comment tells how many sources were resolved rightly by weights that never saw the article.",
    ]
    for form in FORMS:
        right, total = found.get(form, (0, 0))
        lines += ["", f"[{form}]  # {right} of {total}"]
        told = sorted(zip(weights[form], (name for name, _ in RULES), strict=True), key=lambda x: -abs(x[0]))
        lines += [f'"{name}" = {weight:.2f}' for weight, name in told if abs(weight) >= 0.05]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Learn, tell how well, write."""
    parser = argparse.ArgumentParser(prog="python -m training.speakers", description=__doc__)
    parser.add_argument("--dry", action="store_true")
    args = parser.parse_args()
    cases, lost = examples()
    found = crossed(cases)
    for form, (right, total) in found.items():
        print(f"{form:6} {right / total:.3f} of {total}")
    print("out of reach:", dict(lost))
    if not args.dry:
        FILE.write_text(written(fit(cases), found), encoding="utf8")
        print(f"wrote {FILE}")


if __name__ == "__main__":
    main()
