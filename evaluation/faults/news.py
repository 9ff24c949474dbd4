"""Short articles by the thousand: parts of the examples under other names, reprinted and changed."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

Line = dict[str, Any]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LEAST, MOST = 60, 120  # words
SEED = 20310302
FIRST = datetime(2031, 3, 2, 6, tzinfo=UTC)
DAYS = 60
SAME = ("text", "url", "outlet", "published", "status")  # what makes an article the same, see `content_id`
AGENCY = "Kestrel"
OUTLETS = (
    "Kvie Courier",
    "Harbour Herald",
    "The Evening Lantern",
    "Radio Sund",
    "Nordlys Dag",
    "Quay Weekly",
)
GIVEN = (
    "Ada Bela Cira Dorin Edda Falk Greta Hanno Ines Jarl Kaja Lorn Mira Nils Olin Pia Rurik Sela Tove"
).split()
FAMILY = (
    "Abram Bellweg Corvin Dahlsen Egeland Fjeld Grimm Halvor Iversby Jonsvik Kjell Lorentz Mosvik Nygard "
    "Orlan Palmby Quist Rosvold Solheim Tangen Ulvik Vestby Wendel Yngve Zandvik Aasen Brekke Dragsund Fosse"
).split()
TWO_WORDS = re.compile(r"(?<=[a-z,] )([A-Z][a-zé]+) ([A-Z][a-zé]+)(?![a-zé-])")
NO_NAMES = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]+day|"
    r"President|Minister|Prime|Foreign|Deputy|Mayor|Governor|Senator|Judge|Captain|Professor|Doctor|The|North|South|"
    r"East|West|New|Saint|Port|Sound|Council|Union|Court|Bank|Party|House"
)


def articles(count: int, seed: int = SEED) -> list[Line]:
    """As many different articles as JSON lines have them; the same ones on every machine."""
    chance = Random(seed)
    made: dict[str, Line] = {}
    while len(made) < count:
        for line in _story(chance, len(made)):
            made.setdefault(
                json.dumps([line[name] for name in ("text", "url", "outlet", "published", "status")]), line
            )
    return [line | {"id": f"given-{number}"} for number, line in enumerate([*made.values()][:count])]


def shuffled(lines: list[Line], seed: int, *, again: float = 0.02) -> bytes:
    """JSON lines in another order, with a few of them given twice."""
    chance = Random(seed)
    order = [*lines, *chance.sample(lines, round(again * len(lines)))]
    chance.shuffle(order)
    return b"".join(json.dumps(line).encode() + b"\n" for line in order)


@cache
def _sources() -> tuple[tuple[str, ...], ...]:
    """The paragraphs of each example, without its headline."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((EXAMPLES / "articles").glob("*.txt"))]
    for path in sorted((EXAMPLES / "news" / "open").glob("*.jsonl")):
        texts += [f"\n\n{json.loads(line)['body']}" for line in path.read_text(encoding="utf-8").splitlines()]
    parts = (tuple(part for part in text.split("\n\n")[1:] if len(part.split()) > 5) for text in texts)
    return tuple(part for part in parts if len(part) > 3)


def _story(chance: Random, number: int) -> Iterator[Line]:
    """What an agency, its customers and others make of one piece of news."""
    source = chance.choice(_sources())
    names = _names(" ".join(source), chance)
    first = FIRST + timedelta(days=chance.randrange(DAYS), minutes=chance.randrange(600))
    told = _renamed(_stretch(source, chance), names)
    lead = _line(told, AGENCY, first, number)
    yield lead
    others = chance.sample(OUTLETS, 4)
    for hours, outlet in enumerate(others[: chance.randrange(4)], start=1):
        yield _line(_copied(told, chance), outlet, first + timedelta(hours=hours), number) | {
            "credit": AGENCY
        }
    if chance.random() < 0.5:
        more = _renamed(_stretch(source, chance), names)
        yield _line(more, others[3], first + timedelta(days=1), number + 1)
    if chance.random() < 0.3:
        later = first + timedelta(hours=7)
        changed = f"{told}\n\nThe first version of this report gave another number."
        note = {"modified": later.isoformat(), "note": "corrects a number"}
        yield lead | {"text": changed, "published": later.isoformat()} | note
    if chance.random() < 0.1:
        at = first + timedelta(hours=9)
        yield _line("This report is withdrawn.", AGENCY, at, number + 2) | {
            "status": "withdrawn",
            "supersedes": [lead["url"]],
        }


def _line(text: str, outlet: str, at: datetime, number: int) -> Line:
    slug = outlet.lower().replace(" ", "")
    return {
        "text": text,
        "url": f"https://{slug}.example/{at:%Y/%m/%d}/{number}",
        "outlet": outlet,
        "published": at.isoformat(),
        "status": "usable",
    }


def _stretch(source: tuple[str, ...], chance: Random) -> str:
    """Some paragraphs in a row, cut at a sentence."""
    start = chance.randrange(len(source))
    words: list[str] = []
    kept: list[str] = []
    for part in source[start:] + source[:start]:
        some = part.split(" ")[: MOST - len(words)]
        kept.append(" ".join(some))
        words += some
        if len(words) >= LEAST:
            break
    return "\n\n".join(kept)


def _copied(text: str, chance: Random) -> str:
    """As customers print it: whole, with another word, or cut."""
    way = chance.randrange(3)
    if way == 0:
        return text
    if way == 1:
        return text.replace(" said", " told reporters", 1)
    words = text.split(" ")
    return " ".join(words[: max(30, len(words) * 6 // 10)])


def _names(text: str, chance: Random) -> dict[str, str]:
    """Another name for each word of the names of two words in a text."""
    found: dict[str, str] = {}
    for given, family in TWO_WORDS.findall(text):
        if not (NO_NAMES.fullmatch(given) or NO_NAMES.fullmatch(family)):
            found.setdefault(given, chance.choice(GIVEN))
            found.setdefault(family, chance.choice(FAMILY))
    return found


def _renamed(text: str, names: dict[str, str]) -> str:
    return re.sub(r"[A-Z][a-zé]+", lambda word: names.get(word[0], word[0]), text)
