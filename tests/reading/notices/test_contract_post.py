# ruff: noqa: E501 - the documents have long lines
"""Contract posts: one transfer for each paragraph that sells abroad."""

import textwrap

import pytest

from armsdocket.reading.claims import Reading, Transfer
from armsdocket.reading.notices import contract_post
from tests.reading.notices import paper

POST = """Contracts for June 3, 2025

ARMY

Alpha Aircraft Co., Mesa, Arizona, was awarded a $234,700,000 firm-fixed-price Foreign Military Sales (Indonesia, Kuwait) contract for eight AH-64E Apache helicopters. Work will be performed in Mesa, Arizona, with an estimated completion date of Dec. 31, 2026. Bids were solicited via the internet with one received. Army Contracting Command, Redstone Arsenal, Alabama, is the contracting activity (W58RGZ-25-C-0082).

Beta Boots LLC,* Boston, Massachusetts, was awarded a $10,000,000 contract for boots. Work will be performed in Boston, Massachusetts. Army Contracting Command, Natick, Massachusetts, is the contracting activity (W911QY-25-C-0001).

NAVY

Gamma Systems Inc.,* San Diego, California, is being awarded a not-to-exceed $27,625,777 modification to a previously awarded contract (N00024-23-C-6412) for 14 radar sets for the Navy and the governments of Japan and Australia. This contract combines purchases for the Navy ($20,719,333; 75 percent); and the governments of Japan ($4,143,866; 15 percent); and Australia ($2,762,578; 10 percent) under the Foreign Military Sales program. Work will be performed in Spain, and is expected to be completed by November 2027. The Naval Sea Systems Command, Washington, District of Columbia, is the contracting activity.

Delta Corp., Dayton, Ohio, has been awarded a $9,000,000 contract for study work. This is not a Foreign Military Sales acquisition. Air Force Research Laboratory, Dayton, Ohio, is the contracting activity (FA8650-25-C-1111).

*Small business
"""


def read() -> Reading:
    return contract_post.read(paper.plain(POST))


def awards() -> list[Transfer]:
    return [claim for claim in read().claims if isinstance(claim, Transfer)]


def test_only_sales_abroad() -> None:
    """An award for American forces alone, and one that says it is no such sale, are left out by rule."""
    assert [claim.contractors[0].value for claim in awards()] == ["Alpha Aircraft Co.", "Gamma Systems Inc."]
    assert [part.rule for part in read().ignored].count("domestic award") == 2
    assert read().problems == ()


def test_parts_of_an_award() -> None:
    """Contractor, place, sum, number, buyers, activity, completion, lines."""
    first, second = awards()
    assert first.value is not None
    assert second.value is not None
    assert (first.value.value, first.value.of, first.value.bound) == (234_700_000, "contract", "exactly")
    assert second.value.bound == "at most"
    fields = ("place", "contract", "activity", "completion", "stage", "stage_date", "channel")
    assert [getattr(first, name).value for name in fields] == [
        "Mesa, Arizona",
        "W58RGZ-25-C-0082",
        "Army Contracting Command, Redstone Arsenal, Alabama",
        "2026-12-31",
        "contracted",
        "2025-06-03",
        "FMS",
    ]
    assert [item.quantity.value for item in first.items if item.quantity] == [8]
    assert second.contract is not None
    assert second.completion is not None
    assert (second.contract.value, second.completion.value) == ("N00024-23-C-6412", "2027-11")


@pytest.mark.parametrize(
    ("words", "case", "reason"),
    [
        ("under Foreign Military Sales case QZ-B-UAF", "QZ-B-UAF", "the case it is placed under"),
        ("under FMS case number QZ-B-UAF, and case QZ-B-UAF", "QZ-B-UAF", "named twice"),
        ("under FMS cases QZ-B-UAF", None, "cases, of which one is shown"),
        ("under FMS case QZ-B-UAF and case QZ-P-LCQ", None, "two cases"),
        ("in any case W58RGZ-25-C-0082", None, "a contract's number"),
    ],
)
def test_fms_case(words: str, case: str | None, reason: str) -> None:
    text = POST.replace("Bids were solicited", f"The award is made {words}. Bids were solicited", 1)
    first = next(one for one in contract_post.read(paper.plain(text)).claims if isinstance(one, Transfer))
    assert (first.fms_case.value if first.fms_case else None) == case, reason


def test_buyers() -> None:
    """Buyers are those it is for, not where the work is done."""
    first, second = awards()
    assert [
        [claim.buyer.value, *(each.value for each in claim.shared_with)]
        for claim in (first, second)
        if claim.buyer
    ] == [["ID", "KW"], ["JP", "AU"]]


BUYERS = [
    ("for the Royal Saudi Air Force. Foreign military sales funds are obligated", ["SA"], "a force's name"),
    ("for sustainment. This contract is 100 percent foreign military sales to France", ["FR"], "sales to"),
    ("for spares. FMS funds for Taiwan are obligated", ["TW"], "funds for"),
    (
        "for repair. Foreign military sales to Greece are also possible under future options",
        [],
        "an option not taken",
    ),
    ("for repair. This contract involves foreign military sales", [], "no buyer named"),
]


@pytest.mark.parametrize(("words", "expected", "reason"), BUYERS, ids=[c[2] for c in BUYERS])
def test_ways_to_name_the_buyer(words: str, expected: list[str], reason: str) -> None:
    """Each wording gives its buyer or none."""
    text = (
        f"CONTRACTS\n\nAlpha Co., Mesa, Arizona, was awarded a $1,000,000 contract {words}. "
        "Army Contracting Command, Warren, Michigan, is the contracting activity.\n"
    )
    (claim,) = contract_post.read(paper.plain(text)).claims
    assert isinstance(claim, Transfer)
    buyers = [claim.buyer, *claim.shared_with] if claim.buyer else []
    assert [each.value for each in buyers] == expected, reason


def award_of(words: str) -> Transfer:
    text = f"CONTRACTS\n\nAlpha Co., Mesa, Arizona, was awarded a $1,000,000 {words}\n"
    (claim,) = contract_post.read(paper.plain(text)).claims
    assert isinstance(claim, Transfer)
    return claim


ACTIVITY = "Army Contracting Command, Warren, Michigan, is the contracting activity"
SHARES = [
    ("This contract is 40 percent foreign military sales.", 40.0, "stated for all of them"),
    ("It combines purchases for the Navy (82 percent); and Japan (18 percent).", 18.0, "one buyer abroad"),
    (
        "It combines purchases for the Navy ($9; 80 percent); FMS ($1; 15 percent); and the Army ($1; 5 percent).",
        15.0,
        "foreign military sales named without a country",
    ),
    (
        "It combines purchases for the Navy (75 percent); Japan (15 percent); and Australia (10 percent).",
        None,
        "a sum of shares is stated nowhere",
    ),
]


@pytest.mark.parametrize(("words", "expected", "reason"), SHARES, ids=[c[2] for c in SHARES])
def test_share_sold_abroad(words: str, expected: float | None, reason: str) -> None:
    claim = award_of(f"contract for foreign military sales of spares. {words} {ACTIVITY}.")
    assert (claim.foreign_share.value if claim.foreign_share else None) == expected, reason


NUMBERS = [
    (
        "delivery order N0001924F0001 against a basic ordering agreement (N00019-20-G-0020) for FMS spares. ",
        ".",
        "N00019-24-F-0001",
        "an order's own number, not its agreement's",
    ),
    (
        "contract (N00104-24-D-PQ01) for FMS spares. Funds will be issued for delivery order N00104-24-F-PQ01. ",
        ".",
        "N00104-24-D-PQ01",
        "funds for an order made elsewhere",
    ),
    (
        "action for FMS spares. ",
        " (FA8620-20-G-3027/ FA8620-24-F-4837).",
        "FA8620-24-F-4837",
        "agreement and order joined by a stroke",
    ),
]


@pytest.mark.parametrize(("words", "end", "expected", "reason"), NUMBERS, ids=[c[3] for c in NUMBERS])
def test_own_number(words: str, end: str, expected: str, reason: str) -> None:
    claim = award_of(f"{words}{ACTIVITY}{end}")
    assert claim.contract is not None
    assert claim.contract.value == expected, reason


def test_a_period_extended_to_a_day_in_brackets() -> None:
    claim = award_of(
        f"modification for FMS work. Performance is extended up to 20 months (July 31, 2027). {ACTIVITY}."
    )
    assert claim.completion is not None
    assert claim.completion.value == "2027-07-31"


