import pytest

from armsdocket.reading.news.page.currency import find_sums_of_money

SUMS = [
    ("Manila signed for radars worth 5.5 billion pesos.", "PHP", "the country before the sum"),
    ("OSLO - The ministry pays 22 billion kroner for them.", "NOK", "the place of the dateline"),
    ("Chile and Peru train. The jets cost Chile 40 million pesos.", "CLP", "the country named last"),
    ("The price was 40 million dinars. Kuwait paid.", "KWD", "the only country of the text that has dinars"),
    ("The price was 40 million dinars. Kuwait and Iraq paid.", None, "two countries that have dinars"),
    (
        "The price was 40 million dinars. Kuwait and Iraq paid, and Kuwait signed.",
        "KWD",
        "the country named most often of those that have dinars",
    ),
    ("The gift cost 430 million CFA. Chad and Gabon share it.", "XAF", "two countries of one currency"),
    ("Poland paid 40 million dinars.", None, "no country that has dinars"),
    ("Kuwait paid 40 million dollars.", "USD", "a name that is not shared stays as it is"),
    (
        "OTTAWA - Canada will send Peru $40 million worth of arms.",
        "CAD",
        "a report from home, no other dollar",
    ),
    ("Canada pays Washington $40 million for the jets.", "USD", "a report that names the United States"),
    ("Canada and Australia share the $40 million.", "USD", "two countries with a dollar of their own"),
]


@pytest.mark.parametrize(("text", "currency", "why"), SUMS, ids=[case[2] for case in SUMS])
def test_currency_from_context(text: str, currency: str | None, why: str) -> None:
    assert [found.currency for found in find_sums_of_money(text)] == [currency], why
