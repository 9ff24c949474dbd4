"""Copies of an article, as newsrooms make them."""

import random
import re

from evaluation.reprints.parts import SPELLING, Change, Parts, pieces, sentence_cut, words_in

_WORD = re.compile(r"[A-Za-z]+")


def headline(p: Parts, r: random.Random) -> Parts:
    return Parts(r.choice(["What we know so far", "Late news from abroad", "The day in brief"]), p.body, "")


def marks(p: Parts, r: random.Random) -> Parts:
    plain = [b.replace("“", '"').replace("”", '"').replace("’", "'").replace(" – ", " - ") for b in p.body]
    if r.random() < 0.5:
        return p._replace(body=plain)
    return p._replace(body=[re.sub(r'"([^"]*)"', r"‘\1’", b).replace(" - ", "—") for b in plain])


def spelling(p: Parts, _: random.Random) -> Parts:
    def other(match: re.Match[str]) -> str:
        return SPELLING.get(match[0], match[0])

    return p._replace(body=[_WORD.sub(other, b) for b in p.body])


def house_style(p: Parts, r: random.Random) -> Parts:
    """One word in thirty put otherwise, anywhere."""

    def other(match: re.Match[str]) -> str:
        return r.choice(["indeed", "also", "such", "this"]) if r.random() < 1 / 30 else match[0]

    return p._replace(body=[_WORD.sub(other, b) for b in p.body])


def cut_to(share: float) -> Change:
    def cut(p: Parts, _: random.Random) -> Parts:
        return p._replace(body=sentence_cut(p.body, round(share * words_in(p.body))), foot="")

    return cut


def middle(p: Parts, r: random.Random) -> Parts:
    """A run of paragraphs from behind the lead, of 40 % of the words."""
    start = r.randint(1, max(1, len(p.body) // 2))
    kept = [p.body[start]]
    for paragraph in p.body[start + 1 :]:
        if words_in(kept) >= 0.4 * words_in(p.body):
            break
        kept.append(paragraph)
    return Parts("", kept, "")


def thinned(p: Parts, _: random.Random) -> Parts:
    """Every other paragraph left out, but for the first."""
    return p._replace(body=[b for i, b in enumerate(p.body) if i % 2 == 0])


def local(p: Parts, r: random.Random) -> Parts:
    at = r.randint(1, len(p.body))
    return p._replace(body=[*p.body[:at], r.choice(pieces("local")), *p.body[at:]])


def lead(p: Parts, r: random.Random) -> Parts:
    return p._replace(body=[r.choice(pieces("leads")), *p.body[1:]])


def read_more(p: Parts, r: random.Random) -> Parts:
    words = " ".join(p.body).split()
    return p._replace(
        body=[" ".join(words[: int(len(words) * r.uniform(0.4, 0.7))]) + " ... Read more"], foot=""
    )


def boilerplate(p: Parts, _: random.Random) -> Parts:
    above, below = pieces("notices")
    return Parts(p.head, [above, *p.body, below], "Subscribe to our newsletter\n\n© 2031 Wexcombe Echo")


def one_line(p: Parts, _: random.Random) -> Parts:
    return Parts("", [" ".join(p.body)], "")


def shuffled(p: Parts, r: random.Random) -> Parts:
    rest = p.body[1:]
    r.shuffle(rest)
    return p._replace(body=[p.body[0], *rest])


def corrected(p: Parts, _: random.Random) -> Parts:
    """One figure put right."""
    body = list(p.body)
    for i, b in enumerate(body):
        if re.search(r"\b\d+\b", b):
            body[i] = re.sub(r"\b\d+\b", lambda m: str(int(m[0]) + 3), b, count=1)
            break
    return p._replace(body=body)


def live(p: Parts, _: random.Random) -> Parts:
    """The older text wholly, under as much again that is new."""
    return Parts(p.head, [*pieces("live"), *p.body], "")


def after(*changes: Change) -> Change:
    def change(p: Parts, r: random.Random) -> Parts:
        for one in changes:
            p = one(p, r)
        return p

    return change


COPIES: dict[str, Change] = {
    "headline": headline,
    "marks": marks,
    "spelling": spelling,
    "house style": house_style,
    "cut to 70 %": cut_to(0.7),
    "cut to 40 %": cut_to(0.4),
    "middle 40 %": middle,
    "thinned": thinned,
    "local paragraph": local,
    "new lead": lead,
    "read more": read_more,
    "boilerplate": boilerplate,
    "one line": one_line,
    "shuffled": shuffled,
    "corrected": corrected,
    "live": live,
    "40 %, headline, marks": after(cut_to(0.4), headline, marks),
    "40 %, house style": after(cut_to(0.4), house_style),
    "50 %, boilerplate": after(cut_to(0.5), boilerplate),
    "60 %, local, marks": after(cut_to(0.6), local, marks),
    "60 %, new lead": after(cut_to(0.6), lead),
}
