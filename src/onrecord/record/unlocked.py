"""What is worked out once, without the lock that `functools.cached_property` takes before Python 3.12."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property
else:

    class cached_property:  # noqa: N801 - named as what it stands for
        """A property that is found when it is first asked for, and kept.

        Threads that ask at once may both find it, and find the same.

        >>> class Word:
        ...     @cached_property
        ...     def length(self) -> int:
        ...         return 4
        >>> word = Word()
        >>> word.length, vars(word)
        (4, {'length': 4})
        """

        def __init__(self, find: Callable[[Any], Any]) -> None:
            self.find, self.__doc__ = find, find.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self.name = name

        def __get__(self, one: Any, owner: type | None = None) -> Any:
            if one is None:
                return self
            found = one.__dict__[self.name] = self.find(one)
            return found


__all__ = ["cached_property"]
