"""Releases of the Defense Security Cooperation Agency, 2008 to 2026: HTML, PDF text, stripped text."""

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Reading
from armsdocket.reading.notices import release

NAME = "dsca"
VERSION = "1"


def read(document: Document) -> Reading:
    """Read a DSCA release: one transfer."""
    return release.read(document, "dsca release", f"{NAME}/{VERSION}", "Defense Security Cooperation Agency")
