"""The docket at growing sizes: filing, size on disk, and questions, on each store and beside Datasette."""

import importlib.util
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from urllib.parse import quote

import msgspec

from armsdocket.docket.store import Docket
from armsdocket.documents.load import load
from armsdocket.reading.claims import Reading
from armsdocket.reading.read import read
from bench import server
from bench.generator import Made, documents
from bench.sales import sales
from bench.table import Cell, Table, at

# The day the lists are asked for; made sales are notified until June 2026.
TODAY = date(2026, 6, 30)
LISTS = ("reviews", "not printed", "never posted", "contracts")
# Questions of each kind at each size; p99 is then the second slowest.
ASKED = 200
# Documents that one process reads in one go.
BATCH = 400
WHOLE_LISTS = 5
PAGE = 50
BROAD = ("auditors", "delegation", "transportation", "committee", "letter of request", "opposition")
ENCODER, DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Reading)


class Times:
    """Seconds by the clock and seconds of this process's processor time, document by document.

    On a machine that others use too, the second is the one that compares.
    """

    def __init__(self) -> None:
        self.clock: list[float] = []
        self.processor: list[float] = []

    @contextmanager
    def one(self) -> Iterator[None]:
        """Time one document."""
        clock, processor = time.perf_counter(), time.process_time()
        yield
        self.processor.append(time.process_time() - processor)
        self.clock.append(time.perf_counter() - clock)


