"""Is a line the headline of the report below it?"""

import re

from onrecord.ingest.lexicon import words as words_of

LONGEST = 200  # code points
MOST_WORDS = 30

WORD = re.compile(r"[^\W\d_]\w*(?:['’.-]\w+)*")
RUNNING = words_of("running")  # what telegraphic headlines leave out and sentences do not
LISTED = re.compile(r"[-–—*•·]|[QA][:.] ")  # a point of a list, a question of an interview
FULL_STOP = re.compile(r"(?<!\.\.)\.[’'”\"»)\]]?$")
SENTENCES = re.compile(r"[.!?][”\"’']?\s+[“\"‘']?[A-Z]\w* \w")
QUOTED = re.compile(r"[“\"].*[”\"]\.?$")


def is_headline(words: str) -> bool:
    """Does this first line of a text read like a headline rather than like the first paragraph?

    Most headlines end without a full stop. Some papers set one; then it is a headline if it is written Like
    This, or without the small words that a sentence has ("Cod quota cut for third year running.").
    """
    if not words or len(words) > LONGEST or len(words.split()) > MOST_WORDS:
        return False
    if words[0].islower() or words.endswith((":", ",")) or LISTED.match(words) or not WORD.search(words):
        return False
    if not FULL_STOP.search(words):
        return QUOTED.match(words) is None or not words.endswith(("!”", '!"', "?”", '?"', ",”", ',"'))
    if SENTENCES.search(words) or QUOTED.fullmatch(words):
        return False
    spoken = WORD.findall(words)
    long = [word for word in spoken[1:] if len(word) > 3]
    in_title_case = len(long) > 1 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
    return in_title_case or (len(spoken) > 2 and RUNNING.isdisjoint(map(str.lower, spoken)))


def is_deck(words: str, *, headline: str) -> bool:
    """Does the line under ``headline`` go on with it: "Union says members were not asked"?

    A headline that ends in a semicolon says so itself. Otherwise the line must be a phrase of its own
    without a full stop, which no first paragraph is.
    """
    if len(words) > LONGEST or len(words.split()) > MOST_WORDS:
        return False
    if headline.endswith(";"):
        return True
    if "|" in words or "·" in words:
        return False
    return len(words.split()) > 3 and words[0].isupper() and (words[-1].isalnum() or words[-1] in "’')")


def same_words(first: str, second: str) -> bool:
    """Are these the same but for spaces, case and a last full stop, as a title and its line are?"""
    return _bare(first) == _bare(second) != ""


def _bare(words: str) -> str:
    return " ".join(words.lstrip("# ").rstrip(" .;").casefold().split())
