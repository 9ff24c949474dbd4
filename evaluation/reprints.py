"""How well copies are told from look-alikes: copies of every kind made of the example articles, and traps.

    python -m evaluation.reprints              the figures, by kind
    python -m evaluation.reprints --seeds 5    more variations of each
    python -m evaluation.reprints --errors     what went wrong, pair by pair

The articles are the examples of this project, the additions and the forms are written here, and all that is
left to chance hangs on a seed.
"""

import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from onrecord.article import Article
from onrecord.ingest import article_from_text
from onrecord.record.same import Copy, Sketch, copy_of, groups, keys, sketch

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"

_PIECES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SPELLING: dict[str, str] = _PIECES["spelling"]

_WORD = re.compile(r"[A-Za-z]+")
_QUOTATION = re.compile(r"[“\"][^“”\"]+[”\"]")


def _pieces(name: str) -> list[str]:
    return [" ".join(piece.split()) for piece in _PIECES[name].split("\n\n")]


class Printed(NamedTuple):
    """An article, the base that it was made from, how it was made, and whether it is a copy of its base."""

    article: Article
    base: str
    kind: str
    copy: bool


class Parts(NamedTuple):
    """An article to be changed: what stands above its first paragraph, its paragraphs, what stands below."""

    head: str
    body: list[str]
    foot: str

    def text(self) -> str:
        return "\n\n".join(part for part in (self.head, *self.body, self.foot) if part)


Change = Callable[[Parts, random.Random], Parts]


def parts(article: Article) -> Parts:
    paragraphs = [b for b in article.blocks if b.kind == "paragraph"]
    start, stop = paragraphs[0].start, paragraphs[-1].end
    body = [article.text[b.start : b.end].strip() for b in paragraphs]
    return Parts(article.text[:start].strip(), body, article.text[stop:].strip())


def _words(paragraphs: Iterable[str]) -> int:
    return sum(len(p.split()) for p in paragraphs)


def _sentence_cut(paragraphs: list[str], words: int) -> list[str]:
    """The first sentences up to about so many words."""
    kept: list[str] = []
    for paragraph in paragraphs:
        sentences = re.split(r"(?<=[.!?”\"]) (?=[A-Z“\"])", paragraph)
        taken = []
        for sentence in sentences:
            if _words(kept) + _words(taken) >= words:
                break
            taken.append(sentence)
        if taken:
            kept.append(" ".join(taken))
    return kept


# --- copies


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
        return p._replace(body=_sentence_cut(p.body, round(share * _words(p.body))), foot="")

    return cut


