"""What a case is called."""

from collections.abc import Sequence

import pytest

from armsdocket.docket.casefile import LineItem
from armsdocket.docket.title import title_of
from armsdocket.reading.claims import DocumentKind
from tests.docket.factory import Page
from tests.docket.members import members

LONG = "Guided Multiple Launch Rocket System Extended Range Alternative Warhead Pods with containers"


@pytest.mark.parametrize(
    ("names", "expected", "reason"),
    [
        (["Ospreys"], "Sweden: Ospreys", "one name"),
        (["Ospreys", "Kites", "Larks"], "Sweden: Ospreys, Kites and 1 more", "two short names fit"),
        (
            [LONG, "Kites"],
            "Sweden: Guided Multiple Launch Rocket System Extended Range … and 1 more",
            "a long name is cut at a word",
        ),
        ([], "Sweden: articles not stated", "no items"),
    ],
    ids=str,
)
def test_a_title_fits_a_line(names: Sequence[str], expected: str, reason: str) -> None:
    sold = [LineItem(name=name, quantity=1) for name in names]
    found = title_of("Sweden", sold, ())
    assert found == expected, reason
    assert len(found) < 90


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("contract post", "Bulgaria, Kosovo and Romania: FGM-148 Javelin"),
        ("news", "Bulgaria: FGM-148 Javelin"),
    ],
)
def test_a_contract_for_several_buyers_names_all(kind: DocumentKind, expected: str) -> None:
    page = Page("Javelin missiles for Bulgaria, Kosovo and Romania.", kind=kind, address="post")
    page.transfer(
        buyer=page.party("Bulgaria", "BG"),
        shared_with=(page.party("Kosovo", "XK"), page.party("Romania", "RO")),
        items=(page.item("Javelin missiles", article="fgm-148"),),
    )
    sold = [LineItem(name="Javelin missiles", quantity=None, article="fgm-148")]
    assert title_of("Bulgaria", sold, members(page)) == expected


def test_a_contract_without_buyer_and_articles_is_called_after_its_contractor() -> None:
    page = Page("Hangar Works Inc. was awarded a contract.", kind="contract post", title="was awarded")
    page.transfer(contractors=(page.said("Hangar Works Inc."),), contract=page.said("a contract"))
    assert title_of(None, (), members(page)) == "Contract of Hangar Works Inc., buyer not stated"
