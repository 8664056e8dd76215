"""Paragraphs and sentences of English prose, as passages, in time proportional to the length."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from armsdocket.documents.passage import Passage
from armsdocket.documents.plain import DATE_LINE
from armsdocket.vocabulary.speech import StopRules, stop_rules

_BREAK = re.compile(r"[ \t\r\u00a0]*\n\s*")
# A run of stops with the closing marks that belong to it.
_STOP = re.compile(r"[.!?…]{1,8}[\"'”’»)\]]{0,4}")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w.&'’-]{0,14}$")
_NEXT = re.compile(r"\s*[\"'“‘«(\[—–-]{0,3}\s?")
_NEXT_WORD = re.compile(r"[\w'’-]{1,20}")
_CARRIED = re.compile(r"\s(?:[A-Z][\w'’.-]{0,20}\s){1,4}([a-z]+)")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_MARKS = "\"'”’»)]"
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 50
# A text is set in a column where nearly all of its lines are filled, few enough to be a chance left out.
_NARROWEST_COLUMN, _FEWEST_LINES, _FILLED = 20, 4, 0.85
# Words that run on in small letters behind this much are one line broken in two.
_SHORTEST_BROKEN = 20
_FIRST_WORD = re.compile(r"\S+")


class _Layout:
    """How a text is laid out, as far as it was asked for: each family of claims asks again."""

    def __init__(self) -> None:
        self.paragraphs: dict[tuple[int, int], tuple[Passage, ...]] = {}
        self.sentences: dict[Passage, tuple[Passage, ...]] = {}
        self.column: int | None = None

    @staticmethod
    @lru_cache(maxsize=4)
    def of(text: str) -> "_Layout":
        """Return the layout of one of the last few texts."""
        return _Layout()


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    r"""Split ``text[start:end]`` into paragraphs, without the white space around them.

    A line break ends a paragraph unless it only wraps a line: no blank line, and the words run on.

    >>> [p.words("One two.\\nThree.") for p in paragraphs("One two.\nThree.")]
    ['One two.', 'Three.']
    """
    stop = len(text) if end is None else end
    known = _Layout.of(text).paragraphs
    if (start, stop) not in known:
        begin, last = _skip_space(text, start, stop), _trim_end(text, start, stop)
        whole = known.get((0, len(text)), ())
        known[start, stop] = _between(text, whole, begin, last) or tuple(_paragraphs(text, begin, stop))
    return list(known[start, stop])


def _between(text: str, whole: tuple[Passage, ...], begin: int, last: int) -> tuple[Passage, ...]:
    """Take paragraphs from those of the whole text, where the stretch begins and ends as they do."""
    if text[last : last + 1] not in {"\n", ""}:
        return ()
    first = bisect_left(whole, begin, key=attrgetter("start"))
    after = bisect_left(whole, last, key=attrgetter("start"))
    mine = whole[first:after]
    return mine if mine and (mine[0].start, mine[-1].end) == (begin, last) else ()


def _paragraphs(text: str, begin: int, stop: int) -> list[Passage]:
    found: list[Passage] = []
    line = begin
    for match in _BREAK.finditer(text, begin, stop):
        if text.count("\n", match.start(), match.end()) == 1 and _wraps(
            text, line, match.start(), match.end(), stop
        ):
            line = match.end()
            continue
        if match.start() > begin:
            found.append(Passage(begin, match.start()))
        begin = line = match.end()
    last = _trim_end(text, begin, stop)
    if last > begin:
        found.append(Passage(begin, last))
    return found


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Passage]:
    """Split ``text[start:end]`` into sentences; none crosses a paragraph, none holds outer white space.

    Closing quotation marks stay with their sentence; a quotation followed by its verb of speech is one.

    >>> text = "The U.S. sold two. Gen. Ray said so."
    >>> [s.words(text) for s in sentences(text)]
    ['The U.S. sold two.', 'Gen. Ray said so.']
    """
    return [
        sentence
        for paragraph in paragraphs(text, start, end)
        for sentence in paragraph_sentences(text, paragraph)
    ]


def paragraph_sentences(text: str, paragraph: Passage) -> list[Passage]:
    """Split one paragraph, as ``paragraphs`` gives it, into sentences."""
    known = _Layout.of(text).sentences
    if paragraph not in known:
        known[paragraph] = tuple(_paragraph_sentences(text, paragraph))
    return list(known[paragraph])


def _paragraph_sentences(text: str, paragraph: Passage) -> list[Passage]:
    rules = stop_rules()
    found: list[Passage] = []
    begin = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if match.start() < begin or match.end() >= paragraph.end:
            continue
        after = _ends(text, match, paragraph.end, rules)
        if after is not None:
            found.append(Passage(begin, after))
            begin = _skip_space(text, after, paragraph.end)
    if paragraph.end > begin:
        found.append(Passage(begin, paragraph.end))
    return found


def _column(text: str) -> int:
    """Return how wide a column a text is set in; 0 when it is in none.

    A column is known by its lines: the first word of each would not have fitted on the one before.
    """
    layout = _Layout.of(text)
    if layout.column is None:
        pairs = [(one.rstrip(), two.split(None, 1)) for one, two in pairwise(text.split("\n"))]
        broken = [(len(one), len(two[0])) for one, two in pairs if one and two and one[-1] not in '.!?:”"']
        width = max((length for length, _ in broken), default=0)
        filled = sum(length + 1 + word > width for length, word in broken)
        narrow = _NARROWEST_COLUMN <= width <= _WIDEST_WRAP and len(broken) >= _FEWEST_LINES
        layout.column = width if narrow and filled >= _FILLED * len(broken) else 0
    return layout.column


def _fills(text: str, line: int, stop: int, following: int) -> bool:
    """Tell whether a line ends because the next word did not fit in its column."""
    word = _FIRST_WORD.match(text, following)
    column = _column(text) if text[following - 1] == "\n" else 0
    return column > 0 and word is not None and stop - line + 1 + len(word.group()) > column


def _wraps(text: str, line: int, stop: int, following: int, end: int) -> bool:
    """Tell whether the break after ``text[line:stop]`` only wraps a paragraph set in narrow lines."""
    if following >= end or stop - line > _WIDEST_WRAP:
        return False
    last, first = text[stop - 1], text[following]
    if DATE_LINE.match(text, following, end):
        return False
    if _fills(text, line, stop, following):
        return True
    if first.islower():
        long = stop - line >= _NARROWEST_WRAP
        return (
            last not in ".!?:"
            if long
            else stop - line >= _SHORTEST_BROKEN and (last.isalnum() or last in ",;-")
        )
    if stop - line < _NARROWEST_WRAP:
        return False
    next_break = text.find("\n", following, min(end, following + _WIDEST_WRAP + 1))
    narrow = next_break >= 0 or end - following <= _WIDEST_WRAP
    return narrow and (last.isalnum() or last in ",;-(") and (first.isalnum() or first in "“\"‘'(")


def _ends(text: str, match: re.Match[str], end: int, rules: StopRules) -> int | None:
    """Return where the sentence ends at this stop, or None when it runs on."""
    after = match.end()
    if not text[after].isspace():
        return _glued(text, match, end)
    gap = _NEXT.match(text, after, end)
    following = gap.end() if gap else after
    if following >= end or text[following].islower():
        return None
    mark, closed = text[match.start()], text[after - 1] in _MARKS
    if closed:
        ends = mark == "." or not _carried(text, after, end, rules)
    elif match.end() - match.start() > 2 or mark == "…":
        ends = text[following].isupper()
    else:
        ends = mark != "." or _stops(text, match.start(), following, end, rules)
    return after if ends else None


def _stops(text: str, dot: int, following: int, end: int, rules: StopRules) -> bool:
    """Tell whether a single full stop ends a sentence, given the words around it."""
    before = _WORD_BEFORE.search(text, max(0, dot - 16), dot)
    if before is None:
        return True
    word = before.group().lstrip("'’")
    if word in rules.titles:
        return False
    if word in rules.before_number and text[following].isdigit():
        return False
    if word in rules.may_end or _INITIALS.fullmatch(word):
        match = _NEXT_WORD.match(text, following, end)
        return match is not None and match.group() in rules.starters and word != "I"
    return True


def _glued(text: str, match: re.Match[str], end: int) -> int | None:
    """End a sentence at a full stop that lost its space (``deal.The``), as pages pasted badly have it."""
    stop, after = match.start(), match.end()
    if after >= end or not text[stop - 1 : stop].islower() or not text[after].isupper():
        return None
    word = _WORD_BEFORE.search(text, max(0, stop - 16), stop)
    follows = _NEXT_WORD.match(text, after, end)
    if word is None or follows is None or "." in word.group() or len(word.group()) < 3:
        return None
    return (
        after
        if follows.group()[1:].islower() and text[follows.end() : follows.end() + 1] in {" ", ",", ""}
        else None
    )


def _carried(text: str, after: int, end: int, rules: StopRules) -> bool:
    match = _CARRIED.match(text, after, min(end, after + 90))
    return match is not None and match.group(1) in rules.carriers


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
