"""`make train`: from the corpora to the weights in the package, end to end.

    python -m training                 the shipped weights again (hours on two cores; stop it at will)
    python -m training --epochs 0.1    a short trial of every step; writes to training/runs/trial

A run that was stopped goes on from its last whole epoch.
"""

import argparse
import shutil

from evaluation.corpora import CORPORA
from training.ship import WEIGHTS, ship
from training.train import RUNS, start

EPOCHS = 8.0
SEEDS = (1, 2)


def main() -> None:
    """Train, branch, ship.

    Runs that part half-way, when the loss has come down but the rate is still high, end in one basin: the
    mean of their weights reads better than either (Wortsman et al., ICML 2022), at the cost of one.
    """
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    args = parser.parse_args()
    if not CORPORA.exists():
        raise SystemExit(f"The corpora are missing: they belong in {CORPORA}.")
    if args.epochs != EPOCHS:
        start("trial", epochs=args.epochs, seed=1)
        ship([RUNS / "trial" / "model.pt"], RUNS / "trial" / "weights")
        return
    trunk, *branches = [RUNS / f"seed-{seed}" for seed in SEEDS]
    start(trunk.name, epochs=EPOCHS, seed=SEEDS[0])
    for branch, seed in zip(branches, SEEDS[1:], strict=True):
        branch.mkdir(exist_ok=True)
        if not (branch / "checkpoint.pt").exists():
            shutil.copy(trunk / "branch.pt", branch / "checkpoint.pt")
        start(branch.name, epochs=EPOCHS, seed=seed)
    ship([run / "model.pt" for run in (trunk, *branches)], WEIGHTS)


if __name__ == "__main__":
    main()
