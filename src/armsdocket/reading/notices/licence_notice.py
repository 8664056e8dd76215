"""Federal Register notices of proposed commercial export licences under sections 36(c) and 36(d)."""

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Reading, Transfer
from armsdocket.reading.notices import licence_letter
from armsdocket.reading.notices.federal_register import header
from armsdocket.reading.notices.flow import flow
from armsdocket.reading.notices.ledger import Ledger

NAME = "licence-notice"
VERSION = "1"


def read(document: Document) -> Reading:
    """Read a notice of licences: one transfer for each letter that it prints."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    heading = header(document, words, ledger, "federal register licence notice")
    claims: list[Transfer] = []
    for span in licence_letter.letters(words, 0, len(words.text)):
        claim = licence_letter.read(words, span, ledger, f"{NAME}/{VERSION}")
        fields = {name: getattr(claim, name) for name in claim.__struct_fields__ if name != "printed"}
        claims.append(Transfer(**fields, printed=heading.published))
    if not claims:
        ledger.report(0, min(len(words.text), 200), "no letter", "no letter certifies a licence")
    first = licence_letter.letters(words, 0, len(words.text))[:1]
    ledger.audit(prose=first[0][0] if first else None)
    return ledger.reading(document, heading, claims)
