"""What is odd about the characters of a text, whichever way it came."""

import re
from collections.abc import Sequence

from onrecord.article import Flaw

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
NAMED = 10  # places that a flaw names before it says how many more there are

SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
# UTF-8 that was once read as Windows-1252 or Latin-1: â€œNo,â€ CafÃ©, Â£5. Not "SÃO" or "IRMÃ”".
MOJIBAKE = re.compile("â€.?|â\x80[\x80-\xbf]|Ã[\xa0-\xaa\xac-\xba\xbc-\xbf]|Â[\xa0-\xbf]")


def flaws_at(kind: str, places: Sequence[int], what: str, *, length: int = 1) -> tuple[Flaw, ...]:
    """One flaw for all the ``places`` where the same thing is odd, spanning the first; none for no place.

    One, since a damaged file has the same flaw a thousand times over and people read the first.

    >>> flaws_at("encoding", [3, 9], "Bytes read as Windows-1252")[0].detail
    'Bytes read as Windows-1252: 2, at 3, 9.'
    """
    if not places:
        return ()
    more = f" and {len(places) - NAMED} more" if len(places) > NAMED else ""
    named = ", ".join(map(str, places[:NAMED]))
    return (Flaw(kind, places[0], places[0] + length, f"{what}: {len(places)}, at {named}{more}."),)


def without_surrogates(text: str) -> tuple[str, tuple[Flaw, ...]]:
    """``text`` with U+FFFD for each half of a surrogate pair, so that it can be written anywhere.

    Such halves come out of JSON ("\\ud800") and of careless cuts through an emoji. No encoding can hold
    them, so the first step that stores the text would fail, far from the cause. Offsets stay as they were.

    >>> without_surrogates("Yes \\ud83d")[0]
    'Yes �'
    """
    places = [match.start() for match in SURROGATE.finditer(text)]
    if not places:
        return text, ()
    flaws = flaws_at("lone_surrogate", places, "Halves of surrogate pairs that became U+FFFD")
    return SURROGATE.sub(REPLACEMENT, text), flaws


def odd_characters(text: str) -> tuple[Flaw, ...]:
    """Control characters and spoiled encodings in ``text``. They are reported and left as they are.

    Mojibake is never repaired: the repair guesses, and a guess about a quotation is a misquotation.

    >>> odd_characters("â€œNo,â€ she said.")[0].detail
    'UTF-8 that was once read as Windows-1252, left as it is: 2, at 0, 6.'
    """
    control = [match.start() for match in CONTROL.finditer(text)]
    spoiled = [match.start() for match in MOJIBAKE.finditer(text)]
    return (
        *flaws_at("control_character", control, "Control characters, left as they are"),
        *flaws_at("mojibake", spoiled, "UTF-8 that was once read as Windows-1252, left as it is"),
    )
