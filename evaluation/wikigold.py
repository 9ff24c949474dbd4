"""WikiGold (Balasuriya et al., 2009): names in sentences of Wikipedia, as the texts of its articles."""

import gzip
from collections.abc import Iterator

from evaluation.annotated import Document, Token, Writer, detokenised, labelled
from evaluation.corpora import CORPORA

BREAK = "-DOCSTART- O"
KINDS = {"I-PER": "person", "I-ORG": "organization", "I-LOC": "place", "I-MISC": "other"}


def wikigold() -> Iterator[Document]:
    """The articles, each a single paragraph."""
    with gzip.open(CORPORA / "wikigold.conll.gz", "rt", encoding="utf8") as file:
        articles = [article for article in file.read().split(BREAK) if article.strip()]
    for number, article in enumerate(articles, 1):
        yield document(f"wikigold-{number}", article)


def document(id_: str, conll: str) -> Document:
    """A document from its two columns, a word and its type."""
    out = Writer()
    sentences = tuple(
        tuple(_tokens([line.rpartition(" ") for line in block.split("\n")], out))
        for block in conll.strip().split("\n\n")
    )
    names = tuple(name for sentence in sentences for name in labelled(sentence, KINDS))
    return Document(id_, out.text, sentences, names)


def _tokens(rows: list[tuple[str, str, str]], out: Writer) -> Iterator[Token]:
    out.gap = " "
    words = detokenised(word for word, _, _ in rows)
    for (space, word), (_, _, label) in zip(words, rows, strict=True):
        out.gap = out.gap or (" " if space else "")
        span = out.add(word)
        yield Token(span.start, span.end, entity=label)
