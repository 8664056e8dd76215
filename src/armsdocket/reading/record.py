"""The record of a reading: one line of JSON per document, as ``read --format jsonl`` prints it."""

from collections.abc import Iterable
from typing import Any

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import (
    Claim,
    DocumentKind,
    Part,
    Problem,
    Reading,
    Rejection,
    Sourced,
)


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The passages behind what the document says of itself."""

    title: Sourced[str] | None = None
    publisher: Sourced[str] | None = None
    published: Sourced[str] | None = None
    updated: Sourced[str] | None = None
    authors: tuple[Sourced[str], ...] = ()
    official_id: Sourced[str] | None = None
    citation: Sourced[str] | None = None


class DocumentRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A document as the record shows it; ``id`` is the sha256 of its bytes."""

    id: str
    kind: DocumentKind
    address: str
    media_type: str
    title: str | None
    publisher: str | None
    published: str | None
    updated: str | None
    authors: tuple[str, ...]
    official_id: str | None
    citation: str | None
    language: str | None
    sample: bool
    text: str
    evidence: Evidence
    parts: tuple[Part, ...]
    notes: tuple[str, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """One document with its claims and problems."""

    document: DocumentRecord
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...]
    rejected: tuple[Rejection, ...] | msgspec.UnsetType = msgspec.UNSET
    """Candidates that did not become claims; only with ``--explain``."""


def record(reading: Reading, *, explain: bool = False) -> Record:
    """Lay out a reading as its public record."""
    return Record(
        document=_document(reading),
        claims=reading.claims,
        problems=reading.problems,
        rejected=reading.rejected if explain else msgspec.UNSET,
    )


def _document(reading: Reading) -> DocumentRecord:
    document, heading = reading.document, reading.heading
    return DocumentRecord(
        id=document.id,
        kind=heading.kind,
        address=document.address,
        media_type=document.media_type,
        title=_value(heading.title),
        publisher=_value(heading.publisher),
        published=_value(heading.published),
        updated=_value(heading.updated),
        authors=tuple(author.value for author in heading.authors),
        official_id=_value(heading.official_id),
        citation=_value(heading.citation),
        language=heading.language,
        sample=heading.sample,
        text=document.text,
        evidence=Evidence(
            title=heading.title,
            publisher=heading.publisher,
            published=heading.published,
            updated=heading.updated,
            authors=heading.authors,
            official_id=heading.official_id,
            citation=heading.citation,
        ),
        parts=heading.parts,
        notes=document.notes,
    )


def _value(field: Sourced[str] | None) -> str | None:
    return None if field is None else field.value


def encode(reading: Reading, *, explain: bool = False) -> bytes:
    """Return the record as one line of JSON, without the line's end."""
    return msgspec.json.encode(record(reading, explain=explain))


def schema() -> dict[str, Any]:
    """Return the JSON Schema of one line."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "armsdocket reading",
        **msgspec.json.schema(Record),
    }


def passages(value: object) -> list[tuple[Passage, str]]:
    """Return every passage in a claim or heading with its words as written, in order of the fields.

    >>> passages(Sourced(value=6, as_written="six", passage=Passage(3, 6)))
    [(Passage(start=3, end=6), 'six')]
    """
    found: list[tuple[Passage, str]] = []
    _gather(value, found)
    return found


def _gather(value: object, found: list[tuple[Passage, str]]) -> None:
    """Add the passages of a value; only what can hold one is looked into, as filing checks every claim."""
    if isinstance(value, msgspec.Struct):
        if isinstance(value, Sourced):
            found.append((value.passage, value.as_written))
        parts: Iterable[object] = [getattr(value, name) for name in value.__struct_fields__]
    else:
        parts = value if isinstance(value, tuple) else ()
    for part in parts:
        if isinstance(part, (msgspec.Struct, tuple)) and not isinstance(part, Passage):
            _gather(part, found)
