"""Who said what on a case."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from armsdocket.docket.casefile import Fact, Said
from armsdocket.docket.facts import Member, fact
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Speaker, Statement, Transfer
from armsdocket.reading.record import passages

ELSEWHERE = "names neither the article nor the parties of this sale"


def statements(members: Sequence[Member], names: frozenset[str]) -> tuple[Said, ...]:
    """Return the statements of a case's documents in order of document and place.

    A document that is first about this sale gives all its statements, those on something else marked;
    one that is first about another gives those in the paragraphs that state this sale.
    """
    seen: set[tuple[str, Passage]] = set()
    found: list[Said] = []
    for member in members:
        for claim in _of(member):
            if (member.document, claim.words.passage) not in seen:
                seen.add((member.document, claim.words.passage))
                found.append(_said(member, claim, names))
    return tuple(found)


def _of(member: Member) -> Iterator[Statement]:
    claims = [claim for claim in member.reading.claims if isinstance(claim, Statement)]
    if member.main:
        yield from claims
        return
    transfer = member.transfer
    if transfer is None:
        return
    text = member.reading.document.text
    near = _paragraphs(text, transfer)
    yield from (claim for claim in claims if any(claim.words.passage.overlaps(around) for around in near))


def _paragraphs(text: str, transfer: Transfer) -> list[Passage]:
    """Return the paragraphs that hold the passages of a transfer's parties and items."""
    fields = [transfer.buyer, transfer.seller, *transfer.items]
    spans = {passage for field in fields for passage, _ in passages(field)}
    return sorted({_paragraph(text, passage) for passage in spans})


@lru_cache(maxsize=256)
def _paragraph(text: str, passage: Passage) -> Passage:
    start = text.rfind("\n", 0, passage.start) + 1
    end = text.find("\n", passage.end)
    return Passage(start, len(text) if end < 0 else end)


def _said(member: Member, claim: Statement, names: frozenset[str]) -> Said:
    speaker, words = claim.speaker, claim.words
    around = _paragraph(member.reading.document.text, words.passage).words(member.reading.document.text)
    on_subject = any(name in around for name in names)
    return Said(
        speaker=speaker.value if speaker else None,
        office=_value(speaker, "office"),
        organisation=_value(speaker, "organisation"),
        country=_value(speaker, "country"),
        words=words.value,
        mode=claim.mode,
        via=claim.via.value if claim.via else None,
        quoting=claim.quoting.value if claim.quoting else None,
        date=claim.date.value if claim.date else None,
        fact=_fact(member, claim, on_subject),
    )


def _fact(member: Member, claim: Statement, on_subject: bool) -> Fact:
    note = "" if on_subject else ELSEWHERE
    rank = "official words" if claim.mode != "indirect" and _official(claim.speaker) else member.rank
    return fact("statement", claim.words, member, note=note, rank=rank)


def _official(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.office is not None


def _value(speaker: Speaker | None, name: str) -> str | None:
    field = getattr(speaker, name) if speaker else None
    return field.value if field else None
