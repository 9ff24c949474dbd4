"""Articles of one matter, each written for itself: no copies, though they look like it."""

import random
import re

from evaluation.reprints.parts import Change, Parts, pieces, sentence_cut, words_in

_QUOTATION = re.compile(r"[“\"][^“”\"]+[”\"]")


def _own_words(sentence: str, r: random.Random) -> str:
    """The same names and words in another order: three in a row stay together, and no more."""
    words = sentence.split()
    pieces = [words[i : i + 3] for i in range(0, len(words), 3)]
    r.shuffle(pieces)
    return " ".join(word for piece in pieces for word in piece)


def press_conference(p: Parts, r: random.Random) -> Parts:
    """The same quotations, all else in other words; of the longest ones as much as half of the text."""
    quotes = [q for b in p.body for q in _QUOTATION.findall(b) if len(q.split()) >= 4]
    if not quotes:
        return Parts("", [], "")
    narrative = [_own_words(_QUOTATION.sub(" ", b), r) for b in p.body]
    most = max(words_in(quotes), 60)
    body = [*sentence_cut([f"{n}." for n in narrative], most), " ".join(narrative)[: most * 3]]
    return Parts("", [f"{n} {q}" for n, q in zip(body * len(quotes), quotes, strict=False)], "")


def _background(p: Parts, share: float) -> list[str]:
    """The last sentences of the older report, of about that share of its words."""
    words = " ".join(p.body).split()
    tail = " ".join(words[-round(share * len(words)) :])
    return [re.split(r"(?<=[.!?]) (?=[A-Z])", tail, maxsplit=1)[-1]]


def series(p: Parts, r: random.Random) -> Parts:
    """A new development above an old background of 40 %."""
    background = _background(p, 0.4)
    return Parts(
        "", [*sentence_cut(r.sample(pieces("news"), 4), round(1.1 * words_in(background))), *background], ""
    )


def short_update(p: Parts, r: random.Random) -> Parts:
    """A new development of two or three sentences above a background that is twice as long."""
    background = _background(p, 0.3)
    return Parts(
        "",
        [*sentence_cut(r.sample(pieces("updates"), 3), round(0.4 * words_in(background))), *background],
        "",
    )


def same_matter(p: Parts, r: random.Random) -> Parts:
    return Parts("", [_own_words(b, r) for b in p.body], "")


TRAPS: dict[str, Change] = {
    "press conference": press_conference,
    "series": series,
    "short update": short_update,
    "same matter": same_matter,
}
