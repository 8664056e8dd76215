"""What became of every clause of the official corpus: read, left out by a named rule, or reported."""

from collections.abc import Iterator
from typing import NamedTuple

from armsdocket.documents.load import load, read_bytes
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Reading
from armsdocket.reading.notices.flow import flow
from armsdocket.reading.read import read
from evaluation.official import CORPUS, FOLDERS
from evaluation.scores import Error, Score


class Clauses(NamedTuple):
    """Counts over documents: a clause is a sentence of a text, or a field of a record."""

    documents: int
    claims: int
    read: int
    ignored: int
    reported: int


def account(reading: Reading) -> Clauses:
    """Count the clauses of one document; one that is reported in part counts as reported."""
    reported = [one.passage for one in reading.problems if one.passage]
    ignored = [one.passage for one in reading.ignored if one.passage]
    counts = {"read": 0, "ignored": 0, "reported": 0}
    for clause in _clauses(reading):
        if any(clause.overlaps(other) for other in reported):
            counts["reported"] += 1
        elif any(clause.overlaps(other) for other in ignored):
            counts["ignored"] += 1
        else:
            counts["read"] += 1
    return Clauses(1, len(reading.claims), **counts)


def _clauses(reading: Reading) -> Iterator[Passage]:
    document = reading.document
    fields = [block for block in document.blocks if block.role == "field"]
    if fields:
        yield from (block.passage for block in fields if block.passage.start < block.passage.end)
        return
    words = flow(document.text, document.body.start, document.body.end)
    for start, end in words.paragraphs():
        for first, last in words.sentences(start, end):
            if any(map(str.isalnum, words.text[first:last])):
                yield words.passage(first, last)


def whole_corpus() -> Clauses:
    """Add up the clauses of every official document of the corpus."""
    total = Clauses(0, 0, 0, 0, 0)
    for folder in FOLDERS:
        for path in sorted((CORPUS / folder).glob("*.*")):
            reading = read(load(read_bytes(path), path.name))
            if reading.heading.kind not in {"news", "other"}:
                total = Clauses(*map(sum, zip(total, account(reading), strict=True)))
    return total


def score() -> list[Score]:
    """Give no row: what was read is counted, not right or wrong."""
    return []


def errors() -> list[Error]:
    """List nothing: a clause reported is a problem of its document."""
    return []


def remarks() -> list[str]:
    """Say how many clauses of the whole corpus were read, left out by rule, or reported."""
    counted = whole_corpus()
    sentence = (
        f"official corpus: {counted.documents} documents, {counted.claims:,} claims; clauses read: "
        f"{counted.read:,}, left out by a named rule: {counted.ignored:,}, reported: {counted.reported:,}"
    )
    return [sentence]
