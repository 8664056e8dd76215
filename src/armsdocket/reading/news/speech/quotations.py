"""Quotation marks: what stands inside them, whatever their kind, whether or not they balance."""

import re
from dataclasses import dataclass

from armsdocket.documents.passage import Passage
from armsdocket.reading.sentences import paragraphs
from armsdocket.vocabulary.speech import speech_verbs

_MARKS = "[\"“”„‟«»＂‘’‚‛‹›'`]"
# A blank before it belongs to it: to look for that first takes many times as long.
_DASH = re.compile(r"[-–—][ \u00a0]")
# A mark, which may be of two characters; or more in a row than nested quotations end with, a line drawn.
_MARK_OR_LINE = re.compile(rf"{_MARKS}(?:{_MARKS}{{5,}}|(?<=`)`|(?<=')')?")
_COMMA = re.compile(r"[,?!] ")
_ANY = re.compile(rf"{_MARKS}|[-–—][ \u00a0]")
_OPENING = frozenset({"“", "„", "‟", "«", "``"})
_CLOSING = frozenset({"”", "»"})
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0([{—–-―/\"“„«‘'…,:;.")
# Words that lose their first letters, not openings of a quotation: '90s, 'em, 'til.
_CLIPPED = re.compile(r"\d0s\b|\d\d\b|(?:em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)
# Apostrophes at the end of a plural look like closings: the later mark is the true one.
_PLURAL = re.compile(r"\s[a-z]")
_LONGEST_SINGLE = 1500
_BELOW = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` stands inside marks, which begin at ``outer_start`` and end at ``outer_end``."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    double: bool
    nested: bool = False
    opened: bool = True
    """False when only the closing mark is there."""
    closed: bool = True
    """False when only the opening mark is there: at the end of a paragraph, or forgotten."""
    continued: bool = False
    """The paragraph before it left a quotation open, and this one repeats the opening mark."""

    @property
    def passage(self) -> Passage:
        """The words inside the marks."""
        return Passage(self.start, self.end)


def find_quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Find every quotation of ``text[start:end]``, outer ones before those nested in them.

    A quotation over several paragraphs is one ``Quotation`` for each paragraph.

    >>> text = "He was ‘glad’ at the ministers’ offer."
    >>> [text[one.start : one.end] for one in find_quotations(text)]
    ['glad']
    """
    found: list[Quotation] = []
    left_open = False
    for paragraph in paragraphs(text, start, end):
        if _ANY.search(text, paragraph.start, paragraph.end) is None:
            left_open = False
            continue
        inside = _scan(text, paragraph, left_open)
        found += inside
        outer = [quotation for quotation in inside if not quotation.nested]
        left_open = bool(outer) and not outer[-1].closed
    return found


def _scan(text: str, paragraph: Passage, left_open: bool) -> list[Quotation]:
    marks = [
        (m.start(), m.end(), m.group())
        for m in _MARK_OR_LINE.finditer(text, paragraph.start, paragraph.end)
        if len(m[0]) < 3 and (m[0] != '"' or not _inside_word(text, m.start(), m.end()))
    ]
    doubles = _doubles(text, paragraph, [mark for mark in marks if _is_double(mark[2])], left_open)
    singles = _singles(text, paragraph, [mark for mark in marks if not _is_double(mark[2])], left_open)
    return _nest([*doubles, *_dashes(text, paragraph, doubles)], singles)


def _inside_word(text: str, start: int, end: int) -> bool:
    """Tell whether a straight mark stands for an apostrophe (army"s), as bad scans have it."""
    return text[max(0, start - 1) : start].isalnum() and text[end : end + 2] in {"s ", "s,", "s."}


def _dashes(text: str, paragraph: Passage, doubles: list[Quotation]) -> list[Quotation]:
    """Find words between dashes: - We wait - he said. Only a verb of speech behind the second dash tells.

    Without a second dash, words that a dash opens the paragraph with end at the comma before such a verb.
    """
    found = []
    opening: Passage | None = None
    reached = paragraph.start
    for match in _DASH.finditer(text, paragraph.start, paragraph.end):
        blank = reached < match.start() and text[match.start() - 1] in " \u00a0"
        dash = Passage(match.start() - blank, match.end())
        reached = dash.end
        before = text[paragraph.start : dash.start].rstrip()[-1:]
        if opening is not None and _speaks_next(text, dash.end, paragraph.end):
            found.append(Quotation(opening.end, dash.start, opening.start, dash.end, double=True))
            opening = None
        elif (not before or before in '.!?"”') and _begins(text[dash.end : dash.end + 1]):
            opening = dash
    if opening is not None and opening.start == paragraph.start and not found:
        for comma in _COMMA.finditer(text, opening.end, paragraph.end):
            if _speaks_next(text, comma.end(), paragraph.end, most=1):
                end = comma.end() - 1
                found.append(Quotation(opening.end, end, opening.start, end, double=True))
                break
    return [one for one in found if not any(one.start < q.end and q.start < one.end for q in doubles)]


def _begins(letter: str) -> bool:
    """Tell whether speech can begin so: with a capital or a figure."""
    return letter.isupper() or letter.isdigit()


def _speaks_next(text: str, start: int, end: int, most: int = 2) -> bool:
    words = re.findall(r"[^\W\d_]+", text[start : min(end, start + 40)])[:most]
    return any(word in speech_verbs() for word in words)


def _is_double(mark: str) -> bool:
    return len(mark) == 2 or mark in '"“”„‟«»＂'


def _doubles(
    text: str, paragraph: Passage, marks: list[tuple[int, int, str]], left_open: bool
) -> list[Quotation]:
    found: list[Quotation] = []
    opening: tuple[int, int] | None = None
    for place, after, mark in marks:
        low = opening is not None and text[opening[0]] == "„"
        if not (low and mark == "“") and _opens(text, place, after, mark, opening is not None, paragraph):
            if opening is not None and mark not in {"„", "«"}:
                found.append(_open_end(text, opening, place, left_open and not found, paragraph))
            opening = (place, after)
        elif opening is not None:
            if place > opening[1]:
                continued = left_open and opening[0] == paragraph.start
                found.append(
                    Quotation(opening[1], place, opening[0], after, double=True, continued=continued)
                )
            opening = None
        elif not found and _only_closing(text, paragraph, place):
            found.append(Quotation(paragraph.start, place, paragraph.start, after, double=True, opened=False))
    if opening is not None and opening[1] < paragraph.end:
        found.append(_open_end(text, opening, paragraph.end, left_open and not found, paragraph))
    return found


def _open_end(
    text: str, opening: tuple[int, int], stop: int, left_open: bool, paragraph: Passage
) -> Quotation:
    end = stop
    while end > opening[1] and text[end - 1].isspace():
        end -= 1
    continued = left_open and opening[0] == paragraph.start
    return Quotation(opening[1], end, opening[0], end, double=True, closed=False, continued=continued)


def _opens(  # noqa: PLR0917 - a mark and what surrounds it
    text: str, place: int, after: int, mark: str, inside: bool, paragraph: Passage
) -> bool:
    """Tell whether a double mark opens; a straight one opens or closes by what stands beside it."""
    if mark in _OPENING:
        return True
    before = text[place - 1] if place > paragraph.start else " "
    behind = text[after] if after < paragraph.end else " "
    if mark in _CLOSING:
        # Some set both marks as closing ones: ”We wait”.
        return not inside and (place == paragraph.start or (before in _BEFORE_OPENING and behind.isalnum()))
    if before in " \t\n\r\u00a0([{—–" and not behind.isspace():
        return True
    if not before.isspace() and not behind.isalnum():
        return not inside and not behind.isspace() and behind not in ".,;:)!?—–-"
    return not inside


def _only_closing(text: str, paragraph: Passage, place: int) -> bool:
    """Tell whether a closing mark with no opening ends a quotation that began with the paragraph."""
    return place - paragraph.start > 10 and text[place - 1] in ".,!?…"


def _singles(
    text: str, paragraph: Passage, marks: list[tuple[int, int, str]], left_open: bool
) -> list[Quotation]:
    found: list[Quotation] = []
    closings = [mark for mark in marks if _closes_single(text, mark, paragraph)]
    reached = paragraph.start
    index = 0
    for place, after, mark in marks:
        if place < reached or not _opens_single(text, place, after, mark, paragraph):
            continue
        while index < len(closings) and closings[index][0] <= after:
            index += 1
        continued = left_open and place == paragraph.start
        if _goes_on_below(text, paragraph, (place, after, mark), closings[index:]):
            end = place + len(text[place : paragraph.end].rstrip())
            found.append(Quotation(after, end, place, end, double=False, closed=False, continued=continued))
            break
        closing = _true_closing(text, closings, index, after)
        if closing is not None:
            found.append(Quotation(after, closing[0], place, closing[1], double=False, continued=continued))
            reached = closing[1]
    return found


def _goes_on_below(
    text: str, paragraph: Passage, opening: tuple[int, int, str], closings: list[tuple[int, int, str]]
) -> bool:
    """Tell whether single marks stay open: a whole sentence whose paragraph below opens with the same mark.

    The ends of plurals ("the troops’ boots") look like closings and close nothing. Behind a colon a closing
    mark may be forgotten.
    """
    place, after, mark = opening
    led = place == paragraph.start or text[max(0, place - 3) : place].rstrip()[-1:] == ":"
    if not led or not text[after].isupper():
        return False
    below = _BELOW.match(text, paragraph.end)
    again = below is not None and text.startswith(mark, below.end())
    forgotten = mark == "‘" and not closings and place > paragraph.start
    plurals = all(text[at - 1] in "sS" and _PLURAL.match(text, end) for at, end, _ in closings)
    return forgotten or (again and plurals)


def _opens_single(text: str, place: int, after: int, mark: str, paragraph: Passage) -> bool:
    if mark in {"›", "’"} or after >= paragraph.end:
        return False
    before = text[place - 1] if place > paragraph.start else " "
    behind = text[after]
    if before not in _BEFORE_OPENING or behind.isspace():
        return False
    return _CLIPPED.match(text, after, paragraph.end) is None


def _closes_single(text: str, mark: tuple[int, int, str], paragraph: Passage) -> bool:
    place, after, sign = mark
    if sign in {"‘", "‹", "‚", "‛", "`"} or place == paragraph.start or text[place - 1].isspace():
        return False
    return after >= paragraph.end or not text[after].isalnum()


def _true_closing(
    text: str, closings: list[tuple[int, int, str]], index: int, after: int
) -> tuple[int, int, str] | None:
    if index >= len(closings) or closings[index][0] - after > _LONGEST_SINGLE:
        return None
    first = closings[index]
    plural = text[first[0] - 1] in "sS" and _PLURAL.match(text, first[1]) is not None
    if plural and index + 1 < len(closings):
        second = closings[index + 1]
        if text[second[0] - 1] in "sS" and _PLURAL.match(text, second[1]) is not None:
            return first
        between = text[first[1] : second[0]]
        if len(between) < 300 and " '" not in between and "‘" not in between:
            return second
    return first


def _nest(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """Mark as nested what lies inside another; a single that straddles a double mark is none."""
    merged = sorted([*doubles, *singles], key=lambda q: (q.outer_start, -q.outer_end))
    kept: list[Quotation] = []
    outer: Quotation | None = None
    for quotation in merged:
        if outer is None or quotation.outer_start >= outer.outer_end:
            outer = quotation
            kept.append(quotation)
        elif quotation.outer_end <= outer.outer_end:
            kept.append(_nested(quotation))
        elif quotation.double and not outer.double:
            kept.remove(outer)
            outer = quotation
            kept.append(quotation)
    return kept


def _nested(q: Quotation) -> Quotation:
    return Quotation(
        q.start, q.end, q.outer_start, q.outer_end, q.double, True, q.opened, q.closed, q.continued
    )
