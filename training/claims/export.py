"""The network of propositions as ONNX, in the same way as the tagger: two graphs over one file of numbers."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from training.claims.model import OUTPUTS, Proposer
from training.export import Blob, Graph, finished, readout, transformer
from training.model import HIDDEN

BLOB = "proposer.bin"
FEATURES = ("levels", "parts", "does")
GRAPHS = {"proposer.onnx": True, "proposer-openvino.onnx": False}


def build(model: Proposer, blob: Blob, *, dynamic: bool = True) -> onnx.ModelProto:
    """(1, pieces, hidden) of the tagger and three (1, pieces) features in, (1, pieces, scores) out."""
    graph = Graph(blob)
    x = "lower"
    for name in FEATURES:
        table = graph.constant(name + ".table", getattr(model, name).weight.detach().numpy())
        x = graph.node("Add", [x, graph.node("Gather", [table, name])])
    for i, layer in enumerate(model.layers):
        x = transformer(graph, x, layer, str(i), dynamic=dynamic)
    width = readout(graph, x, [getattr(model, name) for name in OUTPUTS])
    inputs = [helper.make_tensor_value_info("lower", TensorProto.FLOAT, [1, "pieces", HIDDEN])]
    inputs += [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in FEATURES]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, "pieces", width])]
    return finished(graph, "proposer", inputs, outputs)


def write(model: Proposer, folder: Path) -> None:
    """The graphs, their numbers, and the small tables that relate words to a trigger."""
    model.eval()
    blob = Blob(BLOB)
    for name, dynamic in GRAPHS.items():
        graph = build(model, blob, dynamic=dynamic)
        (folder / name).write_bytes(graph.SerializeToString(deterministic=True))
    (folder / BLOB).write_bytes(blob.data)
    tables = {
        "relations": model.relations.weight,
        "pair": model.pair.weight[0],
        "bias": model.pair.bias,
    }
    np.savez(folder / "proposer.npz", **{k: v.detach().numpy().astype(np.float32) for k, v in tables.items()})
