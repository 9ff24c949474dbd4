"""A `Query` as a condition of SQL.

**What is asked of one claim holds for one claim.** ``about:pier stance:no`` finds a statement with a claim
about the pier that is denied, and not one that denies one thing and speaks of the pier elsewhere. The fields
of claims that stand side by side (about, stance, act, event, and groups of them) are therefore one condition,
and so is what is left out beside them: ``about:pier -stance:no``. Where only things are left out,
``-stance:no``, no claim has them.

**A condition is true or false**, never NULL, so that ``-who:Sol`` also finds what nobody known said.
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import ColumnElement, FromClause, and_, false, func, not_, or_, select, true

from onrecord.ask.fulltext import in_index, in_row, only
from onrecord.ask.names import named
from onrecord.query import And, Between, Equals, Level, Not, Or, Query, Words
from onrecord.record import tables
from onrecord.terms import terms

Condition = ColumnElement[bool]
OF_CLAIMS = frozenset({"about", "stance", "act", "event"})
Outlets = Callable[[Words], list[str]]
_CLAIM, _EVENTS = tables.claims.alias("claimed"), tables.events.alias("spoken_of")
_HOPS, _AGENTS, _TOLD = (
    tables.hops.alias("passed"),
    tables.agents.alias("passing"),
    tables.statements.alias("told"),
)


class Scope(Struct, frozen=True):
    """What a condition is about: the columns that fields stand for, and how rows are to be looked at.

    ``statement`` and ``claim`` are tables (or aliases) of the query around; without ``claim`` the items of
    claims hold for any claim of the statement. ``who``, ``day``, ``value``, ``uu``, ``act`` and ``event`` are
    columns. With ``probe`` no condition leads SQLite to an index: the rows come from elsewhere.
    """

    dialect: str
    outlets: Outlets
    statement: FromClause
    who: ColumnElement[Any]
    day: ColumnElement[Any]
    claim: FromClause | None = None
    value: ColumnElement[Any] | None = None
    uu: ColumnElement[Any] | None = None
    act: ColumnElement[Any] | None = None
    event: ColumnElement[Any] | None = None
    probe: bool = False


def of_statements(dialect: str, outlets: Outlets, *, probe: bool = False) -> Scope:
    """The scope of queries over the table of statements."""
    s = tables.statements
    return Scope(dialect, outlets, s, s.c.person, s.c.day, probe=probe and dialect == "sqlite")


def of_positions(dialect: str, outlets: Outlets, *, probe: bool = False) -> Scope:
    """The scope of queries over positions, each with the claim and the statement it rests on."""
    p, s, c = tables.positions, tables.statements, tables.claims
    return Scope(
        dialect, outlets, s, p.c.person, p.c.day, c, p.c.value, p.c.uu, p.c.act, p.c.event,
        probe=probe and dialect == "sqlite",
    )  # fmt: skip


def condition(query: Query, scope: Scope) -> Condition:
    """Whether a row matches."""
    parts = [of_part(part, scope) for part in conjuncts(query, scope)]
    return and_(*parts) if parts else true()


def conjuncts(query: Query, scope: Scope) -> list[Query]:
    """What has to hold side by side: items that are looked at together are one `And`."""
    if not isinstance(query, And):
        return [query]
    rest = list(query.items)
    together: list[Query] = []
    said = [item for item in rest if only(item, "said")]
    claims = [item for item in rest if of_claims(item)] if scope.claim is None else []
    about = [item for item in rest if only(item, "about")] if scope.claim is not None else []
    for group in (said, about, claims):
        if group and not all(isinstance(item, Not) for item in group):
            rest = [item for item in rest if item not in group]
            together.append(group[0] if len(group) == 1 else And(tuple(group)))
    return together + rest


def of_claims(query: Query) -> bool:
    """Whether ``query`` asks for nothing but properties of a claim."""
    match query:
        case Words() | Equals():
            return query.field in OF_CLAIMS
        case Not():
            return of_claims(query.item)
        case And() | Or():
            return bool(query.items) and all(of_claims(item) for item in query.items)
        case _:
            return False


def of_part(query: Query, scope: Scope) -> Condition:
    """Whether a row matches one of `conjuncts`."""
    if only(query, "said"):
        return _words("statements", scope.statement, query, scope)
    if scope.claim is None:
        if of_claims(query) and not isinstance(query, Not):
            return _of_a_claim(query, scope)
    elif only(query, "about"):
        return _words("claims", scope.claim, query, scope)
    match query:
        case And():
            return condition(query, scope)
        case Or():
            return or_(*(condition(item, scope) for item in query.items)) if query.items else false()
        case Not():
            return not_(condition(query.item, scope))
        case _:
            return _leaf(query, scope)


def claim_scope(scope: Scope, claim: FromClause) -> Scope:
    """``scope``, with what is asked of claims asked of ``claim``."""
    c = claim.c
    return replace(scope, claim=claim, value=c.value, uu=c.uu, act=c.act, event=c.event)


def _of_a_claim(query: Query, scope: Scope) -> Condition:
    claim = _CLAIM
    holds = condition(query, claim_scope(scope, claim))
    if scope.probe:
        return select(claim.c.number).where(claim.c.statement == scope.statement.c.id, holds).exists()
    found = select(claim.c.statement).where(holds, claim.c.statement.is_not(None)).correlate(None)
    return scope.statement.c.id.in_(found)


def _words(searched: Any, row: FromClause, query: Query, scope: Scope) -> Condition:
    return in_row(row, query) if scope.probe else in_index(searched, row, query, scope.dialect)


def _leaf(query: Query, scope: Scope) -> Condition:
    match query:
        case Between():
            return _between(query, scope)
        case Level():
            level = scope.statement.c.level
            return and_(level >= query.lowest, true() if query.highest is None else level <= query.highest)
        case Words() | Equals():
            return _FIELDS[query.field](query, scope)
    raise TypeError(query)


def _between(query: Between, scope: Scope) -> Condition:
    day = func.coalesce(scope.day, "") if scope.probe else scope.day
    ends = [day >= query.since if query.since else day > "", day <= query.until if query.until else true()]
    return and_(*ends) if scope.probe else and_(scope.day.is_not(None), *ends)


def _who(query: Words | Equals, scope: Scope) -> Condition:
    people = named(query, scope.dialect)
    if scope.probe:
        return func.coalesce(scope.who, "").in_(people)
    return and_(scope.who.is_not(None), scope.who.in_(people))


def _via(query: Words | Equals, scope: Scope) -> Condition:
    """Somebody in the chain other than the speaker, whom the last hop names."""
    hops, agents = _HOPS, _AGENTS
    by = agents.c.person.in_(named(query, scope.dialect))
    found = select(hops.c.statement).join_from(hops, agents, hops.c.agent == agents.c.id)
    id, speaker = scope.statement.c.id, scope.statement.c.speaker
    if scope.probe:
        other = hops.c.agent != func.coalesce(speaker, "")
        return found.where(hops.c.statement == id, other, by).correlate(scope.statement).exists()
    told = _TOLD
    found = found.join(told, hops.c.statement == told.c.id)
    return id.in_(found.where(by, hops.c.agent != func.coalesce(told.c.speaker, "")).correlate(None))


def _outlet(query: Words | Equals, scope: Scope) -> Condition:
    found = scope.outlets(query) if isinstance(query, Words) else list(query.values)
    return func.coalesce(scope.statement.c.outlet, "").in_(found) if found else false()


def _kind(query: Words | Equals, scope: Scope) -> Condition:
    return scope.statement.c.kind.in_(_values(query))


def _stance(query: Words | Equals, scope: Scope) -> Condition:
    values = _values(query)
    plain = [value for value in values if ":" not in value]
    kinds = [value.partition(":")[2] for value in values if ":" in value]
    value, uu = func.coalesce(scope.value, ""), func.coalesce(scope.uu, "")
    return or_(value.in_(plain), and_(value == "Uu", uu.in_(kinds)))


def _act(query: Words | Equals, scope: Scope) -> Condition:
    return func.coalesce(scope.act, "").in_(_values(query))


def _event(query: Words | Equals, scope: Scope) -> Condition:
    """An event by its id, its type, or its mode: "meetings" and "phone call" have the words of modes."""
    values = _values(query)
    modes = {word for value in values for word in (value, *terms(value))}
    events = _EVENTS
    kind = or_(
        func.coalesce(events.c.type, "").in_(sorted(value.upper() for value in values)),
        func.coalesce(events.c.mode, "").in_(sorted(modes)),
    )
    event: Any = scope.event
    found = select(events.c.id).where(kind)
    if scope.probe:
        of_kind: Condition = found.where(events.c.id == event).correlate(event.table).exists()
    else:
        of_kind = and_(event.is_not(None), event.in_(found.correlate(None)))
    return or_(func.coalesce(event, "").in_(values), of_kind)


def _values(query: Words | Equals) -> Sequence[str]:
    return query.values if isinstance(query, Equals) else query.terms


_FIELDS: dict[str, Callable[[Words | Equals, Scope], Condition]] = {
    "who": _who,
    "via": _via,
    "outlet": _outlet,
    "kind": _kind,
    "stance": _stance,
    "act": _act,
    "event": _event,
}
