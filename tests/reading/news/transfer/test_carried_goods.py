"""Goods that other goods carry."""

import pytest

from armsdocket.reading.news.transfer.found_goods import find_goods

CASES = [
    ("Six frigates armed with Exocet missiles", ["Six frigates"], "arms of a ship"),
    ("Six frigates that will be equipped with Exocet missiles", ["Six frigates"], "the ship gets them"),
    ("Ukraine will be equipped with Leopard 2 tanks", ["Leopard 2 tanks"], "the state gets them"),
    ("12 Typhoon jets, fitted with a new radar, arrive", ["12 Typhoon jets"], "set apart by commas"),
    ("20 Boxer vehicles capable of firing a 30 mm cannon", ["20 Boxer vehicles"], "what it can fire"),
    (
        "30 Rafale jets, which can carry Exocet missiles and MU90 torpedoes, and four frigates",
        ["30 Rafale jets", "four frigates"],
        "a list goes on behind what is carried",
    ),
    ("a network linking E-7 Wedgetail aircraft with Type 26 frigates", [], "what a network joins"),
    ("12 A-29 planes, that give support much like a helicopter", ["12 A-29 planes"], "a comparison"),
    ("chose the Gripen E/F over Lockheed Martin's F-16 jets", ["Gripen E/F"], "a rival that lost"),
    ("30 Rafale jets and 200 Exocet missiles", ["30 Rafale jets", "200 Exocet missiles"], "both are told"),
    ("30 Rafale jets with 200 Exocet missiles", ["30 Rafale jets", "200 Exocet missiles"], "a package"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_goods_that_are_carried_are_left_out(text: str, expected: list[str], reason: str) -> None:
    found = [
        text[goods.count.passage.start if goods.count else goods.start : goods.end]
        for goods in find_goods(text)
    ]
    assert found == expected, reason
