"""The second pass: where propositions are in what people say, and how sure of them their speakers are.

It goes on from what the tagger's lower layers said of each window, knowing by now which words are whose. A
proposition is anchored at its trigger, the main word; values, acts and ratings are read off the mean of its
pieces, and every word near it is scored as evidence for it.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.read.network.encoder import Encoder, encode, windows
from onrecord.read.network.outputs import COLUMNS
from onrecord.read.network.situation import Situation, pieces, situation
from onrecord.read.network.tag import Floats, Range, begun_or_inside, cues, relation
from onrecord.read.network.tokens import Tokens
from onrecord.span import Span
from onrecord.statement import Statement

LEAST = 0.04  # of a trigger; those that are claims are chosen later
NEAR = 120  # pieces on either side in which evidence is looked for
DISTANCES = relation(np.zeros(2 * NEAR + 1, dtype=np.int64), NEAR, NEAR + 1)  # from a piece in the middle
FEATURES = ("levels", "parts", "does")


class Proposed(NamedTuple):
    """A proposition: its trigger with the probability that it is one, and what the network thinks of it.

    ``values`` and ``acts`` are log probabilities in the order of `VALUES` and `ACTS`, ``against`` is the
    probability that a wish or demand is against it, ``happened`` rates from -3 to 3 whether it is so, and
    ``evidence`` are words with the probability that the value rests on them.
    """

    trigger: Span
    p: float
    values: Floats
    acts: Floats
    against: float
    happened: float
    evidence: tuple[tuple[Span, float], ...]


Lowers = Sequence[NDArray[np.float16]]


def propose(
    tokens: Tokens,
    statements: Sequence[Statement],
    own: Sequence[Span],
    encoder: Encoder,
    lowers: Lowers,
) -> tuple[Proposed, ...]:
    """Candidates in what is said, and in the stretches ``own`` of the article's own voice (its headline).

    ``lowers`` holds what `scan` kept of its windows, in order; what is missing is computed again.
    """
    said = situation(tokens, statements)
    wanted = said.levels > 0
    for span in own:
        wanted[pieces(tokens, span)] = True
    settings = encoder.settings
    proposed: list[Proposed] = []
    every = windows(len(tokens.ids), settings.window, settings.overlap)
    for number, (start, end, first, last) in enumerate(every):
        if not wanted[first:last].any():
            continue
        lower = _lower(tokens, encoder, lowers, number, (start, end))
        out = _run(encoder, lower, said, start, end)
        keep = wanted[start:end].copy()
        keep[: first - start] = False
        keep[last - start :] = False
        proposed += _proposed(tokens, out, keep, encoder, start)
    return tuple(proposed)


def judged(
    tokens: Tokens,
    statements: Sequence[Statement],
    triggers: Sequence[Span],
    encoder: Encoder,
    lowers: Lowers,
) -> Iterator[Proposed]:
    """What the network thinks of propositions whose triggers are given; those it cannot find are left out."""
    said, settings = situation(tokens, statements), encoder.settings
    places = sorted((at.start, at.stop) for at in (pieces(tokens, t) for t in triggers) if at.stop > at.start)
    every = windows(len(tokens.ids), settings.window, settings.overlap)
    for number, (start, end, first, last) in enumerate(every):
        here = [(a - start, min(b, end) - start) for a, b in places if first <= a < last]
        if here:
            lower = _lower(tokens, encoder, lowers, number, (start, end))
            out = _run(encoder, lower, said, start, end)
            p = begun_or_inside(out[:, COLUMNS.trigger]).sum(axis=1)
            yield from (
                _judge(tokens, out, at, float(p[at[0] : at[1]].mean()), encoder, start) for at in here
            )


def _lower(
    tokens: Tokens, encoder: Encoder, lowers: Lowers, number: int, window: Range
) -> NDArray[np.float16]:
    """What the tagger's lower layers say of a window: as kept, or computed again in the same 16 bits."""
    if number < len(lowers):
        return lowers[number]
    return encode(encoder, tokens, *window)[1].astype(np.float16)


def _run(encoder: Encoder, lower: NDArray[np.float16], said: Situation, start: int, end: int) -> Floats:
    """The scores of one window, a row a piece, in the columns of `COLUMNS`."""
    feeds: dict[str, NDArray[Any]] = {"lower": lower[None].astype(np.float32)}
    for name in FEATURES:
        row = np.zeros((1, end - start + 2), dtype=np.int64)
        row[0, 1:-1] = getattr(said, name)[start:end]
        feeds[name] = row
    return encoder.second(feeds)[0][0, 1:-1]


def _proposed(
    tokens: Tokens, out: Floats, keep: NDArray[np.bool_], encoder: Encoder, start: int
) -> Iterator[Proposed]:
    p = begun_or_inside(out[:, COLUMNS.trigger])
    p[~keep] = 0
    for at, sure in cues(p, LEAST):
        yield _judge(tokens, out, at, sure, encoder, start)


def _judge(tokens: Tokens, out: Floats, at: Range, p: float, encoder: Encoder, start: int) -> Proposed:
    first, last = at
    middle = np.add.reduce(out[first:last], axis=0) / (last - first)
    return Proposed(
        Span(int(tokens.starts[start + first]), int(tokens.ends[start + last - 1])),
        p,
        _log_softmax(middle[COLUMNS.value]),
        _log_softmax(middle[COLUMNS.act]),
        float(1 / (1 + np.exp(-middle[COLUMNS.against][0]))),
        float(middle[COLUMNS.happened][0]),
        tuple(_evidence(tokens, out[:, COLUMNS.argument], at, middle[COLUMNS.predicate], encoder, start)),
    )


def _evidence(
    tokens: Tokens, argument: Floats, at: Range, predicate: Floats, encoder: Encoder, start: int
) -> Iterator[tuple[Span, float]]:
    """Words near the trigger that the value may rest on, as stretches without a gap."""
    a, b = max(0, at[0] - NEAR), min(len(argument), at[1] + NEAR)
    heads = encoder.relating
    inside = np.full(at[1] - at[0], DISTANCES[NEAR])
    around = DISTANCES[NEAR - (at[0] - a) : NEAR], inside, DISTANCES[NEAR + 1 : NEAR + 1 + b - at[1]]
    classes = np.concatenate(around)
    hidden = np.maximum(argument[a:b] + predicate + heads.relations[classes], 0)
    p = 1 / (1 + np.exp(-(hidden @ heads.pair + heads.bias[0])))
    inside = np.flatnonzero(p > 0.5)
    for run in np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1):
        if len(run):
            first, last = start + a + int(run[0]), start + a + int(run[-1])
            yield Span(int(tokens.starts[first]), int(tokens.ends[last])), float(p[run].mean())


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max()
    out: Floats = shifted - np.log(np.exp(shifted).sum())
    return out
