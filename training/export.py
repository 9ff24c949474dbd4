"""The trained tagger as ONNX with 8-bit matrices: built node by node, as the run time wants it.

Weights are rounded to 8 bits a column (a row, for embeddings). Two graphs share them: ``tagger.onnx`` for
onnxruntime rounds activations too while it runs (`DynamicQuantizeMatMul`), ``tagger-openvino.onnx`` is in
standard operators and leaves the arithmetic to OpenVINO, which uses bf16 where the CPU has it. The numbers
lie once, beside them, in ``tagger.bin``. The style of an annotator is a constant by then and is folded
into the embeddings. The graphs are written here rather than traced, so that they hold the run time's fused
operators and nothing else.
"""

from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.model import HEADS, HIDDEN, OUTPUTS, Layer, Tagger

Array = NDArray[Any]
FEATURES = ("ids", "shapes", "quoted", "places")
LIMIT = 127
LOWER = 3  # layers that the network of propositions goes on from
BLOB = "tagger.bin"
ALIGNMENT = 64


class Blob:
    """The numbers that the graphs share, each array once, at an aligned place."""

    def __init__(self, name: str = BLOB) -> None:
        self.name = name
        self.data = bytearray()
        self.places: dict[str, tuple[int, int]] = {}

    def tensor(self, name: str, value: Array) -> onnx.TensorProto:
        """``value`` as an ONNX tensor whose numbers lie in the blob."""
        tensor = numpy_helper.from_array(np.ascontiguousarray(value), name)
        if name not in self.places:
            self.data.extend(bytes(-len(self.data) % ALIGNMENT))
            self.places[name] = len(self.data), len(tensor.raw_data)
            self.data.extend(tensor.raw_data)
        onnx.external_data_helper.set_external_data(tensor, self.name, *self.places[name])
        tensor.ClearField("raw_data")
        return tensor


class Graph:
    """Nodes and initializers, collected in order."""

    def __init__(self, blob: Blob) -> None:
        self.blob = blob
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: Array) -> str:
        large = value.nbytes >= 1024
        self.initializers[name] = (
            self.blob.tensor(name, value) if large else numpy_helper.from_array(value, name)
        )
        return name

    def node(
        self, op: str, inputs: list[str], *, domain: str = "", outputs: int = 1, **attributes: Any
    ) -> Any:
        names = [f"{op}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names


def quantized(weight: Array, axis: int) -> tuple[Array, Array]:
    """``weight`` as int8 with one scale for each index of ``axis``, the scale that errs least."""
    other = 1 - axis
    peak = np.abs(weight).max(axis=other, keepdims=True).clip(1e-8)
    best = np.full(peak.shape, np.inf)
    scale = peak / LIMIT
    for share in np.linspace(0.7, 1.0, 13):
        trial = peak * share / LIMIT
        error = ((np.round(weight / trial).clip(-LIMIT, LIMIT) * trial - weight) ** 2).sum(
            axis=other, keepdims=True
        )
        scale, best = np.where(error < best, trial, scale), np.minimum(error, best)
    return np.round(weight / scale).clip(-LIMIT, LIMIT).astype(np.int8), scale.astype(np.float32)


def matmul(graph: Graph, x: str, layer: torch.nn.Linear, name: str, *, dynamic: bool) -> str:
    """``x @ W + b`` with an 8-bit ``W``; in 8 bits too, or in the run time's own floats."""
    weight, bias = layer.weight.detach().numpy().T, layer.bias.detach().numpy()
    rounded, scale = quantized(weight, axis=1)
    w = graph.constant(f"{name}.weight", rounded)
    s = graph.constant(f"{name}.scale", scale[0])
    b = graph.constant(f"{name}.bias", bias)
    if dynamic:
        zero = graph.constant(f"{name}.zero", np.zeros(len(scale[0]), dtype=np.int8))
        return str(graph.node("DynamicQuantizeMatMul", [x, w, s, zero, b], domain="com.microsoft"))
    dense = graph.node("Mul", [graph.node("Cast", [w], to=TensorProto.FLOAT), s])
    return str(graph.node("Add", [graph.node("MatMul", [x, dense]), b]))


def norm(graph: Graph, x: str, layer: torch.nn.LayerNorm, name: str) -> str:
    """Layer normalisation."""
    scale = graph.constant(f"{name}.scale", layer.weight.detach().numpy())
    bias = graph.constant(f"{name}.bias", layer.bias.detach().numpy())
    return str(graph.node("LayerNormalization", [x, scale, bias], epsilon=1e-12))


def build(model: Tagger, blob: Blob, style: int = 0, *, dynamic: bool = True) -> onnx.ModelProto:
    """The tagger as an ONNX graph: four (1, pieces) inputs; the scores, and what the lower layers say."""
    graph = Graph(blob)
    words, scale = quantized(model.words.weight.detach().numpy(), axis=0)
    rounded = graph.node("Gather", [graph.constant("words", words), "ids"])
    scales = graph.node("Gather", [graph.constant("words.scale", scale), "ids"])
    x = graph.node("Mul", [graph.node("Cast", [rounded], to=TensorProto.FLOAT), scales])
    fixed = model.positions.weight + model.segment + model.styles.weight[style]
    length = graph.node("Shape", ["ids"], start=1, end=2)
    zero, axis = graph.constant("zero", np.array([0])), graph.constant("axis", np.array([0]))
    positions = graph.node("Slice", [graph.constant("positions", fixed.detach().numpy()), zero, length, axis])
    x = graph.node("Add", [x, positions])
    for name in FEATURES[1:]:
        table = graph.constant(name + ".table", getattr(model, name).weight.detach().numpy())
        x = graph.node("Add", [x, graph.node("Gather", [table, name])])
    x = norm(graph, x, model.norm, "norm")
    for i, layer in enumerate(model.layers):
        x = transformer(graph, x, layer, str(i), dynamic=dynamic)
        if i == LOWER - 1:
            graph.nodes[-1].output[0] = x = "lower"
    width = readout(graph, x, [getattr(model, name) for name in OUTPUTS])
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in FEATURES]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "pieces", width])
        for name, width in (("scores", width), ("lower", HIDDEN))
    ]
    return finished(graph, "tagger", inputs, outputs)


