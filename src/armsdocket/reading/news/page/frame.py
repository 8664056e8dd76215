"""The frame of an article: headline, standfirst, byline, dates and captions, told from body and clutter."""

import re
from dataclasses import dataclass, field

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Part, Sourced, sourced
from armsdocket.reading.news.page.byline import (
    byline_names,
    has_lead,
    media_in,
    signature,
    source_run,
)
from armsdocket.reading.news.page.dateline import dateline_at
from armsdocket.reading.news.page.head_fields import HeadFields
from armsdocket.reading.news.page.language import language_of
from armsdocket.reading.news.page.line import (
    SAMPLE,
    Line,
    credit_in,
    heads_a_list,
    lines_apart,
    lone_date,
    part_by_wording,
)
from armsdocket.reading.values.date import DateFound, find_dates
from armsdocket.vocabulary.frame_terms import frame_terms

# A headline with its subordinate clauses; longer is prose.
_LONGEST_HEADLINE = 240
_SOURCE_LINE = re.compile(r"\s*source:\s*([\w.-]{2,30}(?: [\w.-]{2,30}){0,2})\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright|©)[ \t]?(?:©|\(c\))?", re.IGNORECASE)
_SUFFIX = re.compile(r"\s[-–—|]\s([^-–—|]{3,40})$")
_END_MARK = re.compile(r"\n\s*(?P<agency>reuters?)\W*$", re.IGNORECASE)
_MEDIA_DOMAIN = re.compile(r"\b([A-Z0-9-]{2,30}\.(?:ORG|COM|NET|INFO|IN|UK|EU))\b", re.IGNORECASE)


def frame(document: Document) -> Heading:
    """Tell the parts of a page apart and say who published it when.

    The date beside the byline or agency is the publication; a date that stands alone above the headline
    is the page's own and counts only when there is no other. Nothing is taken from the address.
    """
    page = _Page(document, lines_apart(document))
    page.read()
    return Heading(
        kind="news",
        title=page.title or page.fields.words("title"),
        publisher=page.publisher(),
        published=page.published(),
        updated=page.updated or page.fields.day("updated"),
        authors=page.authors or page.fields.authors(),
        language=language_of(document.text),
        sample=any(SAMPLE.match(line.words) for line in page.lines[:4]),
        parts=tuple(sorted(page.parts, key=lambda part: (part.passage.start, part.passage.end, part.part))),
    )


