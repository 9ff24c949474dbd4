"""Events: what claims are about, each once, with its PLOVER type, who takes part, and when."""

from onrecord.read.events.events import Events, events_of
from onrecord.read.events.kinds import Kind, Kinship, kind, kinship

__all__ = ["Events", "Kind", "Kinship", "events_of", "kind", "kinship"]
