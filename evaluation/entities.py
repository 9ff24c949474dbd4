"""Whether names are found and typed: people, organizations and places of GUM.

Gold are phrases that a proper noun heads. What is compared is the proper name in them ("Tala Reyes" of "the
young minister Tala Reyes, who had left"), since that is what readers of names mark.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from evaluation.annotated import Document
from evaluation.whole import Prf, prf
from onrecord.read.network.encoder import load_encoder
from onrecord.read.network.mentions import ENTITIES as KINDS
from onrecord.read.network.scan import scan
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import quotations

Name = tuple[int, int, str]


class Counts(NamedTuple):
    """Names of one kind: in gold, found, the same span and kind, an overlapping span of the same kind."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlap: int = 0

    @property
    def figures(self) -> dict[str, Prf]:
        return {
            "exact": prf(self.exact, self.found, self.gold),
            "overlap": prf(self.overlap, self.found, self.gold),
        }


def gold_names(document: Document) -> list[Name]:
    """The names of a document, none within another: "Nauru Senate" and not "Nauru" beside it."""
    out: list[Name] = []
    named = [(m.name.start, m.name.end, m.kind) for m in document.entities if m.name and m.kind in KINDS]
    for start, end, kind in sorted(named, key=lambda n: (n[0], -n[1])):
        if kind and (not out or end > out[-1][1]):
            out.append((start, end, kind))
    return out


def tagged(text: str) -> list[Name]:
    """The names that the network tags in a text, places too: a reading has only those who can speak."""
    encoder, (quoted, _) = load_encoder(), quotations(text)
    return [*scan(text, tokenize(text, quoted, encoder.tokenizer), encoder).names]


def compare(gold: Iterable[Name], found: Iterable[Name]) -> dict[str, Counts]:
    """Count how the names of one text agree, by kind."""
    a, b = {*gold}, {*found}
    return {kind: _compare(*(sorted(n for n in side if n[2] == kind) for side in (a, b))) for kind in KINDS}


def _compare(gold: Sequence[Name], found: Sequence[Name]) -> Counts:
    """Count the names of one kind; one that overlaps two of the other side counts once."""
    overlap, i, j = 0, 0, 0
    while i < len(gold) and j < len(found):
        if max(gold[i][0], found[j][0]) < min(gold[i][1], found[j][1]):
            overlap, i, j = overlap + 1, i + 1, j + 1
        elif gold[i][1] <= found[j][1]:
            i += 1
        else:
            j += 1
    return Counts(len(gold), len(found), len({*gold} & {*found}), overlap)


def score(texts: Iterable[dict[str, Counts]]) -> dict[str, Counts]:
    """The counts of a corpus, by kind and for "all"."""
    out = dict.fromkeys((*KINDS, "all"), Counts())
    for text in texts:
        for kind, counts in text.items():
            for row in (kind, "all"):
                out[row] = Counts(*map(sum, zip(out[row], counts, strict=True)))
    return out
