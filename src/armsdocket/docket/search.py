"""Search over the words of every document: words, phrases, prefixes, filters; never a syntax error."""

import re
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import CTE, BigInteger, Connection, Select, Subquery, column, select, text

from armsdocket.docket import shelf
from armsdocket.docket.finding import bought_by
from armsdocket.docket.names import names_of
from armsdocket.docket.schema import cases, documents, leads, speakers
from armsdocket.docket.words import words_of
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Reading
from armsdocket.vocabulary.folding import fold

_PIECE = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"[^\W_]+")
# Characters of text shown before and behind the words found; two lines of a terminal.
AROUND = 80
# Words of a question further apart than this in a text do not speak of one thing.
REACH = 30


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that holds the words, opened at the passage that holds most of them."""

    document: str
    address: str
    title: str | None
    kind: str
    published: str | None
    cases: tuple[str, ...]
    snippet: str
    passage: Passage


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What narrows a search; null means any."""

    buyer: str | None = None
    article: str | None = None
    stage: str | None = None
    since: str | None = None
    until: str | None = None
    speaker: str | None = None
    kind: str | None = None


class Term(NamedTuple):
    """Words that must stand side by side; the last one may go on when ``prefix``."""

    words: tuple[str, ...]
    prefix: bool


def terms(question: str) -> list[Term]:
    """Cut a question into terms: words, "phrases", prefixes as ``jav*``. Other signs mean nothing.

    >>> terms('jav* "launch unit')
    [Term(words=('jav',), prefix=True), Term(words=('launch', 'unit'), prefix=False)]
    """
    found = []
    for phrase, word in _PIECE.findall(question):
        pieces = tuple(words_of(phrase or word))
        if pieces:
            found.append(Term(pieces, (phrase or word).rstrip().endswith("*")))
    return found


def search(connection: Connection, question: str, limit: int, filters: Filters) -> list[Hit]:
    """Return the documents that hold every term, the newest first."""
    asked = terms(question)
    if not asked:
        return []
    rows = connection.execute(_statement(connection, asked, filters, limit)).all()
    texts = shelf.texts_of(connection, [row.id for row in rows])
    filed = _cases_of(connection, [row.id for row in rows])
    found = []
    for row in rows:
        content = texts[row.id]
        # What only a standard name holds opens at the words that stand for it.
        passage = locate(content, asked) or _named(shelf.reading_of(connection, row.id), asked)
        found.append(_hit(row, content, filed.get(row.id, ()), passage or Passage(0, 0)))
    return found


def _named(reading: Reading, asked: list[Term]) -> Passage | None:
    for name, passage in names_of(reading).items():
        tokens = words_of(name)
        if any(_places(tokens, term) for term in asked):
            return passage
    return None


# The places of the documents that hold the words, by the index of each store. SQLite walks its index in order
# and stops. PostgreSQL's has no order: all places are gathered first, or it would try each document.
_FTS5 = text("SELECT rowid AS place FROM words WHERE words MATCH :question")
_TSVECTOR = text("SELECT place FROM words WHERE tokens @@ to_tsquery('simple', :question)")


def _statement(connection: Connection, asked: list[Term], filters: Filters, limit: int) -> Select[Any]:
    if connection.dialect.name == "sqlite":
        matched, question = _FTS5, " AND ".join(_fts5(term) for term in asked)
    else:
        # Reading a row's words is dear, and the planner takes it for cheap.
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        matched, question = _TSVECTOR, " & ".join(_tsquery(term) for term in asked)
    places = matched.bindparams(question=question).columns(column("place", BigInteger))
    found: CTE | Subquery = places.cte("found").prefix_with("MATERIALIZED", dialect="postgresql")
    if filters == Filters():
        found = select(found.c.place).order_by(found.c.place).limit(limit).subquery("first")
    columns = (
        documents.c.id,
        documents.c.address,
        documents.c.title,
        documents.c.kind,
        documents.c.published,
    )
    statement = select(*columns).join(found, found.c.place == documents.c.place)
    return _narrowed(statement, filters).order_by(found.c.place).limit(limit)


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'


