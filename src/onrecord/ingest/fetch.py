"""URL -> page: fetching what a feed links to, politely, and from the public internet alone.

Nothing here is used unless the user asks for it: onrecord reads files. A URL comes out of somebody else's
feed, and the server behind it may be anybody's, so every limit is on our side: which addresses are
connected to (`onrecord.ingest.dial`), how many bytes are taken and inflated, and for how long.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Self

import msgspec
from msgspec import Struct

from onrecord.ingest.page import Page, conditions, page_from
from onrecord.ingest.unread import Unread
from onrecord.ingest.urls import NoPageError, clean, shown

if TYPE_CHECKING:
    import ssl

    import httpx

    from onrecord.ingest.dial import Deadline, Network
    from onrecord.ingest.exchange import Answer

__all__ = ["Fetch", "Page", "Settings"]

REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
A_YEAR = 366 * 86_400.0


def _agent() -> str:
    try:
        return f"onrecord/{version('onrecord')}"
    except PackageNotFoundError:  # run from a folder without being installed
        return "onrecord"


class Settings(Struct, frozen=True, kw_only=True):
    """The limits of fetching. Times are in seconds.

    ``connect`` is what is waited for one connection, ``read`` for the next bytes, and ``total`` for a page
    with all its redirects (a site's robots.txt, once a run, has as much again; waiting out of politeness
    does not count). ``max_bytes`` holds for what comes over the wire and for what it inflates to.
    ``delay`` lies between two requests to one host, or what its robots.txt asks for, up to ``max_delay``.
    A busy server that says when to come back is asked once more if that is within ``max_wait``.
    ``allow_private`` gives up the check of addresses, for tests.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    max_bytes: int = 16 * 2**20
    max_redirects: int = 8
    delay: float = 1.0
    max_delay: float = 30.0
    max_wait: float = 30.0
    agent: str = msgspec.field(default_factory=_agent)
    allow_private: bool = False


class Fetch:
    """Fetches pages, one after another, for one run: what it learned of each site holds for the next page.

    Not for use from several threads. ``network`` and ``tls`` are the sockets and certificates to use, and
    ``pause`` is what waits; a test gives its own.

    >>> with Fetch() as fetch:
    ...     print(fetch.get("http://127.0.0.1/").reason)
    Only public addresses are fetched, and this is 127.0.0.1, this machine itself.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        network: "Network | None" = None,
        tls: "ssl.SSLContext | None" = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        from onrecord.ingest.exchange import Exchange
        from onrecord.ingest.robots import Robots

        self._settings = settings or Settings()
        self._exchange = Exchange(network=network, tls=tls, allow_private=self._settings.allow_private)
        product = self._settings.agent.partition("/")[0]
        self._robots = Robots(self._ask_robots, product, seconds=self._settings.total)
        self._pause = pause
        self._next: dict[str, float] = {}
        self._shut: dict[str, datetime] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._next.clear()
        self._shut.clear()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Page | Unread:
        """The page at ``url``, or why there is none. Nothing about a URL or a server raises.

        ``etag`` and ``modified`` are those of the last time, if it was fetched before.
        """
        try:
            return self._page(url, etag, modified)
        except NoPageError as error:
            return Unread(shown(url), str(error))

    def _page(self, url: str, etag: str | None, modified: str | None) -> Page:
        """Follows the redirects by hand: each hop is checked, asked for and waited for like the first.

        From https to http is followed too. Shorteners do it on the way to an https page, and nothing is
        sent that could leak; ``final_url`` says what the page was.
        """
        from onrecord.ingest.dial import Deadline

        at = clean(url)
        asked = conditions(etag, modified)
        deadline = Deadline(self._settings.total)
        seen = set()
        for _ in range(self._settings.max_redirects + 1):
            seen.add(at)
            answer = self._answer(at, asked, deadline)
            location = answer.headers.get("location")
            if answer.status not in REDIRECTS or not location:
                return page_from(answer, url.strip(), str(at), asked)
            at = _led_on(location, at)
            if at in seen:
                raise NoPageError(f"It leads back to {shown(str(at))}, as pages do that want cookies kept.")
        raise NoPageError(
            f"It leads on more than {self._settings.max_redirects} times. Give the last address."
        )

    def _answer(self, url: "httpx.URL", asked: dict[str, str], deadline: "Deadline") -> "Answer":
        """What the server says, if robots may ask it."""
        started = time.monotonic()
        rules = self._robots.rules(url)
        deadline.put_off(time.monotonic() - started)
        if not rules.allow(str(url)):
            raise NoPageError(
                f"The robots.txt of {url.host} asks robots to leave this page alone. "
                "Save it with a browser and give the file."
            )
        delay = max(self._settings.delay, min(rules.delay, self._settings.max_delay))
        return self._politely(url, asked, delay, deadline)

    def _politely(
        self, url: "httpx.URL", asked: dict[str, str], delay: float, deadline: "Deadline"
    ) -> "Answer":
        """The answer, no sooner than the host wants to be asked, and asked once more where it is busy."""
        host = url.host
        until = self._shut.get(host)
        if until and datetime.now(UTC) < until:
            raise _busy(host, until)
        self._wait(self._next.get(host, 0.0) - time.monotonic(), deadline)
        answer = self._ask(url, asked, delay, deadline)
        wait = _retry_after(answer)
        if wait is not None and wait <= self._settings.max_wait:
            self._wait(max(wait, delay), deadline)
            answer = self._ask(url, asked, delay, deadline)
            wait = _retry_after(answer)
        if answer.status in BUSY:
            until = None if wait is None else datetime.now(UTC) + timedelta(seconds=min(wait, A_YEAR))
            if until:
                self._shut[host] = until
            raise _busy(host, until)
        return answer

    def _wait(self, seconds: float, deadline: "Deadline") -> None:
        if seconds > 0:
            started = time.monotonic()
            self._pause(seconds)
            deadline.put_off(time.monotonic() - started)

    def _ask(self, url: "httpx.URL", asked: dict[str, str], delay: float, deadline: "Deadline") -> "Answer":
        from onrecord.ingest.exchange import Limits

        settings = self._settings
        limits = Limits(connect=settings.connect, read=settings.read, bytes=settings.max_bytes)
        try:
            return self._exchange.ask(url, {"User-Agent": settings.agent, **asked}, deadline, limits)
        finally:
            self._next[url.host] = time.monotonic() + delay

    def _ask_robots(self, url: "httpx.URL", deadline: "Deadline") -> "Answer":
        from onrecord.ingest.exchange import Limits
        from onrecord.ingest.robots import LARGEST

        settings = self._settings
        limits = Limits(connect=settings.connect, read=settings.read, bytes=LARGEST, cut=True)
        return self._exchange.ask(url, {"User-Agent": settings.agent}, deadline, limits)


def _led_on(location: str, at: "httpx.URL") -> "httpx.URL":
    try:
        return clean(location, base=at)
    except NoPageError as error:
        raise NoPageError(f"It leads on to {shown(location)!r}. {error}") from error


def _retry_after(answer: "Answer") -> float | None:
    """The seconds that a busy server wants to have, from a number or a date (RFC 9110, 10.2.3)."""
    value = answer.headers.get("retry-after", "").strip()
    if answer.status not in BUSY or not value:
        return None
    if value.isascii() and value.isdigit():
        return float(value[:12])
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def _busy(host: str, until: datetime | None) -> NoPageError:
    when = f"after {until:%Y-%m-%d %H:%M} UTC" if until else "later"
    return NoPageError(f"{host} is too busy to answer. Try again {when}.")
