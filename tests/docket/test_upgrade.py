"""A docket of an earlier version is refused until it is rebuilt, and loses nothing then."""

import pytest

from armsdocket.docket import schema
from armsdocket.docket.connection import open_engine, writing
from armsdocket.docket.store import Docket
from armsdocket.docket.upgrade import STEPS
from armsdocket.errors import OlderDocket
from tests.docket.factory import kosovo_news, kosovo_notice

# What made the tables of version 1 from those of version 2.
BACK = (
    "DROP TABLE buyers",
    "DROP TABLE words",
    "DROP INDEX documents_place",
    "ALTER TABLE documents DROP COLUMN place",
    "CREATE INDEX documents_newest ON documents (published, id)",
    "UPDATE meta SET value = '1' WHERE name = 'schema'",
)
WORDS = {
    "sqlite": "CREATE VIRTUAL TABLE words USING fts5(tokens, content='')",
    "postgresql": "CREATE TABLE words (number integer PRIMARY KEY REFERENCES documents(number))",
}


def test_every_version_has_its_step() -> None:
    assert set(STEPS) == set(range(1, schema.SCHEMA))


def test_an_older_docket_is_rebuilt(address: str) -> None:
    with Docket.open(address) as docket:
        for page in (kosovo_news(), kosovo_notice()):
            docket.file(page.reading(), page.content)
        docket.rebuild()
        before, found = docket.export_canonical(), docket.search("javelin")
    engine = open_engine(address)
    with writing(engine) as connection:
        for words in (*BACK, WORDS[connection.dialect.name]):
            connection.exec_driver_sql(words)
    engine.dispose()
    with pytest.raises(OlderDocket, match="run armsdocket rebuild"):
        Docket.open(address)
    with Docket.open(address, create=False, older=True) as docket:
        assert docket.rebuild().problems == ()
    with Docket.open(address) as docket:
        assert docket.export_canonical() == before
        assert docket.search("javelin") == found
        assert docket.verify() == []
