"""`make train`: from the corpora to the weights in the package, end to end.

    python -m training                 the shipped weights again (hours on two cores; stop it at will)
    python -m training --epochs 0.1    a short trial of every step; writes to training/runs/trial

A run that was stopped goes on from its last whole epoch. What is learned on top of these weights, with no
network, is made by `python -m training.speakers` and `python -m training.chain`.
"""

import argparse
import shutil
from pathlib import Path

from evaluation.corpora import CORPORA
from training.claims.make import EPOCHS as CLAIMS_EPOCHS
from training.claims.make import make
from training.ship import WEIGHTS, ship
from training.train import RUNS, Plan, start

EPOCHS, LAYERS_EPOCHS = 8.0, 4.0
SEEDS = (1, 2)


def main() -> None:
    """Train statements, then every layer, ship, then the second pass."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    args = parser.parse_args()
    if not CORPORA.exists():
        raise SystemExit(f"The corpora are missing: they belong in {CORPORA}.")
    if args.epochs != EPOCHS:
        start("trial", Plan(args.epochs, SEEDS[0]))
        first = [RUNS / "trial" / "model.pt"]
        start("trial-layers", Plan(args.epochs, SEEDS[0], tuple(first)))
        folder = RUNS / "trial" / "weights"
        ship([RUNS / "trial-layers" / "model.pt"], first, folder)
        make(folder, args.epochs, name="trial-claims", limit=8)
        return
    first = branched("seed", EPOCHS)
    ship(branched("layers", LAYERS_EPOCHS, first), first, WEIGHTS)
    make(WEIGHTS, CLAIMS_EPOCHS)


def branched(name: str, epochs: float, begin: list[Path] | None = None) -> list[Path]:
    """Two runs that part half-way, when the loss has come down but the rate is still high.

    They end in one basin: the mean of their weights reads better than either (Wortsman et al., ICML 2022), at
    the cost of one.
    """
    trunk, *branches = [RUNS / f"{name}-{seed}" for seed in SEEDS]
    start(trunk.name, Plan(epochs, SEEDS[0], tuple(begin or ())))
    for branch, seed in zip(branches, SEEDS[1:], strict=True):
        branch.mkdir(exist_ok=True)
        if not (branch / "checkpoint.pt").exists():
            shutil.copy(trunk / "branch.pt", branch / "checkpoint.pt")
        start(branch.name, Plan(epochs, seed, tuple(begin or ())))
    return [run / "model.pt" for run in (trunk, *branches)]


if __name__ == "__main__":
    main()
