"""Where each wordpiece stands among the statements that were found: how the second pass knows who says what.

A proposition is sure or unsure under a cue, for a speaker. The network that reads propositions is told, for
every piece, how deep in reported words it is, whether it is a cue or a source, and what the innermost
statement around it does.
"""

from collections.abc import Sequence
from typing import NamedTuple, get_args

import numpy as np

from onrecord.read.network.tokens import Ints, Tokens
from onrecord.span import Span
from onrecord.statement import Statement, StatementFunction

FUNCTIONS: tuple[StatementFunction, ...] = get_args(StatementFunction)
DEEPEST = 4
NOTHING, CUE, SOURCE = range(3)
LEVELS, PARTS, DOES = DEEPEST + 1, 3, 2 * (len(FUNCTIONS) + 1)


class Situation(NamedTuple):
    """One entry a wordpiece in every array.

    ``levels`` counts the contents that hold it, ``parts`` says whether it is a cue or a source, ``does`` is
    the function of the innermost statement whose content or cue holds it, and whether that is denied.
    """

    levels: Ints
    parts: Ints
    does: Ints


def situation(tokens: Tokens, statements: Sequence[Statement]) -> Situation:
    """The arrays for the wordpieces of an article."""
    levels, parts, does = (np.zeros(len(tokens.ids), dtype=np.int64) for _ in range(3))
    for s in sorted(statements, key=lambda s: s.level):
        function = 1 + FUNCTIONS.index(s.function) if s.function else 0
        mine = 2 * function + bool(s.negated)
        for span in s.content:
            at = pieces(tokens, span)
            levels[at] = np.minimum(levels[at] + 1, DEEPEST)
            does[at] = mine
        for span in s.cue:
            does[pieces(tokens, span)] = mine
    for s in statements:
        for kind, spans in ((SOURCE, s.source), (CUE, s.cue)):
            for span in spans:
                parts[pieces(tokens, span)] = kind
    return Situation(levels, parts, does)


def pieces(tokens: Tokens, span: Span) -> slice:
    """The wordpieces of a stretch of text."""
    first = int(np.searchsorted(tokens.ends, span.start, side="right"))
    return slice(first, max(first, int(np.searchsorted(tokens.starts, span.end, side="left"))))
