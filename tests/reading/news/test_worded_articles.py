"""Articles of our own wording, each read in full."""

import pytest

from armsdocket.documents.document import Document, identity
from armsdocket.reading.claims import Transfer
from armsdocket.reading.news.article import read
from armsdocket.vocabulary.folding import fold
from tests.reading.news.worded_articles import WordedArticle, WordedTransfer, worded_articles


def transfers_of(article: WordedArticle) -> list[Transfer]:
    text = f"{article.published}\n\n{article.text}"
    content = text.encode()
    document = Document(
        id=identity(content),
        address=f"{article.id}.txt",
        media_type="text/plain",
        size=len(content),
        text=text,
    )
    return [claim for claim in read(document).claims if isinstance(claim, Transfer)]


def polarity(claim: Transfer) -> str:
    return claim.polarity.value if claim.polarity else "stated"


def tells_of(claim: Transfer, label: WordedTransfer) -> bool:
    buyer = claim.buyer.value if claim.buyer else None
    words = " ".join(
        f"{item.value} {item.as_written} {item.designation.value if item.designation else ''}"
        for item in claim.items
    )
    return buyer == label.buyer and fold(label.item) in fold(words)


def fields(claim: Transfer) -> dict[str, object]:
    quantity = claim.items[0].quantity
    value = claim.value or claim.shared_value
    return {
        "seller": claim.seller.value if claim.seller else None,
        "stage": claim.stage.value if claim.stage else None,
        "quantity": quantity.value if quantity else None,
        "value": claim.value.value if claim.value else None,
        "shared": claim.shared_value.value if claim.shared_value else None,
        "currency": value.currency if value else None,
        "date": claim.stage_date.value if claim.stage_date else None,
        "channel": claim.channel.value if claim.channel else None,
    }


def differences(article: WordedArticle) -> list[str]:
    """Say in what the reading differs from the labels, a sentence each."""
    claims = transfers_of(article)
    left = [claim for claim in claims if polarity(claim) == "stated"]
    found = []
    for label in article.transfers:
        fitting = [claim for claim in left if tells_of(claim, label)]
        if not fitting:
            if not label.optional:
                found.append(f"missed {label.buyer}: {label.item}")
            continue
        wanted = {
            name: getattr(label, name) for name in fields(fitting[0]) if getattr(label, name) is not None
        }
        best = max(fitting, key=lambda claim: sum(fields(claim)[name] == wanted[name] for name in wanted))
        left.remove(best)
        for name, value in wanted.items():
            if fields(best)[name] != value and not label.optional:
                found.append(f"{label.buyer} {label.item}: {name} is {fields(best)[name]!r}, not {value!r}")
    found += [
        f"claimed {claim.buyer.value if claim.buyer else None}: {claim.items[0].value} ({claim.rule})"
        for claim in left
    ]
    for label in article.denied:
        if not any(polarity(claim) == "denied" and tells_of(claim, label) for claim in claims):
            found.append(f"denial missed {label.buyer}: {label.item}")
    return found


@pytest.mark.parametrize("article", worded_articles(), ids=lambda article: article.id)
def test_article_is_read_as_labelled(article: WordedArticle) -> None:
    assert differences(article) == [], article.why


def test_there_are_at_least_forty_articles() -> None:
    assert len({article.id for article in worded_articles()}) >= 40