def middle(p: Parts, r: random.Random) -> Parts:
    """A run of paragraphs from behind the lead, of 40 % of the words."""
    start = r.randint(1, max(1, len(p.body) // 2))
    kept = [p.body[start]]
    for paragraph in p.body[start + 1 :]:
        if _words(kept) >= 0.4 * _words(p.body):
            break
        kept.append(paragraph)
    return Parts("", kept, "")


def thinned(p: Parts, _: random.Random) -> Parts:
    """Every other paragraph left out, but for the first."""
    return p._replace(body=[b for i, b in enumerate(p.body) if i % 2 == 0])


def local(p: Parts, r: random.Random) -> Parts:
    at = r.randint(1, len(p.body))
    return p._replace(body=[*p.body[:at], r.choice(_pieces("local")), *p.body[at:]])


def lead(p: Parts, r: random.Random) -> Parts:
    return p._replace(body=[r.choice(_pieces("leads")), *p.body[1:]])


def read_more(p: Parts, r: random.Random) -> Parts:
    words = " ".join(p.body).split()
    return p._replace(
        body=[" ".join(words[: int(len(words) * r.uniform(0.4, 0.7))]) + " ... Read more"], foot=""
    )


def boilerplate(p: Parts, _: random.Random) -> Parts:
    above, below = _pieces("notices")
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
    return Parts(p.head, [*_pieces("live"), *p.body], "")


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

# --- traps: articles of one matter, each written for itself


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
    most = max(_words(quotes), 60)
    body = [*_sentence_cut([f"{n}." for n in narrative], most), " ".join(narrative)[: most * 3]]
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
        "", [*_sentence_cut(r.sample(_pieces("news"), 4), round(1.1 * _words(background))), *background], ""
    )


def short_update(p: Parts, r: random.Random) -> Parts:
    """A new development of two or three sentences above a background that is twice as long."""
    background = _background(p, 0.3)
    return Parts(
        "",
        [*_sentence_cut(r.sample(_pieces("updates"), 3), round(0.4 * _words(background))), *background],
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

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
FIRMS = [
    "Ostrava Glass",
    "Lindholm Paper",
    "Tarn Steel",
    "Kvie Cement",
    "Halvard Oil",
    "Brandt Foods",
    "Sule Salt",
]
TOWNS = ["Kvie", "Port Halvard", "Tarnmouth", "Ytre Sule", "Casal Novo", "Wexcombe", "Sandhaven", "Lindos"]


def market(r: random.Random) -> list[str]:
    up = r.choice(["up", "down"])
    a, b, c, d = r.sample(FIRMS, 4)
    return [
        (
            f"Shares in Sarvela closed {up} on {r.choice(DAYS)} in {r.choice(['thin', 'brisk', 'quiet'])} "
            f"trade. The Halvard index ended {r.uniform(0.1, 3):.1f} percent "
            f"{r.choice(['higher', 'lower'])} at {r.randint(1800, 2900):,} points, with {r.randint(20, 90)} "
            f"stocks gaining and {r.randint(20, 90)} losing."
        ),
        (
            f"The biggest winner on the main board of the exchange was {a}, which rose "
            f"{r.uniform(2, 9):.1f} percent to {r.randint(20, 400)} crowns. Among the most heavily traded "
            f"shares of the session were those of {b}, which fell {r.uniform(1, 4):.1f} percent, and of "
            f"{c}, which gained {r.uniform(1, 4):.1f} percent."
        ),
        (
            f"The biggest loser on the main board of the exchange was {d}, which dropped "
            f"{r.uniform(2, 9):.1f} percent to {r.randint(20, 400)} crowns. The crown was trading at "
            f"{r.uniform(7, 9):.2f} to the dollar, compared with {r.uniform(7, 9):.2f} at the close of the "
            f"previous session. The yield on the ten-year bond stood at {r.uniform(2, 4):.2f} percent. "
            f"Turnover on the exchange came to {r.randint(300, 900)} million crowns."
        ),
    ]


def weather(r: random.Random) -> list[str]:
    return [
        (
            f"It will be {r.choice(['mild', 'cold', 'windy', 'grey'])} across most of the country on "
            f"{r.choice(DAYS)}, the National Weather Institute said. Highs will reach {r.randint(2, 25)} "
            f"degrees on the coast and {r.randint(2, 25)} degrees inland, and overnight lows will be around "
            f"{r.randint(-5, 9)} degrees."
        ),
        (
            f"Winds will blow from the {r.choice(['north', 'west', 'east', 'south'])} at {r.randint(5, 40)} "
            f"kilometres an hour, with gusts of up to {r.randint(41, 90)} kilometres an hour on the outer "
            f"islands. Between {r.randint(1, 9)} and {r.randint(10, 30)} millimetres of rain are expected in "
            "the mountains."
        ),
        (
            "The institute advises drivers to allow more time for their journeys and to check the state of "
            f"the roads before they set out. The risk of avalanches is put at level {r.randint(1, 5)} out "
            f"of five. The next bulletin will be issued at {r.randint(5, 23)}:00 hours."
        ),
    ]


def quake(r: random.Random) -> list[str]:
    town = r.choice(TOWNS)
    return [
        (
            f"An earthquake with a magnitude of {r.uniform(3, 6):.1f} struck {r.randint(5, 90)} kilometres "
            f"{r.choice(['north', 'south', 'east', 'west'])} of {town} on {r.choice(DAYS)}, the Sarvela "
            f"Geological Survey said. The quake occurred at {r.randint(0, 23):02}:{r.randint(10, 59)} local "
            f"time at a depth of {r.randint(4, 99)} kilometres."
        ),
        (
            "There were no immediate reports of damage or of injuries. According to preliminary data, the "
            f"epicentre was {r.randint(5, 90)} miles from {r.choice(TOWNS)} and {r.randint(5, 90)} miles "
            f"from {r.choice(TOWNS)}. In the past ten days, there have been {r.randint(0, 9)} earthquakes "
            "of magnitude 3.0 or greater centred nearby."
        ),
        (
            "Did you feel this earthquake? Consider reporting what you felt to the survey's office in "
            f"{town}. This information comes from the survey's notification service, and this text was put "
            "together by a computer."
        ),
    ]


def fixture(r: random.Random) -> list[str]:
    home, away = r.sample(TOWNS, 2)
    return [
        (
            f"{home} beat {away} {r.randint(2, 5)}-{r.randint(0, 1)} at home on {r.choice(DAYS)} to move up "
            f"to {r.choice(['third', 'fourth', 'fifth', 'sixth'])} place in the table of the Coastal League."
        ),
        (
            f"{r.choice('ABCDEFGH')}. {r.choice(['Mahlangu', 'Oyelowo', 'Quist', 'Adeleke', 'Brandvik'])} "
            f"scored in the {r.randint(2, 44)}th minute after a mistake by the {away} keeper, and "
            f"{r.choice(['Odhiambo', 'Tamba', 'Halloran', 'Vester'])} made it two {r.randint(2, 15)} minutes "
            f"after the break. {r.randint(800, 9000):,} spectators saw the match. {home} will play away at "
            f"{r.choice(TOWNS)} next {r.choice(DAYS)}, while {away} will meet {r.choice(TOWNS)} at home."
        ),
    ]


FORMS: dict[str, Callable[[random.Random], list[str]]] = {
    "market": market,
    "weather": weather,
    "quake": quake,
    "fixture": fixture,
}


def bases() -> dict[str, Article]:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))}
    return {
        name: article_from_text(text, id=f"{name}/original", published="2031-05-01T08:00Z")[0]
        for name, text in texts.items()
    }


