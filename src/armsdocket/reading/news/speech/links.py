"""Which source a piece of content belongs to, among the sources of its paragraph: a weighing of pairs."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from operator import attrgetter, itemgetter

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
    spans = sorted(spans, key=_FIRST)
    sources = [span for span in spans if span.label == "S"]
    cues = [span for span in spans if span.label == "Q"]
    weigh = weights.get
    found: list[Link] = []
    for content in spans:
        if content.label != "C":
            continue
        cue = min(cues, key=lambda q: cue_distance(q, content), default=None)
        best, most = None, sum(weigh(name, 0) for name in absence(wording, content, sources, cue))
        here = bisect_left(sources, content.first, key=_FIRST)
        for source in sources[max(0, here - _NEAREST) : here + _NEAREST]:
            total = sum(weigh(name, 0) for name in features(wording, content, source, spans, cue))
            if total > most:
                best, most = source, total
        found.append((content, best, cue))
    return found


def cue_distance(cue: Span, content: Span) -> int:
    """Count the tokens between a cue and content; a cue behind the content counts as farther."""
    return gap(cue, content) + (3 if cue.first >= content.after else 0)


def gap(one: Span, other: Span) -> int:
    """Count the tokens between two spans."""
    return one.first - other.after if one.first >= other.after else other.first - one.after


def _near(tokens: int) -> int:
    return _GAPS[tokens] if 0 <= tokens < len(_GAPS) else _FAR


def _sentence(wording: Wording, token: int) -> int:
    number = bisect_right(wording.bounds, token, key=itemgetter(0)) - 1
    # An empty sentence begins where the one before it does.
    while number >= 0 and wording.bounds[number][1] <= wording.bounds[number][0]:
        number -= 1
    return number if number >= 0 and token < wording.bounds[number][1] else -1


def _quoted(wording: Wording, span: Span) -> bool:
    return wording.quoted[span.first] >= 0 or wording.quoted[span.after - 1] >= 0


def absence(wording: Wording, content: Span, sources: list[Span], cue: Span | None) -> list[str]:
    """Name what speaks for content that has no source in its paragraph."""
    direct = "direct" if _quoted(wording, content) else "plain"
    sentence = _sentence(wording, content.first)
    here = sum(_sentence(wording, source.first) == sentence for source in sources)
    near = _near(gap(cue, content)) if cue else "none"
    word = wording.words[cue.first].lower() if cue else ""
    return [
        f"none {direct} {min(here, 2)}",
        f"none {direct} {min(here, 2)} cue {near}",
        f"none {min(here, 1)} class {word_classes().get(word, '-')}",
    ]


def features(wording: Wording, content: Span, source: Span, spans: list[Span], cue: Span | None) -> list[str]:
    """Name what speaks for and against a pair of content and source."""
    before = source.first < content.first
    side = "before" if before else "after"
    low, high = (source.after, content.first) if before else (content.after, source.first)
    between = [
        span.label
        for span in spans[bisect_left(spans, low, key=_FIRST) : bisect_left(spans, high, key=_FIRST)]
    ]
    cues, others, contents = (min(2, between.count(label)) for label in "QSC")
    far = _sentence(wording, source.first) - _sentence(wording, content.first)
    sentence = "same" if far == 0 else "next" if abs(far) == 1 else "far"
    direct = "direct" if _quoted(wording, content) else "plain"
    inside = "quoted" if _quoted(wording, source) else "open"
    klass = word_classes().get(wording.words[source.first].lower(), "name")
    klass = klass if klass in _ODD and source.after - source.first == 1 else "noun"
    pair = f"{side} {sentence}"
    named = [
        f"{pair} {direct}",
        f"{pair} {cues}{others}{contents}",
        f"{pair} {others}{contents} {_cue_place(source, cue)}",
        f"{side} {_near(gap(source, content))} {direct} {cues}",
        f"{inside} {direct} {pair}",
        f"{klass} {pair}",
    ]
    if cue is not None:
        there = "left" if cue.after <= content.first else "right"
        named += [
            f"{there} {pair} {_cue_place(source, cue)}",
            f"{there} {_cue_place(source, cue)} {_near(gap(cue, content))} {contents}",
        ]
    return named


def _cue_place(source: Span, cue: Span | None) -> str:
    if cue is None:
        return "no cue"
    return f"{'<' if source.first < cue.first else '>'}{_near(gap(source, cue))}"
