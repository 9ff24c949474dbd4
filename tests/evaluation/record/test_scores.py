"""Scores of layers that are perfect, all one, all apart, or wrong in one place; and that ids play no part."""

import random

import pytest
from msgspec.structs import replace

from evaluation.record.layers import Layers
from evaluation.record.pairs import Pairs
from evaluation.record.scores import Scores, score
from evaluation.record.truth import HALVES, Truth, load
from onrecord import Span
from onrecord.entry import Copy, Outcome, Reprints, Source, Superseded
from tests.evaluation.record.perfect import perfect
from tests.evaluation.record.spoiled import (
    by_chance,
    each_its_own,
    one_event,
    one_person,
    one_utterance,
    renamed,
)
from tests.evaluation.record.world import COPY, FIRST, LATER, OWN, TWIN, WIRE, world

TRUTH = world()
PERFECT = perfect(TRUTH)


def _flawless(scores: Scores) -> bool:
    counted = scores.positions.false or scores.positions.copied or scores.wrongly_taken_back
    shares = (scores.versions, scores.outcome_days)
    return (
        all(figure == 1 for figure in scores.figures.values())
        and not counted
        and not scores.invented_outcomes
        and all(share.rate == 1 for share in shares)
    )


def test_perfect_layers_are_flawless() -> None:
    scores = score(TRUTH, PERFECT)
    assert _flawless(scores)
    assert scores.utterances.end == Pairs(10, 10, 10)
    assert scores.events.end == Pairs(15, 15, 15)
    assert scores.positions.judged == 1


@pytest.mark.parametrize("half", HALVES)
def test_the_labels_that_ship_resolve_and_agree_with_themselves(half: str) -> None:
    truth = load(half)
    assert len(truth.problems) == 0
    assert _flawless(score(truth, perfect(truth)))
    assert not _flawless(score(truth, each_its_own(perfect(truth))))


def test_layers_that_say_nothing() -> None:
    scores = score(TRUTH, Layers())
    assert scores.utterances.read == (0, 10)
    assert scores.utterances.end.prf == (1, 0, 0)
    assert scores.utterances.end_b_cubed.f1 == 0
    assert scores.reprints == Pairs(0, 0, 1)
    assert scores.positions.steps == (0, 5)
    assert scores.taken_back == (0, 1)
    assert scores.withdrawn == (0, 1)
    assert scores.outcomes == (0, 1)


def test_all_reports_as_one_utterance() -> None:
    scores = score(TRUTH, one_utterance(PERFECT))
    assert scores.utterances.end == Pairs(10, 45, 10)
    assert scores.utterances.end.prf.p == pytest.approx(10 / 45)
    assert scores.utterances.end_b_cubed.p == pytest.approx((5 * 5 + 5 * 1) / 10 / 10)
    assert scores.utterances.end_b_cubed.r == 1


def test_each_report_its_own_utterance_and_each_mention_its_own_event() -> None:
    scores = score(TRUTH, each_its_own(PERFECT))
    assert scores.utterances.end == Pairs(0, 0, 10)
    assert scores.events.end == Pairs(0, 0, 15)
    assert scores.utterances.end_b_cubed.p == 1
    assert scores.utterances.end_b_cubed.r == pytest.approx((5 * 0.2 + 5) / 10)
    assert scores.twins == (1, 1)


def test_all_mentions_as_one_event_merges_twins() -> None:
    scores = score(TRUTH, one_event(PERFECT))
    assert scores.events.end == Pairs(15, 21, 15)
    assert scores.twins == (0, 1)
    assert scores.figures["twins apart"] == 0


def test_two_people_as_one() -> None:
    scores = score(TRUTH, one_person(PERFECT))
    assert scores.people.given == Pairs(36, 45, 36)


def test_what_was_not_read_is_missed_end_to_end_and_no_fault_of_what_was_read() -> None:
    first, *rest = PERFECT.utterances
    some = replace(PERFECT, utterances=(replace(first, reports=first.reports[:3]), *rest))
    scores = score(TRUTH, some)
    assert scores.utterances.read == (8, 10)
    assert scores.utterances.end == Pairs(3, 3, 10)
    assert scores.utterances.given == Pairs(3, 3, 3)


