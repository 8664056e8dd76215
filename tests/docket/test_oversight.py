"""Oversight lists as of a day, and versions of a document."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.docket.oversight import LISTS
from armsdocket.docket.store import Docket
from armsdocket.docket.versions import changes
from armsdocket.errors import DocketError
from armsdocket.reading.claims import DocumentKind
from tests.docket.factory import Page, kosovo_notice, kosovo_resolution

DAY = date(2024, 1, 20)


def notice(
    number: str | None, buyer: tuple[str, str], received: str, kind: DocumentKind, *, emergency: bool = False
) -> Page:
    page = Page(
        f"No. {number} to {buyer[1]}: Javelin missiles, $50 million, {received}, an emergency exists, "
        f"{kind}, first case $30 million, amends 20-11, by the United States.",
        kind=kind,
        address=f"{number}-{kind}",
        published=received,
    )
    return page.transfer(
        buyer=page.party(buyer[1], buyer[0]),
        seller=page.party("United States", "US"),
        items=(page.item("Javelin missiles", article="fgm-148"),),
        value=page.value("$50 million", 50_000_000),
        values=(page.value("$30 million", 30_000_000, of="original"),),
        amends=(page.said("20-11"),) if number and number.endswith("A") else (),
        transmittal=page.said(number) if number else None,
        channel=page.said("by the United States", "FMS"),
        received=page.said(received) if number else None,
        posted=page.said(received) if kind == "dsca release" else None,
        emergency=page.said("an emergency exists", True) if emergency else None,
    )


@pytest.fixture
def docket(tmp_path: Path) -> Iterator[Docket]:
    with Docket.open(str(tmp_path / "docket.db")) as opened:
        for page in (
            notice("24-01", ("SE", "Sweden"), "2024-01-15", "dsca release"),
            notice("24-02", ("XK", "Kosovo"), "2024-01-11", "federal register notice"),
            notice("24-03", ("PL", "Poland"), "2024-01-02", "dsca release"),
            notice("24-0A", ("NO", "Norway"), "2024-01-16", "federal register notice"),
            notice("24-05", ("AL", "Albania"), "2024-01-16", "dsca release", emergency=True),
            notice(None, ("TR", "Turkey"), "2024-01-17", "dsca release"),
        ):
            opened.file(page.reading(), page.content)
        yield opened


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("reviews", [("24-0A", 11), ("24-01", 25), ("24-02", 21)]),
        ("not printed", [("24-03", 18), ("24-01", 5), ("24-05", 4)]),
        ("never posted", [("24-02", 9), ("24-0A", 4)]),
        ("without transmittal", [("turkey-javelin-2024-01", 3)]),
        ("emergencies", [("24-05", 4)]),
        ("amendments under threshold", [("24-0A", 4)]),
        ("contracts", []),
    ],
)
def test_lists(docket: Docket, name: str, expected: list[tuple[str, int]]) -> None:
    assert sorted((one.key, one.days) for one in docket.watched(name, DAY)) == sorted(expected)


def test_reviews_within_days(docket: Docket) -> None:
    assert [one.key for one in docket.watched("reviews", DAY, within=11)] == ["24-0A"]
    assert docket.watched("reviews", date(2030, 1, 1)) == []


def test_unknown_list_names_the_lists(docket: Docket) -> None:
    with pytest.raises(DocketError, match="not printed"):
        docket.watched("secrets", DAY)
    assert all(LISTS.values())


def test_difference_of_two_versions(tmp_path: Path) -> None:
    one = Page("The ceiling is $75 million for Kosovo.", address="a").transfer()
    two = Page("The ceiling is $80 million for Kosovo.", address="a").transfer()
    with Docket.open(str(tmp_path / "docket.db")) as docket:
        first = docket.file(one.reading(), one.content).document
        second = docket.file(two.reading(), two.content).document
        found = docket.difference(first, second)
    assert [(change.before, change.after) for change in found.changes] == [("75", "80")]
    assert found.changes[0].after_passage.words(two.text) == "80"


def test_difference_names_claims_gained_and_lost(tmp_path: Path) -> None:
    one, two = kosovo_resolution(), kosovo_notice()
    with Docket.open(str(tmp_path / "docket.db")) as docket:
        first = docket.file(one.reading(), one.content).document
        second = docket.file(two.reading(), two.content).document
        found = docket.difference(first, second)
    assert any("transfer: Government of Kosovo" in words for words in found.gained)
    assert any(words.startswith("resolution:") for words in found.lost)


@given(st.text(alphabet="ab c\n", max_size=60), st.text(alphabet="ab c\n", max_size=60))
def test_changes_rebuild_the_other_version(before: str, after: str) -> None:
    kept, place = [], 0
    for change in changes(before, after):
        kept += [before[place : change.before_passage.start], change.after]
        place = change.before_passage.end
    rebuilt = "".join([*kept, before[place:]])
    assert rebuilt.split() == after.split() or "".join(rebuilt.split()) == "".join(after.split())
