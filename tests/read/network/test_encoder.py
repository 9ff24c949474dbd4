"""The weights: complete, checked, and no piece of an article unread."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import WeightsError
from onrecord.read.network.encoder import WEIGHTS, check, load, windows
from onrecord.read.network.tokens import tokenize
from onrecord.read.quotes import quotations


def test_the_shipped_weights_are_the_released_ones() -> None:
    check(WEIGHTS)
    listed = {line.split()[1] for line in (WEIGHTS / "SHA256SUMS").read_text().splitlines()}
    assert listed | {"SHA256SUMS", "MODEL_CARD.md"} == {path.name for path in WEIGHTS.iterdir()}
    assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 50_000_000


def test_a_changed_file_is_refused_by_name(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))
    with (folder / "heads.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(WeightsError, match=r"heads\.npz is not the released one"):
        load(folder, "onnxruntime")


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WEIGHTS, tmp_path / "weights"))
    (folder / "tagger.bin").unlink()
    with pytest.raises(WeightsError, match=r"tagger\.bin"):
        load(folder, "onnxruntime")


@given(st.integers(0, 3000), st.integers(2, 400), st.data())
def test_windows_own_every_piece_once(length: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size // 2))
    owned = []
    for start, end, own, own_end in windows(length, size, overlap):
        assert 0 <= start <= own <= own_end <= end <= length
        assert end - start <= size
        owned += range(own, own_end)
    assert owned == list(range(length))


def test_both_engines_agree() -> None:
    pytest.importorskip("openvino")
    from onrecord.read.network.encoder import encode

    text = "“The ferry will sail,” harbour master Inga Roos said on Friday."
    one, other = load(WEIGHTS, "onnxruntime"), load(WEIGHTS, "openvino")
    tokens = tokenize(text, quotations(text)[0], one.tokenizer)
    scores = [
        encode(engine, tokens, 0, len(tokens.ids)).cue.argmax(axis=1).tolist() for engine in (one, other)
    ]
    assert scores[0] == scores[1]
