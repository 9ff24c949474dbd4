"""Mentions of events in articles of invented news, as a record has them."""

from collections.abc import Iterable
from typing import Any

from onrecord.record.events import Mentioned, keys, words_of


def mention(number: int = 1, label: str = "the strike", trigger: str = "strike", **told: Any) -> Mentioned:
    """What the article of a number says of an event; of no type unless told."""
    day = told.get("day", "2026-03-02")
    words, alone = words_of(label, [trigger])
    fields: dict[str, Any] = {
        "moment": f"{day}T08:00:00Z", "article": f"a{number}", "start": 0, "type": None, "mode": None,
        "words": words, "trigger": alone, "day": day,
    }  # fmt: skip
    made = {**fields, **told}
    for group in ("people", "around", "cast", "named"):
        made[group] = frozenset(made.get(group, ()))
    made["named"] |= made["cast"]
    article = made["article"]
    return Mentioned(**{"id": f"{article}/e{made['start']}", "copies": article, **made})


def keyed(mentions: Iterable[Mentioned]) -> dict[str, list[int]]:
    """The keys of mentions by id, as numbers."""
    numbers: dict[str, int] = {}
    return {
        one.id: [numbers.setdefault(key, len(numbers)) for key in keys(one.words, one.people)]
        for one in mentions
    }
