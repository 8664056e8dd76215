"""The pieces of an article, gathered paragraph by paragraph: who spoke in one may go on in the next."""

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Rejection
from armsdocket.reading.news.speech.attributions import By, announced, labelled
from armsdocket.reading.news.speech.labels import Span
from armsdocket.reading.news.speech.quotations import Quotation
from armsdocket.reading.news.speech.signatures import SIGNATURE, name_over_office, signed_below
from armsdocket.reading.news.speech.wording import Wording, wordings
from armsdocket.reading.news.statement.pieces import (
    ANNOUNCED,
    GOES_ON,
    Piece,
    may_speak,
    read_paragraph,
    sentence_of,
)

SAID_BELOW = "rule: named where the quotation ends"
LEFT_OUT = frozenset(
    {
        "byline",
        "agency",
        "dateline",
        "credit",
        "section",
        "related",
        "comments",
        "clutter",
        "published",
        "updated",
    }
)


def gather(text: str, heading: Heading, by: By) -> tuple[list[Piece], list[Quotation], list[Rejection]]:
    """Gather what is attributed, the quotations of the headline that no verb attributes, and the rest."""
    left_out = _Covered([part.passage for part in heading.parts if part.part in LEFT_OUT])
    gathering = _Gathering(heading)
    told = (wording for wording in wordings(text) if wording.words and not left_out.covers(wording.passage))
    for wording, marked in labelled(told, by, may_speak):
        gathering.add(wording, by, marked)
    return gathering.pieces, gathering.waiting, gathering.rejected


class _Gathering:
    """Gathers the pieces paragraph by paragraph: who spoke in one may go on in the next."""

    def __init__(self, heading: Heading) -> None:
        self.pieces: list[Piece] = []
        self.waiting: list[Quotation] = []
        self.rejected: list[Rejection] = []
        self._last: Piece | None = None
        self._spoken: Piece | None = None
        self._unsigned: list[Piece] = []
        """Paragraphs of nothing but words quoted, which a name below may sign."""
        self._open: list[Piece] = []
        """Paragraphs of a quotation that goes on below and whose speaker is not told yet."""
        self._opened_at = 0
        self._datelines = [part.passage for part in heading.parts if part.part == "dateline"]
        self._headlines = [part.passage for part in heading.parts if part.part in {"headline", "standfirst"}]
        if heading.title is not None:
            self._headlines.append(heading.title.passage)

    def add(self, wording: Wording, by: By, marked: list[Span] | None) -> None:
        """Read a paragraph."""
        if self._sign(wording):
            return
        # A paragraph of nothing but a quotation goes on with who was reported in the one before.
        alone = _is_quotation(wording)
        before = self._last or (self._spoken if alone else None)
        ours = []
        if marked is not None:
            ours = sorted(read_paragraph(wording, by, marked, before, self.rejected), key=_order)
        if opening := next((part for part in self._datelines if wording.passage.covers(part)), None):
            ours = [piece for one in ours if (piece := _behind(wording.text, one, opening))]
        self.pieces += ours
        self._end_of_open(wording, ours, alone=alone)
        self._unsigned = [*self._unsigned, _unsigned(wording)] if alone and not ours else []
        self._spoken = ours[-1] if ours else None
        direct = next((piece for piece in reversed(ours) if piece.mode == "direct"), None)
        self._last = direct or (None if ours else self._last)
        if (speaker := announced(wording)) is not None:
            sentence = sentence_of(wording, speaker)
            self._last = Piece(wording.passage, speaker, None, sentence, "direct", False, ANNOUNCED)
        if any(part.overlaps(wording.passage) for part in self._headlines):
            taken = {piece.words.start for piece in ours}
            self.waiting += [q for q in wording.quotations if q.start not in taken]

    def _end_of_open(self, wording: Wording, ours: list[Piece], *, alone: bool) -> None:
        """Give the paragraphs that a quotation ran through to whoever is named where it ends."""
        first = wording.quotations[0] if wording.quotations else None
        if first is None or not (first.continued or alone):
            self._open = []
            return
        said = next((piece for piece in ours if piece.words.start == first.start), None)
        if said is not None and said.source is not None and not _unsaid(said):
            if first.continued:
                told, ran = self.pieces[self._opened_at :], {id(piece) for piece in self._open}
                self.pieces[self._opened_at :] = [piece for piece in told if id(piece) not in ran]
                self.pieces += [replace(piece, source=said.source, rule=SAID_BELOW) for piece in self._open]
            self._open = []
        elif not first.closed and (self._open or not first.continued):
            if not self._open:
                self._opened_at = len(self.pieces) - len(ours)
            self._open.append(said or _unsigned(wording))
        else:
            self._open = []

    def _sign(self, wording: Wording) -> bool:
        """Give the name that signs what was quoted above it to that; tell whether the paragraph is one."""
        name = signed_below(wording)
        if name is not None and self._spoken is not None and _unsaid(self._spoken):
            self.pieces[-1] = replace(self._spoken, source=name, rule=SIGNATURE)
            return True
        if self._unsigned and (name := name or name_over_office(wording)) is not None:
            self.pieces += [replace(piece, source=name) for piece in self._unsigned]
            self._unsigned = []
            return True
        return False


def _unsigned(wording: Wording) -> Piece:
    words = wording.quotations[0].passage
    return Piece(words, None, None, sentence_of(wording, words), "direct", False, SIGNATURE)


def _unsaid(piece: Piece) -> bool:
    """Tell whether no verb says who speaks: a name signed below may."""
    return piece.mode == "direct" and (piece.cue is None or piece.rule == GOES_ON)


class _Covered:
    """The parts of a page that nothing is gathered from."""

    def __init__(self, parts: list[Passage]) -> None:
        parts = sorted(parts)
        self._starts = [part.start for part in parts]
        self._reached = list(accumulate((part.end for part in parts), max))

    def covers(self, passage: Passage) -> bool:
        """Tell whether one part has all of a passage: the one that reaches farthest from before it."""
        index = bisect_right(self._starts, passage.start) - 1
        return index >= 0 and self._reached[index] >= passage.end


def _behind(text: str, piece: Piece, dateline: Passage) -> Piece | None:
    """Take the dateline out of who speaks: "LIMA, May 4 (CNA) Peru's ministry said"."""
    words, source = (_cut(text, passage, dateline) for passage in (piece.words, piece.source))
    return None if words is None else replace(piece, words=words, source=source)


def _cut(text: str, passage: Passage | None, dateline: Passage) -> Passage | None:
    if passage is None or passage.start >= dateline.end:
        return passage
    start = next((at for at in range(dateline.end, passage.end) if text[at].isalnum()), passage.end)
    return Passage(start, passage.end) if start < passage.end else None


def _is_quotation(wording: Wording) -> bool:
    """Tell a paragraph that is one quotation from end to end."""
    quotations = wording.quotations
    return (
        len(quotations) == 1
        and wording.passage.covers(quotations[0].passage)
        and (
            quotations[0].outer_start == wording.passage.start
            and quotations[0].outer_end >= wording.passage.end
        )
    )


def _order(piece: Piece) -> tuple[int, int]:
    """Sort by where the speaker is named, so that "he" means the one named before."""
    return (piece.source.start if piece.source else piece.words.start, piece.words.start)
