"""`python -m evaluation`: tables of how well the shipped weights read, and failure where a floor is not held.

python -m evaluation                       every set that is here, against evaluation/floors.json
python -m evaluation --gold                only our own articles, which ship with the project
python -m evaluation --sets wire-train     only these sets, those for development among them
python -m evaluation --errors wire-train   what went wrong in each article of a set, to read
python -m evaluation --errors wire-train --of claims --given
                                           the same of its claims, on gold statements
python -m evaluation --errors open --of changes
                                           changed articles that are read as if they were not, or the reverse
"""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console

from evaluation import claim_errors, claim_tables, errors, sets, tables
from evaluation.claims import Comparison
from evaluation.corpora import CORPORA, Record, level_one, polnear
from evaluation.perturb import measure
from evaluation.readings import Result, against_people, evaluate, gold
from evaluation.record.scores import scored as of_record
from evaluation.record.table import table as record_table
from evaluation.tables import Figures

FLOORS = Path(__file__).parent / "floors.json"
WHOLE = "readings"  # the section of the floors that holds those of whole readings
CHANGES = "changes"  # the section of those of changed articles
RECORD = "record"  # the section of those of records
CLAIMS = {"claims": False, "claims given": True}  # sections, and whether gold statements are given

Scores = Mapping[str, Figures]


def main(arguments: list[str]) -> int:
    """Print the tables; 1 where a figure is under its floor."""
    options = _options(arguments)
    console = Console(width=120)
    if options.errors:
        return show_errors(console, options.errors, of=options.of, given=options.given)
    chosen = options.sets.split(",") if options.sets else None
    if chosen and (unknown := sorted({*chosen} - {*flat_sets(), *sets.every(), "people"})):
        console.print(f"No such set: {', '.join(unknown)}. There are {', '.join(sets.every())}.")
        return 2
    floors = json.loads(FLOORS.read_text())
    sections = {name: floors.pop(name, {}) for name in (WHOLE, CHANGES, RECORD, *CLAIMS)}
    failures = under(flat(console, chosen, own=options.gold), floors)
    failures += under(whole(console, chosen, own=options.gold), sections[WHOLE])
    for section, scores in claims(console, chosen, own=options.gold).items():
        failures += under(scores, sections[section], section)
    if not options.quick:
        failures += under(records(console, chosen), sections[RECORD], RECORD)
        failures += under(changes(console, chosen, own=options.gold), sections[CHANGES], CHANGES)
    if not chosen and not options.gold and CORPORA.exists():
        others(console)
    for failure in failures:
        console.print(f"UNDER ITS FLOOR: {failure}", style="bold red")
    console.print("Every floor holds." if not failures else f"{len(failures)} floors do not hold.")
    return 1 if failures else 0


