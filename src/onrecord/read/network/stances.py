"""What the network that reads propositions chooses among: FactBank values, Uu divided by kind, and acts."""

from typing import get_args

from onrecord.claim import Act, StanceValue, UuKind

KINDS: tuple[UuKind, ...] = get_args(UuKind)
CERTAIN: tuple[StanceValue, ...] = tuple(v for v in get_args(StanceValue) if v != "Uu")
VALUES: tuple[str, ...] = (*CERTAIN, *(f"Uu {kind}" for kind in KINDS))
ACTS: tuple[Act, ...] = get_args(Act)
