"""Everybody and every body that an article names, and what it tells of them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from onrecord.article import Article
from onrecord.knowledge import Knowledge, gender, noun, place, seat
from onrecord.knowledge.spelling import fold
from onrecord.read.cast.again import again
from onrecord.read.cast.behalf import with_principals
from onrecord.read.cast.bodies import bodies
from onrecord.read.cast.description import Description, description
from onrecord.read.cast.figure import Figure
from onrecord.read.cast.people import name_words, people
from onrecord.read.cast.proper import proper
from onrecord.read.network.mentions import Name
from onrecord.read.phrases.phrase import Phrase, phrase
from onrecord.span import Span
from onrecord.statement import Agent, Mention, MentionForm

DESCRIBED = 12  # names of one agent whose surroundings are read: roles are told early
LONGEST_ID = 40
ARTICLE = "article"
SLUG = re.compile(r"[^a-z0-9]+")
PARAGRAPH = re.compile(r"\n")


def cast(
    article: Article, names: Sequence[Name], known: Knowledge, sources: Iterable[tuple[Span, ...]] = ()
) -> tuple[Figure, ...]:
    """Everybody whom the article names: one figure for each person, body and place, in order of appearance.

    ``names`` are what the network tagged; a surname or abbreviation that occurs again untagged is found too,
    and so is whoever the ``sources`` of statements name.

    >>> article = Article("a", "Ada Obi, the mayor, left. Obi gave no reason.")
    >>> [figure.agent.name for figure in cast(article, [Name(0, 7, "person")], Knowledge())]
    ['Ada Obi']
    """
    text = article.text
    tagged = proper(text, names, known)
    named = again(text, proper(text, [*tagged, *_speaking(text, sources, tagged, known)], known))
    every = list(_around_text(article, named))
    paragraphs = [match.start() for match in PARAGRAPH.finditer(text)]
    groups = sorted(people(text, every, paragraphs) + bodies(text, every, known), key=lambda group: group[0])
    ids: set[str] = {ARTICLE}
    figures = [_figure(text, every, group, ids, known) for group in groups]
    return tuple(with_principals(text, figures))


def _around_text(article: Article, names: Iterable[Name]) -> Iterator[Name]:
    """The names: an article's own outlet is no person, and a dateline names places."""
    lines = [block for block in article.blocks if block.kind == "dateline"]
    own = fold(article.outlet or "")
    for name in names:
        if name.kind == "person" and own == fold(article.text[name.start : name.end]):
            yield name._replace(kind="organization")
        elif name.kind == "person" and any(line.start <= name.start < line.end for line in lines):
            yield name._replace(kind="place")
        else:
            yield name


def _speaking(
    text: str, sources: Iterable[tuple[Span, ...]], names: Sequence[Name], known: Knowledge
) -> set[Name]:
    """The names of sources that nobody tagged: capital letters tell, and who else would speak."""
    parts = (part for spans in sources for part in _parts(phrase(text, spans, names, known)))
    found = {part.name for part in parts if part.name}
    return {name for name in found if not _taken(name, names)}


def _parts(found: Phrase) -> tuple[Phrase, ...]:
    return found.parts or (found,)


def _taken(name: Name, names: Sequence[Name]) -> bool:
    at = bisect_left(names, (name.start,))
    return any(other.start < name.end and name.start < other.end for other in names[max(at - 1, 0) : at + 1])


def _figure(text: str, names: Sequence[Name], group: list[int], ids: set[str], known: Knowledge) -> Figure:
    own = tuple(names[i] for i in group)
    said = [text[name.start : name.end] for name in own]
    kind = Counter(name.kind for name in own).most_common(1)[0][0]
    fullest = _fullest(said, kind, known)
    told = tuple(filter(None, (description(text, name, names, known) for name in own[:DESCRIBED])))
    best = next((one for one in told if one.role), Description())
    agent = Agent(
        id=_id(fullest, ids),
        name=fullest,
        kind="person" if kind == "person" else "organization",
        role=_spelled(best.role) or None,
        organization=best.of.of(text) if best.of and best.of_name else None,
        aliases=tuple(dict.fromkeys(form for form in said if form != fullest)),
        mentions=tuple(Mention(name.start, name.end, _form(text, name, known)) for name in own),
    )
    genders = Counter(one.gender for one in told if one.gender)
    likely = genders.most_common(1)[0][0] if genders else gender(fullest) if kind == "person" else None
    return Figure(agent, own, kind == "place", likely, told)


def _spelled(role: str) -> str:
    """A role with its last word spelled out: "former Gov." is a former governor."""
    head, _, last = role.rpartition(" ")
    held = noun(last) if last.endswith(".") else None
    return f"{head} {held.office}".strip() if held else role


def _fullest(said: list[str], kind: str, known: Knowledge) -> str:
    """The name that says most: of a place that of the country, of others the longest, not in capitals."""
    if kind == "place":
        return next((form for form in said if (at := place(known, form)) and at.form == "name"), said[0])
    return max(
        said,
        key=lambda form: (len(name_words(form) if kind == "person" else form.split()), not form.isupper()),
    )


def _id(name: str, ids: set[str]) -> str:
    """A slug of the name that no other agent has."""
    stem = SLUG.sub("-", fold(name))[:LONGEST_ID].strip("-") or "somebody"
    found, number = stem, 2
    while found in ids:
        found, number = f"{stem}-{number}", number + 1
    ids.add(found)
    return found


def _form(text: str, name: Name, known: Knowledge) -> MentionForm:
    """A seat of power stands for whoever sits there."""
    stands = seat(known, text[name.start : name.end]) if name.kind != "person" else None
    return "metonym" if stands and stands.metonym else "name"
