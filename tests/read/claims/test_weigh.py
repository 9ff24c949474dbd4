"""Rules and network beside each other."""

import math

import numpy as np
import pytest

from onrecord.read.claims.weigh import Mix, act, settings, value_class, verdict, weigh
from onrecord.read.network.stances import ACTS, VALUES


def test_the_probabilities_add_up_and_a_bonus_tips_the_scale():
    network = np.log(np.full(len(VALUES), 1 / len(VALUES)))
    ruled = value_class("PS+", None)
    even = weigh(network, ruled, (), Mix(1.0, {}))
    tipped = weigh(network, ruled, ("may",), Mix(1.0, {"": 0.5, "may": 2.5}))
    assert VALUES[ruled] == "PS+"
    assert sum(even) == pytest.approx(1) and sum(tipped) == pytest.approx(1)
    assert verdict(tipped).value == "PS+"
    assert tipped[ruled] / even[ruled] > 2


def test_an_operator_counts_once():
    network = np.zeros(len(VALUES))
    mix = Mix(1.0, {"not": 1.0})
    assert weigh(network, 3, ("not", "not"), mix) == weigh(network, 3, ("not",), mix)


def test_against_an_operator_that_turns_a_value_the_network_does_not_count():
    network = np.log(np.full(len(VALUES), 0.01 / (len(VALUES) - 1)))
    network[0] = np.log(0.99)
    ruled = value_class("PS+", None)
    mix = Mix(1.0, {"": 1.0}, sure=frozenset(["not rule_out"]))
    assert verdict(weigh(network, ruled, ("may",), mix)).value == "CT+"
    assert verdict(weigh(network, ruled, iter(["not rule_out"]), mix)).value == "PS+"


def test_kinds_of_uu_are_one_value():
    p = [0.0] * len(VALUES)
    p[0], p[value_class("Uu", "desire")], p[value_class("Uu", "ignorance")] = 0.4, 0.25, 0.35
    assert verdict(p) == ("Uu", "ignorance", pytest.approx(0.6))


def test_the_likeliest_act():
    assert act([0.1, 0.9] + [0.0] * 8) == ACTS[1]


def test_the_shipped_weights_are_finite():
    weights, least = settings()
    for mix in weights:
        assert all(map(math.isfinite, (mix.network, *mix.rules.values())))
    assert 0 < least.best <= least.any < 1
