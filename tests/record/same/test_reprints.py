"""The figures that reprints are held to, over copies of the examples and traps among them."""

import pytest

from evaluation.reprints.copies import COPIES
from evaluation.reprints.measure import measure
from evaluation.reprints.printed import printed


@pytest.fixture(scope="module")
def figures():
    return measure(list(printed(0)))


def test_every_kind_of_copy_is_found(figures):
    assert {kind: hit / n for kind, (n, hit) in figures.kinds.items()} == dict.fromkeys(COPIES, 1.0)


def test_nothing_else_is_found(figures):
    assert figures.false == []


def test_groups(figures):
    assert figures.grouped_precision > 0.98
    assert figures.grouped_recall > 0.99