def printed(seed: int) -> Iterator[Printed]:
    """Every base, its copies, its traps, and forms that are filled in again and again."""
    for name, article in bases().items():
        if seed == 0:
            yield Printed(article, name, "original", True)
        for table, is_copy in ((COPIES, True), (TRAPS, False)):
            for kind, change in table.items():
                if seed and kind in ("series", "short update"):
                    continue  # they would be copies of those of the first seed
                r = random.Random(f"{seed} {name} {kind}")
                text = change(parts(article), r).text()
                if text:
                    day, hour = (1, r.randint(9, 23)) if is_copy else (2, r.randint(0, 23))
                    when = f"2031-05-{day:02}T{hour:02}:00Z"
                    made, _ = article_from_text(
                        text, id=f"{name}/{kind}/{seed}", published=when, outlet=_outlet(kind)
                    )
                    yield Printed(made, name, kind, is_copy)
    for kind, form in FORMS.items():
        for n in range(6):
            body = "\n\n".join(form(random.Random(f"{seed} {kind} {n}")))
            made, _ = article_from_text(f"From the news desk today\n\n{body}", id=f"{kind}/{n}/{seed}")
            yield Printed(made, f"{kind}/{n}/{seed}", kind, False)


# A cut from the middle of an article and a background taken from there are the same paragraphs in truth.
SHARED = [{"middle 40 %", "series"}, {"middle 40 %", "short update"}, {"series", "short update"}]


def _outlet(kind: str) -> str:
    """Who prints this kind: those that put the same notice or lead around what they print are one outlet."""
    return f"The {kind.rpartition(', ')[2]} Gazette"


