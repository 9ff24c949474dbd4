"""What kind of event a trigger stands for: the entry of the lexicon that its words and its parts fit."""

from onrecord.read.events.kinds import Entry, kind, kinship, nouns_of, of_noun, of_verb
from onrecord.read.events.participants import Parts
from onrecord.read.events.sentence import Sentence, is_one, small
from onrecord.read.events.who import Who
from onrecord.read.phrases.nouns import lexicon, noun_kind

ALIVE = ("person", "organization", "group")


def kind_of(s: Sentence, parts: Parts, who: Who) -> str | None:
    """The name of the kind of event; None where no entry fits."""
    entry = next((entry for entry in _entries(s, parts) if _fits(s, entry, parts, who)), None)
    if entry is None:
        return None
    return _narrowed(s, entry, parts) if any(item[:1] == "@" for item in entry.items) else entry.kind


def _fits(s: Sentence, entry: Entry, parts: Parts, who: Who) -> bool:
    """Whether somebody does it, to somebody where it takes two.

    What things do is of no kind but those of accidents: bombs go off, a quarrel does not "attack". An entry
    of several words is sure enough by itself. What begins or is off is the event itself, and no actor.
    """
    if entry.group == "nouns" and is_one(s.said(parts.at), "aspect"):
        return True
    if entry.group == "persons":
        told = parts.others or (parts.passive and parts.before is not None)
        return bool(told) and not _lifeless(s, parts)
    if entry.group == "bodies":
        return _by_body(parts, who)
    active = not parts.noun and not parts.passive and len(entry.items) == 1
    return not (active and _lifeless(s, parts)) or kind(entry.kind).any_actor


def _narrowed(s: Sentence, entry: Entry, parts: Parts) -> str:
    """The kind of a verb's object where that is a narrower one: "signed a *treaty*"."""
    phrases = [phrase for _, phrase in parts.behind] + ([parts.before] if parts.before else [])
    named = (noun.kind for phrase in phrases for noun in nouns_of(s, *phrase))
    return next((name for name in named if kinship(name, entry.kind) == "narrower"), entry.kind)


def _by_body(parts: Parts, who: Who) -> bool:
    """Whether a country, a body or a group acts on something."""
    acting = any(who.index.agents[a].kind in ("organization", "group") for a in parts.actors)
    return acting and any(not preposition for preposition, _ in parts.behind)


def _lifeless(s: Sentence, parts: Parts) -> bool:
    """Whether the subject is a thing: not somebody who takes part, nor "they", "the two", "the sides"."""
    if parts.before is None or (parts.others if parts.passive else parts.actors):
        return False
    words = [s.written(i) for i in range(*parts.before)]
    last = words[-1].lower()
    return not (last in lexicon().pronouns or last in small("determiner") or noun_kind(words) in ALIVE)


def _entries(s: Sentence, parts: Parts) -> list[Entry]:
    """Those of the trigger's own words; else of the object of a small word ("held talks", "in contact")."""
    if s.said(parts.at) in small("preposition"):
        return list(nouns_of(s, parts.at + 1, parts.at + 3))[:1] or _subject(s, parts)
    noun = of_noun(s, parts.at)
    nouns = [noun] if noun else []
    if parts.noun:
        return nouns
    found = of_verb(s, parts.at, parts.before, passive=parts.passive)
    if found:
        return found
    if is_one(s.said(parts.at), "light"):
        direct = next((phrase for preposition, phrase in parts.behind if not preposition), (0, 0))
        return list(nouns_of(s, *direct))[:1] or _subject(s, parts)
    return nouns or (_subject(s, parts) if is_one(s.said(parts.at), "aspect") else [])


def _subject(s: Sentence, parts: Parts) -> list[Entry]:
    """The kind of what begins, goes on or is off: "the talks are to start on Friday"."""
    if parts.before is None or not is_one(s.said(parts.at), "aspect"):
        return []
    return list(nouns_of(s, *parts.before))[-1:]
