"""Words and clauses of a text, told by closed-class words and punctuation, without a parser.

    [They will come] [if the talks, which began in May,] [are held] [and the minister can attend]

A new clause opens after a full stop, ``; :``, a dash, a quotation mark or a bracket; at a subordinator
("if", "because", "who", "that"); and at "and", "but", "or" or a comma that a new subject or an auxiliary
follows. The comma of a fronted phrase opens none ("In May, they will come"). An infinitive stays with the
verb that governs it ("plans to visit Oslo"), so that its subject is at hand.
All borders of a text are found once, in one pass over its words.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.read.sentences import sentences
from onrecord.span import Span

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?"
    r"|[^\W_]+(?:['’\-][^\W_]+)*|['’](?:d|s|m|ll|ve|re)\b"
)
HARD = re.compile(r"[;:–—“”\"()\[\]«»]|--|\s-\s|\n|(?<!\w)['‘]|['’](?!\w)")
BLANK = " \t\xa0“”\"‘’'"
DEGREE = frozenset("not isn't aren't wasn't weren't all quite".split())  # before "that": "not that good"
OPENING = "“\"‘'([«"
REACH = 7  # words between a subject's first word and its auxiliary

SUBORDINATORS = frozenset(
    "if unless because while although though whereas whether who which whom whose when whenever where "
    "wherever lest how why".split()
)
RELATIVES = frozenset("who which whom whose where that".split())
# Subordinators that are prepositions, adverbs or determiners too: a clause opens where a verb follows.
EITHER_WAY = frozenset("after before until till since once as so than provided what given except for".split())
COORDINATORS = frozenset("and but or nor yet so".split())
PRONOUNS = frozenset(
    "i we you he she it they there this that these those who what everyone everybody nobody someone anyone "
    "i'm i'd i'll i've we're we'd we'll we've you're you'd you'll you've he's he'd he'll she's she'd she'll "
    "it's it'd it'll they're they'd they'll they've there's that's".split()
)
NOMINATIVE = frozenset("i we he she they it there".split())
AUXILIARIES = frozenset(
    "is are was were am be been has have had do does did will would shall should can could may might must "
    "cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't shouldn't "
    "can't couldn't mustn't shan't needn't".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with to about under over against into than as during amid "
    "despite through".split()
)


class Word(NamedTuple):
    """A word at its place, and its letters in lower case with a straight apostrophe."""

    start: int
    end: int
    lower: str


def words(text: str, span: Span) -> tuple[Word, ...]:
    """The words that lie wholly in ``span``.

    >>> [word.lower for word in words("She hasn’t left the U.N. yet.", Span(0, 28))]
    ['she', "hasn't", 'left', 'the', 'u.n.', 'yet']
    """
    every, starts = _words(text)
    low = bisect_left(starts, span.start)
    high = bisect_left(starts, span.end)
    while high > low and every[high - 1].end > span.end:
        high -= 1
    return every[low:high]


def clause(text: str, at: int, within: Span) -> Span:
    """The clause that a place lies in, and of it what lies in ``within``.

    >>> text = "They will come if the minister can attend, but nothing is settled."
    >>> whole = Span(0, len(text))
    >>> [clause(text, text.index(w), whole).of(text) for w in ("come", "attend", "settled")]
    ['They will come ', 'if the minister can attend, ', 'but nothing is settled.']
    """
    borders = _borders(text)
    after = bisect_right(borders, at)
    start = borders[after - 1] if after else 0
    end = borders[after] if after < len(borders) else len(text)
    start, end = max(start, within.start), min(end, within.end)
    return Span(start, max(start, end))


def clauses(text: str, within: Span) -> tuple[Span, ...]:
    """All clauses of a stretch in order; together they are the whole stretch."""
    borders = _borders(text)
    inner = borders[bisect_right(borders, within.start) : bisect_left(borders, within.end)]
    edges = (within.start, *inner, within.end)
    return tuple(Span(a, b) for a, b in pairwise(edges) if a < b)


@lru_cache(maxsize=16)
def _words(text: str) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    every = tuple(
        Word(found.start(), found.end(), found[0].lower().replace("’", "'")) for found in WORD.finditer(text)
    )
    return every, tuple(word.start for word in every)


@lru_cache(maxsize=16)
def _borders(text: str) -> tuple[int, ...]:
    every, _ = _words(text)
    stops = [s.start for s in sentences(text)]
    found, first = set(stops), 0
    for i in range(1, len(every)):
        gap = text[every[i - 1].end : every[i].start]
        stop = bisect_right(stops, every[i].start) > bisect_right(stops, every[i - 1].start)
        if stop or _opens(text, every, i, first):
            first = i
        if first == i and not stop:
            found.add(every[i].start - (len(gap) - len(gap.rstrip(OPENING))))
    return tuple(sorted(found))


def _opens(text: str, every: tuple[Word, ...], i: int, first: int) -> bool:
    """Whether a clause opens at word ``i``; the clause before it opened with the word ``first``."""
    gap = text[every[i - 1].end : every[i].start]
    word, before = every[i].lower, every[i - 1].lower
    if HARD.search(gap):
        return True
    if word in SUBORDINATORS:
        return before not in COORDINATORS
    if word == "that":
        return before not in COORDINATORS and _complementizer(text, every, i, gap)
    if word in EITHER_WAY:
        return _subject(text, every, i + 1) or (word != "as" and _gerund(every, i + 1))
    if word in COORDINATORS:
        opens = _subject(text, every, i + 1) and not _paired(text, every, i, first)
        return opens or _verbal(every, i + 1)
    if "," not in gap or before in COORDINATORS or every[first].lower in PREPOSITIONS:
        return False
    aside = every[first].lower in RELATIVES and "," in text[every[first - 1].end : every[first].start]
    return aside or _subject(text, every, i) or (every[first].lower in RELATIVES and _verbal(every, i))


def _complementizer(text: str, every: tuple[Word, ...], i: int, gap: str) -> bool:
    """Whether "that" opens a clause ("said that", "the talks that"), not "do that" nor "of that kind"."""
    if "," not in gap and every[i - 1].lower in PREPOSITIONS:
        return False
    if every[i - 1].lower in DEGREE or i + 1 >= len(every):
        return False
    return not text[every[i].end : every[i + 1].start].strip(BLANK)


def _subject(text: str, every: tuple[Word, ...], i: int) -> bool:
    """Whether a subject stands at a word: a pronoun, or words that run without a break to an auxiliary."""
    if i >= len(every):
        return False
    if every[i].lower in PRONOUNS:
        return not (
            every[i].lower in {"that", "this", "these", "those", "it", "you"} and _stops(text, every, i)
        )
    for j in range(i, min(i + REACH, len(every))):
        word = every[j].lower
        if word in AUXILIARIES:
            return j > i
        if word in NOMINATIVE and j + 1 < len(every):
            return every[j + 1].lower in AUXILIARIES  # "indeed it can"
        if word in PRONOUNS or word in COORDINATORS or word in SUBORDINATORS or _stops(text, every, j):
            return False
    return False


def _paired(text: str, every: tuple[Word, ...], i: int, first: int) -> bool:
    """Whether a coordinator joins two names of one subject: "Aas and Berg could"."""
    names = all(text[w.start : w.start + 1].isupper() for w in every[i - 1 : i + 2 : 2])
    return names and not any(w.lower in AUXILIARIES for w in every[first:i])


def _stops(text: str, every: tuple[Word, ...], i: int) -> bool:
    """Whether punctuation other than a quotation mark, or the end of the text, follows a word."""
    return i + 1 >= len(every) or bool(text[every[i].end : every[i + 1].start].strip(BLANK))


def _verbal(every: tuple[Word, ...], i: int) -> bool:
    """Whether a verb group of its own opens at a word, or a clause: "and will not", "or whether"."""
    opening = i < len(every) and every[i].lower in AUXILIARIES | SUBORDINATORS | {"that"}
    return opening and every[i].lower not in {"be", "been", "have"}


def _gerund(every: tuple[Word, ...], i: int) -> bool:
    return i < len(every) and len(every[i].lower) > 5 and every[i].lower.endswith("ing")