def readout(graph: Graph, x: str, heads: list[torch.nn.Linear]) -> int:
    """All heads as one product named "scores"; how many scores a piece has."""
    weight = np.concatenate([h.weight.detach().numpy() for h in heads]).T
    bias = np.concatenate(
        [np.zeros(h.out_features) if h.bias is None else h.bias.detach().numpy() for h in heads]
    )
    x = graph.node("MatMul", [x, graph.constant("heads.weight", weight)])
    graph.node("Add", [x, graph.constant("heads.bias", bias.astype(np.float32))])
    graph.nodes[-1].output[0] = "scores"
    return int(weight.shape[1])


def finished(graph: Graph, name: str, inputs: list[Any], outputs: list[Any]) -> onnx.ModelProto:
    """The collected nodes as a model."""
    made = helper.make_graph(graph.nodes, name, inputs, outputs, list(graph.initializers.values()))
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9, producer_name="onrecord")


def transformer(graph: Graph, x: str, layer: Layer, name: str, *, dynamic: bool) -> str:
    """One layer of the encoder."""
    qkv = matmul(graph, x, layer.qkv, f"{name}.qkv", dynamic=dynamic)
    query, key, value = graph.node("Split", [qkv], outputs=3, axis=2, num_outputs=3)
    attended = _attention(graph, query, key, value, dynamic=dynamic)
    out = matmul(graph, attended, layer.out, f"{name}.out", dynamic=dynamic)
    x = norm(graph, graph.node("Add", [x, out]), layer.norm1, f"{name}.norm1")
    up = matmul(graph, x, layer.up, f"{name}.up", dynamic=dynamic)
    down = matmul(graph, _gelu(graph, up, dynamic=dynamic), layer.down, f"{name}.down", dynamic=dynamic)
    return norm(graph, graph.node("Add", [x, down]), layer.norm2, f"{name}.norm2")


def _attention(graph: Graph, query: str, key: str, value: str, *, dynamic: bool) -> str:
    if dynamic:
        inputs = [query, key, value]
        return str(graph.node("MultiHeadAttention", inputs, domain="com.microsoft", num_heads=HEADS))
    split = graph.constant("heads.shape", np.array([1, -1, HEADS, HIDDEN // HEADS]))
    joined = graph.constant("joined.shape", np.array([1, -1, HIDDEN]))
    root = graph.constant("root", np.array((HIDDEN // HEADS) ** -0.5, dtype=np.float32))
    q, k, v = (graph.node("Reshape", [part, split]) for part in (query, key, value))
    q, v = (graph.node("Transpose", [part], perm=[0, 2, 1, 3]) for part in (q, v))
    k = graph.node("Transpose", [k], perm=[0, 2, 3, 1])
    weights = graph.node("Softmax", [graph.node("Mul", [graph.node("MatMul", [q, k]), root])], axis=-1)
    mixed = graph.node("Transpose", [graph.node("MatMul", [weights, v])], perm=[0, 2, 1, 3])
    return str(graph.node("Reshape", [mixed, joined]))


def _gelu(graph: Graph, x: str, *, dynamic: bool) -> str:
    return str(graph.node("Gelu", [x], domain="com.microsoft" if dynamic else ""))
