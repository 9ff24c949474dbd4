"""Statements as sayings, and those of the record that may report the same as others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from onrecord.knowledge import gender
from onrecord.record import tables
from onrecord.record.linking.rows import listed, where
from onrecord.record.linking.versions import corrections
from onrecord.record.people import ROLE, office, titles
from onrecord.record.utterances import (
    BESIDE,
    Matches,
    Saying,
    disavowed,
    matches,
    meets,
    misreported,
    rectified,
    stems,
    table,
    takes_back,
)

Claims = dict[str, set[tuple[str, str]]]


class Claimed(NamedTuple):
    """What statements claim: of which event, how surely, and between which few days it is to be."""

    values: Claims
    when: Claims


Loaded = dict[str, Row[Any]]
S, A, C, G = tables.statements.c, tables.articles.c, tables.claims.c, tables.agents.c
K = tables.statement_keys.c
QUERY = (
    select(
        S.id, S.article, S.parent, S.kind, S.function, S.negated, S.recalled, S.speaker, S.speaker_name,
        S.person, S.text, S.source, S.cue, S.start,
        S.end, S.venue_name, S.said_on, S.said_how, S.day, S.utterance, S.utterance_why, S.shown,
        A.moment, A.original, A.superseded_by, A.superseded_why, A.title, A.outlet, A.note,
        A.day.label("article_day"),
        G.kind.label("speaker_kind"), G.role, G.organization, G.described, G.block, G.on_behalf_of,
    )
    .join_from(tables.statements, tables.articles, S.article == A.id)
    .outerjoin(tables.agents, S.speaker == G.id)
)  # fmt: skip
PLACE = select(S.id, S.article, S.person, S.day, S.recalled, G.kind).join_from(
    tables.statements, tables.agents, S.speaker == G.id, isouter=True
)
OTHER = tables.statement_keys.alias("other")
SHARED = (  # how many keys two statements share, in like spans of days
    select(K.statement, OTHER.c.statement.label("other"), func.count().label("many"))
    .join_from(tables.statement_keys, OTHER, OTHER.c.key.between(K.key - BESIDE, K.key + BESIDE))
    .where(OTHER.c.statement != K.statement)
    .group_by(K.statement, OTHER.c.statement)
)
NEAR, RECALLED, QUOTED = (int(table()["days"][name]) for name in ("near", "recalled", "quoted"))
WITHIN = 2  # days that a time may last to tell which
MOST = 300  # statements of an article that are compared with those of others
VERBATIM = 3  # keys that two named speakers' words must share to be looked at: three rare words


class Place(NamedTuple):
    """What is known of a statement before it is read: whose, of which day, and whether it looks back."""

    id: str
    article: str
    person: str | None
    day: int | None
    recalled: bool
    named: bool


Places = dict[str, Place]


class Days:
    """What one speaker said, by day."""

    def __init__(self) -> None:
        self.said: dict[int, list[Place]] = defaultdict(list)
        self.recalled: dict[int, list[Place]] = defaultdict(list)

    def add(self, place: Place) -> None:
        """Put in one that has a day."""
        self.said[place.day or 0].append(place)
        if place.recalled:
            self.recalled[place.day or 0].append(place)

    def near(self, other: Place) -> Iterator[Place]:
        """What may be of the day of another one; where the later of the two looks back, weeks before."""
        day = other.day or 0
        for near in range(day - NEAR, day + NEAR + 1):
            yield from self.said.get(near, ())
        weeks = self.said if other.recalled else {}
        yield from (one for at, several in weeks.items() if NEAR < day - at <= RECALLED for one in several)
        later = self.recalled.items()
        yield from (one for at, several in later if NEAR < at - day <= RECALLED for one in several)


class Reports:
    """Sayings of whole articles, read as they are asked for."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.rows: Loaded = {}
        self.sayings: dict[str, Saying] = {}
        self.of_article: dict[str, list[Saying]] = {}
        self.matched: dict[tuple[str, str], Matches] = {}

    def read(self, articles: Iterable[str]) -> None:
        """Read the statements of articles that were not read yet."""
        fresh = set(articles) - self.of_article.keys()
        rows = {row.id: row for row in where(self.connection, QUERY, S.article, fresh)}
        claims = _claims(self.connection, rows)
        corrected = corrections(self.connection, fresh)
        back = _backs(rows.values())
        self.rows |= rows
        self.of_article |= {article: [] for article in fresh}
        for row in rows.values():
            saying = _saying(row, claims, corrected, _wrong(row, rows), *back[row.id])
            self.sayings[row.id] = saying
            if compared(row.id):
                self.of_article[row.article].append(saying)

    def candidates(self, statements: Iterable[str]) -> set[tuple[str, str]]:
        """Pairs of some statements with others of the record that may report the same; both are read."""
        wanted = set(statements)
        places = {
            row.id: _place(row) for row in where(self.connection, PLACE, S.id, wanted) if compared(row.id)
        }
        found = self._by_person(places) | self._by_key(places) | self._by_event(places)
        self.read({id.partition("/")[0] for id in wanted.union(other for _, other in found)})
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

    def _by_person(self, places: Places) -> set[tuple[str, str]]:
        """What the same speakers said about the same days; what looks back, also in the weeks before."""
        mine: dict[str, Days] = defaultdict(Days)
        for place in places.values():
            if place.person and place.day is not None:
                mine[place.person].add(place)
        if not mine:
            return set()
        days = [place.day for place in places.values() if place.day is not None]
        first, last = (str(date.fromordinal(day)) for day in (min(days) - RECALLED, max(days) + RECALLED))
        query = PLACE.where((S.day >= first) & (S.day <= last))
        found = set()
        for row in where(self.connection, query, S.person, mine):
            if compared(row.id):
                there = _place(row)
                found |= {(here.id, there.id) for here in mine[row.person].near(there)}
        return {(one, other) for one, other in found if one != other}

    def _by_event(self, places: Places) -> set[tuple[str, str]]:
        """What claims something of the same events on like days; what looks back, also weeks before."""
        mine: dict[str, dict[str, Place]] = defaultdict(dict)
        for row in where(self.connection, select(C.statement, C.event), C.statement, places):
            if row.event:
                mine[row.event][row.statement] = places[row.statement]
        query = PLACE.add_columns(C.event).join(tables.claims, C.statement == S.id)
        found = set()
        for row in where(self.connection, query, C.event, mine):
            if not compared(row.id):
                continue
            there = _place(row)
            for here in mine[row.event].values():
                if here.id != there.id and _open(here, there) and _meet(here, there):
                    found.add((here.id, there.id))
        return found

    def _by_key(self, places: Places) -> set[tuple[str, str]]:
        """Whatever shares rare words in the same weeks; of two named speakers only the same words."""
        shared = list(where(self.connection, SHARED, K.statement, places))
        others = {row.other for row in shared} - places.keys()
        told = places | {row.id: _place(row) for row in where(self.connection, PLACE, S.id, others)}
        return {
            (row.statement, row.other)
            for row in shared
            if _worth(told[row.statement], told[row.other], row.many)
        }


