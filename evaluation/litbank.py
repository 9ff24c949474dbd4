"""LitBank (Bamman, Lewke, Mansoor, LREC 2020): coreference of people, places and bodies in 100 novels.

Its CoNLL-2012 files hold words alone, so that the text is set again as print would have it. It has no
syntax; what form a mention has is judged by its words.
"""

import re
import tarfile
from collections.abc import Iterator

from evaluation.annotated import Document, Mention, Token, Writer, detokenised
from evaluation.corpora import CORPORA
from evaluation.identity import form
from onrecord.statement import MentionForm

BRACKET = re.compile(r"(\()?(\d+)(\))?")
REFLEXIVE = re.compile(r"\w+sel(f|ves)", re.IGNORECASE)
Row = tuple[str, str]


def litbank() -> Iterator[Document]:
    """The beginnings of the novels, about 2,000 words each."""
    with tarfile.open(CORPORA / "litbank-coref.tar.gz") as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file and member.name.endswith(".conll"):
                yield document(member.name.removesuffix("_brat.conll"), file.read().decode("utf8"))


def document(id_: str, conll: str) -> Document:
    """A document from its CoNLL-2012: the word in the fourth column, brackets of mentions in the last."""
    rows = [_rows(block) for block in conll.split("\n\n")]
    sentences, out = [sentence for sentence in rows if sentence], Writer()
    written = iter(_written([word for sentence in sentences for word, _ in sentence], out))
    tokens = [tuple(next(written) for _ in sentence) for sentence in sentences]
    text, clusters = out.text, dict[str, list[Mention]]()
    for sentence, words in zip(sentences, tokens, strict=True):
        for key, start, end in _brackets(sentence, words):
            clusters.setdefault(key, []).append(Mention(start, end, _form(text[start:end])))
    ordered = [tuple(sorted(cluster, key=_place)) for cluster in clusters.values()]
    mentions = sorted((m for cluster in ordered for m in cluster), key=_place)
    return Document(
        id_, text, tuple(tokens), tuple(mentions), tuple(sorted(ordered, key=lambda c: _place(c[0])))
    )


def _form(phrase: str) -> MentionForm:
    found = form(phrase)
    if REFLEXIVE.fullmatch(phrase):
        return "pronoun"
    return "nominal" if found == "none" else found


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _rows(block: str) -> list[Row]:
    """The words of a sentence, each with its brackets."""
    rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
    return [(row[3], "".join(row[12:])) for row in rows]


def _written(words: list[str], out: Writer) -> Iterator[Token]:
    for space, word in detokenised(words):
        out.gap = " " if space else ""
        span = out.add(word)
        yield Token(span.start, span.end)


def _brackets(sentence: list[Row], tokens: tuple[Token, ...]) -> Iterator[tuple[str, int, int]]:
    """The mentions of a sentence: of whom, from where, to where."""
    opened: dict[str, list[int]] = {}
    for (_, brackets), token in zip(sentence, tokens, strict=True):
        for opens, key, closes in BRACKET.findall(brackets):
            if opens:
                opened.setdefault(key, []).append(token.start)
            if closes and opened.get(key):
                yield key, opened[key].pop(), token.end
