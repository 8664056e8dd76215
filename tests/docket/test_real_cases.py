"""Cases of real documents, from bytes to case file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from armsdocket.docket.store import Docket
from armsdocket.documents.load import load, read_bytes
from armsdocket.reading.read import read
from tests.shared import SHARED, needs_shared

pytestmark = [pytest.mark.shared, needs_shared]


@pytest.fixture
def docket(tmp_path: Path) -> Iterator[Docket]:
    with Docket.open(str(tmp_path / "docket.db")) as opened:
        yield opened


def add(docket: Docket, *paths: Path) -> None:
    for path in paths:
        content = read_bytes(path)
        docket.file(read(load(content, str(path))), content)


def test_article_and_resolution(docket: Docket) -> None:
    add(
        docket,
        SHARED / "seed" / "kosovo-javelin-request.txt",
        SHARED / "corpus" / "resolutions" / "118-hjres-108.json",
    )
    case = docket.case("23-22")
    assert (case.buyer, case.seller, case.channel, case.stage) == ("XK", "US", "FMS", "notified")
    assert case.title == "Kosovo: FGM-148 Javelin"
    assert [(line.quantity, line.includes) for line in case.items if line.quantity] == [
        (246, ("6 fly-to-buy missiles",)),
        (24, ()),
    ]
    assert case.resolutions[0].introduced == "2024-01-30"
    assert case.resolutions[0].sponsor is not None
    assert case.clock is not None
    assert (case.clock.received, case.clock.days, case.clock.last_day) == (None, 30, None)
    assert case.clock.caveats
    assert len(case.sources) == 2
    assert all(source.why for source in case.sources)
    speakers = {said.speaker for said in case.statements}
    assert {"Aleksandar Vucic", "Ejup Maqedonci", "Lockheed Martin"} <= speakers
    assert any("final approval" in remark.as_written for remark in case.remarks)
    assert "No document gives the day Congress received the certification." in case.missing
    others = {row.buyer for row in docket.cases() if row.key != "23-22"}
    assert {"AL", "NO", "LV", "TH"} <= others, "other buyers' sales are their own cases"
    assert docket.verify() == []


def test_notice_and_page(docket: Docket) -> None:
    add(
        docket,
        SHARED / "corpus" / "federal_register" / "2026-07237.txt",
        *sorted((SHARED / "corpus" / "state").glob("sweden-*.html")),
    )
    case = docket.case("26-27")
    assert (case.buyer, case.stage) == ("SE", "notified")
    assert [fact.value for fact in case.fms_cases] == ["SW-B-WCB"]
    counted = [line.quantity for line in case.items if line.quantity]
    assert counted == [20, 35, 35, 35, 35, 20, 24]
    top = case.values[0]
    assert (top.value["amount"], top.note) == (930_000_000, "a ceiling, not a price")
    assert {fact.value["amount"] for fact in case.values} == {930_000_000, 770_000_000, 160_000_000}
    assert case.clock is not None
    assert (case.clock.received, case.clock.days, case.clock.last_day) == ("2026-03-10", 15, "2026-03-25")
    (received,) = [event for event in case.timeline if event.what.startswith("Congress received")]
    assert received.facts[0].rank == "instrument"
    assert any("35 days after delivery" in event.what for event in case.timeline)
    assert case.conflicts == ()
    assert len(case.sources) == 2