def compared(id: str) -> bool:
    """Whether a statement is among the first of its article, which are compared with others.

    Nobody writes hundreds of statements into a report; a text that does shall not make a record wait.
    """
    number = id.rpartition("/s")[2]
    return not number.isdecimal() or int(number) <= MOST


def _place(row: Row[Any]) -> Place:
    day = _ordinal(row.day) if row.day else None
    return Place(row.id, row.article, row.person, day, row.recalled, row.kind == "person")


@lru_cache(maxsize=1 << 14)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _worth(one: Place, other: Place, many: int) -> bool:
    """Whether two statements that share so many keys are to be compared."""
    if many >= VERBATIM:
        return _meet(one, other) or _apart(one, other) <= QUOTED
    return _open(one, other) and _meet(one, other)


def _open(one: Place, other: Place) -> bool:
    """Whether two statements may be by one speaker: by one person, or by one who is no named person."""
    if one.person is None or other.person is None or one.person == other.person:
        return True
    return not (one.named and other.named)


def _meet(one: Place, other: Place) -> bool:
    """Whether two statements may be of one day; what looks back may be weeks apart."""
    apart = _apart(one, other)
    if apart <= NEAR:
        return True
    later = one if (one.day or 0) > (other.day or 0) else other
    same = one.person is not None and one.person == other.person
    return (same or later.recalled) and apart <= RECALLED


def _apart(one: Place, other: Place) -> int:
    """The days between two statements; none where one is not told."""
    return abs(one.day - other.day) if one.day is not None and other.day is not None else 0


def mates(connection: Connection, statements: Iterable[str]) -> set[str]:
    """Some statements, and all that are reports of the same utterances by now."""
    wanted = set(statements)
    told = {row.utterance for row in where(connection, select(S.utterance), S.id, wanted) if row.utterance}
    return wanted | {row.id for row in where(connection, select(S.id), S.utterance, told)}


