"""Prices and numbers that stand in sentences which tell of no transfer themselves."""

import pytest

from armsdocket.reading.claims import Transfer
from tests.reading.news.transfer.test_transfers import transfers_in


def price(transfer: Transfer) -> tuple[int | float | None, bool]:
    """Give the sum and whether it is shared."""
    found = transfer.value or transfer.shared_value
    return (found.value if found else None), transfer.value is None and transfer.shared_value is not None


TWO = "Peru signed a contract with Sweden for 12 Gripen jets and 40 CV90 vehicles. "
ONE = "Peru bought 12 Gripen jets from Sweden. "
ARMS = "The US approved the sale of $619 million in arms to Peru. "
GIVEN_UP = "Peru has scrapped plans to order 12 Su-30 fighters and eight Mi-17 helicopters from Russia. "
APART = "Peru signed a contract for Gripen jets, and Chile bought two Dornier 228 aircraft. "
PRICES: list[tuple[str, list[tuple[int | None, bool]], str]] = [
    (
        "Senators let the US sell arms to Peru. Its $2 billion arms sale is agreed. The US sold Peru jets.",
        [(2_000_000_000, False)],
        "a sale of arms without a buyer",
    ),
    (
        "Senators would block the $8 billion in sales. Resolutions would stop sales of bombs to Oman.",
        [(8_000_000_000, False)],
        "a sum before the sale is told",
    ),
    (
        f"{ONE}The minister put the price of the jets at 300 million dollars.",
        [(300_000_000, False)],
        "the goods again",
    ),
    (
        f"{ONE}It was a long race. They will cost $300 million.",
        [(300_000_000, False)],
        "told two sentences before",
    ),
    (f"{ONE}The planes are part of a $300 million package.", [(300_000_000, True)], "a package holds more"),
    (f"{ONE}Officials pegged the jets at $300 million.", [(300_000_000, False)], "a word of price alone"),
    (f"{ONE}The defence budget is worth $9 billion.", [(None, False)], "a budget"),
    (f"{ONE}The tanks of Chile cost $300 million.", [(None, False)], "other goods"),
    (f"{ONE}Norway paid a price of $300 million.", [(None, False)], "another country"),
    (f"{ONE}He came. He saw. He left. It cost $300 million.", [(None, False)], "told of too long before"),
    (
        f"{TWO}Industry sources put it at $900 million.",
        [(900_000_000, True)] * 2,
        "a total of several is shared",
    ),
    (
        f"{TWO}The deal is worth $900 million.",
        [(900_000_000, True)] * 2,
        "the deal is all that was signed for",
    ),
    (
        f"{ARMS}It cleared 200 Amraam missiles and 100 Harm missiles for Peru.",
        [(619_000_000, True)] * 2,
        "behind",
    ),
    (
        f"{GIVEN_UP}It had no cash for the $600 million arms deal.",
        [(600_000_000, True)] * 2,
        "the deal told before",
    ),
    (f"{APART}The Chile contract is worth $30 million.", [(None, False), (30_000_000, False)], "whose it is"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PRICES)
def test_prices(text: str, expected: list[tuple[int | None, bool]], why: str) -> None:
    assert [price(transfer) for transfer in transfers_in(text)] == expected, why


CLEARED = "The State Department approved the sale of F-15 aircraft to Peru. "
NUMBERS: list[tuple[str, int | None, str]] = [
    (f"{CLEARED}The approval is for 36 F-15EX jets.", 36, "the number in the next sentence"),
    (f"{CLEARED}Its air force operates 36 F-15 jets.", None, "what it has already"),
]


@pytest.mark.parametrize(("text", "number", "why"), NUMBERS)
def test_numbers(text: str, number: int | None, why: str) -> None:
    (transfer,) = transfers_in(text)
    quantity = transfer.items[0].quantity
    assert (quantity.value if quantity else None) == number, why
