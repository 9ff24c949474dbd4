"""GUM (Zeldes, LREV 2017): syntax, names and coreference of many genres, from the archive of the corpora.

Its CoNLL-U writes mentions as brackets in ``Entity=``: ``(1-organization-...)`` opens what ``1)`` closes.
"""

import re
import tarfile
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from evaluation.annotated import Document, Mention, Token, Writer, main_word
from evaluation.corpora import CORPORA, kept_apart
from onrecord import Span
from onrecord.statement import MentionForm

BRACKET = re.compile(r"\((?P<open>[^-()]+)-(?P<kind>[^-()]+)[^()]*(?P<whole>\)?)|(?P<close>[^-()]+)\)")
NAME_PARTS = {"flat", "compound", "amod", "nummod", "goeswith"}
NAME_TAGS = {"NNP", "NNPS", "CD"}
NAME_LINKS = {"of", "for", "&"}  # "and" joins two names more often than it stands in one


class _Word(NamedTuple):
    token: Token
    form: str
    entity: str


def gum(part: str, *, whole: bool = False) -> Iterator[Document]:
    """The documents of "train" or "dev"; those that figures are measured on only with ``whole``.

    Four of its news reports are evaluation articles of ours (`kept_apart`): nothing is trained on them,
    so that they are left out unless they are asked for.
    """
    with tarfile.open(CORPORA / "gum" / "gum.tar.gz") as archive:
        for member in archive:
            folder, _, name = member.name.rpartition("/")
            id_, _, kind = name.rpartition(".")
            file = archive.extractfile(member) if folder == part and kind == "conllu" else None
            if file and (whole or id_ not in kept_apart()):
                yield document(id_, file.read().decode("utf8"))


def document(id_: str, conllu: str) -> Document:
    """A document from its CoNLL-U, the text as it was before it was cut into words."""
    out = Writer()
    sentences: list[list[_Word]] = []
    for block in conllu.strip().split("\n\n"):
        lines = block.split("\n")
        if sentences and any(line.startswith("# newpar") for line in lines):
            out.gap = "\n\n"
        sentences.append(_words([line.split("\t") for line in lines if line[0] != "#"], out))
    found = sorted(
        (f for words in sentences for f in _mentions(words)), key=lambda f: (f[1].start, -f[1].end)
    )
    clusters: dict[str, list[Mention]] = {}
    for key, mention in found:
        clusters.setdefault(key, []).append(mention)
    return Document(
        id_,
        out.text,
        tuple(tuple(word.token for word in words) for words in sentences),
        tuple(mention for _, mention in found),
        tuple(map(tuple, clusters.values())),
    )


def _words(rows: list[list[str]], out: Writer) -> list[_Word]:
    """Write a sentence's words; those that are one in print ("isn't") are written once."""
    words: list[_Word] = []
    shared: list[Span] = []
    forms = {row[0]: row[1] for row in rows}
    for row in rows:
        if "." in row[0]:  # a word that the sentence only implies
            continue
        if shared:
            words.append(_word(row, shared.pop(0)))
            continue
        span = out.add(row[1])
        out.gap = "" if _feature(row[9], "SpaceAfter") == "No" else " "
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            shared = _parts(span, [forms[str(i)] for i in range(first, last + 1)], row[1])
        else:
            words.append(_word(row, span))
    return words


def _parts(span: Span, parts: list[str], form: str) -> list[Span]:
    """Where each part of a contraction stands; the whole of it where the parts do not add up to it."""
    if "".join(parts) != form:
        return [span] * len(parts)
    ends = [span.start + end for end in accumulate(map(len, parts))]
    return [Span(end - len(part), end) for part, end in zip(parts, ends, strict=True)]


def _feature(misc: str, name: str) -> str:
    return next((x.partition("=")[2] for x in misc.split("|") if x.startswith(name + "=")), "")


def _word(row: list[str], span: Span) -> _Word:
    _, form, lemma, upos, pos, _, head, relation, _, misc = row
    token = Token(span.start, span.end, pos, int(head), relation, upos, lemma)
    return _Word(token, form, _feature(misc, "Entity"))


def _mentions(words: list[_Word]) -> Iterator[tuple[str, Mention]]:
    """The mentions of a sentence, each with the id of what it is a mention of."""
    opened: dict[str, list[tuple[str, int]]] = {}
    for last, word in enumerate(words):
        for bracket in BRACKET.finditer(word.entity):
            key = bracket["open"] or bracket["close"]
            if bracket["open"]:
                opened.setdefault(key, []).append((bracket["kind"], last))
            if (bracket["close"] or bracket["whole"]) and opened.get(key):
                kind, first = opened[key].pop()
                yield key, _mention(words, kind, range(first, last + 1))


def _mention(words: list[_Word], kind: str, inside: range) -> Mention:
    tokens = [word.token for word in words]
    head = main_word(tokens, inside)
    forms: dict[str, MentionForm] = {"PROPN": "name", "PRON": "pronoun"}
    form = forms.get(tokens[head].upos, "nominal")
    parts = _name(words, head, inside) if form == "name" else []
    name = Span(tokens[min(parts)].start, tokens[max(parts)].end) if parts else None
    main = Span(tokens[head].start, tokens[head].end)
    return Mention(tokens[inside[0]].start, tokens[inside[-1]].end, form, kind, main, name)


def _name(words: list[_Word], head: int, inside: range) -> list[int]:
    """The words of a proper name around its main word: "the new Bank of Harwick" without "the new"."""
    out, unread = [head], [head]
    while unread:
        i = unread.pop()
        parts = [j for j in inside if words[j].token.head - 1 == i and _belongs(words, j)]
        out += parts
        unread += parts
    return out


def _belongs(words: list[_Word], i: int) -> bool:
    """Whether a word that hangs on a name is part of it."""
    token = words[i].token
    links = {w.form.lower() for w in words if w.token.head - 1 == i and w.token.relation in ("case", "cc")}
    linked = token.relation in ("nmod", "conj") and bool(links & NAME_LINKS)
    return token.pos in NAME_TAGS and (token.relation in NAME_PARTS or linked)
