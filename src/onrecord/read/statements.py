"""One article through the steps of the read stage: quotation marks, wordpieces, tags, links, statements."""

from collections.abc import Iterator
from itertools import chain, count

from onrecord.article import Article, Block, Flaw
from onrecord.read.calibrate import probability
from onrecord.read.encoder import Encoder, encode, windows
from onrecord.read.link import Candidate, candidate, kind
from onrecord.read.quotes import quotations
from onrecord.read.settle import outermost
from onrecord.read.tag import decode
from onrecord.read.tokens import Tokens, tokenize
from onrecord.read.verbless import verbless
from onrecord.statement import Statement


def statements_of(article: Article, encoder: Encoder) -> tuple[tuple[Statement, ...], tuple[Flaw, ...]]:
    """The statements of ``article`` in reading order, and the flaws of its quotation marks."""
    quoted, flaws = quotations(article.text)
    tokens = tokenize(article.text, quoted, encoder.tokenizer)
    blocks = article.blocks or (Block("paragraph", 0, len(article.text)),)
    outer = [q for q in quoted if q.level == 1]
    tagged = candidates(article.text, tokens, encoder)
    found = outermost(article.text, blocks, quoted, chain(tagged, verbless(article.text, outer)))
    numbers = count(1)
    made = tuple(
        Statement(
            id=f"s{next(numbers)}",
            kind=kind(article.text, c.content, outer),
            source=c.source,
            cue=c.cue,
            content=c.content,
            p=probability(c, encoder.settings.calibration),
        )
        for c in found
    )
    return made, flaws


def candidates(
    text: str, tokens: Tokens, encoder: Encoder, threshold: float | None = None
) -> Iterator[Candidate]:
    """Everything the tagger finds, window by window; nothing of the article is left out."""
    settings = encoder.settings
    least = settings.threshold if threshold is None else threshold
    for start, end, own, own_end in windows(len(tokens.ids), settings.window, settings.overlap):
        if start == end:
            return
        scores = encode(encoder, tokens, start, end)
        for found in decode(scores, encoder.heads, tokens.paragraph[start:end], least):
            if own <= start + found.cue[0] < own_end:
                yield candidate(text, tokens, found, start)
