"""From a training run to the weights in the package.

    python -m training.ship RUN [RUN ...] [--first RUN ...] [--to FOLDER]

averages the runs' weights if there are several, mixes in those of the first stage, builds the ONNX file,
chooses thresholds and calibrations on the held-out articles, and writes the files with their SHA-256 sums.
The model card beside them is written by hand, from what `make evaluate` prints.
"""

import argparse
import hashlib
from pathlib import Path

import msgspec
import numpy as np

from onrecord.read.network.encoder import Settings, load
from onrecord.read.network.tag import Heads
from training.calibrate import PLAIN, choose
from training.claims.export import BLOB as PROPOSER
from training.claims.export import write
from training.claims.model import Proposer
from training.data import WINDOW
from training.encoder import tokenizer
from training.export import BLOB, Blob, build
from training.lessons import training_lessons
from training.model import Tagger
from training.train import RUNS, mean

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "read" / "weights"
OVERLAP = 96
VERSION = "3"
KEPT = 0.15  # of the first stage's weights
FILES = (
    *("tagger.onnx", "tagger-openvino.onnx", BLOB, "tokenizer.json", "heads.npz", "model.json"),
    *("proposer.onnx", "proposer-openvino.onnx", PROPOSER, "proposer.npz"),
)


def trained(paths: list[Path], first: list[Path]) -> Tagger:
    """The network with the mean of the runs' weights, and some of what the first stage had there.

    A network that goes on to learn more forgets a little; between its weights and those that it began from it
    knows both (WiSE-FT, Wortsman et al., CVPR 2022).
    """
    weights, before = mean(paths), mean(first)
    model = Tagger()
    model.load_state_dict({k: v.lerp(before[k], KEPT) if k in before else v for k, v in weights.items()})
    return model.eval()


def heads_of(model: Tagger) -> Heads:
    """The small tables that decoding needs."""
    relations, pair = model.relations.weight.detach().numpy(), model.pair.weight.detach().numpy().T
    distances = model.distances.weight.detach().numpy()[:, 0]
    return Heads(relations, np.ascontiguousarray(pair), model.transitions.detach().numpy(), distances)


def seal(folder: Path, settings: Settings) -> None:
    """Write the settings and the sums of all files."""
    (folder / "model.json").write_bytes(msgspec.json.format(msgspec.json.encode(settings)) + b"\n")
    sums(folder)


def sums(folder: Path) -> None:
    """Write the sums of all files."""
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in FILES]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="ascii")


def ship(paths: list[Path], first: list[Path], folder: Path) -> None:
    """Write everything that the run time loads."""
    folder.mkdir(parents=True, exist_ok=True)
    model, blob = trained(paths, first), Blob()
    graphs = {"tagger.onnx": build(model, blob), "tagger-openvino.onnx": build(model, blob, dynamic=False)}
    for name, graph in graphs.items():
        (folder / name).write_bytes(graph.SerializeToString(deterministic=True))
    (folder / BLOB).write_bytes(blob.data)
    (folder / "tokenizer.json").write_text(tokenizer().to_str(), encoding="utf8")
    np.savez(folder / "heads.npz", **{k: v.astype(np.float32) for k, v in heads_of(model)._asdict().items()})
    write(Proposer(), folder)  # untrained: `training.claims.make` makes it, on top of this tagger
    settings = Settings("onrecord-tagger", VERSION, WINDOW - 2, OVERLAP, 0.3, 0.3, PLAIN, PLAIN)
    seal(folder, settings)
    _, _, held_out = training_lessons()
    encoder = choose(load(folder, "onnxruntime"), held_out)
    seal(folder, encoder.settings)
    print(f"shipped to {folder}")


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.ship", description=__doc__)
    parser.add_argument("runs", nargs="+")
    parser.add_argument("--first", nargs="*", default=[], help="runs of the first stage to mix in")
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    runs, first = (
        [RUNS / run / "model.pt" if "/" not in run else Path(run) for run in chosen]
        for chosen in (args.runs, args.first)
    )
    ship(runs, first, args.to)


if __name__ == "__main__":
    main()
