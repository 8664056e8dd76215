"""What came of one family of claims in a labelled article, and the rows of the table that follow."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from evaluation.news_labels import LabelledArticle
from evaluation.scores import Score

Label = dict[str, Any]
Claim = TypeVar("Claim")


class Outcome(NamedTuple, Generic[Claim]):
    """Claims paired with the labels of an article, and what is left on either side."""

    article: LabelledArticle
    right: list[tuple[Label, Claim]]
    missed: list[Label]
    wrong: list[Claim]


def paired(
    article: LabelledArticle,
    family: str,
    claims: Iterable[Claim],
    matches: Callable[[Claim, Label], bool],
) -> Outcome[Claim]:
    """Give each claim the first label that it matches and no claim has taken before it."""
    missed: list[Label] = list(article.labels[family])
    right, wrong = [], []
    for claim in claims:
        gold = next((each for each in missed if matches(claim, each)), None)
        if gold is None:
            wrong.append(claim)
        else:
            missed.remove(gold)
            right.append((gold, claim))
    return Outcome(article, right, missed, wrong)


def found_row(corpus: str, family: str, outcomes: Sequence[Outcome[Claim]]) -> Score:
    """Score whether the labels were found at all."""
    right = sum(len(one.right) for one in outcomes)
    return Score(
        corpus=corpus,
        family=family,
        documents=len(outcomes),
        right=right,
        gold=right + sum(len(one.missed) for one in outcomes),
        found=right + sum(len(one.wrong) for one in outcomes),
    )


def share_row(corpus: str, family: str, documents: int, held: Sequence[bool]) -> Score:
    """Score a field of those that were found: right or wrong for each."""
    return Score(
        corpus=corpus, family=family, documents=documents, right=sum(held), gold=len(held), found=len(held)
    )
