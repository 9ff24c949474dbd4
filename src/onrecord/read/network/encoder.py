"""The shipped weights at work: an article's wordpieces in, the tagger's scores out.

The weights lie in the package (``read/weights``): the encoder as ONNX with 8-bit matrices, its
tokenizer, the small tables of the heads, and ``model.json`` with what decoding needs to know. Their
SHA-256 sums are checked before they are loaded, so that a damaged or exchanged file is an error with a
name and never a strange reading. Nothing is downloaded, and nothing is unpickled.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import WeightsError
from onrecord.read.network.mentions import ENTITIES
from onrecord.read.network.outputs import Relating
from onrecord.read.network.tag import LINK, ROLES, Floats, Heads, Scores
from onrecord.read.network.tokens import Tokens
from onrecord.reading import Model

WEIGHTS = Path(__file__).parents[1] / "weights"
Engine = Literal["onnxruntime", "openvino"]
Run = Callable[[Mapping[str, NDArray[Any]]], tuple[Floats, ...]]
CLS, SEP = 101, 102


class Settings(msgspec.Struct, frozen=True):
    """``model.json``: who the weights are, and the numbers that were chosen with them on held-out articles.

    ``window`` and ``overlap`` count wordpieces; ``threshold`` is the least probability of a cue, ``deep`` of
    one inside another's words; ``calibration`` and ``deep_calibration`` hold the weights of the logistic
    regressions that give the statements' ``p``.
    """

    name: str
    version: str
    window: int
    overlap: int
    threshold: float
    deep: float
    calibration: tuple[float, ...]
    deep_calibration: tuple[float, ...]

    def model(self) -> Model:
        """What a reading says of the weights that made it."""
        return Model(self.name, self.version)


class Encoder(NamedTuple):
    """The loaded weights; ``run`` takes the features of one window.

    It gives its scores, and what the lower layers say of it, from which ``second`` goes on: the network that
    reads propositions once it is known who says what.
    """

    run: Run
    tokenizer: Tokenizer
    heads: Heads
    settings: Settings
    second: Run
    relating: Relating

    @property
    def links(self) -> tuple[int, int, int]:
        """How wide the three vectors are that link mentions."""
        return LINK, LINK, 1

    @property
    def splits(self) -> list[int]:
        """Where one score ends and the next begins in a row of what the encoder gives."""
        rank = self.heads.pair.shape[0]
        return list(accumulate([3, 3, len(ROLES), rank, rank, 1 + 2 * len(ENTITIES), LINK, LINK]))


@cache
def load_encoder() -> Encoder:
    """The weights of the package on the engine that suits this machine, loaded once a process."""
    return load(WEIGHTS, "openvino" if openvino_pays() else "onnxruntime")


def load(folder: Path, engine: Engine) -> Encoder:
    """The weights in ``folder``, checked.

    Raises WeightsError where a file is missing or is not the one that was released.
    """
    check(folder)
    settings = msgspec.json.decode((folder / "model.json").read_bytes(), type=Settings)
    with np.load(folder / "heads.npz", allow_pickle=False) as tables:
        heads = Heads(**{name: tables[name] for name in Heads._fields})
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    start = _openvino if engine == "openvino" else _onnxruntime
    with np.load(folder / "proposer.npz", allow_pickle=False) as tables:
        relating = Relating(**{name: tables[name] for name in Relating._fields})
    return Encoder(start(folder, "tagger"), tokenizer, heads, settings, start(folder, "proposer"), relating)


def check(folder: Path) -> None:
    """Compare every file that ``SHA256SUMS`` of ``folder`` lists with its sum."""
    try:
        lines = (folder / "SHA256SUMS").read_text(encoding="ascii").splitlines()
        for digest, name in (line.split() for line in lines):
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                raise WeightsError(
                    f"The weights file {name} is not the released one. Install onrecord again."
                )
    except OSError as exc:
        raise WeightsError(f"The weights are incomplete ({exc}). Install onrecord again.") from exc


def openvino_pays() -> bool:
    """Whether OpenVINO is installed and this CPU computes in bf16, where it is the faster engine."""
    if find_spec("openvino") is None:
        return False
    import openvino

    return "BF16" in openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def _onnxruntime(folder: Path, name: str) -> Run:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    path = str(folder / f"{name}.onnx")
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def run(feeds: Mapping[str, NDArray[Any]]) -> tuple[Floats, ...]:
        return tuple(session.run(None, feeds))

    return run


def _openvino(folder: Path, name: str) -> Run:
    import openvino

    settings = {"INFERENCE_NUM_THREADS": 1, "PERFORMANCE_HINT": "LATENCY"}
    compiled = openvino.Core().compile_model(folder / f"{name}-openvino.onnx", "CPU", settings)

    def run(feeds: Mapping[str, NDArray[Any]]) -> tuple[Floats, ...]:
        return tuple(compiled(feeds).values())

    return run


def windows(length: int, size: int, overlap: int) -> Iterator[tuple[int, int, int, int]]:
    """Cut ``length`` pieces into overlapping windows: (start, end, own start, own end).

    A piece is judged in the one window whose own stretch it lies in, where it has context on both sides.

    >>> list(windows(10, 6, 2))
    [(0, 6, 0, 5), (4, 10, 5, 10)]
    """
    start = own = 0
    while True:
        end = min(start + size, length)
        if end == length:
            yield start, end, own, length
            return
        yield start, end, own, end - overlap // 2
        own, start = end - overlap // 2, end - overlap


def encode(encoder: Encoder, tokens: Tokens, start: int, end: int) -> tuple[Scores, Floats]:
    """The scores of the pieces ``[start, end)``, read as one window, and what the lower layers say of them.

    The second array holds rows for [CLS] and [SEP] too.
    """
    shape = (1, end - start + 2)
    feeds = {name: np.zeros(shape, dtype=np.int64) for name in ("ids", "shapes", "quoted", "places")}
    feeds["ids"][0, 0], feeds["ids"][0, -1] = CLS, SEP
    for name, row in feeds.items():
        row[0, 1:-1] = getattr(tokens, name)[start:end]
    out, lower = encoder.run(feeds)
    return Scores(*np.split(out[0, 1:-1], encoder.splits, axis=1)), lower[0]
