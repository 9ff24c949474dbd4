"""Every error onrecord raises on purpose.

    OnrecordError
    ├── InputError      a file cannot be read: missing, a permission, not text
    └── WeightsError    the shipped weights are missing or are not the ones that were released

Text never raises, however odd: it gives flaws (see `Flaw`). Only misuse and the world outside do. Each
message says what happened and what to do next; a foreign error is wrapped at the edge, ``from exc``.
"""


class OnrecordError(Exception):
    """What every error of onrecord is, for one ``except``."""


class InputError(OnrecordError):
    """A file or folder that cannot be read, with what to do about it."""


class WeightsError(OnrecordError):
    """The weights in the package are missing, damaged, or not those of its checksum file."""
