"""Servers that live as long as a measurement: PostgreSQL on a socket of its own, Datasette on loopback."""

import importlib.util
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

# No port is opened: the number only names the socket.
SOCKET = 54330
START_SECONDS = 60


def _binary(name: str) -> str | None:
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return shutil.which(name, path=os.pathsep.join([*map(str, places), os.environ.get("PATH", "")]))


def _servants_name() -> str | None:
    """Return the user a server started by root runs as: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


@contextmanager
def postgres() -> Iterator[str | None]:
    """Start a server as it comes from its makers, and give its address; null when there is none here."""
    initdb, control = _binary("initdb"), _binary("pg_ctl")
    if initdb is None or control is None or importlib.util.find_spec("psycopg") is None:
        yield None
        return
    user = _servants_name()
    folder = Path(tempfile.mkdtemp(prefix="armsdocket-bench-"))
    if user is not None:
        shutil.chown(folder, user)
    data = str(folder / "data")

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, capture_output=True, cwd=folder)

    run(initdb, "-D", data, "-U", "docket", "-A", "trust", "-E", "UTF8", "--locale=C")
    options = f"-k {folder} -p {SOCKET} -c listen_addresses=''"
    run(control, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://docket@/postgres?host={folder}&port={SOCKET}"
    finally:
        run(control, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


class Datasette:
    """Questions to a running Datasette, over one connection that stays open."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)

    def get(self, path: str) -> Any:
        """Return the decoded answer. Raises HTTPException when the server refuses."""
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise HTTPException(f"{path}: {answer.status} {body[:200]!r}")
        return json.loads(body)


@contextmanager
def datasette(file: Path) -> Iterator[Datasette]:
    """Serve a SQLite file on loopback until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "datasette", "serve", str(file), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield _answering(port)
    finally:
        process.terminate()
        process.wait()


def _answering(port: int) -> Datasette:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            served = Datasette(port)
            served.get("/-/versions.json")
        except OSError as error:
            if time.monotonic() > end:
                raise TimeoutError(f"Datasette did not answer in {START_SECONDS} seconds") from error
            time.sleep(0.1)
        else:
            return served
