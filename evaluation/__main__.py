"""`python -m evaluation`: tables of how well the shipped weights read, and failure where a floor is not held.

python -m evaluation            every set that is here, against evaluation/floors.json
python -m evaluation --gold     only our own articles, which ship with the project
"""

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.corpora import CORPORA, level_one, polnear
from evaluation.readings import Result, against_people, evaluate, gold
from evaluation.score import Counts, expected_calibration_error, interval, total

FLOORS = Path(__file__).parent / "floors.json"
MEASURES = ("full", "strict", "soft", "exact", "token")

Scores = dict[str, dict[str, float]]


def main(arguments: list[str]) -> int:
    """Print the tables; 1 where a figure is under its floor."""
    console = Console(width=110)
    table = Table(
        "set", "texts", "gold", "found", *MEASURES, "95 % of full", "ECE", title="F1, shipped weights"
    )
    scores: Scores = {}
    sets = {"gold": gold}
    if "--gold" not in arguments and CORPORA.exists():
        sets |= {"polnear-dev": lambda: polnear("dev")}
        sets |= {f"{name}-dev": lambda name=name: level_one(f"{name}-dev") for name in ("wire", "wikinews")}
    for name, records in sets.items():
        console.print(f"reading {name} ...", style="dim")
        scores[name] = row(table, name, evaluate(records()))
    if "polnear-dev" in sets:
        console.print("reading people ...", style="dim")
        model, pairs = against_people()
        scores["people"] = row(table, "people: model with each reader", Result(model, [], []))
        row(table, "people: reader with reader", Result(pairs, [], []))
    console.print(table)
    failures = under(scores, json.loads(FLOORS.read_text()))
    for failure in failures:
        console.print(f"UNDER ITS FLOOR: {failure}", style="bold red")
    console.print("Every floor holds." if not failures else f"{len(failures)} floors do not hold.")
    return 1 if failures else 0


def row(table: Table, name: str, result: Result) -> dict[str, float]:
    """Add a set to the table; its figures by measure."""
    counts: Counts = total(result.counts)
    figures = {m: round(counts.f1(m), 4) for m in MEASURES}
    low, high = interval(result.counts, "full")
    error = f"{expected_calibration_error(result.p, result.correct):.3f}" if result.p else ""
    shown = [f"{figures[m]:.3f}" for m in MEASURES]
    size = [str(len(result.counts)), str(counts.gold), str(counts.predicted)]
    table.add_row(name, *size, *shown, f"{low:.3f}-{high:.3f}", error)
    return figures


def under(scores: Scores, floors: Scores) -> list[str]:
    """The figures that are lower than their floors, in words."""
    return [
        f"{name} {measure} F1 is {scores[name][measure]}, its floor is {floor}"
        for name, measures in floors.items()
        if name in scores
        for measure, floor in measures.items()
        if scores[name][measure] < floor
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
