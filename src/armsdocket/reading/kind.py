"""What kind of document this is, by its own words and blocks, never by its file name."""

import re
from itertools import islice

from armsdocket.documents.document import Document
from armsdocket.reading.claims import DocumentKind

_HEAD = 6000
_REGISTER = re.compile(
    r"\[?Federal Register[,:]? Volume \d+|Federal Register ?/ ?Vol\. ?\d+|\[FR Doc\.? (?:No|\d)|^BILLING "
    r"CODE ",
    re.MULTILINE,
)
_RECORD = re.compile(
    r"\[?Congressional Record(?: Vol(?:ume|\.)|--|, Volume|: ?[A-Z]| ?-| Online through)", re.IGNORECASE
)
_CORRECTION = re.compile(
    r"^\s*(?:ACTION: .{0,60}correction|Arms Sales? Notification; Correction)", re.MULTILINE | re.IGNORECASE
)
_CHANGE = re.compile(
    r"report of (?:enhancement|the enhancement|change)|\(sec(?:tion|\.) ?36\(b\)\(5\)\([A-C]\)", re.IGNORECASE
)
_LICENCE = re.compile(
    r"proposed commercial export licen[cs]es?|(?:pursuant to|under) sections? 36\((?:c|d)\)[^.]{0,80}arms "
    r"export control"
    r"|DDTC[ -]\d{2}-\d{3}",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"prospective\s+purchaser|notice\s+of\s+proposed\s+issu[a-z]*\s+of\s+letter|arms\s+sales?\s+notification",
    re.IGNORECASE,
)
_TRANSMITTAL = re.compile(
    r"transmittal\s*(?:n[o0]\b\.?|number|#)?\s*[:#.]?\s*(?:No\.?\s*|RSAT\s*)?\d{2}\s?[-\u2010-\u2013]",
    re.IGNORECASE,
)
_DSCA = re.compile(
    r"Media/Public\s+Contact|Defense Security Cooperation Agency[^.]{0,80}(?:notified|notif|delivered)",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"Media/Public\s+Contact", re.IGNORECASE)
_STATE = re.compile(
    r"Foreign Military Sales?: Congressional Notification|Bureau of Political-Military Affairs", re.IGNORECASE
)
_POSSIBLE = re.compile(
    r"possible\s+foreign\s+military\s+sale|has\s+requested\s+(?:to\s+buy|a\s+possible\s+sale)", re.IGNORECASE
)
_RESOLUTION = re.compile(
    r"(?<![A-Z.])[HS]\.\s?J\.\s?RES\.\s?\d+|JOINT RESOLUTION\b[^.]{0,300}(?:disapprov|foreign military sale)"
    r"|congressional disapproval of the proposed",
    re.IGNORECASE,
)
# Fields of a record that say which measure it is.
_NAMING = frozenset({"number", "title", "type", "billType"})
_AWARD = re.compile(r"\b(?:was|were|is being|are being|has been|have been|each) awarded\b", re.IGNORECASE)
_ACTIVITY = re.compile(
    r"\b(?:is|are) the contracting activit(?:y|ies)\b|contracting activity is\b", re.IGNORECASE
)
_CONTRACTS = re.compile(
    r"^\s*(?:U\.?S\.? )?CONTRACTS?\b|^\s*Contracts [Ff]or |^\s*(?:ARMY|NAVY|AIR FORCE|DEFENSE LOGISTICS "
    r"AGENCY|MISSILE DEFENSE AGENCY)\s*$",
    re.MULTILINE,
)


def recognise(document: Document) -> DocumentKind:  # noqa: PLR0911 - one kind a line
    """Return the kind of a document.

    Official kinds are known by the fixed parts of their form. Running text that has none of them is news;
    a record or a table of another make is ``other``.
    """
    text = document.text
    head = text[:_HEAD]
    if _is_resolution(document):
        return "resolution"
    if _REGISTER.search(head) and (_NOTICE.search(text) or _LICENCE.search(text) or _CHANGE.search(text)):
        return _register_kind(text, head)
    if _is_contract_post(text):
        return "contract post"
    if _RECORD.search(head) and _NOTICE.search(text):
        return "congressional record"
    if _STATE.search(head) and _TRANSMITTAL.search(head) and _POSSIBLE.search(text):
        return "state notice"
    if _TRANSMITTAL.search(head) and _DSCA.search(head) and (_POSSIBLE.search(text) or _CONTACT.search(head)):
        return "dsca release"
    if document.media_type in {"application/json", "application/x-ndjson", "text/csv"} or not _is_prose(text):
        return "other"
    return "news"


def _register_kind(text: str, head: str) -> DocumentKind:
    if _CORRECTION.search(head):
        return "federal register correction"
    if _CHANGE.search(text):
        return "federal register change report"
    if _LICENCE.search(text) and not re.search(r"prospective\s+purchaser", text, re.IGNORECASE):
        return "federal register licence notice"
    return "federal register notice"


def _is_resolution(document: Document) -> bool:
    """Tell a joint resolution of disapproval: a record with its number, or its own text."""
    fields = {block.path: block for block in document.blocks if block.role == "field"}
    if fields:
        named = [block for path, block in fields.items() if path.rsplit(".", 1)[-1] in _NAMING]
        values = " ".join(document.block_words(block)[:300] for block in named)
        return bool(re.search(r"disapprov|\b[HS]\.?\s?J\.?\s?Res", values, re.IGNORECASE)) and any(
            path.rsplit(".", 1)[-1] in {"congress", "number"} for path in fields
        )
    head = document.text[:3000]
    return bool(_RESOLUTION.search(head)) and bool(
        re.search(r"is (?:hereby )?prohibited|Resolved by the Senate", document.text, re.IGNORECASE)
    )


def _is_contract_post(text: str) -> bool:
    activities = sum(1 for _ in islice(_ACTIVITY.finditer(text), 2))
    if not activities or _AWARD.search(text) is None:
        return False
    return activities > 1 or _CONTRACTS.search(text[:2000]) is not None


def _is_prose(text: str) -> bool:
    """Tell running text from tables: enough letters, and a sentence somewhere."""
    sample = text[:20000]
    letters = sum(character.isalpha() for character in sample)
    return (
        letters > 0.5 * len(sample)
        and re.search(r"[a-z0-9]{2}[.!?][\"'\u201d\u2019)]*(?:\s|$)", sample) is not None
    )
