"""What a site wants robots to leave alone (robots.txt, RFC 9309), asked for once a site and kept to."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.ingest.dial import Deadline
from onrecord.ingest.exchange import Answer
from onrecord.ingest.urls import NoPageError, OutOfReachError, clean

if TYPE_CHECKING:
    import httpx
    from protego import Protego

LARGEST = 500 * 2**10
"""What of a robots.txt is read (RFC 9309, 2.5); what follows is not."""

HOPS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})

AGENT_LINE = re.compile(r"\s*user[\s-]*agent\s*(?::|\s)\s*([^#\s]*)", re.IGNORECASE)
PRODUCT = re.compile(r"[a-z_-]*", re.IGNORECASE)


class Rules:
    """The rules of one site for one robot."""

    def __init__(self, parsed: "Protego | None", agent: str) -> None:
        self._parsed = parsed
        self._agent = agent

    def allow(self, url: str) -> bool:
        """May the page be fetched?"""
        return self._parsed is None or self._parsed.can_fetch(url, self._agent)

    @property
    def delay(self) -> float:
        """The seconds that the site asks to have between two requests; 0 where it asks for none."""
        return (self._parsed and self._parsed.crawl_delay(self._agent)) or 0.0


def rules_from(content: bytes, agent: str) -> Rules:
    """The rules in a robots.txt for the robot named ``agent``. Whatever the bytes, there are rules.

    >>> rules = rules_from(b"User-agent: *\\nDisallow: /drafts/\\nCrawl-delay: 2", "onrecord")
    >>> rules.allow("https://news.example/drafts/7"), rules.allow("https://news.example/7"), rules.delay
    (False, True, 2.0)
    """
    from protego import Protego

    lines = content.decode("utf-8-sig", "replace").splitlines()
    return Rules(Protego.parse("\n".join(_ours(line, agent) for line in lines)), agent)


def _ours(line: str, agent: str) -> str:
    """The line, with the name of any other robot made one and the same.

    Rules are kept for each robot that is named over them: 15,000 names over 15,000 rules would fill the
    memory. What the others may do is nothing to us. And a robot is meant by its whole product name, in
    any case and with any version after it (RFC 9309, 2.2.1), never by its start.
    """
    named = AGENT_LINE.match(line)
    if not named or named[1] == "*":
        return line
    product = PRODUCT.match(named[1])
    ours = product is not None and product[0].lower() == agent.lower()
    return f"User-agent: {agent if ours else 'another'}"


class Robots:
    """The rules of each site of a run, asked for when its first page is."""

    def __init__(self, ask: "Callable[[httpx.URL, Deadline], Answer]", agent: str, *, seconds: float) -> None:
        self._ask = ask
        self._agent = agent
        self._seconds = seconds
        self._known: dict[tuple[str, str, int | None], Rules | NoPageError] = {}

    def rules(self, url: "httpx.URL") -> Rules:
        """The rules for ``url``; raises a `NoPageError` where the site cannot be asked.

        No robots.txt is a yes, and one that cannot be had is a no (RFC 9309, 2.3.1): a server in
        trouble needs no robots. A 429 is trouble too, though it is written like a "not found".
        """
        site = (url.scheme, url.host, url.port)
        if site not in self._known:
            try:
                self._known[site] = self._asked(url.copy_with(raw_path=b"/robots.txt"))
            except OutOfReachError as error:  # the page would not be there either
                self._known[site] = OutOfReachError(str(error))  # without the frames that it came through
            except NoPageError as error:
                self._known[site] = _no(url, str(error))
        found = self._known[site]
        if isinstance(found, NoPageError):
            raise type(found)(str(found))
        return found

    def _asked(self, url: "httpx.URL") -> Rules:
        deadline = Deadline(self._seconds)
        answer = self._ask(url, deadline)
        for _ in range(HOPS):
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                break
            url = clean(answer.headers["location"], base=url)
            try:
                answer = self._ask(url, deadline)
            except OutOfReachError as error:  # another host, which says nothing of the one asked for
                raise NoPageError(str(error)) from error
        if 200 <= answer.status < 300:
            return rules_from(answer.content, self._agent)
        if answer.status in REDIRECTS or (400 <= answer.status < 500 and answer.status != 429):
            return Rules(None, self._agent)
        raise NoPageError(f"The server answered {answer.status}. Try again later.")


def _no(url: "httpx.URL", why: str) -> NoPageError:
    return NoPageError(f"The robots.txt of {url.host} cannot be read, which counts as a no. {why}")
