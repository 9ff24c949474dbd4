"""What a role phrase says: "the German chancellor's spokesman" speaks for a chancellor, of Germany."""

from msgspec import Struct

from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.outlets import outlet
from onrecord.knowledge.phrase import (
    apposed,
    head,
    leading_name,
    link,
    modified,
    noun_at,
    parted,
    possessor,
)
from onrecord.knowledge.places import place, seat
from onrecord.knowledge.spelling import fold, owner, straight
from onrecord.knowledge.words import listed, ministry

MOST_WORDS = 40  # of a phrase: what is longer is a sentence
MOST_NAMED = 10  # words of the name of an institution
LOCAL = frozenset(
    {"mayor", "deputy mayor", "police chief", "cleric"}
)  # a city's own: London is no country here


class Role(Struct, frozen=True):
    """An office or a trade, of somebody or something, as a phrase names it.

    ``of`` is the country or institution by the name of the tables where they know it (``found``), else the
    words as they stand. ``principal`` is the role of whoever a spokesperson speaks for, if that is a role.
    """

    office: str
    of: str = ""
    modifiers: tuple[str, ...] = ()
    speaks: bool = False
    principal: "Role | None" = None
    name: str = ""
    found: bool = False

    @property
    def title(self) -> str:
        """The office with "deputy" before it, as the tables list it: a deputy is not the minister."""
        return f"deputy {self.office}" if "deputy" in self.modifiers else self.office


def role(known: Knowledge, phrase: str) -> Role | None:
    """The role that a noun phrase names, with the name beside it; None where no role is named.

    >>> from onrecord.knowledge import shipped
    >>> found = role(shipped(), "the former French foreign minister")
    >>> found.office, found.of, found.modifiers
    ('foreign minister', 'France', ('former',))
    >>> role(shipped(), "the German chancellor's spokesman").principal.of
    'Germany'
    """
    words = parted(straight(phrase))
    return _role(known, words) if len(words) <= MOST_WORDS else None


def _role(known: Knowledge, words: list[str]) -> Role | None:
    linked = link(words)
    front, behind = (words[:linked], words[linked + 1 :]) if linked else (words, [])
    found = _front(known, front)
    if found is None or not behind:
        return found
    if found.office == "ambassador" and words[linked] == "to" and (found.found or not found.of):
        return _posted(known, found, behind)
    return _complement(known, found, behind)


def _front(known: Knowledge, words: list[str]) -> Role | None:
    """A role without a complement: "Ukraine's new prime minister", "Fed chair", "President Ayla Duman"."""
    cut = possessor(words)
    if cut:
        found = _front(known, words[cut:])
        return found and _owned(known, found, [*words[: cut - 1], owner(words[cut - 1])])
    place_of_noun = head(words)
    if place_of_noun is None:
        return None
    start, size = place_of_noun
    held, _ = noun_at(words, start)
    if held is None:
        return None
    named_before, before = apposed(words[:start])
    modifiers, rest = modified(before)
    of, found_of = _of(known, rest[-MOST_NAMED:], held.office)
    name = leading_name(words[start + size :]) or named_before
    return Role(held.office, of, modifiers, held.group == "speaks", None, name, found_of)


def _of(known: Knowledge, words: list[str], office: str) -> tuple[str, bool]:
    """The country or institution among the words before a noun; else the words with capitals."""
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            found = named(known, " ".join(words[start : start + size]), office)
            if found:
                return found, True
    return " ".join(word for word in words if word[:1].isupper() or word in listed("tails")), False


def named(known: Knowledge, phrase: str, office: str = "") -> str | None:
    """The country, institution, ministry or other thing with offices that the whole phrase names.

    A capital stands for its government, but not for an office of the town itself.
    """
    governed = known.governed.get(fold(owner(phrase)))
    if office in LOCAL:
        return governed
    stands = seat(known, phrase)
    if stands:
        return stands.body
    naming = place(known, phrase)
    kind = ministry(phrase)
    found = outlet(known, phrase)
    name = naming.place.name if naming else kind[0] if kind else governed
    return name or (found.name if found and found.name in phrase else None)


def _owned(known: Knowledge, found: Role, words: list[str]) -> Role:
    """``found``, belonging to what the words before its possessive name: a country, a role or a person."""
    whole = named(known, " ".join(words), found.office)
    if whole and ministry(found.of):
        return _with(found, f"{found.of} of {whole}", known_of=True)
    if whole or found.of:
        return _with(
            found, found.of if found.found else whole or found.of, known_of=bool(whole) or found.found
        )
    principal = _role(known, words)
    return _of_role(found, principal) if principal else _of_somebody(found, words)


def _complement(known: Knowledge, found: Role, words: list[str]) -> Role:
    """``found`` with what stands behind its "of" or "for", up to a comma: a role, or what has a name."""
    end = words.index(",") if "," in words else len(words)
    behind = leading_name(words[end + 1 :])
    principal = _role(known, words[:end]) if not named(known, " ".join(words[:end]), found.office) else None
    if principal:
        return _named(_of_role(found, principal), found.name or behind)
    for size in range(min(end, MOST_NAMED), 0, -1):
        whole = named(known, " ".join(words[:size]), found.office)
        if whole:
            of = found.of if found.found else whole
            return _named(
                _with(found, of, known_of=True), found.name or leading_name(words[size:end]) or behind
            )
    return _named(_of_somebody(found, words[:end]), found.name or behind)


def _posted(known: Knowledge, found: Role, words: list[str]) -> Role:
    """An ambassador, whose office is where he is sent: "US ambassador to Ghana" is of the United States."""
    sent = _complement(known, Role(found.office, name=found.name), words)
    office = f"{found.office} to {sent.of}" if sent.of else found.office
    return Role(office, found.of, found.modifiers, found.speaks, None, sent.name, found.found)


def _of_role(found: Role, principal: Role) -> Role:
    """``found``, of another role, whose country is then his: "the chancellor's spokesman"."""
    of, known_of = principal.of, principal.found
    return Role(found.office, of, found.modifiers, found.speaks, principal, found.name, known_of)


def _of_somebody(found: Role, words: list[str]) -> Role:
    """``found``, of a person or firm with a name."""
    of = leading_name(modified(words)[1])
    return _with(found, of or found.of, known_of=found.found and not of)


def _with(found: Role, of: str, *, known_of: bool) -> Role:
    return Role(found.office, of, found.modifiers, found.speaks, found.principal, found.name, known_of)


def _named(found: Role, name: str) -> Role:
    return Role(found.office, found.of, found.modifiers, found.speaks, found.principal, name, found.found)