def test_two_reports_in_one_statement_crowd_each_other_out() -> None:
    utterances = tuple(
        replace(one, reports=tuple(
            replace(report, content=(Span(21, 108),)) if report.article.url == WIRE else report
            for report in one.reports
        ))
        for one in PERFECT.utterances
        if one.id != "utterance ferries"
    )  # fmt: skip
    scores = score(TRUTH, replace(PERFECT, utterances=utterances))
    assert scores.utterances.read == (9, 10)
    assert scores.crowded == 1
    assert scores.utterances.end == Pairs(10, 10, 10)


def test_pieces_of_one_quotation_in_one_statement_are_one_report() -> None:
    more = {
        "kind": "utterance",
        "id": "two pieces",
        "speaker": "orlo",
        "reports": [{"url": TWIN, "quote": "The two met"}, {"url": TWIN, "quote": "on Thursday"}],
    }
    truth = world(more)
    layers = perfect(truth)
    *others, last = layers.utterances
    both = replace(last.reports[0], content=(*last.reports[0].content, *last.reports[1].content))
    joined = replace(layers, utterances=(*others, replace(last, reports=(both,))))
    scores = score(truth, joined)
    assert scores.utterances.read == (11, 11)
    assert scores.crowded == 0
    assert scores.utterances.end == Pairs(10, 10, 10)
    assert score(truth, layers).utterances.end == Pairs(11, 11, 11)  # read as two statements, they are two
    assert score(truth, layers).utterances.read == (12, 12)


def test_speakers_without_an_id_are_one_only_inside_an_utterance() -> None:
    nobody = tuple(
        replace(one, speaker=replace(one.speaker, id=None, name="an official")) for one in PERFECT.utterances
    )
    assert score(TRUTH, replace(PERFECT, utterances=nobody)).people.given == Pairs(10, 10, 36)


def _group(original: str, *copies: tuple[str, str | None]) -> Reprints:
    sources = [Source(f"id {url}", url, published=published) for url, published in copies]
    return Reprints("g", Source("o", original), tuple(Copy(source, "reprint", 1.0, "") for source in sources))


@pytest.mark.parametrize(
    ("groups", "pairs", "apart", "originals"),
    [
        ([_group(WIRE, (COPY, None))], Pairs(1, 1, 1), 2, 1),
        ([_group(COPY, (WIRE, None))], Pairs(1, 1, 1), 2, 0),  # the wrong one came first
        ([_group(WIRE, (COPY, None), (OWN, None))], Pairs(1, 3, 1), 1, 1),
        ([_group(LATER, (TWIN, None))], Pairs(0, 1, 1), 2, 0),
        ([_group(WIRE, (COPY, None)), _group("https://desk.example/1", ("https://desk.example/1", FIRST))],
         Pairs(1, 1, 1), 2, 1),  # versions are neither wanted nor wrong
        ([], Pairs(0, 0, 1), 2, 0),
    ],
)  # fmt: skip
def test_reprints(groups: list[Reprints], pairs: Pairs, apart: int, originals: int) -> None:
    scores = score(TRUTH, replace(PERFECT, reprints=tuple(groups)))
    assert (scores.reprints, scores.apart.right, scores.originals.right) == (pairs, apart, originals)


def test_a_version_stands_for_its_report() -> None:
    desk = "https://desk.example/1"
    truth = world({"kind": "reprints", "original": desk, "copies": [{"url": LATER, "how": "cut"}]})
    key = truth.any_version(desk)
    assert key is not None and key.published == FIRST
    both = [_group(WIRE, (COPY, None))]
    for published in (FIRST, "2031-05-03T06:00:00Z"):  # the second version, in another zone
        found = Reprints(
            "g", Source("o", desk, published=published), (Copy(Source("l", LATER), "cut", 1.0, ""),)
        )
        scores = score(truth, replace(PERFECT, reprints=(*both, found)))
        assert scores.reprints == Pairs(2, 2, 2) and scores.originals == (2, 2)


def _step(layers: Layers, number: int, **changed: object) -> Layers:
    positions = list(layers.positions)
    positions[number] = replace(positions[number], **changed)
    return replace(layers, positions=tuple(positions))


