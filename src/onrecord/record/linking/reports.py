"""Reports of articles, read as they are asked for, and those of the record that may report the same."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.record import tables
from onrecord.record.ids import article_of
from onrecord.record.linking.near import compared, near
from onrecord.record.linking.rows import where
from onrecord.record.linking.statements import sayings
from onrecord.record.utterances import Matches, Saying, matches, meets

S = tables.statements.c


class Reports:
    """Sayings of whole articles, read as they are asked for."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: dict[str, Row[Any]] = {}
        self.sayings: dict[str, Saying] = {}
        self.of_article: dict[str, list[Saying]] = {}
        self.matched: dict[tuple[str, str], Matches] = {}

    def read(self, articles: Iterable[str]) -> None:
        """Read the statements of articles that were not read yet."""
        fresh = set(articles) - self.of_article.keys()
        self.of_article |= {article: [] for article in fresh}
        for row, saying in sayings(self.connection, fresh):
            self.rows[saying.id], self.sayings[saying.id] = row, saying
            if compared(saying.id):
                self.of_article[saying.article].append(saying)

    def candidates(self, statements: Iterable[str]) -> set[tuple[str, str]]:
        """Pairs of some statements with others of the record that may report the same; both are read."""
        wanted = set(statements)
        found = near(self.connection, wanted)
        self.read(map(article_of, wanted.union(other for _, other in found)))
        return found | self._inside(wanted)

    def told(self, one: Saying, other: Saying) -> tuple[str, ...]:
        """In what way two reports stand out among all that their articles tell."""
        articles = one.article, other.article
        if one.article != other.article and not meets(one, other):
            return ()
        if articles not in self.matched:
            self.matched[articles] = matches(*map(self.of_article.__getitem__, articles))
        return self.matched[articles].get((one, other), ())

    def stands_out(self, one: Saying, other: Saying) -> bool:
        """Whether two reports of one article are about one thing by their place, whatever their words."""
        return one.article == other.article and not {"opening", "headline_match"}.isdisjoint(
            self.told(one, other)
        )

    def _inside(self, wanted: set[str]) -> set[tuple[str, str]]:
        """The pairs of statements that stand out in their own article."""
        found: set[tuple[str, str]] = set()
        for saying in sorted(map(self.sayings.__getitem__, wanted)):
            self.told(saying, saying)
        for article in {self.sayings[id].article for id in wanted}:
            for one, other in self.matched[article, article]:
                found |= {(one.id, other.id), (other.id, one.id)}
        return {both for both in found if both[0] in wanted}


def mates(connection: Connection, statements: Iterable[str]) -> set[str]:
    """Some statements, and all that are reports of the same utterances by now."""
    wanted = set(statements)
    told = {row.utterance for row in where(connection, select(S.utterance), S.id, wanted) if row.utterance}
    return wanted | {row.id for row in where(connection, select(S.id), S.utterance, told)}
