"""One noun phrase with its appositions and clauses, as one referent."""

import re
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from onrecord.knowledge import Knowledge, gender
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.nounphrase import PAUSES, WITHIN, Definiteness, NounPhrase, noun_phrase, segments
from onrecord.read.phrases.nouns import (
    Gender,
    Number,
    lexicon,
    likely_kind,
    noun_gender,
    noun_kind,
    noun_number,
    singular,
)
from onrecord.read.phrases.unnamed import reason_for
from onrecord.read.phrases.wording import Word, wording
from onrecord.span import Span
from onrecord.statement import AgentKind

Form = Literal["pronoun", "name", "nominal", "none"]
Words = Sequence[Word]

UNKNOWN = Knowledge()
PARTY = re.compile(r"[A-Z]{1,4}[-–][A-Z]|\d")

SURNAME = "Xx"  # nobody's given name


class Phrase(Struct, frozen=True):
    """A noun phrase, analysed. Spans are of the article's text.

    ``name`` is the proper name of whoever the phrase refers to, never one inside a complement: "a lawyer for
    Ada Obi" has none. ``role`` is what the referent is called besides ("harbour master"), ``of`` the words
    for whom or what it belongs to and ``of_name`` the name in them. ``head`` is the noun, singular and in
    lower case, or the last word of the name. ``peoples`` are the countries of "Chilean" and the like.
    ``unnamed`` says that the phrase does not tell who it is ("a diplomat"), ``reason`` why. ``parts`` hold
    the phrases that "and" joins, if there are several referents.
    """

    form: Form = "none"
    span: Span | None = None
    pronoun: str | None = None
    head: str = ""
    head_span: Span | None = None
    number: Number = "singular"
    gender: Gender | None = None
    definiteness: Definiteness = "bare"
    name: Name | None = None
    role: Span | None = None
    of: Span | None = None
    of_name: Name | None = None
    peoples: tuple[str, ...] = ()
    kind: AgentKind | None = None
    unnamed: bool = False
    reason: Span | None = None
    parts: "tuple[Phrase, ...]" = ()


def referent(text: str, words: Words, known: Knowledge) -> Phrase | None:
    """A noun phrase with its appositions and clauses, as one referent."""
    parts = segments(words)
    first = noun_phrase(parts[0], known) if parts else None
    if first is None:
        return None
    found = _called(_described(_core(text, first), first), text, first, known)
    for segment in parts[1:]:
        found = _apposed(text, found, segment, first, known)
    return _unnamed(text, found, words)


def _called(found: Phrase, text: str, part: NounPhrase, known: Knowledge) -> Phrase:
    """With the name that is said outright: "a group **calling itself** Dawn"."""
    small, at = lexicon().small, 1
    if found.name or not part.tail or part.tail[0].lower not in small["naming"]:
        return found
    while at < len(part.tail) and part.tail[at].lower in small["between"]:
        at += 1
    told = noun_phrase(part.tail[at:], known)
    return _by_name(found, _core(text, told)) if told and told.name else found


def _core(text: str, part: NounPhrase) -> Phrase:
    """The phrase that a noun phrase is by itself."""
    head, named = part.head, part.name
    words = [word.text for word in part.body if word.start <= head.start]
    kind = _name_kind(named) if named else likely_kind(words)
    number: Number = "singular" if named else noun_number(head.text, kind)  # type: ignore[arg-type]
    several = kind in ("person", "organization") and number == "plural"
    return Phrase(
        form="name" if named else "nominal",
        head=head.text if named else singular(head.text),
        head_span=Span(head.start, head.end),
        number="collective" if named and kind == "organization" else number,
        gender=_gender(text, part),
        definiteness=part.definiteness,
        name=named,
        role=part.role_span,
        peoples=part.peoples,
        kind="group" if several else kind,
    )


def _name_kind(name: Name) -> AgentKind:
    return "person" if name.kind == "person" else "organization"


def _gender(text: str, part: NounPhrase) -> Gender | None:
    """By a noun ("spokeswoman"), a title or a given name; women too are chairmen."""
    genders = map(noun_gender, reversed(part.role_words))
    told = next((gender for gender in genders if gender), None)
    if told == "f" or part.name is None or part.name.kind != "person":
        return told
    titled = part.body[max(part.named - 1, 0)].start if part.role else part.name.start
    name = text[part.name.start : part.name.end]
    if len(name.split()) == 1:  # a surname, even if others are called so: Secretary Clinton
        return gender(f"{text[titled : part.name.start]} {SURNAME}") or told
    return gender(text[titled : part.name.end]) or gender(name) or told


def _described(found: Phrase, part: NounPhrase) -> Phrase:
    """With whom or what the referent belongs to: a possessor, a complement, or a name before the noun."""
    of, name = _owner(part) or _inner(part) or _complement(part.tail) or _before(part) or (None, None)
    return replace(found, of=of, of_name=name) if of and found.of is None else found


def _owner(part: NounPhrase) -> tuple[Span, Name | None] | None:
    """The possessor: "the mayor's", "her"."""
    if part.owner:
        words = part.body[: part.owner]
        return Span(words[0].start, words[-1].end), _last_name(words)
    first = part.body[0]
    if first.lower in lexicon().small["possessive"] and len(part.body) > 1:
        return Span(first.start, first.end), None
    return None


