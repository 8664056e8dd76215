"""Quantities as written: a table of wordings, and numbers there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.values.quantity import count_at, find_counts
from armsdocket.vocabulary.articles import all_articles, names_of

TABLE = [
    (
        "Two hundred forty-six (246) missiles",
        [(246, "exactly", "Two hundred forty-six (246)")],
        "words and figures",
    ),
    ("thirty(30) pods", [(30, "exactly", "thirty(30)")], "no space before the bracket"),
    ("20 (twenty) tanks", [(20, "exactly", "20 (twenty)")], "figures first"),
    ("nine (10) pods", [(9, "exactly", "nine"), (10, "exactly", "10")], "a contradiction is not repaired"),
    ("six (6) fly-to-buy", [(6, "exactly", "six (6)")], "a hyphen further on"),
    ("1,500 rounds", [(1500, "exactly", "1,500")], "separator"),
    ("2 million rounds", [(2_000_000, "exactly", "2 million")], "scale"),
    ("half a dozen ships", [(6, "exactly", "half a dozen")], "half a dozen"),
    (
        "a dozen tanks, two dozen guns, a pair of frigates",
        [(12, "exactly", "a dozen"), (24, "exactly", "two dozen"), (2, "exactly", "a pair")],
        "groups",
    ),
    ("up to 24 M142 launchers", [(24, "at most", "24")], "a designation beside it"),
    ("12x AIM-9X", [(12, "exactly", "12")], "times sign"),
    ("145 M-777 howitzers", [(145, "exactly", "145")], "a designation that begins like metres"),
    ("six Kilo-class submarines", [(6, "exactly", "six")], "a class of ships, not a weight"),
    ("six kilos of powder", [], "a weight"),
    ("is building five corvettes", [(5, "exactly", "five")], "a verb, no number of a house"),
    ("18 F-14A Tomcats", [(18, "exactly", "18")], "figure before a designation"),
    ("AGM-114R2, AN/TPY-2, F-16 Block 70, MK 41, S-400", [], "designations"),
    ("14 Leopard 2 tanks", [(14, "exactly", "14")], "the 2 belongs to the name"),
    ("Section 36(b)(1), No. 24-121, 22 U.S.C. 2776", [], "labels"),
    ("in 2018, the 2018 law, (2019)", [], "years"),
    ("2000 troops and 2,000 rifles", [(2000, "exactly", "2000"), (2000, "exactly", "2,000")], "no years"),
    ("ordered 2000 Javelins", [(2000, "exactly", "2000")], "a plural after it"),
    ("January 11, 2024 at 17:24", [], "date and time"),
    ("On May 5 they may 5 times", [], "day of a month; times are no things"),
    ("$75 million for 24 jets", [(24, "exactly", "24")], "money"),
    ("40 percent, 25 per cent, 69%", [], "percentages"),
    ("the 5th fleet", [], "ordinal"),
    ("call (703) 123-4567", [], "telephone"),
    ("Ana Kola, 45, said; aged 60; a 45-year-old", [], "ages"),
    ("seven (7) years, 40 mm guns, 155mm shells, 500 km", [], "durations and measures"),
    ("a 36-aircraft deal", [(36, "exactly", "36")], "compound that counts"),
    (
        "an active force of up to 5,000, from the 3,000 allowed",
        [(5000, "at most", "5,000"), (3000, "exactly", "3,000")],
        "forces",
    ),
    ("not more than 3,000 members", [(3000, "at most", "3,000")], "ceiling"),
    ("more than 100,000 soldiers", [(100_000, "at least", "100,000")], "floor"),
    ("about 5,200 US troops", [(5200, "about", "5,200")], "estimate"),
    ("from 15 to 70 units", [(15, "exactly", "15"), (70, "exactly", "70")], "a change is no range"),
    ("one of several, no one, the one that", [], "pronouns"),
    ("one submarine", [(1, "exactly", "one")], "one thing"),
    ("a 99-1 vote", [], "a result"),
    ("handed over five ships", [(5, "exactly", "five")], "a verb's own over"),
    ("over five ships", [(5, "at least", "five")], "over as a bound"),
    ("WASHINGTON, January 30, 2026 - The sale", [], "the year of a full date"),
    ("concluded. -30-", [], "the end mark of a release"),
    ("600 GBU-31(V)3 kits", [(600, "exactly", "600")], "a variant in brackets"),
    ("24 M-346 jets", [(24, "exactly", "24")], "a letter of a designation is no metre"),
    ("a further pair of jets", [(2, "exactly", "pair")], "a pair with a word before it"),
    ("the pair met", [], "two people"),
    ("No: 09-23 WASHINGTON", [], "a number with a leading nought"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TABLE, ids=[row[2] for row in TABLE])
def test_count(text: str, expected: list[tuple[int, str, str]], why: str) -> None:
    found = [(c.number, c.bound, c.passage.words(text)) for c in find_counts(text)]
    assert found == expected, why


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20-30 jets", 20, 30),
        ("between 20 and 30 jets", 20, 30),
        ("15 to 70 units", 15, 70),
        ("three or four ships", 3, 4),
        ("2 to 3 million rounds", 2_000_000, 3_000_000),
    ],
)
def test_range(text: str, low: int, high: int) -> None:
    (count,) = find_counts(text)
    assert (count.number, count.high, count.bound) == (low, high, "at least")


def test_count_at_reads_only_there() -> None:
    text = "Up to twenty (20) launchers and 12 pods"
    first = count_at(text, 0)
    assert first is not None
    assert (first.number, first.bound, first.passage.words(text)) == (20, "at most", "twenty (20)")
    assert count_at(text, text.index("launchers")) is None
    assert count_at("F-16", 2) is None
    assert count_at("$5 million", 1) is None


UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def words(number: int, link: str = " ") -> str:
    """Spell a number below a million, with ``link`` after "hundred"."""
    if number >= 1000:
        rest = number % 1000
        return words(number // 1000, link) + " thousand" + (" " + words(rest, link) if rest else "")
    if number >= 100:
        rest = number % 100
        return UNITS[number // 100] + " hundred" + (link + words(rest) if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    return UNITS[number]


@pytest.mark.parametrize("link", [" ", " and "])
def test_every_number_in_words_comes_back(link: str) -> None:
    spelled = [*range(2, 3000), *range(3000, 100_000, 37)]
    assert [n for n in spelled if [c.number for c in find_counts(f"{words(n, link)} rifles")] != [n]] == []


@given(st.integers(2, 99_999))
def test_words_with_the_figure_in_brackets(number: int) -> None:
    text = f"{words(number).capitalize()} ({number:,}) rifles"
    (count,) = find_counts(text)
    assert (count.number, count.passage.words(text)) == (number, text.removesuffix(" rifles"))


@given(st.text(alphabet="0123456789.,- ()onetwohundreddozenx/%\n", max_size=80))
def test_any_text_is_read_and_passages_lie_in_order(text: str) -> None:
    reached = 0
    for count in find_counts(text):
        assert reached <= count.passage.start < count.passage.end <= len(text)
        reached = count.passage.end
        count_at(text, count.passage.start)


def test_any_article_can_be_counted() -> None:
    """A name that begins like a unit of measure still is what is counted."""
    # "12 AUG" may be a day; its makers write "AUG" as the month is written in capitals.
    names = {name for entry in all_articles().values() for name, _ in names_of(entry)} - {"AUG rifle"}
    wrong = [name for name in sorted(names) if first_count(f"Japan ordered 112 {name} last year.") != 112]
    assert wrong == []


def first_count(text: str) -> int | None:
    found = find_counts(text)
    return found[0].number if found else None
