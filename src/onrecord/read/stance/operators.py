"""The table of operators: what a word of each class does to how committed a holder is to a proposition.

    they come                CT+
    they [do not] come       CT-          not
    they [may] come          PS+          may
    [not] [ruled out]        PS+          rule_out, negated
    they [hope] to come      Uu desire    want
    she [knows] whether      CTu          know_whether

Operators are applied in the order in which they stand, from the proposition outward. One that opens a thing
("should", "hope") leaves it open whatever stands around it; negation then turns the polarity only. "Whether"
alone leaves the kind to what stands around it, and who says nothing about a thing does not say that it should
be. An operator that is itself negated does what stands in the column ``negated`` instead ("not likely", "no
plans").
"""

from typing import NamedTuple

from onrecord.claim import Act, StanceValue, UuKind

SETTLED, CERTAIN, PROBABLE, POSSIBLE, OPEN = 4, 3, 2, 1, 0  # settled: one way or the other, we are not told


class Degree(NamedTuple):
    """How committed a holder is: how strongly, for or against, and if open, in what way."""

    strength: int = CERTAIN
    positive: bool = True
    kind: UuKind | None = None

    @property
    def value(self) -> StanceValue:
        """The FactBank value.

        >>> Degree(PROBABLE, False).value
        'PR-'
        """
        return VALUES[self.strength, self.positive]


VALUES: dict[tuple[int, bool], StanceValue] = {
    (SETTLED, True): "CTu",
    (SETTLED, False): "CTu",
    (CERTAIN, True): "CT+",
    (CERTAIN, False): "CT-",
    (PROBABLE, True): "PR+",
    (PROBABLE, False): "PR-",
    (POSSIBLE, True): "PS+",
    (POSSIBLE, False): "PS-",
    (OPEN, True): "Uu",
    (OPEN, False): "Uu",
}
SILENT = frozenset(["declined", "no_response", "not_confirmed"])  # nothing is said, whatever the question was
STRENGTHS = {"PR": PROBABLE, "PS": POSSIBLE}


class Row(NamedTuple):
    """One operator of the table.

    An effect is "same", "flip", a strength to weaken to, or a kind of Uu; "-" flips before.
    What "would" be, said of what was to come, is as flat as what will be; "firm" makes the probable certain.

    ``act`` is the speech act of a proposition that the operator settles, and ``negated_act`` where it is
    itself negated. ``governs`` tells a predicate, which reaches what it embeds, from a word of the verb
    group, which reaches the verb.
    """

    affirmed: str
    negated: str
    act: Act | None
    negated_act: Act | None
    governs: bool


def _table(rows: str) -> dict[str, Row]:
    found = {}
    for line in rows.strip().splitlines():
        name, affirmed, negated, act, negated_act, place = line.split()
        found[name] = Row(
            affirmed,
            negated,
            None if act == "." else act,  # type: ignore[arg-type]
            None if negated_act == "." else negated_act,  # type: ignore[arg-type]
            place == "governs",
        )
    return found


# name         affirmed       negated        act      negated   place
OPERATORS = _table("""
not            flip           same           deny     .         verb
may            PS             -PS            .        .         verb
likely         PR             -PR            .        .         verb
unlikely       -PR            PS             deny     .         verb
would          same           -PR            expect   deny      verb
will           same           flip           expect   deny      verb
should         deontic        -deontic       assert   assert    verb
keep           same           same           .        .         verb
possible       PS             flip           .        deny      governs
impossible     flip           PS             deny     .         governs
seem           PR             -PR            .        deny      governs
expect         PR             -PR            expect   deny      governs
plan           PR             -PR            expect   decline   governs
consider       PS             flip           .        decline   governs
left_open      PS             flip           .        decline   governs
decide         same           flip           promise  decline   governs
promise        firm           uncommitted    promise  .         governs
threaten       same           flip           threaten .         governs
try            PR             -PR            .        deny      governs
want           desire         -desire        hope     hope      governs
oppose         -desire        desire         assert   hope      governs
fear           PS             -PR            expect   deny      governs
need           deontic        flip           assert   assert    governs
ask            deontic        -deontic       ask      ask       governs
order          deontic        -deontic       order    order     governs
forbid         -deontic       deontic        order    .         governs
know           same           ignorance      .        .         governs
know_whether   settled        ignorance      .        .         governs
sure           same           ignorance      .        .         governs
unsure         ignorance      same           .        .         governs
too_early      uncommitted    same           decline  .         governs
support        desire         -desire        .        .         governs
think          PR             -PR            .        deny      governs
belief         same           -PR            .        deny      governs
suggest        PR             -PR            .        deny      governs
suspect        PR             -PR            .        deny      governs
retract        uncommitted    same           deny     .         governs
doubt          -PR            same           deny     .         governs
admit          same           uncommitted    concede  .         governs
deny           flip           uncommitted    deny     .         governs
rule_out       flip           PS             deny     .         governs
off            flip           same           deny     .         governs
refuse         flip           PS             decline  .         governs
fail           flip           same           deny     .         governs
pretend        flip           same           deny     .         governs
manage         same           flip           .        deny      governs
no_comment     declined       declined       decline  decline   governs
no_response    no_response    no_response    decline  decline   governs
not_confirmed  not_confirmed  not_confirmed  decline  decline   governs
wonder         question       uncommitted    ask      ask       governs
whether        uncommitted    uncommitted    .        .         governs
if             conditional    conditional    expect   expect    governs
question       question       question       ask      ask       governs
imperative     deontic        -deontic       order    order     governs
uncommitted    uncommitted    uncommitted    .        .         governs
""")


def applied(effect: str, degree: Degree) -> Degree:
    """What becomes of a degree under an effect.

    >>> applied("flip", applied("PS", Degree()))     # "it is not possible that"
    Degree(strength=3, positive=False, kind=None)
    >>> applied("-desire", Degree()).kind
    'desire'
    """
    if effect == "same":
        return degree
    if effect == "firm":
        return degree._replace(strength=CERTAIN) if degree.strength == PROBABLE else degree
    if effect == "flip":
        strength = CERTAIN if degree.strength == POSSIBLE else degree.strength
        return degree._replace(strength=strength, positive=not degree.positive)
    flips, effect = effect.startswith("-"), effect.removeprefix("-")
    positive = degree.positive != flips
    if degree.strength == OPEN and (effect not in SILENT and degree.kind != "uncommitted"):
        return degree._replace(positive=positive)
    if degree.strength == OPEN and effect in STRENGTHS:
        return degree._replace(positive=positive)
    if effect == "settled":
        return Degree(SETTLED)
    if effect in STRENGTHS:
        weakest = STRENGTHS[effect] if flips else min(degree.strength, STRENGTHS[effect])
        return Degree(weakest, positive)
    return Degree(OPEN, positive, effect)  # type: ignore[arg-type]
