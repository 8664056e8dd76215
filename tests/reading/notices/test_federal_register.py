# ruff: noqa: E501 - the documents have long lines
"""Federal Register notices: every clause, with the oddities of the real ones in our own wording."""

import pytest

from armsdocket.reading.claims import Transfer
from armsdocket.reading.notices import change_report, correction, federal_register
from armsdocket.reading.record import passages
from tests.reading.notices import paper

NOTICE = """Transmittal No. 26-99
Notice of Proposed Issuance of Letter of Offer Pursuant to Section
36(b)(1) of the Arms Export Control Act, as amended
    (i) (U) Prospective Purchaser: NATO Support and Procurement Agency
(NSPA)
    (ii) (U) Total Estimated Value:

Major Defense Equipment *...............  $ 0.64 million
Other...................................  $82.50 million

[[Page 24850]]

                                         -------------------------------
    `TOTAL..............................  $83.14 million

    (iii) (U) Description and Quantity or Quantities of Articles or
Services under Consideration for Purchase:
Major Defense Equipment (MDE):
    (U) Thirty(30) AGM-114R2 Hellfire missiles
    Up to twelve (12) AIM-120C-8 Advanced Medium Range Air-to-Air
Missiles (AMRAAM) (includes two (2) fly-to-buy)
    Sixteen (16) T-55-GA-714A engines (12 installed, 4 spares)
Non-MDE: Also included are KIV-78 cryptographic appliques; spare parts;
and other related elements of logistics and program support.
    (iv) (U) Military Department: Navy (AT-P-LHV)
    (v) (U) Prior Related Cases, if any: AT-P-LAA, AT-D-QAA
    (vi) (U) Sales Commission, Fee, etc., Paid, Offered, or Agreed to be
Paid: None
    (vii) (U) Sensitivity of Technology Contained in the Defense Article
or Defense Services Proposed to be Sold: See Attached Annex
    (viii) (U) Date Report Delivered to Congress: September 5, 2025
    * As defined in Section 47(6) of the Arms Export Control Act.

POLICY JUSTIFICATION

NATO Support and Procurement Agency--Hellfire Missiles

    The NATO Support and Procurement Agency has requested to buy thirty
(30) AGM-114R2 Hellfire missiles; up to twelve (12) AIM-120C-8 Advanced
Medium Range Air-to-Air Missiles (AMRAAM) (includes two (2) fly-to-buy);
and sixteen (16) T-55-GA-714A engines. The estimated total cost is
$83.14 million.
    This proposed sale will support the foreign policy goals of the
United States by improving the security of the Alliance.
    The principal contractor will be RTX Corporation, located in Tucson,
AZ. There are no known offset agreements.
    There will be no adverse impact on U.S. defense readiness as a
result of this proposed sale.

TRANSMITTAL NO. 26-99

Annex Item No. vii

    (vii) Sensitivity of Technology:
    1. The missile has two (2) motors and a price of $5 million each,
and nothing of that is recorded.
"""

CHANGE = """Transmittal No. 0M-25
REPORT OF ENHANCEMENT OR UPGRADE OF SENSITIVITY OF TECHNOLOGY OR
CAPABILITY (SEC. 36(B)(5)(C), AECA)
    (i) Prospective Purchaser: Government of Japan
    (ii) Sec. 36(b)(1), AECA Transmittal No.: 20-08
    Date: July 9, 2020
    Implementing Agency: Air Force
    (iii) Description: On July 9, 2020, Congress was notified by
congressional certification transmittal number 20-08 of the possible
sale of sixty-three (63) F-35A aircraft. The estimated total case value
was $23.11 billion. MDE constituted $13.31 billion of this total.
    This transmittal reports the inclusion of the following MDE items:
eight (8) F-35A aircraft; and two (2) F135 engines. The total case value
will increase by $0.5 billion to a revised $23.61 billion.
    (iv) Significance: The proposed sale will improve readiness.
    (v) Justification: This proposed sale will support the foreign
policy of the United States.
    (vi) Sensitivity of Technology: It is described elsewhere.
    (vii) Date Report Delivered to Congress: June 23, 2025
"""


