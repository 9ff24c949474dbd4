"""One pass of the network over an article: candidates for statements, names, vectors that link mentions."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.read.network.encoder import Encoder, encode, windows
from onrecord.read.network.link import Candidate, candidate, spans
from onrecord.read.network.mentions import ENTITIES, Name
from onrecord.read.network.tag import Floats, Range, decode
from onrecord.read.network.tokens import Tokens
from onrecord.span import Span

KEPT = 256  # windows, 75 MB; those of a longer text are read twice


class Scan(NamedTuple):
    """What the network finds.

    ``outer`` are statements of the article itself, ``every`` those at whatever level; ``links`` hold for
    each wordpiece the vectors with which mentions are linked, and ``lowers`` for each of the first windows
    what the second network goes on from.
    """

    outer: list[Candidate]
    every: list[Candidate]
    names: list[Name]
    links: "Links"
    lowers: list[NDArray[np.float16]]


class Links(NamedTuple):
    """Vectors a wordpiece: how it refers back, how it is referred to, how much it brings up somebody new."""

    starts: np.ndarray
    ends: np.ndarray
    anaphor: Floats
    antecedent: Floats
    fresh: Floats
    distances: Floats

    def pieces(self, span: Span) -> slice:
        """The wordpieces of a stretch of text."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        return slice(first, max(first + 1, int(np.searchsorted(self.starts, span.end, side="left"))))


def scan(
    text: str, tokens: Tokens, encoder: Encoder, *, threshold: float | None = None, deep: float | None = None
) -> Scan:
    """Read an article window by window; nothing of it is left out."""
    settings, n = encoder.settings, len(tokens.ids)
    least = settings.threshold if threshold is None else threshold
    least_deep = settings.deep if deep is None else deep
    anaphor, antecedent, fresh = (np.zeros((n, width), dtype=np.float32) for width in encoder.links)
    links = Links(tokens.starts, tokens.ends, anaphor, antecedent, fresh, encoder.heads.distances)
    out = Scan([], [], [], links, [])
    for start, end, own, own_end in windows(n, settings.window, settings.overlap):
        if start == end:
            break
        scores, lower = encode(encoder, tokens, start, end)
        if len(out.lowers) < KEPT:
            out.lowers.append(lower.astype(np.float16))
        found = decode(scores, encoder.heads, tokens.paragraph[start:end], least, least_deep)
        for kept, here in zip((out.outer, out.every), found, strict=True):
            kept += [candidate(text, tokens, f, start) for f in here if own <= start + f.cue[0] < own_end]
        mine = slice(own - start, own_end - start)
        anaphor[own:own_end] = scores.anaphor[mine]
        antecedent[own:own_end] = scores.antecedent[mine]
        fresh[own:own_end] = scores.fresh[mine]
        out.names.extend(_names(text, tokens, scores.entity, start, (own, own_end)))
    return out


def _names(text: str, tokens: Tokens, scores: Floats, start: int, own: Range) -> Iterator[Name]:
    """The names that begin in a window's own stretch."""
    best = scores.argmax(axis=1).tolist()
    at = 0
    while at < len(best):
        tag = best[at]
        end = at + 1
        while tag and end < len(best) and best[end] == tag + tag % 2:
            end += 1
        if tag and own[0] <= start + at < own[1]:
            for span in spans(text, tokens, ((at, end),), start):
                yield Name(span.start, span.end, ENTITIES[(tag - 1) // 2])
        at = end
