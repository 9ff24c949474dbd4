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
SAYING = re.compile(
    r"\W*(?:(?:ever\s)?(?:having\s)?(?:ever\s)?(?:said|saying|told|telling|promised|promising|made|making\s(?:the|such|any)|announced)\b"
    r"|(?:(?:an?|the|that|those|such|all|any|press|media|newspaper|news)\s){0,3}"
    r"(?:reports?|story|stories|quotations?|quotes?|remarks?)\b)",
    re.IGNORECASE,
)
SELF = r"(?:i|we|he|she|they|(?:the|her|his|my)\s\w+)"
OWN = r"(?:my|our|her|his|their)"
PRESS = (
    r"(?:newspaper|paper|reporter|journalist|magazine|station|channel|website|outlet|agency|correspondent)"
)
TAKES_BACK = re.compile(
    rf"\b{SELF}\s(?:(?:have|has|had)\s)?never\s(?:ever\s)?(?:said|told|promised|spoke|made|used|uttered)\b"
    rf"|\b{SELF}\s(?:did\snot|didn[’']t|(?:have|has|had)\snot|(?:have|has|had)n[’']t)\s(?:ever\s)?(?:say|said|make|made|use|used)\s"
    r"(?:that|this|so|it|any\ssuch|those|these|such)\b"
    r"|\bsaid\s(?:no\ssuch|nothing\sof\sthe)\b|\bno\ssuch\s(?:words?|remarks?|statements?|promises?)\b"
    rf"|\b(?:were|are|was|is)\s(?:never|not)\s{OWN}\s(?:own\s)?words\b"
    rf"|\bnever\s{OWN}\swords\b"
    rf"|\bnot\sspoken\sto\s(?:that|the|this|any)\s{PRESS}\b|\bnever\sspok\w+\sto\s(?:that|the|this|any)\s{PRESS}\b"
    r"|\b(?:been|was|were)\s(?:misquoted|quoted\swrongly)\b|\bwords\s(?:were\s)?put\sin(?:to)?\s\w+\smouth\b",
    re.IGNORECASE,
)
LONGEST = 300  # characters of a content that are read
# One of these stands in whatever takes back; to look for them is far faster.
HINTS = ("never ", " not ", "n't ", "n’t ", "no such", "nothing of", "quoted", "words")
REMEMBERED = 1 << 12  # contents: each is asked for with its statement and with each of its claims


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
    >>> takes_back("denied", "that the port would close"), takes_back("said", "she had never seen the port")
    (False, False)
    """
    told = text[:LONGEST]
    plain = f" {' '.join(told.lower().split())} "
    if any(hint in plain for hint in HINTS) and TAKES_BACK.search(told):
        return True
    return bool(DENIED.search(cue) and SAYING.match(told))
