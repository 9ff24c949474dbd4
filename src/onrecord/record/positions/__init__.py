"""Positions: what a holder is committed to about an event, and how that changes with each utterance."""

from onrecord.record.positions.commitment import Commitment, difference
from onrecord.record.positions.steps import Step, steps

__all__ = ["Commitment", "Step", "difference", "steps"]
