"""Stems common words once and for all: `src/onrecord/stems.tsv`, which saves stemming them in each process.

    python -m training.stems ../shared/corpora            write the file
    python -m training.stems ../shared/corpora --check    say whether it differs

The words are those that stand more than a few times both in campaign news (PolNeAR train) and on the web (the
texts of UDS-IH2 train), and those of the table of synonyms. What is not among them is stemmed when it is met,
so that the table changes no term and need not be complete.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from onrecord.terms import stemmed
from training.rarity import lines

WRITTEN = Path("src/onrecord/stems.tsv")
SYNONYMS = Path("src/onrecord/record/alike/synonyms.toml")
OFTEN = 4  # times in each of the two, and more: what is rarer may be of one time or place
HEAD = "# Words by their stem: the stem, then the words. Made by training/stems.py: do not edit.\n"


def words(texts: Iterable[str]) -> Counter[str]:
    """How often each word of a-z stands in some texts."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(re.findall("[a-z]+", re.sub("['’]", "", text.lower())))
    return found


def table(told: Iterable[str]) -> str:
    """The file: each stem with its words."""
    by_stem: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(told)):
        by_stem[stemmed(word)].append(word)
    return HEAD + "".join(f"{stem}\t{' '.join(forms)}\n" for stem, forms in sorted(by_stem.items()))


def made(corpora: Path) -> str:
    """The file as the corpora and the table of synonyms give it."""
    news = words(lines(corpora / "polnear/train.jsonl.gz"))
    web = words(lines(corpora / "uds-ih2/train.jsonl.gz"))
    common = [word for word in news if min(news[word], web[word]) > OFTEN and len(word) > 1]
    return table([*common, *words([SYNONYMS.read_text(encoding="utf-8")])])


def main() -> None:
    """Write the table, or say whether it differs."""
    found = made(Path(sys.argv[1]))
    if "--check" not in sys.argv:
        WRITTEN.write_text(found, encoding="utf-8")
    elif found != WRITTEN.read_text(encoding="utf-8"):
        sys.exit(f"{WRITTEN} differs from what is made")


if __name__ == "__main__":
    main()
