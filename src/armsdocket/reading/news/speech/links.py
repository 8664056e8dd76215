"""Which source a piece of content belongs to, among the sources of its paragraph: a weighing of pairs."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import repeat
from operator import attrgetter

from armsdocket.reading.news.speech.labels import Span
from armsdocket.reading.news.speech.wording import Wording
from armsdocket.vocabulary.speech import word_classes

_GAPS = (0, 1, 2, 3, 4, 4, 5, 5, 5, 5)
_FAR = 6
# So many sources on either side of the content are weighed: a paragraph with more of them is a list.
_NEAREST = 12
_FIRST = attrgetter("first")
_ODD = frozenset({"subject", "question", "relative", "possessive"})

Link = tuple[Span, Span | None, Span | None]
"""Content, its source, its cue."""


def link(wording: Wording, spans: list[Span], weights: Mapping[str, int]) -> list[Link]:
    """Give each content span of a paragraph the source that weighs most, or none."""
    pairs = Pairs(wording, spans)
    found: list[Link] = []
    for content in pairs.contents:
        cue = pairs.cue_of(content)
        best, most = None, _weight(weights, pairs.absence(content, cue))
        here = bisect_left(pairs.sources, content.first, key=_FIRST)
        for source in pairs.sources[max(0, here - _NEAREST) : here + _NEAREST]:
            total = _weight(weights, pairs.features(content, source, cue))
            if total > most:
                best, most = source, total
        found.append((content, best, cue))
    return found


def _weight(weights: Mapping[str, int], names: list[str]) -> int:
    return sum(map(weights.get, names, repeat(0)))


def gap(one: Span, other: Span) -> int:
    """Count the tokens between two spans."""
    return one.first - other.after if one.first >= other.after else other.first - one.after


def _near(tokens: int) -> int:
    return _GAPS[tokens] if 0 <= tokens < len(_GAPS) else _FAR


class Pairs:
    """The spans of a paragraph, and what speaks for and against each pair of content and source."""

    def __init__(self, wording: Wording, spans: list[Span]) -> None:
        self._words, self._quoted = wording.words, wording.quoted
        self._spans = sorted(spans, key=_FIRST)
        self._firsts = [span.first for span in self._spans]
        self._labels = "".join(span.label for span in self._spans)
        self.contents, self.sources, self._cues = (
            [span for span in self._spans if span.label == label] for label in "CSQ"
        )
        self._sentence = [n for n, (first, after) in enumerate(wording.bounds) for _ in range(first, after)]

    def cue_of(self, content: Span) -> Span | None:
        """Return the cue nearest to content; one behind the content counts as farther."""
        return min(
            self._cues, key=lambda cue: gap(cue, content) + 3 * (cue.first >= content.after), default=None
        )

    def absence(self, content: Span, cue: Span | None) -> list[str]:
        """Name what speaks for content that has no source in its paragraph."""
        sentence = self._sentence
        direct = "direct" if self._is_quoted(content) else "plain"
        here = sum(sentence[source.first] == sentence[content.first] for source in self.sources)
        near = _near(gap(cue, content)) if cue else "none"
        word = self._words[cue.first].lower() if cue else ""
        return [
            f"none {direct} {min(here, 2)}",
            f"none {direct} {min(here, 2)} cue {near}",
            f"none {min(here, 1)} class {word_classes().get(word, '-')}",
        ]

    def features(self, content: Span, source: Span, cue: Span | None) -> list[str]:
        """Name what speaks for and against a pair of content and source."""
        before = source.first < content.first
        side = "before" if before else "after"
        low, high = (source.after, content.first) if before else (content.after, source.first)
        between = self._labels[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]
        cues, others, contents = (min(2, between.count(label)) for label in "QSC")
        far = self._sentence[source.first] - self._sentence[content.first]
        sentence = "same" if far == 0 else "next" if abs(far) == 1 else "far"
        direct = "direct" if self._is_quoted(content) else "plain"
        inside = "quoted" if self._is_quoted(source) else "open"
        klass = word_classes().get(self._words[source.first].lower(), "name")
        klass = klass if klass in _ODD and source.after - source.first == 1 else "noun"
        pair = f"{side} {sentence}"
        place = "no cue" if cue is None else _place(source, cue)
        named = [
            f"{pair} {direct}",
            f"{pair} {cues}{others}{contents}",
            f"{pair} {others}{contents} {place}",
            f"{side} {_near(gap(source, content))} {direct} {cues}",
            f"{inside} {direct} {pair}",
            f"{klass} {pair}",
        ]
        if cue is not None:
            there = "left" if cue.after <= content.first else "right"
            named += [
                f"{there} {pair} {place}",
                f"{there} {place} {_near(gap(cue, content))} {contents}",
            ]
        return named

    def _is_quoted(self, span: Span) -> bool:
        return self._quoted[span.first] >= 0 or self._quoted[span.after - 1] >= 0


def _place(source: Span, cue: Span) -> str:
    """Tell on which side of the cue a source stands, and how near."""
    return f"{'<' if source.first < cue.first else '>'}{_near(gap(source, cue))}"
