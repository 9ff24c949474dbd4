"""From readings to windows of labelled wordpieces: where propositions are, and how sure their speakers are.

The tagger is finished by then and does not change: what its lower layers say of each window is computed once,
with the shipped weights themselves, and kept in memory.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha1, sha256
from itertools import groupby
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from evaluation.annotated import Document
from evaluation.corpora import CORPORA, kept_apart, load, spans
from onrecord.read.acts.function import function
from onrecord.read.acts.negated import negated
from onrecord.read.network.encoder import Encoder, encode, windows
from onrecord.read.network.situation import Situation, pieces, situation
from onrecord.read.network.stances import ACTS, KINDS, VALUES
from onrecord.read.network.tag import Range
from onrecord.read.network.tokens import Tokens, tokenize
from onrecord.read.quotes import quotations
from onrecord.span import Span
from onrecord.statement import Statement

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
SETS = ("polnear-train", "wikinews-train", "wire-train")
UNKNOWN = -100
ACCEPTED = 0.25  # of the weight of a value goes to the others that gold accepts
SHEET = 900  # code points of UDS sentences read as one text
MASKED, MASK, CASELESS = 0.08, 103, 0.3  # of words and texts in a variant
RELATIONS = tuple(
    "acl advcl advmod amod appos aux auxpass case cc ccomp compound conj cop csubj dep det dobj expl iobj "
    "mark neg nmod nsubj nsubjpass nummod parataxis punct root xcomp".split()
)


class Labelled(NamedTuple):
    """One proposition: its pieces, a distribution over values, one over acts, polarity, evidence pieces.

    ``happened`` is the rating of It-Happened, -3 to 3; what is not known of a proposition is None.
    """

    trigger: Range
    values: Floats | None = None
    acts: Floats | None = None
    against: int = UNKNOWN
    evidence: Ints | None = None
    happened: float | None = None


class Page(NamedTuple):
    """A text as training sees it; ``triggers`` are tags of propositions, UNKNOWN where nobody looked.

    ``syntax`` holds what CoreNLP found a word to be in its sentence (silver); ``claims`` is empty where only
    that is known.
    """

    id: str
    tokens: Tokens
    situation: Situation
    triggers: Ints
    events: Ints
    syntax: Ints
    claims: list[Labelled]


class Example(NamedTuple):
    """One window of a page, with what the tagger's lower layers say of it; [CLS] and [SEP] are in it."""

    lower: NDArray[np.float16]
    situation: Ints
    triggers: Ints
    events: Ints
    syntax: Ints
    claims: list[Labelled]


def held_out(id_: str) -> bool:
    """Whether an article is one of the seventh that weights, rules and calibration are chosen on."""
    return int(sha256(f"claims {id_}".encode()).hexdigest(), 16) % 7 == 0


