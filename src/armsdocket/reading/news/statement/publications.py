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
_PUT_OUT = r"(?:issued|released|published|posted|put out|made public)"
_TEXT = r"(?:release|statement|letter|communiqué|communique|report|notice|notification)"
_ISSUED = re.compile(
    rf"{_TEXT}\s+(?:(?:that|which)\s+)?"
    rf"(?:(?P<by>(?:{_PUT_OUT}|signed) by )(?P<after>[^,.;”\"]{{2,60}}?)"
    rf"|(?P<before>[^,.;”\"]{{2,60}}?)\s+(?:had\s+)?{_PUT_OUT})"
    r"(?=[\s,.;]|$)"
)
_OWNER = r"(?P<who>(?:[Tt]he )?[^,.;:”\"\n]{2,80}?)"
# Who put a text out, told anywhere before it speaks.
_EARLIER = re.compile(
    rf"\b(?P<text>{_TEXT})\s+(?:(?:that|which)\s+)?(?:was\s+)?(?:{_PUT_OUT}\s+)?(?:\w+\s+)?"
    rf"(?:(?:on|at)\s+the\s+web\s?site\s+of\s+|(?:issued |released |signed )?by\s+|from\s+){_OWNER}"
    r"(?=\s(?:of the|in|on|that|to|after|yesterday|today|urg\w+|said|says|read\w*)\b|[,.;:]|\n|$)"
)
_FAR = 4000
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


def issued_before(text: str, noun: str, end: int) -> Passage | None:
    """Return who put out the last text of this name before ``end``: "a letter signed by 25 senators".

    >>> words = "It came in a statement published on the website of the army. The statement said"
    >>> issued_before(words, "statement", 61).words(words)
    'the army'
    """
    found = [each for each in _EARLIER.finditer(text, max(0, end - _FAR), end) if each["text"] == noun]
    return Passage(*found[-1].span("who")) if found else None


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
