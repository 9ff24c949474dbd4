"""The first tables: what readings say, what is linked across articles, and the full-text indexes.

`onrecord.record.tables` has the same as it is today, with what each column means. This file is how it was
then, and never changes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INTEGER, BOOLEAN, FLOAT, BYTES = sa.Integer, sa.Boolean, sa.Float, sa.LargeBinary
NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
SEARCHED = ("statements", "claims")


def upgrade() -> None:
    """Make everything."""
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_search()
    else:
        _postgres_search()


def _sqlite_search() -> None:
    """FTS5 over the terms, which stay in their table (external content). They are a-z and 0-9 alone."""
    for table in SEARCHED:
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING "
            f"fts5(terms, content='{table}', content_rowid='number', tokenize='ascii')"
        )


def _postgres_search() -> None:
    """A column that the server makes of the terms, and its inverted index."""
    for table in SEARCHED:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN search tsvector "
            "GENERATED ALWAYS AS (to_tsvector('simple', terms)) STORED"
        )
        op.create_index(f"{table}_search", table, ["search"], postgresql_using="gin")


# fmt: off
def _tables() -> None:  # noqa: PLR0915 - a list
    op.create_table(
        "additions",
        sa.Column("number", NUMBER, primary_key=True), sa.Column("started", TEXT, nullable=False),
        sa.Column("finished", TEXT), sa.Column("new", INTEGER, nullable=False),
        sa.Column("same", INTEGER, nullable=False), sa.Column("changed", INTEGER, nullable=False),
        sa.Column("reprints", INTEGER, nullable=False), sa.Column("flawed", INTEGER, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("id", TEXT, primary_key=True), sa.Column("item", TEXT, nullable=False),
        sa.Column("given_id", TEXT, nullable=False), sa.Column("url", TEXT), sa.Column("guid", TEXT),
        sa.Column("outlet", TEXT), sa.Column("title", TEXT), sa.Column("author", TEXT),
        sa.Column("published", TEXT), sa.Column("published_how", TEXT), sa.Column("moment", TEXT),
        sa.Column("day", TEXT), sa.Column("modified", TEXT), sa.Column("language", TEXT),
        sa.Column("status", TEXT, nullable=False), sa.Column("note", TEXT), sa.Column("credit", TEXT),
        sa.Column("credits", TEXT, nullable=False), sa.Column("supersedes", TEXT, nullable=False),
        sa.Column("words", INTEGER, nullable=False),
        sa.Column("text", TEXT, nullable=False), sa.Column("model", TEXT),
        sa.Column("linked", BOOLEAN, nullable=False), sa.Column("superseded_by", TEXT),
        sa.Column("superseded_why", TEXT), sa.Column("original", TEXT), sa.Column("copy_kind", TEXT),
        sa.Column("copy_share", FLOAT), sa.Column("copy_why", TEXT), sa.Column("agency", TEXT),
        sa.Column("agency_why", TEXT),
    )
    op.create_index("articles_day", "articles", ["day"])
    op.create_index("articles_item", "articles", ["item"])
    op.create_index("articles_linked", "articles", ["linked"])
    op.create_index("articles_original", "articles", ["original"])
    op.create_index("articles_outlet", "articles", ["outlet"], postgresql_using="hash")
    op.create_index("articles_url", "articles", ["url"], postgresql_using="hash")
    op.create_table(
        "events",
        sa.Column("id", TEXT, primary_key=True), sa.Column("type", TEXT), sa.Column("mode", TEXT),
        sa.Column("label", TEXT), sa.Column("relation", TEXT), sa.Column("bound", TEXT),
        sa.Column("earliest", TEXT), sa.Column("latest", TEXT),
        sa.Column("mentions", INTEGER, nullable=False), sa.Column("articles", INTEGER, nullable=False),
        sa.Column("happened", BOOLEAN), sa.Column("closed_on", TEXT), sa.Column("outcome", TEXT),
        sa.Column("outcome_why", TEXT),
    )
    op.create_index("events_type", "events", ["type", "mode"])
    op.create_table(
        "fetches",
        sa.Column("url", TEXT, primary_key=True), sa.Column("etag", TEXT), sa.Column("modified", TEXT),
        sa.Column("at", TEXT, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("number", NUMBER, primary_key=True), sa.Column("at", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False), sa.Column("verdict", TEXT, nullable=False),
        sa.Column("left", TEXT, nullable=False), sa.Column("right", TEXT, nullable=False),
        sa.Column("why", TEXT, nullable=False), sa.Column("undoes", NUMBER),
    )
    op.create_table(
        "people",
        sa.Column("id", TEXT, primary_key=True), sa.Column("name", TEXT, nullable=False),
        sa.Column("terms", TEXT, nullable=False), sa.Column("block", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False), sa.Column("role", TEXT), sa.Column("organization", TEXT),
        sa.Column("wikidata", TEXT),
        sa.Column("first", TEXT), sa.Column("last", TEXT), sa.Column("articles", INTEGER, nullable=False),
        sa.Column("statements", INTEGER, nullable=False),
    )
    op.create_index("people_name", "people", ["name"], postgresql_using="hash")
    op.create_index("people_block", "people", ["block"])
    op.create_table(
        "utterances",
        sa.Column("id", TEXT, primary_key=True), sa.Column("person", TEXT), sa.Column("speaker", TEXT),
        sa.Column("said_on", TEXT), sa.Column("said_how", TEXT), sa.Column("day", TEXT),
        sa.Column("venue", TEXT), sa.Column("function", TEXT), sa.Column("negated", BOOLEAN, nullable=False),
        sa.Column("text", TEXT, nullable=False), sa.Column("statement", TEXT, nullable=False),
        sa.Column("reports", INTEGER, nullable=False), sa.Column("superseded_by", TEXT),
        sa.Column("superseded_why", TEXT),
    )
    op.create_index("utterances_person", "utterances", ["person", "day"])
    op.create_table(
        "agents",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("agent", TEXT, nullable=False), sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False), sa.Column("role", TEXT), sa.Column("organization", TEXT),
        sa.Column("aliases", TEXT, nullable=False), sa.Column("on_behalf_of", TEXT, nullable=False),
        sa.Column("statements", INTEGER, nullable=False), sa.Column("mentions", INTEGER, nullable=False),
        sa.Column("day", TEXT), sa.Column("block", TEXT, nullable=False), sa.Column("office", TEXT),
        sa.Column("described", TEXT), sa.Column("person", TEXT), sa.Column("person_why", TEXT),
    )
    op.create_index("agents_article", "agents", ["article"])
    op.create_index("agents_block", "agents", ["block"])
    op.create_index("agents_office", "agents", ["office"])
    op.create_index("agents_person", "agents", ["person"])
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("bands_article", "bands", ["article"])
    op.create_table(
        "claims",
        sa.Column("number", NUMBER, primary_key=True), sa.Column("id", TEXT, unique=True, nullable=False),
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("claim", TEXT, nullable=False), sa.Column("statement", TEXT), sa.Column("mention", TEXT),
        sa.Column("text", TEXT, nullable=False), sa.Column("terms", TEXT, nullable=False),
        sa.Column("trigger", TEXT, nullable=False), sa.Column("evidence", TEXT, nullable=False),
        sa.Column("act", TEXT), sa.Column("holder", TEXT), sa.Column("holder_name", TEXT),
        sa.Column("value", TEXT), sa.Column("uu", TEXT), sa.Column("polarity", TEXT),
        sa.Column("value_p", FLOAT), sa.Column("why", TEXT), sa.Column("condition", TEXT),
        sa.Column("relation", TEXT), sa.Column("bound", TEXT), sa.Column("earliest", TEXT),
        sa.Column("latest", TEXT), sa.Column("p", FLOAT), sa.Column("day", TEXT), sa.Column("person", TEXT),
        sa.Column("event", TEXT),
    )
    op.create_index("claims_article", "claims", ["article"])
    op.create_index("claims_event", "claims", ["event", "person"])
    op.create_index("claims_mention", "claims", ["mention"])
    op.create_index("claims_person", "claims", ["person", "day"])
    op.create_index("claims_statement", "claims", ["statement"])
    op.create_index("claims_value", "claims", ["value"])
    op.create_table(
        "flaws",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("number", INTEGER, nullable=False), sa.Column("kind", TEXT, nullable=False),
        sa.Column("start", INTEGER, nullable=False), sa.Column("end", INTEGER, nullable=False),
        sa.Column("detail", TEXT, nullable=False),
    )
    op.create_index("flaws_article", "flaws", ["article"])
    op.create_table(
        "mentioned_events",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("mention", TEXT, nullable=False), sa.Column("type", TEXT), sa.Column("mode", TEXT),
        sa.Column("label", TEXT), sa.Column("triggers", TEXT, nullable=False),
        sa.Column("participants", TEXT, nullable=False), sa.Column("relation", TEXT),
        sa.Column("bound", TEXT), sa.Column("earliest", TEXT), sa.Column("latest", TEXT),
        sa.Column("day", TEXT), sa.Column("ahead", BOOLEAN, nullable=False), sa.Column("told", BOOLEAN),
        sa.Column("event", TEXT), sa.Column("event_why", TEXT),
    )
    op.create_index("mentioned_events_article", "mentioned_events", ["article"])
    op.create_index("mentioned_events_event", "mentioned_events", ["event"])
    op.create_table(
        "names",
        sa.Column("person", TEXT, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("name", TEXT, nullable=False), sa.Column("articles", INTEGER, nullable=False),
    )
    op.create_index("names_person", "names", ["person"])
    op.create_table(
        "participants",
        sa.Column("event", TEXT, sa.ForeignKey("events.id"), nullable=False), sa.Column("person", TEXT),
        sa.Column("name", TEXT, nullable=False), sa.Column("role", TEXT),
    )
    op.create_index("participants_event", "participants", ["event"])
    op.create_index("participants_person", "participants", ["person"])
    op.create_table(
        "positions",
        sa.Column("id", TEXT, primary_key=True), sa.Column("person", TEXT, nullable=False),
        sa.Column("holder", TEXT, nullable=False),
        sa.Column("event", TEXT, sa.ForeignKey("events.id"), nullable=False),
        sa.Column("utterance", TEXT, sa.ForeignKey("utterances.id"), nullable=False),
        sa.Column("claim", TEXT, nullable=False), sa.Column("place", INTEGER, nullable=False),
        sa.Column("day", TEXT), sa.Column("said_on", TEXT), sa.Column("said_how", TEXT),
        sa.Column("value", TEXT, nullable=False), sa.Column("uu", TEXT), sa.Column("polarity", TEXT),
        sa.Column("act", TEXT), sa.Column("text", TEXT, nullable=False),
        sa.Column("change", TEXT, nullable=False), sa.Column("reports", INTEGER, nullable=False),
        sa.Column("superseded_by", TEXT), sa.Column("superseded_why", TEXT),
        sa.Column("why", TEXT, nullable=False),
    )
    op.create_index("positions_event", "positions", ["event", "day"])
    op.create_index("positions_person", "positions", ["person", "event", "place"])
    op.create_table(
        "readings",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("reading", BYTES, nullable=False),
    )
    op.create_table(
        "roles",
        sa.Column("person", TEXT, sa.ForeignKey("people.id"), nullable=False),
        sa.Column("role", TEXT, nullable=False), sa.Column("organization", TEXT), sa.Column("first", TEXT),
        sa.Column("last", TEXT), sa.Column("articles", INTEGER, nullable=False),
    )
    op.create_index("roles_person", "roles", ["person"])
    op.create_table(
        "replacements",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), nullable=False),
    )
    op.create_index("replacements_name", "replacements", ["name"])
    op.create_index("replacements_article", "replacements", ["article"])
    op.create_table(
        "sketches",
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), primary_key=True),
        sa.Column("sketch", BYTES, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("number", NUMBER, primary_key=True), sa.Column("id", TEXT, unique=True, nullable=False),
        sa.Column("article", TEXT, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("statement", TEXT, nullable=False), sa.Column("parent", TEXT),
        sa.Column("level", INTEGER, nullable=False), sa.Column("kind", TEXT, nullable=False),
        sa.Column("function", TEXT), sa.Column("negated", BOOLEAN, nullable=False),
        sa.Column("p", FLOAT, nullable=False), sa.Column("speaker", TEXT), sa.Column("speaker_name", TEXT),
        sa.Column("source", TEXT, nullable=False), sa.Column("cue", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False), sa.Column("spans", TEXT, nullable=False),
        sa.Column("start", INTEGER, nullable=False), sa.Column("end", INTEGER, nullable=False),
        sa.Column("venue", TEXT), sa.Column("venue_name", TEXT), sa.Column("said_on", TEXT),
        sa.Column("said_how", TEXT), sa.Column("day", TEXT), sa.Column("recalled", BOOLEAN, nullable=False),
        sa.Column("since", TEXT), sa.Column("until", TEXT),
        sa.Column("outlet", TEXT), sa.Column("words", INTEGER, nullable=False),
        sa.Column("terms", TEXT, nullable=False),
        sa.Column("person", TEXT), sa.Column("utterance", TEXT), sa.Column("utterance_why", TEXT),
        sa.Column("shown", BOOLEAN, nullable=False),
    )
    op.create_index("statements_article", "statements", ["article"])
    op.create_index("statements_day", "statements", ["day"])
    op.create_index("statements_person", "statements", ["person", "day"])
    op.create_index("statements_utterance", "statements", ["utterance"])
    op.create_table(
        "event_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("mention", TEXT, sa.ForeignKey("mentioned_events.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("event_keys_mention", "event_keys", ["mention"])
    op.create_table(
        "statement_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("statement", TEXT, sa.ForeignKey("statements.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("statement_keys_statement", "statement_keys", ["statement"])
    op.create_table(
        "hops",
        sa.Column("statement", TEXT, sa.ForeignKey("statements.id"), nullable=False),
        sa.Column("position", INTEGER, nullable=False), sa.Column("agent", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False), sa.Column("relation", TEXT, nullable=False),
        sa.Column("explicit", BOOLEAN, nullable=False), sa.Column("start", INTEGER),
        sa.Column("end", INTEGER),
    )
    op.create_index("hops_agent", "hops", ["agent"])
    op.create_index("hops_statement", "hops", ["statement"])
    op.create_table(
        "stances",
        sa.Column("claim", TEXT, sa.ForeignKey("claims.id"), nullable=False),
        sa.Column("position", INTEGER, nullable=False), sa.Column("holder", TEXT),
        sa.Column("value", TEXT, nullable=False), sa.Column("uu", TEXT), sa.Column("polarity", TEXT),
        sa.Column("p", FLOAT), sa.Column("why", TEXT), sa.Column("evidence", TEXT, nullable=False),
    )
    op.create_index("stances_claim", "stances", ["claim"])
