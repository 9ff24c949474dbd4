"""Counts how common words are, for the comparison of what was said: `src/onrecord/record/alike/rarity.tsv`.

    python -m training.rarity ../shared/corpora            write the file
    python -m training.rarity ../shared/corpora --check    say whether it differs

That two sentences share "the" and "said" says nothing, that they share "dredger" much. A term's weight is its
surprisal, the logarithm of one over the share of sentences that it stands in, as a part of that of the rarest
term listed (the inverse document frequency of Spärck Jones, 1972, on a fixed collection, so that what is
alike never hangs on what else is in a record). Only terms that are common both in campaign news (PolNeAR
train) and on the web (the texts of UDS-IH2 train) are listed, and no numbers:
names of one time and place are rare words.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log, sqrt
from pathlib import Path

from onrecord.terms import terms

WRITTEN = Path("src/onrecord/record/alike/rarity.tsv")
RAREST = 0.0006  # share of sentences; below it a term is as rare as any
APART = 6.0  # a word this much more common in one of the two is of its time: "clinton"
HEAD = """\
# How much sharing a word tells, from 0 (everywhere) to 1; index terms that are missing weigh 1.
# Made by training/rarity.py from counts over PolNeAR train and UDS-IH2 train: do not edit.
term\tweight
"""


def shares(sentences: Iterable[str]) -> dict[str, float]:
    """The share of sentences that each term stands in."""
    counts: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        counts.update(set(terms(sentence)))
        total += 1
    return {term: count / total for term, count in counts.items()}


def table(news: dict[str, float], web: dict[str, float]) -> str:
    """The file: each common term and its weight."""
    both = {
        term: sqrt(news[term] * web[term])
        for term in news.keys() & web.keys()
        if not term.isdigit() and 1 / APART < news[term] / web[term] < APART
    }
    rows = {term: log(share) / log(RAREST) for term, share in both.items() if share > RAREST}
    return HEAD + "".join(f"{term}\t{weight:.2f}\n" for term, weight in sorted(rows.items()))


def lines(path: Path) -> Iterator[str]:
    """The texts of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def made(corpora: Path) -> str:
    """The file as the corpora give it."""
    articles = lines(corpora / "polnear/train.jsonl.gz")
    news = shares(sentence for text in articles for sentence in re.split(r"[.!?]\s|\n", text))
    return table(news, shares(lines(corpora / "uds-ih2/train.jsonl.gz")))


def main() -> None:
    """Write the table, or say whether it differs."""
    found = made(Path(sys.argv[1]))
    if "--check" not in sys.argv:
        WRITTEN.write_text(found, encoding="utf-8")
    elif found != WRITTEN.read_text(encoding="utf-8"):
        sys.exit(f"{WRITTEN} differs from what is made")


if __name__ == "__main__":
    main()
