"""How well spaCy's small pipeline with textacy finds quotations: the peer in the rows beside ours.

It reads paragraph by paragraph, as it does best, and finds quotations with a speaker beside them; it knows
no indirect speech. Nothing is measured, and a remark says so, where its packages are not installed.
"""

import time
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.extensions import attribute_with
from armsdocket.reading.sentences import paragraphs
from evaluation.attribution import as_predictions, scored, tallied
from evaluation.news_labels import CORPORA, labelled_articles
from evaluation.news_statements import same_words
from evaluation.scores import Error, Score

SYSTEM = "spaCy + textacy"
EXTENSION = "spacy"


def installed() -> bool:
    """Tell whether the peer's packages are here; ``make evaluate`` installs them, ``make test`` does not."""
    return all(find_spec(name) is not None for name in ("spacy", "textacy"))


def quotations(text: str) -> Iterator[Attribution]:
    """Yield what the peer finds, paragraph by paragraph."""
    for paragraph in paragraphs(text):
        yield from attribute_with(EXTENSION, text, paragraph)


def _predictions(text: str) -> list[dict[str, Any]]:
    return as_predictions(quotations(text))


def _news(corpus: str) -> Score:
    """Score direct quotations of one labelled set, by the rule that ours are scored by."""
    articles = [one for one in labelled_articles() if one.corpus == corpus]
    right = gold = claimed = 0
    spent = 0.0
    list(quotations("Its loading is not reading."))
    for article in articles:
        began = time.process_time()
        found = [one.content.words(article.text) for one in quotations(article.text)]
        spent += time.process_time() - began
        wanted = [
            one["content"] for one in article.labels["statements"] if one["quote_or_reported"] == "direct"
        ]
        gold += len(wanted)
        claimed += len(found)
        for words in wanted:
            hit = next((one for one in found if same_words(one, words)), None)
            if hit is not None:
                found.remove(hit)
                right += 1
    return Score(
        corpus=corpus,
        family=f"direct quotations, {SYSTEM}",
        documents=len(articles),
        right=right,
        gold=gold,
        found=claimed,
        note=f"{len(articles) / spent:.1f} documents/s",
        peer=True,
    )


def score() -> list[Score]:
    """Give the peer's rows on every labelled set of news and on PolNeAR; none where it is not installed."""
    if not installed():
        return []
    return [*(_news(corpus) for corpus in CORPORA), *scored(tallied(_predictions), SYSTEM, peer=True)]


def errors() -> list[Error]:
    """List nothing: what another system gets wrong is not ours to mend."""
    return []


def remarks() -> list[str]:
    """Say so when no peer was measured."""
    return [] if installed() else ["no peer measured: spaCy and textacy are not installed here"]
