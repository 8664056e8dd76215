"""How well transfers are read from the labelled news articles and the seed article."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from armsdocket.documents.document import Document, identity
from armsdocket.reading.claims import Item, Stage, Transfer
from armsdocket.reading.news.article import read
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.articles import article, find_articles
from armsdocket.vocabulary.countries import find_places, place_of
from armsdocket.vocabulary.folding import fold
from evaluation.news_labels import CORPORA, labelled_articles
from evaluation.scores import Error, Score

# The labels' names of stages, each with the stages of the design that say the same.
STAGES: dict[str, frozenset[Stage | None]] = {
    "considering": frozenset({"considered"}),
    "government_approved": frozenset({"state approved"}),
    "notified_to_legislature": frozenset({"notified"}),
    "legislature_review_ended": frozenset({"review ended"}),
    "signed/contracted": frozenset({"accepted", "contracted"}),
    # The labels of real news have no word for a hold.
    "blocked": frozenset({"blocked", "held"}),
    "unspecified": frozenset({None}),
}
# Words that say of what kind goods are and not which: where all else is like them, any of them will do.
_COMMON = frozenset(
    "missile system fighter jet aircraft air defence defense anti battle tank ship drone helicopter "  # noqa: SIM905
    "unspecified advanced military the and other weapon arm equipment armed naval gun unit".split()
)


class Labelled(NamedTuple):
    """One labelled document."""

    corpus: str
    id: str
    text: str
    gold: list[dict[str, Any]]
    optional: list[dict[str, Any]]
    negative: bool


class Pair(NamedTuple):
    """A labelled transfer and the claim that tells of it."""

    document: Labelled
    gold: dict[str, Any]
    claim: Transfer


class Outcome(NamedTuple):
    """What came of one document."""

    document: Labelled
    pairs: list[Pair]
    missed: list[dict[str, Any]]
    wrong: list[Transfer]


def documents() -> Iterator[Labelled]:
    """Give every labelled document, the seed article first."""
    for labelled in labelled_articles():
        label = labelled.labels
        yield Labelled(
            labelled.corpus,
            labelled.id,
            labelled.text,
            label["transfers"] or [],
            [*(label.get("optional_transfers") or []), *(label.get("non_transfers") or [])],
            negative=not label["is_arms_transfer"],
        )


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Read every labelled document and pair its claims with its labels."""
    return tuple(_outcome(document) for document in documents())


def _outcome(labelled: Labelled) -> Outcome:
    content = labelled.text.encode()
    document = Document(
        id=identity(content),
        address=f"{labelled.id}.txt",
        media_type="text/plain",
        size=len(content),
        text=labelled.text,
    )
    claims = [claim for claim in read(document).claims if isinstance(claim, Transfer)]
    stated = [claim for claim in claims if claim.polarity is None or claim.polarity.value == "stated"]
    pairs: list[Pair] = []
    left, open_gold = list(stated), list(labelled.gold)
    fitting = [(claim, gold) for gold in labelled.gold for claim in stated if _matches(claim, gold)]
    fitting.sort(key=lambda pair: _likeness(*pair), reverse=True)
    for claim, gold in fitting:
        if any(claim is other for other in left) and any(gold is other for other in open_gold):
            left = [other for other in left if other is not claim]
            open_gold = [other for other in open_gold if other is not gold]
            pairs.append(Pair(labelled, gold, claim))
    missed = open_gold
    wrong = [claim for claim in left if not any(_matches(claim, optional) for optional in labelled.optional)]
    return Outcome(labelled, pairs, missed, wrong)


def _likeness(claim: Transfer, gold: dict[str, Any]) -> tuple[bool, bool, bool]:
    return _quantity(claim) == gold.get("quantity"), stage_right(claim, gold), _names_it(claim, gold)


def _names_it(claim: Transfer, gold: dict[str, Any]) -> bool:
    return claim.items[0].as_written in gold["item"] or gold["item"] in claim.items[0].as_written


def _matches(claim: Transfer, gold: dict[str, Any]) -> bool:
    """Tell whether buyer (or none on both sides) and article are the same, by id or telling words."""
    code = _code_of(gold.get("buyer"))
    if (claim.buyer.value if claim.buyer else None) != code:
        return False
    return bool(claim.items) and _same_article(claim, f"{gold['item']} {gold.get('item_canonical') or ''}")


def _code_of(buyer: str | None) -> str | None:
    """Give the code of a labelled buyer: a country's, or the name we print for a body of rebels."""
    groups = [found.value for found in transfer_terms.receivers().find(buyer)] if buyer else []
    return groups[0] if groups else (place_of(buyer) or buyer) if buyer else None


def _same_article(claim: Transfer, words: str) -> bool:
    return any(_same_item(item, words) for item in claim.items)


