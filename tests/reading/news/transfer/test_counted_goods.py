"""How many of the goods are told of: numbers of deals, of parts, of what several buyers get."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in

COUNTS: list[tuple[str, dict[str, int | None], str]] = [
    (
        "Sweden concluded four arms deals with Chile.",
        {"CL": None},
        "so many deals, not so many arms",
    ),
    (
        "Norway delivered three new intelligence, surveillance and reconnaissance aircraft to Malta.",
        {"MT": 3},
        "commas and 'and' between adjectives do not part the number from the goods",
    ),
    (
        (
            "Peru leases Gripen jets from Sweden. In May 2016 both signed an agreement to extend the lease "
            "for 10 more years."
        ),
        {"PE": None},
        "years are counted, not jets",
    ),
    (
        "Greece wants to sell 40 Leopard 2 tanks to Oman and Jordan. Oman would buy 25 Leopard 2 tanks.",
        {"OM": 25, "JO": 40},
        "the number of one buyer goes before the number of all",
    ),
    (
        "Peru received the first two CAESAR howitzers. It ordered 18 CAESAR howitzers in 2021.",
        {"PE": 2},
        "delivered are those that came",
    ),
    (
        "Peru chose the K2 Black Panther tank. Chile ordered 15 units in 2020.",
        {"PE": None, "CL": 15},
        "units without a name are of the goods named before",
    ),
    (
        "Japan donated one Beechcraft King Air 350 patrol aircraft to Fiji.",
        {"FJ": 1},
        "a number behind a name is part of the name",
    ),
    (
        "Peru ordered 24 of the $65-million Gripen jets from Sweden.",
        {"PE": 24},
        "a price may stand between the number and the goods",
    ),
    (
        "Spain gave Ukraine two 35 mm anti-aircraft guns.",
        {"UA": 2},
        "so may a calibre",
    ),
    (
        "Russia delivered Pantsir-S1 systems (six of them) to Syria.",
        {"SY": 6},
        "an aside behind the goods counts them",
    ),
    (
        "The TB2 sells well. Poland took delivery of the last six of the 24 it had ordered.",
        {"PL": 24},
        "with the last of a number, all of it came",
    ),
    (
        "South Korea will deliver 20 (K2 Black Panther) tanks to Chile.",
        {"CL": 20},
        "a bracket opens between number and name",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), COUNTS)
def test_counts(text: str, expected: dict[str, int | None], why: str) -> None:
    found = {}
    for transfer in transfers_in(text):
        quantity = transfer.items[0].quantity
        assert transfer.buyer is not None
        found[transfer.buyer.value] = quantity.value if quantity else None
    assert found == expected, why


def test_a_class_word_inside_the_name_of_a_company_names_no_goods() -> None:
    (transfer,) = transfers_in("Peru bought Heron drones from Israel Aircraft Industries.")
    assert [item.value for item in transfer.items] == ["IAI Heron"]


def test_a_name_in_two_parts_is_one_mention() -> None:
    transfers = transfers_in("The US approved the sale of M1A2 Abrams tanks and Stinger missiles to Peru.")
    assert [transfer.items[0].value for transfer in transfers] == ["M1A2 Abrams", "FIM-92 Stinger"]
