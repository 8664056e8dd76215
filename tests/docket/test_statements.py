"""Which statements of a document are marked as being on something else."""

import pytest

from armsdocket.docket.statements import ELSEWHERE, statements
from tests.docket.factory import Page
from tests.docket.members import members


@pytest.mark.parametrize(
    ("words", "marked", "reason"),
    [
        ("On the ‘Javelin’ system the request has been sent", False, "the article's name"),
        ("Anti-tank missiles will not bring peace", False, "the class of the article"),
        ("Pristina’s request is provocative", False, "a capital stands for the buyer"),
        ("Kosovar soldiers will be trained", False, "a demonym stands for the buyer"),
        ("Washington told us nothing", False, "a capital stands for the seller"),
        ("Nothing must disturb the peace; trust us", True, "no party and no article, and us is no country"),
        (
            "This is one step, and no contract has been signed",
            False,
            "a step of a sale, and no other is named",
        ),
        ("Not one missile stands here", False, "a word for the class of the article"),
        ("Albania paid for frigates", True, "another buyer and another thing"),
    ],
    ids=str,
)
def test_a_statement_that_names_nothing_of_the_sale_is_marked(words: str, marked: bool, reason: str) -> None:
    page = Page(f"Kosovo asks the US for Javelin missiles.\n“{words},” said Marko Perić.", address="a")
    page.transfer(
        buyer=page.party("Kosovo", "XK"),
        seller=page.party("US", "US"),
        items=(page.item("Javelin missiles", article="fgm-148"),),
    )
    page.statement(words, "Marko Perić")
    (said,) = statements(members(page))
    assert (said.fact.note == ELSEWHERE) == marked, reason


def test_a_statement_on_another_sale_of_its_document_is_left_to_that_case() -> None:
    page = Page(
        "Kosovo asks the US for Javelin missiles. “Kosovo bought Turkish frigates,” said Marko Perić. "
        "“The Javelin request was sent, with other guns,” he said.",
        address="a",
    )
    kosovo = page.party("Kosovo", "XK")
    page.transfer(
        buyer=kosovo,
        items=(page.item("Javelin missiles", article="fgm-148"),),
        stage_reports=(page.report("was sent", "requested", "official words"),),
    )
    page.transfer(buyer=kosovo, items=(page.item("frigates"),))
    page.transfer(buyer=kosovo, items=(page.item("other guns"),))
    page.statement("Kosovo bought Turkish frigates,", "Marko Perić")
    page.statement("The Javelin request was sent, with other guns,", "Marko Perić")
    assert [said.words for said in statements(members(page))] == [
        "The Javelin request was sent, with other guns,"
    ], "the frigates are another sale; the second states this one too"
