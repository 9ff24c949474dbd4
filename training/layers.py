"""The shipped tagger's layers, out of its 8-bit file and back into floats."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn


def shipped_layers(layers: nn.ModuleList, weights: Path, of: int = 6) -> None:
    """Fill ``layers`` with the topmost ones of the ``of`` layers that are shipped."""
    graph = onnx.load(weights / "tagger.onnx").graph  # external data are in its folder
    arrays = {x.name: numpy_helper.to_array(x) for x in graph.initializer}
    with torch.no_grad():
        for i, layer in enumerate(layers, start=of - len(layers)):
            for name in ("qkv", "out", "up", "down"):
                at = f"{i}.{name}"
                weight = arrays[f"{at}.weight"].astype(np.float32) * arrays[f"{at}.scale"]
                getattr(layer, name).weight.copy_(torch.from_numpy(weight.T.copy()))
                getattr(layer, name).bias.copy_(torch.from_numpy(arrays[f"{at}.bias"].copy()))
            for name in ("norm1", "norm2"):
                at = f"{i}.{name}"
                getattr(layer, name).weight.copy_(torch.from_numpy(arrays[f"{at}.scale"].copy()))
                getattr(layer, name).bias.copy_(torch.from_numpy(arrays[f"{at}.bias"].copy()))
