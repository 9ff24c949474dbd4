"""Whether an event is spoken of as what may or will be, as what was, or as what was not."""

import re
from collections.abc import Iterable

from onrecord.span import Span

NEAR = 40  # characters before a trigger in which its auxiliaries and negation stand
FAR = 120  # characters behind a noun, which may have a long tail before its verb
# Small letters: May is a month, and Will somebody's name.
OPEN = re.compile(
    r"\b(?:(?-i:will|WILL|may|MAY)|would|shall|might|can|could|should|must|(?<!according\s)to|if|whether|plan\w*|rul\w{1,4}\sout"
    r"|expect\w*|due|scheduled|hope\w*|about|before|ahead\sof)\b|['’]ll\b",
    re.IGNORECASE,
)
COMING = re.compile(
    r"^(?:(?!,|\b(?:which|who|that)\b|\b\w{2,}ed\b)[^.;:!?\n]){0,80}?\b(?:(?-i:will|WILL|may|MAY)|would|could|might"
    r"|can\snot|cannot"
    r"|(?:is|was|were|are)\s(?:not\s)?(?:planned|scheduled|due|possible|likely|expected|ruled\sout|excluded"
    r"|o(?:n|ff)\sthe\stable))\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:not|never|no|nor|without|failed\sto|called\soff|cancel\w+)\b|n[’']t\b", re.IGNORECASE
)
DROPPED = re.compile(
    r"\s(?:was|were|has\sbeen|have\sbeen)\s(?:called\soff|cancel|abandoned|scrapped)", re.IGNORECASE
)
EDGE = re.compile(r"[.;:!?\n]")


def ahead(text: str, trigger: Span) -> bool:
    """Whether what stands at a trigger is yet to come, or only possible.

    >>> text = "The two ministers may meet in Vell."
    >>> ahead(text, Span(22, 26)), ahead("The two met in Vell.", Span(8, 11))
    (True, False)
    """
    return bool(OPEN.search(_before(text, trigger)) or COMING.search(_behind(text, trigger)))


def denied(text: str, trigger: Span) -> bool:
    """Whether what stands at a trigger is said not to be.

    >>> denied("There will be no strike this winter.", Span(17, 23))
    True
    """
    return DENIED.search(_before(text, trigger)) is not None


def told(text: str, triggers: Iterable[Span]) -> bool | None:
    """What an article says of an event at triggers in its own voice: True that it was, False that it was not.

    None where it says neither: what will or may be has not been.

    >>> told("The two ministers did not meet in Vell on Friday.", [Span(26, 30)])
    False
    """
    for trigger in triggers:
        before = _before(text, trigger)
        if DENIED.search(before) or DROPPED.match(_behind(text, trigger)):
            return False
        if not OPEN.search(before):
            return True
    return None


def _before(text: str, trigger: Span) -> str:
    return EDGE.split(Span(max(trigger.start - NEAR, 0), trigger.start).of(text))[-1]


def _behind(text: str, trigger: Span) -> str:
    return EDGE.split(text[trigger.end : trigger.end + FAR])[0]
