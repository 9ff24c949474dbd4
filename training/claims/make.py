"""From the finished tagger to the shipped second pass: train, choose, train on everything, write.

    python -m training.claims.make [--epochs 8]

The first run leaves out a seventh of the articles, on which `training.claims.fit` then chooses; what ships
has learned from all of them in the same way.
"""

import argparse
from pathlib import Path

import torch

from training.claims.export import write
from training.claims.fit import choose
from training.claims.model import Proposer
from training.claims.train import train
from training.ship import WEIGHTS, sums

EPOCHS = 8.0


def shipped(run: Path, folder: Path) -> None:
    """Write a run's network beside the tagger in ``folder``."""
    model = Proposer()
    model.load_state_dict(torch.load(run, map_location="cpu", weights_only=True))
    write(model, folder)
    sums(folder)


def make(folder: Path, epochs: float, *, name: str = "claims", limit: int | None = None) -> None:
    """Everything, in order; a run that is there already is not made again."""
    held = train(f"{name}-held", folder, epochs=epochs, seed=1, everything=False, limit=limit)
    shipped(held, folder)
    choose(folder, dry=limit is not None)
    shipped(train(f"{name}-all", folder, epochs=epochs, seed=1, everything=True, limit=limit), folder)


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.claims.make", description=__doc__)
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    make(args.to, args.epochs)


if __name__ == "__main__":
    main()
