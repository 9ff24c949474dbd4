"""The README's Python runs as it stands, and the floors hold the figures it quotes."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")


def test_the_python_of_the_readme_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) > 200


def test_its_figures_are_those_that_the_floors_hold() -> None:
    floors = json.loads((ROOT / "evaluation" / "floors.json").read_text())
    figures = [float(x) for x in re.findall(r"\*\*(0\.\d{3})\*\*", README)]
    held = [floors["polnear-dev"][m] for m in ("full", "soft", "strict")]
    assert all(0 <= figure - floor < 0.01 for figure, floor in zip(figures, held, strict=True))