def _options(arguments: list[str]) -> Any:
    parser = ArgumentParser(
        prog="python -m evaluation", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", action="store_true", help="only our own articles")
    parser.add_argument(
        "--quick", action="store_true", help="without changed articles, of which there are many"
    )
    parser.add_argument("--sets", metavar="A,B", help="only these sets")
    parser.add_argument("--errors", metavar="SET", help="print the errors of a set instead of the tables")
    parser.add_argument(
        "--of", choices=("statements", "claims", "changes"), default="statements", help="errors of these"
    )
    parser.add_argument("--given", action="store_true", help="errors of claims, with gold statements given")
    return parser.parse_args(arguments)


def flat_sets() -> dict[str, Callable[[], list[Record]]]:
    """The sets of outermost statements; of PolNeAR its own development articles."""
    if not CORPORA.exists():
        return {"gold": gold}
    beside = {
        f"{name}-{part}": partial(level_one, f"{name}-{part}")
        for part in ("dev", "train")
        for name in ("wire", "wikinews")
    }
    return {"gold": gold, "polnear-dev": partial(polnear, "dev"), **beside}


def flat(console: Console, chosen: Collection[str] | None, *, own: bool) -> dict[str, Figures]:
    """Print the table of outermost statements; figures by set."""
    table, scores = tables.flat_table(), dict[str, Figures]()
    for name, records in flat_sets().items():
        if _wanted(name, chosen, own=own):
            console.print(f"reading {name} ...", style="dim")
            scores[name] = tables.flat_row(table, name, evaluate(records()))
    if CORPORA.exists() and _wanted("people", chosen, own=own):
        console.print("reading people ...", style="dim")
        model, pairs = against_people()
        scores["people"] = tables.flat_row(table, "people: model with each reader", Result(model, [], []))
        tables.flat_row(table, "people: reader with reader", Result(pairs, [], []))
    if scores:
        console.print(table)
    return scores


def whole(console: Console, chosen: Collection[str] | None, *, own: bool) -> dict[str, Figures]:
    """Print the table of whole readings; figures by set."""
    table, scores = tables.whole_table(), dict[str, Figures]()
    for name, articles in sets.every().items():
        if _wanted(name, chosen, own=own):
            console.print(f"reading {name} whole ...", style="dim")
            scores[name] = tables.whole_row(table, name, articles())
    if scores:
        console.print(table)
    return scores


def claims(console: Console, chosen: Collection[str] | None, *, own: bool) -> dict[str, dict[str, Figures]]:
    """Print the tables of claims, end to end and of gold statements; figures by section of floors and set."""
    scores: dict[str, dict[str, Figures]] = {}
    events, every = claim_tables.event_table(), dict[str, list[Comparison]]()
    for section, given in CLAIMS.items():
        title = "Claims of gold statements" if given else "Claims, end to end"
        table, scores[section], every[section] = claim_tables.claim_table(title), {}, []
        for name, articles in sets.every().items():
            if _wanted(name, chosen, own=own) and any(article.whole.claims for article in articles()):
                console.print(f"reading {section}, {name} ...", style="dim")
                measured = claim_tables.measured(sets.compared(articles(), of_gold=given))
                claim_tables.claim_row(table, name, measured)
                claim_tables.event_row(events, f"{name}, given" if given else name, measured)
                scores[section][name] = measured.figures
                every[section] += measured.claims
        if scores[section]:
            console.print(table)
    if any(every.values()):
        console.print(events)
        console.print(claim_tables.breakdown(*every.values()))
        console.print(claim_tables.calibration_table(every["claims given"]))
    return scores


def changes(console: Console, chosen: Collection[str] | None, *, own: bool) -> dict[str, Figures]:
    """Print the table of changed articles, of our own gold or by name; figures by set."""
    table, scores = measure.table(), dict[str, Figures]()
    for name, articles in (sets.every() if chosen else sets.shipped()).items():
        if _wanted(name, chosen, own=own) and any(article.whole.claims for article in articles()):
            console.print(f"reading {name}, changed ...", style="dim")
            scores[name] = measure.rows(table, name, measure.outcomes(articles()))
    if scores:
        console.print(table)
    return scores


def records(console: Console, chosen: Collection[str] | None) -> dict[str, Figures]:
    """Print the tables of records of runs of news, of two that rules saw and two that they did not."""
    scores = dict[str, Figures]()
    for half in () if chosen else ("open", "later", "checking", "blind"):
        console.print(f"adding the {half} run to a record ...", style="dim")
        measured = of_record(half)
        console.print(record_table(measured, f"The record of the {half} run"))
        scores[half] = measured.figures
    return scores


def others(console: Console) -> None:
    """Print the table of what other people's corpora tell."""
    console.print("reading GUM, GAP and It-Happened ...", style="dim")
    table = tables.other_table()
    tables.other_rows(table)
    console.print(table)


def _wanted(name: str, chosen: Collection[str] | None, *, own: bool) -> bool:
    """Whether a set is to be measured; those for development only by name."""
    if chosen is not None:
        return name in chosen
    return name in sets.shipped() if own else not name.endswith("-train")


def show_errors(console: Console, name: str, *, of: str, given: bool) -> int:
    """Print the errors of a set, one article after another."""
    if name not in sets.every():
        console.print(f"No such set: {name}. There are {', '.join(sets.every())}.")
        return 2
    articles = sets.every()[name]()
    if of == "changes":
        lines = measure.report(measure.outcomes(articles))
    else:
        report = claim_errors.report if of == "claims" else errors.report
        lines = (line for one in sets.compared(articles, of_gold=given) for line in report(one))
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return 0


def under(scores: Scores, floors: Mapping[str, Mapping[str, float]], section: str = "") -> list[str]:
    """The figures that are lower than their floors, in words; what could not be measured is 0."""
    where = f"{section}: " if section else ""
    return [
        f"{where}{name} {measure} is {scores[name].get(measure)}, its floor is {floor}"
        for name, measures in floors.items()
        if name in scores
        for measure, floor in measures.items()
        if (scores[name].get(measure) or 0.0) < floor
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
