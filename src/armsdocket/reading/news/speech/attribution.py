"""An attribution: what is said, who is named as saying it, and the words that tell so."""

from dataclasses import dataclass

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Mode
from armsdocket.reading.news.speech.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Attribution:
    """One piece of content tied to its source as the text has it; both lie in one paragraph."""

    content: Passage
    source: Passage | None
    cue: Passage | None
    mode: Mode
    rule: str


def mode_of(content: Passage, quotations: list[Quotation]) -> Mode:
    """Tell whether ``content`` stands inside quotation marks wholly, partly, or not at all."""
    quoted = 0
    for quotation in quotations:
        if not quotation.nested:
            quoted += max(
                0, min(content.end, quotation.outer_end) - max(content.start, quotation.outer_start)
            )
    if quoted >= content.end - content.start - 2:
        return "direct"
    return "mixed" if quoted else "indirect"
