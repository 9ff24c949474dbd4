"""Who is behind the headline's words, and who behind the body's."""

from collections.abc import Iterable

from onrecord.claim import Difference
from onrecord.read.clauses import PREPOSITIONS, Word, words
from onrecord.read.headline.case import Case
from onrecord.read.headline.content import stems
from onrecord.read.headline.lexicon import found
from onrecord.read.headline.sides import ARTICLE, Passage, overlaps
from onrecord.span import Span
from onrecord.statement import Agent, Statement

OWN_WORDS = 0.55  # of the headline in a sentence that nobody is quoted for: the body says it in its own voice
OWN_DEEDS = frozenset({"intention", "hope", "expectation", "knowledge", "question"})
PLURAL = ("s", "men", "people", "police")
NEAR = 4  # words between a verb and the noun that tells what is done
BEFORE_NOUN = frozenset("to the a an of for in on by its his her their no".split())


def chain_dropped(case: Case) -> Difference | None:
    """The headline says in its own voice what the body only has from a source.

    A headline that reports the act of speech leaves nobody out ("Union gives firm until Friday"), and none is
    left out where the body says the same in its own voice too.
    """
    if case.headline.attributed or tells(case):
        return None
    source = source_of(case, case.lead)
    if source is None:
        return None
    if any(p.alike >= OWN_WORDS and source_of(case, p) is None for p in case.passages):
        return None
    return Difference("chain_dropped", (case.headline.span,), (*source.source, *source.cue))


def holder_changed(case: Case) -> Difference | None:
    """The headline has the words from another agent than the body, and neither speaks for the other."""
    said = next((s for s in case.headline.statements if s.source and s.speaker), None)
    lead = next((s for s in case.lead.statements if s.level == 1), None)
    if said is None or lead is None or not _named(case, said.speaker) or not _named(case, lead.speaker):
        return None
    behind = {agent for p in case.passages for s in p.statements for agent in _behind(case, s)}
    if behind & set(_behind(case, said)):
        return None
    return Difference("holder_changed", said.source, lead.source or lead.cue)


def tells(case: Case) -> bool:
    """Whether the headline reports an act of speech itself, or what is done by saying so.

    The verb by which a headline names its source is no such act: what counts is the event that it tells of.
    """
    there = case.headline.words
    cues = [span for s in case.headline.statements if s.source for span in s.cue]
    tail = found("citing", there)[-1:] if case.headline.attributed else []
    if any(_finite(there, v) and not overlaps(v, (*cues, *tail)) for v in found("telling", there)):
        return True
    if any(_index(there, noun) == 0 for noun in found("attitude", there)):
        return True
    done = [_index(there, n) for n in found("done", there)]
    acts = [_index(there, v) for v in found("doing", there) if _finite(there, v)]
    return any(0 < noun - verb <= NEAR for verb in acts for noun in done)


def _finite(there: tuple[Word, ...], verb: Span) -> bool:
    """Whether a word is the headline's verb in the present: "warns", or "warn" after a plural."""
    at = _index(there, verb)
    first, before = there[at].lower, there[at - 1].lower if at else ""
    if not at or before in BEFORE_NOUN or first.endswith("ing"):
        return False
    if first.endswith("ed"):
        return at + 1 < len(there) and there[at + 1].lower in {"of", "that", "against"}
    if at + 1 == len(there) or there[at + 1].lower in PREPOSITIONS - {"for", "on", "of", "to"}:
        return first.endswith("s") and not before.endswith("s")
    return first.endswith("s") or before.endswith(PLURAL)


def _index(there: tuple[Word, ...], span: Span) -> int:
    return next(i for i, w in enumerate(there) if w.start == span.start)


def source_of(case: Case, passage: Passage) -> Statement | None:
    """The statement that holds what a passage has of the event: an outermost one that shares its words."""
    place = case.headline.span
    triggers = [t for c in case.headline.claims for t in c.trigger if overlaps(place, (t,))]
    main = stems(w for t in triggers for w in words(case.text, t))
    for s in passage.statements:
        if s.speaker != ARTICLE and s.level == 1 and s.function not in OWN_DEEDS:
            content = _shared(passage, s.content)
            around = passage.shared - content - _shared(passage, (*s.source, *s.cue))
            if len(content) >= len(around) and not around & main:
                return s
    return None


def _shared(passage: Passage, spans: Iterable[Span]) -> frozenset[str]:
    """What a passage shares with the headline in some spans."""
    spans = list(spans)
    return passage.shared & stems(w for w in passage.words if any(x.start <= w.start < x.end for x in spans))


def _named(case: Case, agent: str | None) -> bool:
    found = case.agents.get(agent or "")
    return found is not None and found.kind in {"person", "organization"} and found.name[:1].isupper()


def _behind(case: Case, s: Statement) -> Iterable[str]:
    """The agents whose words a statement has, by the chain and by whom they speak for."""
    for agent in {s.speaker, *s.on_behalf_of, *(hop.agent for hop in s.chain)} - {None, ARTICLE}:
        yield str(agent)
        known = case.agents.get(str(agent))
        if known:
            yield from known.on_behalf_of
            yield from _of(known, case.agents.values())


def _of(agent: Agent, others: Iterable[Agent]) -> Iterable[str]:
    """The bodies whose name stands in an agent's organization or role."""
    for other in others:
        names = (other.name, *other.aliases)
        if any(name in (held or "") for name in names if name for held in (agent.organization, agent.role)):
            yield other.id
