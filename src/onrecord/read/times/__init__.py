"""Times: when what is reported was or will be, resolved to days, and which of them an event hangs on."""

from onrecord.read.times.bounds import bound_of, starting
from onrecord.read.times.guess import published_guess
from onrecord.read.times.said import said_on
from onrecord.read.times.times import times_of

__all__ = ["bound_of", "published_guess", "said_on", "starting", "times_of"]
