"""The Congressional Record's reprints of certifications: letter, clauses, justification, many in a row."""

import re
from typing import Any

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Heading, Reading, Transfer
from armsdocket.reading.notices import certification, change_report, licence_letter
from armsdocket.reading.notices.clauses import Certification, certifications
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.sample import is_sample
from armsdocket.reading.notices.transmittal import find_transmittals
from armsdocket.reading.values.date import find_dates

NAME = "congressional-record"
VERSION = "1"

_ISSUE = re.compile(
    r"\[?Congressional Record,? Vol(?:ume|\.) (?P<volume>\d+),? N(?:umber|o\.) \d+\s*"
    r"\((?:(?:Senate|House) - )?(?P<date>[^)]{8,40})\)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"CONGRESSIONAL RECORD\s?-+\s?(?:SENATE|HOUSE)\s+(?P<date>[A-Z][a-z]+ \d{1,2}, \d{4})"
    r"|(?<!\d)(?P<volume>\d{1,3}) Cong\. Rec\."
)
_PAGE = re.compile(r"\[?Pages? (?P<page>[SHE]\d{1,6})(?:-[SHE]?\d{1,6})?\]?")
_TITLE = re.compile(r"^ARMS SALES? NOTIFICATIONS?$", re.MULTILINE | re.IGNORECASE)
_LETTER = re.compile(
    r"(?:Hon\. |The Honorable |Dear |Pursuant to the reporting requirements"
    r"|After this letter is delivered|Sincerely)"
)
# The Secretary's determination of an emergency stands with the letter; the memorandum behind says it again.
_DETERMINATION = re.compile(r"(?:\(U\) )?Determination Under", re.IGNORECASE)
_ENCLOSED = re.compile(r"Encl?o[a-z]+\b")
_BELOW_LETTER = re.compile(
    r"transmittal no|notice of|\([ivxl]+\)|report of|policy justification|there being no objection"
    r"|arms sales? notif",
    re.IGNORECASE,
)


def read(document: Document) -> Reading:
    """Read a reprint: one transfer for each certification and each licence letter."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    heading = _heading(document, words, ledger)
    published = heading.published.value if heading.published else None
    claims: list[Transfer] = []
    found = certifications(words)
    for number, each in enumerate(found):
        begin = found[number - 1].end if number else 0
        read_one = _change if each.reports_change else _certification
        fields = read_one(words, each, ledger, published, begin)
        fields["printed"] = heading.published
        rule = change_report.RULE if each.reports_change else "certification reprinted"
        claims.append(certification.transfer(fields, f"{NAME}/{VERSION}", rule))
    claims += [
        licence_letter.read(words, span, ledger, f"{NAME}/{VERSION}")
        for span in licence_letter.letters(words, 0, len(words.text))
    ]
    _letters(words, ledger)
    ledger.audit(prose=found[0].start if found else 0)
    return ledger.reading(document, heading, claims)


def _certification(
    words: Flow, each: Certification, ledger: Ledger, published: str | None, begin: int
) -> dict[str, Any]:
    """Return the fields of one certification, its number the last before its clauses."""
    fields = certification.read(words, each, ledger, published)
    for one in find_transmittals(words.text, begin, each.end):
        ledger.read(one.label, one.end)
    if numbers := find_transmittals(words.text, begin, each.start):
        own = numbers[-1]
        fields["transmittal"] = words.sourced(own.number, own.start, own.end)
    at = words.text.rfind("\n", 0, max(0, each.start - 260))
    return {**certification.law(words, max(at, 0), each.end, ledger), **fields}


def _change(
    words: Flow, each: Certification, ledger: Ledger, published: str | None, begin: int
) -> dict[str, Any]:
    at = max(begin, words.text.rfind("\n", 0, max(0, each.start - 260)))
    return change_report.fields_of(words, each, ledger, published, at)


def _letters(words: Flow, ledger: Ledger) -> None:
    """Leave out each cover letter, address to enclosure: the certification behind it says the same."""
    within = False
    for start, end in words.paragraphs():
        opens = any(cue.match(words.text, start, end) for cue in (_LETTER, _DETERMINATION))
        if opens and licence_letter.letters(words, start, end):
            within = opens = False
        if within and _BELOW_LETTER.match(words.text, start, end):
            within = False
        within = within or opens
        if within:
            ledger.ignore(start, end, "cover letter", "the certification behind it says the same")
        if _ENCLOSED.match(words.text, start, end):
            within = False


def _heading(document: Document, words: Flow, ledger: Ledger) -> Heading:
    text = words.text
    issue = _ISSUE.search(text) or _BOUND.search(text)
    published = None
    if issue is not None and issue["date"]:
        ledger.read(*issue.span())
        for date in find_dates(text, *issue.span("date")):
            if len(date.value) == 10:
                published = words.sourced(date.value, date.passage.start, date.passage.end)
    page = _PAGE.search(text)
    citation = None
    if page is not None and issue is not None and issue["volume"]:
        citation = words.sourced(f"{issue['volume']} Cong. Rec. {page['page']}", *page.span())
        ledger.read(*page.span())
    title = _TITLE.search(text)
    name = re.search(r"Congressional Record", text, re.IGNORECASE)
    return Heading(
        kind="congressional record",
        title=words.sourced(title[0], *title.span()) if title else None,
        publisher=words.sourced("Congressional Record", *name.span()) if name else None,
        published=published,
        citation=citation,
        language="en",
        sample=is_sample(document),
    )
