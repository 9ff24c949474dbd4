"""What was probably meant: the nearest of some known words."""

from collections.abc import Iterable

LONGEST = 24  # letters: no field or value is longer


def nearest(word: str, known: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """The known words that ``word`` may be a slip for: those that it begins, else the fewest slips away.

    >>> nearest("PS", ["CT+", "PS+", "PS-"]), nearest("stnace", ["since", "stance"]), nearest("talk", ["act"])
    (('PS+', 'PS-'), ('stance',), ())
    """
    folded = word.casefold()
    if not 1 < len(folded) <= LONGEST:
        return ()
    spellings: dict[str, str] = {}
    for one in known:
        spellings.setdefault(one.casefold(), one)
    begun = [one for one in spellings if one.startswith(folded)]
    if begun:
        return tuple(spellings[one] for one in begun[:most])
    slips = {one: distance(folded, one) for one in spellings}
    fewest = min(slips.values())
    if fewest > (1 if len(folded) < 5 else 2):
        return ()
    return tuple(spellings[one] for one, count in slips.items() if count == fewest)[:most]


def distance(one: str, other: str) -> int:
    """How many letters were left out, put in, mistaken or swapped with the next (Damerau, 1964).

    >>> distance("stnace", "stance"), distance("abuot", "about"), distance("who", "why")
    (1, 1, 1)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        before, last, row = row, before, [i + 1]
        for j, against in enumerate(other):
            cost = min(before[j] + (letter != against), before[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and one[i - 1] == against:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
    return row[-1]


def meant(words: Iterable[str]) -> str:
    """The end of a sentence that offers ``words``, nothing where there are none.

    >>> meant(["PS+", "PS-"]), meant([])
    ('; did you mean PS+ or PS-?', '')
    """
    offered = " or ".join(words)
    return f"; did you mean {offered}?" if offered else ""
