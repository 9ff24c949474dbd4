"""Somebody who has not been met: a source that means nobody known becomes an agent of its own."""

import re

from onrecord.read.phrases.phrase import Phrase
from onrecord.read.speakers.ground import Ground, content_words
from onrecord.read.speakers.offices import holder
from onrecord.read.speakers.scene import Referent
from onrecord.statement import Agent, Statement

REACH = 80
INTRODUCED = "source:"  # before the id of the statement that brings somebody up
BEFORE_WHO = re.compile(
    r"(?:\b(?:an?|the|this|that|some|many|several|most|one|two|three|four|five|other|those|\d+)\b"
    r"[^,.;:!?\n“”\"]{1,60}|[^\W\d]\w+)[,\s]*$",
    re.IGNORECASE,
)


def introduce(ground: Ground, statement: Statement, said: Phrase) -> tuple[str | None, str]:
    """The id of a new agent, with the office that tells who it is, if one does.

    None where only a pronoun stands for it: nobody is called "he".
    """
    name = _name(ground, statement, said)
    if not name:
        return None, ""
    id_ = f"{INTRODUCED}{statement.id}"
    kind = said.kind or ("group" if said.number == "plural" else "unnamed")
    agent, why = Agent(id_, name, kind), ""
    if held := holder(ground, said):
        term, why = held.term, held.why
        agent = Agent(id_, term.person, "person", role=term.office, organization=term.of, aliases=(name,))
    heads = {said.head} if said.head and said.form == "nominal" else set()
    plural = said.number == "plural" and kind != "document"
    ground.scene.add(
        Referent(agent, gender=said.gender, plural=plural, heads=heads, words=content_words(name))
    )
    return id_, why


def _name(ground: Ground, statement: Statement, said: Phrase) -> str:
    """What to call whoever a source means: its own words, or those that "who" stands behind."""
    if said.form != "pronoun" or said.pronoun == "indefinite":
        return ground.words(said.span)
    if said.pronoun != "relative":
        return ""
    at = ground.place(statement).start
    match = BEFORE_WHO.search(ground.article.text, max(0, at - REACH), at)
    return match[0].strip(" ,\n") if match else ""
