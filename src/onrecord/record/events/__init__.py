"""Events across articles: told apart by kind, participants and the time to which they are bound."""

from onrecord.record.events.happenings import Happening, Scores, happenings, linked
from onrecord.record.events.mention import Mentioned, keys, story_of, whole, words_of
from onrecord.record.events.outcome import Outcome, outcome

__all__ = [
    "Happening",
    "Mentioned",
    "Outcome",
    "Scores",
    "happenings",
    "keys",
    "linked",
    "outcome",
    "story_of",
    "whole",
    "words_of",
]
