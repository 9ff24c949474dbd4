"""One shape for corpora of syntax, names and coreference: a text, its tokens, and who is mentioned where."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord import Span
from onrecord.statement import MentionForm


class Token(NamedTuple):
    """A word with its syntax; ``pos`` is a Penn Treebank tag, ``upos`` a universal one.

    ``head`` counts from 1 in the sentence, 0 is the root (CoNLL-U). ``entity`` is the type that the corpus
    gives the word itself, "O" for none; corpora that mark whole names have them as mentions instead.
    """

    start: int
    end: int
    pos: str = ""
    head: int = 0
    relation: str = ""
    upos: str = ""
    lemma: str = ""
    entity: str = "O"


class Mention(NamedTuple):
    """A phrase that refers to something, of a ``kind`` where the corpus tells.

    ``head`` is its main word, ``name`` the proper name within it: of "the young minister Tala Reyes, who had
    left" the two words. Both are None where the corpus has no syntax, ``name`` also where there is none.
    """

    start: int
    end: int
    form: MentionForm | None = None
    kind: str | None = None
    head: Span | None = None
    name: Span | None = None


class Document(NamedTuple):
    """A text with its sentences, everything that is mentioned in it, and which mentions are of one thing.

    ``clusters`` hold mentions in reading order; a thing that is mentioned once is a cluster of one where the
    corpus marks such things.
    """

    id: str
    text: str
    sentences: tuple[tuple[Token, ...], ...] = ()
    mentions: tuple[Mention, ...] = ()
    clusters: tuple[tuple[Mention, ...], ...] = ()

    @property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(token for sentence in self.sentences for token in sentence)

    @property
    def entities(self) -> tuple[Mention, ...]:
        """The mentions that are names."""
        return tuple(m for m in self.mentions if m.form == "name")


def main_word(sentence: Sequence[Token], inside: range) -> int:
    """Which word of a stretch of a sentence is its head: the one that hangs on none of the others."""
    heads = [i for i in inside if sentence[i].head - 1 not in inside]
    return next((i for i in heads if sentence[i].relation != "punct"), inside[0])


def labelled(sentence: Sequence[Token], kinds: Mapping[str, str]) -> Iterator[Mention]:
    """The names that stretches of words with one label are; labels outside ``kinds`` are no names."""
    for label, run in groupby(sentence, key=lambda token: token.entity):
        words = list(run)
        if label in kinds:
            start, end = words[0].start, words[-1].end
            yield Mention(start, end, "name", kinds[label], None, Span(start, end))


class Writer:
    """A text that is written word by word; each word's span is known as it is added.

    ``gap`` is what will stand before the next word, so that no text begins or ends with white space.
    """

    def __init__(self) -> None:
        self.gap = ""
        self._pieces: list[str] = []
        self._length = 0

    def add(self, word: str) -> Span:
        self.gap = self.gap if self._pieces else ""
        start = self._length + len(self.gap)
        self._pieces += [self.gap, word]
        self._length = start + len(word)
        self.gap = ""
        return Span(start, self._length)

    @property
    def text(self) -> str:
        return "".join(self._pieces)


CLOSING = re.compile(r"[.,;:!?)\]}%”’]+|…|\.{2,}|['’](?:s|S|m|re|ve|ll|d|M|RE|VE|LL|D)|[nN]['’][tT]|''")
OPENING = re.compile(r"[(\[{“‘#$£]+|``")
DASHES = re.compile(r"-{2,}|—")


def detokenised(words: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Whether a space stands before each word, and the word as print has it, where a corpus tells neither.

    Straight quotation marks, and the underscores for italics, open and close in turn; the dashes of old
    books touch their neighbours.
    """
    glued, inside = True, {'"': False, "'": False, "_": False}
    for word in words:
        opens, closes = bool(OPENING.fullmatch(word)), bool(CLOSING.fullmatch(word))
        if word in inside:
            closes = inside[word]
            opens = inside[word] = not closes
        dash = bool(DASHES.fullmatch(word))
        yield not (glued or closes or dash), {"``": "“", "''": "”"}.get(word, word)
        glued = opens or dash
