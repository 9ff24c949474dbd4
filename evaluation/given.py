"""Claims read of gold statements: what the steps after the chain make of statements without a mistake.

Beside the figures of whole readings, these tell mistakes about claims from mistakes about statements.
"""

from functools import cache
from typing import Any

import msgspec

from evaluation.readings import article_of
from onrecord import Agent, Reading, Statement


def given(raw: dict[str, Any]) -> Reading:
    """The gold reading ``raw``, which has its text, as far as its agents, statements and chains go."""
    return Reading(
        article=article_of(raw["text"], raw.get("published")),
        agents=msgspec.convert(raw["agents"], tuple[Agent, ...]),
        statements=tuple(map(_statement, raw["statements"])),
    )


def _statement(raw: dict[str, Any]) -> Statement:
    """A gold statement as one that was read; some gold has the words of a question but not their place."""
    question = raw.get("question")
    placed = question if isinstance(question, dict) else None
    return msgspec.convert({**raw, "p": 1.0, "question": placed}, Statement)


@cache
def read_given(reading: Reading) -> Reading:
    """The reading with its times, events, claims and headline, made once however many tables need it."""
    from onrecord.knowledge import shipped
    from onrecord.read.network.encoder import load_encoder
    from onrecord.read.steps import completed

    return completed(reading, load_encoder(), shipped())
