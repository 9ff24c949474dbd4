"""Whether one article is a copy of another one: rules over their likeness, each number with its reason."""

from typing import Literal

from msgspec import Struct

from onrecord.record.same.imprint import same_item, same_outlet
from onrecord.record.same.lexicon import count, number
from onrecord.record.same.likeness import Likeness, compared
from onrecord.record.same.shingles import Sketch

Kind = Literal["reprint", "edited", "cut", "version"]


class Copy(Struct, frozen=True):
    """Two articles that carry the same text. Which of them was first is for `groups` to say.

    ``shorter`` is the one that stands in the other to the greater part. ``kind`` is "reprint" where both are
    the same but for a word or two, "edited" where words of either are not in the other, "cut" where the
    shorter one is a part of the longer one, and "version" where both are one item of one outlet, however
    much it changed. ``within`` is the share of the shorter one that the longer one has, ``of_longer`` that of
    the longer one that the shorter one has, both in five-word shingles.
    """

    shorter: str
    longer: str
    kind: Kind
    within: float
    of_longer: float
    why: str


def copy_of(a: Sketch, b: Sketch) -> Copy | None:
    """What kind of copies two articles are; None where each was written for itself.

    Articles that only quote the same words, share a background or fill in the same form are no copies. The
    answer does not depend on which of them is ``a``, but for articles that are exactly alike.
    """
    likeness = compared(a, b)
    kind = _kind(a, b, likeness)
    if kind is None:
        return None
    a_is_shorter = (likeness.a_in_b, len(b.shingles), b.imprint.id) >= (
        likeness.b_in_a,
        len(a.shingles),
        a.imprint.id,
    )
    shorter, longer = (a, b) if a_is_shorter else (b, a)
    return Copy(
        shorter.imprint.id,
        longer.imprint.id,
        kind,
        likeness.within,
        likeness.both,
        _why(kind, likeness),
    )


def _kind(a: Sketch, b: Sketch, likeness: Likeness) -> Kind | None:
    if a.imprint.id == b.imprint.id:
        return None
    if same_item(a.imprint, b.imprint):
        return "version"
    if likeness.both >= number("copy", "whole"):
        if likeness.shared < count("copy", "least_whole") or _is_form(likeness):
            return None
        return "reprint" if likeness.both >= number("copy", "unchanged") else "edited"
    if likeness.shared < count("copy", "least") or _is_form(likeness) or _only_quotes(likeness):
        return None
    if likeness.within < number("copy", _least(a, b, likeness)):
        return None
    own_text = likeness.within < number("copy", "whole")
    return "edited" if own_text and likeness.both >= number("copy", "both") else "cut"


def _least(a: Sketch, b: Sketch, likeness: Likeness) -> str:
    """By which number the shorter one has to stand in the longer one."""
    if likeness.own is None or same_outlet(a.imprint, b.imprint):
        return "within_sure"
    if likeness.lead >= number("copy", "kept_lead"):
        return "within_old_lead"
    part = likeness.both < number("copy", "both")
    return "within_new_lead" if part and likeness.lead < number("copy", "new_lead") else "within"


def _only_quotes(likeness: Likeness) -> bool:
    return likeness.own is not None and likeness.own < number("copy", "own")


def _is_form(likeness: Likeness) -> bool:
    """Whether it is one form filled in twice: a market report, a weather report, a fixture."""
    filled_anew = likeness.agree < number("template", "agree") * likeness.slots
    if likeness.slots >= count("template", "least") and filled_anew:
        return True
    return likeness.run < number("template", "run") and likeness.both < number("copy", "whole")


def _why(kind: Kind, likeness: Likeness) -> str:
    """The shares as a sentence.

    >>> _why("cut", Likeness(90, 0.94, 0.4, 0.39, 0.9, 1.0, 80.0, 4, 4))
    'Cut: 94 % of the five-word shingles of the shorter one stand in the longer one, and 40 % the other way \
round; they run on for 80 words on average; 4 of 4 figures and days between the same words agree.'
    """
    if kind == "version":
        start = "One item of one outlet, by its guid or url: "
    else:
        start = {"reprint": "Printed whole: ", "edited": "One text, edited: ", "cut": "Cut: "}[kind]
    shares = (
        f"{likeness.within:.0%} of the five-word shingles of the shorter one stand in the longer one, and "
        f"{likeness.both:.0%} the other way round; they run on for {likeness.run:.0f} words on average"
    ).replace("%", " %")
    slots = (
        f"; {likeness.agree} of {likeness.slots} figures and days between the same words agree"
        if likeness.slots
        else ""
    )
    return f"{start}{shares}{slots}."
