"""The reading of attributions by rules alone: a reporting verb, its subject, and what it reports."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.attribution import Attribution, mode_of
from armsdocket.reading.news.speech.subjects import Range, after_verb, apposed, before_verb, sentence_subject
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.speech import speaking_nouns, speech_verbs, word_classes, written_verbs

_NOUN_BEFORE = frozenset({"article", "determiner", "possessive", "of", "to"})
_PASSIVE = frozenset({"be"})
# A verb this many tokens behind a quotation can still be its own.
_NEAR = 12
# A sentence with more reporting verbs than this is rubbish; the rest of them are left out.
_MOST_CUES = 16
_TELLING = frozenset({"say", "tell"})
_VERBS = frozenset({"be", "have", "modal", "do", "not"})
_QUOTES = frozenset("“”\"'‘’«»„") | {"``", "''"}
_ENDS = frozenset(',.;—–-"”…!?:')


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb (or "according to") at tokens ``first`` up to ``after``, with its subject."""

    first: int
    after: int
    group: str
    source: Range | None
    inverted: bool = False
    """The subject stands after the verb."""


class Layout:
    """Where the cues, the quotations and the plain words of a paragraph lie, found once."""

    def __init__(self, wording: Wording) -> None:
        self.bounds = wording.bounds
        self.cues = [find_cues(wording, first, after)[:_MOST_CUES] for first, after in wording.bounds]
        self.extents: dict[int, Range] = {}
        for place, number in enumerate(wording.quoted if wording.quotations else ()):
            if number >= 0:
                self.extents[number] = self.extents.get(number, (place, place))[0], place + 1
        self._words = wording.words

    @cached_property
    def _plain(self) -> list[int]:
        """How many of the tokens before each are words."""
        return [0, *accumulate(word[0].isalnum() for word in self._words)]

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


def attribute(wording: Wording) -> list[Attribution]:
    """Read the attributions of one paragraph by rules."""
    found: list[Attribution] = []
    taken: set[int] = set()
    last: Cue | None = None
    layout = Layout(wording)
    for (first, after), cues in zip(wording.bounds, layout.cues, strict=True):
        numbers = sorted({n for n in wording.quoted[first:after] if n >= 0})
        contents = [
            (cue, content) for cue in cues if (content := _reported(wording, cue, cues, first, after))
        ]
        for number in numbers:
            if number in taken:
                continue
            taken.add(number)
            cue = _cue_of(wording, layout, number, cues, contents, first, after)
            whole = layout.fills(number, first, after)
            if cue is None and whole:
                cue = last or layout.next_cue(number)
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


def find_cues(wording: Wording, first: int, after: int) -> list[Cue]:
    """Find the reporting verbs of a sentence outside quotation marks, each with its subject."""
    verbs, classes = written_verbs(), word_classes()
    words, quoted = wording.words, wording.quoted
    found = []
    for i in range(first, after):
        word = words[i]
        if word not in verbs or quoted[i] >= 0 or (word[0].isupper() and _inside(wording, i, first)):
            continue
        group = verbs[word]
        before = wording.words[i - 1].lower() if i > first else ""
        if group == "according":
            if i + 1 < after and wording.words[i + 1] == "to":
                found.append(Cue(i, i + 2, group, after_verb(wording, i + 1, after, loose=True), True))
            continue
        if (
            classes.get(before) in _NOUN_BEFORE
            or (i > first and before.endswith("'s"))
            or before in {"’s", "'s"}
        ):
            continue
        cue = _with_subject(wording, i, group, first, after)
        if cue is not None:
            found.append(cue)
    return found


def _inside(wording: Wording, token: int, first: int) -> bool:
    """Tell whether a capital at ``token`` is not that of a sentence's first word ("the United States")."""
    return token > first and wording.quoted[token - 1] < 0 and wording.words[token - 1] not in _QUOTES


def _with_subject(wording: Wording, verb: int, group: str, first: int, after: int) -> Cue | None:
    words, classes = wording.words, word_classes()
    before = words[verb - 1] if verb > first else ""
    follows = words[verb + 1].lower() if verb + 1 < after else ""
    named = apposed(wording, verb, first)
    if named is not None:
        return Cue(verb, verb + 1, group, named)
    inverts = (
        not before or before in {",", "—", "–", "-"} or before in _QUOTES or wording.quoted[verb - 1] >= 0
    )
    if inverts and group in {"say", "urge"} and not words[verb].endswith("ing"):
        source = after_verb(wording, verb, after) if follows not in {"that", "to", "in", "on"} else None
        if source is not None and not _goes_on(wording, source[1], after):
            return Cue(verb, verb + 1, group, source, True)
    if words[verb].endswith("ing"):
        return _participle(wording, verb, group, first)
    source = before_verb(wording, verb, first)
    if classes.get(before.lower()) in _PASSIVE and source and words[source[0]].lower() != "it":
        return None if follows != "as" else Cue(verb, verb + 1, group, None)
    return Cue(verb, verb + 1, group, source) if source else None


def _goes_on(wording: Wording, end: int, after: int) -> bool:
    """Tell whether a verb follows the noun phrase after ", said": then the phrase opens what is said."""
    return end < after and word_classes().get(wording.words[end].lower()) in _VERBS


