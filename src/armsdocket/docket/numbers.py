"""The numbers that name a sale, in one spelling each: transmittals, FMS cases, resolutions, contracts."""

import re

# A hyphen is printed as hyphen, non-breaking hyphen or dash; a full stop or "#" may stand before the number.
_DASH = "[-‐‑‒–—−]"
# No part of a date: "2024-01-11" holds no transmittal.
_PLAIN = re.compile(
    rf"(?<![0-9A-Z])(?<!\d{_DASH})(\d{{2}})\s?{_DASH}\s?(\d{{1,3}}|\d[A-Z]|[A-Z]{{2}})(?![0-9A-Z]|{_DASH}\d)"
)
_REVERSED = re.compile(rf"(?<![0-9A-Z])(\d[A-Z]){_DASH}(\d{{2}})(?![0-9A-Z])")
_LICENCE = re.compile(rf"\bDDTC\W{{0,8}}(?:(?:NO|TRANSMITTAL)\W{{0,3}})?(\d{{2}}){_DASH}(\d{{2,4}})\b")
_FMS_CASE = re.compile(rf"^([A-Z0-9]{{2}}){_DASH}([A-Z]){_DASH}([A-Z0-9]{{3}})$")
_BILL = re.compile(r"^(?:(\d{2,3})(?:TH|ST|ND|RD)?\W{1,3})?([HS])\W{0,2}(J|CON)?\W{0,2}RES\W{0,3}(\d{1,4})$")
_BILL_TAIL = re.compile(
    r"^([HS])\W{0,2}(J|CON)?\W{0,2}RES\W{0,3}(\d{1,4})\W{1,3}\(?(\d{2,3})(?:TH|ST|ND|RD)?\b"
)


def transmittal(words: str) -> str | None:
    """Return a transmittal's number in one spelling, or None when the words hold none.

    ``RSAT`` numbers are the same series as the plain ones; ``DDTC`` (licences) is a series of its own.

    >>> transmittal("Transmittal No. 23–22"), transmittal("0M-25"), transmittal("DDTC 24–052")
    ('23-22', '25-0M', 'DDTC-24-052')
    """
    folded = words.upper()
    if found := _LICENCE.search(folded):
        return f"DDTC-{found[1]}-{int(found[2]):03d}"
    if found := _PLAIN.search(folded):
        return f"{found[1]}-{found[2].zfill(2)}"
    if found := _REVERSED.search(folded):
        return f"{found[2]}-{found[1]}"
    return None


def fms_case(words: str) -> str | None:
    """Return an FMS case designator in one spelling, or None.

    >>> fms_case("sw–b–wcb")
    'SW-B-WCB'
    """
    found = _FMS_CASE.match(words.strip().upper())
    return "-".join(found.groups()) if found else None


def resolution(words: str, congress: int | None = None) -> str | None:
    """Return a resolution's number as ``118-hjres-108`` (or ``hjres-108`` without a congress), or None.

    >>> resolution("H.J.Res. 108", 118), resolution("S.J.RES.101 (119th)"), resolution("hjres108")
    ('118-hjres-108', '119-sjres-101', 'hjres-108')
    """
    folded = words.strip().upper()
    if found := _BILL_TAIL.match(folded):
        chamber, sort, number, session = found.groups()
    elif found := _BILL.match(folded):
        session, chamber, sort, number = found.groups()
    else:
        return None
    name = f"{chamber}{sort or ''}res-{int(number)}".lower()
    session = session or (str(congress) if congress else None)
    return f"{int(session)}-{name}" if session else name


def contract(words: str) -> str:
    """Return a contract's number without the hyphens and spaces that only some posts print.

    >>> contract("W31P4Q-24-C-0012")
    'W31P4Q24C0012'
    """
    return re.sub(r"[^0-9A-Z]", "", words.upper())


def slug(words: str) -> str:
    """Return words as a piece of a key: lower case, letters and figures, hyphens between.

    >>> slug("FGM-148 Javelin")
    'fgm-148-javelin'
    """
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
