"""Who put out the words that speak: "the statement said", "a letter released by", "it read"."""

import re

from armsdocket.documents.passage import Passage
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import speaking_nouns

_NEARBY = 800
_READS = re.compile(r"\s+(?:reads?|says|said|continued)\b")
_BY = re.compile(
    r"(?:statement|release|letter|report|document|notice)\s+(?:(?:issued|released|published|posted)\s+)?(?:\w+\s+)?"
    r"(?:by|from)\s+(?P<who>[^,.;”\"]{2,60}?)(?=\s(?:urged|said|says|read|called|warned|on|that|to)\b|[,.;])"
)
_ISSUED = re.compile(
    r"(?:release|statement|letter|communiqué|communique|report)\s+(?:(?:that|which)\s+)?"
    r"(?:(?P<by>(?:issued|released|published|posted|put out) by )(?P<after>[^,.;”\"]{2,60}?)"
    r"|(?P<before>[^,.;”\"]{2,60}?)\s+(?:had\s+)?(?:issued|released|published|posted|put out))"
    r"(?=[\s,.;]|$)"
)
_STOPS = (". ", ".” ", '." ', "\n")


def author_of(text: str, source: Passage, sentence: Passage) -> Passage | None:
    """Return whom a phrase names behind its text: "a statement from the ministry".

    >>> words = "A letter from Ana Kovac said so."
    >>> author_of(words, Passage(0, 23), Passage(0, 32)).words(words)
    'Ana Kovac'
    """
    by = _BY.search(text, source.start, sentence.end)
    return Passage(*by.span("who")) if by and by.start() < source.end else None


def issuer_of(text: str, start: int, end: int) -> Passage | None:
    """Return who put out the text named between two places: "a release issued by the army"."""
    issued = _ISSUED.search(text, start, end)
    return Passage(*issued.span("after" if issued.group("by") else "before")) if issued else None


def reads(text: str, place: int) -> bool:
    """Tell whether what stands before ``place`` is a text that reads: "it reads", "it said"."""
    return _READS.match(text, place) is not None


def sentence_that_issues(text: str, sentence: Passage) -> Passage | None:
    """Return the sentence before, from its first word, if it tells of a text that somebody put out."""
    end = text.rfind(".", max(0, sentence.start - _NEARBY), sentence.start)
    start = max(text.rfind(mark, 0, max(0, end)) for mark in _STOPS) + 1
    if end < 0 or not set(re.findall(r"\w+", fold(text[start:end]))) & speaking_nouns():
        return None
    return Passage(start, end)
