"""The tables of a record, once for SQLite and PostgreSQL. `docs/record.md` explains them, with a picture.

What a reading says is written once and never changed. What is found across articles stands in columns marked
*linked* and in the tables from `people` on; it is worked out again for what new articles touch.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

NUMBER = BigInteger().with_variant(Integer, "sqlite")
KEY = BigInteger()  # a hash of what things are found by; a number takes a third of the room of the words
TEXT = Text().with_variant(Text(collation="C"), "postgresql")  # sorted by code points, as SQLite does
metadata = MetaData()


def _article() -> Column[str]:
    return Column("article", TEXT, ForeignKey("articles.id"), nullable=False)


articles = Table(
    "articles",
    metadata,
    Column("id", TEXT, primary_key=True),  # of its content: see `rows.content_id`
    Column("item", TEXT, nullable=False),  # what stays the same over its versions: guid, url, or the id
    Column("given_id", TEXT, nullable=False),  # Article.id
    Column("url", TEXT),
    Column("guid", TEXT),
    Column("outlet", TEXT),
    Column("title", TEXT),
    Column("author", TEXT),
    Column("published", TEXT),
    Column("published_how", TEXT),
    Column("moment", TEXT),  # `published` in UTC, to sort by
    Column("day", TEXT),  # the day of `published`, where it was published
    Column("modified", TEXT),
    Column("language", TEXT),
    Column("status", TEXT, nullable=False),
    Column("note", TEXT),
    Column("credit", TEXT),
    Column("credits", TEXT, nullable=False),  # JSON: the agencies that it credits, see `same.Credit`
    Column("supersedes", TEXT, nullable=False),  # JSON array of urls and guids
    Column("words", Integer, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("model", TEXT),
    Column("linked", Boolean, nullable=False),  # whether what follows is worked out
    Column("superseded_by", TEXT),  # linked: the article that replaces, corrects or withdraws this one
    Column("superseded_why", TEXT),
    Column("original", TEXT),  # linked: the article that this one is a copy of
    Column("copy_kind", TEXT),
    Column("copy_share", Float),
    Column("copy_why", TEXT),
    Column("agency", TEXT),  # linked: whose words they are
    Column("agency_why", TEXT),
    Index("articles_item", "item"),
    Index("articles_url", "url", postgresql_using="hash"),
    Index("articles_day", "day"),
    Index("articles_outlet", "outlet", postgresql_using="hash"),
    Index("articles_original", "original"),
    Index("articles_linked", "linked"),
)

replacements = Table(
    "replacements",
    metadata,
    Column("name", TEXT, nullable=False),  # a url or guid that the article says it corrects or replaces
    _article(),
    Index("replacements_name", "name"),
    Index("replacements_article", "article"),
)

readings = Table(
    "readings",
    metadata,
    Column("article", TEXT, ForeignKey("articles.id"), primary_key=True),
    Column("reading", LargeBinary, nullable=False),  # the whole reading as JSON, deflated (zlib)
)

flaws = Table(
    "flaws",
    metadata,
    _article(),
    Column("number", Integer, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("detail", TEXT, nullable=False),
    Index("flaws_article", "article"),
)

sketches = Table(
    "sketches",
    metadata,
    Column("article", TEXT, ForeignKey("articles.id"), primary_key=True),
    Column("sketch", LargeBinary, nullable=False),  # hashes of its shingles, 8 bytes each
)

bands = Table(
    "bands",
    metadata,
    Column("band", KEY, primary_key=True, autoincrement=False),
    Column("article", TEXT, ForeignKey("articles.id"), primary_key=True),
    Index("bands_article", "article"),
    sqlite_with_rowid=False,
)

agents = Table(
    "agents",
    metadata,
    Column("id", TEXT, primary_key=True),  # "article/agent"
    _article(),
    Column("agent", TEXT, nullable=False),  # Agent.id
    Column("name", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("role", TEXT),
    Column("organization", TEXT),
    Column("aliases", TEXT, nullable=False),  # JSON array
    Column("on_behalf_of", TEXT, nullable=False),  # JSON array of Agent.id
    Column("statements", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("day", TEXT),
    Column("block", TEXT, nullable=False),  # agents are compared only inside one: see `people`
    Column("office", TEXT),  # the title of the office that its role names, by the word of the tables
    Column("described", TEXT),  # the longest description of an agent without a name: "the harbour minister"
    Column("person", TEXT),  # linked
    Column("person_why", TEXT),
    Index("agents_article", "article"),
    Index("agents_block", "block"),
    Index("agents_office", "office"),
    Index("agents_person", "person"),
)

statements = Table(
    "statements",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", TEXT, nullable=False, unique=True),  # "article/statement"
    _article(),
    Column("statement", TEXT, nullable=False),  # Statement.id
    Column("parent", TEXT),
    Column("level", Integer, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("function", TEXT),
    Column("negated", Boolean, nullable=False),
    Column("p", Float, nullable=False),
    Column("speaker", TEXT),  # agents.id
    Column("speaker_name", TEXT),
    Column("source", TEXT, nullable=False),  # the words of the spans
    Column("cue", TEXT, nullable=False),
    Column("text", TEXT, nullable=False),  # the words of the content
    Column("spans", TEXT, nullable=False),  # JSON: source, cue, content as arrays of [start, end]
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("venue", TEXT),
    Column("venue_name", TEXT),
    Column("said_on", TEXT),
    Column("said_how", TEXT),
    Column("day", TEXT),  # said_on, or the article's day
    Column("recalled", Boolean, nullable=False),  # reported as said before: "had said", "a month ago"
    Column("since", TEXT),  # between which days it was said, if it looks back and tells no day: "in January"
    Column("until", TEXT),
    Column("outlet", TEXT),
    Column("words", Integer, nullable=False),
    Column("terms", TEXT, nullable=False),  # index terms of the content
    Column("person", TEXT),  # linked: the speaker
    Column("utterance", TEXT),  # linked
    Column("utterance_why", TEXT),
    Column("shown", Boolean, nullable=False),  # linked: the first current report of its utterance
    Index("statements_article", "article"),
    Index("statements_person", "person", "day"),
    Index("statements_utterance", "utterance"),
    Index(  # the order of a search: see `ask.order`, which has the same words
        "statements_rank",
        text("(CASE WHEN words < 5 THEN 2 WHEN words > 40 THEN 1 ELSE 0 END)"),
        text("(coalesce(day, '')) DESC"),
        "id",
    ),
    Index("statements_day", "day"),
)

statement_keys = Table(
    "statement_keys",
    metadata,
    Column("key", KEY, primary_key=True, autoincrement=False),  # only what shares one is compared
    Column("statement", TEXT, ForeignKey("statements.id"), primary_key=True),
    Index("statement_keys_statement", "statement"),
    sqlite_with_rowid=False,
)

hops = Table(
    "hops",
    metadata,
    Column("statement", TEXT, ForeignKey("statements.id"), nullable=False),
    Column("position", Integer, nullable=False),  # 0 is the article
    Column("agent", TEXT, nullable=False),  # agents.id
    Column("name", TEXT, nullable=False),
    Column("relation", TEXT, nullable=False),
    Column("explicit", Boolean, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Index("hops_statement", "statement"),
    Index("hops_agent", "agent"),
)

mentioned_events = Table(
    "mentioned_events",
    metadata,
    Column("id", TEXT, primary_key=True),  # "article/event"
    _article(),
    Column("mention", TEXT, nullable=False),  # Event.id
    Column("type", TEXT),
    Column("mode", TEXT),
    Column("label", TEXT),
    Column("triggers", TEXT, nullable=False),  # JSON: [[start, end], ...]
    Column("participants", TEXT, nullable=False),  # JSON: [[agents.id, name, role], ...]
    Column("relation", TEXT),
    Column("bound", TEXT),
    Column("earliest", TEXT),
    Column("latest", TEXT),
    Column("day", TEXT),  # of the article
    Column("ahead", Boolean, nullable=False),  # spoken of as what may or will be
    Column("told", Boolean),  # in the article's own voice: it happened (true), it did not (false)
    Column("event", TEXT),  # linked
    Column("event_why", TEXT),
    Index("mentioned_events_article", "article"),
    Index("mentioned_events_event", "event"),
)

event_keys = Table(
    "event_keys",
    metadata,
    Column("key", KEY, primary_key=True, autoincrement=False),  # as of statements: see `events`
    Column("mention", TEXT, ForeignKey("mentioned_events.id"), primary_key=True),
    Index("event_keys_mention", "mention"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", TEXT, nullable=False, unique=True),  # "article/claim"
    _article(),
    Column("claim", TEXT, nullable=False),  # Claim.id
    Column("statement", TEXT),  # statements.id; None for a headline's own
    Column("mention", TEXT),  # mentioned_events.id
    Column("text", TEXT, nullable=False),
    Column("terms", TEXT, nullable=False),  # index terms of the text, the event's label and participants
    Column("trigger", TEXT, nullable=False),  # JSON: [[start, end], ...]
    Column("evidence", TEXT, nullable=False),  # JSON: [[start, end], ...]
    Column("act", TEXT),
    Column("holder", TEXT),  # agents.id of the innermost holder
    Column("holder_name", TEXT),
    Column("value", TEXT),
    Column("uu", TEXT),
    Column("polarity", TEXT),
    Column("value_p", Float),
    Column("why", TEXT),
    Column("condition", TEXT),
    Column("relation", TEXT),
    Column("bound", TEXT),
    Column("earliest", TEXT),
    Column("latest", TEXT),
    Column("p", Float),
    Column("day", TEXT),  # as of the statement
    Column("person", TEXT),  # linked: the holder
    Column("event", TEXT),  # linked
    Index("claims_article", "article"),
    Index("claims_statement", "statement"),
    Index("claims_mention", "mention"),
    Index("claims_event", "event", "person"),
    Index("claims_person", "person", "day"),
    Index("claims_value", "value"),
)

stances = Table(
    "stances",
    metadata,
    Column("claim", TEXT, ForeignKey("claims.id"), nullable=False),
    Column("position", Integer, nullable=False),  # 0 is the outermost holder
    Column("holder", TEXT),  # agents.id
    Column("value", TEXT, nullable=False),
    Column("uu", TEXT),
    Column("polarity", TEXT),
    Column("p", Float),
    Column("why", TEXT),
    Column("evidence", TEXT, nullable=False),  # JSON: [[start, end], ...]
    Index("stances_claim", "claim"),
)

people = Table(
    "people",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("terms", TEXT, nullable=False),  # of all names, each between spaces: " anna weber "
    Column("block", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("role", TEXT),
    Column("organization", TEXT),
    Column("wikidata", TEXT),
    Column("first", TEXT),
    Column("last", TEXT),
    Column("articles", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("people_name", "name", postgresql_using="hash"),
    Index("people_block", "block"),
)

names = Table(
    "names",
    metadata,
    Column("person", TEXT, ForeignKey("people.id"), nullable=False),
    Column("name", TEXT, nullable=False),
    Column("articles", Integer, nullable=False),
    Index("names_person", "person"),
)

roles = Table(
    "roles",
    metadata,
    Column("person", TEXT, ForeignKey("people.id"), nullable=False),
    Column("role", TEXT, nullable=False),
    Column("organization", TEXT),
    Column("first", TEXT),
    Column("last", TEXT),
    Column("articles", Integer, nullable=False),
    Index("roles_person", "person"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("at", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("verdict", TEXT, nullable=False),
    Column("left", TEXT, nullable=False),  # agents.id
    Column("right", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
    Column("undoes", NUMBER),
)

utterances = Table(
    "utterances",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("person", TEXT),
    Column("speaker", TEXT),  # the name
    Column("said_on", TEXT),
    Column("said_how", TEXT),
    Column("day", TEXT),
    Column("venue", TEXT),
    Column("function", TEXT),
    Column("negated", Boolean, nullable=False),
    Column("text", TEXT, nullable=False),  # of its first report
    Column("statement", TEXT, nullable=False),  # its first report
    Column("reports", Integer, nullable=False),
    Column("superseded_by", TEXT),  # an utterance that disavows it, or an article that corrects its reports
    Column("superseded_why", TEXT),
    Index("utterances_person", "person", "day"),
)

events = Table(
    "events",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("type", TEXT),
    Column("mode", TEXT),
    Column("label", TEXT),
    Column("relation", TEXT),
    Column("bound", TEXT),
    Column("earliest", TEXT),
    Column("latest", TEXT),
    Column("mentions", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("happened", Boolean),
    Column("closed_on", TEXT),
    Column("outcome", TEXT),  # claims.id
    Column("outcome_why", TEXT),
    Index("events_type", "type", "mode"),
)

participants = Table(
    "participants",
    metadata,
    Column("event", TEXT, ForeignKey("events.id"), nullable=False),
    Column("person", TEXT),
    Column("name", TEXT, nullable=False),
    Column("role", TEXT),
    Index("participants_event", "event"),
    Index("participants_person", "person"),
)

positions = Table(
    "positions",
    metadata,
    Column("id", TEXT, primary_key=True),
    Column("person", TEXT, nullable=False),
    Column("holder", TEXT, nullable=False),  # the name
    Column("event", TEXT, ForeignKey("events.id"), nullable=False),
    Column("utterance", TEXT, ForeignKey("utterances.id"), nullable=False),
    Column("claim", TEXT, nullable=False),  # claims.id of its first report
    Column("place", Integer, nullable=False),  # in the order of saying
    Column("day", TEXT),
    Column("said_on", TEXT),
    Column("said_how", TEXT),
    Column("value", TEXT, nullable=False),
    Column("uu", TEXT),
    Column("polarity", TEXT),
    Column("act", TEXT),
    Column("text", TEXT, nullable=False),
    Column("change", TEXT, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("superseded_by", TEXT),
    Column("superseded_why", TEXT),
    Column("why", TEXT, nullable=False),
    Index("positions_person", "person", "event", "place"),
    Index("positions_event", "event", "day"),
    Index("positions_said", "person", text("(coalesce(day, '9999'))"), "id"),  # in order of saying
)

fetches = Table(
    "fetches",
    metadata,
    Column("url", TEXT, primary_key=True),
    Column("etag", TEXT),
    Column("modified", TEXT),
    Column("at", TEXT, nullable=False),
)

additions = Table(
    "additions",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("started", TEXT, nullable=False),
    Column("finished", TEXT),  # None where it was stopped
    Column("new", Integer, nullable=False),
    Column("same", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("reprints", Integer, nullable=False),
    Column("flawed", Integer, nullable=False),
)
