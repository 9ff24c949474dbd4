"""What a source says of whoever it refers to: who is named, as what, of whom, how many.

    the lawyer for the Tarnovian banker, **Pavel Orlin**
    Ada Obi's campaign manager, **Jon Berg**
    a senior official who asked not to be named

Ada Obi is only the one Jon Berg works for, and of the official the phrase tells why nobody is named.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.knowledge import Knowledge
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nounphrase import PAUSES, noun_phrase, segments
from onrecord.read.phrases.nouns import lexicon
from onrecord.read.phrases.referent import UNKNOWN, Phrase, referent
from onrecord.read.phrases.several import conjuncts
from onrecord.read.phrases.wording import Word, wording
from onrecord.span import Span

Words = Sequence[Word]

SEVERAL = frozenset("we they these those both many some few several most all others".split())
PERSONAL = frozenset("i he she reflexive".split())

__all__ = ["Phrase", "phrase"]


def phrase(
    text: str, spans: tuple[Span, ...], names: Sequence[Name] = (), known: Knowledge = UNKNOWN
) -> Phrase:
    """The source of a statement, analysed; of an interrupted one, the piece that tells most.

    ``names`` are those of the whole article, in order. Without them capital letters have to do.

    >>> text = "Jon Berg, a spokesman for Ada Obi,"
    >>> found = phrase(text, (Span(0, 34),), (Name(0, 8, "person"), Name(26, 33, "person")))
    >>> Span(*found.name[:2]).of(text), found.role.of(text), found.of.of(text)
    ('Jon Berg', 'spokesman', 'Ada Obi')
    """
    pieces = [_phrase(text, wording(text, span, names), known) for span in spans if span.start < span.end]
    pieces = [piece for piece in pieces if piece.form != "none"]
    if not pieces:
        return Phrase()
    told = [piece for piece in pieces if piece.form != "pronoun"] or pieces
    last = told[-1]
    if last.kind == "person" and last.form == "nominal":
        return next((piece for piece in told if piece.form == "name" and piece.kind == "person"), last)
    return last


def _phrase(text: str, words: Words, known: Knowledge) -> Phrase:
    """One piece: a pronoun, several phrases joined, or a noun phrase with its appositions."""
    words = _trimmed(words)
    if not words:
        return Phrase()
    whole = Span(words[0].start, words[-1].end)
    if words[0].name is None and _pronominal(words) and not _told(words, known):
        return _with_pronoun(words, whole)
    parts = [part for group in conjuncts(words, known) if (part := referent(text, group, known)) is not None]
    if not parts:
        return Phrase()
    if len(parts) == 1:
        return replace(parts[0], span=whole)
    return Phrase(
        form="name" if all(part.form == "name" for part in parts) else "nominal",
        span=whole,
        head=parts[-1].head,
        head_span=parts[-1].head_span,
        number="plural",
        definiteness=parts[0].definiteness,
        kind="document" if all(part.kind == "document" for part in parts) else "group",
        parts=tuple(parts),
    )


def _trimmed(words: Words) -> Words:
    """The words without marks around them, and without the brackets of what an editor put in."""
    words = [word for word in words if word.text not in "[]"]
    start, end = 0, len(words)
    while start < end and not words[start].letters:
        start += 1
    while end > start and not words[end - 1].letters and words[end - 1].text not in ")%":
        end -= 1
    return words[start:end]


def _pronominal(words: Words) -> bool:
    """Whether a pronoun is what the phrase is about: "he", "one of them", "those who came", "she herself"."""
    known = lexicon()
    first = _pronoun(words[0])
    if first is None or (words[0].lower in ("us", "it") and words[0].text.isupper() and len(words) > 1):
        return False
    if len(words) == 1:
        return True
    after = words[1].lower
    if first in ("demonstrative", "indefinite"):
        small = known.small
        return after in small["preposition"] | small["relative"] | small["closing"] | small["finite"] | {
            ",",
            "else",
        }
    return (
        after in known.pronouns
        or words[1].text in PAUSES
        or after in known.small["relative"] | {"all", "both"}
    )


def _pronoun(word: Word) -> str | None:
    known = lexicon()
    return known.pronouns.get(word.lower) or ("indefinite" if word.lower in known.small["quantity"] else None)


def _told(words: Words, known: Knowledge) -> bool:
    """Whether an apposition names who is meant: "one of them, Ada Obi"."""
    part = noun_phrase(segments(words)[-1], known) if _pronoun(words[0]) == "indefinite" else None
    return part is not None and part.name is not None and part.body[0].start > words[0].start


def _with_pronoun(words: Words, whole: Span) -> Phrase:
    first = words[0]
    group = _pronoun(first)
    several = group in SEVERAL or first.lower in SEVERAL or first.lower in lexicon().small["quantity"]
    of = next((i + 1 for i, word in enumerate(words) if word.lower == "of"), 0)
    return Phrase(
        form="pronoun",
        span=whole,
        pronoun=group,
        head=first.lower,
        head_span=Span(first.start, first.end),
        number="plural" if several else "singular",
        gender="m" if group == "he" else "f" if group == "she" else None,
        definiteness="indefinite" if group == "indefinite" else "definite",
        of=Span(words[of].start, words[-1].end) if 0 < of < len(words) else None,
        kind="group" if several and group != "we" else "person" if group in PERSONAL else None,
        unnamed=group == "indefinite",
    )
