"""How many a transfer is of: parts and wholes, what came and what was ordered."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in

DEALS = "Kuwait signed deals led by the purchase of 24 Caracal helicopters. "
QUANTITIES: list[tuple[str, int | None, str]] = [
    (
        "The first two of Peru's 24 Gripen jets were delivered by Sweden.",
        2,
        "a part of what somebody has ordered",
    ),
    ("Norway approved a sale of 25 out of the 96 Leopard 2 tanks to Peru.", 25, "only the part is sold"),
    (f"{DEALS}It would purchase the helicopters, with an option for a further six.", 24, "an option is open"),
    (
        "Peru has taken up an option for six more Gripen jets from Sweden.",
        6,
        "an option taken up is an order",
    ),
    ("France suspended delivery of the first of two Mistral ships to Peru.", 2, "nothing came: the whole"),
    ("Peru received the first batch of missiles. It ordered 80 missiles in 2019.", None, "not all came"),
    ("Peru bought a frigate from Italy.", 1, "vessels are told of one by one"),
    ("Peru bought a missile system from Italy.", None, "a system is a kind"),
    ("Peru received the first six of 24 Gripen jets.", 6, "what came is what was delivered"),
    (
        "In June Peru will get the first six of the 24 Gripen jets it ordered.",
        24,
        "nothing came: the whole order",
    ),
    ("Peru took delivery of the last six of the 24 Gripen jets.", 24, "with the last ones, all are there"),
    ("Sweden turned over the second of four Giraffe radars to the Peruvian army.", 1, "an ordinal is one"),
    (
        "Peru signed a contract for 96 Gripen jets, and six of them have arrived.",
        6,
        "those by the arrival's own words",
    ),
    (
        "Peru raised its order from 16 to 40 Gripen jets and has received the first five.",
        5,
        "a number alone that came",
    ),
    (
        "Peru ordered three batteries of the coastal variant of the BrahMos missile.",
        3,
        "pieces of what is named",
    ),
    (
        "Sweden will deliver three Gripen jets to Peru this year as part of a deal for nine Gripen jets.",
        9,
        "a delivery to come is a part of the deal",
    ),
]


@pytest.mark.parametrize(("text", "number", "why"), QUANTITIES)
def test_quantities(text: str, number: int | None, why: str) -> None:
    (transfer,) = transfers_in(text)
    quantity = transfer.items[0].quantity
    assert (quantity.value if quantity else None) == number, why


def test_the_last_of_a_number_are_of_the_order_of_that_number() -> None:
    found = transfers_in(
        "Peru ordered 30 Gripen jets from Sweden in 2024. In 2015 it ordered 24 Gripen jets; the last of "
        "those 24 was delivered in 2019."
    )
    told = {
        transfer.items[0].quantity.value: transfer.stage for transfer in found if transfer.items[0].quantity
    }
    assert {number: stage.value for number, stage in told.items() if stage} == {
        30: "contracted",
        24: "delivered",
    }
