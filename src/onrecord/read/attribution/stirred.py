"""Hopes and fears that somebody stirs or quiets: "the governor cooled hopes of a cut" tells of others' hopes.

The network reads a noun of hoping as a cue, and whoever stands before it as who hopes. Whose hopes they are
is not said in such a sentence, so that nobody is taken to hope there.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.read.network.link import Candidate

QUIET = (
    "cool(?:s|ed|ing)?|damp(?:s|ed|ing|en(?:s|ed|ing)?)?|dash(?:es|ed|ing)?|deflat(?:es?|ed|ing)|"
    "temper(?:s|ed|ing)?|shatter(?:s|ed|ing)?|crush(?:es|ed|ing)?|quash(?:es|ed|ing)?|eas(?:es?|ed|ing)|"
    "calm(?:s|ed|ing)?|allay(?:s|ed|ing)?|sooth(?:es?|ed|ing)|dispel(?:s|led|ling)?|"
    "dismiss(?:es|ed|ing)?|play(?:s|ed|ing)? down|pour(?:s|ed|ing)? cold water on"
)
STIR = (
    "fuel(?:s|l?ed|l?ing)?|fan(?:s|ned|ning)?|feed(?:s|ing)?|fed|stok(?:es?|ed|ing)|stir(?:s|red|ring)?|"
    "lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|heighten(?:s|ed|ing)?|spark(?:s|ed|ing)?|prompt(?:s|ed|ing)?|"
    "trigger(?:s|ed|ing)?|reviv(?:es?|ed|ing)|rekindl(?:es?|ed|ing)|kindl(?:es?|ed|ing)"
)
RAISE = "rais(?:es?|ed|ing)"  # to raise fears may be to voice them
OTHERS = r"(?:(?:the|any|some|their|his|her|its|earlier|early|fresh|new|widespread|growing) ){0,2}"
MOVED = re.compile(
    rf"\b(?:(?:{QUIET}|{STIR}) {OTHERS}(?:hopes?|fears?|expectations?|speculation)|"
    rf"{RAISE} {OTHERS}(?:hopes?|expectations?|speculation))\b",
    re.IGNORECASE,
)


def unstirred(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates whose cue is no hope or fear that somebody only stirs or quiets.

    >>> from onrecord.span import Span
    >>> told = "The mayor dashed hopes of a pool."
    >>> cue, content = Span(17, 22), Span(26, 32)
    >>> list(unstirred(told, [Candidate(1.0, (Span(0, 9),), (cue,), (content,))]))
    []
    """
    moved = [match.end() for match in MOVED.finditer(text)]
    for one in found:
        if not any(span.start < end <= span.end for span in one.cue for end in moved):
            yield one
