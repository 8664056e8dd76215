"""Members of a case from hand-made pages, without a store."""

from armsdocket.docket.evidence import leads_of
from armsdocket.docket.facts import Member, in_order
from tests.docket.factory import Page


def members(*pages: Page, claim: int = 0) -> tuple[Member, ...]:
    """Make a member of each page's claim of that number."""
    found = []
    for page in pages:
        reading = page.reading()
        lead = leads_of(reading)[claim]
        found.append(Member(lead=lead, reading=reading, why="made"))
    return in_order(found)
