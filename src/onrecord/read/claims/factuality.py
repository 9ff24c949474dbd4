"""Whether what a predicate says happened, as people rate it who were told nothing of who says so."""

from onrecord.read.network.encoder import load_encoder
from onrecord.read.network.propose import judged
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import quotations
from onrecord.span import Span


def factuality(text: str, span: Span) -> float:
    """From -3, it did not happen, to 3, it did: the network's rating of the predicate at ``span``.

    It is trained on It-Happened v2 (White et al., EMNLP 2018) beside everything else, and is there to measure
    the network by; the stances of a reading come from values, not from this.
    """
    encoder = load_encoder()
    tokens = tokenize(text, quotations(text)[0], encoder.tokenizer)
    return next((one.happened for one in judged(tokens, (), (span,), encoder, ())), 0.0)