def _same_item(item: Item, words: str) -> bool:
    matches = [match.article for match in find_articles(words, doubtful=True) if match.article]
    if item.article and matches:
        return bool(_families([item.article]) & _families(matches))
    gold, found = _telling(words), _telling(f"{item.value} {item.as_written}")
    if (named := gold - _COMMON) and found - _COMMON:
        return bool(named & found)
    return bool(gold & found) or (_is_vague(item.value) and _is_vague(words))


def _families(ids: list[str]) -> set[str]:
    return {family for id in ids for family in (id, article(id).family) if family}


def _is_vague(words: str) -> bool:
    return bool(transfer_terms.term_matcher("vague goods").find(words)) or "unspecified" in words


def _telling(words: str) -> set[str]:
    """Give the words of goods, each in the singular, without numbers and the countries they come from."""
    for place in reversed(find_places(words)):
        words = words[: place.start] + words[place.end :]
    tokens = re.split(r"[\s(),;.-]+", fold(words))
    return {_singular(token) for token in tokens if len(token) > 2 and not token[0].isdigit()}


def _singular(token: str) -> str:
    return token.rstrip("s") if len(token) > 3 else token


def stage_right(claim: Transfer, gold: dict[str, Any]) -> bool:
    """Tell whether the stage is the labelled one, or the other that the label calls defensible."""
    stage = claim.stage.value if claim.stage else None
    names = [gold["stage"], *([gold["alt_stage"]] if gold.get("alt_stage") else [])]
    return any(stage in STAGES.get(name, frozenset({name})) for name in names)


def _quantity(claim: Transfer) -> int | None:
    quantity = claim.items[0].quantity if claim.items else None
    return quantity.value if quantity else None


def value_right(claim: Transfer, gold: dict[str, Any]) -> bool:
    """Tell whether value and quantity are the labelled ones; a shared sum counts where one is labelled."""
    amount = gold.get("value_amount")
    if amount is None and gold.get("value_shared"):
        amount = gold["value_shared"]["amount"]
        found = claim.shared_value
    else:
        found = claim.value or (claim.shared_value if amount is not None else None)
    return (found.value if found else None) == amount and _quantity(claim) == gold.get("quantity")


def score() -> list[Score]:
    """Give the rows of the table: transfers, stages, values of the matched, and the hard negatives."""
    rows = []
    for corpus in CORPORA:
        of = [outcome for outcome in outcomes() if outcome.document.corpus == corpus]
        pairs = [pair for outcome in of for pair in outcome.pairs]
        gold = len(pairs) + sum(len(outcome.missed) for outcome in of)
        found = len(pairs) + sum(len(outcome.wrong) for outcome in of)

        def row(
            family: str, right: int, gold: int, found: int, *, corpus: str = corpus, n: int = len(of)
        ) -> Score:
            return Score(corpus=corpus, family=family, documents=n, right=right, gold=gold, found=found)

        rows.append(row("transfers", len(pairs), gold, found))
        stages = sum(stage_right(pair.claim, pair.gold) for pair in pairs)
        rows.append(row("transfer stage", stages, len(pairs), len(pairs)))
        values = sum(value_right(pair.claim, pair.gold) for pair in pairs)
        rows.append(row("transfer value and quantity", values, len(pairs), len(pairs)))
        negatives = [outcome for outcome in of if outcome.document.negative]
        clean = sum(not outcome.wrong for outcome in negatives)
        if negatives:
            count = len(negatives)
            rows.append(row("hard negatives", clean, count, count, n=count))
    return rows


def errors() -> list[Error]:
    """List every transfer missed or wrongly claimed, and every stage, value or quantity that is wrong."""
    listed = []
    for outcome in outcomes():
        document = outcome.document
        for gold in outcome.missed:
            at = document.text.find(gold["evidence"])
            listed.append(_error(document, "transfers", f"missed {gold.get('buyer')}: {gold['item']}", at))
        for claim in outcome.wrong:
            buyer = claim.buyer.value if claim.buyer else None
            item = claim.items[0]
            listed.append(
                _error(
                    document, "transfers", f"wrong {buyer}: {item.value} ({claim.rule})", item.passage.start
                )
            )
        for pair in outcome.pairs:
            at = pair.claim.items[0].passage.start
            words = f"{pair.gold.get('buyer')}: {pair.gold['item']}"
            if not stage_right(pair.claim, pair.gold):
                stage = pair.claim.stage.value if pair.claim.stage else None
                listed.append(
                    _error(document, "transfer stage", f"wrong {words}: {stage} for {pair.gold['stage']}", at)
                )
            if not value_right(pair.claim, pair.gold):
                value = pair.claim.value or pair.claim.shared_value
                found = f"{value.value if value else None}, {_quantity(pair.claim)}"
                wanted = f"{pair.gold.get('value_amount')}, {pair.gold.get('quantity')}"
                listed.append(
                    _error(
                        document, "transfer value and quantity", f"wrong {words}: {found} for {wanted}", at
                    )
                )
    return listed


def _error(document: Labelled, family: str, what: str, start: int) -> Error:
    place = start if start >= 0 else None
    return Error(corpus=document.corpus, family=family, document=document.id, what=what, start=place)
