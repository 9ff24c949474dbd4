"""Indexes for questions: statements in the order of a search, and the words of people's names."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make them. The order is that of `onrecord.ask.order`; both databases take the same words for it."""
    op.execute(
        "CREATE INDEX statements_rank ON statements "
        "((CASE WHEN words < 5 THEN 2 WHEN words > 40 THEN 1 ELSE 0 END), (coalesce(day, '')) DESC, id)"
    )
    op.execute("CREATE INDEX positions_said ON positions (person, (coalesce(day, '9999')), id)")
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_names()
    else:
        op.execute("CREATE INDEX people_terms ON people USING gin (string_to_array(terms, ' '))")


def _sqlite_names() -> None:
    """A table of the words, kept by triggers; people are few beside statements."""
    op.execute(
        "CREATE TABLE people_terms (term TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (term, person)) "
        "WITHOUT ROWID"
    )
    op.execute("CREATE INDEX people_terms_person ON people_terms (person)")
    words = "json_each('[\"' || replace(trim({row}.terms), ' ', '\",\"') || '\"]')"
    put = f"INSERT OR IGNORE INTO people_terms SELECT value, NEW.id FROM {words.format(row='NEW')}"  # noqa: S608
    take = "DELETE FROM people_terms WHERE person = OLD.id"
    op.execute(f"CREATE TRIGGER people_terms_new AFTER INSERT ON people BEGIN {put}; END")
    op.execute(f"CREATE TRIGGER people_terms_gone AFTER DELETE ON people BEGIN {take}; END")
    op.execute(
        f"CREATE TRIGGER people_terms_other AFTER UPDATE OF id, terms ON people BEGIN {take}; {put}; END"
    )
    told = words.format(row="people")
    op.execute(f"INSERT OR IGNORE INTO people_terms SELECT value, people.id FROM people, {told}")  # noqa: S608