def _saying(
    row: Row[Any], claims: Claimed, corrected: dict[str, set[str]], wrong: bool, back: int, turn: int
) -> Saying:
    return Saying(
        moment=row.moment or "9999",
        article=row.article,
        start=row.start,
        id=row.id,
        speaker=row.person,
        text=row.text,
        kind=row.kind,
        day=row.day,
        dated=row.said_on is not None,
        venue=row.venue_name,
        negated=(row.negated and disavowed(row.cue, row.text))
        or takes_back(row.cue, row.text)
        or rectified(row.source, row.cue, row.title or row.note or ""),
        wrong=wrong,
        copies=row.original or row.article,
        claims=tuple(sorted(claims.values.get(row.id, ()))),
        gone=row.superseded_by,
        gone_why=row.superseded_why or "",
        corrects=tuple(sorted(corrected.get(row.article, ()))),
        titles=_titles(row),
        body=row.speaker_kind in {"organization", "group", "document"},
        faint=_faint(row),
        of=_of(row),
        source=row.speaker_name or "",
        cue=row.cue,
        outlet=row.outlet or "",
        recalled=row.recalled,
        headline=_heads(row),
        back=back,
        turn=turn,
        parent=row.parent or "",
        when=tuple(sorted(claims.when.get(row.id, ()))),
    )


def _heads(row: Row[Any]) -> bool:
    return bool(row.title) and row.end <= len(row.title) + 2


def _age(row: Row[Any]) -> int:
    """How many days before its article it was said."""
    if not row.day or not row.article_day:
        return 0
    return max(0, _ordinal(row.article_day) - _ordinal(row.day))


def _wrong(row: Row[Any], rows: Loaded) -> bool:
    """Whether it is told as misreported, or inside words that are."""
    told = row, rows.get(row.parent or "", row)
    return any(misreported(one.source, one.text, one.note or "") for one in told)


def _faint(row: Row[Any]) -> bool:
    """Whether one whom the article takes for a person may be none: no role, and no known given name."""
    if row.speaker_kind != "person" or row.role or row.person is None:
        return False
    return "-" not in row.person or gender(row.person.replace("-", " ")) is None


def _of(row: Row[Any]) -> tuple[str, ...]:
    """For whom a speaker speaks, by name: the body of the role, the principals that the article gives."""
    if not row.organization and row.on_behalf_of in {None, "[]"}:
        return ()
    principals = listed(row.on_behalf_of or "[]")
    return tuple(sorted(stems(" ".join([row.organization or "", *principals]).replace("-", " "))))


def _titles(row: Row[Any]) -> tuple[str, ...]:
    """The offices that the article gives the speaker."""
    named = office(row.role, row.organization) if row.role else None
    described = None
    if row.block and row.block.startswith(ROLE):
        described = row.block.removeprefix(ROLE)
    told = {title for title in (named.title if named else None, described) if title}
    return tuple(sorted({same for title in told for same in titles(title)}))


def _backs(rows: Iterable[Row[Any]]) -> dict[str, tuple[int, int]]:
    """How many days before its article each may have been said, and how often its speaker spoke before.

    "Had said" looks back for weeks. What goes on with the words of a speaker that were dated before it in
    the article may be as old as those.
    """
    days = table()["days"]
    found: dict[str, tuple[int, int]] = {}
    dated: dict[tuple[str, str], int] = {}
    turns: Counter[tuple[str, str]] = Counter()
    ordered = sorted(rows, key=lambda one: (one.article, one.start, one.id))
    first: dict[tuple[str, str | None], int] = {}
    for row in ordered:
        if row.said_on is not None:
            first.setdefault((row.article, row.person), _age(row))
    for row in ordered:
        speaker = row.article, row.speaker or ""
        if row.said_on is not None:
            dated[speaker] = _age(row)
        recalled = days["recalled"] if row.recalled else 0
        told = first.get((row.article, row.person), 0) if _heads(row) else 0
        found[row.id] = max(dated.get(speaker, days["untold"]), recalled, told), turns[speaker]
        turns[speaker] += 1
    return found


def _claims(connection: Connection, statements: Iterable[str]) -> Claimed:
    found = Claimed(defaultdict(set), defaultdict(set))
    query = select(C.statement, C.event, C.value, C.earliest, C.latest)
    for row in where(connection, query, C.statement, statements):
        if row.event and row.value:
            found.values[row.statement].add((row.event, row.value))
        days = [day[:10] for day in (row.earliest, row.latest) if day]
        if len(days) > 1 and _ordinal(days[1]) - _ordinal(days[0]) <= WITHIN:
            found.when[row.statement].add((days[0], days[1]))
    return found
