"""What a case's row says of the review."""

import pytest

from armsdocket.docket.cases import build, row
from tests.docket.factory import Page, kosovo_notice
from tests.docket.members import members


def sale(seller: tuple[str, str], stage: str) -> Page:
    page = Page(f"Kosovo gets Javelin missiles from {seller[0]}: {stage}.", address="a")
    return page.transfer(
        buyer=page.party("Kosovo", "XK"),
        seller=page.party(*seller),
        items=(page.item("Javelin missiles", article="fgm-148"),),
        stage=page.said(stage),
    )


def test_a_review_that_no_rule_answers_is_said() -> None:
    page = Page("A Ruritanian office asks the US for Javelin missiles.", address="a")
    page.transfer(
        buyer=page.party("Ruritanian office", "ZZ-RURITANIA"),
        seller=page.party("US", "US"),
        items=(page.item("Javelin missiles", article="fgm-148"),),
    )
    case = build("a-case", members(page))
    assert case.clock is None
    assert case.missing[0].startswith("No review period is computed: unknown buyer")


@pytest.mark.parametrize(
    ("page", "reviewed", "reason"),
    [
        (kosovo_notice(), True, "a notice with its transmittal"),
        (sale(("the US", "US"), "notified"), True, "a report that Congress was notified"),
        (sale(("the US", "US"), "requested"), False, "nothing was notified yet"),
        (sale(("Turkey", "TR"), "delivered"), False, "a sale by another country"),
    ],
    ids=["notice", "notified", "requested", "turkish"],
)
def test_a_review_applies_to_notified_sales_of_the_united_states(
    page: Page, reviewed: bool, reason: str
) -> None:
    assert row(build("a-case", members(page))).reviewed == reviewed, reason
