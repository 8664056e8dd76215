"""Reports under section 36(b)(5)(C): an enhancement or upgrade after the certification.

The description tells the history first (what was certified, what was reported before) and then what this
report changes. Only the last part gives items; the sums of the history are kept as original and revised.
"""

import re
from typing import Any

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Item, Reading, Sourced, Value
from armsdocket.reading.notices import announcement, certification, contractor, estimate, items, request
from armsdocket.reading.notices.clauses import Certification, certifications
from armsdocket.reading.notices.federal_register import header
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger, sentences
from armsdocket.reading.notices.transmittal import Transmittal, find_transmittals
from armsdocket.vocabulary.folding import fold

NAME = "change-report"
VERSION = "1"

_SECTION = re.compile(r"36\(b\)\(5\)\([A-Ca-c]\)", re.IGNORECASE)
_PAST = re.compile(
    r"congress was notified|was notified by congressional certification|previously notified the possible sale"
)
_NOW = re.compile(
    r"this (?:transmittal|notification|report|amendment|change)\b|(?:the )?(?:inclusion|addition) of"
)
_CHANGES = re.compile(
    r"(?P<cue>(?:and )?(?:the )?(?:addition|inclusion|sale|purchase|procurement) of|(?:notif(?:ies|y)"
    r"|reports?|adds|includes?|"
    r"requests?|following) (?:the )?(?:additional )?(?:non-)?(?:mde|major defense equipment)[^:]{0,40}:|"
    r"(?:notif(?:ies|y)|reports?|adds|accounts for) (?:for )?)"
)
_NO_ITEM = re.compile(
    r"^(?:an? |the )?(?:pricing|price|cost|increase|value|extension|revision|adjustment|decrease|change)\b"
)
_FUNDING = re.compile(r"national funds|foreign military financing|fmf", re.IGNORECASE)


def read(document: Document) -> Reading:
    """Read a report of a change: one transfer, tied to the certification it changes."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    heading = header(document, words, ledger, "federal register change report")
    claims = []
    for found in certifications(words):
        fields = _fields(words, found, ledger, heading.published.value if heading.published else None)
        fields["printed"] = heading.published
        fields = {name: value for name, value in fields.items() if value is not None}
        claims.append(certification.transfer(fields, f"{NAME}/{VERSION}", "36(b)(5) report of a change"))
    if not claims:
        ledger.report(0, min(len(words.text), 200), "no report", "no clause names a purchaser")
    ledger.audit()
    return Reading(
        document=document,
        heading=heading,
        claims=tuple(claims),
        problems=ledger.problems,
        ignored=ledger.ignored,
    )


def _fields(words: Flow, found: Certification, ledger: Ledger, published: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for clause in found.clauses.values():
        ledger.read(clause.label, clause.start)
    certification.purchaser_clause(words, found, ledger, fields)
    certification.delivered_clause(words, found, ledger, fields)
    certification.left_out(words, found, ledger)
    fields |= certification.law(words, 0, found.end, ledger)
    if section := _SECTION.search(words.text):
        fields["section"] = words.sourced("36(b)(5)" + section[0][-3:].upper(), *section.span())
        ledger.read(*section.span())
    _numbers(words, found, ledger, fields)
    _small(words, found, ledger, fields)
    _description(words, found, ledger, fields)
    _prose(words, found, ledger)
    told = announcement.read(words, *_span(found), ledger, published)
    fields["emergency"] = told.emergency
    named, used = contractor.contractors(words, *_span(found))
    for span in used:
        ledger.read(*span)
    fields["contractors"] = tuple(named)
    return fields


def _span(found: Certification) -> tuple[int, int]:
    return found.start, found.annex[0] if found.annex else found.end


def _numbers(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any]) -> None:
    """Read the report's own number, which stands first, and those of what it changes."""
    named = find_transmittals(words.text)
    for each in named:
        ledger.read(each.label, each.end)
    basis = found.clauses.get("basis")
    based: list[Transmittal] = []
    if basis is not None:
        at = words.text.rfind("Transmittal", found.start, basis.start)
        based = find_transmittals(words.text, at, basis.end) if at >= 0 else []
        ledger.read(basis.label, basis.end)
    if named:
        own = named[0]
        fields["transmittal"] = words.sourced(own.number, own.start, own.end)
        kept: dict[str, Sourced[str]] = {}
        for each in [*based, *(other for other in named if other.start > found.start)]:
            if each.number != own.number:
                kept.setdefault(each.number, words.sourced(each.number, each.start, each.end))
        fields["amends"] = tuple(kept.values())


