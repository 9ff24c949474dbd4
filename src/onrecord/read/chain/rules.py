"""The turns of phrase by which reporters say who passed words on: one table, in the order of trying.

Of several rules that give the same relation the first one counts.

``right`` of ``seen`` says how often the agent that a rule named belonged to the chain of the statement it was
given to, over the training readings (gold statements and speakers). Rules seen too rarely to judge stand for
phrases that the labelling guide names.
"""

import re
from typing import Literal, NamedTuple

from onrecord.read.chain.clauses import BLANK
from onrecord.read.chain.lexicon import either, words
from onrecord.statement import Relation

INTERVIEW, HOST = either(words("spoken", "interviews")), either(words("spoken", "hosts"))
WORDS = r"(?: [\w’'-]+)"


class Rule(NamedTuple):
    """What stands behind ``trigger`` (or before it, in ``BEHIND``) passed the words on.

    ``people``: whether it may be a person: none, those known to be interviewers here, or all. ``owned``: the
    frame is that cue's alone. ``close``: within a few words. ``aired``: a broadcast only.
    """

    name: str
    trigger: re.Pattern[str]
    relation: Relation
    right: int
    seen: int
    why: str
    people: Literal["none", "hosts", "all"] = "none"
    owned: bool = False
    close: bool = False
    aired: bool = False


def _re(trigger: str) -> re.Pattern[str]:
    return re.compile(trigger, re.IGNORECASE)


TELL = r"\b(?:tell|tells|told|telling)\b(?: the editors? of)?"
INTERVIEWED = (
    rf"\b(?:{INTERVIEW})\b(?:(?!translat)[^{BLANK}\n.;:]){{0,60}}? (?:with|to|on|for|by|at|in|of|from)\b"
)
SPEAK = (
    r"\b(?:speaks?|spoke|speaking|talks?|talked|talking|sat down|sit down|sitting down|appear(?:s|ed|ing)?|"
    rf"calls? in|calling in|went|joined)\b{WORDS}{{0,4}}? (?:to|with|on|for)\b"
)
SEEN = (
    r"\b(?:obtained|seen|published|reported|leaked|shown|quoted|released|reviewed|cited|ascribed|given)"
    rf"{WORDS}{{0,3}}? (?:by|to)\b"
)
REACHED = (
    r"\b(?:reached|asked|contacted|approached|pressed|questioned|interviewed|challenged)"
    rf"{WORDS}{{0,3}}? by\b"
)
REMARKS = (
    r"\b(?:statement|remarks|comments?|e-?mail|answers?|reply|questions?|meeting)\b"
    rf"{WORDS}{{0,3}}? (?:to|for|from|with)\b"
)
CREDIT = r"\b(?:according to|as (?:first )?(?:reported|quoted|cited) (?:by|in))\b"
BROADCAST = r"\b(?:broadcast|episode|edition|instal?lment|taping|airing) of\b"
WROTE = rf"\b(?:wrote|writes|writing|written)\b{WORDS}{{0,3}}? (?:in|for)\b"
TO = r"(?<!according )\bto\b"
TRANSLATED = rf"\btranslat\w+{WORDS}{{0,3}}? by\b"
AN_INTERVIEW = rf"[’']?s?{WORDS}{{0,2}}? (?:{INTERVIEW})\b"
REPORTS = r" (?:has |had )?(?:reports?|reported|quoted)\b"
ASKS = r" (?:has |had )?(?:asked|interviewed|pressed|questioned|reached|contacted|caught up with)\b"

VENUE: Relation = "in_interview_with"
AHEAD = (
    Rule("told", _re(TELL), VENUE, 104, 110, "told the Courier, told host Ada Obi", "hosts", owned=True),
    Rule("to", _re(TO), VENUE, 11, 11, "confirmed to the Courier", "hosts", owned=True, close=True),
    Rule("interview", _re(INTERVIEWED), VENUE, 41, 47, "in an interview with the Courier", "all"),
    Rule("speaking", _re(SPEAK), VENUE, 11, 11, "speaking on Radio Lindos", "hosts"),
    Rule("broadcast of", _re(BROADCAST), VENUE, 0, 0, "on Friday's broadcast of “Glass”"),
    Rule("on", _re(r"\bon\b"), VENUE, 15, 20, "said on “Glass”", close=True, aired=True),
    Rule("remarks to", _re(REMARKS), VENUE, 3, 5, "said in a statement to the Courier"),
    Rule("reached by", _re(REACHED), VENUE, 3, 5, "asked by the Courier whether", "hosts"),
    Rule("seen by", _re(SEEN), "reported_by", 13, 14, "according to minutes seen by the agency"),
    Rule("according to", _re(CREDIT), "reported_by", 1, 1, "he has resigned, according to the Courier"),
    Rule("translated by", _re(TRANSLATED), "translated_by", 3, 4, "in remarks translated by the agency"),
    Rule("wrote in", _re(WROTE), "published_by", 3, 3, "wrote in the Courier", owned=True),
)
BEHIND = (
    Rule("X interview", _re(AN_INTERVIEW), VENUE, 7, 12, "in a Courier interview"),
    Rule("X asked", _re(ASKS), VENUE, 1, 1, "The Courier asked Ms Obi whether"),
    Rule("X reported", _re(REPORTS), "reported_by", 14, 14, "the Courier quoted a guard as saying"),
)
INTERPRETED = re.compile(
    r"\bthrough (?P<who>(?:an?|the|his|her|their) (?:[\w-]+ ){0,2}?(?:interpreter|translator)"
    r"(?: from [\w -]{2,40})?)\b"
)
