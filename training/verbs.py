"""Turns MegaVeridicality into the verb classes of the stance rules, `src/onrecord/read/stance/verbs.tsv`.

    python -m training.verbs CORPORA/megaveridicality.jsonl.gz            write the file
    python -m training.verbs CORPORA/megaveridicality.jsonl.gz --check    say whether it differs

MegaVeridicality (White and Rawlins 2018, as inference pairs; MIT) asked people whether "someone knew that a
particular thing happened" means that it happened, did not, or might or might not have: for 773 verbs in six
frames, each with and without negation. An answer becomes a rating of 1, -1 or 0, and the mean over the
frames of one kind ("that ...", "to ...", somebody "to ...") is what a line of the file holds.
"""

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean

WRITTEN = Path("src/onrecord/read/stance/verbs.tsv")
HEAD = """\
# Whether what a verb embeds holds: 1 it does, -1 it does not, 0 open; with the verb affirmed, and negated.
# From MegaVeridicality (White and Rawlins 2018; MIT licence). Made by training/verbs.py: do not edit.
verb\tframe\tvoice\taffirmed\tnegated
"""
FRAMES = {
    "that_S": "that",
    "to_VPeventive": "to",
    "to_VPstative": "to",
    "NP_to_VPeventive": "np_to",
    "NP_to_VPstative": "np_to",
    "for_NP_to_VP": "for_to",
}
Key = tuple[str, str, str]


def rating(hypothesis: str) -> int:
    """What an entailed hypothesis says of the thing: it is so, is not, or may be.

    >>> [rating(h) for h in ("that thing happened .", "that thing didn't happen .", "it might or might not")]
    [1, -1, 0]
    """
    if "might or might not" in hypothesis:
        return 0
    return -1 if "n't" in hypothesis else 1


def rated(pairs: Iterable[dict[str, str]]) -> dict[Key, dict[str, float]]:
    """For each verb, frame and voice the mean rating by polarity."""
    found: defaultdict[Key, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        if pair["label"] == "entailed":
            key = (pair["verb"], FRAMES[pair["frame"]], pair["voice"])
            found[key][pair["polarity"]].append(rating(pair["hypothesis"]))
    return {key: {p: fmean(r) for p, r in by.items()} for key, by in sorted(found.items())}


def table(ratings: dict[Key, dict[str, float]]) -> str:
    """The file: a line for each verb, frame and voice that was rated both ways."""
    rows = (
        "\t".join([*key, f"{by['positive']:g}", f"{by['negative']:g}"])
        for key, by in ratings.items()
        if {"positive", "negative"} <= by.keys()
    )
    return HEAD + "\n".join(rows) + "\n"


def main() -> None:
    source, *flags = sys.argv[1:]
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        made = table(rated(json.loads(line) for line in lines if line.strip()))
    if "--check" in flags:
        if made != WRITTEN.read_text(encoding="utf-8"):
            sys.exit(f"{WRITTEN} is not what {source} gives: run training.verbs again")
    else:
        WRITTEN.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