def _small(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any]) -> None:
    """Read the lines without a number: date of the certification, agency, source of the money."""
    text = words.text
    if agency := found.clauses.get("agency"):
        start, end = words.trimmed(agency.start, agency.end)
        fields["department"] = words.sourced(text[start:end].rstrip("."), start, end)
        ledger.read(start, end)
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
    listed: list[Item] = []
    now: list[Value] = []
    past: list[Value] = []
    current = False
    history = 0
    for start, end in words.paragraphs(clause.start, clause.end):
        folded = fold(words.text[start:end])
        current = (_NOW.search(folded) is not None and _PAST.search(folded) is None) or (
            current and _PAST.search(folded) is None
        )
        if current:
            listed.extend(_changed(words, start, end))
            now.extend(each.value for each in _all_sums(words, start, end))
            ledger.read(start, end)
        else:
            history += 1
            if history == 1:
                past.extend(
                    each.value
                    for each in _all_sums(words, start, end)
                    if each.value.of in ("original", "total")
                )
            ledger.ignore(start, end, "case history", "what was certified and reported before")
    fields["items"] = tuple(listed)
    fields.update(_settled(now, past))


def _all_sums(words: Flow, start: int, end: int) -> list[estimate.Found]:
    return [found for span in sentences(words.text, start, end) for found in estimate.sums(words, *span)]


def _settled(now: list[Value], past: list[Value]) -> dict[str, Any]:
    """Let the total after the change stand for the case, what was certified first be its original value."""
    original = [_as_original(value) for value in past[:1]]
    settled = certification.settle(now, original)
    if settled["value"] is None:
        revised = [value for value in now if value.of == "revised"]
        # The case is worth more than the equipment in it: the larger of two revised sums is the total.
        settled["value"] = max(revised, key=lambda value: value.value, default=None)
        settled["values"] = tuple(value for value in settled["values"] if value is not settled["value"])
    return settled


def _as_original(value: Value) -> Value:
    return Value(
        value=value.value,
        as_written=value.as_written,
        passage=value.passage,
        currency=value.currency,
        of="original",
        bound=value.bound,
    )


def _changed(words: Flow, start: int, end: int) -> list[Item]:
    """Return the items that the report adds, by the words that announce them."""
    made: list[Item] = []
    for first, last in sentences(words.text, start, end):
        folded = fold(words.text[first:last])
        if estimate.sums(words, first, last) and "addition of" not in folded and "inclusion of" not in folded:
            continue
        flagged = (
            request.listed(words, first, last) if folded.startswith(("the following", "non-mde")) else []
        )
        if flagged:
            made.extend(flagged)
            continue
        opened = None
        for cue in _CHANGES.finditer(folded):
            if not _NO_ITEM.search(folded[cue.end() :].lstrip()):
                opened = cue
                break
        if opened is not None:
            made.extend(items.lines(words, *request.enumeration(words.text, first + opened.end(), last)))
    return made


def _prose(words: Flow, found: Certification, ledger: Ledger) -> None:
    """Leave out why the change matters: reasons, no facts of the sale."""
    for name in ("significance", "justification"):
        if clause := found.clauses.get(name):
            ledger.ignore(clause.start, clause.end, "case for the sale", "says why the change would be good")
