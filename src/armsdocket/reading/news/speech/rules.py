"""The reading of attributions by rules alone: a reporting verb, its subject, and what it reports."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.attribution import Attribution, mode_of
from armsdocket.reading.news.speech.clause import Clauses
from armsdocket.reading.news.speech.cue import Cue, find_cues
from armsdocket.reading.news.speech.subjects import Range
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import speech_verbs, word_classes

# The rank of who only finds something, behind those who speak and those who pass words on.
_FINDING = 2
# A verb this many tokens behind a quotation can still be its own.
_NEAR = 12
# A sentence with more reporting verbs than this is rubbish; the rest of them are left out.
_MOST_CUES = 16


class Layout:
    """Where the cues, the quotations and the plain words of a paragraph lie, found once."""

    def __init__(self, wording: Wording) -> None:
        self.bounds = wording.bounds
        self.cues = [find_cues(wording, first, after)[:_MOST_CUES] for first, after in wording.bounds]
        self.extents: dict[int, Range] = {}
        for place, number in enumerate(wording.quoted if wording.quotations else ()):
            if number >= 0:
                self.extents[number] = self.extents.get(number, (place, place))[0], place + 1
        self._wording = wording

    @cached_property
    def _plain(self) -> list[int]:
        """How many of the tokens before each are words."""
        return [0, *accumulate(word[0].isalnum() for word in self._wording.words)]

    def clauses(self, place: int) -> Clauses:
        """Return the clauses that the cues of a sentence report."""
        return Clauses(self._wording, self.cues[place], *self.bounds[place])

    def within(self, number: int, first: int, after: int) -> Range:
        """Return the tokens of a quotation that lie in a sentence."""
        begin, end = self.extents[number]
        return max(begin, first), min(end, after)

    def fills(self, number: int, first: int, after: int) -> bool:
        """Tell whether a quotation is the whole sentence, or several, and not a fragment of one."""
        begin, end = self.within(number, first, after)
        return self._plain[after] - self._plain[first] == self._plain[end] - self._plain[begin]

    def next_cue(self, number: int) -> Cue | None:
        """Find the cue of the sentence in which a quotation over several sentences ends."""
        last = self.extents[number][1] - 1
        place = bisect_right(self.bounds, last, key=itemgetter(0)) - 1
        return self.cues[place][0] if place >= 0 and self.cues[place] else None

    def answering(self, number: int) -> Cue | None:
        """Find the cue that opens the sentence behind a quotation: “Why?” Novak wondered."""
        end = self.extents[number][1]
        place = bisect_left(self.bounds, end, key=itemgetter(0))
        if place >= len(self.bounds) or self.bounds[place][0] != end:
            return None
        cue = self.cues[place][0] if self.cues[place] else None
        if cue is None or cue.source is None or min(cue.source[0], cue.first) > end:
            return None
        return None if self.clauses(place).reported(cue) else cue


def attribute(wording: Wording) -> list[Attribution]:
    """Read the attributions of one paragraph by rules."""
    found: list[Attribution] = []
    taken: set[int] = set()
    last: Cue | None = None
    layout = Layout(wording)
    for (first, after), cues in zip(wording.bounds, layout.cues, strict=True):
        numbers = sorted({n for n in wording.quoted[first:after] if n >= 0})
        clauses = Clauses(wording, cues, first, after)
        contents = [(cue, content) for cue in cues for content in clauses.reported(cue)]
        for number in numbers:
            if number in taken or wording.quotations[number].start >= wording.quotations[number].end:
                continue
            taken.add(number)
            cue = _cue_of(wording, layout, number, cues, contents, first, after)
            whole = layout.fills(number, first, after)
            if cue is None and whole:
                cue = layout.answering(number) or last or layout.next_cue(number)
            if cue is not None:
                quotation = wording.quotations[number]
                passage = Passage(quotation.start, quotation.end)
                found.append(_attribution(wording, cue, passage, "direct", "rule: quotation"))
            elif whole:
                quotation = wording.quotations[number]
                passage = Passage(quotation.start, quotation.end)
                found.append(Attribution(passage, None, None, "direct", "rule: whole sentence"))
            last = cue or last
        for cue, (begin, end) in contents:
            passage = wording.span(begin, end)
            mode = mode_of(passage, wording.quotations)
            if mode != "direct":
                found.append(_attribution(wording, cue, passage, mode, f"rule: {cue.group}"))
        if cues and not numbers:
            last = cues[-1]
    return sorted(found, key=lambda one: (one.content.start, -one.content.end))


def _attribution(wording: Wording, cue: Cue, content: Passage, mode: str, rule: str) -> Attribution:
    source = wording.span(*cue.source) if cue.source else None
    kind = mode_of(content, wording.quotations) if mode != "direct" else "direct"
    return Attribution(content, source, wording.span(cue.first, cue.after), kind, rule)


def _cue_of(  # noqa: PLR0917 - a quotation, and all that could hold it
    wording: Wording,
    layout: Layout,
    number: int,
    cues: list[Cue],
    contents: list[tuple[Cue, Range]],
    first: int,
    after: int,
) -> Cue | None:
    """Choose the cue a quotation belongs to: the one whose content holds it, else the nearest."""
    begin, end = layout.within(number, first, after)
    holding = [(cue, span) for cue, span in contents if span[0] < end and begin < span[1]]
    introducing = [
        cue
        for cue, span in holding
        if cue.first < begin and _rank(wording, cue) < _FINDING and _introduces(wording, span, begin)
    ]
    if introducing:
        return introducing[-1]
    closing = [
        cue for cue, _ in holding if cue.first >= end and _closes(wording, cue, end) and _speaks(wording, cue)
    ]
    if closing:
        return closing[0]
    if holding:
        speaking = [(cue, span) for cue, span in holding if _speaks(wording, cue)]
        outer = [
            cue for cue, _ in holding if not any(a < cue.first < b for o, (a, b) in speaking if o is not cue)
        ]
        relative = [cue for cue, _ in holding if cue.first < begin and _relative(wording, cue)]
        candidates = relative[-1:] or outer or [cue for cue, _ in holding]
    else:
        candidates = [cue for cue in cues if cue.first < begin or cue.inverted or cue.first - end < _NEAR]
    if not candidates:
        return layout.next_cue(number) if layout.fills(number, first, after) else None
    return min(
        candidates,
        key=lambda cue: (_rank(wording, cue), _gap(cue, begin, end)),
    )


def _rank(wording: Wording, cue: Cue) -> int:
    """Rank those who speak before those who pass words on, and these before those who only find something."""
    if wording.words[cue.first].lower() in cue_words("finding"):
        return _FINDING
    return 0 if _speaks(wording, cue) else 1


def _speaks(wording: Wording, cue: Cue) -> bool:
    """Tell a verb of who speaks from one of who passes words on: "reported", "according to"."""
    return wording.words[cue.first].lower() not in cue_words("passing on")


def _relative(wording: Wording, cue: Cue) -> bool:
    """Tell whether a cue stands in a clause about a thing: "a price that Kovac called “high”"."""
    if cue.source is None or cue.inverted or cue.source[0] < 2:
        return False
    earlier, joint = (word.lower() for word in wording.words[cue.source[0] - 2 : cue.source[0]])
    pronoun = word_classes().get(wording.words[cue.source[0]].lower()) == "subject"
    about = joint == "which" or (joint == "that" and earlier[0].isalpha() and not pronoun)
    return about and earlier not in speech_verbs()


def _introduces(wording: Wording, content: Range, begin: int) -> bool:
    """Tell whether nothing but a mark or "that" stands between a cue and the quotation at ``begin``."""
    words = wording.words[content[0] : begin]
    return all(not word[0].isalnum() or word.lower() == "that" for word in words)


def _closes(wording: Wording, cue: Cue, end: int) -> bool:
    """Tell whether a cue or its subject stands right behind the quotation that ends at ``end``."""
    start = cue.first if cue.inverted or cue.source is None else cue.source[0]
    return not any(word[0].isalnum() for word in wording.words[end:start])


def _gap(cue: Cue, begin: int, end: int) -> int:
    """Count the tokens between a cue, or its subject before it, and a quotation."""
    if cue.first < begin:
        return begin - cue.after
    start = cue.first if cue.inverted or cue.source is None else cue.source[0]
    return start - end
