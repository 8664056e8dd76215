"""The stores that the docket's tests run on: a file of SQLite, and a real PostgreSQL server."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine

PORT = "54329"
_numbers = count()


def _binary(name: str) -> str | None:
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    return shutil.which(name, path=os.pathsep.join([*map(str, places), os.environ.get("PATH", "")]))


def _servants_name() -> str | None:
    """Return the user a server started by root runs as: PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a PostgreSQL server on a socket of its own, and stop it at the end."""
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed: pip install 'armsdocket[postgres]'")
    initdb, server = _binary("initdb"), _binary("pg_ctl")
    if initdb is None or server is None:
        pytest.skip("no PostgreSQL server on this machine (initdb and pg_ctl)")
    user = _servants_name()
    folder = Path(tempfile.mkdtemp(prefix="armsdocket-pg-"))
    if user is not None:
        shutil.chown(folder, user)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, capture_output=True, cwd=folder)

    run(initdb, "-D", str(data), "-U", "docket", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-k {folder} -p {PORT} -c listen_addresses='' -c fsync=off"
    run(server, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://docket@/{{}}?host={folder}&port={PORT}"
    finally:
        run(server, "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a new, empty docket, on each store in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "docket.db")
    return new_database(request.getfixturevalue("postgres_server"))


def new_database(server: str) -> str:
    """Make an empty database and return its address."""
    name = f"docket_{os.getpid()}_{next(_numbers)}"
    engine = create_engine(
        server.format("postgres").replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return server.format(name)
