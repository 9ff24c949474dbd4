"""A record that is not there: the commands get the answers of `sample`."""

import sys
from types import ModuleType

import pytest
from msgspec.structs import replace

from tests.show.record import sample


def stand_in() -> ModuleType:
    """A module like `onrecord.records` that keeps what it was ``asked``, and raises its ``error``, if any."""
    module = ModuleType("onrecord.records")
    module.asked = []
    module.error = None

    def answering(name, answer):
        def ask(*given, **more):
            module.asked.append((name, given, more))
            if module.error:
                raise module.error
            return answer(more) if callable(answer) else answer

        return ask

    pages = {None: sample.ANSWER, "bmV4dA": replace(sample.ANSWER, next=None)}
    module.search = answering("search", lambda more: pages[more["after"]])
    module.timeline = answering("timeline", sample.TIMELINE)
    module.trace = answering("trace", sample.TRACE)
    module.compare = answering("compare", sample.COMPARISON)
    module.people = answering("people", sample.PEOPLE)
    module.stats = answering("stats", sample.STATS)
    module.judge = answering("judge", sample.JUDGEMENT)
    module.undo = answering("undo", replace(sample.JUDGEMENT, number=4, verdict="undo", undoes=3))
    module.judgements = answering("judgements", [sample.JUDGEMENT])
    module.then_and_now = lambda query, day: (f"{query} until:{day}", f"{query} since:{day}")

    def layer(place, name, query):
        module.asked.append((name, (place, query), {}))
        if module.error:
            raise module.error
        yield from sample.LAYERS[name]

    module.layer = layer
    return module


@pytest.fixture
def records(monkeypatch) -> ModuleType:
    """The stand-in, in place of the module."""
    module = stand_in()
    monkeypatch.setitem(sys.modules, "onrecord.records", module)
    monkeypatch.setattr("onrecord.records", module, raising=False)
    return module
