"""Read a document: recognise its kind, hand it to that kind's reader."""

from collections.abc import Callable
from importlib import import_module

from armsdocket.documents.document import Document
from armsdocket.reading.claims import DocumentKind, Heading, Reading
from armsdocket.reading.kind import recognise
from armsdocket.reading.notices.sample import is_sample

# Loaded when a document of the kind is met: the news reader's vocabulary is large.
READERS: dict[DocumentKind, str] = {
    "federal register notice": "armsdocket.reading.notices.federal_register",
    "federal register change report": "armsdocket.reading.notices.change_report",
    "federal register correction": "armsdocket.reading.notices.correction",
    "federal register licence notice": "armsdocket.reading.notices.licence_notice",
    "dsca release": "armsdocket.reading.notices.dsca",
    "state notice": "armsdocket.reading.notices.state",
    "congressional record": "armsdocket.reading.notices.congressional_record",
    "resolution": "armsdocket.reading.notices.resolution",
    "contract post": "armsdocket.reading.notices.contract_post",
    "news": "armsdocket.reading.news.article",
}


def read(document: Document, attributions: str = "model") -> Reading:
    """Return everything the reader for this kind of document makes of it.

    ``attributions`` says who tells apart who said what in news: "model", "rules", or an installed extension.

    A document of no known kind gives a reading without claims.
    """
    kind = recognise(document)
    name = READERS.get(kind)
    if name is None:
        return Reading(document=document, heading=Heading(kind=kind, sample=is_sample(document)))
    reader: Callable[..., Reading] = import_module(name).read
    return reader(document, attributions) if kind == "news" else reader(document)
