"""The lines of a page: its blocks in order, each with what its place and its wording say it is."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from armsdocket.documents.article_frame import main_blocks
from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.sentences import paragraphs
from armsdocket.reading.values.date import DateFound, find_dates
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.frame_terms import LinePart, PagePart, frame_terms
from armsdocket.vocabulary.phrase import Phrase

# A caption with its credit is no longer than this; a paragraph that names a picture is.
_LONGEST_CAPTION = 620
_LONGEST_CUE = {"comments": 70, "related": 90, "clutter": 140, "byline": 120, "updated": 80, "caption": 620}
# "You might also be interested in": a heading over links is no longer.
_LONGEST_HEADING = 6
_COUNTED_COMMENTS = re.compile(r"\d{1,5} (?:comments?|responses?|replies)\W*$")
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:gmt|est|edt|et|cet|utc|bst|ist))?|[+-]\d{2}:?\d{2}"
)
_DATE_WORDS = re.compile(
    r"\b(?:published|posted|updated|last|modified|on|at|date|news|am|pm|first|created|t|z)\b|[|•·,.:;()/—–-]"
)
# Captions of two broadcasters, flattened: "Image copyright AGENCY Image caption WORDS".
_FLAT_CREDIT = re.compile(
    r"image copyright (?P<credit>.{2,60}?) image caption|toggle caption (?P<after>.{2,80})$"
)
_SENTENCE = re.compile(r"[a-z]{3,}\.\s")
SAMPLE = re.compile(r"^\W{0,4}sample:", re.IGNORECASE)
_APART = frozenset({"clutter", "related", "comments"})
_TITLES = frozenset({"h1", "h2", "figcaption"})
_CREDIT_IN_BRACKETS = re.compile(r"\(([^()]{3,80}/[^()]{2,60})\)\s*$")


@dataclass
class Line:
    """One block of the page; ``part`` is null until it is known."""

    passage: Passage
    words: str
    folded: str
    role: str
    part: str | None = None
    index: int = 0

    @property
    def is_prose(self) -> bool:
        """Tell a sentence from a label: long enough, and ended as sentences end."""
        long = len(self.words) >= 60 and self.words.count(" ") >= 8
        return long and (len(self.words) > 160 or self.words.rstrip("\"'”’») ")[-1:] in ".!?…:")


def page_lines(document: Document) -> list[Line]:
    """Return the lines of a document, with the part that the page's own markup gives them."""
    blocks = [block for block in document.blocks if block.role not in {"meta", "page"}]
    if not blocks:
        lines = [_line(document.text, passage, "line") for passage in paragraphs(document.text)]
    else:
        lines = [_line(document.text, block.passage, block.role) for block in blocks]
        for line, block in zip(lines, blocks, strict=True):
            line.part = "headline" if block.role == "h1" else part_by_markup(block.path)
    lines = [line for line in lines if line.words.strip()]
    for index, line in enumerate(lines):
        line.index = index
    return lines


def _line(text: str, passage: Passage, role: str) -> Line:
    words = passage.words(text)
    return Line(passage, words, fold(words), role)


def part_by_markup(path: str) -> PagePart | None:
    """Return the part that class and element names tell, or None.

    >>> part_by_markup("main/article.article/header.article-header/p.standfirst")
    'standfirst'
    """
    if not path:
        return None
    names = set(re.split(r"[/.\s]+", path.lower()))
    for part, words in frame_terms().classes.items():
        if names & words:
            return part
    return None


@cache
def _cues() -> dict[str, list[tuple[str, LinePart]]]:
    """Give the opening words of lines by their first character."""
    cues: dict[str, list[tuple[str, LinePart]]] = {}
    for part, words in frame_terms().lines.items():
        for cue in map(fold, words):
            cues.setdefault(cue[0], []).append((cue, part))
    return cues


@cache
def _related() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in frame_terms().related_capitals)
    return re.compile(rf"\s*(?:{words})[:|]?\s+[A-Z]")


