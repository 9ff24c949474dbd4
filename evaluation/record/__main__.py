"""`python -m evaluation.record`: how well a record of the example run agrees with its labelled truth.

python -m evaluation.record                          all parts, each added to a new record first
python -m evaluation.record --half open              one of them
python -m evaluation.record --half open --db news.db a record that is there
python -m evaluation.record --half open --layers DIR anybody's layers, as JSON lines (utterances.jsonl, ...)
python -m evaluation.record --errors utterances      what is wrong, pair by pair, of the open half
"""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from rich.console import Console

from evaluation.record import errors
from evaluation.record.layers import Layers, built, from_folder, from_record
from evaluation.record.matched import Matched
from evaluation.record.scores import score_matched
from evaluation.record.table import rows, table
from evaluation.record.truth import HALVES, SEALED, load


def main(arguments: list[str]) -> int:
    """Print the tables, or the errors; 1 where a floor does not hold."""
    options = _options(arguments)
    console = Console(width=140)
    if options.errors and options.half in SEALED:
        console.print(f"The {options.half} half only measures: nobody reads its errors. Use --half open.")
        return 2
    if (options.db or options.layers) and not options.half:
        console.print("Say which half of the run the record is of: --half open, for one.")
        return 2
    halves = [options.half] if options.half else ["open"] if options.errors else [*HALVES]
    failed = False
    for half in halves:
        truth = load(half)
        if truth.problems:
            console.print(
                f"{len(truth.problems)} labels of the {half} half do not resolve.", style="bold red"
            )
            failed = True
        matched = Matched(truth, _layers(options, half))
        if options.errors:
            for line in errors.report(matched, options.errors):
                console.print(line, markup=False, highlight=False, soft_wrap=True)
            continue
        scores = score_matched(matched)
        console.print(table(scores, f"The record of the {half} half: {len(truth.texts)} articles"))
        failed = failed or not all(row.holds for row in rows(scores))
    return 1 if failed else 0


def _layers(options: Any, half: str) -> Layers:
    if options.layers:
        return from_folder(options.layers)
    return from_record(options.db) if options.db else built(half)


def _options(arguments: list[str]) -> Any:
    parser = ArgumentParser(
        prog="python -m evaluation.record", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES, help="only this half of the run")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--db", help="a record of that half, by its path or its postgresql:// address")
    source.add_argument("--layers", type=Path, metavar="DIR", help="a folder of layers as JSON lines")
    parser.add_argument("--errors", choices=errors.LAYERS, help="print the errors of a layer instead")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
