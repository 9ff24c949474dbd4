"""Events across articles: told apart by kind, participants and the time to which they are bound."""

from onrecord.record.events.happenings import Happening, Scores, happenings, linked
from onrecord.record.events.mention import Mentioned, keys
from onrecord.record.events.outcome import Outcome, outcome
from onrecord.record.events.words import story_of, whole, words_of

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