class Found(NamedTuple):
    """What was found among the articles: candidates and copies, by the pair of their ids."""

    candidates: set[tuple[str, str]]
    copies: dict[tuple[str, str], Copy]


def find(sketches: dict[str, Sketch]) -> Found:
    """The copies among articles, as the record finds them: those with a key in common are compared."""
    index: defaultdict[str, list[str]] = defaultdict(list)
    for i, made in sketches.items():
        for key in keys(made):
            index[key].append(i)
    candidates = {pair for ids in index.values() for pair in combinations(sorted(ids), 2)}
    copies = {}
    for a, b in candidates:
        copy = copy_of(sketches[a], sketches[b])
        if copy:
            copies[a, b] = copy
    return Found(candidates, copies)


class Figures(NamedTuple):
    """How well copies are found; ``kinds`` holds how many there are of each kind, and how many are found."""

    kinds: dict[str, tuple[int, int]]
    false: list[tuple[str, str]]
    missed: list[tuple[str, str]]
    precision: float
    recall: float
    grouped_precision: float
    grouped_recall: float
    candidates: int
    articles: int


def measure(everything: list[Printed]) -> Figures:
    """Pairs of base and copy that were found, pairs found that are none, and the same for pairs in groups."""
    by_id = {one.article.id: one for one in everything}
    sketches = {i: sketch(one.article) for i, one in by_id.items()}
    found = find(sketches)

    def shared(a: str, b: str) -> bool:
        return by_id[a].base == by_id[b].base and {by_id[a].kind, by_id[b].kind} in SHARED

    def true(a: str, b: str) -> bool:
        return by_id[a].copy and by_id[b].copy and by_id[a].base == by_id[b].base

    total, hit = Counter[str](), Counter[str]()
    missed = []
    for i, one in by_id.items():
        if one.copy and one.kind != "original":
            pair = (min(i, f"{one.base}/original"), max(i, f"{one.base}/original"))
            total[one.kind] += 1
            hit[one.kind] += pair in found.copies
            missed += [] if pair in found.copies else [pair]
    false = [pair for pair in found.copies if not true(*pair) and not shared(*pair)]
    made = groups([s.imprint for s in sketches.values()], found.copies.values())
    ids = [[group.first, *(m.article for m in group.members)] for group in made]
    together = [pair for group in ids for pair in combinations(sorted(group), 2) if not shared(*pair)]
    right = sum(true(*pair) for pair in together)
    families = Counter(one.base for one in everything if one.copy)
    pairs = sum(n * (n - 1) // 2 for n in families.values())
    return Figures(
        {kind: (n, hit[kind]) for kind, n in total.items()},
        false,
        missed,
        1 - len(false) / max(len(found.copies), 1),
        sum(hit.values()) / sum(total.values()),
        right / max(len(together), 1),
        right / pairs,
        len(found.candidates),
        len(everything),
    )


def main(arguments: list[str]) -> None:
    seeds = int(arguments[arguments.index("--seeds") + 1]) if "--seeds" in arguments else 2
    everything = [one for seed in range(seeds) for one in printed(seed)]
    start = perf_counter()
    figures = measure(everything)
    seconds = perf_counter() - start
    for kind, (n, hit) in figures.kinds.items():
        print(f"{kind:24} {hit:5} of {n}")
    traps = Counter(one.kind for one in everything if not one.copy)
    print("traps:", ", ".join(f"{n} {kind}" for kind, n in traps.items()))
    print(
        f"pairs    precision {figures.precision:.4f}  recall {figures.recall:.4f}  false {len(figures.false)}"
    )
    print(f"groups   precision {figures.grouped_precision:.4f}  recall {figures.grouped_recall:.4f}")
    print(f"{figures.articles} articles, {figures.candidates} compared, {seconds:.1f} s")
    if "--errors" in arguments:
        for name, pairs in (("false", figures.false), ("missed", figures.missed)):
            for a, b in sorted(pairs):
                print(f"{name}: {a} | {b}")


if __name__ == "__main__":
    main(sys.argv[1:])
