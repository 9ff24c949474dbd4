"""The README's Python runs as it stands, and the floors hold the figures it quotes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
FLOORS = json.loads((ROOT / "evaluation" / "floors.json").read_text(encoding="utf8"))


def test_the_python_of_the_readme_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) > 400


def test_its_figures_are_those_that_the_floors_hold() -> None:
    figures = [float(x) for x in re.findall(r"\*\*(0\.\d{3})\*\*", README)]
    held = [FLOORS["polnear-dev"][m] for m in ("full", "soft", "strict")]
    figures += [float(x) for x in re.findall(r"agrees with a reader at (0\.\d{3})", README)]
    held += [FLOORS["people"]["full"]]
    assert all(0 <= figure - floor < 0.01 for figure, floor in zip(figures, held, strict=True))


def figures_under(mark: str) -> Iterator[tuple[str, str, float]]:
    """(set, measure, figure) of the table under the mark: sets in backticks, measures as columns."""
    table = README.split(f"<!-- {mark} -->")[1].strip().split("\n\n")[0]
    head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
    for name, *cells in rows:
        for measure, cell in zip(head[1:], cells, strict=True):
            if measure != "articles" and cell != "-":
                yield name.split("`")[1], measure, float(cell)


@pytest.mark.parametrize(
    ("mark", "section"), [("figures", "readings"), ("claims", "claims"), ("record", "record")]
)
def test_its_figures_by_set_keep_to_the_floors(mark: str, section: str) -> None:
    figures = list(figures_under(mark))
    assert len(figures) >= 18
    for name, measure, figure in figures:
        floor = FLOORS[section][name].get(measure, 0.0)
        assert floor <= figure <= 1, (name, measure)
        assert not floor or figure - floor < 0.05, f"no floor holds what is promised: {name}, {measure}"
