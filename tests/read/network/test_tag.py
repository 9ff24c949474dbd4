"""Decoding: Viterbi by halving against Viterbi step by step, cues, relations."""

import numpy as np
import pytest

from onrecord.read.network.tag import (
    FORBIDDEN,
    INSIDE,
    RELATIONS,
    ROLES,
    Heads,
    Scores,
    begun_or_inside,
    cues,
    ranges,
    relation,
    role_scores,
    roles,
)


def some_scores(pieces: int, seed: int) -> tuple[Scores, Heads]:
    rng = np.random.default_rng(seed)
    widths = (3, 3, len(ROLES), 8, 8, 7, 4, 4, 1)
    scores = Scores(*(2 * rng.normal(size=(pieces, k)).astype("f4") for k in widths))
    shapes = ((RELATIONS, 8), (8, len(ROLES)), (len(ROLES), len(ROLES)), (12,))
    return scores, Heads(*(rng.normal(size=shape).astype("f4") for shape in shapes))


def step_by_step(grid: np.ndarray, transitions: np.ndarray) -> list[int]:
    allowed = np.where(FORBIDDEN, -1e4, transitions)
    best, back = grid[0] + np.where(INSIDE, -1e4, 0), []
    for row in grid[1:]:
        paths = best[:, None] + allowed
        back.append(paths.argmax(axis=0))
        best = paths.max(axis=0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


@pytest.mark.parametrize("pieces", [1, 2, 3, 7, 64, 65, 200])
def test_viterbi_by_halving_finds_the_best_path(pieces: int) -> None:
    scores, heads = some_scores(pieces, seed=pieces)
    paragraph = np.arange(pieces) // 20
    anchors = [(0, 1), (pieces - 1, pieces)]
    for anchor, path in zip(anchors, roles(scores, heads, paragraph, anchors), strict=True):
        grid = role_scores(scores, heads, paragraph, anchor)
        assert path.tolist() == step_by_step(grid, heads.transitions)


def test_no_role_goes_on_that_did_not_begin() -> None:
    scores, heads = some_scores(120, seed=5)
    (path,) = roles(scores, heads, np.zeros(120, dtype=np.int64), [(40, 42)])
    before = np.concatenate([[0], path[:-1]])
    assert not FORBIDDEN[before, path].any()


def test_ranges_of_a_path() -> None:
    path = np.array(
        [ROLES.index(r) for r in ("B-source", "I-source", "O", "B-content", "B-content", "I-content")]
    )
    assert ranges(path, "source") == ((0, 2),)
    assert ranges(path, "content") == ((3, 4), (4, 6))


def test_cues_are_cut_where_a_new_one_begins() -> None:
    out, begin, inside = [4.0, 0, 0], [0, 4.0, 0], [0, 0, 4.0]
    scores = np.array([out, begin, inside, begin, out, inside], dtype="f4")
    found = cues(begun_or_inside(scores), 0.5)
    assert [span for span, _ in found] == [(1, 3), (3, 4), (5, 6)]
    assert all(0.9 < p < 1 for _, p in found)


def test_relations_tell_near_from_far_left_from_right_and_the_paragraph() -> None:
    paragraph = np.array([0] * 50 + [1] * 50)
    classes = relation(paragraph, 50, 52)
    assert classes.min() >= 0
    assert classes.max() < RELATIONS
    assert classes[50] == classes[51]
    assert len({int(classes[i]) for i in (47, 48, 49, 50, 52, 53, 54)}) == 7
    assert classes[49] % 2 == 0
    assert classes[60] % 2 == 1
