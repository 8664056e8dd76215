"""Reports under section 36(b)(5)(C): an enhancement or upgrade after the certification.

The description tells the history first (what was certified, what was reported before) and then what this
report changes. Only the last part gives items; the sums of the history are kept as original and revised.
"""

import re
from typing import Any

import msgspec

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Reading, Sourced, Value
from armsdocket.reading.notices import announcement, case_values, certification, contractor
from armsdocket.reading.notices.additions import Additions
from armsdocket.reading.notices.case_values import Moved
from armsdocket.reading.notices.clauses import Certification, certifications
from armsdocket.reading.notices.federal_register import header
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.transmittal import Transmittal, find_transmittals

NAME = "change-report"
VERSION = "1"
RULE = "36(b)(5) report of a change"

_SECTION = re.compile(r"36\(b\)\(5\)\([A-Ca-c]\)", re.IGNORECASE)
_PAST = re.compile(
    r"congress was notified|was notified by congressional certification|previously notified the possible sale"
)
_NOW = re.compile(
    r"this (?:transmittal|notification|report|amendment|change)\b|(?:the )?(?:inclusion|addition) of"
)


def read(document: Document) -> Reading:
    """Read a report of a change: one transfer, tied to the certification it changes."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    heading = header(document, words, ledger, "federal register change report")
    claims = []
    published = heading.published.value if heading.published else None
    for found in certifications(words):
        fields = fields_of(words, found, ledger, published)
        fields["printed"] = heading.published
        claims.append(certification.transfer(fields, f"{NAME}/{VERSION}", RULE))
    if not claims:
        ledger.report(0, min(len(words.text), 200), "no report", "no clause names a purchaser")
    ledger.audit()
    return ledger.reading(document, heading, claims)


def fields_of(
    words: Flow, found: Certification, ledger: Ledger, published: str | None, begin: int = 0
) -> dict[str, Any]:
    """Return the fields of a Transfer that one report states; its own head begins at ``begin``."""
    fields: dict[str, Any] = {}
    for clause in found.clauses.values():
        ledger.read(clause.label, clause.start)
    certification.purchaser_clause(words, found, ledger, fields)
    certification.delivered_clause(words, found, ledger, fields)
    certification.left_out(words, found, ledger)
    fields |= certification.law(words, begin, found.end, ledger)
    if section := _SECTION.search(words.text, begin, found.end):
        fields["section"] = words.sourced("36(b)(5)" + section[0][-3:].upper(), *section.span())
        ledger.read(*section.span())
    _numbers(words, found, ledger, fields, begin)
    _small(words, found, ledger, fields)
    _description(words, found, ledger, fields)
    _prose(words, found, ledger)
    told = announcement.read(words, *_span(found), ledger, published)
    fields["emergency"] = told.emergency
    named, used = contractor.contractors(words, *_span(found))
    for span in used:
        ledger.read(*span)
    fields["contractors"] = tuple(named)
    return {name: value for name, value in fields.items() if value is not None}


def _span(found: Certification) -> tuple[int, int]:
    return found.start, found.annex[0] if found.annex else found.end


def _numbers(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any], begin: int) -> None:
    """Read the report's own number, the last before its clauses, and those of what it changes."""
    named = find_transmittals(words.text, begin, found.end)
    for each in named:
        ledger.read(each.label, each.end)
    basis = found.clauses.get("basis")
    based: list[Transmittal] = []
    if basis is not None:
        at = words.text.rfind("Transmittal", found.start, basis.start)
        based = find_transmittals(words.text, at, basis.end) if at >= 0 else []
        ledger.read(basis.label, basis.end)
    own = next((each for each in reversed(named) if each.end <= found.start), None)
    if own is not None:
        fields["transmittal"] = words.sourced(own.number, own.start, own.end)
    kept: dict[str, Sourced[str]] = {}
    for each in [*based, *(other for other in named if other.start > found.start)]:
        if own is None or each.number != own.number:
            kept.setdefault(each.number, words.sourced(each.number, each.start, each.end))
    fields["amends"] = tuple(kept.values())


def _small(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any]) -> None:
    """Read the lines without a number: date of the certification, agency, source of the money."""
    text = words.text
    if agency := found.clauses.get("agency") or found.clauses.get("department"):
        ledger.read(agency.start, agency.end)
        fields["department"] = certification.department(words, agency.start, agency.end)
    for name in ("funding", "date"):
        if clause := found.clauses.get(name):
            ledger.ignore(
                clause.label, clause.end, f"{name} of the first case", "told of the case, no field here"
            )
    if certification.FMS_CASE.search(text, found.start, found.end):
        number = certification.FMS_CASE.search(text, found.start, found.end)
        if number is not None:
            fields["fms_case"] = words.sourced(number[0], *number.span())


def _description(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any]) -> None:
    clause = found.clauses.get("description")
    if clause is None:
        return
    listed = Additions(words)
    now: list[Moved] = []
    past: list[Value] = []
    current = False
    history = 0
    for start, end in words.paragraphs(clause.start, clause.end):
        folded = words.folded[start:end]
        current = _PAST.search(folded) is None and (current or _NOW.search(folded) is not None)
        if current:
            listed.add(start, end)
            now.extend(_sums(words, start, end))
            ledger.read(start, end)
        else:
            history += 1
            if history == 1:
                past.extend(each.value for each in _sums(words, start, end))
            ledger.ignore(start, end, "case history", "what was certified and reported before")
    fields["items"] = tuple(listed.items)
    first = next((value for value in past if value.of in ("original", "total")), None)
    fields.update(_settled(case_values.settled(now), first))


def _sums(words: Flow, start: int, end: int) -> list[Moved]:
    return [found for span in words.sentences(start, end) for found in case_values.moved(words, *span)]


def _settled(now: list[Value], first: Value | None) -> dict[str, Any]:
    """Let the total after the change stand for the case, what was certified first be its original value."""
    original = [msgspec.structs.replace(first, of="original")] if first is not None else []
    settled = certification.settle(now, original)
    if settled["value"] is None:
        revised = [value for value in now if value.of == "revised"]
        # The case is worth more than the equipment in it: the larger of two revised sums is the total.
        settled["value"] = max(revised, key=lambda value: value.value, default=None)
        settled["values"] = tuple(value for value in settled["values"] if value is not settled["value"])
    return settled


def _prose(words: Flow, found: Certification, ledger: Ledger) -> None:
    """Leave out why the change matters: reasons, no facts of the sale."""
    for name in ("significance", "justification"):
        if clause := found.clauses.get(name):
            ledger.ignore(clause.start, clause.end, "case for the sale", "says why the change would be good")
