"""Money as written: a table of wordings, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.values.money import find_money
from armsdocket.vocabulary.articles import all_articles, names_of

# Text, then each sum as (amount, currency, bound, as written), and why the row stands here.
TABLE = [
    ("an estimated $75 million", [(75_000_000, "USD", "about", "$75 million")], "the usual form"),
    ("worth USD 309 million", [(309_000_000, "USD", "exactly", "USD 309 million")], "code first"),
    (
        "an order worth 309 million dollars",
        [(309_000_000, "USD", "exactly", "309 million dollars")],
        "name last",
    ),
    ("another 40 million euros", [(40_000_000, "EUR", "exactly", "40 million euros")], "euros"),
    ("MDE $ 0", [(0, "USD", "exactly", "$ 0")], "a nil row of a notice"),
    ("Other $ 0.64 million", [(640_000, "USD", "exactly", "$ 0.64 million")], "space after the sign"),
    ("TOTAL $82.50 million", [(82_500_000, "USD", "exactly", "$82.50 million")], "trailing nought"),
    ("$2.316 billion", [(2_316_000_000, "USD", "exactly", "$2.316 billion")], "exact, no float dust"),
    ("more than $1.2bn", [(1_200_000_000, "USD", "at least", "$1.2bn")], "short scale, bound"),
    ("up to €200m", [(200_000_000, "EUR", "at most", "€200m")], "euro sign"),
    ("Rs 421 crore", [(4_210_000_000, "INR", "exactly", "Rs 421 crore")], "Indian scale"),
    ("₹3 lakh crore", [(3_000_000_000_000, "INR", "exactly", "₹3 lakh crore")], "scale upon scale"),
    ("176.7 mln dlrs", [(176_700_000, "USD", "exactly", "176.7 mln dlrs")], "wire style of the 1980s"),
    ("8.5 bln\n     dlrs", [(8_500_000_000, "USD", "exactly", "8.5 bln\n     dlrs")], "broken over lines"),
    ("A$1.5 billion", [(1_500_000_000, "AUD", "exactly", "A$1.5 billion")], "another dollar"),
    ("NT$45.5 billion", [(45_500_000_000, "TWD", "exactly", "NT$45.5 billion")], "Taiwan's dollar"),
    ("12 million Canadian dollars", [(12_000_000, "CAD", "exactly", "12 million Canadian dollars")], "named"),
    ("2.5 billion zlotys", [(2_500_000_000, "PLN", "exactly", "2.5 billion zlotys")], "zloty"),
    ("PLN 2.5 billion", [(2_500_000_000, "PLN", "exactly", "PLN 2.5 billion")], "zloty code"),
    ("100 million leva", [(100_000_000, "BGN", "exactly", "100 million leva")], "lev"),
    ("1.3 trillion won", [(1_300_000_000_000, "KRW", "exactly", "1.3 trillion won")], "won after a scale"),
    ("the side has 3 won", [], "won is a verb without a scale"),
    ("1,000 billion yen", [(1_000_000_000_000, "JPY", "exactly", "1,000 billion yen")], "thousand billion"),
    ("5 billion riyals", [(5_000_000_000, None, "exactly", "5 billion riyals")], "no country, no code"),
    (
        "5 billion Saudi riyals",
        [(5_000_000_000, "SAR", "exactly", "5 billion Saudi riyals")],
        "country named",
    ),
    ("half a billion dollars", [(500_000_000, "USD", "exactly", "half a billion dollars")], "in words"),
    ("a million dollars", [(1_000_000, "USD", "exactly", "a million dollars")], "article as one"),
    ("430 million CFA", [(430_000_000, None, "exactly", "430 million CFA")], "francs of two unions"),
    ("655 000 euros", [(655_000, "EUR", "exactly", "655 000 euros")], "spaces part the thousands"),
    ("US$ 1 200 000", [(1_200_000, "USD", "exactly", "US$ 1 200 000")], "and behind a symbol"),
    ("18 155 mm guns", [], "a number and a calibre"),
    ("Ksh 5 billion", [(5_000_000_000, "KES", "exactly", "Ksh 5 billion")], "letters with a scale"),
    ("an SR 71", [], "the same letters without one"),
    ("two billion people", [], "no currency"),
    ("six KC-46 tankers", [], "a designation, not Czech crowns"),
    (
        "a 12 million dollar-a-year lease",
        [(12_000_000, "USD", "exactly", "12 million dollar")],
        "a compound of the currency",
    ),
    ("300 pounds of steel", [], "a weight"),
    ("300 million pounds", [(300_000_000, "GBP", "exactly", "300 million pounds")], "pounds after a scale"),
    ("nearly $3-billion", [(3_000_000_000, "USD", "about", "$3-billion")], "hyphen before the scale"),
    ("up to $567\xa0million", [(567_000_000, "USD", "at most", "$567\xa0million")], "no-break space"),
    ("not to exceed $25,000,000", [(25_000_000, "USD", "at most", "$25,000,000")], "ceiling of a contract"),
    ("cost $89,951,041", [(89_951_041, "USD", "exactly", "$89,951,041")], "to the dollar"),
    ("$1 billion-plus", [(1_000_000_000, "USD", "at least", "$1 billion")], "bound after"),
    (
        "$14.5m (£7.74m)",
        [(14_500_000, "USD", "exactly", "$14.5m"), (7_740_000, "GBP", "exactly", "£7.74m")],
        "converted",
    ),
    (
        "from $46 million to $110 million",
        [(46_000_000, "USD", "exactly", "$46 million"), (110_000_000, "USD", "exactly", "$110 million")],
        "a change is two sums",
    ),
    ("€2,5 billion", [(2_500_000_000, "EUR", "exactly", "€2,5 billion")], "decimal comma"),
    ("€1.500", [], "1500 or 1.5: not guessed"),
    ("contract N00019-20-C-0001 rose 25%", [], "a contract number and a percentage"),
    ("a quarter of a billion dollars", [], "no billion"),
    ("$.5 million", [(500_000, "USD", "exactly", "$.5 million")], "no nought before the point"),
    ("Rs.421 crore", [(4_210_000_000, "INR", "exactly", "Rs.421 crore")], "point after the sign"),
    ("a 200-million-euro loan", [(200_000_000, "EUR", "exactly", "200-million-euro")], "hyphens throughout"),
    ("a multibillion-dollar deal", [], "no number"),
    (
        "a 610-billion-Taiwan-dollar plan",
        [(610_000_000_000, "TWD", "exactly", "610-billion-Taiwan-dollar")],
        "hyphens through number, scale and currency",
    ),
    ("hundreds of millions of dollars", [], "no number"),
    ("the P18.9-billion contract", [(18.9e9, "PHP", "exactly", "P18.9-billion")], "a letter with a scale"),
    ("two P-3 aircraft, 8 million people, 5 P.M.", [], "the same letter without one"),
    ("under a $64 million loan", [(64e6, "USD", "exactly", "$64 million")], "under a loan, not under a sum"),
    ("a row over the $2 million deal", [(2e6, "USD", "exactly", "$2 million")], "over a deal, not a sum"),
    ("over a total of $5 million", [(5e6, "USD", "at least", "$5 million")], "more words between"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[row[2] for row in TABLE])
def test_sum(text: str, expected: list[tuple[float, str | None, str, str]], why: str) -> None:
    found = [(m.amount, m.currency, m.bound, m.passage.words(text)) for m in find_money(text)]
    assert found == expected, why


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$3-4 billion", 3_000_000_000, 4_000_000_000),
        ("between $1 billion and $2 billion", 1_000_000_000, 2_000_000_000),
        ("$500 million to $1 billion", 500_000_000, 1_000_000_000),
        ("40 to 50 million euros", 40_000_000, 50_000_000),
        ("€200-300m", 200_000_000, 300_000_000),
    ],
)
def test_range(text: str, low: int, high: int) -> None:
    (money,) = find_money(text)
    assert (money.amount, money.high, money.bound) == (low, high, "at least")


def test_bound_has_its_own_passage() -> None:
    text = "raising it to more than 200 million euros"
    (money,) = find_money(text)
    assert money.bound_passage is not None
    assert money.currency_passage is not None
    assert money.bound_passage.words(text) == "more than"
    assert money.currency_passage.words(text) == "euros"


def test_a_stretch_is_read_as_if_alone_but_offsets_are_those_of_the_text() -> None:
    text = "One paid $5 million, the other $7 million."
    (money,) = find_money(text, text.index("the other"))
    assert money.passage.words(text) == "$7 million"


@given(st.integers(0, 10**12), st.sampled_from(["$", "€", "£", "USD ", "Rs "]))
def test_written_with_separators_it_comes_back(amount: int, sign: str) -> None:
    text = f"It cost {sign}{amount:,} in all."
    (money,) = find_money(text)
    assert money.amount == amount
    assert money.passage.words(text) == f"{sign}{amount:,}"


@given(
    st.decimals(0, 999, places=2), st.sampled_from(["million", "billion", "mln", "bn", "trillion", "crore"])
)
def test_amounts_are_exact(amount: object, scale: str) -> None:
    factor = {"million": 6, "billion": 9, "mln": 6, "bn": 9, "trillion": 12, "crore": 7}[scale]
    (money,) = find_money(f"worth ${amount} {scale}")
    assert money.amount == int(str(amount).replace(".", "")) * 10 ** (factor - 2)


@given(st.text(alphabet="0123456789.,$€ -toandmilbn%()\n'RsUSD", max_size=80))
def test_any_text_is_read_and_passages_lie_in_order(text: str) -> None:
    reached = 0
    for money in find_money(text):
        assert reached <= money.passage.start < money.passage.end <= len(text)
        assert money.amount >= 0
        reached = money.passage.end


def test_no_name_of_an_article_behind_a_number_reads_as_a_sum() -> None:
    names = [name for entry in all_articles().values() for name, _ in names_of(entry)]
    counted = [f"They ordered {number} {name} for the army." for name in names for number in ("six", "1,200")]
    assert [(text, find_money(text)) for text in counted if find_money(text)] == []
