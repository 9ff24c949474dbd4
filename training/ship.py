"""From a training run to the weights in the package.

    python -m training.ship RUN [RUN ...] [--to FOLDER]

averages the runs' weights if there are several, builds the ONNX file, chooses threshold and calibration
on the held-out articles, and writes the files with their SHA-256 sums. The model card beside them is
written by hand, from what `make evaluate` prints.
"""

import argparse
import hashlib
from pathlib import Path

import msgspec
import numpy as np
import torch

from onrecord.read.encoder import Settings, load
from onrecord.read.tag import Heads
from training.calibrate import choose
from training.data import WINDOW, training_records
from training.encoder import tokenizer
from training.export import BLOB, Blob, build
from training.model import Tagger
from training.train import RUNS

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "read" / "weights"
OVERLAP = 96
VERSION = "1"
FILES = ("tagger.onnx", "tagger-openvino.onnx", BLOB, "tokenizer.json", "heads.npz", "model.json")


def trained(paths: list[Path]) -> Tagger:
    """The tagger with the mean of the runs' weights."""
    states = [torch.load(path, map_location="cpu", weights_only=True) for path in paths]
    model = Tagger()
    model.load_state_dict({k: torch.stack([s[k].float() for s in states]).mean(0) for k in states[0]})
    return model.eval()


def heads_of(model: Tagger) -> Heads:
    """The small tables that decoding needs."""
    relations, pair = model.relations.weight.detach().numpy(), model.pair.weight.detach().numpy().T
    return Heads(relations, np.ascontiguousarray(pair), model.transitions.detach().numpy())


def seal(folder: Path, settings: Settings) -> None:
    """Write the settings and the sums of all files."""
    (folder / "model.json").write_bytes(msgspec.json.format(msgspec.json.encode(settings)) + b"\n")
    sums = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in FILES]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="ascii")


def ship(paths: list[Path], folder: Path) -> None:
    """Write everything that the run time loads."""
    folder.mkdir(parents=True, exist_ok=True)
    model, blob = trained(paths), Blob()
    graphs = {"tagger.onnx": build(model, blob), "tagger-openvino.onnx": build(model, blob, dynamic=False)}
    for name, graph in graphs.items():
        (folder / name).write_bytes(graph.SerializeToString(deterministic=True))
    (folder / BLOB).write_bytes(blob.data)
    (folder / "tokenizer.json").write_text(tokenizer().to_str(), encoding="utf8")
    np.savez(folder / "heads.npz", **{k: v.astype(np.float32) for k, v in heads_of(model)._asdict().items()})
    settings = Settings("onrecord-tagger", VERSION, WINDOW - 2, OVERLAP, 0.3, (0.0, 1.0, 0.0, 0.0))
    seal(folder, settings)
    _, held_out = training_records()
    encoder = choose(load(folder, "onnxruntime"), held_out)
    seal(folder, encoder.settings)
    print(f"shipped to {folder}")


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.ship", description=__doc__)
    parser.add_argument("runs", nargs="+")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    ship([RUNS / run / "model.pt" if "/" not in run else Path(run) for run in args.runs], args.to)


if __name__ == "__main__":
    main()
