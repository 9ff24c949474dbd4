"""Importing onrecord costs next to nothing: what is heavy is loaded by whoever uses it."""

import subprocess
import sys

import pytest

HEAVY = ("click", "jinja2", "numpy", "onnxruntime", "openvino", "rich", "tokenizers")
SHOW_MODULES = "import {module}, sys; print(*sorted(sys.modules), sep='\\n')"


@pytest.mark.parametrize("module", ["onrecord", "onrecord.reading", "onrecord.schema"])
def test_import_loads_nothing_heavy(module):
    loaded = _run(SHOW_MODULES.format(module=module)).split()
    assert module in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_import_prints_nothing():
    assert _run("import onrecord") == ""


def test_star_import_loads_nothing_heavy():
    loaded = _run("from onrecord import *; import sys; print(*sys.modules)").split()
    assert [name for name in HEAVY if name in loaded] == []


def _run(code: str) -> str:
    """What a fresh interpreter prints; warnings are errors there too."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout
