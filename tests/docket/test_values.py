"""Sums side by side, and the lines of what is sold."""

import msgspec

from armsdocket.docket.cases import build
from armsdocket.docket.items import lines
from armsdocket.docket.values import ceiling, package, values
from tests.docket.factory import Page, kosovo_notice
from tests.docket.members import members


def notice() -> Page:
    page = Page(
        "Kosovo: 246 Javelin missiles, 24 command launch units; total $75 million.", kind="dsca release"
    )
    return page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(
            page.item("Javelin missiles", count="246", article="fgm-148"),
            page.item("command launch units", count="24"),
        ),
        value=page.value("$75 million", 75_000_000),
    )


def contract(currency: str = "USD") -> Page:
    page = Page("Kosovo signs for Javelin missiles: 60 million, budget of 40 million euros.", address="c")
    page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(page.item("Javelin missiles", article="fgm-148"),),
        value=page.value("60 million", 60_000_000, of="contract", currency=currency),
        stage=page.said("signs", "contracted"),
    )
    return page.sum("40 million euros", 40_000_000, "EUR", payer=page.party("Kosovo", "XK"))


def test_contract_beside_its_ceiling() -> None:
    found = values(members(notice(), contract()), frozenset({"XK"}))
    assert [(one.what, one.value["amount"]) for one in found] == [
        ("notified value", 75_000_000),
        ("contract value", 60_000_000),
        ("appropriation", 40_000_000),
    ]
    assert "a ceiling, not a price" in found[0].note
    assert "80 % of the notified ceiling" in found[1].note
    assert "not the price of this sale" in found[2].note


def test_words_that_give_the_value_give_no_budget() -> None:
    page = Page("Kosovo buys Javelin missiles for $75 million; the budget is $90 million.", address="b")
    page.transfer(
        buyer=page.party("Kosovo", "XK"),
        items=(page.item("Javelin missiles", article="fgm-148"),),
        value=page.value("$75 million", 75_000_000),
    )
    for words, amount in (("$75 million", 75_000_000), ("$90 million", 90_000_000)):
        page.sum(words, amount, "USD", payer=page.party("Kosovo", "XK"))
    found = values(members(page), frozenset({"XK"}))
    assert [(one.what, one.value["amount"]) for one in found] == [
        ("reported value", 75_000_000),
        ("appropriation", 90_000_000),
    ]


def test_no_share_between_two_currencies() -> None:
    found = values(members(notice(), contract("EUR")), frozenset({"XK"}))
    assert not any("%" in one.note for one in found)


def test_a_shared_sum_is_never_divided() -> None:
    page = Page("Albania and Norway ordered Javelin missiles worth 309 million dollars together.")
    page.transfer(
        buyer=page.party("Albania", "AL"),
        items=(page.item("Javelin missiles", article="fgm-148"),),
        shared_value=page.value("309 million dollars", 309_000_000),
        shared_with=(page.party("Norway", "NO"),),
    )
    (one,) = values(members(page), frozenset({"AL"}))
    assert (one.what, one.value["amount"]) == ("shared value", 309_000_000)
    assert one.note == "one sum for Albania, Norway together, not divided"


def test_package_value_names_its_contents() -> None:
    ordered = members(notice())
    words = package(lines(ordered), ceiling(values(ordered, frozenset())))
    assert words is not None
    assert "USD 304,878" in words
    assert "24 command launch units in the package" in words
    assert "not a price per piece" in words


def test_no_package_value_without_a_ceiling() -> None:
    assert package(lines(members(contract())), None) is None


def test_a_quantity_rests_only_on_documents_that_state_it() -> None:
    bare = Page("Kosovo asks for Javelin missiles.", address="bare")
    bare.transfer(buyer=bare.party("Kosovo", "XK"), items=(bare.item("Javelin missiles", article="fgm-148"),))
    other = Page("Kosovo asks for 250 Javelin missiles.", address="other")
    other.transfer(
        buyer=other.party("Kosovo", "XK"),
        items=(other.item("Javelin missiles", count="250", article="fgm-148"),),
    )
    line = lines(members(notice(), bare, other))[0]
    assert line.quantity == 246
    assert {one.document for one in line.facts} == {members(notice())[0].document}
    assert sorted(one.note for one in line.named_in) == ["also named, as 250", "also named, without a number"]


def test_lines_of_two_documents_fall_together() -> None:
    one = Page(
        "Kosovo: 246 Javelin FGM-148F missiles; Javelin gunner training; 20 army pods.", kind="dsca release"
    )
    one.transfer(
        buyer=one.party("Kosovo", "XK"),
        items=(
            one.item("Javelin FGM-148F missiles", count="246", article="fgm-148"),
            one.item("Javelin gunner training", article="fgm-148"),
            one.item("army pods", count="20"),
        ),
    )
    two = Page("Kosovo asks for Javelin missiles and 20 army pods.", address="two")
    two.transfer(
        buyer=two.party("Kosovo", "XK"),
        items=(two.item("Javelin missiles", article="fgm-148"), two.item("army pods", count="20")),
    )
    found = lines(members(one, two))
    documents = [{fact.document for fact in (*line.facts, *line.named_in)} for line in found]
    counts = [len(named) for named in documents]
    assert [(line.name, line.quantity, of) for line, of in zip(found, counts, strict=True)] == [
        ("Javelin FGM-148F missiles", 246, 2),
        ("Javelin gunner training", None, 1),
        ("army pods", 20, 2),
    ]


def test_no_package_value_of_an_amendment() -> None:
    page = kosovo_notice()
    amended = msgspec.structs.replace(page.claims[0], amends=(page.said("23-22"),))
    page.claims[0] = amended
    assert build("23-22", members(kosovo_notice())).package is not None
    assert build("23-22", members(page)).package is None, "its total is of the first case too"


def test_each_order_under_a_contract_is_a_line_of_its_own() -> None:
    orders = []
    for count in ("447", "180"):
        page = Page(f"{count} Javelin missiles under one contract.", kind="contract post", address=count)
        page.transfer(items=(page.item("Javelin missiles", count=count, article="fgm-148"),))
        orders.append(page)
    assert sorted(line.quantity or 0 for line in lines(members(*orders))) == [180, 447]
