"""`python -m evaluation.store_cost`: what keeping an article costs beside reading it, in CPU time.

The examples are read; then as many articles as are asked for are made of what was read, each time under other
names, in other words of the same length and at another time, and added in the batches in which `onrecord add`
does it. With --profile NAME (rows, keep or link) it tells where the time of that part goes.

With --examples the example runs themselves are added, as they are, to one new record after the other: first
in a process that has only read, then in one that has added them before: some times, and the least counts.
"""

import argparse
import cProfile
import gc
import pstats
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import msgspec
from sqlalchemy import func, select

from onrecord.adding import BATCH, LINK_EVERY
from onrecord.ingest import articles
from onrecord.pipeline import readings
from onrecord.reading import Reading
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.linking import link, waiting
from onrecord.record.opened import Record, open_record
from onrecord.record.rows import rows_of
from onrecord.record.tables import metadata
from onrecord.record.uncollected import uncollected

EVALUATION = Path(__file__).resolve().parent
EXAMPLES = EVALUATION.parent / "examples"
DENSE = [EXAMPLES / "articles", EXAMPLES / "news" / "open"]  # what others are made of
RUNS = [EXAMPLES / "news" / "open", EVALUATION / "gold" / "record" / "more"]
TIMES = 3  # that the example runs are added once more
PARTS = ("rows", "keep", "link")
APART = 20  # days between two copies of one example
WORD = re.compile(r"[^\W\d_]+")
SHORT = 5  # letters: shorter words in small letters join the others and stay
TOLD = {"text", "title", "name", "aliases", "label", "condition"}  # fields that hold words of the article
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read(paths: Sequence[Path]) -> tuple[list[Reading], float]:
    """The examples, and how many seconds each took on average."""
    items = [*articles(paths)]
    for _ in readings(items[:1]):
        pass
    start = process_time()
    done = [one for one in readings(items) if isinstance(one, Reading)]
    return done, (process_time() - start) / len(done)


def many(of: Sequence[Reading], count: int) -> Iterator[Reading]:
    """So many readings, as if somebody had written as many articles in other words."""
    words = _by_form(word for one in of for word in WORD.findall(one.article.text))
    plain: list[dict[str, Any]] = [msgspec.to_builtins(one) for one in of]
    for number in range(count):
        turn = number // len(of)
        chance = Random(turn)
        other = {
            word: to
            for form in words.values()
            for word, to in zip(form, chance.sample(form, len(form)), strict=True)
        }
        made = _changed(plain[number % len(of)], "", other, timedelta(APART * turn))
        article = made["article"]
        article["url"] = f"https://news.example/{number}"
        if article.get("guid"):  # with one guid they would all be versions of one item
            article["guid"] = f"{article['guid']}#{turn}"
        article["supersedes"] = [f"{one}#{turn}" for one in article.get("supersedes", ())]
        yield msgspec.convert(made, Reading)


def _by_form(words: Iterable[str]) -> dict[tuple[int, bool, int], list[str]]:
    """Words that can stand for one another: of one length, capitals alike, and about as frequent."""
    found: dict[tuple[int, bool, int], list[str]] = {}
    for word, seen in sorted(Counter(words).items()):
        if word[:1].isupper() or len(word) > SHORT:
            found.setdefault((len(word), word[:1].isupper(), seen.bit_length()), []).append(word)
    return found


def _changed(value: Any, name: str, other: dict[str, str], later: timedelta) -> Any:
    if isinstance(value, dict):
        return {key: _changed(item, key, other, later) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_changed(item, name, other, later) for item in value]
    if isinstance(value, str) and name in TOLD:
        return WORD.sub(lambda word: other.get(word[0], word[0]), value)
    if isinstance(value, str) and DAY.match(value):
        return str(date.fromisoformat(value[:10]) + later) + value[10:]
    return value


class Clock:
    """CPU seconds by part."""

    def __init__(self, profiled: str | None) -> None:
        self.took: dict[str, float] = dict.fromkeys(PARTS, 0.0)
        self.profiled, self.profile = profiled, cProfile.Profile()

    def run(self, part: str, work: Callable[[], Any]) -> Any:
        with self.profile if part == self.profiled else nullcontext():
            start = process_time()
            done = work()
            self.took[part] += process_time() - start
        return done


