"""Pages of the Department of State on formally notified Foreign Military Sales, since March 2026."""

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Reading
from armsdocket.reading.notices import release

NAME = "state"
VERSION = "1"


def read(document: Document) -> Reading:
    """Read a State Department page: one transfer. Its date is the day of posting, not of delivery."""
    return release.read(document, "state notice", f"{NAME}/{VERSION}", "Bureau of Political-Military Affairs")
