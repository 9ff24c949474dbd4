"""What Stanford CoreNLP (2018) read in PolNeAR's articles: silver, to train on and never to measure by."""

from collections.abc import Iterator
from typing import Any

from evaluation.annotated import Document, Mention, Token, labelled, main_word
from evaluation.corpora import CORPORA, kept_apart, load
from onrecord import Span
from onrecord.statement import MentionForm

KINDS = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "other"}
FORMS: dict[str, MentionForm] = {
    **dict.fromkeys(("PRP", "PRP$", "WP", "WP$"), "pronoun"),
    **dict.fromkeys(("NNP", "NNPS"), "name"),
}


def silver(part: str = "train") -> Iterator[Document]:
    """The articles of PolNeAR "train" as CoreNLP read them, without those that figures are measured on.

    "dev" is there for completeness: its articles are all evaluation articles.
    """
    read = {r["id"]: r for r in load(CORPORA / "polnear" / f"{part}-corenlp.jsonl.gz")}
    for article in load(CORPORA / "polnear" / f"{part}.jsonl.gz"):
        if article["id"] in read and article["id"] not in kept_apart():
            yield document(article["text"], read[article["id"]])


def document(text: str, raw: dict[str, Any]) -> Document:
    """A document from CoreNLP's words, names and chains of mentions."""
    sentences = tuple(
        tuple(
            Token(start, end, pos, head, relation, entity=entity)
            for start, end, pos, entity, head, relation in sentence
        )
        for sentence in raw["sentences"]
    )
    place = {token.start: (s, i) for s, words in enumerate(sentences) for i, token in enumerate(words)}
    clusters = tuple(
        tuple(_mention(sentences, place, start, end) for start, end in sorted(chain))
        for chain in raw["coreference"]
    )
    names = tuple(name for words in sentences for name in labelled(words, KINDS))
    return Document(raw["id"], text, sentences, names, clusters)


def _mention(
    sentences: tuple[tuple[Token, ...], ...], place: dict[int, tuple[int, int]], start: int, end: int
) -> Mention:
    """A phrase with the form that its main word gives it."""
    number, first = place[start]
    words = sentences[number]
    inside = range(first, next((i for i in range(first, len(words)) if words[i].start >= end), len(words)))
    head = words[main_word(words, inside)]
    return Mention(start, end, FORMS.get(head.pos, "nominal"), None, Span(head.start, head.end))
