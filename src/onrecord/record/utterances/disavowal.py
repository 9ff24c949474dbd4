"""Whether a statement takes back words: "she never said that", and not "he did not say whether"."""

import re
from functools import lru_cache

SAY = (
    r"(?:sa(?:y|id)|claim|told|tell|promis|announc|suggest|declar|call|ma[dk]e|use|utter|rul"
    r"|threaten|vow|accus)\w*"
)
NEVER_SAID = re.compile(rf"\b(?:never|not|n[’']t)\s(?:\w+\s)?{SAY}|\bno\ssuch\b", re.IGNORECASE)
OPEN = re.compile(
    r"\W*(?:whether|if|when|what|which|where|who|whom|how|why|much|more|anything)\b", re.IGNORECASE
)
DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disavow\w*|disown\w*)\b", re.IGNORECASE)
# What is denied: words, by whoever says to have heard or read them.
SAID = (
    r"(?:said|saying|told|telling|promised|promising|announced|announcing|threatened|threatening|claimed|claiming"
    r"|called|calling|suggested|suggesting|(?:made|making)\s(?:the|such|any|that)\s(?:an?\s)?(?:remark|statement|comment|promise|offer|threat)s?)"
)
SAYING = re.compile(
    rf"\W*(?:(?:that\s)?(?:he|she|they|it)\s(?:(?:had|has|have|ever)\s){{0,2}}{SAID}\b"
    rf"|(?:that\s)?(?:the|her|his|their)\s\w+\s(?:had|has|have)\s(?:ever\s)?{SAID}\b"
    rf"|(?:ever\s)?(?:having\s)?(?:ever\s)?{SAID}\b"
    r"|(?:(?:an?|the|that|those|such|all|any|press|media|newspaper|news)\s){0,3}"
    r"(?:reports?|story|stories|quotations?|quotes?|remarks?)\b)",
    re.IGNORECASE,
)
UNTRUE = r"(?:invented|made\sup|fabricated|fake|false|untrue|(?:an?\s)?(?:invention|fabrication|forgery))"
WORDS = r"(?:quotation|quote|remark|statement|comment|word|interview)s?"
SELF = r"(?:i|we|he|she|they|(?:the|her|his|my)\s\w+)"
OWN = r"(?:my|our|her|his|their)"
PRESS = (
    r"(?:newspaper|paper|reporter|journalist|magazine|station|channel|website|outlet|agency|correspondent)"
)
TAKES_BACK = re.compile(
    rf"\b{SELF}\s(?:(?:have|has|had)\s)?never\s(?:ever\s)?(?:said|told|promised|uttered|(?:made|used)\s(?:such|any|those|these|that|this|the\s{WORDS}))\b"
    rf"|\b{SELF}\s(?:did\snot|didn[’']t|(?:have|has|had)\snot|(?:have|has|had)n[’']t)\s(?:ever\s)?(?:say|said|make|made|use|used)\s"
    r"(?:that|this|so|it|any\ssuch|those|these|such)\b"
    rf"|\b{WORDS}\b[^.]{{0,100}}?\b(?:was|were|is|are|had\sbeen)\s(?:\w+\s)?{UNTRUE}\b"
    r"|\bsaid\s(?:no\ssuch|nothing\sof\sthe)\b|\bno\ssuch\s(?:words?|remarks?|statements?|promises?)\b"
    rf"|\b(?:were|are|was|is)\s(?:never|not)\s{OWN}\s(?:own\s)?words\b"
    rf"|\bnever\s{OWN}\swords\b"
    rf"|\bnot\sspoken\sto\s(?:that|the|this|any)\s{PRESS}\b|\bnever\sspok\w+\sto\s(?:that|the|this|any)\s{PRESS}\b"
    r"|\b(?:been|was|were)\s(?:misquoted|quoted\swrongly)\b|\bwords\s(?:were\s)?put\sin(?:to)?\s\w+\smouth\b",
    re.IGNORECASE,
)
VERSION = r"(?:earlier|previous|prior|original|first)\s(?:version|edition|headline)"
EARLIER = re.compile(rf"\b{VERSION}\b", re.IGNORECASE)
WRONG = re.compile(
    rf"\b(?:{VERSION}|originally|previously|incorrectly|wrongly"
    r"|mistakenly|erroneously|misquoted|misstated|we\s(?:said|reported|quoted|wrote|stated))\b",
    re.IGNORECASE,
)
NOTICE = re.compile(
    r"^\W*(?:corrections?|clarifications?|errat(?:um|a)|apolog(?:y|ies)|for\sthe\srecord|setting\sthe\srecord\sstraight)\b",
    re.IGNORECASE,
)
PUBLISHER = re.compile(
    r"\b(?:we|our|this\s(?:newspaper|paper|website|article)|an?\s(?:article|report|story))\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"\b(?:quoted|reported|said|wrote|stated|attributed|misquoted)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?;]['\"”’)]*\s")
LONGEST = 300  # characters of a content that are read
NEAR = 60  # characters of a content that are read with its cue
# One of these stands in whatever takes back; to look for them is far faster.
HINTS = (
    "never ", " not ", "n't ", "n’t ", "no such", "nothing of", "quoted", "words",
    "invent", "made up", "fabricat", "fake", "false", "untrue", "forgery",
)  # fmt: skip
REMEMBERED = 1 << 13  # contents: each is asked for with its statement and with each of its claims


def disavowed(cue: str, text: str) -> bool:
    """Whether a negated cue and its content say that somebody never said so.

    >>> disavowed("never said", "that it would close"), disavowed("did not say", "whether it would")
    (True, False)
    >>> disavowed("did not mention", "the talks")
    False
    """
    return bool(NEVER_SAID.search(cue)) and not OPEN.match(text)


@lru_cache(maxsize=REMEMBERED)
def takes_back(cue: str, text: str) -> bool:
    """Whether the words themselves, or a cue of denying, say that somebody never said so.

    >>> takes_back("said", "“I said no such thing”"), takes_back("denied", "having said that it would close")
    (True, True)
    >>> takes_back("denied saying", "that it would close"), takes_back("said", "the quote had been made up")
    (True, True)
    >>> takes_back("denied", "that the port would close"), takes_back("said", "she had never seen the port")
    (False, False)
    >>> takes_back("denied", "that the mayor had promised a bridge")
    True
    """
    told = text[:LONGEST]
    plain = f" {cue} {' '.join(told.split())} ".lower()
    hinted = any(hint in plain for hint in HINTS)
    if hinted and (TAKES_BACK.search(told) or TAKES_BACK.search(f"{cue} {told[:NEAR]}")):
        return True
    denied = DENIED.search(cue)
    return bool(denied and SAYING.match(f"{cue[denied.end() :]} {told}"))


def misreported(source: str, text: str, note: str = "") -> bool:
    """Whether a correction tells words as what was reported wrongly, and not as what is right.

    >>> note = "An earlier version of this article said that the port would close. Roos said that it might."
    >>> misreported("Roos", "that the port would close", note), misreported("Roos", "that it might", note)
    (True, False)
    >>> misreported("An earlier version of this report", "that the port would close")
    True
    """
    if EARLIER.search(source):
        return True
    if not note:
        return False
    words = max((" ".join(piece.split()) for piece in text.split(" … ")), key=len)
    before, found, _ = note.partition(words)
    return bool(words and found and WRONG.search(SENTENCE.split(before)[-1]))


def rectified(source: str, cue: str, heading: str) -> bool:
    """Whether a publisher tells in a notice of its own what it reported wrongly.

    >>> rectified("we … the mill owner", "quoted … as saying", "Corrections and clarifications")
    True
    >>> rectified("the mill owner", "said", "Corrections and clarifications")
    False
    """
    return bool(NOTICE.search(heading) and PUBLISHER.search(source) and QUOTED.search(cue))
