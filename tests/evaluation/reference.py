"""The scorers that every figure of the project is quoted by, where they lie beside this checkout."""

import importlib.util
import sys
from types import ModuleType

import pytest

from evaluation.corpora import CORPORA


def reference(name: str) -> ModuleType:
    """The module ``../shared/evaluation/NAME.py``; the test is skipped where it is absent."""
    path = CORPORA.parent / "evaluation" / f"{name}.py"
    if not path.exists():
        pytest.skip("the reference scorer is not beside this checkout")
    spec = importlib.util.spec_from_file_location(f"reference_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
