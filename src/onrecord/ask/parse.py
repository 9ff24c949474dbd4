"""The query language: text to a `Query`, or an error that shows the place.

    query   = group
    group   = either { ["AND"] either }
    either  = term { "OR" term }
    term    = ["-" | "NOT"] ( "(" group ")" | [field ":"] value { "," value } )

OR binds closer than terms side by side, as in web and mail search: in ``who:Sol OR who:Berg since:2016`` the
date holds for both.
"""

from msgspec import structs

from onrecord.ask.place import PlaceError
from onrecord.ask.tokens import Token, tokens
from onrecord.ask.values import understood
from onrecord.query import And, Between, Equals, Not, Or, Query, Words

LONGEST = 2_000  # characters
DEEPEST = 20  # parentheses and minuses inside one another
MOST = 100  # words and values


def parse(text: str) -> Query:
    """The query that ``text`` says; `QueryError` where it says none. No text asks for everything.

    >>> parse("who:Sol -level:2+").items[0]
    Words(field='who', text='Sol', terms=('sol',), phrase=False, start=0, end=7)
    """
    try:
        return _Parser(text).query()
    except PlaceError as error:
        raise error.shown_in(text) from None


class _Parser:
    """Recursive descent over the tokens, one token ahead."""

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            reason = f"the query has {len(text):,} characters; {LONGEST:,} is the most"
            raise PlaceError(reason, LONGEST, len(text))
        self.tokens = [*tokens(text), Token("end", len(text), len(text))]
        self.at = 0
        self.depth = 0
        self.count = 0

    def ahead(self, *kinds: str) -> bool:
        """Whether a token of one of these kinds comes next."""
        return self.tokens[self.at].kind in kinds

    def query(self) -> Query:
        """All of the text."""
        if self.ahead("end"):
            return And(())
        found = self.group()
        if not self.ahead("end"):
            raise PlaceError(_UNOPENED, *_at(self.taken()))
        return found

    def group(self) -> Query:
        """Everything up to a closing parenthesis or the end, all of it asked for."""
        seen: dict[str, Token] = {}
        items = [self.either(seen)]
        while not self.ahead(")", "end"):
            if self.ahead("and"):
                self.operator(seen)
            items.append(self.either(seen))
        return _all_of(items)

    def either(self, seen: dict[str, Token]) -> Query:
        """One term, or alternatives."""
        items = [self.term()]
        while self.ahead("or"):
            self.operator(seen)
            items.append(self.term())
        return _any_of(items)

    def operator(self, seen: dict[str, Token]) -> None:
        """Passes AND or OR. The two side by side are read in two ways, and people count on either."""
        token = self.taken()
        if seen.keys() - {token.kind}:
            reason = "AND and OR side by side can be read in two ways; put parentheses around one of them"
            raise PlaceError(reason, token.start, token.end)
        seen[token.kind] = token
        if not self.ahead(*_BEGINS):
            raise PlaceError(f"{token.text} stands between two terms; none stands behind it", *_at(token))

    def term(self) -> Query:
        """A term, a group, or the negation of one."""
        token = self.taken()
        if token.kind == "term":
            return self.counted(understood(token))
        if token.kind == ")" and not self.depth:
            raise PlaceError(_UNOPENED, *_at(token))
        if token.kind not in _BEGINS:
            empty = "nothing stands between these parentheses; leave them out"
            before = f"no term stands before {token.text}; leave it out"
            raise PlaceError(empty if token.kind == ")" else before, *_at(token))
        self.depth += 1
        if self.depth > DEEPEST:
            raise PlaceError(f"this is nested more than {DEEPEST} levels deep", *_at(token))
        found = self.negated(token) if token.kind == "not" else self.enclosed(token)
        self.depth -= 1
        return found

    def negated(self, minus: Token) -> Query:
        """What a minus takes back."""
        if not self.ahead("term", "("):
            reason = f'"{minus.text}" has nothing to leave out; it goes right before a term, as in -who:Sol'
            raise PlaceError(reason, *_at(minus))
        if minus.text == "-" and self.tokens[self.at].start > minus.end:
            reason = "a minus goes right before what it leaves out; take the blank away, or the minus"
            raise PlaceError(reason, *_at(minus))
        item = self.term()
        return item.item if isinstance(item, Not) else Not(item, minus.start, item.end)

    def enclosed(self, opened: Token) -> Query:
        """What stands between parentheses; they belong to its place."""
        if self.ahead("end"):
            raise PlaceError("nothing stands behind this parenthesis; leave it out", *_at(opened))
        found = self.group()
        if self.ahead("end"):
            raise PlaceError("this parenthesis is not closed; put another one at the end", *_at(opened))
        return structs.replace(found, start=opened.start, end=self.taken().end)

    def taken(self) -> Token:
        """The token ahead; the end is never taken."""
        self.at += 1
        return self.tokens[self.at - 1]

    def counted(self, found: Query) -> Query:
        """``found``, unless it is one too many."""
        items = found.items if isinstance(found, Or) else (found,)
        self.count += sum(_size(item) for item in items)
        if self.count > MOST:
            raise PlaceError(f"the query has more than {MOST} words and values", found.start, found.end)
        return found


_UNOPENED = "this parenthesis was never opened; leave it out"
_BEGINS = ("term", "(", "not")


def _size(item: Query) -> int:
    """How many words or values a term without a group has."""
    if isinstance(item, Words):
        return len(item.terms)
    return len(item.values) if isinstance(item, Equals) else 1


def _at(token: Token) -> tuple[int, int]:
    return token.start, token.end


def _all_of(items: list[Query]) -> Query:
    """All of the items, groups of groups made one, and their dates one window."""
    flat = [one for item in items for one in (item.items if isinstance(item, And) else (item,))]
    dates = [one for one in flat if isinstance(one, Between)]
    if len(dates) > 1:
        window = _window(dates)
        first = flat.index(dates[0])
        flat = [one for one in flat if not isinstance(one, Between)]
        flat.insert(first, window)
    return flat[0] if len(flat) == 1 else And(tuple(flat), items[0].start, items[-1].end)


def _window(dates: list[Between]) -> Between:
    """The days that lie in all of ``dates``."""
    since = max((one.since for one in dates if one.since), default=None)
    until = min((one.until for one in dates if one.until), default=None)
    start, end = min(one.start for one in dates), max(one.end for one in dates)
    if since and until and since > until:
        raise PlaceError(f"since {since} is after until {until}; no day lies between them", start, end)
    return Between(since, until, start, end)


def _any_of(items: list[Query]) -> Query:
    """One of the items, alternatives of alternatives made one."""
    if len(items) == 1:
        return items[0]
    flat = [one for item in items for one in (item.items if isinstance(item, Or) else (item,))]
    return Or(tuple(flat), items[0].start, items[-1].end)
