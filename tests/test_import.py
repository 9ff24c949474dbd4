"""Importing onrecord costs next to nothing: what is heavy is loaded by whoever uses it."""

import subprocess
import sys

import pytest

READING = ("numpy", "onnxruntime", "openvino", "tokenizers")
DRAWING = ("click", "jinja2", "rich")
FORMATS = ("lxml", "trafilatura", "feedparser", "fastwarc", "defusedxml", "httpx", "httpcore", "protego")
STORING = ("sqlalchemy", "alembic", "psycopg", "rensa")
HEAVY = (
    "click",
    "feedparser",
    "httpx",
    "jinja2",
    "lxml",
    "numpy",
    "onnxruntime",
    "openvino",
    "rich",
    "sqlalchemy",
    "tokenizers",
    "trafilatura",
)
SHOW_MODULES = "import {module}, sys; print(*sorted(sys.modules), sep='\\n')"


LIGHT = (
    "",
    ".reading",
    ".schema",
    ".records",
    ".answer",
    ".entry",
    ".query",
    ".terms",
    ".ingest",
    ".pipeline",
)


@pytest.mark.parametrize("module", [f"onrecord{name}" for name in LIGHT])
def test_import_loads_nothing_heavy(module):
    loaded = _run(SHOW_MODULES.format(module=module)).split()
    assert module in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_import_prints_nothing():
    assert _run("import onrecord") == ""


def test_star_import_loads_no_more_than_the_store():
    """It asks for every name, and `add` and `open_record` come with a database."""
    loaded = _run("from onrecord import *; import sys; print(*sys.modules)").split()
    assert [name for name in (*READING, *DRAWING, *FORMATS, "alembic") if name in loaded] == []


def test_a_name_that_is_loaded_later_is_the_one_that_is_meant():
    loaded = "print('sqlalchemy' in sys.modules)"
    said = _run(f"import onrecord, sys; {loaded}; print(onrecord.add.__module__); {loaded}")
    assert said.split() == ["False", "onrecord.adding", "True"]


def _run(code: str) -> str:
    """What a fresh interpreter prints; warnings are errors there too."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout
