"""Small articles of invented news, read by hand: who is said to have said what."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from sqlalchemy import Connection

from onrecord.article import Article
from onrecord.reading import Reading
from onrecord.record.keep import keep
from onrecord.record.keys import KEYS
from onrecord.record.linking import link
from onrecord.record.rows import rows_of
from onrecord.span import Span
from onrecord.statement import Agent, AgentKind, Mention, MentionForm, SaidOn, Statement


class Said(Struct, frozen=True):
    """Somebody said something: a sentence of an article."""

    speaker: str
    words: str
    role: str | None = None
    organization: str | None = None
    form: MentionForm = "name"
    kind: AgentKind = "person"
    on: str | None = None
    speaks_for: tuple[str, ...] = ()
    cue: str = "said"


def told(day: str, *said: Said, outlet: str = "Vell Gazette", headline: str = "News of the day") -> Reading:
    """The reading of an article of ``day`` that consists of these sentences."""
    text, agents, statements = headline + "\n\n", dict[str, Agent](), []
    for number, one in enumerate(said):
        source = Span(len(text), len(text) + len(one.speaker))
        cue = Span(source.end + 1, source.end + 1 + len(one.cue))
        content = Span(cue.end + 1, cue.end + 1 + len(one.words))
        text += f"{one.speaker} {one.cue} {one.words}. "
        agent = agents.get(one.speaker)
        mentions = (*(agent.mentions if agent else ()), Mention(source.start, source.end, one.form))
        agents[one.speaker] = Agent(
            one.speaker, one.speaker, one.kind, one.role, one.organization,
            on_behalf_of=one.speaks_for, mentions=mentions,
        )  # fmt: skip
        statements.append(
            Statement(
                f"s{number}", "direct" if one.words[0] == '"' else "indirect", (source,), (cue,), (content,), 1.0,
                speaker=one.speaker, said_on=SaidOn(one.on, "explicit") if one.on else None,
            )
        )  # fmt: skip
    url = f"https://{outlet.lower().replace(' ', '')}.example/{day}/{len(text)}/{said[0].speaker.replace(' ', '')}"
    article = Article(url, text, url=url, outlet=outlet, title=headline, published=f"{day}T08:00:00+00:00")
    return Reading(article, agents=tuple(agents.values()), statements=tuple(statements))


def add(connection: Connection, readings: Iterable[Reading], batches: Sequence[int] = ()) -> None:
    """Keep and link readings, so many at a time."""
    left = [rows_of(reading, KEYS) for reading in readings]
    sizes = iter(batches)
    while left:
        size = max(1, next(sizes, len(left)))
        link(connection, keep(connection, left[:size]))
        left = left[size:]
