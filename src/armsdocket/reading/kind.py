"""What kind of document this is, by its own words and blocks, never by its file name."""

import re
import string
from itertools import islice

from armsdocket.documents.document import Document
from armsdocket.reading.claims import DocumentKind
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.phrase import Phrase

_HEAD = 6000
_LETTERS = string.ascii_letters.encode()
# These two are signs by their capitals; all others are looked for in folded text.
_REGISTER = Phrase(
    r"\[?Federal Register[,:]? Volume \d+|Federal Register ?/ ?Vol\. ?\d+|\[FR Doc\.? (?:No|\d)|^BILLING "
    r"CODE ",
    re.MULTILINE,
)
_CONTRACTS = Phrase(
    r"^\s*(?:U\.?S\.? )?CONTRACTS?\b|^\s*Contracts [Ff]or |^\s*(?:ARMY|NAVY|AIR FORCE|DEFENSE LOGISTICS "
    r"AGENCY|MISSILE DEFENSE AGENCY)\s*$",
    re.MULTILINE,
)
_RECORD = Phrase(r"\[?congressional record(?: vol(?:ume|\.)|--|, volume|: ?[a-z]| ?-| online through)")
_CORRECTION = Phrase(r"^\s*(?:action: .{0,60}correction|arms sales? notification; correction)", re.MULTILINE)
_CHANGE = Phrase(r"report of (?:enhancement|the enhancement|change)|\(sec(?:tion|\.) ?36\(b\)\(5\)\([a-c]\)")
_LICENCE = Phrase(
    r"proposed commercial export licen[cs]es?|(?:pursuant to|under) sections? 36\((?:c|d)\)[^.]{0,80}arms "
    r"export control"
    r"|ddtc[ -]\d{2}-\d{3}"
)
_PURCHASER = Phrase(r"prospective\s+purchaser")
_NOTICE = Phrase(
    rf"{_PURCHASER.pattern}|notice\s+of\s+proposed\s+issu[a-z]*\s+of\s+letter|arms\s+sales?\s+notification"
)
_TRANSMITTAL = Phrase(r"transmittal\s*(?:n[o0]\b\.?|number|#)?\s*[:#.]?\s*(?:no\.?\s*|rsat\s*)?\d{2}\s?-")
_CONTACT = Phrase(r"media/public\s+contact")
_DSCA = Phrase(rf"{_CONTACT.pattern}|defense security cooperation agency[^.]{{0,80}}(?:notif|delivered)")
_STATE = Phrase(r"foreign military sales?: congressional notification|bureau of political-military affairs")
_POSSIBLE = Phrase(r"possible\s+foreign\s+military\s+sale|has\s+requested\s+(?:to\s+buy|a\s+possible\s+sale)")
_RESOLUTION = Phrase(
    r"(?<![a-z.])[hs]\.\s?j\.\s?res\.\s?\d+|joint resolution\b[^.]{0,300}(?:disapprov|foreign military sale)"
    r"|congressional disapproval of the proposed"
)
# Fields of a record that say which measure it is.
_NAMING = frozenset({"number", "title", "type", "billType"})
_MEASURE = Phrase(r"disapprov|\b[hs]\.?\s?j\.?\s?res")
_RESOLVED = Phrase(r"is (?:hereby )?prohibited|resolved by the senate")
_AWARD = Phrase(r"\b(?:was|were|is being|are being|has been|have been|each) awarded\b")
_ACTIVITY = Phrase(r"\b(?:is|are) the contracting activit(?:y|ies)\b|contracting activity is\b")


def recognise(document: Document) -> DocumentKind:  # noqa: PLR0911 - one kind a line
    """Return the kind of a document.

    Official kinds are known by the fixed parts of their form. Running text that has none of them is news;
    a record or a table of another make is ``other``.
    """
    head, folded = document.text[:_HEAD], fold_whole(document.text)
    folded_head = folded[:_HEAD]
    if _is_resolution(document, folded):
        return "resolution"
    if _REGISTER.search(head) and (
        _NOTICE.search(folded) or _LICENCE.search(folded) or _CHANGE.search(folded)
    ):
        return _register_kind(folded)
    if _is_contract_post(head, folded):
        return "contract post"
    if _RECORD.search(folded_head) and _NOTICE.search(folded):
        return "congressional record"
    if _TRANSMITTAL.search(folded_head):
        possible = _POSSIBLE.search(folded)
        if _STATE.search(folded_head) and possible:
            return "state notice"
        if _DSCA.search(folded_head) and (possible or _CONTACT.search(folded_head)):
            return "dsca release"
    if document.media_type in {"application/json", "application/x-ndjson", "text/csv"} or not _is_prose(
        document.text
    ):
        return "other"
    return "news"


def _register_kind(folded: str) -> DocumentKind:
    if _CORRECTION.search(folded[:_HEAD]):
        return "federal register correction"
    if _CHANGE.search(folded):
        return "federal register change report"
    if _LICENCE.search(folded) and not _PURCHASER.search(folded):
        return "federal register licence notice"
    return "federal register notice"


def _is_resolution(document: Document, folded: str) -> bool:
    """Tell a joint resolution of disapproval: a record with its number, or its own text."""
    fields = {block.path: block for block in document.blocks if block.role == "field"}
    if fields:
        named = [block for path, block in fields.items() if path.rsplit(".", 1)[-1] in _NAMING]
        values = " ".join(document.block_words(block)[:300] for block in named)
        return _MEASURE.search(fold(values)) is not None and any(
            path.rsplit(".", 1)[-1] in {"congress", "number"} for path in fields
        )
    return _RESOLUTION.search(folded[:3000]) is not None and _RESOLVED.search(folded) is not None


def _is_contract_post(head: str, folded: str) -> bool:
    activities = sum(1 for _ in islice(_ACTIVITY.finditer(folded), 2))
    if not activities or _AWARD.search(folded) is None:
        return False
    return activities > 1 or _CONTRACTS.search(head[:2000]) is not None


def _is_prose(text: str) -> bool:
    """Tell running text from tables: enough letters, and a sentence somewhere."""
    sample = text[:20000]
    plain = sample.encode("utf-8", "replace")
    # Most texts have letters enough without those outside ASCII.
    letters = len(plain) - len(plain.translate(None, _LETTERS))
    if letters <= 0.5 * len(sample):
        letters = sum(map(str.isalpha, sample))
    return (
        letters > 0.5 * len(sample)
        and re.search(r"\w{2}[\"'\u201d\u2019)]?[.!?][\"'\u201d\u2019)]*(?:\s|$)", sample) is not None
    )
