"""The sentences of official prose, as spans."""

import re

from armsdocket.vocabulary.notice_terms import phrases

# Some sentences are known by their opening though the full stop before them was lost.
_STOP = re.compile(
    r"[.!?][\"')]*\s+(?=[\"'(]*[A-Z0-9])"
    r"| (?=The (?:following non-M|principal contractors? |estimated (?:total )?cost )|Also included are )"
    r"(?<=[a-z)] )"
)
_LAST_WORD = re.compile(r"([A-Za-z][\w.&'-]*)\.[\"')]*\s+$")
# After these a full stop ends the sentence even behind an abbreviation ("the U.S. The sale ...").
_OPENS = re.compile(r"(?:The|This|These|There|It|At|Any|All|Also|In|Implementation|Approximately|If|An?)\b")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of the sentences of one paragraph of official prose.

    >>> sentences("The U.S. Government is not aware of one. It asks.")
    [(0, 40), (41, 49)]
    """
    end = len(text) if end is None else end
    spans = []
    first = start
    for stop in _STOP.finditer(text, start, end):
        if not _OPENS.match(text, stop.end()):
            word = _LAST_WORD.search(text, max(first, stop.start() - 40), stop.end())
            if word and _abbreviated(word[1]):
                continue
        spans.append(_trimmed(text, first, stop.end()))
        first = stop.end()
    if text[first:end].strip():
        spans.append(_trimmed(text, first, end))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _abbreviated(word: str) -> bool:
    low = word.lower()
    initials = low.count(".") > 0 and len(low.split(".")[-1]) == 1
    return low in phrases().abbreviations or len(low) == 1 or initials