def part_by_wording(line: Line) -> LinePart | None:
    """Return the part that the opening words of a line tell, or None."""
    folded = line.folded.lstrip(" *>-|")
    if _COUNTED_COMMENTS.match(folded):
        return "comments"
    for cue, part in _cues().get(folded[:1], ()):
        if folded.startswith(cue) and len(folded) <= _LONGEST_CUE[part]:
            after = folded[len(cue) : len(cue) + 1]
            if not (cue[-1].isalnum() and after.isalnum()):
                return part
    terms = frame_terms()
    if len(folded) < 160 and _related().match(line.words):
        return "related"
    if len(folded) < 160 and any(words in folded for words in terms.contributors):
        return "clutter"
    return "clutter" if folded.strip(" .") in terms.end_marks else None


def heads_a_list(line: Line) -> bool:
    """Tell "Related stories", a heading over other articles, from one link: "Read more: Nova buys jets"."""
    if _related().match(line.words):
        return False
    return len(line.words.split()) <= _LONGEST_HEADING or line.words.rstrip().endswith(":")


@cache
def _credit() -> Phrase:
    return Phrase("|".join(map(re.escape, frame_terms().credits)), shared=True)


def credit_in(text: str, line: Line) -> Passage | None:
    """Return the words of a line that name who made a picture; None when the line is no caption."""
    if len(line.words) > _LONGEST_CAPTION:
        return None
    start = line.passage.start
    flat = _FLAT_CREDIT.search(line.folded)
    if flat:
        name = "credit" if flat["credit"] else "after"
        return Passage(start + flat.start(name), start + flat.end(name))
    bracketed = _CREDIT_IN_BRACKETS.search(line.words)
    if bracketed and frame_terms().picture_makers & set(re.findall(r"[a-z]+", fold(bracketed[1]))):
        return Passage(start + bracketed.start(1), start + bracketed.end(1))
    if not _credit().may_match(fold_whole(text), line.passage.start, line.passage.end):
        return None
    for cue in frame_terms().credits:
        place = line.folded.find(cue)
        if place < 0 or (line.words[place - 1 : place].isalnum() and cue[0].isalnum()):
            continue
        # A credit closes its line; "photos" inside a sentence do not.
        end = len(line.words.rstrip(" .)"))
        words_start = place + len(cue) if cue.endswith((":", " by", " of", "photo/")) else place
        words_start += len(line.words[words_start:]) - len(line.words[words_start:].lstrip(" :"))
        if words_start < end and not _SENTENCE.search(line.words, words_start, end):
            return Passage(start + words_start, start + end)
    return None


def lone_date(document: Document, line: Line) -> DateFound | None:
    """Return the date of a line that holds a date, a time and nothing else.

    >>> from armsdocket.documents.load import load
    >>> page = load(b"Sunday, January 14, 2024", "page.txt")
    >>> lone_date(page, page_lines(page)[0]).value
    '2024-01-14'
    """
    if len(line.words) > 90:
        return None
    dates = find_dates(document.text, line.passage.start, line.passage.end)
    if len(dates) != 1:
        return None
    start = line.passage.start
    rest = line.folded[: dates[0].passage.start - start] + " " + line.folded[dates[0].passage.end - start :]
    return None if _DATE_WORDS.sub(" ", _TIME.sub(" ", rest)).strip() else dates[0]


def lines_apart(document: Document) -> list[Line]:
    """Return the page's lines; where its own markup names no part, the article's body is judged by weight."""
    lines = page_lines(document)
    for line in lines[:4]:
        if line.part is None and SAMPLE.match(line.words):
            line.part = "clutter"
    if document.media_type != "text/html" or any(line.part in _APART for line in lines):
        return lines
    blocks = main_blocks(document)
    if blocks is None:
        return lines
    told = sorted(block.passage for block in blocks)
    starts = [passage.start for passage in told]
    reached = list(accumulate((passage.end for passage in told), max))
    for line in lines:
        # A block begins before the line ends, and one of those so far ends after it begins.
        before = bisect_left(starts, line.passage.end)
        inside = before > 0 and reached[before - 1] > line.passage.start
        after = line.passage.start >= reached[-1]
        if line.part is None and not inside and (after or not line.is_prose) and line.role not in _TITLES:
            line.part = "clutter"
    return lines
