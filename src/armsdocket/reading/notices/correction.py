"""Corrections of notices in the Federal Register: which notice, which document, and no more than that."""

import re

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Reading, Sourced, Transfer
from armsdocket.reading.notices.clauses import certifications
from armsdocket.reading.notices.federal_register import header, numbers
from armsdocket.reading.notices.federal_register import read as read_notice
from armsdocket.reading.notices.flow import flow
from armsdocket.reading.notices.ledger import Ledger

NAME = "correction"
VERSION = "1"

_CORRECTED = re.compile(r"(?:in )?FR Doc(?:ument)?\.?(?: No\.?:?)? ?(?P<number>[A-Z]?\d?-?\d{4}-\d{4,6})")
_CITED = re.compile(r"\((?P<citation>\d{2,3} FR \d{3,6}(?:-\d{3,6})?)\)")


def read(document: Document) -> Reading:
    """Read a correction: the transmittal, what it corrects, the whole certification when it is reprinted."""
    words = flow(document.text, document.body.start, document.body.end)
    if certifications(words):
        return _reprint(document)
    ledger = Ledger(words)
    heading = header(document, words, ledger, "federal register correction")
    corrected = _corrected(
        words.text, words, ledger, heading.official_id.value if heading.official_id else ""
    )
    for start, end in words.paragraphs():
        if words.text.startswith("SUMMARY:", start):
            ledger.ignore(start, end, "reason of the correction", "why it is printed again")
        elif words.text.startswith("[GRAPHIC]", start):
            ledger.ignore(start, end, "photographed page", "a picture of the page, no text")
        elif corrected and words.text.startswith("SUPPLEMENTARY", start):
            ledger.read(start, end)
    claim = Transfer(
        reader=f"{NAME}/{VERSION}",
        rule="correction of a notice",
        corrects=corrected,
        printed=heading.published,
        **numbers(words, ledger),
    )
    ledger.audit()
    return ledger.reading(document, heading, (claim,))


def _corrected(text: str, words: object, ledger: Ledger, own: str) -> tuple[Sourced[str], ...]:
    """Return the document that is corrected and its citation."""
    found: dict[str, Sourced[str]] = {}
    for pattern, name in ((_CORRECTED, "number"), (_CITED, "citation")):
        for match in pattern.finditer(text):
            if match[name] != own:
                ledger.read(*match.span())
                found.setdefault(match[name], ledger.words.sourced(match[name], *match.span(name)))
    return tuple(found.values())


def _reprint(document: Document) -> Reading:
    """Read a correction that prints the certification again as one, and say what it corrects."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    heading = header(document, words, ledger, "federal register correction")
    corrected = _corrected(
        words.text, words, ledger, heading.official_id.value if heading.official_id else ""
    )
    plain = read_notice(document)
    claims = tuple(
        Transfer(
            **{name: getattr(claim, name) for name in claim.__struct_fields__ if name != "corrects"},
            corrects=corrected,
        )
        for claim in plain.claims
        if isinstance(claim, Transfer)
    )
    return Reading(
        document=document, heading=heading, claims=claims, problems=plain.problems, ignored=plain.ignored
    )
