"""Transfers told in one or two sentences: who, what, how far, how much."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.documents.document import Document, identity
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import (
    Heading,
    Sourced,
    Speaker,
    Statement,
    Transfer,
    sourced,
)
from armsdocket.reading.news.transfer.transfers import find_transfers, sift
from tests.effort import grows_with_length_only


def document_of(text: str) -> Document:
    content = text.encode()
    return Document(
        id=identity(content), address="test.txt", media_type="text/plain", size=len(content), text=text
    )


def heading_of(published: str = "2024-01-11") -> Heading:
    return Heading(kind="news", published=Sourced(value=published, as_written="", passage=Passage(0, 0)))


def transfers_in(text: str) -> list[Transfer]:
    return find_transfers(document_of(text), heading_of(), [])


def parts(transfer: Transfer) -> tuple[str | None, str | None, str]:
    return (
        transfer.buyer.value if transfer.buyer else None,
        transfer.seller.value if transfer.seller else None,
        transfer.items[0].value,
    )


ROLES = [
    ("Poland bought Patriot missiles from the United States.", ("PL", "US", "Patriot"), "plain"),
    ("Sweden sold Gripen jets to Brazil.", ("BR", "SE", "Gripen"), "seller first"),
    ("Patriot missiles were sold to Poland by the United States.", ("PL", "US", "Patriot"), "passive"),
    ("Israel delivered Heron drones to the Indian Navy.", ("IN", "IL", "Heron"), "a service is its country"),
    ("The sale of F-16 fighter jets to Bulgaria was approved.", ("BG", None, "F-16"), "noun and two phrases"),
    ("Turkey's S-400 purchase from Russia angers NATO.", ("TR", "RU", "S-400"), "owner and compound"),
    ("The US supplied Iraq with Hellfire missiles.", ("IQ", "US", "Hellfire"), "supplied whom with what"),
    ("Russia sold Syria S-300 missile systems.", ("SY", "RU", "S-300"), "two objects"),
    (
        "He stood by a Turkish Bayraktar drone which he said Kosovo had purchased from Turkey.",
        ("XK", "TR", "Bayraktar"),
        "relative clause",
    ),
    ("Washington urged Ankara to buy Patriot missiles.", ("TR", None, "Patriot"), "told to buy"),
    ("Germany bought Patriot missiles for Ukraine.", ("UA", "DE", "Patriot"), "bought for another"),
    (
        "Lockheed Martin won a contract from Romania for F-35 jets.",
        ("RO", "US", "F-35"),
        "company and customer",
    ),
    ("The Kingdom of Saudi Arabia requested Javelin missiles.", ("SA", None, "Javelin"), "formal style"),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROLES)
def test_roles(text: str, expected: tuple[str, str | None, str], why: str) -> None:
    (transfer,) = transfers_in(text)
    buyer, seller, item = parts(transfer)
    assert (buyer, seller) == expected[:2], why
    assert expected[2] in item


STAGES = [
    ("Poland plans to buy Patriot missiles.", "considered"),
    ("Poland is considering buying Patriot missiles.", "considered"),
    ("Poland is in talks to buy Patriot missiles from the US.", "considered"),
    ("Poland has asked to buy Patriot missiles.", "requested"),
    ("Poland requested Patriot missiles.", "requested"),
    ("The US offered to sell Patriot missiles to Poland.", "offered"),
    ("The State Department approved the sale of Patriot missiles to Poland.", "state approved"),
    ("The Pentagon notified Congress of the sale of Patriot missiles to Poland.", "notified"),
    ("Poland signed letters of offer and acceptance for the purchase of Patriot missiles.", "accepted"),
    ("Poland signed a contract to buy Patriot missiles.", "contracted"),
    ("Poland will receive Patriot missiles from the US.", "contracted"),
    ("Poland received Patriot missiles from the US.", "delivered"),
    ("The US suspended the sale of Patriot missiles to Poland.", "held"),
    ("The US refused to sell Patriot missiles to Poland.", "blocked"),
    ("Poland cancelled its order for Patriot missiles.", "cancelled"),
    ("Kosovo’s request for Javelin missiles will be sent to Congress.", "requested"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_stages(text: str, stage: str) -> None:
    (transfer,) = transfers_in(text)
    assert transfer.stage is not None
    assert transfer.stage.value == stage


NO_TRANSFERS = [
    ("The US sent F-22 jets to South Korea to join a drill.", "own forces exercise"),
    ("India ordered Tejas fighter jets from India's own Hindustan Aeronautics.", "own industry"),
    ("There is speculation that Sudan bought Akash missiles from India.", "speculation"),
    ("The White House defended arms sales in general.", "no buyer"),
    ("Poland bought time; the missiles stayed in Russia.", "another object"),
]


@pytest.mark.parametrize(("text", "why"), NO_TRANSFERS)
def test_no_transfer(text: str, why: str) -> None:
    assert [parts(transfer) for transfer in transfers_in(text)] == [], why


def test_every_candidate_left_out_has_its_reason() -> None:
    sifted = sift(document_of("There is speculation that Sudan bought Akash missiles."), heading_of(), [])
    assert [rejection.why for rejection in sifted.rejected] == ["told as a rumour"]


def test_denied_and_imagined_sales_are_not_stated() -> None:
    (denied,) = transfers_in("Iran denied supplying drones to Russia.")
    (imagined,) = transfers_in("If China sold tanks to Russia, Europe would act.")
    assert denied.polarity is not None
    assert denied.polarity.value == "denied"
    assert imagined.polarity is not None
    assert imagined.polarity.value == "hypothetical"


def test_one_sum_for_four_buyers_is_shared_and_never_divided() -> None:
    text = (
        "In May 2022 Albania ordered Javelin anti-tank missiles. Lockheed Martin said purchases by "
        "Albania, Norway, Latvia and Thailand were part of an order worth 309 million dollars."
    )
    found = transfers_in(text)
    assert [transfer.buyer.value for transfer in found if transfer.buyer] == ["AL", "NO", "LV", "TH"]
    for transfer in found:
        assert transfer.value is None
        assert transfer.shared_value is not None
        assert transfer.shared_value.value == 309_000_000
        assert transfer.shared_value.of == "shared"
        assert len(transfer.shared_with) == 3


def test_price_of_one_is_no_value_of_the_sale() -> None:
    (transfer,) = transfers_in(
        "India bought 30 MQ-9B drones from the US for $3 billion, or $100 million per unit."
    )
    assert transfer.value is not None
    assert transfer.value.value == 3_000_000_000
    assert [(value.value, value.of) for value in transfer.values] == [(100_000_000, "unit")]


def test_the_price_of_a_contract_is_not_that_of_what_it_also_includes() -> None:
    (transfer,) = transfers_in(
        "Peru has bought 24 F-16 jets from Denmark. "
        "The contract, which is worth $320 million, also includes AIM-9X missiles."
    )
    assert transfer.value is not None
    assert transfer.value.value == 320_000_000


def test_further_lot_that_is_only_planned_stands_apart() -> None:
    text = "Qatar bought 24 Typhoon jets from Britain. It plans to buy 12 more Typhoon jets."
    found = [(t.stage.value if t.stage else None, t.items[0].quantity) for t in transfers_in(text)]
    assert [(stage, quantity.value if quantity else None) for stage, quantity in found] == [
        ("contracted", 24),
        ("considered", 12),
    ]


@pytest.mark.parametrize(
    ("country", "rank"), [("XK", "official words"), ("RS", "report"), (None, "official words")]
)
def test_wording_by_an_official_of_a_side_ranks_above_the_reporters(country: str | None, rank: str) -> None:
    words = "We have bought Javelin missiles,"
    text = f"Kosovo spoke. “{words}” the minister said. Kosovo received Javelin missiles."
    start, office = text.index(words), text.index("minister")
    statement = Statement(
        reader="test",
        rule="test",
        words=sourced(words, text, start, start + len(words)),
        mode="direct",
        speaker=Speaker(
            value="the minister",
            as_written="the minister",
            passage=Passage(office - 4, office + 8),
            office=sourced("minister", text, office, office + 8),
            country=sourced(country, text, office, office + 8) if country else None,
        ),
    )
    (transfer,) = find_transfers(document_of(text), heading_of(), [statement])
    assert {report.value: report.rank for report in transfer.stage_reports} == {
        "contracted": rank,
        "delivered": "report",
    }


def fields(transfer: Transfer) -> list[Sourced[Any]]:
    found: list[Any] = [transfer.buyer, transfer.seller, transfer.value, transfer.shared_value]
    found += [transfer.stage, transfer.stage_date, transfer.channel, transfer.polarity]
    found += [*transfer.values, *transfer.contractors, *transfer.shared_with, *transfer.stage_reports]
    for item in transfer.items:
        found += [item, item.quantity, item.designation]
    return [field for field in found if isinstance(field, Sourced)]


WORDS = st.sampled_from(
    [
        "Poland",
        "bought",
        "sold",
        "to",
        "from",
        "the",
        "Kosovo",
        "Turkey’s",
        "12",
        "F-16",
        "jets",
        "Javelin",
        "missiles",
        "worth",
        "$5 million",
        ".",
        ",",
        "and",
        "has",
        "“",
        "”",
        "denied",
        "request",
        "for",
        "which",
        "delivered",
        "Lockheed Martin",
        "US",
        "Army",
        "more",
        "it",
        "\n\n",
    ]
)


@given(st.lists(WORDS, max_size=60))
def test_every_field_is_the_text_of_its_passage(words: list[str]) -> None:
    text = " ".join(words)
    for transfer in transfers_in(text):
        for field in fields(transfer):
            assert field.passage.words(text) == field.as_written


@pytest.mark.parametrize(
    "unit",
    ["Kosovo, Serbia and Albania ", "Kosovo's Serbia's ", "F-16s and Abrams tanks, ", "“” ", "12 34,567 "],
    ids=["countries", "owners", "goods", "quotation marks", "digits"],
)
def test_effort_grows_with_length_only(unit: str) -> None:
    assert grows_with_length_only(transfers_in, unit, 10_000)
