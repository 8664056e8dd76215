"""The tables of a docket: documents, their bytes and corrections are the truth, the rest follows."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA = 3
"""Raised when the tables change: a docket of a higher number is refused, one of a lower is rebuilt first."""

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("address", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", String),
    Column("sample", Boolean, nullable=False),
    Column("size", Integer, nullable=False),
    # Its place in the order of hits: the lower, the newer. The index of words is kept by it.
    Column("place", BigInteger),
    Index("documents_place", "place", unique=True),
)

contents = Table(
    "contents",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

# Where and when a document was met stands beside it: it is no part of what the document says.
sightings = Table(
    "sightings",
    metadata,
    Column("address", Text, primary_key=True),
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("first_seen", String, nullable=False),
    Column("last_checked", String, nullable=False),
    Index("sightings_document", "document"),
)

leads = Table(
    "leads",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("day", Integer),
    Column("home", String),
    Column("anchor", String),
    Column("host", String),
    Column("case_key", String),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Column("near", Text),
    Index("leads_case", "case_key"),
    Index("leads_anchor", "anchor"),
    Index("leads_home", "home"),
)

lead_identifiers = Table(
    "lead_identifiers",
    metadata,
    Column("identifier", String, primary_key=True),
    Column("document", String(64), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    ForeignKeyConstraint(["document", "ordinal"], ["leads.document", "leads.ordinal"]),
    Index("lead_identifiers_lead", "document"),
)

lead_blocks = Table(
    "lead_blocks",
    metadata,
    Column("block", String, primary_key=True),
    Column("anchored", Boolean, primary_key=True),
    Column("document", String(64), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("day", Integer),
    ForeignKeyConstraint(["document", "ordinal"], ["leads.document", "leads.ordinal"]),
    Index("lead_blocks_lead", "document"),
)

aliases = Table(
    "aliases",
    metadata,
    Column("alias", String, primary_key=True),
    Column("case_key", String, primary_key=True),
    Column("document", String(64), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Index("aliases_case", "case_key"),
)

cases = Table(
    "cases",
    metadata,
    Column("key", String, primary_key=True),
    Column("row", LargeBinary, nullable=False),
    Column("buyer", String),
    Column("stage", String),
    Column("first_date", String),
    Column("last_date", String),
    Column("words", Text, nullable=False),
    Index("cases_buyer", "buyer", "last_date"),
    Index("cases_date", "last_date"),
)

# Every buyer a case names: one sum may be stated for several.
buyers = Table(
    "buyers",
    metadata,
    Column("buyer", String, primary_key=True),
    Column("case_key", ForeignKey("cases.key"), primary_key=True),
    Index("buyers_case", "case_key"),
)

watches = Table(
    "watches",
    metadata,
    Column("list", String, primary_key=True),
    Column("case_key", ForeignKey("cases.key"), primary_key=True),
    Column("date", String),
    # The date, or what sorts behind every date: the two stores sort null to different ends.
    Column("sorted", String, nullable=False),
    Column("note", Text, nullable=False),
    Index("watches_sorted", "list", "sorted", "case_key"),
    Index("watches_case", "case_key"),
)

speakers = Table(
    "speakers",
    metadata,
    Column("document", ForeignKey("documents.id"), primary_key=True),
    Column("speaker", String, primary_key=True),
)

corrections = Table(
    "corrections",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# Children before parents: the order in which everything derived is emptied before a rebuild.
DERIVED = (speakers, watches, buyers, aliases, cases, lead_blocks, lead_identifiers, leads)

# Words are folded and cut by us, so that both stores find the same; the index keeps no copy of the text.
SQLITE_WORDS = "CREATE VIRTUAL TABLE words USING fts5(tokens, content='', tokenize='unicode61')"
POSTGRES_WORDS = "CREATE TABLE words (place bigint PRIMARY KEY, tokens tsvector NOT NULL)"
POSTGRES_WORDS_INDEX = "CREATE INDEX words_tokens ON words USING gin (tokens)"