@dataclass
class _Page:
    """A page being read line by line, head first."""

    document: Document
    lines: list[Line]
    parts: list[Part] = field(default_factory=list)
    title: Sourced[str] | None = None
    updated: Sourced[str] | None = None
    authors: tuple[Sourced[str], ...] = ()
    agency: Sourced[str] | None = None
    by_agency: DateFound | None = None
    beside: DateFound | None = None
    above: DateFound | None = None
    headline: int = -1

    def __post_init__(self) -> None:
        """Look up what the head of the page says."""
        self.fields = HeadFields(self.document)

    def read(self) -> None:
        """Give every line its part."""
        self._choose_title()
        in_head, tail = True, None
        for position, line in enumerate(self.lines):
            if line.part is None and tail:
                line.part = tail
            if line.part is None:
                line.part = part_by_wording(line)
                if (
                    line.part == "byline"
                    and not self._is_byline(line)
                    and not _SOURCE_LINE.fullmatch(line.words)
                ):
                    line.part = None
                late = position * 2 > len(self.lines) or line.role != "line"
                if line.part == "comments" or (line.part == "related" and late and heads_a_list(line)):
                    tail = line.part if late else None
            credit = credit_in(self.document.text, line) if line.part in {None, "caption"} else None
            if credit:
                line.part = "caption"
                self.parts.append(Part("credit", credit))
            if line.part == "clutter" and in_head:
                self._dates_of(line, position)
            if line.part is None and in_head:
                line.part = self._head_part(line, position)
            elif line.part in {"byline", "dateline", "updated"}:
                self._read_head_line(line)
            line.part = line.part or "body"
            in_head = in_head and line.part != "body"
            self._place(line)
        self._sign()

    def _place(self, line: Line) -> None:
        part = "dateline" if line.part == "updated" else line.part or "body"
        passage = line.passage
        if part == "body":
            dateline = dateline_at(self.document.text, passage.start, passage.end)
            if dateline:
                self._read_dateline(dateline)
            source = source_run(self.document.text, passage.start, passage.end)
            if source:
                self._read_source(*source)
        self.parts.append(Part(part, passage))

    def _choose_title(self) -> None:
        """Take the marked headline, or the first line that reads like one."""
        marked = [line for line in self.lines if line.part == "headline"]
        chosen = marked[0] if marked else self._likely_title()
        for line in marked[1:]:
            line.part = "clutter"
        if chosen is None:
            return
        chosen.part = "headline"
        self.headline = chosen.index
        self.title = sourced(" ".join(chosen.words.split()), self.document.text, *_span(chosen.passage))
        for line in self.lines[:8]:
            if line is not chosen and line.part is None and line.folded == chosen.folded:
                line.part = "clutter"

    def _likely_title(self) -> Line | None:
        for position, line in enumerate(self.lines[:6]):
            if line.part or lone_date(self.document, line) or part_by_wording(line) or self._is_section(line):
                continue
            short = len(line.words) < 40 and line.words.count(" ") < 4
            if short and media_in(self.document.text, *_span(line.passage)):
                continue
            after = self.lines[position + 1] if position + 1 < len(self.lines) else None
            # What stands above a dateline is the headline, though it ends in a full stop.
            dated = after is not None and dateline_at(self.document.text, *_span(after.passage)) is not None
            short = dated and len(line.words) < 140
            return line if after is not None and (short or _like_title(line.words)) else None
        return None

    def _head_part(self, line: Line, position: int) -> str | None:
        """Tell the part of a line above the body, or None when the body begins."""
        date = lone_date(self.document, line)
        if date:
            self._dates_of(line, position)
            return "clutter" if self.above == date else "dateline"
        byline = self._is_byline(line)
        if byline or self._is_agency_line(line):
            self._read_head_line(line)
            return "byline" if byline else "dateline"
        if self._is_section(line):
            return "section"
        if line.part:
            return line.part
        if line.is_prose:
            return "standfirst" if self._head_goes_on(position) else None
        return self._head_label(line, position)

    def _head_label(self, line: Line, position: int) -> str | None:
        """Tell a short line above the body: a dateline, a label of the page, or the body's first words."""
        dateline = dateline_at(self.document.text, *_span(line.passage))
        if dateline and dateline.end() >= line.passage.end:
            self._read_dateline(dateline, mark=False)
            return "dateline"
        after = self.lines[position + 1] if position + 1 < len(self.lines) else None
        if after is not None and after.words[:1].islower():
            return None
        before_title = self.title is not None and line.passage.start < self.title.passage.start
        label = len(line.words) < 40 and not line.words.rstrip().endswith(".")
        return "clutter" if before_title or label else None

    def _dates_of(self, line: Line, position: int) -> None:
        date = lone_date(self.document, line)
        if date is None:
            return
        if position > self.headline:
            self.beside = self.beside or date
        else:
            self.above = self.above or date

    def _head_goes_on(self, position: int) -> bool:
        """Tell whether byline, date or caption still follow, before two paragraphs of prose."""
        for line in self.lines[position + 1 : position + 4]:
            if line.part in {"byline", "dateline", "caption"} or credit_in(self.document.text, line):
                return True
            if lone_date(self.document, line) or self._is_byline(line) or self._is_agency_line(line):
                return True
            if line.is_prose:
                return False
        return False

    def _is_byline(self, line: Line) -> bool:
        text, (start, end) = self.document.text, _span(line.passage)
        run = source_run(text, start, end)
        # "SOURCE: NAME The ministry said ...": the paragraph goes on behind the names.
        if (line.is_prose and not has_lead(text, start, end)) or (run and run[1] + 12 < end):
            return False
        names = byline_names(text, start, end)
        if not names:
            return False
        if has_lead(text, start, end):
            return True
        after = self.lines[line.index + 1] if line.index + 1 < len(self.lines) else None
        return after is not None and bool(self._is_agency_line(after) or lone_date(self.document, after))

    def _is_agency_line(self, line: Line) -> bool:
        """Tell a short line of agency and date: "AGENCY January 11, 2024 17:24"."""
        if len(line.words) > 90 or line.words.rstrip().endswith((".", "?", "!")):
            return False
        span = _span(line.passage)
        return media_in(self.document.text, *span) is not None and bool(find_dates(self.document.text, *span))

    def _is_section(self, line: Line) -> bool:
        """Tell a page's label ("Analysis"), also when letters are glued to it."""
        if len(line.words) > 40 or line.words.count(" ") > 2 or line.words.rstrip()[-1:] in ".?!":
            return False
        words = line.folded.strip(" |/:>#-")
        for name in frame_terms().sections:
            if words == name:
                return True
            place = words.find(name)
            # "XYAnalysis": two labels run into each other, told by the capital inside the word.
            written = line.words.strip(" |/:>#-")
            glued = place > 0 and words.endswith(name) and " " not in words
            if glued and _capital_inside(written, place):
                start = line.passage.start + line.folded.find(words) + place
                self.parts.append(Part("section", Passage(start, start + len(name))))
                line.part = "clutter"
                return False
        return False

    def _read_head_line(self, line: Line) -> None:
        text, span = self.document.text, _span(line.passage)
        self.authors = self.authors or byline_names(text, *span)
        media = media_in(text, *span)
        if media and self.agency is None:
            self._set_agency(media.start, media.end)
        domain = _MEDIA_DOMAIN.search(text, *span) or _SOURCE_LINE.fullmatch(text, *span)
        if domain and self.agency is None and not self.authors:
            self._set_agency(*domain.span(1))
        dates = find_dates(text, *span)
        if not dates:
            return
        if line.part == "updated" or "updated" in line.folded:
            self.updated = self.updated or sourced(dates[-1].value, text, *_span(dates[-1].passage))
        if line.part != "updated" and not line.folded.lstrip().startswith(("updated", "last ")):
            self.by_agency = self.by_agency or dates[0]

    def _set_agency(self, start: int, end: int, name: str = "") -> None:
        self.agency = sourced(name or self.document.text[start:end], self.document.text, start, end)
        self.parts.append(Part("agency", Passage(start, end)))

    def _read_dateline(self, match: re.Match[str], *, mark: bool = True) -> None:
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip(" -–—:\n\t"))
        if mark:
            self.parts.append(Part("dateline", Passage(start, end)))
        agency = match["agency"] or ""
        # "(AP)": short capitals between place and dash name the agency, known or not.
        known = agency.isupper() or media_in(self.document.text, start, end)
        if agency and self.agency is None and known:
            self._set_agency(*match.span("agency"))
        if match["date"]:
            dates = find_dates(self.document.text, *match.span("date"))
            self.by_agency = self.by_agency or (dates[0] if dates else None)

    def _read_source(self, start: int, end: int) -> None:
        domain = _MEDIA_DOMAIN.search(self.document.text, start, end)
        end = domain.end() if domain else end
        self.parts.append(Part("byline", Passage(start, end)))
        self.authors = self.authors or byline_names(self.document.text, start, end)
        media = media_in(self.document.text, start, end)
        if self.agency is None and domain:
            self._set_agency(*domain.span())
        elif self.agency is None and media:
            self._set_agency(media.start, media.end)

    def _sign(self) -> None:
        last = next((line for line in reversed(self.lines) if line.part == "body"), None)
        name = signature(self.document.text, last.passage) if last and not self.authors else None
        if name:
            self.authors = (name,)
            self.parts.append(Part("byline", name.passage))
        mark = _END_MARK.search(self.document.text, max(0, len(self.document.text) - 60))
        if mark and self.agency is None:
            self._set_agency(*mark.span("agency"), name="Reuters")

    def published(self) -> Sourced[str] | None:
        """Return the day of publication: of the byline, of the page's head, beside or above the headline."""
        found = self.by_agency
        if found is None:
            meta = self.fields.day("published")
            if meta is not None:
                return meta
            found = self.beside or self.above
        return sourced(found.value, self.document.text, *_span(found.passage)) if found else None

    def publisher(self) -> Sourced[str] | None:
        """Return who published: the page's head, the agency of the byline, or the headline's own suffix."""
        if found := self.fields.words("publisher") or self._copyright() or self.agency:
            return found
        if self.title is None:
            return None
        suffix = _SUFFIX.search(self.title.as_written)
        if suffix is None:
            return None
        start = self.title.passage.start + suffix.start(1)
        media = media_in(self.document.text, start, self.title.passage.end)
        return sourced(suffix[1], self.document.text, start, start + len(suffix[1])) if media else None

    def _copyright(self) -> Sourced[str] | None:
        text = self.document.text
        for line in self.lines:
            media = media_in(text, *_span(line.passage)) if _COPYRIGHT.match(line.words) else None
            if media:
                return sourced(text[media.start : media.end], text, media.start, media.end)
        return None


def _span(passage: Passage) -> tuple[int, int]:
    return passage.start, passage.end


def _capital_inside(words: str, place: int) -> bool:
    return words[place - 1 : place].isupper() or (words[place : place + 1].isupper() and words[0].isupper())


def _like_title(words: str) -> bool:
    """Tell a headline from a first sentence, also where headlines end in a full stop."""
    if len(words) > _LONGEST_HEADLINE or words.count(" ") < 1:
        return False
    if not words.rstrip("\"'”’ ").endswith("."):
        return True
    long = [word for word in re.findall(r"[^\W\d_][\w'’-]*", words) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.6 * len(long)
