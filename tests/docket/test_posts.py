"""Contract posts beside notified sales: what joins, what is listed as near, and what follows a contract."""

from datetime import date

import pytest

from armsdocket.docket.store import Docket
from tests.docket.factory import Page

NOTICED = "2024-01-11"


def notice(fms_case: str | None = None, number: str = "24-01") -> Page:
    page = Page(
        f"Transmittal No. {number}, case {fms_case}: Poland, 24 Javelin missiles by Alpha Missiles of the "
        f"United States, USD 100 million, {NOTICED}.",
        kind="federal register notice",
        address=f"notice {number}",
        published=NOTICED,
    )
    return page.transfer(
        buyer=page.party("Poland", "PL"),
        seller=page.party("United States", "US"),
        items=(page.item("Javelin missiles", article="fgm-148", count="24 Javelin"),),
        value=page.value("USD 100 million", 100_000_000),
        transmittal=page.said(number),
        fms_case=page.said(fms_case) if fms_case else None,
        received=page.said(NOTICED),
        contractors=(page.said("Alpha Missiles"),),
    )


def post(
    *,
    number: str = "W31P4Q-25-C-0001",
    count: int | None = 24,
    millions: int = 40,
    by: str = "Alpha Missiles",
    others: bool = False,
    fms_case: str | None = None,
    day: str | None = None,
) -> Page:
    page = Page(
        f"{by} was awarded USD {millions} million under {number}, case {fms_case}, for {count} Javelin "
        f"missiles for Poland and Norway, {day}.",
        kind="contract post",
        address=f"post {number} {count} {millions}",
        published=day,
    )
    return page.transfer(
        buyer=page.party("Poland", "PL"),
        shared_with=(page.party("Norway", "NO"),) if others else (),
        items=(
            page.item("Javelin missiles", article="fgm-148", count=f"{count} Javelin" if count else None),
        ),
        value=page.value(f"USD {millions} million", millions * 1_000_000, of="contract"),
        contract=page.said(number),
        fms_case=page.said(fms_case) if fms_case else None,
        contractors=(page.said(by),),
        stage=page.said("awarded", "contracted"),
    )


def filed(address: str, *pages: Page) -> Docket:
    docket = Docket.open(address)
    for page in pages:
        docket.file(page.reading(), page.content)
    return docket


@pytest.mark.parametrize(
    ("made", "key", "near", "reason"),
    [
        (post(), "24-01", None, "buyer, article, number, contractor, fiscal year and sum agree"),
        (post(day="2024-09-02"), "24-01", None, "and so with a date"),
        (post(fms_case="QZ-B-UAA"), "24-01", None, "the notice names the FMS case"),
        (post(fms_case="QZ-B-UAA", count=3, millions=1, by="Beta Ltd"), "24-01", None, "the case is enough"),
        (post(count=12), "W31P4Q25C0001-PL", None, "half as many: far from the line"),
        (post(count=None), "W31P4Q25C0001-PL", "24-01", "no number: near"),
        (post(millions=1), "W31P4Q25C0001-PL", "24-01", "one in a hundred of the ceiling: spares, perhaps"),
        (post(millions=140), "W31P4Q25C0001-PL", "24-01", "beyond the ceiling"),
        (post(by="Beta Ltd"), "W31P4Q25C0001-PL", "24-01", "another contractor"),
        (post(others=True), "W31P4Q25C0001", "24-01", "for two countries"),
        (post(number="W31P4Q-20-C-0001"), "W31P4Q20C0001-PL", None, "a contract of years before"),
        (post(day="2023-09-02"), "W31P4Q25C0001-PL", None, "posted before the notice"),
        (post(day="2032-09-02"), "W31P4Q25C0001-PL", None, "posted eight years after it"),
    ],
)
@pytest.mark.parametrize("first", ["notice", "post"])
def test_where_a_post_stands(
    address: str, made: Page, key: str, near: str | None, reason: str, first: str
) -> None:
    pages = [notice("QZ-B-UAA"), made]
    with filed(address, *(pages if first == "notice" else pages[::-1])) as docket:
        rows = {source: row.key for row in docket.cases() for source in row.sources}
        assert rows[made.address] == key, reason
        listed = {one.key: one.note for one in docket.watched("contracts", date(2033, 1, 1))}
        if key == "24-01":
            assert "ceiling" in listed["24-01"]
        elif near:
            assert listed[key].startswith(f"may belong to {near}, not linked (score 0."), reason
            assert near in {one.key for one in docket.case(key).candidates}
        else:
            assert listed == {}, reason
        assert docket.verify() == []


def test_posts_of_one_contract_follow_the_one_that_agrees(address: str) -> None:
    pages = (post(count=None, millions=2), notice(), post())
    with filed(address, *pages) as docket:
        case = docket.case("24-01")
        assert {source.address for source in case.sources} == {page.address for page in pages}
        whys = [source.why for source in case.sources]
        assert any("bears contract W31P4Q25C0001; joined by evidence" in why for why in whys)
        assert any(why.endswith("another post of it was joined to 24-01.") for why in whys)
        assert docket.case("W31P4Q-25-C-0001").key == "24-01", "it is still found by its contract"


def test_two_notices_alike_leave_a_post_alone(address: str) -> None:
    with filed(address, notice(), post(), notice(number="24-02")) as docket:
        assert {row.key for row in docket.cases()} == {"24-01", "24-02", "W31P4Q25C0001-PL"}
        (one,) = docket.watched("contracts", date(2025, 1, 1))
        assert one.note.startswith("may belong to 24-01, not linked (score 1.00)")
