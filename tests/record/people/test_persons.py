"""Names of one block put together: the fullest first, never over a conflict, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.people import Judged, Naming, personas

NAMES = [
    "Ayla Duman",
    "A. Duman",
    "Duman",
    "Kerem Duman",
    "Ayla Nur Duman",
    "Mr Duman",
    "Mrs Duman",
    "Duman Group",
]
NAMINGS = [
    Naming(
        f"{number}/1",
        name,
        "organization" if name.endswith("Group") else "person",
        role,
        None,
        f"2026-03-{number + 10}",
    )
    for number, (name, role) in enumerate((name, role) for name in NAMES for role in (None, "minister"))
]


def groups(namings: list[Naming], judged: Judged | None = None) -> set[frozenset[str]]:
    return {frozenset(naming.id for naming, _ in persona.members) for persona in personas(namings, judged)}


@given(st.permutations(NAMINGS), st.integers(0, len(NAMINGS)))
def test_the_order_does_not_matter(shuffled: list[Naming], many: int) -> None:
    some = shuffled[:many]
    assert groups(some) == groups(sorted(some, key=lambda one: one.id))


def test_two_given_names_are_two_people() -> None:
    found = groups([NAMINGS[0], NAMINGS[6]])
    assert len(found) == 2


def test_what_is_set_apart_is_with_nobody_of_the_name() -> None:
    a, b, c = (Naming(f"{n}/1", "Ayla Duman", "person", day=f"2026-03-0{n}") for n in (1, 2, 3))
    assert groups([a, b, c]) == {frozenset({"1/1", "2/1", "3/1"})}
    apart = Judged(different=frozenset({("1/1", "2/1")}))
    assert groups([a, b, c], apart) == {frozenset({"1/1", "3/1"}), frozenset({"2/1"})}


def test_people_may_say_that_two_names_are_one_and_still_set_one_apart() -> None:
    a, b, c = (
        Naming(f"{n}/1", name, "person") for n, name in enumerate(("Ayla Duman", "Kerem Duman", "Ayla Duman"))
    )
    one = Judged(same=frozenset({("0/1", "1/1")}))
    assert groups([a, b, c], one) == {frozenset({"0/1", "1/1", "2/1"})}
    both = Judged(same=frozenset({("0/1", "1/1")}), different=frozenset({("1/1", "2/1")}))
    assert groups([a, b, c], both) == {frozenset({"0/1", "1/1"}), frozenset({"2/1"})}


def test_every_naming_says_why() -> None:
    assert all(why for persona in personas(NAMINGS) for _, why in persona.members)


def test_a_family_name_may_be_of_several_words() -> None:
    told = [
        Naming("x/1", "Lena van der Brug", "person", day="2026-03-01"),
        Naming("y/1", "van der Brug", "person", day="2026-03-02"),
        Naming("z/1", "Kerem van der Brug", "person", "minister", day="2026-03-03"),
    ]
    assert groups(told[:2]) == {frozenset({"x/1", "y/1"})}
    assert len(groups(told)) == 3
