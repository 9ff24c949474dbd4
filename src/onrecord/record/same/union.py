"""Sets that are joined two by two: which ids are one, after all that was said about pairs of them."""

from collections.abc import Iterable


class Union:
    """Disjoint sets of ids. A set is named by its lowest id, so that the order of joining leaves no trace.

    >>> one = Union("abc")
    >>> one.join("c", "b")
    >>> one.of("c"), one.of("a")
    ('b', 'a')
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._above = {i: i for i in ids}

    def copy(self) -> "Union":
        """The same sets, to be joined further."""
        made = Union(())
        made._above = dict(self._above)
        return made

    def of(self, i: str) -> str:
        """The name of the set of ``i``."""
        while self._above[i] != i:
            self._above[i] = i = self._above[self._above[i]]
        return i

    def join(self, one: str, other: str) -> None:
        """Make the sets of both one."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low
