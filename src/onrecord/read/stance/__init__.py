"""Stance: how committed each holder is to each proposition, by operators composed outward."""

from onrecord.read.stance.judge import Judged, Operator, judge
from onrecord.read.stance.outer import Outer, outer

__all__ = ["Judged", "Operator", "Outer", "judge", "outer"]