def _participle(wording: Wording, verb: int, group: str, first: int) -> Cue | None:
    """Give ", adding that" the subject of the reporting verb before it, or else of the sentence."""
    verbs = speech_verbs()
    before = wording.words[verb - 1] if verb > first else ","
    if before == "as":
        return _quoted_as_saying(wording, verb, group, first)
    if before[0].isupper() and wording.quoted[verb - 1] < 0:
        subject = before_verb(wording, verb, first)
        if subject is not None:
            return Cue(verb, verb + 1, group, subject)
    for i in range(verb - 1, first - 1, -1):
        earlier = wording.words[i].lower()
        if (
            wording.quoted[i] < 0
            and verbs.get(earlier) in _TELLING
            and not earlier.endswith("ing")
            and (cue := _with_subject(wording, i, verbs[earlier], first, verb)) is not None
        ):
            return Cue(verb, verb + 1, group, cue.source)
    subject = sentence_subject(wording, first, verb) if before == "," else None
    return Cue(verb, verb + 1, group, subject) if subject else None


def _quoted_as_saying(wording: Wording, verb: int, group: str, first: int) -> Cue | None:
    """Find who was "quoted as saying", or whom a paper quoted so."""
    for i in range(verb - 1, first - 1, -1):
        if wording.words[i].lower() in {"quoted", "cited", "quotes", "cites", "quoting", "citing"}:
            source = after_verb(wording, i, verb - 1) or before_verb(wording, i, first)
            return Cue(verb, verb + 1, group, source) if source else None
    return None


def _reported(wording: Wording, cue: Cue, cues: list[Cue], first: int, after: int) -> Range | None:
    """Find the clause a cue reports: what follows it, or the sentence before it."""
    words = wording.words
    if cue.group == "according":
        return _beside_according(wording, cue, first, after)
    if cue.inverted:
        return _clause_before(wording, cue.first, first)
    begin = cue.after
    if cue.group == "tell":
        begin = _over_addressee(wording, begin, after)
    begin = _over_time(wording, begin, after)
    if begin >= after or (words[begin] in _ENDS and words[begin] != ":"):
        subject = cue.source[0] if cue.source else cue.first
        return _clause_before(wording, subject, first)
    if words[begin].lower() in {"that", ":"}:
        begin += 1
    if cue.group == "urge" and words[begin].lower() in {"for", "on", "upon"}:
        begin += 1
    end = next((c.first for c in cues if c.first > begin and words[c.first].endswith("ing")), after)
    while (
        end > begin
        and (words[end - 1] in _ENDS or not words[end - 1][0].isalnum())
        and wording.quoted[end - 1] < 0
    ):
        end -= 1
    return (begin, end) if end - begin >= 2 else None


def _beside_according(wording: Wording, cue: Cue, first: int, after: int) -> Range | None:
    words = wording.words
    behind = cue.source[1] if cue.source else cue.after
    if cue.first - first < 3:
        begin = behind
        while begin < after and words[begin] != ",":
            begin += 1
        end = after - 1 if words[after - 1] in _ENDS else after
        return (begin + 1, end) if end - begin > 3 else None
    return _clause_before(wording, cue.first, first)


def _clause_before(wording: Wording, end: int, first: int) -> Range | None:
    """Take the sentence up to ``, X said``; only a comma or a mark may part the two."""
    words = wording.words
    if end <= first:
        return None
    if (
        words[end - 1] not in {",", "—", "–", "-", "?", "!"}
        and words[end - 1] not in _QUOTES
        and words[end] != "according"
    ):
        return None
    while end > first and wording.quoted[end - 1] < 0 and not words[end - 1][0].isalnum():
        end -= 1
    return (first, end) if end - first >= 3 else None


def _over_addressee(wording: Wording, begin: int, after: int) -> int:
    words = wording.words
    for i in range(begin, min(after, begin + 12)):
        if words[i].lower() in {"that", ","} or words[i] in _QUOTES or wording.quoted[i] >= 0:
            return i
    addressee = after_verb(wording, begin - 1, after)
    return addressee[1] if addressee else begin


def _over_time(wording: Wording, begin: int, after: int) -> int:
    """Step over "on Thursday", "in a statement" and the like between a verb and what it reports."""
    words, classes = wording.words, word_classes()
    if begin < after and classes.get(words[begin].lower()) == "day":
        return begin + 1
    if begin + 1 < after and words[begin].lower() in {"on", "in", "at", "during", "to"}:
        for i in range(begin + 1, min(after, begin + 9)):
            if words[i].lower() in {"that", ",", ":"} or wording.quoted[i] >= 0:
                return i
            if classes.get(words[i].lower()) == "day" or words[i].lower() in speaking_nouns():
                return i + 1
    return begin


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
    if holding:
        speaking = [
            one for one in holding if wording.words[one[0].first].lower() not in cue_words("passing on")
        ]
        outer = [
            cue for cue, _ in holding if not any(a < cue.first < b for o, (a, b) in speaking if o is not cue)
        ]
        candidates = outer or [cue for cue, _ in holding]
    else:
        candidates = [cue for cue in cues if cue.first < begin or cue.inverted or cue.first - end < _NEAR]
    if not candidates:
        return layout.next_cue(number) if layout.fills(number, first, after) else None
    return min(
        candidates,
        key=lambda cue: (wording.words[cue.first].lower() in cue_words("passing on"), _gap(cue, begin, end)),
    )


def _gap(cue: Cue, begin: int, end: int) -> int:
    """Count the tokens between a cue, or its subject before it, and a quotation."""
    if cue.first < begin:
        return begin - cue.after
    start = cue.first if cue.inverted or cue.source is None else cue.source[0]
    return start - end
