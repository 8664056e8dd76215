"""Every name of the vocabulary can stand in a plain sentence on a transfer, and is read from it."""

import pytest

from armsdocket.vocabulary.articles import all_articles, all_classes, names_of
from armsdocket.vocabulary.countries import all_countries
from tests.reading.news.transfer.test_transfers import transfers_in

Plain = tuple[str | None, str | None, int | None]
_SELLER = "DK"


def plain(text: str) -> list[Plain]:
    """Give buyer, seller and number of each transfer that a text tells of."""
    return [
        (
            each.buyer.value if each.buyer else None,
            each.seller.value if each.seller else None,
            each.items[0].quantity.value if each.items[0].quantity else None,
        )
        for each in transfers_in(text)
    ]


@pytest.mark.parametrize(
    "sentence", ["Peru bought 112 {} from Denmark.", "Denmark will deliver 112 new {} to Peru next year."]
)
def test_every_class_of_goods_can_be_bought_and_delivered(sentence: str) -> None:
    plurals = sorted({word for entry in all_classes().values() for word in entry.words if word.endswith("s")})
    texts = [sentence.format(word) for word in plurals]
    assert [text for text in texts if plain(text) != [("PE", _SELLER, 112)]] == []


def test_every_article_can_be_bought() -> None:
    names = {
        name for entry in all_articles().values() for name, ambiguous in names_of(entry) if not ambiguous
    }
    texts = [f"Peru bought 112 {name} from Denmark." for name in sorted(names)]
    # "vz." ends a sentence for us, and behind "Response" and "support" Denmark may only answer or help.
    unsure = ("vz.", "Response from", "support from")
    wrong = [text for text in texts if plain(text) != [("PE", _SELLER, 112)]]
    assert [text for text in wrong if not any(words in text for words in unsure)] == []


def test_every_country_can_buy_and_be_sent() -> None:
    # The seller, and islands that belong to another state.
    left = {_SELLER, "AS", "VG"}
    told = {(code, entry.name) for code, entry in all_countries().items() if code not in left}
    sentences = ["{} bought 12 F-16 jets from Denmark.", "Denmark will deliver 12 F-16 jets to {} next year."]
    wrong = [
        name
        for code, name in sorted(told)
        for sentence in sentences
        if plain(sentence.format(name)) != [(code, _SELLER, 12)]
    ]
    assert wrong == []
