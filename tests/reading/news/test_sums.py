"""Sums of money in articles: budgets, aid, fines, prices, and budgets that change by a percentage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.documents.load import load
from armsdocket.reading.claims import Sum
from armsdocket.reading.news.page.frame import frame
from armsdocket.reading.news.sums import find_sums

HEAD = "Parliament votes on the army\n\nMay 3, 2023\n\n"


def sums(body: str, head: str = HEAD) -> list[Sum]:
    document = load(
        f"{head}{body}\n\nThe vote took place in the old hall by the river, officials said.".encode(), "a.txt"
    )
    found = find_sums(document, frame(document))
    for each in found:
        for stated in (
            each.amount,
            each.currency,
            each.percent,
            each.bound,
            each.payer,
            each.purpose,
            each.date,
        ):
            assert stated is None or stated.passage.words(document.text) == stated.as_written
    return found


@pytest.mark.parametrize(
    ("body", "amounts", "reason"),
    [
        (
            "Oslo gives 1.5 billion crowns, which is about $146 million, in aid.",
            ["1.5 billion crowns"],
            "told again",
        ),
        ("The price is 40 million leva ($1 = 1.74 leva).", ["40 million leva"], "the price of money"),
        ("Abuja paid N61 billion. The N5 road is closed.", ["N61 billion"], "a letter with a scale"),
        (
            "Manila pays P18.9 billion for its Mirage 2000P jets.",
            ["P18.9 billion"],
            "a letter before, not behind",
        ),
        ("It costs $5 million or 12 million euros a year.", ["$5 million"], "the same in another currency"),
    ],
)
def test_sums_told_once(body: str, amounts: list[str], reason: str) -> None:
    assert [each.amount and each.amount.as_written for each in sums(body)] == amounts, reason


@pytest.mark.parametrize(
    ("body", "amount", "currency", "bound", "payer", "purpose", "date"),
    [
        (
            "On April 28, 2023, Albania added 30 million euros to its defence budget.",
            30_000_000, "EUR", None, "AL", "defence budget", "2023-04-28",
        ),
        (
            "Bulgaria will spend up to $1.3 billion on the second batch of jets.",
            1_300_000_000, "USD", "at most", "BG", "jets", None,
        ),
        (
            "The court imposed a fine of nearly 7 million zlotys.",
            7_000_000, "PLN", "about", None, "fine", None,
        ),
        (
            "Norway gave more than 200 million kroner in military aid last year.",
            200_000_000, "NOK", "at least", "NO", "military aid", "2022",
        ),
        (
            "The radar contract is worth an estimated 1,000 billion yen.",
            1_000_000_000_000, "JPY", "about", None, "radar contract", None,
        ),
        (
            "The sale of jets for $40 million, Defence Minister Lin Ode said.",
            40_000_000, "USD", None, None, "jets", None,
        ),
        (
            "Under the Assistance Act of 1961 the drawdown is worth $10 million.",
            10_000_000, "USD", None, None, "drawdown", None,
        ),
    ],
)  # fmt: skip
def test_sum(
    body: str,
    amount: int,
    currency: str | None,
    bound: str | None,
    payer: str | None,
    purpose: str,
    date: str | None,
) -> None:
    (found,) = sums(body)
    assert found.amount is not None
    assert found.amount.value == amount
    assert (found.currency and found.currency.value) == currency
    assert (found.bound and found.bound.value) == bound
    assert (found.payer and found.payer.value) == payer
    assert found.purpose is not None
    assert found.purpose.value == purpose
    assert (found.date and found.date.value) == date


@pytest.mark.parametrize(
    ("body", "percent", "purpose"),
    [
        ("Latvia increased its defence budget by 31 per cent.", 31, "defence budget"),
        ("Military spending rose by about 12% in a year, the institute said.", 12, "military spending"),
        ("The minister cut the military budget by 4.5 percent.", -4.5, "military budget"),
        ("There was a 20 percent increase in the defence budget.", 20, "defence budget"),
    ],
)
def test_budget_that_changes(body: str, percent: float, purpose: str) -> None:
    (found,) = sums(body)
    assert found.amount is None
    assert found.percent is not None
    assert found.percent.value == percent
    assert found.purpose is not None
    assert found.purpose.value.lower() == purpose


def test_a_sum_told_twice_is_one() -> None:
    body = "The deal is worth $3 billion, the ministry said.\n\nCritics said $3 billion was too much for it."
    assert [each.amount and each.amount.value for each in sums(body)] == [3_000_000_000]


def test_a_conversion_in_brackets_is_left_out() -> None:
    (found,) = sums("The firm paid a fine of $14.5m (£7.74m) on Monday.")
    assert found.currency is not None
    assert found.currency.value == "USD"


@pytest.mark.parametrize(
    ("headline", "count"), [("Army to get $14m for radars", 1), ("Army to get $90m for radars", 2)]
)
def test_a_headline_rounds_a_sum_of_the_body(headline: str, count: int) -> None:
    head = f"{headline}\n\nMay 3, 2023\n\n"
    assert len(sums("Parliament approved $14.5 million for three coastal radars on Monday.", head)) == count


def test_a_range_is_at_least_its_low_end() -> None:
    (found,) = sums("The deal, worth between $3 billion and $4 billion, was signed on Tuesday.")
    assert found.amount is not None
    assert found.bound is not None
    assert (found.amount.value, found.bound.value) == (3_000_000_000, "at least")


def test_who_a_gapped_clause_names_pays_its_sum() -> None:
    found = sums("The UAE bought the radars for $35 million, and Saudi Arabia for $32 million.")
    assert [each.payer and each.payer.value for each in found] == ["AE", "SA"]


def test_the_owner_of_a_budget_pays() -> None:
    first, second = sums("Romania's defence budget rose by 52 percent to 31 billion lei.")
    assert first.payer is not None
    assert first.payer.value == "RO"
    assert first.percent is not None
    assert first.percent.value == 52
    assert second.amount is not None
    assert second.amount.value == 31_000_000_000


def test_percentages_of_other_things_are_no_sums() -> None:
    assert sums("Turnout rose by 12 percent and the army grew by 20 per cent.") == []


@given(st.text(alphabet="budget increased by 5% $million euros (£) 3bn.\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    sums(f"x {text}")
