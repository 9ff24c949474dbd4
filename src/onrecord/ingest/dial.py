"""Connections to public addresses only, each with an end: what every byte of a fetched page comes through.

A check of the name, or of an address looked up beforehand, can be passed by a name that answers with
another address the second time (DNS rebinding). So the name is resolved here, once, all its addresses are
checked, and it is a checked number that the socket is opened to. The name still is what the certificate
has to be for. This sits below HTTP, where no redirect and no library can go around it.
"""

import socket
import time
from collections.abc import Iterable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import httpcore

from onrecord.ingest.addresses import why_not
from onrecord.ingest.urls import NoPageError, OutOfReachError

TRIED = 4
"""So many of a host's addresses are tried, one after another."""


class Deadline:
    """The moment at which a page has had its time, however steadily it drips."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def put_off(self, seconds: float) -> None:
        """Leaves out ``seconds`` that were spent waiting out of politeness."""
        self._end += seconds

    def over(self) -> bool:
        """Has the time run out?"""
        return time.monotonic() >= self._end

    def within(self, limit: float | None) -> float:
        """``limit``, or what is left where that is less."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise NoPageError(f"It was not there in whole after {self.seconds:g} seconds. Try again later.")
        return left if limit is None else min(limit, left)


class Network:
    """The names and sockets of this machine. A test gives others."""

    def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of ``host``, best first; raises an OSError where there is none."""
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))

    def connect(self, address: str, port: int, timeout: float) -> httpcore.NetworkStream:
        """A connection to a number; raises what httpcore raises."""
        return httpcore.SyncBackend().connect_tcp(address, port, timeout=timeout)


class Stream(httpcore.NetworkStream):
    """A connection that is over when its page has had its time.

    A time limit of the socket alone would not do: it starts again with each byte, so that a server which
    sends one a second holds the line for days.
    """

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: D102
        return self._inner.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: D102
        self._inner.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:  # noqa: D102
        self._inner.close()

    def start_tls(  # noqa: D102
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.within(timeout))
        return Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: D102
        return self._inner.get_extra_info(info)


class Dial(httpcore.NetworkBackend):
    """Opens the connections of one request."""

    def __init__(self, network: Network, deadline: Deadline, *, allow_private: bool = False) -> None:
        self._network = network
        self._deadline = deadline
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """A connection to the first address of ``host`` that answers, if all of them are public.

        One private address among public ones refuses the host: no honest name mixes them, and it is how
        a client that falls back to its second choice is led inside.
        """
        addresses = self._resolve(host, port, timeout)
        for address in addresses:
            why = why_not(address)
            if why and not self._allow_private:
                what = f"{host} is at {why}" if host != address else f"this is {why}"
                raise OutOfReachError(f"Only public addresses are fetched, and {what}.")
        silent: Exception = OutOfReachError(f"{host} has no address. Check the URL.")
        for address in addresses[:TRIED]:
            try:
                opened = self._network.connect(address, port, self._deadline.within(timeout))
                return Stream(opened, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                silent = error
        raise silent

    def _resolve(self, host: str, port: int, timeout: float | None) -> list[str]:
        """The addresses of ``host``. Asked in a thread, for the system's resolver takes no time limit."""
        answers: SimpleQueue[list[str] | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._network.resolve(host, port))
            except (OSError, ValueError) as error:  # a ValueError for a name that no name can be
                answers.put(error)

        Thread(target=ask, name="onrecord-resolve", daemon=True).start()
        try:
            answer = answers.get(timeout=self._deadline.within(timeout))
        except Empty:
            raise OutOfReachError(f"The address of {host} was not found in time. Try again later.") from None
        if isinstance(answer, Exception):
            raise OutOfReachError(f"{host} is not known. Check the URL, and the connection.") from answer
        return answer
