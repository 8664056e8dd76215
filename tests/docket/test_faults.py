"""Faults: killed writers, a full disk, two writers, damage; nothing filed is lost or half-filed."""

import multiprocessing
import os
import random
import sqlite3
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import event

from armsdocket.docket import connection as connections
from armsdocket.docket import schema
from armsdocket.docket.store import Docket
from armsdocket.docket.verify import Fault
from armsdocket.errors import DocketError, NewerDocket
from tests.docket.factory import Page, kosovo_news, kosovo_notice, kosovo_resolution
from tests.docket.made import made_notice

# A full run kills two hundred writers (ARMSDOCKET_KILLS=200, about a minute); a dozen show a broken rule too.
KILLS = int(os.environ.get("ARMSDOCKET_KILLS", "12"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "docket.db"


def write_for_ever(path: str, first: int, begun: Event) -> None:
    with Docket.open(path) as docket:
        for number in range(first, first + 100_000):
            page = made_notice(number)
            docket.file(page.reading(), page.content)
            begun.set()


def test_killed_writers_leave_whole_documents(path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - when to kill is no secret
    with Docket.open(str(path)) as docket:
        file_many(docket, 1)
    spawn = multiprocessing.get_context("fork")
    filed = 1
    for kill in range(1, KILLS + 1):
        begun = spawn.Event()
        writer = spawn.Process(target=write_for_ever, args=(str(path), kill * 1000, begun))
        writer.start()
        assert begun.wait(60), "the writer after a kill cannot go on"
        time.sleep(chance.uniform(0, 0.05))
        writer.kill()
        writer.join()
        with Docket.open(str(path)) as docket:
            now = len(docket.documents())
            assert now > filed, "a filed document is gone"
            filed = now
    with Docket.open(str(path)) as docket:
        assert docket.verify() == []
        page = kosovo_notice()
        assert docket.file(page.reading(), page.content).new


def file_many(docket: Docket, number: int) -> None:
    for page in map(made_notice, range(number)):
        docket.file(page.reading(), page.content)


def test_full_disk_is_said_and_loses_nothing(path: Path) -> None:
    with Docket.open(str(path)) as docket:
        page = kosovo_notice()
        docket.file(page.reading(), page.content)
        before = docket.export_canonical()

        def fill(connection: sqlite3.Connection, *_rest: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")

        event.listen(docket._engine, "checkout", fill)
        with pytest.raises(DocketError, match="the disk is full; free some space"):
            file_many(docket, 400)
    with Docket.open(str(path)) as docket:
        assert docket.verify() == []
        keys = {row.key for row in docket.cases()}
        assert "23-22" in keys
        for row in docket.cases():
            docket.case(row.key)
        again = kosovo_resolution()
        assert docket.file(again.reading(), again.content).new
    assert before


def test_second_writer_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.1)
    page = kosovo_notice()
    with Docket.open(str(path)) as one, Docket.open(str(path)) as two:
        with connections.writing(one._engine):
            with pytest.raises(DocketError, match="another program is writing to it"):
                two.file(page.reading(), page.content)
            assert two.cases() == [], "readers go on while one writes"
        assert two.file(page.reading(), page.content).new


def test_second_writer_waits_for_the_first(address: str) -> None:
    page = kosovo_notice()
    with Docket.open(address) as one, Docket.open(address) as two, ThreadPoolExecutor(1) as other:
        with connections.writing(one._engine):
            filing = other.submit(two.file, page.reading(), page.content)
            with pytest.raises(TimeoutError):
                filing.result(0.3)
        assert filing.result(60).new, "it goes on when the first is done"
        assert one.cases()


def test_newer_docket_is_left_untouched(path: Path) -> None:
    Docket.open(str(path)).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (str(schema.SCHEMA + 1),))
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()
    with pytest.raises(NewerDocket, match="upgrade armsdocket"):
        Docket.open(str(path))
    assert path.read_bytes() == before


def not_dockets(folder: Path) -> Iterator[tuple[str, str]]:
    text = folder / "notes.txt"
    text.write_text("a letter")
    yield str(text), "not a docket"
    other = folder / "other.db"
    with closing(sqlite3.connect(other)) as raw, raw:
        raw.execute("CREATE TABLE music (title)")
    yield str(other), "a database of another program"
    yield str(folder), "a folder, not a docket"
    yield str(folder / "no" / "docket.db"), "there is no folder"
    yield "mysql://host/docket", "not a docket's address"


def test_a_docket_is_made_only_where_asked(address: str, tmp_path: Path) -> None:
    with pytest.raises(DocketError, match="armsdocket add makes one"):
        Docket.open(address, create=False)
    assert not list(tmp_path.iterdir())
    Docket.open(address).close()
    with Docket.open(address, create=False) as docket:
        assert docket.cases() == []


def test_an_empty_file_is_no_docket_unless_one_is_to_be_made(path: Path) -> None:
    path.touch()
    with pytest.raises(DocketError, match="not a docket"):
        Docket.open(str(path), create=False)
    assert path.stat().st_size == 0
    Docket.open(str(path)).close()


def test_what_is_no_docket_is_refused_and_kept(tmp_path: Path) -> None:
    for address, words in not_dockets(tmp_path):
        file = Path(address)
        before = file.read_bytes() if file.is_file() else None
        with pytest.raises(DocketError, match=words):
            Docket.open(address)
        assert before is None or file.read_bytes() == before


def _verified(path: Path, statement: str) -> list[Fault]:
    """File a resolution, damage the database by a statement, and verify it."""
    page = kosovo_resolution()
    with Docket.open(str(path)) as docket:
        docket.file(page.reading(), page.content)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(statement)
    with Docket.open(str(path)) as docket:
        return docket.verify()


@pytest.mark.parametrize(
    ("statement", "fault", "where"),
    [
        ("UPDATE contents SET packed = x'00'", "the bytes cannot be read", "hjres.json"),
        ("UPDATE readings SET packed = x'00'", "the reading cannot be read", "hjres.json"),
        ("UPDATE leads SET case_key = NULL", "no claim stands in it", "case 23-22"),
        ("DELETE FROM cases", "claims stand in a case that is not listed", "case 23-22"),
        ("UPDATE cases SET row = x'00'", "its row cannot be read", "case 23-22"),
    ],
)
def test_verify_names_the_damage(path: Path, statement: str, fault: str, where: str) -> None:
    found = _verified(path, statement)
    assert any(fault in one.what and where in one.where and one.action for one in found), found


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE contents SET packed = x'00'", "the bytes cannot be read (Error -5 while decompressing"),
        ("DELETE FROM contents", "the bytes cannot be read ("),
        ("UPDATE readings SET packed = x'00'", "the reading cannot be read (Error -5 while decompressing"),
        ("UPDATE cases SET row = x'00'", "its row cannot be read (Error -5 while decompressing"),
    ],
)
def test_a_fault_gives_its_whole_cause_and_one_advice(path: Path, statement: str, what: str) -> None:
    (fault,) = [one for one in _verified(path, statement) if one.what.startswith(what)]
    assert fault.what.endswith(")")
    assert not any(advice in fault.what for advice in ("; ", "armsdocket", "add it again"))


def test_verify_finds_changed_bytes_and_passages(path: Path) -> None:
    page, other = kosovo_resolution(), kosovo_news()
    with Docket.open(str(path)) as docket:
        for one in (page, other):
            docket.file(one.reading(), one.content)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE contents SET packed = ?", (zlib.compress(b"other bytes"),))
    with Docket.open(str(path)) as docket:
        found = docket.verify()
    assert any("no longer have their hash" in one.what for one in found)
    assert any("rests on damaged documents" in one.what for one in found)


def test_damaged_pages_are_reported(path: Path) -> None:
    with Docket.open(str(path)) as docket:
        for number in range(60):
            page = made_notice(number)
            docket.file(page.reading(), page.content)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3 * 4096] = b"\xff" * (3 * 4096)
    path.write_bytes(content)
    with Docket.open(str(path)) as docket:
        found = docket.verify()
    assert any("damaged" in one.what or "cannot be read" in one.what for one in found)


@pytest.mark.parametrize(
    ("table", "said"),
    [("cases", "its row cannot be read"), ("leads", "the links of its documents cannot be read")],
)
def test_cases_are_named_where_their_own_tables_are_damaged(path: Path, table: str, said: str) -> None:
    with Docket.open(str(path)) as docket:
        file_many(docket, 60)
        keys = {row.key for row in docket.cases()}
    with closing(sqlite3.connect(path)) as raw:
        page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)
    with Docket.open(str(path)) as docket:
        named = {one.where.removeprefix("case ") for one in docket.verify() if said in one.what}
    assert named == keys


def test_a_reading_of_other_bytes_is_refused(path: Path) -> None:
    page = Page("Kosovo asks.", address="a")
    with Docket.open(str(path)) as docket, pytest.raises(DocketError, match="not of these bytes"):
        docket.file(page.reading(), b"something else")