@pytest.mark.parametrize(
    ("number", "changed", "values", "changes"),
    [
        (2, {"value": "PR+"}, 5, 4),  # also accepted
        (2, {"value": "PS+"}, 4, 4),
        (2, {"change": "repeated"}, 5, 3),
        (0, {"change": "corrected"}, 5, 4),  # it takes the place of another
        (0, {"change": "repeated"}, 5, 3),
        (1, {"change": "softer"}, 5, 4),  # what was taken back made no change
    ],
)
def test_values_and_changes_of_steps(
    number: int, changed: dict[str, object], values: int, changes: int
) -> None:
    scores = score(TRUTH, _step(PERFECT, number, **changed)).positions
    assert (scores.values, scores.changes) == ((values, 5), (changes, 4))


def test_the_first_position_found_counts() -> None:
    again = replace(PERFECT.positions[0], id="again", change="repeated", value="CT-")
    scores = score(TRUTH, replace(PERFECT, positions=(*PERFECT.positions, again))).positions
    assert scores.values == (5, 5)


@pytest.mark.parametrize(
    ("by", "right"),
    [
        ("utterance possible", True),
        ("article https://desk.example/1 2031-05-03T08:00:00+02:00", True),
        ("https://wire.example/2", True),  # reports what stands instead, by its url
        ("article https://desk.example/1 2031-05-02T12:00:00+02:00", True),  # it was withdrawn
        ("article https://wire.example/2 2031-05-09T09:00:00+02:00/statement 4", True),
        ("article https://wire.example/2 2031-05-09T09:00:00+02:00/statement 8", False),  # another utterance
        ("utterance hope", False),
        ("article https://echo.example/9", False),
        (None, False),
    ],
)
def test_what_takes_a_step_back(by: str | None, right: bool) -> None:
    superseded = by and replace(PERFECT.positions[1].superseded, by=by)  # type: ignore[type-var]
    assert score(TRUTH, _step(PERFECT, 1, superseded=superseded)).taken_back == (right, 1)


@pytest.mark.parametrize(("url", "right"), [(LATER, 1), (TWIN, 0)])
def test_words_without_a_label_take_back_as_their_article(url: str, right: int) -> None:
    first = PERFECT.utterances[0]
    report = next(
        one for utterance in PERFECT.utterances for one in utterance.reports if one.article.url == url
    )
    denial = replace(first, id="denial", reports=(replace(report, statement="s", content=(Span(0, 5),)),))
    superseded = Superseded("denial", "never said so")
    layers = replace(_step(PERFECT, 1, superseded=superseded), utterances=(*PERFECT.utterances, denial))
    assert score(TRUTH, layers).taken_back == (right, 1)


def test_what_is_wrongly_taken_back() -> None:
    scores = score(TRUTH, _step(PERFECT, 2, superseded=PERFECT.positions[1].superseded))
    assert scores.wrongly_taken_back == 1


def test_withdrawn_articles_and_earlier_versions() -> None:
    usable = tuple(
        replace(
            utterance,
            reports=tuple(
                replace(one, superseded=False, article=replace(one.article, status="usable"))
                for one in utterance.reports
            ),
        )
        for utterance in PERFECT.utterances
    )
    plain = replace(PERFECT, utterances=usable, events=(), positions=())
    scores = score(TRUTH, plain)
    assert (scores.withdrawn, scores.versions) == ((0, 1), (0, 1))


@pytest.mark.parametrize(
    ("happened", "on", "right", "days"),
    [(True, "2031-06-18", 1, 1), (True, "2031-06-17", 1, 0), (True, None, 1, 0), (False, "2031-06-18", 0, 0)],
)
def test_outcomes(happened: bool, on: str | None, right: int, days: int) -> None:
    june, autumn = PERFECT.events
    outcome = Outcome(happened, on, june.mentions[0].article, "c", "")
    scores = score(TRUTH, replace(PERFECT, events=(replace(june, outcome=outcome), autumn)))
    assert (scores.outcomes.right, scores.outcome_days.right, scores.invented_outcomes) == (right, days, 0)
    scores = score(TRUTH, replace(PERFECT, events=(june, replace(autumn, outcome=outcome))))
    assert scores.invented_outcomes == 1


@pytest.mark.parametrize("seed", range(40))
def test_ids_play_no_part(seed: int) -> None:
    rng = random.Random(seed)
    truth: Truth = TRUTH if seed % 4 else load("open")
    layers = by_chance(perfect(truth), rng)
    assert score(truth, renamed(layers, rng)) == score(truth, layers)