def award(words: str) -> Transfer | None:
    """Read one award of a post; None when it is taken for an award for American forces alone."""
    claims = contract_post.read(paper.plain(f"CONTRACTS\n\nNAVY\n\n{words}\n")).claims
    (claim,) = claims or (None,)
    assert claim is None or isinstance(claim, Transfer)
    return claim


OWN = "Work will be performed in Dayton, Ohio. The Naval Sea Systems Command, Washington, is the contracting activity."


@pytest.mark.parametrize(
    ("opening", "number"),
    [
        ("was awarded a $7,000,000 modification (P00133) to contract W31P4Q-11-C-0242", "P00133"),
        ("is being awarded $7,000,000 for modification P0008 to a previously awarded contract", "P0008"),
        ("was awarded a $7,000,000 modification (003766) to contract W31P4Q-05-A-0031", "003766"),
        ("was awarded a $7,000,000 modification (30) to contract FA8620-11-G-4050", "30"),
        ("was awarded a $7,000,000 modification to FA8620-11-G-4050", None),
        ("was awarded a $7,000,000 contract", None),
    ],
)
def test_the_number_of_a_modification(opening: str, number: str | None) -> None:
    claim = award(
        f"Epsilon Inc., Dayton, Ohio, {opening} for radars. It involves foreign military sales to Norway. {OWN}"
    )
    assert claim is not None
    assert (claim.modification and claim.modification.value) == number


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("contract to manufacture and deliver 2,109 rockets.", [("rockets", 2109)]),
        ("contract to upgrade 36 M113 personnel carriers.", [("M113", 36)]),
        (
            "contract. Contractor will provide nine turret sets, and 14 flight trainers.",
            [("turret sets", 9), ("flight trainers", 14)],
        ),
        (
            "contract. Contractor will provide the Royal Thai Air Force with digital recorders.",
            [("digital recorders", None)],
        ),
        ("contract. This modification provides for the procurement of 12 radar sets.", [("radar sets", 12)]),
        (
            "contract. This order procures displays: 6 for the Navy and 4 for Norway.",
            [("displays: 6 for the Navy and 4 for Norway", None)],
        ),
        ("contract. Bids were solicited from two.", []),
    ],
)
def test_what_is_bought_stands_in_the_first_sentences(
    words: str, items: list[tuple[str, int | None]]
) -> None:
    claim = award(
        f"Epsilon Inc., Dayton, Ohio, was awarded a $7,000,000 firm-fixed-price {words} It involves foreign military sales. {OWN}"
    )
    assert claim is not None
    assert [(item.value, item.quantity and item.quantity.value) for item in claim.items] == items


def test_awards_run_together_are_told_apart() -> None:
    """A post whose lines are all broken gives its awards in one paragraph; each ends where its activity is named."""
    zeta = (
        "Zeta Missile Systems, Tucson, Arizona, has been awarded a $7,000,000 modification (P00078) to contract "
        "W15QKN-08-C-0530 for shells. Work will be performed in Tucson, Arizona; Camden, Arkansas; and Healdsburg, "
        "California. Army Contracting Command, Picatinny Arsenal, New Jersey, is the contracting activity."
    )
    eta = (
        "Eta Systems Inc., Vienna, Virginia, has been awarded a $9,000,000 foreign military sales (Iraq) contract for "
        "terminals. Work locations and funding will be determined with each order. Army Contracting Command, Aberdeen "
        "Proving Ground, Maryland, is the contracting activity (W91CRB-17-D-5005)."
    )
    post = "\n\n".join(("CONTRACTS", "ARMY", "\n".join(textwrap.fill(each, 79) for each in (zeta, eta))))
    (claim,) = contract_post.read(paper.plain(post)).claims
    assert isinstance(claim, Transfer)
    assert [each.value for each in claim.contractors] == ["Eta Systems Inc."]
    assert (claim.contract and claim.contract.value) == "W91CRB-17-D-5005"


@pytest.mark.parametrize("said", ["contracting authority", "contacting activity", "contracting agency"])
def test_the_activity_by_its_other_names(said: str) -> None:
    claim = award(
        "Epsilon Inc., Dayton, Ohio, was awarded a $7,000,000 contract for radars. It involves foreign military sales. "
        f"The Naval Air Systems Command, Patuxent River, Maryland, is the {said}."
    )
    assert claim is not None
    assert (claim.activity and claim.activity.value) == "Naval Air Systems Command, Patuxent River, Maryland"
