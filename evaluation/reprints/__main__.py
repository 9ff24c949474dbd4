"""How well copies are told from look-alikes: copies of every kind made of the example articles, and traps.

    python -m evaluation.reprints              the figures, by kind
    python -m evaluation.reprints --seeds 5    more variations of each
    python -m evaluation.reprints --errors     what went wrong, pair by pair

The articles are the examples of this project, the additions and the forms are written here, and all that is
left to chance hangs on a seed.
"""

import sys
from collections import Counter
from time import perf_counter

from evaluation.reprints.measure import measure
from evaluation.reprints.printed import printed


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
