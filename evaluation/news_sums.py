"""How well sums of money are read from the labelled news articles and the seed article.

A label is matched by amount and currency, or by percentage; the price of a labelled sale and the
conversion of a labelled sum count neither for nor against.
"""

from functools import cache
from typing import Any

from armsdocket.documents.load import load
from armsdocket.reading.claims import Bound, Sum
from armsdocket.reading.news.page.frame import frame
from armsdocket.reading.news.sums import find_sums
from evaluation.news_labels import CORPORA, LabelledArticle, labelled_articles
from evaluation.outcome import Outcome, found_row, paired, share_row
from evaluation.scores import Error, Score

# The labels' words of estimate, as bounds; labels without such words leave the bound open.
BOUNDS: dict[str, Bound] = {
    "more than": "at least",
    "over": "at least",
    "at least": "at least",
    "up to": "at most",
    "less than": "at most",
    "not more than": "at most",
    "about": "about",
    "roughly": "about",
    "nearly": "about",
}
Worth = tuple[object, object]


@cache
def outcomes() -> tuple[Outcome[Sum], ...]:
    """Read every labelled article and pair its sums with its labels."""
    return tuple(_outcome(article) for article in labelled_articles())


def _outcome(article: LabelledArticle) -> Outcome[Sum]:
    document = load(article.text.encode(), f"{article.id}.txt")
    outcome = paired(
        article,
        "money",
        find_sums(document, frame(document)),
        lambda claim, gold: worth_of_label(gold) == worth(claim),
    )
    optional = _optional(article)
    return outcome._replace(wrong=[claim for claim in outcome.wrong if worth(claim) not in optional])


def _optional(article: LabelledArticle) -> set[Worth]:
    sales = article.labels["transfers"] or []
    shared = [sale["value_shared"] for sale in sales if sale.get("value_shared")]
    return (
        {(sale.get("value_amount"), sale.get("value_currency")) for sale in sales}
        | {(each["amount"], each["currency"]) for each in shared}
        | {
            (each["converted"]["amount"], each["converted"]["currency"])
            for each in article.labels["money"]
            if each.get("converted")
        }
    )


def worth(claim: Sum) -> Worth:
    """Give amount and currency of a claim, or its percentage."""
    if claim.amount is None:
        return ("per cent", claim.percent.value if claim.percent else None)
    return (claim.amount.value, claim.currency.value if claim.currency else None)


def worth_of_label(gold: dict[str, Any]) -> Worth:
    """Give the same of a label."""
    return ("per cent", gold["percent"]) if gold.get("percent") else (gold["amount"], gold["currency"])


def bound_right(gold: dict[str, Any], claim: Sum) -> bool:
    """Tell whether the claim has the bound that the label's words state."""
    wanted = BOUNDS.get(gold.get("bound") or "")
    return wanted is None or (claim.bound is not None and claim.bound.value == wanted)


def score() -> list[Score]:
    """Give the rows of the table: sums, and the bound of those whose label states one."""
    rows = []
    for corpus in CORPORA:
        of = [outcome for outcome in outcomes() if outcome.article.corpus == corpus]
        bounded = [pair for outcome in of for pair in outcome.right if pair[0].get("bound")]
        rows += [
            found_row(corpus, "sums", of),
            share_row(corpus, "sum bounds", len(of), [bound_right(*pair) for pair in bounded]),
        ]
    return rows


def errors() -> list[Error]:
    """List every sum missed or wrongly claimed, and every bound that is wrong."""
    listed = []
    for outcome in outcomes():
        article = outcome.article
        for gold in outcome.missed:
            at = article.text.find(gold["evidence"])
            words = f"missed {worth_of_label(gold)}: {gold['what_for']}"
            listed.append(article.error("sums", words, at, at + len(gold["evidence"])))
        for claim in outcome.wrong:
            stated = claim.amount or claim.percent
            if stated:
                words = f"wrong {worth(claim)}: {stated.as_written}"
                listed.append(article.error("sums", words, stated.passage.start, stated.passage.end))
        for gold, claim in outcome.right:
            if not bound_right(gold, claim) and claim.amount:
                words = f"wrong bound for {claim.amount.as_written}: {gold['bound']}"
                passage = claim.amount.passage
                listed.append(article.error("sum bounds", words, passage.start, passage.end))
    return listed
