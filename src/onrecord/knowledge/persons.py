"""Whether a name in an article is that of somebody in the tables."""

from onrecord.knowledge.facts import Term
from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.names import family_first, gender, particle, titles
from onrecord.knowledge.spelling import fold


def names_holder(known: Knowledge, name: str, term: Term) -> bool:
    """Whether ``name``, perhaps a surname with a title, can be the name of the one who held the term."""
    said = _words(titles(name)[1])
    wordings = (term.person, *known.names_of_person.get(term.person, ()))
    return bool(said) and any(_same(said, _words(wording), term.of) for wording in wordings)


def persons_named(known: Knowledge, name: str) -> tuple[str, ...]:
    """Everybody in the tables who shares a word with ``name``."""
    words = _words(titles(name)[1])
    found = (person for word in words for person in known.persons_with.get(word, ()))
    return tuple(dict.fromkeys(found))


def _words(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart: no initials, no particles."""
    words = fold(name).replace("-", " ").replace(".", " ").split()
    return tuple(word for word in words if len(word) > 1 and not particle(word))


def _same(said: tuple[str, ...], full: tuple[str, ...], of: str) -> bool:
    if not full:
        return False
    if len(full) == 1:
        return said[-1] == full[0]
    if len(said) == 1:
        return said[0] in full and _tells(said[0], full, of)
    return set(said) <= set(full) or set(full) <= set(said)


def _tells(word: str, full: tuple[str, ...], of: str) -> bool:
    """Whether one word of a name is enough: the family's name is, a first name is not."""
    return word == (full[0] if family_first(of) else full[-1]) or (word in full[1:] and gender(word) is None)
