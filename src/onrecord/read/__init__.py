"""The read stage: an article in, a reading out. It knows the types and nothing of the other stages."""

from onrecord.article import Article, Flaw
from onrecord.reading import Reading

__all__ = ["read_article"]


def read_article(article: Article, flaws: tuple[Flaw, ...] = ()) -> Reading:
    """Read one article: its statements with source, cue and content, and what was odd about its text.

    ``flaws`` are those that ingesting it gave; quotation marks may add to them. The first call loads
    the weights (well under two seconds), later ones find them loaded.
    """
    from onrecord.read.encoder import load_encoder
    from onrecord.read.statements import statements_of

    encoder = load_encoder()
    statements, more = statements_of(article, encoder)
    return Reading(
        article=article, statements=statements, flaws=(*flaws, *more), model=encoder.settings.model()
    )
