"""Who was first, and what hangs on it."""

import random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.record.same import Copy, Credit, Imprint, groups

KESTREL = (Credit("Kestrel", "dateline"),)


def copy(shorter, longer, kind="reprint", within=1.0, of_longer=1.0):
    return Copy(shorter, longer, kind, within, of_longer, "why")


def hung(imprints, copies):
    """Each group as its first article and what hangs on what."""
    made = groups(imprints, copies)
    return {group.first: {m.article: (m.of, m.kind) for m in group.members} for group in made}


def at(id, published=None, **known):
    return Imprint(id, published=published, **known)


def test_an_agency_and_its_customers():
    wire = at("w", "2031-05-03T10:00Z", outlet="Kestrel")
    whole = at("x", "2031-05-03T12:00+02:00", outlet="Echo", credits=KESTREL)
    short = at("y", "2031-05-03", outlet="Post", credits=KESTREL)
    copies = [copy("x", "w"), copy("y", "w", "cut", 0.98, 0.41), copy("y", "x", "cut", 0.97, 0.4)]
    (group,) = groups([short, whole, wire], copies)
    assert group.first == "w"  # as early as x, by the clock, and credited by it
    assert [(m.article, m.of, m.kind) for m in group.members] == [("x", "w", "reprint"), ("y", "w", "cut")]
    assert (group.source.name, group.source.article, group.reprints) == ("Kestrel", "w", 2)


def test_what_is_alone_is_no_group():
    assert groups([at("a"), at("b")], []) == ()
    assert groups([at("a")], [copy("a", "gone")]) == ()


def test_first_is_the_earliest_in_utc():
    a, b = at("a", "2031-05-03T10:00-04:00"), at("b", "2031-05-03T12:00Z")
    assert hung([a, b], [copy("a", "b")]) == {"b": {"a": ("b", "reprint")}}


def test_a_date_counts_as_the_end_of_its_day_but_for_the_source():
    day, clock = at("a", "2031-05-03"), at("b", "2031-05-03T22:00Z")
    assert "b" in hung([day, clock], [copy("a", "b")])
    wire, customer = at("z", "2031-05-03", outlet="Kestrel"), replace(clock, credits=KESTREL)
    assert "z" in hung([wire, customer], [copy("b", "z")])


def test_without_a_date_comes_last():
    assert "b" in hung([at("a"), at("b", "2031-05-03")], [copy("a", "b")])
    assert "a" in hung([at("a"), at("b")], [copy("a", "b")])


def test_the_later_and_longer_one_is_extended():
    early, late = at("a", "2031-05-03T08:00Z"), at("b", "2031-05-03T09:00Z")
    assert hung([early, late], [copy("a", "b", "cut", 1.0, 0.4)]) == {"a": {"b": ("a", "extended")}}
    assert hung([early, late], [copy("b", "a", "cut", 1.0, 0.4)]) == {"a": {"b": ("a", "cut")}}


def test_versions_are_no_reprints_of_each_other():
    one = at("a", "2031-05-03T08:00Z", outlet="Echo", url="u")
    two = at("b", "2031-05-03T09:00Z", outlet="The Echo", url="u")
    paper = at("c", "2031-05-03T10:00Z", outlet="Post")
    for copies in ([copy("c", "a"), copy("c", "b")], [copy("c", "b"), copy("a", "b", "version", 0.5, 0.5)]):
        (group,) = groups([one, two, paper], copies)
        assert group.first == "a"
        assert {m.article: m.kind for m in group.members} == {"b": "version", "c": "reprint"}
        assert group.reprints == 1


def test_what_supersedes_is_a_version():
    one = at("a", "2031-05-03T08:00Z", outlet="Echo", url="u")
    two = at("b", "2031-05-03T09:00Z", outlet="Echo", url="v", supersedes=("u",))
    other = at("c", "2031-05-03T10:00Z", outlet="Post", url="w", supersedes=("u",))
    assert hung([one, two, other], [copy("c", "b"), copy("a", "b")]) == {
        "a": {"b": ("a", "version"), "c": ("b", "reprint")}
    }


def test_a_digest_joins_nothing():
    briefs = [at(id, "2031-05-03T08:00Z") for id in "abc"]
    held = [copy(id, "digest", "cut", 1.0, 0.2) for id in "abc"]
    assert hung([*briefs, at("digest", "2031-05-03T20:00Z")], held) == {}
    assert hung([*briefs, at("digest", "2031-05-03T08:00Z")], held) == {}
    assert hung([*briefs, at("digest")], held) == {}
    first = hung([*briefs, at("digest", "2031-05-03T06:00Z")], held)
    assert first == {"digest": dict.fromkeys("abc", ("digest", "cut"))}


def test_two_reports_of_a_series_share_what_a_third_printed_alone():
    old, new = at("a", "2031-05-03T08:00Z"), at("b", "2031-05-04T08:00Z")
    alone = at("c", "2031-05-05T08:00Z")
    copies = [copy("c", "a", "cut", 1.0, 0.5), copy("c", "b", "cut", 1.0, 0.4)]
    assert hung([old, new, alone], copies) == {"a": {"c": ("a", "cut")}}
    flash = at("c", "2031-05-03T06:00Z")
    grown = {"a": ("c", "extended"), "b": ("c", "extended")}
    assert hung([old, new, flash], copies) == {"c": grown}


def test_a_copy_through_a_later_one():
    imprints = [at("a", "2031-05-03"), at("b", "2031-05-04"), at("c", "2031-05-05")]
    assert hung(imprints, [copy("a", "c"), copy("b", "c")]) == {
        "a": {"b": ("a", "reprint"), "c": ("a", "reprint")}
    }


IDS = "abcdefgh"
PUBLISHED = [None, "2031-05-03", "2031-05-03T10:00Z", "2031-05-03T09:00-03:00", "2031-05-04", "not a date"]
IMPRINTS = st.tuples(
    *(
        st.builds(
            Imprint,
            st.just(id),
            outlet=st.sampled_from([None, "Kestrel", "Echo", "Post"]),
            url=st.sampled_from([None, None, "u1", "u2"]),
            published=st.sampled_from(PUBLISHED),
            credits=st.sampled_from([(), KESTREL, (Credit("Merlin", "credit"),)]),
        )
        for id in IDS
    )
)
SHARE = st.sampled_from([0.1, 0.35, 0.6, 1.0])
COPIES = st.lists(
    st.builds(
        copy,
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.sampled_from(["reprint", "edited", "cut", "cut", "version"]),
        SHARE,
        SHARE,
    ).filter(lambda one: one.shorter != one.longer),
    max_size=12,
)


@given(IMPRINTS, COPIES, st.integers())
def test_order_changes_nothing(imprints, copies, seed):
    made = groups(imprints, copies)
    shuffled, links = list(imprints), copies * 2
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(links)
    assert groups(shuffled, links) == made
    everybody = [id for g in made for id in (g.first, *(m.article for m in g.members))]
    assert len(everybody) == len(set(everybody))
    for group in made:
        here = [group.first]
        for member in group.members:
            assert member.of in here  # hangs on what came before
            here.append(member.article)