class Spool:
    """Readings kept in a file, so that each document is read once and filed in every store."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.times = Times()

    def write(self, count: int) -> None:
        """Read ``count`` made documents on all cores, keeping the time each took where it was read."""
        with self._path.open("wb") as file, ProcessPoolExecutor(os.cpu_count()) as readers:
            made = documents(count)
            number = 0
            # A few batches ahead of the readers: all documents at once would not fit.
            while batch := list(islice(made, BATCH * (os.cpu_count() or 1))):
                for encoded, content, clock, processor in readers.map(_read, batch, chunksize=BATCH // 4):
                    self.times.clock.append(clock)
                    self.times.processor.append(processor)
                    for part in (encoded, content):
                        file.write(len(part).to_bytes(4, "big") + part)
                    number += 1
                    _progress("read", number, count)

    def __iter__(self) -> Iterator[tuple[Reading, bytes]]:
        with self._path.open("rb") as file:
            while head := file.read(4):
                reading = DECODER.decode(file.read(int.from_bytes(head, "big")))
                yield reading, file.read(int.from_bytes(file.read(4), "big"))


def _read(made: Made) -> tuple[bytes, bytes, float, float]:
    """Read one made document; return its reading, its bytes, and the seconds it took."""
    times = Times()
    with times.one():
        reading = read(load(made.content, made.address))
    return ENCODER.encode(reading), made.content, times.clock[0], times.processor[0]


def _progress(what: str, number: int, count: int) -> None:
    if number % 1000 == 0 or number == count:
        sys.stderr.write(f"\r{what} {number:,} of {count:,}\033[K" + ("\n" if number == count else ""))
        sys.stderr.flush()


def tables(sizes: Sequence[int], folder: Path | None = None) -> Iterator[Table]:
    """Measure and yield the tables of reading, filing and questions, one size after another."""
    with tempfile.TemporaryDirectory(prefix="armsdocket-bench-", dir=folder) as made:
        spool = Spool(Path(made) / "readings")
        spool.write(max(sizes))
        yield _table_of_times("reading made documents", {"armsdocket": spool.times}, sizes, {})
        filed, asked = Filed(), Table("questions to the docket, ms", ("documents", "question"), ASKED_HEAD)
        _measure("SQLite", str(Path(made) / "docket.db"), spool, sizes, filed=filed, asked=asked)
        with server.postgres() as address:
            if address is None:
                sys.stderr.write(
                    "no PostgreSQL server here (initdb, pg_ctl, psycopg): its rows are left out\n"
                )
            else:
                _measure("PostgreSQL", address, spool, sizes, filed=filed, asked=asked)
        if importlib.util.find_spec("datasette") is None:
            sys.stderr.write("datasette is not installed here: its rows are left out\n")
        else:
            _measure_datasette(Path(made) / "table.db", spool, sizes, filed, asked)
        yield _table_of_times("filing, one transaction a document", filed.times, sizes, filed.bytes)
        yield asked.grouped()


ASKED_HEAD = ("system", "p50 ms", "p99 ms", "times")


class Filed:
    """Times of each filing and bytes on disk at each size, by store."""

    def __init__(self) -> None:
        self.times: dict[str, Times] = {}
        self.bytes: dict[tuple[str, int], int] = {}


def _measure(
    store: str, address: str, spool: Spool, sizes: Sequence[int], *, filed: Filed, asked: Table
) -> None:
    times = filed.times[store] = Times()
    with Docket.open(address) as docket:
        for number, (reading, content) in enumerate(spool, 1):
            with times.one():
                docket.file(reading, content)
            _progress(f"filed in {store}", number, max(sizes))
            if number in sizes:
                filed.bytes[store, number] = size_on_disk(address)
                for question, seconds in _questions(docket):
                    asked.add((number, question), (store, *_points(seconds)))


def size_on_disk(address: str) -> int:
    """Return the bytes a store takes: SQLite's file, its log emptied, or PostgreSQL's own figure."""
    if "://" not in address:
        with closing(sqlite3.connect(address)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return sum(path.stat().st_size for path in Path(address).parent.glob(f"{Path(address).name}*"))
    import psycopg  # noqa: PLC0415 - only where there is a server

    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) if row else 0


def _questions(docket: Docket) -> Iterator[tuple[str, list[float]]]:
    rows = docket.cases()
    chance = Random("questions")  # noqa: S311 - no secret
    some = [chance.choice(rows) for _ in range(ASKED)]
    yield "open a case", timed(docket.case, (row.key for row in some))
    yield (
        f"oversight lists, {PAGE} rows",
        timed(lambda name: docket.watched(name, TODAY, limit=PAGE), LISTS * (ASKED // len(LISTS))),
    )
    yield "oversight lists, whole", timed(lambda name: docket.watched(name, TODAY), LISTS * WHOLE_LISTS)
    yield "search, buyer and article", timed(docket.search, narrow(ASKED))
    yield "search, a common word", timed(docket.search, broad(ASKED))


def narrow(count: int) -> list[str]:
    """Return questions that few documents answer: a buyer and what it buys, of the first made sales."""
    found = zip(range(count), sales(1), strict=False)
    return [f"{sale.buyer} {sale.lines[0].article}" for _, sale in found]


def broad(count: int) -> list[str]:
    """Return questions that a good part of all documents answers."""
    return [BROAD[number % len(BROAD)] for number in range(count)]


def timed(ask: Callable[[str], object], questions: Iterable[str]) -> list[float]:
    """Return the seconds of each question, after one that is not counted."""
    listed = list(questions)
    ask(listed[0])
    times = []
    for question in listed:
        start = time.perf_counter()
        ask(question)
        times.append(time.perf_counter() - start)
    return times


def _points(times: Sequence[float]) -> tuple[Cell, ...]:
    ordered = sorted(times)
    return 1000 * at(ordered, 0.5), 1000 * at(ordered, 0.99), len(ordered)


def _table_of_times(
    title: str,
    measured: dict[str, Times],
    sizes: Sequence[int],
    sizes_on_disk: dict[tuple[str, int], int],
) -> Table:
    """Make a table of speeds: over all documents of a size, and over its first and last tenth."""
    table = Table(title, ("documents",), TIMES_HEAD)
    for size in sizes:
        for system, times in measured.items():
            tenth = max(1, size // 10)
            ends = [
                1000 * sum(part) / tenth
                for part in (
                    times.clock[:tenth],
                    times.clock[size - tenth : size],
                    times.processor[:tenth],
                    times.processor[size - tenth : size],
                )
            ]
            stored = sizes_on_disk.get((system, size))
            slow = 1000 * at(sorted(times.clock[:size]), 0.99)
            speed = size / sum(times.clock[:size])
            table.add((size,), (system, speed, *ends, slow, stored and stored // size))
    return table


TIMES_HEAD = (
    "system",
    "docs/s",
    "first tenth ms",
    "last tenth ms",
    "first own ms",
    "last own ms",
    "p99 ms",
    "bytes/doc",
)


def _measure_datasette(file: Path, spool: Spool, sizes: Sequence[int], filed: Filed, asked: Table) -> None:
    """Keep the same documents in one table with full-text search, and ask Datasette over loopback."""
    system = "Datasette's table"
    times = filed.times[system] = Times()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript(LAYOUT)
        for number, (reading, _) in enumerate(spool, 1):
            row = _row(number, reading)
            with times.one():
                connection.execute("BEGIN")
                connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                connection.execute(
                    "INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)", (number, row[3], row[6])
                )
                connection.execute("COMMIT")
            if number in sizes:
                filed.bytes[system, number] = size_on_disk(str(file))
                with server.datasette(file) as served:
                    for question, seconds in _served_questions(served, number):
                        asked.add((number, question), ("Datasette", *_points(seconds)))


LAYOUT = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT, address TEXT, title TEXT, kind TEXT, published TEXT, text TEXT);
CREATE INDEX documents_published ON documents (published);
CREATE VIRTUAL TABLE words USING fts5(title, text, content='documents', content_rowid='number');
"""
INDEXED = "INSERT INTO words(rowid, title, text) VALUES (?, ?, ?)"


def _row(number: int, reading: Reading) -> tuple[Cell, ...]:
    heading, document = reading.heading, reading.document
    return (
        number,
        document.id,
        document.address,
        heading.title.value if heading.title else None,
        heading.kind,
        heading.published.value if heading.published else None,
        document.text,
    )


def _served_questions(served: server.Datasette, count: int) -> Iterator[tuple[str, list[float]]]:
    chance = Random("questions")  # noqa: S311 - no secret
    # Counting all matches and suggesting facets is left out: we do neither.
    newest = "_sort_desc=published&_size=20&_nocount=1&_nofacet=1&_nosuggest=1"
    yield (
        "open a document",
        timed(lambda key: served.get(f"/table/documents/{key}.json"), _numbers(chance, count)),
    )

    def search(words: str) -> object:
        return served.get(f"/table/documents.json?_search={quote(words)}&{newest}")

    yield "search, buyer and article", timed(search, narrow(ASKED))
    yield "search, a common word", timed(search, broad(ASKED))


def _numbers(chance: Random, count: int) -> list[str]:
    return [str(chance.randrange(1, count + 1)) for _ in range(ASKED)]
