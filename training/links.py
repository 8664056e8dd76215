"""Fit the weights that tie content to its source: an averaged perceptron over the marked spans."""

import random
from collections import defaultdict

from armsdocket.reading.news.speech.labels import LABELS, Span, labelled_spans
from armsdocket.reading.news.speech.links import Pairs
from armsdocket.reading.news.speech.wording import Wording, wordings
from training.chain import labels
from training.corpus import Article, Marked

Example = tuple[list[list[str]], set[int]]

_EPOCHS = 8
_SEED = 0
SCALE = 100


def fit(articles: list[Article]) -> dict[str, int]:
    """Return the weight of each feature, in whole numbers."""
    examples = [one for article in articles for one in _examples(article)]
    chance = random.Random(_SEED)  # noqa: S311 - an order, not a secret
    weights: dict[str, int] = defaultdict(int)
    later: dict[str, int] = defaultdict(int)
    count = 1
    for _ in range(_EPOCHS):
        chance.shuffle(examples)
        for candidates, right in examples:
            sums = [sum(weights[name] for name in names) for names in candidates]
            best = max(range(len(sums)), key=sums.__getitem__)
            if best not in right:
                wanted = max(sorted(right), key=sums.__getitem__)
                _add(weights, later, candidates[wanted], 1, count)
                _add(weights, later, candidates[best], -1, count)
            count += 1
    mean = {name: round(SCALE * (weights[name] - later[name] / count)) for name in sorted(weights)}
    return {name: weight for name, weight in mean.items() if weight}


def _add(weights: dict[str, int], later: dict[str, int], names: list[str], step: int, count: int) -> None:
    for name in names:
        weights[name] += step
        later[name] += step * count


def _examples(article: Article) -> list[Example]:
    """Give, for each marked content, the features of "no source" and of each source of the paragraph."""
    found: list[Example] = []
    for wording in wordings(article.text):
        if not wording.words:
            continue
        spans = labelled_spans([LABELS.index(label) for label in labels(wording, article.marked)])
        pairs = Pairs(wording, spans)
        for content in pairs.contents:
            marked = _marked(wording, content, article.marked)
            if marked is None:
                continue
            cue = pairs.cue_of(content)
            candidates = [pairs.absence(content, cue)]
            candidates += [pairs.features(content, source, cue) for source in pairs.sources]
            right = {n for n, source in enumerate(pairs.sources, 1) if _is_source(wording, source, marked)}
            found.append((candidates, right or {0}))
    return found


def _marked(wording: Wording, content: Span, marked: tuple[Marked, ...]) -> Marked | None:
    passage = wording.span(content.first, content.after)
    best, most = None, 0
    for one in marked:
        for start, end in one.content:
            shared = min(end, passage.end) - max(start, passage.start)
            if shared > most:
                best, most = one, shared
    return best


def _is_source(wording: Wording, source: Span, marked: Marked) -> bool:
    passage = wording.span(source.first, source.after)
    return any(min(end, passage.end) > max(start, passage.start) for start, end in marked.source)
