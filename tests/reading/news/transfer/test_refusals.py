"""What is no transfer, and what is denied to be one."""

import pytest

from tests.reading.news.transfer.test_transfers import transfers_in
from tests.reading.news.transfer.test_wordings import told

DENIED = [
    ("Chad denied that it was supplying rifles to Sudan.", "the verb of denial and its clause"),
    ("The envoy rejects reports of Chad supplying rifles to Sudan.", "reports of somebody doing it"),
    (
        "Chad has not sold rifles to Sudan. He was asked about the alleged sale of rifles to Sudan.",
        "a noun states nothing",
    ),
]


@pytest.mark.parametrize(("text", "why"), DENIED)
def test_a_denied_transfer_is_not_stated(text: str, why: str) -> None:
    polarities = [
        transfer.polarity.value if transfer.polarity else "stated" for transfer in transfers_in(text)
    ]
    assert polarities
    assert set(polarities) == {"denied"}, why


NO_TRANSFER = [
    (
        "It is illegal to buy or import banned offensive weapons into Britain, police said.",
        "a trade of consumers",
    ),
    (
        "The Peruvian Navy commissioned a new patrol ship into service.",
        "a ship of no maker may be built at home",
    ),
    (
        "Peru needs new helicopters to replace its obsolete Mi-2s, which it acquired in 1978.",
        "how old goods came",
    ),
    (
        "A total of 10 Jianghu frigates were built for the Peruvian Navy in those years.",
        "built by nobody named",
    ),
    (
        "The 'Make in India' drive goes on. The ministry signed a contract with Novak for 40 tanks.",
        "made at home",
    ),
    ("Peru spoke with other countries interested in buying Gripen jets.", "others than the subject buy"),
    (
        "Amid growing interest in HIMARS launchers, Peru has opened an office.",
        "whose interest it is nobody says",
    ),
    ("Fewer Peruvians bought rifles.", "citizens buy for themselves"),
    ("The gunman from Peru bought his rifle from a store in Chile.", "somebody's own gun"),
    ("When they get our guns, Peru will be theirs, a radio host said.", "guns of no number, price or seller"),
    ("Peru wanted the suicide bomber, whose name was not given.", "a bomber who is a man"),
    ("Peru sent first aid and 2 rounds of checks to Chile.", "words of arms in other senses"),
    ("The missiles of Peru fly far into Chile and deliver half-ton bombs.", "what a weapon carries"),
    ("Peru agreed to inspect planes bound for Chile.", "planes that only travel"),
    ("Peru and Chile have a think tank and sent 12 White Helmets to Haiti.", "names that hold goods"),
    ("The jets of Peru flew to bomb rebels seeking a truce with Chile.", "'bomb' is a deed"),
    ("Peru will never allow Chile to get the bomb.", "'the bomb' is the nuclear one"),
    ("Granted, Peru announced more howitzers for its own army.", "a word that opens a sentence"),
    ("Peru is committed to holding on to its howitzers.", "who is committed to a deed gives nothing"),
    ("Peru ordered air strikes, a weapon of war, on Chile.", "strikes are ordered, no goods"),
    ("The cease-fire deals of Peru and Chile came with rockets being fired.", "a deal that buys nothing"),
    ("Peru will pick up howitzers and march.", "who picks up chooses nothing"),
    ("Peru has traditionally bought most of its weapons from Russia.", "a habit, not a transfer"),
    ("It would be one of the largest arms contracts signed by Peru.", "a comparison"),
    ("Peru deals with the aftermath of a mutiny by mercenary fighters.", "a verb that sells nothing"),
    ("A pair of Turkish Air Force A400M aircraft arrived in Peru.", "a force moves what is its own"),
    ("India sent a C-17 with the crew to Peru.", "aircraft that only carry something"),
    (
        "The ministry in Peru signed a contract with Novak Works for 40 military vehicles.",
        "an unknown maker may be at home",
    ),
]


@pytest.mark.parametrize(("text", "why"), NO_TRANSFER)
def test_what_is_no_transfer(text: str, why: str) -> None:
    assert [told(transfer) for transfer in transfers_in(text)] == [], why
