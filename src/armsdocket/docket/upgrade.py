"""Bringing an older docket's tables to today's shape: first step of its rebuild, in the same transaction."""

from sqlalchemy import Connection, select, update

from armsdocket import __version__
from armsdocket.docket import schema
from armsdocket.docket.connection import create_words

# What each version's tables of documents need to become those of the next; derived tables are made anew.
STEPS: dict[int, tuple[str, ...]] = {
    1: ("DROP INDEX IF EXISTS documents_newest", "ALTER TABLE documents ADD COLUMN place BIGINT"),
    # Contract posts and undated rows of lists gained columns in derived tables only.
    2: (),
}


def upgrade(connection: Connection) -> None:
    """Change the tables of an older docket; one of today's is left as it is."""
    named = schema.meta.c.name == "schema"
    found = int(connection.scalar(select(schema.meta.c.value).where(named)) or schema.SCHEMA)
    if found == schema.SCHEMA:
        return
    for number in range(found, schema.SCHEMA):
        for words in STEPS[number]:
            connection.exec_driver_sql(words)
    connection.exec_driver_sql("DROP TABLE words")
    schema.metadata.drop_all(connection, tables=schema.DERIVED)
    schema.metadata.create_all(connection)
    for index in schema.documents.indexes:
        index.create(connection, checkfirst=True)
    create_words(connection)
    connection.execute(update(schema.meta).where(named).values(value=str(schema.SCHEMA)))
    program = schema.meta.c.name == "program"
    connection.execute(update(schema.meta).where(program).values(value=__version__))
