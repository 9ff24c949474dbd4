"""The scores that the second network gives for each wordpiece, and the small tables that go with them."""

from itertools import accumulate
from typing import NamedTuple

from onrecord.read.network.stances import ACTS, VALUES
from onrecord.read.network.tag import Floats

EVIDENCE = 64


class Relating(NamedTuple):
    """The tables that relate a word to a trigger as its evidence."""

    relations: Floats
    pair: Floats
    bias: Floats


class Outputs(NamedTuple):
    """Where each kind of score stands in a row of them; see ``training/claims/model.py``."""

    trigger: slice
    event: slice
    value: slice
    act: slice
    against: slice
    happened: slice
    argument: slice
    predicate: slice


_WIDTHS = (3, 3, len(VALUES), len(ACTS), 1, 1, EVIDENCE, EVIDENCE)
_ENDS = tuple(accumulate(_WIDTHS))
COLUMNS = Outputs(*(slice(end - width, end) for end, width in zip(_ENDS, _WIDTHS, strict=True)))
