# ruff: noqa: E501 - the pieces of grammar are long
"""Reading any document: the right reader, no crash, every passage exact; the real ones too."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armsdocket.documents.load import load, read_bytes
from armsdocket.errors import UnreadableDocument
from armsdocket.reading.claims import Reading, Resolution, Transfer
from armsdocket.reading.notices import (
    change_report,
    congressional_record,
    contract_post,
    correction,
    dsca,
    federal_register,
    licence_notice,
    resolution,
    state,
)
from armsdocket.reading.read import read
from armsdocket.reading.record import encode, passages
from tests.shared import SHARED, needs_shared

READERS = (
    change_report,
    congressional_record,
    contract_post,
    correction,
    dsca,
    federal_register,
    licence_notice,
    resolution,
    state,
)
# Pieces that the readers' grammars look for, to be thrown together.
PIECES = st.sampled_from(
    [
        "Transmittal No. 26-13",
        "(i) Prospective Purchaser: Government of Norway",
        "(ii) Total Estimated Value:",
        "Major Defense Equipment *.....  $770 million",
        "Other......  $160 million",
        "TOTAL......  $930 million",
        "(iii) Description and Quantity:",
        "Twenty (20) M142 launchers (includes six (6)",
        "(viii) Date Report Delivered to Congress: March 10, 2026",
        "POLICY JUSTIFICATION",
        "The Government of Norway has requested to buy 12 AH-64E; and other related elements",
        "The estimated total cost is $930 million.",
        "The principal contractors will be A, located in Reston, VA; and B in Paris, France",
        "WASHINGTON, January 08, 2026 - ",
        "notified Congress today of a possible Foreign Military Sale to Norway of 5 boats",
        "S. J. RES. 7",
        "That the following proposed foreign military sale to Norway is prohibited:",
        "(1) The sale described in Transmittal No. 24-04: six (6) trucks",
        "Alpha Co., Mesa, Arizona, was awarded a $5,000,000 contract for the government of Norway (50 percent)",
        "is the contracting activity (W58RGZ-25-C-0082)",
        "Pursuant to Section 36(c) of the Arms Export Control Act, please find enclosed a certification",
        "[[Page 123]]",
        "(U)",
        "((((",
        "\n",
        "\n\n    ",
        " ",
        "; ",
        ", and ",
        "\u2013\u2019\u201c\u00ad",
    ]
)


def exact(reading: Reading) -> None:
    """Hold every passage of a reading against its document's text."""
    text = reading.document.text
    for passage, words in passages(reading.claims) + passages(reading.heading):
        assert passage.words(text) == words
    for part in (*reading.problems, *reading.ignored):
        assert part.passage is not None
        assert 0 <= part.passage.start <= part.passage.end <= len(text)


@settings(max_examples=150, deadline=datetime.timedelta(seconds=2))
@given(st.lists(PIECES, max_size=25))
def test_no_reader_fails_on_its_own_words(pieces: list[str]) -> None:
    """Every reader reads any jumble of its own grammar, and its passages stay exact."""
    text = " ".join(pieces)
    if not text.strip():
        return
    document = load(text.encode(), "jumble.txt")
    for reader in READERS:
        exact(reader.read(document))


@settings(max_examples=100, deadline=datetime.timedelta(seconds=2))
@given(st.text(min_size=1, max_size=400))
def test_no_reader_fails_on_any_text(text: str) -> None:
    """Nor on anything else that loads."""
    try:
        document = load(text.encode(), "text.txt")
    except UnreadableDocument:
        return
    for reader in READERS:
        exact(reader.read(document))


def test_other_kinds_give_an_empty_reading() -> None:
    """A table is no document of this trade: a heading and nothing else."""
    reading = read(load(b"a,b\n1,2\n3,4\n", "table.csv"))
    assert (reading.heading.kind, reading.claims) == ("other", ())


