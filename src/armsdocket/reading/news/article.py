"""A news article or press release: its heading, statements, transfers, sums and forces."""

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Claim, Reading, Rejection
from armsdocket.reading.news import gate
from armsdocket.reading.news.force.forces import find_forces
from armsdocket.reading.news.page.frame import frame
from armsdocket.reading.news.speech.attributions import By
from armsdocket.reading.news.statement.statements import weigh_statements
from armsdocket.reading.news.sums import find_sums
from armsdocket.reading.news.transfer.forwarding import with_forwardings
from armsdocket.reading.news.transfer.joint_order import with_joint_terms
from armsdocket.reading.news.transfer.transfers import sift

NAME = "news"
VERSION = 1


def read(document: Document, by: By = "model") -> Reading:
    """Read an article: statements, sums and forces always, transfers when the gate lets it through.

    ``by`` says who tells the attributions apart: the trained model, rules alone, or an extension.
    """
    heading = frame(document)
    statements, unsaid = weigh_statements(document, heading, by)
    claims: list[Claim] = []
    rejected: list[Rejection] = []
    if gate.relevant(document.text, read=True):
        transfers, rejected = sift(document, heading, statements)
        claims += with_forwardings(document, heading, with_joint_terms(document.text, transfers), statements)
    claims += [*statements, *find_sums(document, heading), *find_forces(document, heading)]
    return Reading(document=document, heading=heading, claims=tuple(claims), rejected=(*rejected, *unsaid))