def unseen_by_rules(id_: str) -> bool:
    """Whether an article is of the half in which no errors were looked at to write the rules of stance."""
    return int(sha1(id_.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 1


def readings() -> Iterator[tuple[str, dict[str, Any]]]:
    """The readings of articles for training, each with its text and the set that it is from."""
    texts = {r["id"]: r["text"] for r in load(CORPORA / "polnear" / "train.jsonl.gz")}
    for name in SETS:
        for r in load(CORPORA / "readings" / f"{name}.jsonl.gz"):
            assert r["id"] not in kept_apart()
            yield name, {**r, "text": r.get("text") or texts[r["id"]]}


def statement(raw: dict[str, Any], text: str, kinds: dict[str, str]) -> Statement:
    """A gold statement as the run time has it, its function told by the run time's rules."""
    out = Statement(
        id=raw["id"],
        kind="indirect",
        source=spans(raw["source"]),
        cue=spans(raw["cue"]),
        content=spans(raw["content"]),
        p=1.0,
        parent=raw.get("parent"),
        level=raw.get("level", 1),
        speaker=raw.get("speaker"),
    )
    does, _ = function(text, out, speaker_kind=kinds.get(raw.get("speaker") or ""))  # type: ignore[arg-type]
    from msgspec.structs import replace

    return replace(out, function=does, negated=negated(text, out, does)[0])


def statements(reading: dict[str, Any]) -> list[Statement]:
    """All statements of a gold reading."""
    kinds = {a["id"]: a["kind"] for a in reading["agents"]}
    return [statement(s, reading["text"], kinds) for s in reading["statements"]]


def page(name: str, reading: dict[str, Any], tokenizer: Any, parsed: Document | None) -> Page:
    """One gold reading as a page, with its silver syntax if there is one."""
    text = reading["text"]
    tokens = tokenize(text, quotations(text)[0], tokenizer)
    said = statements(reading)
    n = len(tokens.ids)
    triggers, events = np.full(n, UNKNOWN), np.full(n, UNKNOWN)
    for s in said:
        for span in s.content:
            triggers[pieces(tokens, span)] = 0
    if name != "polnear-train":
        events[:] = 0
        for block in reading.get("blocks") or ():
            if block["kind"] == "headline":
                triggers[pieces(tokens, Span(block["start"], block["end"]))] = 0
        for event in reading["events"]:
            for span in spans(event["triggers"]):
                mark(events, pieces(tokens, span))
    claims = []
    for raw in reading["claims"]:
        made = labelled(tokens, raw)
        if made is not None:
            claims.append(made)
            mark(triggers, slice(*made.trigger))
    syntax = relations(tokens, parsed)
    return Page(reading["id"], tokens, situation(tokens, said), triggers, events, syntax, claims)


def relations(tokens: Tokens, parsed: Document | None) -> Ints:
    """For each piece the number of its word's relation to its head; unknown where nobody parsed."""
    out = np.full(len(tokens.ids), UNKNOWN)
    for token in (t for words in (parsed.sentences if parsed else ()) for t in words):
        name = token.relation.split(":")[0]
        if name in RELATIONS:
            out[pieces(tokens, Span(token.start, token.end))] = RELATIONS.index(name)
    return out


def unread(parsed: Sequence[Document], tokenizer: Any) -> Iterator[Page]:
    """Articles of which only the silver syntax is known."""
    for document in parsed:
        tokens = tokenize(document.text, quotations(document.text)[0], tokenizer)
        nobody = np.full(len(tokens.ids), UNKNOWN)
        syntax = relations(tokens, document)
        yield Page(document.id, tokens, situation(tokens, ()), nobody, nobody, syntax, [])


def mark(tags: Ints, at: slice) -> None:
    """Tag pieces as a word: 1 begins it, 2 goes on."""
    tags[at] = 2
    tags[at.start : at.start + 1] = 1


def labelled(tokens: Tokens, raw: dict[str, Any]) -> Labelled | None:
    """A gold claim, anchored at its first trigger; None if it has no words of its own."""
    places = [pieces(tokens, span) for span in spans(raw["trigger"])]
    first = next((p for p in places if p.stop > p.start), None)
    if first is None:
        return None
    stance = raw["stances"][-1]
    values = np.zeros(len(VALUES), dtype=np.float32)
    others = [index(v, None) for v in stance.get("accept") or () if v != "Uu" or stance["value"] != "Uu"]
    values[index(stance["value"], stance.get("kind"))] += 1 - ACCEPTED * bool(others)
    for i in others:
        values[i] += ACCEPTED / len(others)
    acts = np.zeros(len(ACTS), dtype=np.float32)
    also = [a for a in raw.get("accept_act") or () if a in ACTS]
    acts[ACTS.index(raw["act"])] += 1 - ACCEPTED * bool(also)
    for a in also:
        acts[ACTS.index(a)] += ACCEPTED / len(also)
    wanted = stance.get("kind") in ("desire", "deontic")
    against = int(stance.get("polarity") == "-") if wanted and stance.get("polarity") else UNKNOWN
    evidence = None
    words = spans(stance.get("evidence"))
    if words and stance["value"] != "CT+":
        evidence = np.zeros(len(tokens.ids), dtype=np.int64)
        for span in words:
            evidence[pieces(tokens, span)] = 1
    return Labelled((first.start, first.stop), values, acts, against, evidence)


def index(value: str, kind: str | None) -> int:
    """The class of a value: Uu has one for each kind, uncommitted where none is told."""
    return VALUES.index("Uu " + (kind if kind in KINDS else "uncommitted") if value == "Uu" else value)


def happened(part: str, tokenizer: Any) -> Iterator[Page]:
    """It-Happened (UDS-IH2): sentences in order, several to a page, with the ratings of their predicates."""
    rows = load(CORPORA / "uds-ih2" / f"{part}.jsonl.gz")
    sheet, at, number = "", [], 0
    for _, same in groupby(rows, key=lambda r: r["sent_id"]):
        group = list(same)
        text, places = " ".join(group[0]["tokens"]), []
        starts = np.cumsum([0, *(len(t) + 1 for t in group[0]["tokens"])])
        for row in group:
            start = len(sheet) + int(starts[row["pred"]])
            places.append((Span(start, start + len(row["tokens"][row["pred"]])), row["score"]))
        sheet += text + "\n"
        at += places
        if len(sheet) > SHEET:
            yield rated(f"{part} {number}", sheet, at, tokenizer)
            sheet, at, number = "", [], number + 1
    if at:
        yield rated(f"{part} {number}", sheet, at, tokenizer)


def rated(id_: str, text: str, at: Sequence[tuple[Span, float]], tokenizer: Any) -> Page:
    """A page of rated predicates, in nobody's words."""
    tokens = tokenize(text, quotations(text)[0], tokenizer)
    n = len(tokens.ids)
    claims = []
    for span, score in at:
        place = pieces(tokens, span)
        if place.stop > place.start:
            claims.append(Labelled((place.start, place.stop), happened=score))
    nobody = np.full(n, UNKNOWN)
    return Page(id_, tokens, situation(tokens, ()), nobody, nobody, nobody, claims)


def varied(p: Page, random: np.random.Generator) -> Page:
    """The page with some words masked and, now and then, its capitals hidden from the tagger."""
    ids = np.where(random.random(len(p.tokens.ids)) < MASKED, MASK, p.tokens.ids)
    shapes = p.tokens.shapes * (random.random() > CASELESS)
    return p._replace(tokens=p.tokens._replace(ids=ids, shapes=shapes))


def examples(
    pages: Sequence[Page],
    encoder: Encoder,
    say: Callable[[int], None],
    random: np.random.Generator | None = None,
) -> Iterator[list[Example]]:
    """For each page its windows, as at run time; a claim belongs to the window whose own stretch it is in.

    With ``random`` a variant of each page, cut elsewhere.
    """
    for number, p in enumerate(pages):
        say(number)
        out = []
        size, overlap = encoder.settings.window, encoder.settings.overlap
        if random is not None:
            p = varied(p, random)
            size -= int(random.integers(0, size // 3))
        for start, end, own, own_end in windows(len(p.tokens.ids), size, overlap):
            if start == end:
                continue
            here = [c for c in p.claims if own <= c.trigger[0] < own_end and c.trigger[1] <= end]
            out.append(
                Example(
                    encode(encoder, p.tokens, start, end)[1].astype(np.float16),
                    np.stack([row[start:end] for row in p.situation]),
                    inside(p.triggers, start, end, own, own_end),
                    inside(p.events, start, end, own, own_end),
                    inside(p.syntax, start, end, own, own_end),
                    [shifted(c, start, end) for c in here],
                )
            )
        yield out


def inside(tags: Ints, start: int, end: int, own: int, own_end: int) -> Ints:
    """The tags of a window, unknown outside its own stretch."""
    out = tags[start:end].copy()
    out[: own - start] = UNKNOWN
    out[own_end - start :] = UNKNOWN
    return out


def shifted(c: Labelled, start: int, end: int) -> Labelled:
    """A claim counted from the start of its window."""
    evidence = None if c.evidence is None else c.evidence[start:end]
    return c._replace(trigger=(c.trigger[0] - start, c.trigger[1] - start), evidence=evidence)


def shuffled(windows: Sequence[Example], size: int, random: Random) -> list[list[Example]]:
    """Batches of windows of about one length, in random order."""
    order = sorted(windows, key=lambda e: len(e.triggers) + 40 * random.random())
    out = [order[i : i + size] for i in range(0, len(order), size)]
    random.shuffle(out)
    return out
