"""One request and its answer, held to limits of time and size."""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpcore
from msgspec import Struct

from onrecord.ingest.dial import Deadline, Dial, Network
from onrecord.ingest.inflate import decoder
from onrecord.ingest.urls import NoPageError, OutOfReachError

if TYPE_CHECKING:
    import httpx

CONTENT = frozenset({200, 203})
"""The statuses whose body is the page. Of every other answer no more than the head is read."""


class Limits(Struct, frozen=True):
    """How long is waited for a connection and for the next piece, and how many bytes are taken.

    ``cut`` takes the first ``bytes`` of a longer body where a page would be refused.
    """

    connect: float
    read: float
    bytes: int
    cut: bool = False


class Answer(Struct, frozen=True):
    """What a server said: the status, its header fields by their lower-case names, and the content."""

    status: int
    headers: dict[str, str]
    content: bytes = b""


class Exchange:
    """Asks servers, one request a connection, so that nothing is left over from one to the next.

    It is httpcore that speaks HTTP here, below the client of httpx: no cookie is kept, no proxy or password
    is taken from the environment, no redirect is followed and nothing is inflated behind our back.
    """

    def __init__(
        self,
        *,
        network: Network | None = None,
        tls: ssl.SSLContext | None = None,
        allow_private: bool = False,
    ) -> None:
        self._network = network or Network()
        self._tls = tls
        self._allow_private = allow_private

    def ask(self, url: "httpx.URL", headers: dict[str, str], deadline: Deadline, limits: Limits) -> Answer:
        """The answer to a GET of ``url``, or a `NoPageError` that says why there is none."""
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        ours = {"Host": url.netloc.decode("ascii"), "Connection": "close", "Accept-Encoding": "gzip"}
        sent = list({**ours, **headers}.items())
        times = {"connect": limits.connect, "read": limits.read, "write": limits.read}
        dial = Dial(self._network, deadline, allow_private=self._allow_private)
        with (
            _told(url.host, deadline, limits),
            httpcore.HTTPConnection(
                target.origin, ssl_context=self._context(url.scheme), network_backend=dial
            ) as connection,
            connection.stream("GET", target, headers=sent, extensions={"timeout": times}) as response,
        ):
            found = _headers(response.headers)
            if response.status not in CONTENT:
                return Answer(response.status, found)
            content = _content(response.iter_stream(), found, limits)
            return Answer(response.status, found, content)

    def _context(self, scheme: str) -> ssl.SSLContext | None:
        """The trusted certificates, read when the first https page is asked for."""
        if scheme == "https" and self._tls is None:
            import httpx

            self._tls = httpx.create_ssl_context(trust_env=False)
        return self._tls


def _headers(fields: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """The fields by name; one that is there more than once is a list with commas (RFC 9110, 5.3)."""
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name.decode("latin-1").lower(), []).append(_text(value))
    return {name: ", ".join(values) for name, values in found.items()}


def _text(value: bytes) -> str:
    """Servers write the letters of a Location in UTF-8, though the standard knows of none beyond ASCII."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _content(pieces: Iterable[bytes], headers: dict[str, str], limits: Limits) -> bytes:
    """The body, inflated; refused, or cut, when it or what came over the wire is over the limit."""
    length = headers.get("content-length", "")
    if not limits.cut and length.isdecimal() and int(length[:18]) > limits.bytes:
        raise _too_large(limits)
    decoding = decoder(headers.get("content-encoding", ""))
    content = bytearray()
    came = 0
    for piece in pieces:
        came += len(piece)
        content += decoding.feed(piece, limits.bytes + 1 - len(content))
        if max(came, len(content)) > limits.bytes:
            if not limits.cut:
                raise _too_large(limits)
            return bytes(content[: limits.bytes])
    decoding.end()
    return bytes(content)


def _too_large(limits: Limits) -> NoPageError:
    return NoPageError(f"It is larger than {limits.bytes:,} bytes, the most that is fetched of a page.")


@contextmanager
def _told(host: str, deadline: Deadline, limits: Limits) -> Iterator[None]:
    """What goes wrong below HTTP, said for people."""
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise OutOfReachError(
            f"{host} could not be reached within {limits.connect:g} seconds. Try again later."
        ) from error
    except httpcore.ConnectError as error:
        raise OutOfReachError(_unconnected(host, error.__cause__)) from error
    except httpcore.TimeoutException as error:
        deadline.within(None)
        raise NoPageError(f"{host} sent nothing for {limits.read:g} seconds. Try again later.") from error
    except httpcore.NetworkError as error:
        raise NoPageError(f"The connection to {host} broke off. Try again later.") from error
    except httpcore.RemoteProtocolError as error:
        raise NoPageError(f"{host} broke off, or does not answer in HTTP. Try again later.") from error
    except httpcore.LocalProtocolError as error:
        raise NoPageError("This URL cannot be put into a request. Check it.") from error


def _unconnected(host: str, cause: BaseException | None) -> str:
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"The certificate of {host} is not to be trusted: {cause.verify_message}."
    if isinstance(cause, ssl.SSLError):
        return f"No secure connection to {host} could be made. Is the port right?"
    return f"{host} does not take connections. Check the URL, or try again later."
