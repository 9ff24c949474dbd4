"""Web sites for tests: real servers on this machine, and a network in which names lead to them.

The names and addresses are of this little network alone. An address that looks public leads to a server of
the test, so that the check of addresses is on, as it is for a user; any other address leads nowhere.
"""

import socket
from collections.abc import Callable
from threading import Event, Thread

import httpcore

from onrecord.ingest.dial import Network
from onrecord.ingest.fetch import Fetch, Settings

PUBLIC = "93.184.216.34"
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"

Reply = bytes | Callable[[socket.socket, Event], None]


def reply(body=b"", *, status="200 OK", length=True, **headers):
    """The bytes of an answer. Header names are written with underscores."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    if length:
        fields.setdefault("Content-Length", len(body))
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def forward(location, status="302 Found"):
    return reply(status=status, Location=location)


class Site:
    """A server that gives each path its reply, or the next of several; the last one stays.

    ``at_once`` has the connection instead, before a request is read.
    """

    def __init__(self, pages, robots=NO_ROBOTS, tls=None, at_once=None):
        self.pages = {"/robots.txt": robots, **pages}
        self.requests = []
        self.stop = Event()
        self._tls = tls
        self._at_once = at_once
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [Thread(target=self._serve)]
        self._threads[0].start()

    @property
    def paths(self):
        return [request.split(" ")[1] for request in self.requests]

    def header(self, name, *, of=-1):
        lines = self.requests[of].split("\r\n")[1:]
        return next((line.partition(": ")[2] for line in lines if line.lower().startswith(f"{name}:")), None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(5)
            assert not thread.is_alive()

    def _serve(self):
        while not self.stop.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            thread = Thread(target=self._answer, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _answer(self, connection):
        try:
            connection.settimeout(5)
            with self._tls.wrap_socket(connection, server_side=True) if self._tls else connection as opened:
                if self._at_once:
                    self._at_once(opened, self.stop)
                    return
                asked = b""
                while not asked.endswith(b"\r\n\r\n"):
                    piece = opened.recv(65_536)
                    if not piece:
                        return
                    asked += piece
                self.requests.append(asked.decode("latin-1"))
                found = self.pages.get(self.paths[-1], NO_ROBOTS)
                if isinstance(found, list):
                    found = found.pop(0) if len(found) > 1 else found[0]
                if callable(found):
                    found(opened, self.stop)
                else:
                    opened.sendall(found)
        except OSError:  # the other side has gone, as it is meant to
            return


class Web(Network):
    """Names with their addresses, and addresses with their sites."""

    def __init__(self, names, sites):
        self.names = names
        self.sites = sites
        self.dialled = []

    def resolve(self, host, _port):
        found = self.names.get(host, [])
        if isinstance(found, Exception):
            raise found
        if found and isinstance(found[0], list):  # another answer each time
            return found.pop(0) if len(found) > 1 else found[0]
        return found

    def connect(self, address, _port, timeout):
        self.dialled.append(address)
        if address not in self.sites:
            raise httpcore.ConnectError(f"nothing is at {address}")
        return super().connect("127.0.0.1", self.sites[address].port, timeout)


QUICK = {"connect": 3.0, "read": 3.0, "total": 5.0, "delay": 0.0}


def fetching(site=None, *, names=None, sites=None, tls=None, pause=None, **settings):
    """A `Fetch` in the little network: news.example is at ``site``, and so are the names given with it."""
    web = Web(
        {"news.example": [PUBLIC], **(names or {})}, {**({PUBLIC: site} if site else {}), **(sites or {})}
    )
    waits = []
    fetch = Fetch(Settings(**{**QUICK, **settings}), network=web, tls=tls, pause=pause or waits.append)
    fetch.web, fetch.waits = web, waits
    return fetch