OLD = """Transmittal No. 26-99

Notice of Proposed Issuance of Letter of Offer

Pursuant to Section 36(b)(1)

of the Arms Export Control Act, as amended

    (i) Prospective Purchaser: Kuwait
    (ii) Total Estimated Value:
---------------------------------------------------------------------------

    * As defined in Section 47(6) of the Arms Export Control Act.

Major Defense Equipment *...............  $1.397 billion.
Other...................................  $ .303 billion.
                                         -------------------------------
  TOTAL.................................  $1.700 billion.

    (iii) Description and Quantity or Quantities of Articles or
Services under Consideration for Purchase: 60 guided missiles with
containers, 4 radars, up to (40) radios, spare and repair parts, and
other related elements of logistics support.
    (iv) Military Department: Army (UKU, Amd #2)
    (v) Prior Related Cases, if any:
    FMS case JBH-$200M-19Aug92
    FMS case JBI-$20M-1Aug93
    (vi) Sales Commission, Fee, etc., Paid, Offered, or Agreed to be
Paid: None.
    (vii) Sensitivity of Technology Contained in the Defense Article or
Defense Services Proposed to be Sold: See Annex attached.
    (viii) Date Report Delivered to Congress: 17 September 2014
"""


def notice() -> Transfer:
    (claim,) = federal_register.read(paper.register(NOTICE)).claims
    assert isinstance(claim, Transfer)
    return claim


def test_every_clause() -> None:
    """Each clause gives its field."""
    claim = notice()
    assert claim.buyer is not None
    assert claim.seller is not None
    assert (claim.buyer.value, claim.seller.value) == ("NSPA", "US")
    stated = {
        name: getattr(claim, name).value
        for name in (
            "transmittal",
            "fms_case",
            "department",
            "received",
            "printed",
            "section",
            "stage",
            "channel",
        )
    }
    assert stated == {
        "transmittal": "26-99",
        "fms_case": "AT-P-LHV",
        "department": "Navy",
        "received": "2025-09-05",
        "printed": "2026-05-11",
        "section": "36(b)(1)",
        "stage": "notified",
        "channel": "FMS",
    }
    assert [case.value for case in claim.prior_cases] == ["AT-P-LAA", "AT-D-QAA"]
    assert [(each.value, each.place.value) for each in claim.contractors if each.place] == [
        ("RTX Corporation", "Tucson, AZ")
    ]


def test_values_kept_apart() -> None:
    """Major equipment, other and total are three sums, the total behind a page mark too."""
    claim = notice()
    assert claim.value is not None
    assert (claim.value.value, claim.value.of, claim.value.currency) == (83_140_000, "total", "USD")
    assert [(value.value, value.of) for value in claim.values] == [(640_000, "mde"), (82_500_000, "other")]


def test_lines() -> None:
    """Lines keep number, bound, major or not, and their own parts."""
    counted = [item for item in notice().items if item.quantity]
    assert [
        (item.quantity.value, item.quantity.bound, item.mde.value)
        for item in counted
        if item.quantity and item.mde
    ] == [
        (30, "exactly", True),
        (12, "at most", True),
        (16, "exactly", True),
    ]
    assert [part.quantity.value for item in counted for part in item.includes if part.quantity] == [2, 12, 4]
    assert [item.mde.value for item in notice().items if item.mde and not item.quantity] == [False, False]


def test_all_is_accounted_for() -> None:
    """Nothing is left unread, and the annex is left out by its rule."""
    reading = federal_register.read(paper.register(NOTICE))
    assert reading.problems == ()
    assert {part.rule for part in reading.ignored} >= {
        "sensitivity annex",
        "no sales commission",
        "readiness",
    }


def test_passages_round_trip() -> None:
    """Every passage is its words, page marks and breaks with them."""
    reading = federal_register.read(paper.register(NOTICE))
    found = passages(reading.claims) + passages(reading.heading)
    assert len(found) > 30
    for passage, words in found:
        assert passage.words(reading.document.text) == words


