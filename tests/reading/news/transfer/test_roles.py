"""Who buys and who sells where other countries and companies stand nearer to the word of transfer."""

import pytest

from tests.reading.news.transfer.test_transfers import parts, transfers_in

Roles = list[tuple[str | None, str | None, str]]
ROLES: list[tuple[str, Roles, str]] = [
    (
        "France approved the sale of CAESAR howitzers to Armenia, despite fierce opposition from Azerbaijan.",
        [("AM", "FR", "CAESAR")],
        "'from' belongs to the opposition",
    ),
    (
        "The Netherlands shipped Javelin missiles to the war-torn and cash-strapped Republic of Moldova.",
        [("MD", "NL", "FGM-148 Javelin")],
        "adjectives joined by 'and' before the buyer",
    ),
    (
        "The Malaysian Navy will also be supplied with several NSM missiles. Radars stay at home.",
        [("MY", None, "Naval Strike Missile")],
        "who is supplied with goods stands first",
    ),
    (
        "Besides radars, Malaysia will also be supplied with several Javelin missiles.",
        [("MY", None, "FGM-148 Javelin")],
        "the goods stand behind 'with', whatever stands before",
    ),
    (
        "Peru's Defence Ministry signed a contract with BrahMos Aerospace to supply BrahMos missiles.",
        [("PE", "IN", "BrahMos")],
        "the company with whom the state signs is the one to supply",
    ),
    (
        "France signed a deal with Peru on Friday for armoured vehicles.",
        [("PE", "FR", "armoured vehicle")],
        "of two that deal, who is known to export sells",
    ),
    (
        "Iran urged Washington to think again and stop selling F-35 jets to Israel.",
        [("IL", "US", "F-35 Lightning II")],
        "who is urged is the one who sells",
    ),
    (
        "Chile's army says CAESAR howitzers bought from France two years ago are in a museum.",
        [("CL", "FR", "CAESAR")],
        "who speaks of what was bought, when nobody else is named",
    ),
    (
        "Switzerland leases eight Gripen jets to Austria.",
        [("AT", "CH", "JAS 39 Gripen")],
        "who lets goods out supplies them",
    ),
    (
        "Congress weighs plans to sell U.S. Patriot missiles to Oman.",
        [("OM", "US", "Patriot")],
        "a country right before the goods says where they are made",
    ),
    (
        "Israel plans to sell Spike missiles to Peru and Heron drones to Chile.",
        [("PE", "IL", "Spike"), ("CL", "IL", "IAI Heron")],
        "each item of a list has its own buyer",
    ),
    (
        "Thales has won an order from Peru to supply Ground Master 200 radars.",
        [("PE", "FR", "Ground Master 200")],
        "whose order it is buys",
    ),
    (
        "Norway will finance the purchase of 12 CAESAR howitzers for Ukraine.",
        [("UA", "NO", "CAESAR")],
        "who pays for it gives it",
    ),
    (
        "The Democratic Republic of Congo is at war. Rwanda sent two CAESAR howitzers to the DRC.",
        [("CD", "RW", "CAESAR")],
        "initials of a name that the text spells out",
    ),
    (
        "Guns for Kyiv: Spain keeps its word\n\nMadrid, 4 May - Spain has handed over 12 Leopard 2 tanks.",
        [("UA", "ES", "Leopard 2")],
        "the title says whom gifts are for",
    ),
    (
        "Chile will upgrade its navy with five Gowind corvettes built by France's Naval Group.",
        [("CL", "FR", "Gowind-class corvette")],
        "what a navy is upgraded with is bought from who makes it",
    ),
    (
        "Spain won a 2 billion euro deal to build Norway's next frigates.",
        [("NO", "ES", "frigate")],
        "who builds another's ships sells them",
    ),
    (
        "Saab has been in talks with Bangkok over a possible sale of 12 Gripen jets.",
        [("TH", "SE", "JAS 39 Gripen")],
        "who talks with a maker of a sale would buy",
    ),
    (
        "The defence and security forces of Belize, Guatemala and Panama received 12 trucks from Japan.",
        [("BZ", "JP", "trucks"), ("GT", "JP", "trucks"), ("PA", "JP", "trucks")],
        "the forces of several countries",
    ),
    (
        "Washington is glad. Hindustan Aeronautics ordered 40 F404 engines in 2021.",
        [("IN", None, "F404 engine")],
        "a company buys for its country",
    ),
    (
        "The Brazilian Army exercises. Meanwhile the Navy bought six Super Lynx helicopters.",
        [("BR", None, "Westland Lynx")],
        "a service without a country is of the one whose forces are told of",
    ),
    (
        "India's exports grow as the country will sell BrahMos missiles to Peru.",
        [("PE", "IN", "BrahMos")],
        "'the country' is the owner named before",
    ),
    (
        "The sale to Peru is worth 90 million US dollars. Peru will get 12 K9 howitzers.",
        [("PE", None, "K9 Thunder")],
        "a currency is no party",
    ),
    (
        (
            "Washington has notified Congress of the sale of 10 former Danish F-16s and two P-3 Orion planes "
            "from Norway to Chile."
        ),
        [("CL", "DK", "F-16 Fighting Falcon"), ("CL", "NO", "P-3 Orion")],
        "each item of a list has its own origin",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROLES)
def test_roles(text: str, expected: Roles, why: str) -> None:
    assert [parts(transfer) for transfer in transfers_in(text)] == expected, why


def test_the_first_line_of_a_wire_story_goes_on_in_the_next() -> None:
    (transfer,) = transfers_in(
        "    LIMA, May 3 -\nThe Peruvian Army said it will buy\n12 CAESAR howitzers from France."
    )
    assert parts(transfer) == ("PE", "FR", "CAESAR")


def test_sums_told_respectively_go_to_their_goods() -> None:
    transfers = transfers_in(
        "Spain approved sales to Peru valued at $90 million and $20 million for the CAESAR howitzers "
        "and the Javelin missiles, respectively."
    )
    told = [(t.items[0].value, t.value.value if t.value else None) for t in transfers]
    assert told == [("CAESAR", 90_000_000), ("FGM-148 Javelin", 20_000_000)]


def test_a_later_word_on_goods_made_at_home_adds_to_the_sale_from_abroad() -> None:
    (transfer,) = transfers_in(
        "The US will build Japan's next jet fighter, the FSX. Japan waits. The contract will be worth "
        "90 billion yen for 100 FSXs."
    )
    assert parts(transfer)[:2] == ("JP", "US")
    assert transfer.value is not None


def test_goods_are_those_of_the_arms_deals_told_before() -> None:
    (transfer,) = transfers_in(
        "France concluded two arms deals with Peru. One involves the sale of 30 Rafale jets."
    )
    assert parts(transfer) == ("PE", "FR", "Dassault Rafale")


def test_a_package_told_before_holds_what_it_included() -> None:
    transfers = transfers_in(
        "US arms sales to Taiwan went on in 2015. The package was worth 2 billion US dollars and included "
        "two frigates."
    )
    assert ("TW", "US", "frigate") in [parts(transfer) for transfer in transfers]
