"""Where in a text the words around a trigger are: its sentence, its verb group, the verbs that govern it."""

import re
from functools import lru_cache

from onrecord import Span
from onrecord.read.sentences import sentence_at, sentences

WINDOW = 60  # characters before a trigger that can hold the auxiliaries of its verb group
ADVERBS = r"[a-z]+ly|also|still|yet|soon|even|then|now|just|only|already|once|again"
INSIDE = rf"(?:\s+(?:be|been|being|have|{ADVERBS}))*"
NOMINAL = rf"(?:\s+(?:{ADVERBS}))*(?:\s+(?:a|an|the))?(?:\s+[a-z]+)?"

STARTS = re.compile(r"[.!?\n][”\"’]?\s*$|[.!?\n]\s*[“\"‘]$")
DETERMINED = re.compile(r"(?:The|An?|One|Her|His|Its|Their|Some|Many)\s")


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[Span, ...]:
    return sentences(text)


def sentence(text: str, at: int) -> Span:
    """The sentence that a place lies in."""
    return sentence_at(_sentences(text), at)


def auxiliary(text: str, trigger: Span, words: str, *, between: str = INSIDE) -> re.Match[str] | None:
    """The auxiliary among ``words`` (a pattern) of the trigger's verb group: "will" of "will soon close"."""
    start = max(sentence(text, trigger.start).start, trigger.start - WINDOW)
    pattern = re.compile(rf"(?<![\w'’])(?P<verb>{words})(?P<between>{between})\s+$", re.IGNORECASE)
    return pattern.search(text[: trigger.start], start)


def like(word: str, pattern: str) -> str:
    """The word with its first letter as large as that of ``pattern``.

    >>> like("says", "Denies")
    'Says'
    """
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


def placed(phrase: str, text: str, at: int) -> str:
    """A noun phrase as it is spelt at a place: its article is large where a sentence begins.

    >>> placed("The mayor", "“No,” X said.", 6), placed("a clerk", "“No.” X left.", 6)
    ('the mayor', 'A clerk')
    """
    if STARTS.search(text[max(0, at - 4) : at]) or at == 0:
        return phrase[:1].upper() + phrase[1:]
    return phrase[:1].lower() + phrase[1:] if DETERMINED.match(phrase) else phrase
