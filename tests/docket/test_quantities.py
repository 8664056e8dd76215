"""A report's number beside the lines of a notice."""

import pytest

from armsdocket.docket.quantities import differing_quantities
from armsdocket.reading.claims import Bound
from tests.docket.factory import Page
from tests.docket.members import members


def notice() -> Page:
    page = Page("Kosovo: 246 Javelin missiles and 24 Javelin launch units.", kind="dsca release")
    return page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(
            page.item("Javelin missiles", count="246", article="fgm-148"),
            page.item("Javelin launch units", count="24", article="fgm-148"),
        ),
    )


def report(count: str, bound: Bound) -> Page:
    page = Page(f"Kosovo wants {count} Javelin missiles.", kind="news")
    return page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(page.item("Javelin missiles", count=count, article="fgm-148", bound=bound),),
    )


@pytest.mark.parametrize(
    ("count", "bound", "sides", "reason"),
    [
        ("246", "exactly", [], "the number of the first line"),
        ("24", "exactly", [], "the number of another line of that article"),
        ("270", "exactly", [], "the sum of the lines"),
        ("250", "about", [246, 250], "a rounding is shown, and beside the first line only"),
        ("300", "at most", [], "a bound that the notice keeps"),
        ("300", "at least", [246, 300], "a bound that the notice breaks"),
    ],
)
def test_a_reported_number(count: str, bound: Bound, sides: list[int], reason: str) -> None:
    found = list(differing_quantities(members(notice(), report(count, bound))))
    assert [side.value for _, facts in found for side in facts] == sides, reason
