"""The tables of `make evaluate`: flat attributions, whole readings, and what other corpora tell."""

from collections.abc import Iterable, Mapping, Sequence

from rich.table import Column, Table

from evaluation import coreference, entities, gap, uds, whole
from evaluation.annotated import Document
from evaluation.entities import tagged
from evaluation.gum import gum
from evaluation.readings import Result, read
from evaluation.score import Counts, expected_calibration_error, interval, total
from evaluation.sets import Labelled, compared

Figures = Mapping[str, float | None]

MEASURES = ("full", "strict", "soft", "exact", "token")
ABLE_TO_SPEAK = ("person", "organization")


def flat_table() -> Table:
    columns = ("set", "texts", "gold", "found", *MEASURES, "95 % of full", "ECE")
    return Table(*columns, title="Outermost statements: F1 of the shipped weights")


def flat_row(table: Table, name: str, result: Result) -> dict[str, float]:
    """Add a set to the table; its figures by measure."""
    counts: Counts = total(result.counts)
    figures = {m: round(counts.f1(m), 4) for m in MEASURES}
    low, high = interval(result.counts, "full")
    error = f"{expected_calibration_error(result.p, result.correct):.3f}" if result.p else ""
    shown = [f"{figures[m]:.3f}" for m in MEASURES]
    size = [str(len(result.counts)), str(counts.gold), str(counts.predicted)]
    table.add_row(name, *size, *shown, f"{low:.3f}-{high:.3f}", error)
    return figures


def whole_table() -> Table:
    columns = ("texts", "gold", "F1", "nested", "parent")
    speaker = ("speaker", "name", "role", "pron.", "other", "of gold")
    chain = ("chain", "expl.", "of gold")
    set_ = Column("set", no_wrap=True)
    return Table(set_, *columns, *speaker, *chain, title="Whole readings", padding=(0, 0, 0, 1))


def whole_row(table: Table, name: str, articles: Iterable[Labelled]) -> dict[str, float | None]:
    """Add a set of whole readings to the table; its figures by name."""
    counts = [whole.count(one.statements) for one in compared(articles)]
    every = whole.total(counts)
    figures = {m: None if x is None else round(x, 4) for m, x in every.figures.items()}
    table.add_row(name, str(len(counts)), str(every.gold), *map(shown, figures.values()))
    return figures


def shown(figure: float | None) -> str:
    """A figure as a table has it."""
    return "-" if figure is None else f"{figure:.3f}"


def other_table() -> Table:
    return Table("measure", "P", "R", "F1", title="Names, coreference and factuality, without floors")


def other_rows(table: Table) -> None:
    """Add what other people's corpora say about names, coreference, pronouns and factuality."""
    documents = list(gum("dev", whole=True))
    name_rows(table, documents)
    coreference_rows(table, documents)
    answers = ((snippet, gap.answer(snippet, read(snippet.text))) for snippet in gap.gap())
    for gender, figures in gap.score(answers).items():
        _other_row(table, f"GAP, {gender}", figures)
    table.add_row("It-Happened v2, factuality, Pearson's r", "", "", shown(uds.correlation()))


def name_rows(table: Table, documents: Sequence[Document]) -> None:
    """Add how many names of GUM are found, by kind."""
    found = (entities.compare(entities.gold_names(d), tagged(d.text)) for d in documents)
    for kind, counts in entities.score(found).items():
        for measure, figures in counts.figures.items():
            _other_row(table, f"GUM names, {kind}, {measure}", figures)


def coreference_rows(table: Table, documents: Sequence[Document]) -> None:
    """Add how well the mentions of agents agree with GUM's clusters, all and those that can speak."""
    clusters = [coreference.clusters_of(read(document.text)) for document in documents]
    for title, kinds in (("all kinds", ()), ("people, organizations", ABLE_TO_SPEAK)):
        result = coreference.total(
            coreference.compare(d, found, kinds=kinds) for d, found in zip(documents, clusters, strict=True)
        )
        for measure, sums in zip(coreference.Conll._fields, result, strict=True):
            _other_row(table, f"GUM coreference, {title}, {measure}", sums.prf)
        table.add_row(f"GUM coreference, {title}, CoNLL", "", "", f"{result.f1:.3f}")


def _other_row(table: Table, name: str, figures: whole.Prf) -> None:
    table.add_row(name, *(f"{figure:.3f}" for figure in figures))
