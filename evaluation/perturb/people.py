"""Changes of who says it, and of how it is said who does."""

import re
from collections.abc import Iterator

from evaluation.identity import name_words, source_form
from evaluation.marked import Marked
from evaluation.perturb.edit import Case, Changed, Edit, Subject, edited
from evaluation.perturb.places import placed, sentence
from evaluation.sets import Labelled
from onrecord import Agent, Span

NUMBERED = re.compile(r"\b(?:is|are|was|were|has|have|says?|tells?|writes?|thinks?|believes?)\b")
OWNED = re.compile(r"(?:one of )?(?:her|his|its|their)\b", re.IGNORECASE)  # nobody's in another place
SAID = re.compile(r"said|says|added|wrote|told reporters|explained|insisted|warned")
RELATIVE = re.compile(r", (?:who|whose|which)\b")
CREDIT_AFTER = re.compile(
    r", (?P<who>[^,.\n]{2,60}?) (?:reported|reports|said)(?P<when> on [A-Z]\w+)?\.(?=\s|$)"
)
CREDIT_BEFORE = re.compile(
    r"(?P<who>(?:The )?[A-Z][^,.\n]{1,60}?) (?:reported|reports)(?P<when> on [A-Z]\w+)? that "
)


def swapped(subjects: list[Subject]) -> Iterator[Case]:
    """The sources of two neighbouring statements exchanged; the speakers of their claims have to change."""
    every = _exchangeable(subjects)
    for one, other in zip(every[::2], every[1::2], strict=False):
        if one.speaker != other.speaker:
            article = subjects[0].article
            changed = edited(article.text, _exchange(article.text, one.source[0], other.source[0]))
            for subject in subjects:
                if subject.statement in (one, other):
                    yield Case("speakers swapped", subject, changed, "speaker", changes=True)


def _exchangeable(subjects: list[Subject]) -> list[Marked]:
    """Outermost statements of the body whose source is no pronoun, with a cue for any number of people."""
    out = list[Marked]()
    for subject in subjects:
        statement, text = subject.statement, subject.text
        if statement is None or statement in out or statement.level > 1 or len(statement.source) != 1:
            continue
        in_body = statement.source[0].start > text.find("\n") >= 0
        cue = " ".join(span.of(text) for span in statement.cue)
        form = source_form(text, statement.source)
        free = form in ("name", "nominal") and not OWNED.match(statement.source[0].of(text))
        if in_body and statement.speaker and free and not NUMBERED.search(cue):
            out.append(statement)
    return sorted(out, key=lambda statement: statement.source)


def _exchange(text: str, a: Span, b: Span) -> list[Edit]:
    """Each source in the place of the other, with the comma that closes an apposition."""
    return [_instead(text, a, b.of(text)), _instead(text, b, a.of(text))]


def _instead(text: str, place: Span, words: str) -> Edit:
    closed = "," in place.of(text) and text[place.end : place.end + 1] == ","
    end = place.end + closed
    comma = "," if "," in words and text[end : end + 1] not in ".,;:!?\n" else ""
    return Edit(place.start, end, placed(words, text, place.start) + comma)


# What must not change anything.


def kept(subjects: list[Subject]) -> Iterator[Case]:
    """Every change of how the speaker is told that can be made; neither value nor speaker may change."""
    done: dict[tuple[Edit, ...], Changed] = {}
    for subject in subjects:
        for kind, edits in (
            ("cue inverted", _inverted(subject)),
            ("full name", _full_name(subject)),
            ("agency credited after", _credit(subject)),
        ):
            if edits:
                changed = done.setdefault(tuple(edits), edited(subject.text, edits))
                yield Case(kind, subject, changed, "value and speaker", changes=False)


def _inverted(subject: Subject) -> list[Edit]:
    """Around a direct quotation "said Ayla Duman" for "Ayla Duman said", and the reverse."""
    statement, text = subject.statement, subject.text
    if statement is None or len(statement.source) != 1 or len(statement.cue) != 1:
        return []
    source, cue = statement.source[0], statement.cue[0]
    if source_form(text, statement.source) == "pronoun" or not SAID.fullmatch(cue.of(text)):
        return []
    first, second = sorted((source, cue))
    gap, before = text[first.end : second.start], text[: first.start].rstrip(" ")
    if gap not in (" ", ", ") or not before.endswith(("”", '"', "’", "'")):
        return []
    said, words, after = cue.of(text), source.of(text), text[second.end :]
    if RELATIVE.search(words) or RELATIVE.match(after):
        return []
    if cue == first:  # the comma that closed an apposition now stands before the verb
        apposed = "," in words
        end = source.end + (apposed and after.startswith(","))
        return [Edit(cue.start, end, f"{placed(words, text, cue.start)}{',' * apposed} {said}")]
    closed = "," if gap == ", " and after[:1] not in ".,;:!?\n" else ""
    return [Edit(source.start, cue.end, f"{said} {placed(words, ' ', 1)}{closed}")]


def _full_name(subject: Subject) -> list[Edit]:
    """A person's whole name for "the minister", or for the surname alone."""
    statement, text = subject.statement, subject.text
    if statement is None or len(statement.source) != 1:
        return []
    speaker = _agent(subject.article, statement.speaker)
    source = statement.source[0]
    if speaker is None or speaker.kind != "person" or len(name_words(speaker.name)) < 2:
        return []
    said = source.of(text)
    short = said == speaker.name.split()[-1]
    role = re.fullmatch(r"(?:[Tt]he|[Hh]er|[Hh]is|[Ii]ts) (?:[a-z]+ )?[a-z]+", said)
    introduced = 0 <= text.find(speaker.name) < source.start
    if not (short or role) or not introduced:
        return []
    return [Edit(source.start, source.end, speaker.name)]


def _agent(article: Labelled, id_: str | None) -> Agent | None:
    return next((agent for agent in article.whole.agents if agent.id == id_), None)


def _credit(subject: Subject) -> list[Edit]:
    """ "..., according to Lumo" for "..., Lumo reported" and for "Lumo reported that ..."."""
    text = subject.text
    within = sentence(text, subject.at.start)
    found = CREDIT_AFTER.search(text, subject.at.end, within.end)
    if found and _passes_on(subject, found["who"]):
        return [Edit(*found.span(), _according(found))]
    found = CREDIT_BEFORE.match(text, within.start, subject.at.start)
    end = within.start + len(within.of(text).rstrip())
    if found and text[end - 1] == "." and _passes_on(subject, found["who"]):
        first = Edit(found.start(), found.end() + 1, text[found.end()].upper())
        return [first, Edit(end - 1, end, _according(found))]
    return []


def _according(found: re.Match[str]) -> str:
    return f", according to {placed(found['who'], ' ', 1)}{found['when'] or ''}."


def _passes_on(subject: Subject, who: str) -> bool:
    """Whether these words name an agent that passes the claim's words on, as an agency does."""
    hops = subject.statement.chain if subject.statement else ()
    carriers = {hop.agent for hop in hops if hop.relation in ("reported_by", "cited_by")}
    words = {*name_words(who)}
    agents = (_agent(subject.article, id_) for id_ in carriers)
    return any({*name_words(agent.name)} & words for agent in agents if agent)
