"""Opening the store behind a docket: SQLite by path, PostgreSQL by address; and what its errors mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from armsdocket import __version__
from armsdocket.docket import schema
from armsdocket.errors import DocketError, NewerDocket, OlderDocket

SQLITE_HEADER = b"SQLite format 3\x00"
# A second writer waits this long for the first one's document, then says so.
BUSY_SECONDS = 30
CACHE_KILOBYTES = 65_536
# Pages of 4 KB that the log holds before they go back into the file.
LOG_PAGES = 4_000
# One number for all writers of one PostgreSQL database: they take turns, one document each.
WRITER_LOCK = 0x0A515D0C


def open_engine(address: str, *, create: bool = True, older: bool = False) -> Engine:
    """Open the store at ``address``, laying out a new one where there is none, unless ``create`` is false.

    Raises NewerDocket for a docket of a newer program and, unless ``older`` ones are wanted, OlderDocket for
    one of an earlier, which are left untouched; DocketError for anything that is no docket.
    """
    if address.startswith(("postgresql://", "postgres://", "postgresql+")):
        engine = _open_postgres(address)
    elif "://" in address:
        raise DocketError(
            f"{address}: not a docket's address; give a file or postgresql://user@host/database"
        )
    else:
        engine = _open_sqlite(Path(address).expanduser(), create=create, older=older)
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        with explained(address, opening=True):
            _lay_out(engine, address, create=create, older=older)
        undo.pop_all()
    return engine


def _open_sqlite(path: Path, *, create: bool, older: bool) -> Engine:
    if not create and not path.exists():
        raise _absent(str(path))
    if path.is_dir():
        raise DocketError(f"{path}: a folder, not a docket; name a file, such as {path / 'docket.db'}")
    if not path.parent.is_dir():
        raise DocketError(f"{path}: there is no folder {path.parent}; make it first or name another file")
    try:
        if path.exists() and (path.stat().st_size or not create):
            with path.open("rb") as file:
                header = file.read(len(SQLITE_HEADER))
            if header != SQLITE_HEADER:
                raise DocketError(f"{path}: not a docket (nothing was changed); name another file")
            _check_sqlite(path, older=older)
    except OSError as error:
        raise DocketError(
            f"{path}: cannot be opened ({error.strerror}); check who may read and write it"
        ) from error
    # Other processes read while one writes; autocommit leaves BEGIN to us, so a writer can lock at once.
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _absent(address: str) -> DocketError:
    return DocketError(f"there is no docket at {shown(address)}; armsdocket add makes one")


def _check_sqlite(path: Path, *, older: bool) -> None:
    """Look at a file through a read-only connection, so that a docket of another program stays as it is."""
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        ) as raw:
            tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not tables:
                return
            if "meta" not in tables:
                raise DocketError(
                    f"{path}: a database of another program, not a docket (nothing was changed); "
                    "name another file"
                )
            row = raw.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    except sqlite3.DatabaseError as error:
        raise DocketError(_meaning(str(path), str(error), opening=True)) from error
    _check_schema(str(path), row[0] if row else None, older=older)


def _check_schema(address: str, found: str | None, *, older: bool) -> None:
    if found is None or not found.isdigit():
        raise DocketError(
            f"{address}: not a docket (no version in it; nothing was changed); name another file"
        )
    if int(found) > schema.SCHEMA:
        raise NewerDocket(
            f"{address}: written by a newer version of armsdocket (tables {found}, this version knows "
            f"{schema.SCHEMA}); nothing was changed; upgrade armsdocket to open it"
        )
    if int(found) < schema.SCHEMA and not older:
        raise OlderDocket(
            f"{shown(address)}: written by an earlier version of armsdocket (tables {found}, this version "
            f"needs {schema.SCHEMA}); nothing was changed; run armsdocket rebuild, which keeps every document"
        )


def _settle_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL outlives a killed process whole; only a power cut can lose the last documents,
    # and never tears one. FULL would wait for the disk at every document.
    cursor.execute("PRAGMA synchronous = NORMAL")
    # Keys are hashes, so every document touches pages all over the file: SQLite's own two megabytes of cache
    # lose them between two documents, and a short log writes the same page back again and again.
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin; a writer takes the lock at once, so that two writers wait instead of failing half way."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _open_postgres(address: str) -> Engine:
    url = sqlalchemy.make_url("postgresql" + address[address.index(":") :] if "+" not in address else address)
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    try:
        return create_engine(url)
    except ModuleNotFoundError as error:
        raise DocketError(
            f"PostgreSQL needs the driver {error.name}: pip install 'armsdocket[postgres]'"
        ) from error


def _lay_out(engine: Engine, address: str, *, create: bool, older: bool) -> None:
    with engine.connect() as connection:
        if inspect(connection).has_table("meta"):
            found = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.name == "schema"))
            _check_schema(address, found, older=older)
            return
    if not create:
        raise _absent(address)
    with writing(engine) as connection:
        if inspect(connection).has_table("meta"):
            return
        schema.metadata.create_all(connection)
        create_words(connection)
        connection.execute(
            schema.meta.insert(),
            [{"name": "schema", "value": str(schema.SCHEMA)}, {"name": "program", "value": __version__}],
        )


def create_words(connection: Connection) -> None:
    """Create the empty index of words."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(schema.SQLITE_WORDS)
    else:
        connection.exec_driver_sql(schema.POSTGRES_WORDS)
        connection.exec_driver_sql(schema.POSTGRES_WORDS_INDEX)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Hold the one writer's lock for one transaction; nothing of it stays when it fails."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")
        yield connection


@contextmanager
def explained(address: str, *, opening: bool = False) -> Iterator[None]:
    """Turn the store's own errors into one line that says what to do."""
    try:
        yield
    except (OperationalError, DBAPIError) as error:
        raise DocketError(_meaning(address, str(error.orig), opening=opening)) from error
    except SQLAlchemyError as error:
        raise DocketError(f"{shown(address)}: the docket failed ({error})") from error


MEANINGS = (
    (
        "locked",
        "another program is writing to it; run the command again when it is done (nothing was changed)",
    ),
    ("busy", "another program is writing to it; run the command again when it is done (nothing was changed)"),
    (
        "is full",
        "the disk is full; free some space and run the command again (what was filed before is safe)",
    ),
    ("not a database", "not a docket (nothing was changed); name another file"),
    ("malformed", "the file is damaged; keep a copy, and run armsdocket verify to see what is affected"),
    ("readonly", "it may not be written; check who may write the file and its folder"),
    ("unable to open", "it cannot be opened; check who may read and write the file and its folder"),
    ("disk I/O", "the disk failed; check it, then run armsdocket verify"),
    ("connection", "the PostgreSQL server does not answer; check the address and that it runs"),
)


# Verify must open a docket too: it is no help where that fails.
UNOPENED = (
    "the file is damaged and cannot be opened; keep a copy, make a new docket and add the documents again"
)


def _meaning(address: str, words: str, *, opening: bool = False) -> str:
    if opening and "malformed" in words:
        return f"{shown(address)}: {UNOPENED}"
    for sign, meaning in MEANINGS:
        if sign in words:
            return f"{shown(address)}: {meaning}"
    return f"{shown(address)}: the docket failed ({' '.join(words.split())})"


def shown(address: str) -> str:
    """Return an address without a password."""
    scheme, slashes, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if slashes else address
