"""What is a URL that may be fetched, and how one is shown to people."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

LONGEST = 8_000
"""What every server has to take (RFC 9110, 4.1); a longer one is data, not a link."""

HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_-]{1,63}")
IN_BRACKETS = re.compile(r"[0-9a-f:.]+")
CREDENTIALS = re.compile(r"//[^/?#\\]*@")
SHOWN = 200


class NoPageError(Exception):
    """Carries the reason of an `Unread` up to where its place is known."""


class OutOfReachError(NoPageError):
    """The host itself is refused or silent, so that nothing else of it has to be tried."""


def clean(url: str, *, base: "httpx.URL | None" = None) -> "httpx.URL":
    """``url`` as it is asked for: absolute, in ASCII, without its fragment. ``base`` is the page it stood on.

    Raises a `NoPageError` for anything that is not http or https, that holds a name or a password (a link
    to be kept must not), or that two programs could read as two different hosts.

    >>> str(clean(" HTTPS://Café.example/a b#top "))
    'https://xn--caf-dma.example/a%20b'
    """
    import httpx

    text = url.strip()
    if len(text) > LONGEST:
        raise NoPageError(f"This URL has more than {LONGEST:,} characters. Give the page's plain address.")
    try:
        found = httpx.URL(text) if base is None else base.join(text)
        _check(found)
        return found.copy_with(host=found.host.removesuffix("."), fragment=None)
    except (httpx.InvalidURL, ValueError):
        raise NoPageError(f"{shown(url)!r} is no URL. Check it for characters that do not belong.") from None


def _check(url: "httpx.URL") -> None:
    if url.scheme not in {"http", "https"}:
        what = f"a {url.scheme}: address" if url.scheme else "no address of the web"
        raise NoPageError(f"Only http and https are fetched, and this is {what}.")
    if url.userinfo:
        raise NoPageError("This URL holds a name or a password, and those are not sent. Take them out.")
    host = url.raw_host.decode("ascii")
    literal = ":" in host and IN_BRACKETS.fullmatch(host)
    if not literal and not HOST.fullmatch(host.removesuffix(".")):
        raise NoPageError(f"{host[:SHOWN]!r} is no name of a host. Check the URL.")
    if url.port is not None and not 0 < url.port < 65_536:
        raise NoPageError(f"There is no port {url.port}. Check the URL.")


def shown(url: str) -> str:
    r"""The URL for a message: on one line, not too long, and without a password that somebody left in it.

    >>> shown("https://ada:secret@desk.example/\x1b[2J")
    'https://…@desk.example/�[2J'
    """
    text = CREDENTIALS.sub("//…@", url.strip()[: LONGEST + 1], count=1)
    text = "".join(character if character.isprintable() else "�" for character in text[: SHOWN + 1])
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
