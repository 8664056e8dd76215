"""Documents of our own wording in the forms of the official ones, for the tests of the readers."""

from armsdocket.documents.document import Document
from armsdocket.documents.load import load

HEAD = """<html><head><title>Federal Register</title></head><body><pre>
[Federal Register Volume 91, Number 90 (Monday, May 11, 2026)]
[Notices]
[Pages 24849-24851]
From the Federal Register Online via the Government Publishing Office [<a href="http://www.gpo.gov">www.gpo.gov</a>]
[FR Doc No: 2026-09999]

-----------------------------------------------------------------------

DEPARTMENT OF DEFENSE

Office of the Secretary

[Transmittal No. {number}]

Arms Sales Notification

AGENCY: Defense Security Cooperation Agency, Department of Defense
(DoD).

ACTION: Arms sales notice.

-----------------------------------------------------------------------

"""
FOOT = """
[FR Doc. 2026-09999 Filed 5-8-26; 8:45 am]
BILLING CODE 6001-FR-P
</pre></body></html>
"""


def register(body: str, number: str = "26-99") -> Document:
    """Return a Federal Register page with this body."""
    return load((HEAD.format(number=number) + body + FOOT).encode(), "https://example.test/fr.htm")


def plain(text: str, address: str = "notice.txt") -> Document:
    """Return a plain text document."""
    return load(text.encode(), address)
