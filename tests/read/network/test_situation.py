"""Where each wordpiece stands among the statements."""

from onrecord.read.network.encoder import load_encoder
from onrecord.read.network.situation import CUE, FUNCTIONS, SOURCE, situation
from onrecord.read.network.tokens import tokenize
from onrecord.span import Span
from onrecord.statement import Statement

TEXT = "Ola Berg said that the board hopes to sell."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def statement(source: str, cue: str, content: str, **more) -> Statement:
    return Statement("s", "indirect", (span(source),), (span(cue),), (span(content),), 1.0, **more)


def test_levels_parts_and_functions():
    tokens = tokenize(TEXT, (), load_encoder().tokenizer)
    outer = statement("Ola Berg", "said", "that the board hopes to sell", function="speech")
    inner = statement("the board", "hopes", "to sell", level=2, function="hope", negated=True)
    found = situation(tokens, [inner, outer])
    by_word = {TEXT[a:b]: i for i, (a, b) in enumerate(zip(tokens.starts, tokens.ends, strict=True))}
    assert [found.levels[by_word[w]] for w in ("said", "that", "sell")] == [0, 1, 2]
    assert [found.parts[by_word[w]] for w in ("Berg", "said", "that", "hopes")] == [SOURCE, CUE, 0, CUE]
    speech, hope = (2 * (1 + FUNCTIONS.index(f)) for f in ("speech", "hope"))
    assert [found.does[by_word[w]] for w in ("Berg", "said", "that", "sell")] == [0, speech, speech, hope + 1]


def test_nothing_is_said():
    tokens = tokenize(TEXT, (), load_encoder().tokenizer)
    assert not any(row.any() for row in situation(tokens, ()))
