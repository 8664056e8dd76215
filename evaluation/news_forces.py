"""How well sizes of armed forces are read from the labelled news articles and the seed article.

A label is matched by its number (or by having none) and by the kind of size its words tell.
"""

from functools import cache
from typing import Any

from armsdocket.documents.load import load
from armsdocket.reading.claims import Force
from armsdocket.reading.news.force.forces import find_forces
from armsdocket.reading.news.page.frame import frame
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from evaluation.news_labels import CORPORA, LabelledArticle, labelled_articles
from evaluation.outcome import Outcome, found_row, paired, share_row
from evaluation.scores import Error, Score

# Words of a label's measure, by the measures of the program that say the same; the first that fits.
MEASURES: tuple[tuple[str, frozenset[str]], ...] = (
    ("per cent", frozenset({"growth"})),
    ("size not stated", frozenset({"presence"})),
    ("reserve", frozenset({"authorised reserve", "reserve"})),
    ("allowed", frozenset({"authorised active"})),
    ("held", frozenset({"active"})),
    ("", frozenset({"active", "deployed"})),
)


@cache
def outcomes() -> tuple[Outcome[Force], ...]:
    """Read every labelled article and pair its forces with its labels."""
    return tuple(_outcome(article) for article in labelled_articles())


def _outcome(article: LabelledArticle) -> Outcome[Force]:
    document = load(article.text.encode(), f"{article.id}.txt")
    return paired(article, "forces", find_forces(document, frame(document)), matches)


def matches(claim: Force, gold: dict[str, Any]) -> bool:
    """Tell whether a claim states the labelled size."""
    if (claim.number.value if claim.number else None) != gold["number"] or claim.measure is None:
        return False
    words = f"{gold['measure']} {gold.get('unit', '')}"
    return claim.measure.value in next(measures for cue, measures in MEASURES if cue in words)


def organisation_right(gold: dict[str, Any], claim: Force) -> bool:
    """Tell whether the claim names the labelled force, or the country it belongs to."""
    if claim.organisation is None:
        return False
    one, other = fold(claim.organisation.value), fold(gold["organisation"])
    # "Turkey" is whose the "Turkish military" is.
    shared = _countries(claim.organisation.value) & _countries(gold["organisation"])
    return one in other or other in one or bool(shared)


def _countries(words: str) -> set[str]:
    return {place.code for place in find_places(words)}


def score() -> list[Score]:
    """Give the rows of the table: forces, and the organisation of those matched."""
    rows = []
    for corpus in CORPORA:
        of = [outcome for outcome in outcomes() if outcome.article.corpus == corpus]
        named = [organisation_right(*pair) for outcome in of for pair in outcome.right]
        rows += [
            found_row(corpus, "forces", of),
            share_row(corpus, "force organisation", len(of), named),
        ]
    return rows


def errors() -> list[Error]:
    """List every force missed or wrongly claimed, and every organisation that is wrong."""
    listed = []
    for outcome in outcomes():
        article = outcome.article
        for gold in outcome.missed:
            at = article.text.find(gold["evidence"])
            words = f"missed {gold['number']}: {gold['organisation']}, {gold['measure']}"
            listed.append(article.error("forces", words, at, at + len(gold["evidence"])))
        for claim in outcome.wrong:
            stated = claim.number or claim.measure
            if stated:
                measure = claim.measure.value if claim.measure else None
                words = f"wrong {stated.as_written}: {measure} ({claim.rule})"
                listed.append(article.error("forces", words, stated.passage.start, stated.passage.end))
        for gold, claim in outcome.right:
            if not organisation_right(gold, claim) and claim.measure:
                found = claim.organisation.value if claim.organisation else None
                words = f"wrong organisation {found} for {gold['organisation']}"
                place = claim.measure.passage
                listed.append(article.error("force organisation", words, place.start, place.end))
    return listed