def _tsquery(term: Term) -> str:
    words = [f"'{word}'" for word in term.words]
    if term.prefix:
        words[-1] += ":*"
    return f"({' <-> '.join(words)})"


def _narrowed(statement: Select[Any], filters: Filters) -> Select[Any]:
    if filters.kind:
        statement = statement.where(documents.c.kind == filters.kind)
    if filters.since:
        statement = statement.where(documents.c.published >= filters.since)
    if filters.until:
        statement = statement.where(documents.c.published <= f"{filters.until}~")
    if filters.speaker:
        said = select(speakers.c.document).where(
            *(speakers.c.speaker.contains(word, autoescape=True) for word in fold(filters.speaker).split())
        )
        statement = statement.where(documents.c.id.in_(said))
    if filters.buyer or filters.article or filters.stage:
        filed = select(leads.c.document).join(cases, cases.c.key == leads.c.case_key)
        if filters.buyer:
            filed = filed.where(cases.c.key.in_(bought_by(filters.buyer)))
        if filters.stage:
            filed = filed.where(cases.c.stage == filters.stage)
        for word in fold(filters.article or "").split():
            filed = filed.where(cases.c.words.contains(word, autoescape=True))
        statement = statement.where(documents.c.id.in_(filed))
    return statement


def _cases_of(connection: Connection, ids: list[str]) -> dict[str, tuple[str, ...]]:
    statement = (
        select(leads.c.document, leads.c.case_key)
        .distinct()
        .where(leads.c.document.in_(ids), leads.c.case_key.is_not(None))
        .order_by(leads.c.document, leads.c.case_key)
    )
    found: dict[str, tuple[str, ...]] = {}
    for document, key in connection.execute(statement):
        found[document] = (*found.get(document, ()), key)
    return found


def _hit(row: Any, content: str, filed: tuple[str, ...], passage: Passage) -> Hit:
    return Hit(
        document=row.id,
        address=row.address,
        title=row.title,
        kind=row.kind,
        published=row.published,
        cases=filed,
        snippet=snippet(content, passage),
        passage=passage,
    )


def locate(content: str, asked: list[Term]) -> Passage | None:
    """Return the passage of one term, where most terms stand nearest together; the first of equals."""
    folded = fold(content)
    spans = [found.span() for found in _WORD.finditer(folded)]
    tokens = [folded[start:end] for start, end in spans]
    places = sorted((start, number) for number, term in enumerate(asked) for start in _places(tokens, term))
    if not places:
        return None
    start, number = places[_densest(places)]
    return Passage(spans[start][0], spans[start + len(asked[number].words) - 1][1])


def _densest(places: list[tuple[int, int]]) -> int:
    """Return where the shortest stretch begins that holds most of the terms, within reach of each other."""
    best, most, length = 0, 0, 0
    for first, (start, _) in enumerate(places):
        near: dict[int, int] = {}
        for place, other in places[first:]:
            if place > start + REACH:
                break
            near.setdefault(other, place)
        reach = max(near.values()) - start
        if (len(near), -reach) > (most, -length):
            best, most, length = first, len(near), reach
    return best


def _places(tokens: list[str], term: Term) -> list[int]:
    head, size = term.words[0], len(term.words)
    if size == 1 and term.prefix:
        return [place for place, token in enumerate(tokens) if token.startswith(head)]
    found = []
    for place, token in enumerate(tokens):
        if token == head and _holds(tokens[place : place + size], term):
            found.append(place)
    return found


def _holds(window: list[str], term: Term) -> bool:
    if len(window) < len(term.words) or tuple(window[:-1]) != term.words[:-1]:
        return False
    return window[-1].startswith(term.words[-1]) if term.prefix else window[-1] == term.words[-1]


def snippet(content: str, passage: Passage) -> str:
    """Return the words found with some text around, on one line, cut at words."""
    start, end = max(0, passage.start - AROUND), min(len(content), passage.end + AROUND)
    before = content[start : passage.start].partition(" ")[2] if start else content[: passage.start]
    after = content[passage.end : end].rpartition(" ")[0] if end < len(content) else content[passage.end :]
    words = " ".join(f"{before}{passage.words(content)}{after}".split())
    return f"{'… ' if start else ''}{words}{' …' if end < len(content) else ''}"
