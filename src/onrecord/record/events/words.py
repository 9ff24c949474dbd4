"""The words of an article that tell what event a mention is of: its own, and the story's."""

import re
from collections import Counter
from collections.abc import Iterable
from math import log1p

from onrecord.record.alike import begins, heft, meaning, phrase
from onrecord.span import Span
from onrecord.terms import terms

COURSE = frozenset({"=begin", "=end", "=continue", "=delay"})  # how it goes, and not what it is
WORD = re.compile(r"[\w’'-]+")
BREAK = re.compile(r"[^\w\s’'-]")
LONGEST, BEHIND = 200, 30  # characters of a trigger, and of what stands behind it
TELLS = 0.5  # what weighs less is no word to find an event by
STORY = 16  # words that tell of what story an article is
OPENING = 20_000  # characters of an article in which they are looked for


def words_of(label: str | None, triggers: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What label and triggers together mean, and the triggers alone: "a walkout" is a strike.

    A trigger that only says that something begins, goes on or ends is no word for it: that is what does.

    >>> words_of("a walkout", ["walkout"])[1] == words_of("the strike begins", ["begins"])[1]
    True
    """
    trigger = [meaning(terms(one[:LONGEST])).words for one in triggers]
    told = meaning(terms((label or "")[: 2 * LONGEST])).words
    alone = tuple(dict.fromkeys(word for one in trigger for word in one))
    things = [word for word in (*told, *alone) if word not in COURSE and heft(word) >= TELLS]
    named = tuple(word for word in alone if word not in COURSE)
    return tuple(dict.fromkeys((*told, *alone))), named or tuple(things[-1:]) or alone


def story_of(text: str) -> frozenset[str]:
    """The words that tell of what story an article is: those that are rare elsewhere and frequent in it.

    >>> sorted(story_of("The dredger was there. Osric said that the dredger would be gone."))
    ['dredger', 'gone', 'osric']
    """
    counted = Counter(terms(text[:OPENING]))
    rare = [word for word in counted if heft(word) >= TELLS and not word.isdigit()]
    return frozenset(sorted(rare, key=lambda word: (-heft(word) * log1p(counted[word]), word))[:STORY])


def whole(text: str, trigger: Span) -> str:
    """A trigger with the words behind it that make a phrase of it.

    >>> whole("The governor stepped down on Monday.", Span(13, 20))
    'stepped down'
    """
    said = trigger.of(text)[:LONGEST]
    if not begins(terms(said)[:1]):
        return said
    behind = BREAK.split(text[trigger.end : trigger.end + BEHIND], maxsplit=1)[0]
    words = [*WORD.finditer(said + behind)]
    more = phrase(terms(" ".join(word.group() for word in words)))
    return (said + behind)[: max(words[more - 1].end(), len(said))] if 0 < more <= len(words) else said