def _inner(part: NounPhrase) -> tuple[Span, Name | None] | None:
    """A complement before the name: "ambassador to **Chile** Ana Ruiz"."""
    return _complement(part.body[part.role[-1] + 1 : part.named]) if part.role else None


def _complement(tail: Words) -> tuple[Span, Name | None] | None:
    """What stands behind "of", "for" and the like, to the next clause or pause."""
    if len(tail) < 2 or tail[0].lower not in WITHIN:
        return None
    small, end = lexicon().small, 1
    stops = small["relative"] | small["closing"] | small["finite"] | (small["preposition"] - {"of", "for"})
    while end < len(tail) and (
        tail[end].name or (tail[end].lower not in stops and tail[end].text not in PAUSES)
    ):
        end += 1
    words = tail[1:end]
    return (Span(words[0].start, words[-1].end), _last_name(words)) if words else None


def _before(part: NounPhrase) -> tuple[Span, Name | None] | None:
    """A name that describes the noun: "a **Harbour Board** spokesman"."""
    stop = part.role[0] if part.role else 0
    name = _last_name(part.body[:stop])
    if name is None or name == part.name:
        return None
    return Span(name.start, name.end), name


def _last_name(words: Words) -> Name | None:
    return next((word.name for word in reversed(words) if word.name), None)


# appositions


def _apposed(text: str, found: Phrase, segment: Words, first: NounPhrase, known: Knowledge) -> Phrase:
    """With what an apposition adds: a name, or a role; ages, parties and clauses add nothing."""
    if (
        segment[0].lower
        in lexicon().small["relative"] | lexicon().small["preposition"] | lexicon().small["suffix"]
    ):
        return found
    if PARTY.match(text[segment[0].start : segment[-1].end]):
        return found
    part = noun_phrase(segment, known)
    if part is None:
        return found
    added = _described(_core(text, part), part)
    if part.name is None:
        return _in_role(found, added) if found.form == "name" else found
    if found.name is None and _fits(found, added, first):
        return _by_name(found, added)
    return _of_by_name(text, found, part.name)


def _in_role(found: Phrase, added: Phrase) -> Phrase:
    """A name with the role of its apposition: "Ada Obi, **the mayor**"."""
    if added.kind not in (None, found.kind) or found.role is not None or added.number == "plural":
        return found
    return replace(
        found,
        role=added.role,
        of=found.of or added.of,
        of_name=found.of_name if found.of else added.of_name,
        gender=found.gender or added.gender,
        peoples=found.peoples or added.peoples,
    )


def _by_name(found: Phrase, added: Phrase) -> Phrase:
    """A noun with the name of its apposition: "the mayor, **Ada Obi**", "the auditors, **Berg Obi**"."""
    body = found.kind == "organization" or found.number == "plural"
    return replace(
        found,
        form="name",
        head=added.head,
        head_span=added.head_span,
        name=added.name._replace(kind="organization") if body and added.name else added.name,
        kind="organization" if body else added.kind,
        number="collective" if body else added.number,
        gender=found.gender or added.gender,
        role=found.role or added.role,
    )


def _of_by_name(text: str, found: Phrase, name: Name) -> Phrase:
    """A complement with the name of its apposition: "a spokesman for the owner, **Blue Ferries**"."""
    if (
        found.of is None
        or found.of_name
        or found.of.end > name.start
        or _of_kind(text, found.of) != _name_kind(name)
    ):
        return found
    return replace(found, of=Span(found.of.start, name.end), of_name=name)


def _of_kind(text: str, of: Span) -> AgentKind | None:
    part = noun_phrase(wording(text, of), UNKNOWN)
    return noun_kind([word.text for word in part.body]) if part else None


def _fits(found: Phrase, added: Phrase, first: NounPhrase) -> bool:
    """Whether a name in apposition is the referent's, and not that of the complement before it.

    The kinds tell; where both fit, "the lawyer of the mayor, Ada Obi" names the lawyer and "a lawyer of the
    mayor, Ada Obi" the mayor.
    """
    if found.number == "plural":
        return found.kind == "group" and found.definiteness == "definite" and not first.tail
    if found.kind in ("document", "group"):
        return False
    if first.tail and found.of and not found.of_name and first.definiteness == "indefinite":
        inner = noun_phrase(first.tail[1:], UNKNOWN)
        if inner and noun_kind([word.text for word in inner.body]) == added.kind:
            return False
    return found.kind in (None, added.kind) or (found.kind in ("person", "organization") and not first.tail)


# nobody by name


def _unnamed(text: str, found: Phrase, words: Words) -> Phrase:
    """With why nobody is named, and whether the phrase leaves open who it is."""
    reason = reason_for(text, words)
    told = any(word.lower in lexicon().unnamed for word in words)
    one = found.kind == "person" and found.form == "nominal" and found.number == "singular"
    if not (reason or told or (one and found.definiteness in ("indefinite", "bare"))):
        return found
    if found.form == "name":
        return found
    return replace(found, unnamed=True, kind="unnamed" if one else found.kind, reason=reason)
