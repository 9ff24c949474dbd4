"""Is a text English? A cheap answer, for a flaw and not for sorting a web crawl."""

import re

from onrecord.article import Flaw
from onrecord.ingest.lexicon import words

ENOUGH_WORDS = 25
SEEN = 20_000  # code points read: the language of an article does not change after its third page
LEAST_SHARE = 0.09  # of function words; English news has .13 to .4, its neighbours up to .05

WORD = re.compile(r"[^\W\d_]+")
FUNCTION_WORDS = words("english")


def looks_english(text: str) -> bool | None:
    """Whether ``text`` has the small words that no English sentence can do without; None for too little text.

    >>> looks_english("Yes.") is None
    True
    """
    spoken = [word.lower() for word in WORD.findall(text[:SEEN])]
    letters = sum(map(len, spoken))
    foreign = sum(not letter.isascii() for word in spoken for letter in word)
    if letters >= ENOUGH_WORDS and foreign > 0.3 * letters:
        return False  # another script, some of which have no spaces and so hardly any words
    if len(spoken) < ENOUGH_WORDS:
        return None
    return sum(word in FUNCTION_WORDS for word in spoken) >= LEAST_SHARE * len(spoken)


def language_of(text: str, given: str | None) -> tuple[str | None, tuple[Flaw, ...]]:
    """The language of ``text`` as given, or else "en" where it looks English; and a flaw where it is not.

    onrecord reads English. It reads the rest as well as it can, which is badly, and the flaw says so.
    """
    english = looks_english(text) if given is None else given.lower().startswith("en")
    if given is None and english:
        return "en", ()
    if english is None or english:
        return given, ()
    found = "This does not look like English" if given is None else f"The language is said to be {given!r}"
    return given, (Flaw("not_english", 0, 0, f"{found}; onrecord reads English, so expect little of this."),)
