"""How well direct quotations are read from the labelled news articles and the seed article.

A quotation is found when a direct statement begins and ends where its label does, edge punctuation aside.
Its speaker is right when the names share their telling words. Indirect statements are labelled in part
only, so only the share of labels found is told.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from armsdocket.documents.load import load
from armsdocket.reading.claims import Statement
from armsdocket.reading.news.page.frame import frame
from armsdocket.reading.news.statement.statements import find_statements
from armsdocket.vocabulary.folding import fold
from evaluation.news_labels import CORPORA, LabelledArticle, labelled_articles
from evaluation.scores import Error, Score

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "and",
        "for",
        "on",
        "at",
        "to",
        "statement",
        "press",
        "release",
        "government",
        "governments",
        "unnamed",
        "another",
        "senior",
        "mr",
        "his",
        "her",
        "its",
    ]
)
_HALF = 0.5


class StatementOutcome(NamedTuple):
    """What came of the statements of one article."""

    article: LabelledArticle
    right: list[tuple[dict[str, Any], Statement]]
    missed: list[dict[str, Any]]
    wrong: list[Statement]
    indirect_found: int
    indirect_gold: int


@cache
def outcomes() -> tuple[StatementOutcome, ...]:
    """Read every labelled article and pair its statements with its labels."""
    return tuple(_outcome(article) for article in labelled_articles())


def _outcome(article: LabelledArticle) -> StatementOutcome:
    document = load(article.text.encode(), f"{article.id}.txt")
    claims = find_statements(document, frame(document))
    direct = [claim for claim in claims if claim.mode == "direct"]
    gold = [each for each in article.labels["statements"] if each["quote_or_reported"] == "direct"]
    right, missed = [], []
    for each in gold:
        claim = next((one for one in direct if same_words(one.words.value, each["content"])), None)
        if claim is None:
            missed.append(each)
        else:
            direct.remove(claim)
            right.append((each, claim))
    reported = [each for each in article.labels["statements"] if each["quote_or_reported"] != "direct"]
    rest = [claim for claim in claims if claim.mode != "direct"]
    found = sum(any(overlap(one.words.value, each["content"]) >= _HALF for one in rest) for each in reported)
    return StatementOutcome(article, right, missed, direct, found, len(reported))


def same_words(one: str, other: str) -> bool:
    """Tell whether two quotations are the same words, marks and punctuation aside."""
    return _WORD.findall(fold(one)) == _WORD.findall(fold(other))


def overlap(one: str, other: str) -> float:
    """Return the share of words two passages have in common, of all their words."""
    first, second = set(_WORD.findall(fold(one))), set(_WORD.findall(fold(other)))
    return len(first & second) / len(first | second) if first | second else 0.0


def speaker_right(label: dict[str, Any], claim: Statement) -> bool:
    """Tell whether the claim names the labelled speaker: telling words of one name are all in the other."""
    if claim.speaker is None:
        return False
    found = set(_WORD.findall(fold(claim.speaker.value))) - _EMPTY
    wanted = set(_WORD.findall(fold(label["speaker"]))) - _EMPTY
    wanted_also = wanted | set(_WORD.findall(fold(label.get("role") or ""))) - _EMPTY
    if not found or not wanted:
        return False
    return (found <= wanted_also and bool(found & wanted)) or wanted <= found


def score() -> list[Score]:
    """Give a row for direct quotations and one for those whose speaker is right, for each set."""
    rows = []
    for corpus in CORPORA:
        of = [outcome for outcome in outcomes() if outcome.article.corpus == corpus]
        right = [pair for outcome in of for pair in outcome.right]
        speakers = sum(speaker_right(label, claim) for label, claim in right)
        gold = len(right) + sum(len(outcome.missed) for outcome in of)
        found = len(right) + sum(len(outcome.wrong) for outcome in of)
        reported = sum(outcome.indirect_found for outcome in of)
        labelled = sum(outcome.indirect_gold for outcome in of)
        rows += [
            Score(
                corpus=corpus,
                family="direct quotations",
                documents=len(of),
                right=len(right),
                gold=gold,
                found=found,
                note=f"indirect labels found: {reported} of {labelled}",
            ),
            Score(
                corpus=corpus,
                family="speaker of found quotations",
                documents=len(of),
                right=speakers,
                gold=len(right),
                found=len(right),
            ),
        ]
    return rows


def errors() -> list[Error]:
    """List each quotation missed, wrongly claimed, or given to somebody else."""
    listed = []
    for outcome in outcomes():
        article = outcome.article
        for label in outcome.missed:
            at = article.text.find(label["content"])
            listed.append(article.error("direct quotations", "missed", at, at + len(label["content"])))
        for claim in outcome.wrong:
            passage = claim.words.passage
            listed.append(
                article.error("direct quotations", f"wrong ({claim.rule})", passage.start, passage.end)
            )
        for label, claim in outcome.right:
            if not speaker_right(label, claim):
                named = claim.speaker.value if claim.speaker else "nobody"
                passage = claim.words.passage
                what = f"wrong speaker: {named}, not {label['speaker']} ({claim.rule})"
                listed.append(article.error("speaker", what, passage.start, passage.end))
    return listed
