"""From the tagger's score of a cue to the probability that a careful reader would mark the statement.

Networks are surer than they should be. Platt's logistic regression (1999), fitted on articles that the
weights did not see, maps a few features of a candidate to how often such candidates were right.
"""

import math

from onrecord.read.network.link import Candidate


def features(c: Candidate) -> tuple[float, ...]:
    """What the probability rests on: the cue's log-odds, whether there is a source, the content's length."""
    p = min(max(c.p, 1e-4), 1 - 1e-4)
    length = sum(s.end - s.start for s in c.content)
    return 1.0, math.log(p / (1 - p)), float(bool(c.source)), math.log1p(length)


def probability(c: Candidate, weights: tuple[float, ...]) -> float:
    """The calibrated probability of a candidate, rounded to thousandths."""
    score = sum(w * x for w, x in zip(weights, features(c), strict=True))
    return round(1 / (1 + math.exp(-score)), 3)