def test_notice_of_2014() -> None:
    """The form of the first years: a footnote before the table, bare brackets, cases by three letters."""
    document = paper.register(OLD)
    reading = federal_register.read(document)
    (claim,) = reading.claims
    assert isinstance(claim, Transfer)
    assert claim.received is not None
    assert (claim.received.value, claim.received.as_written) == ("2014-09-17", "17 September 2014")
    assert [(value.of, value.value) for value in (claim.value, *claim.values) if value] == [
        ("total", 1_700_000_000),
        ("mde", 1_397_000_000),
        ("other", 303_000_000),
    ]
    assert [(item.quantity.value, item.quantity.bound) for item in claim.items if item.quantity] == [
        (60, "exactly"),
        (4, "exactly"),
        (40, "at most"),
    ]
    assert [case.value for case in claim.prior_cases] == ["JBH", "JBI"]
    assert claim.fms_case is None
    assert reading.problems == ()


BROKEN = [
    ("$82.50 million", "$82.90 million", "sums do not add up", "a printed sum that is off"),
    (": September 5, 2025", ": to be supplied", "no delivery date", "no day of delivery"),
    ("Navy (AT-P-LHV)", "Navy (AT-P-LHV, AT-P-GYO)", "several case numbers", "two cases in one clause"),
    ("be sold: see", "be sold: see", "", "nothing changed"),
    ("Paid: None\n", "Paid: A fee of $2 million to an agent\n", "sales commission", "a commission"),
    ("cost is\n$83.14", "cost is\n$91.14", "totals differ", "table and justification differ"),
    ("buy thirty\n(30)", "buy forty\n(40)", "quantities differ", "clause and justification differ"),
]


@pytest.mark.parametrize(("old", "new", "rule", "reason"), BROKEN, ids=[case[3] for case in BROKEN])
def test_problems(old: str, new: str, rule: str, reason: str) -> None:
    """What is wrong in print is reported and not repaired."""
    reading = federal_register.read(paper.register(NOTICE.replace(old, new)))
    rules = {problem.rule for problem in reading.problems}
    assert rules == ({rule} if rule else set()), reason


def test_change_report() -> None:
    """A report of a change gives what it adds, and the certification it changes."""
    reading = change_report.read(paper.register(CHANGE, "0M-25"))
    (claim,) = reading.claims
    assert isinstance(claim, Transfer)
    assert claim.transmittal is not None
    assert claim.transmittal.value == "25-0M"
    assert claim.transmittal.as_written == "0M-25"
    assert [each.value for each in claim.amends] == ["20-08"]
    assert [item.quantity.value for item in claim.items if item.quantity] == [8, 2]
    assert claim.value is not None
    assert claim.value.value == 23_610_000_000
    assert {(value.value, value.of) for value in claim.values} == {
        (500_000_000, "addition"),
        (23_110_000_000, "original"),
    }
    assert reading.problems == ()


def test_a_clause_left_empty_states_nothing() -> None:
    text = CHANGE.replace("Implementing Agency: Air Force", "Implementing Agency:")
    (claim,) = change_report.read(paper.register(text, "0M-25")).claims
    assert isinstance(claim, Transfer)
    assert claim.department is None


def test_correction() -> None:
    """A correction names what it corrects and invents no purchaser, value or day of delivery."""
    text = (
        "ACTION: Arms sales notice; correction.\n\nSUMMARY: On March 2, 2026, the DoD published a notice with the wrong\n"
        "page. This correction prints the right one.\n\nSUPPLEMENTARY INFORMATION: In the Federal Register of March 2, 2026\n"
        "(91 FR 10001-10004), in FR Doc. 2026-04001, on page 10002, the page is\nreprinted as follows.\n\n"
        "[GRAPHIC] [TIFF OMITTED] TN02MR26.000\n"
    )
    (claim,) = correction.read(paper.register(text, "25-77")).claims
    assert isinstance(claim, Transfer)
    assert claim.transmittal is not None
    assert claim.transmittal.value == "25-77"
    assert [each.value for each in claim.corrects] == ["2026-04001", "91 FR 10001-10004"]
    assert (claim.buyer, claim.value, claim.received, claim.items) == (None, None, None, ())