def corpus() -> list[Path]:
    """Return every official document of the shared corpus."""
    folders = (
        "federal_register",
        "dsca/html_2026",
        "dsca/sunlight_2008_2014",
        "state",
        "resolutions",
        "tables/dod_contracts",
    )
    return [path for folder in folders for path in sorted((SHARED / "corpus" / folder).glob("*.*"))]


@needs_shared
def test_the_real_documents() -> None:
    """All are read without an exception, with exact passages, and few sentences stay unread."""
    problems = 0
    paths = corpus()
    for path in paths:
        reading = read(load(read_bytes(path), path.name))
        exact(reading)
        assert reading.claims or reading.heading.kind == "contract post", f"{path.name}: nothing read"
        assert encode(reading)
        problems += len(reading.problems)
    assert problems < 0.25 * len(paths), f"{problems} problems in {len(paths)} documents"


@needs_shared
def test_sweden() -> None:
    """The certification and the page on one sale: seven lines, three sums, the day of delivery from the clause."""
    folder = SHARED / "corpus"
    notice = read(load(read_bytes(folder / "federal_register" / "2026-07237.txt"), "fr")).claims[0]
    (page,) = (folder / "state").glob("sweden-*.html")
    posted = read(load(read_bytes(page), "page")).claims[0]
    assert isinstance(notice, Transfer)
    assert isinstance(posted, Transfer)
    for claim in (notice, posted):
        assert claim.buyer is not None
        assert claim.transmittal is not None
        assert claim.value is not None
        assert (claim.buyer.value, claim.transmittal.value, claim.value.value) == ("SE", "26-27", 930_000_000)
        assert [item.quantity.value for item in claim.items if item.quantity] == [20, 35, 35, 35, 35, 20, 24]
    assert [(value.value, value.of) for value in notice.values] == [
        (770_000_000, "mde"),
        (160_000_000, "other"),
    ]
    assert notice.fms_case is not None
    assert notice.received is not None
    assert notice.printed is not None
    assert (notice.fms_case.value, notice.received.value, notice.printed.value) == (
        "SW-B-WCB",
        "2026-03-10",
        "2026-04-14",
    )
    assert posted.received is None
    assert posted.posted is not None
    assert posted.posted.value == "2026-03-10"


@needs_shared
def test_kosovo() -> None:
    """The resolution on 23-22: 246 missiles, six of them fly-to-buy and not added, 24 launch units."""
    path = SHARED / "corpus" / "resolutions" / "118-hjres-108.json"
    first, sale = read(load(read_bytes(path), path.name)).claims
    assert isinstance(first, Resolution)
    assert isinstance(sale, Transfer)
    assert first.sponsor is not None
    assert (first.number.value, first.sponsor.value) == ("H.J.Res. 108", "Rep. Tenney, Claudia [R-NY-24]")
    assert sale.buyer is not None
    assert sale.transmittal is not None
    assert (sale.buyer.value, sale.transmittal.value) == ("XK", "23-22")
    counted = [item for item in sale.items if item.quantity]
    assert [item.quantity.value for item in counted if item.quantity] == [246, 24]
    assert [item.article for item in counted] == ["fgm-148", "fgm-148"]
    assert [part.quantity.value for part in counted[0].includes if part.quantity] == [6]
    assert sale.received is None


@pytest.mark.parametrize("reader", READERS, ids=[reader.NAME for reader in READERS])
def test_long_documents(reader: object) -> None:
    """A megabyte of brackets, quotes, digits or names takes time in proportion to its length."""
    for piece in ('"((', "1234567890", "Norway, ", "$5 million ", "six (6) ", "; and ", "A of B, VA, "):
        document = load((piece * (60_000 // len(piece))).encode(), "long.txt")
        started = datetime.datetime.now(tz=datetime.UTC)
        reader.read(document)  # type: ignore[attr-defined]
        taken = (datetime.datetime.now(tz=datetime.UTC) - started).total_seconds()
        assert taken < 5, f"{piece!r}: {taken:.1f} s"
