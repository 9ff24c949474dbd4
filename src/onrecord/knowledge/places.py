"""What names a country and its government: "U.S.", "Britain's", "Ivorian", "Moscow", "the Kremlin"."""

from onrecord.knowledge.facts import Body, Naming, Seat
from onrecord.knowledge.known import Knowledge
from onrecord.knowledge.spelling import fold, owner, straight
from onrecord.knowledge.words import ministry

SHORT = 4  # letters: in an abbreviation of so few every capital counts, or "us" would be a country


def place(known: Knowledge, words: str) -> Naming | None:
    """The country or region that ``words`` name, as a name, a people or a capital.

    >>> from onrecord.knowledge import shipped
    >>> found = place(shipped(), "Ghanaian")
    >>> found.place.name, found.form
    ('Ghana', 'people')
    """
    text = straight(words)
    for form in (text, owner(text)):
        for naming in known.namings.get(fold(form), ()):
            if cased_alike(naming.wording, form):
                return naming
    return None


def country(known: Knowledge, words: str) -> str | None:
    """The name of the place for a name or a people, and nothing for a capital.

    >>> from onrecord.knowledge import shipped
    >>> country(shipped(), "U.S."), country(shipped(), "us"), country(shipped(), "Moscow")
    ('United States', None, None)
    """
    found = place(known, words)
    return found.place.name if found and found.form != "capital" else None


def seat(known: Knowledge, words: str) -> Seat | None:
    """The institution or government that ``words`` stand for; a capital stands for its country's government.

    >>> from onrecord.knowledge import shipped
    >>> kremlin = seat(shipped(), "the Kremlin")
    >>> kremlin.body, kremlin.office, kremlin.of
    ('Kremlin', 'president', 'Russia')
    """
    text = straight(words)
    for form in (text, owner(text)):
        for wording, found in known.bodies_named.get(fold(form), ()):
            if cased_alike(wording, form):
                return _seat(found, wording)
    naming = place(known, words)
    if naming is None or naming.form != "capital":
        return _ministry(known, text)
    held = naming.place
    return Seat(held.name, held.within or held.name, held.top, held.name, metonym=True)


def body(known: Knowledge, words: str) -> str | None:
    """The name of the institution that ``words`` name, by itself or by its seat.

    >>> from onrecord.knowledge import shipped
    >>> body(shipped(), "Turtle Bay"), body(shipped(), "the European Commission")
    ('United Nations', 'European Commission')
    """
    found = seat(known, words)
    return found.body if found and found.body in known.body_of_name else None


def cased_alike(wording: str, text: str) -> bool:
    """Whether ``text`` has the capitals of a name: all of them in an abbreviation, one in a word.

    >>> cased_alike("US", "Us"), cased_alike("Ghana", "GHANA"), cased_alike("Chad", "chad")
    (False, True, False)
    """
    letters = wording.replace(".", "")
    if len(letters) <= SHORT and letters.isupper():
        return letters in text.replace(".", "")
    return text != text.lower() or wording == text


def _ministry(known: Knowledge, text: str) -> Seat | None:
    """A country's ministry: "Ghanaian Foreign Ministry", "government of Ghana"."""
    words = text.removeprefix("the ").removeprefix("The ").split()
    for cut in range(1, len(words)):
        before, after = " ".join(words[:cut]), " ".join(words[cut:])
        if words[cut] in {"of", "in"}:
            kind, where = ministry(before), country(known, " ".join(words[cut + 1 :]))
        else:
            kind, where = ministry(after), country(known, before)
        if kind and where:
            return Seat(f"{kind[0]} of {where}", where, kind[1], where, metonym=False)
    return None


def _seat(found: Body, wording: str) -> Seat:
    return Seat(found.name, found.country, found.office, found.of, wording in found.seats)