def add(record: Record, given: Iterable[Reading], clock: Clock) -> None:
    """As `adding` does it."""
    batch: list[Reading] = []
    unlinked = 0
    for one in given:
        batch.append(one)
        if len(batch) < BATCH:
            continue
        unlinked += len(batch)
        _kept(record, batch, clock)
        if unlinked >= LINK_EVERY:
            _linked(record, clock)
            unlinked = 0
        batch = []
    _kept(record, batch, clock)
    _linked(record, clock)


def _kept(record: Record, batch: list[Reading], clock: Clock) -> None:
    rows = clock.run("rows", uncollected()(lambda: [rows_of(one, KEYS) for one in batch]))

    def keeping() -> None:
        with record.writing() as connection:
            keep(connection, rows)

    clock.run("keep", keeping)


def _linked(record: Record, clock: Clock) -> None:
    def linking() -> None:
        with record.writing() as connection:
            link(connection, waiting(connection))

    clock.run("link", linking)


def main() -> None:
    """Print milliseconds an article, and what share of reading it that is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--examples", action="store_true", help="the example runs, as they are")
    parser.add_argument(
        "--readings", type=Path, help="JSON lines of readings, to be kept there for the next time"
    )
    parser.add_argument("--profile", choices=PARTS)
    options = parser.parse_args()
    of, reading = _given(options.readings, RUNS if options.examples else DENSE)
    gc.freeze()  # `onrecord add` holds no readings that a collector would look through
    clock = Clock(options.profile)
    if options.examples:
        _examples(of, reading, clock)
        return
    with TemporaryDirectory() as folder, open_record(Path(folder) / "news.db", create=True) as record:
        add(record, many(of, options.articles), clock)
        rows = _counted(record)
        size = (Path(folder) / "news.db").stat().st_size
    print(f"{'reading':12}{1000 * reading:8.2f} ms an article")
    _print({part: took / options.articles for part, took in clock.took.items()}, reading)
    print(f"{size / options.articles / 1024:.0f} KiB an article; rows an article:", end=" ")
    print(", ".join(f"{name} {count / options.articles:.1f}" for name, count in rows.items() if count))
    _profiled(clock)


def _examples(of: Sequence[Reading], reading: float, clock: Clock) -> None:
    """Add the same articles to one new record after the other."""
    took = []
    for turn in range(TIMES + 1):
        clock = Clock(clock.profiled if turn in {0, TIMES} else None)
        with TemporaryDirectory() as folder, open_record(Path(folder) / "news.db", create=True) as record:
            add(record, of, clock)
        took.append({part: seconds / len(of) for part, seconds in clock.took.items()})
        if turn in {0, TIMES}:
            _profiled(clock)
    print(f"{'reading':12}{1000 * reading:8.2f} ms an article, {len(of)} articles")
    print("for the first time in the process")
    _print(took[0], reading)
    print("later")
    _print({part: min(one[part] for one in took[1:]) for part in PARTS}, reading)


def _print(took: dict[str, float], reading: float) -> None:
    for name, seconds in (*took.items(), ("all", sum(took.values()))):
        print(f"{name:12}{1000 * seconds:8.2f} ms {seconds / reading:8.2%}")


def _profiled(clock: Clock) -> None:
    if clock.profiled:
        pstats.Stats(clock.profile, stream=sys.stdout).sort_stats("cumtime").print_stats(60)


def _counted(record: Record) -> dict[str, int]:
    number = select(func.count())
    with record.reading() as connection:
        return {
            name: connection.scalar(number.select_from(table)) or 0 for name, table in metadata.tables.items()
        }


def _given(kept: Path | None, paths: Sequence[Path]) -> tuple[list[Reading], float]:
    """What was read before, with the seconds that it took in the first line; or it is read now."""
    if kept and kept.exists():
        for _ in readings([*articles(paths)][:1]):  # what reading loads is there when articles are kept
            pass
        first, *lines = kept.read_bytes().splitlines()
        return [msgspec.json.decode(line, type=Reading) for line in lines], float(first)
    of, reading = read(paths)
    if kept:
        kept.write_bytes(b"\n".join([f"{reading}".encode(), *map(msgspec.json.encode, of)]))
    return of, reading


if __name__ == "__main__":
    main()
