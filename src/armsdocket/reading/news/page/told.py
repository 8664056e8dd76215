"""What an article tells: its passages and sentences without the page's own, and the day it counts from."""

import datetime
from collections.abc import Iterator

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading
from armsdocket.reading.sentences import sentences

_LONGEST_SENTENCE = 1_200


def anchor_of(heading: Heading) -> datetime.date | None:
    """Return the day from which relative dates are counted, when the publication is known to the day."""
    value = heading.published.value if heading.published else ""
    return datetime.date.fromisoformat(value) if len(value) == 10 else None


def told_passages(heading: Heading, document: Document) -> list[Passage]:
    """Return the passages in which an article tells its facts: headline, standfirst, captions and body.

    A document without a frame is told from end to end.
    """
    told = {"headline", "standfirst", "caption", "body"}
    passages = [part.passage for part in heading.parts if part.part in told]
    return passages or [Passage(0, len(document.text))]


def told_sentences(heading: Heading, document: Document) -> Iterator[tuple[Passage, bool]]:
    """Yield each sentence in which the article tells its facts, and whether it stands in the headline.

    What runs on longer than any sentence does is cut at a space, so that reading stays as fast as the
    text is long.
    """
    headline = [part.passage for part in heading.parts if part.part == "headline"]
    for passage in told_passages(heading, document):
        above = passage in headline
        for sentence in sentences(document.text, passage.start, passage.end):
            start = sentence.start
            while sentence.end - start > _LONGEST_SENTENCE:
                cut = document.text.rfind(" ", start + 1, start + _LONGEST_SENTENCE) + 1
                cut = cut or start + _LONGEST_SENTENCE
                yield Passage(start, cut), above
                start = cut
            yield Passage(start, sentence.end), above
