"""Federal Register notices of certifications under section 36(b)(1) of the Arms Export Control Act."""

import re
from typing import Any

from armsdocket.documents.document import Document
from armsdocket.reading.claims import DocumentKind, Heading, Reading, Sourced
from armsdocket.reading.notices import certification
from armsdocket.reading.notices.clauses import certifications
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.sample import is_sample
from armsdocket.reading.notices.transmittal import find_transmittals
from armsdocket.reading.values.date import find_dates

NAME = "federal-register"
VERSION = "1"

_ISSUE = re.compile(
    r"\[?Federal Register[,:]? Volume (?P<volume>\d+),? (?:Number|Issue) \d+ \((?P<date>[^)]{4,40})\)"
    r"|\[Federal Register Volume (?P<only>\d+)"
)
_VOLUME = re.compile(
    r"Federal Register ?/ ?Vol\. (?P<volume>\d+)(?P<only>), No\. \d+ ?/ ?(?P<date>[A-Z][a-z]+, [A-Z][a-z]+ "
    r"\d{1,2}, \d{4})"
)
_PAGES = re.compile(r"\[Pages? (?P<first>\d+)(?:-\d+)?\]")
_NUMBER = re.compile(r"\[FR Doc\.? (?:No:? ?)?(?P<number>\d{2,4}-\d{3,6})")
_AGENCY = re.compile(r"^AGENCY: (?P<agency>.+?)\.?$", re.MULTILINE)
_TITLE = re.compile(
    r"^(?:(?:(?:Section )?36\([bcd]\)(?:\(\d\))?(?:\([A-C]\))? )?"
    r"Arms Sales? Notification[^\n]{0,40}"
    r"|(?:Bureau of Political-Military Affairs[^\[]{0,90}?)?Notifications? to the Congress[^\n]{0,90})$",
    re.MULTILINE,
)


def read(document: Document) -> Reading:
    """Read a notice of a certification: one transfer for each certification it prints."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    heading = header(document, words, ledger, "federal register notice")
    claims = []
    printed = heading.published.value if heading.published else None
    found = certifications(words)
    for each in found:
        fields = certification.read(words, each, ledger, printed)
        fields = {**certification.law(words, 0, each.end, ledger), **numbers(words, ledger), **fields}
        fields["printed"] = heading.published
        claims.append(certification.transfer(fields, f"{NAME}/{VERSION}", "36(b)(1) certification"))
    if not found:
        ledger.report(0, min(len(words.text), 200), "no certification", "no clause names a purchaser")
    ledger.audit(prose=min((each.justification[0] for each in found if each.justification), default=None))
    return ledger.reading(document, heading, claims)


def numbers(words: Flow, ledger: Ledger) -> dict[str, Any]:
    """Return the transmittal of a notice; another one it names is reported."""
    found = find_transmittals(words.text)
    for each in found:
        ledger.read(each.label, each.end)
    if not found:
        return {}
    for each in found[1:]:
        if each.number != found[0].number:
            what = f"{each.number} stands beside {found[0].number}"
            ledger.warn(each.label, each.end, "another transmittal", what)
    return {"transmittal": words.sourced(found[0].number, found[0].start, found[0].end)}


def header(document: Document, words: Flow, ledger: Ledger, kind: DocumentKind) -> Heading:
    """Read the head of a Federal Register document: issue, pages, number, agency, title."""
    text = words.text
    issue = _ISSUE.search(text) or _VOLUME.search(text)
    published: Sourced[str] | None = None
    publisher = None
    citation = None
    if issue is not None:
        ledger.read(*issue.span())
        name = text.index("Federal Register", issue.start())
        publisher = words.sourced("Federal Register", name, name + len("Federal Register"))
        for date in find_dates(text, *issue.span("date")) if issue["date"] else ():
            if len(date.value) == 10:
                published = words.sourced(date.value, date.passage.start, date.passage.end)
    if pages := _PAGES.search(text):
        ledger.read(*pages.span())
        if issue is not None:
            citation = words.sourced(f"{issue['volume'] or issue['only']} FR {pages['first']}", *pages.span())
    number = _NUMBER.search(text)
    for each in _NUMBER.finditer(text):
        ledger.read(*each.span())
    agency = _AGENCY.search(text)
    if agency is not None:
        ledger.read(*agency.span())
    title = _TITLE.search(text)
    if title is not None:
        ledger.read(*title.span())
    return Heading(
        kind=kind,
        title=words.sourced(" ".join(title[0].split()), *title.span()) if title else None,
        publisher=publisher,
        published=published,
        authors=(words.sourced(agency["agency"], *agency.span("agency")),) if agency else (),
        official_id=words.sourced(number["number"], *number.span("number")) if number else None,
        citation=citation,
        language="en",
        sample=is_sample(document),
    )
