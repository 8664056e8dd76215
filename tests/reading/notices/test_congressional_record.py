"""The Congressional Record: reports of changes, emergencies, slips of print and of reading by machine."""

import pytest

from armsdocket.reading.claims import Transfer
from armsdocket.reading.kind import recognise
from armsdocket.reading.notices import congressional_record
from armsdocket.reading.notices.congressional_record import NAME
from tests.reading.notices import paper

HEAD = """[Congressional Record Volume 170, Number 9 (Tuesday, January 16, 2024)]
[Senate]
[Page S99]
From the Congressional Record Online through the Government Publishing Office [www.gpo.gov]

                        ARMS SALES NOTIFICATIONS

  There being no objection, the material was ordered to be printed in
the Record, as follows:

                                                  Defense Security


                                           Cooperation Agency,

                                                   Washington, DC.
     Hon. Jane Doe,
     Chairman, Committee on Foreign Relations,
     U.S. Senate, Washington, DC.
       Dear Madam Chairman: Pursuant to the reporting requirements
     of Section {section} of the Arms Export Control Act, as
     amended, we are forwarding Transmittal No. {number}. We will
     issue a news release to notify the public.
           Sincerely,
                                                   A. Person Doe
                            (For B. C. Person, Acting Director).
       Encloures.


                         Transmittal No. {number}

"""
REPORT = """     Report of Enhancement or Upgrade of Sensitivity of Technology
         or Capability (Sec. 36(b)(5)(A), AECA)
       (i) Purchaser: Government of Finland.
       (ii) Sec. 36(b)(l). AECA Transmittal No.: 18-90; Date: May
     1, 2018; Implementing Agency: Navy.
       Funding Source: National Funds.
       (iii) Description: On May 1, 2018, Congress was notified by
     congressional certification transmittal number 18-90 of the
     possible sale of ten (10) naval guns. The estimated total
     cost was $80 million. Major Defense Equipment (MDE)
     constituted $60 million of this total.
       On June 2, 2020, Congress was notified by congressional
     certification transmittal number 0B-20 of two (2) more guns.
     The total case value increased to $95 million.
       This transmittal reports the addition of the following non-
     MDE items: gun cradles. This transmittal notifies the
     inclusion of the following MDE items:
       --Four (4) naval guns.
       --Six (6) fire control radars.
       The following non-MDE items will also be included: spare
     barrels and training. The estimated total value of the new
     items is $30 million. The estimated total case value will
     increase by $30 million to a revised $125 million. MDE
     constitutes $88 million of this total.
       (iv) Significance: The guns reach further.
       (v) Justification: This proposed sale will support the
     foreign policy of the United States.
       (vi) Sensitivity of Technology: As before.
       (vii) Date Report Delivered to Congress: January 9, 2024.
"""
CERTIFICATION = """     Notice of Proposed Issuance of Letter of Offer Pursuant to
         Section 36(b)(l) of the Arms Export Control Act, as
         amended
       Prospective Purchaser: Government of lceland.
        Total Estimate Value:
       Major Defense Equipment* $7 million.
       Other --- $3 million.
       Total $10 million.
       (iii) Description and Quality or Quantities of Articles or
     Services under Consideration for Purchase: Foreign Military
     Sales (FMS) case IC-B-AAA was below the congressional
     notification threshold at $4 million ($3 million in MDE) and
     included three (3) radars. The Government of Iceland has
     requested the case be amended to additionally include five
     (5) radars. The above notification requirements are combined
     as follows:
       Major Defense Equipment (MDE):
       Eight (8) coastal radars.
       Non-Major Defense Equipment: Also included are masts; and
     other related elements of logistics and program support.
       (iv) Military Department: Navy (IC-B-AAA).
       (v) Prior Related Cases, if any: None.
       (vi) Sales Commission, Fee, etc.. Paid, Offered. or Agreed
     to be Paid, None known at this time.
       (vii) Sensitivity of Technology Contained in the Defense
     Article or Defense Services Proposed to be Sold: See Annex.
       (Vlll) Date Report Delivered to Congress: January 10, 2024.
       * As defined in Section 47(6) of the Arms Export Control
     Act.

                      Iceland--Coastal Radars

       The Government of Iceland has requested to buy five (5)
     additional radars that will be added to a previously
     implemented case. The original FMS case, valued at $4 million
     ($3 million in MDE), included three (3) radars. This
     notification is for a combined total of eight (8) coastal
     radars. Also included are masts. The estimated total cost is
     $10 million.
       The principal contractor will be Example Radar, located in
     Salem, OR, or Sample Sensors Inc. (SSI), located in Akron, OH,
     or a combination of both.

                 Memorandum of Justification for Emergency Sales

       In the winter of 2023, three (3) radars were lost at a price
     of $9 million. For the reasons above, an emergency exists
     requiring the immediate sale of these articles.
"""


def read(body: str, number: str, section: str) -> tuple[list[Transfer], set[str]]:
    """Return the transfers of a reprint, and the rules under which it reports problems."""
    reading = congressional_record.read(paper.plain(HEAD.format(number=number, section=section) + body))
    assert reading.heading.kind == "congressional record"
    claims = [claim for claim in reading.claims if isinstance(claim, Transfer)]
    assert {claim.reader.partition("/")[0] for claim in claims} == {NAME}
    return claims, {problem.rule for problem in reading.problems}


def test_report_of_a_change() -> None:
    """A report is read as one: what it changes, what it adds, the sums before and after."""
    (claim,), problems = read(REPORT, "0C-24", "36(b)(5)(A)")
    assert [
        getattr(claim, name).value for name in ("transmittal", "section", "received", "printed", "buyer")
    ] == ["24-0C", "36(b)(5)(A)", "2024-01-09", "2024-01-16", "FI"]
    assert [each.value for each in claim.amends] == ["18-90", "20-0B"]
    assert [(item.quantity.value, item.mde.value) for item in claim.items if item.quantity and item.mde] == [
        (4, True),
        (6, True),
    ]
    assert [(item.value, item.mde and item.mde.value) for item in claim.items if not item.quantity] == [
        ("gun cradles", False),
        ("spare barrels and training", False),
    ]
    assert claim.value is not None
    assert (claim.value.of, claim.value.value) == ("revised", 125_000_000)
    assert [(value.of, value.value) for value in claim.values] == [
        ("addition", 30_000_000),
        ("mde", 88_000_000),
        ("original", 80_000_000),
    ]
    assert problems == set()


def test_certification_with_slips() -> None:
    """Numbers lost or misread, a heading left out: every clause is found by its words."""
    (claim,), problems = read(CERTIFICATION, "24-90", "36(b)(l)")
    assert [
        getattr(claim, name).value
        for name in ("transmittal", "section", "received", "buyer", "fms_case", "emergency")
    ] == ["24-90", "36(b)(1)", "2024-01-10", "IS", "IC-B-AAA", True]
    assert [(value.of, value.value) for value in (claim.value, *claim.values) if value] == [
        ("total", 10_000_000),
        ("mde", 7_000_000),
        ("other", 3_000_000),
        ("original", 4_000_000),
    ]
    assert [item.quantity.value for item in claim.items if item.quantity] == [8]
    assert [each.value for each in claim.contractors] == ["Example Radar", "Sample Sensors Inc."]
    assert problems == set()


def test_one_behind_the_other() -> None:
    """A report names no number of the certification printed behind it, nor the other way round."""
    second = HEAD[HEAD.index("     Hon. Jane") :].format(number="24-90", section="36(b)(1)") + CERTIFICATION
    (first, last), _ = read(REPORT + second, "0C-24", "36(b)(5)(A)")
    assert first.transmittal is not None
    assert last.transmittal is not None
    assert (first.transmittal.value, last.transmittal.value) == ("24-0C", "24-90")
    assert [each.value for each in first.amends] == ["18-90", "20-0B"]
    assert last.amends == ()


def test_without_indents() -> None:
    """The page of congress.gov has no indents and no empty lines: clauses and dates are found too."""
    title = "ARMS SALES NOTIFICATION; Congressional Record Vol. 170, No. 9\n(Senate - January 16, 2024)\n"
    text = title + HEAD.partition("\n")[2].format(number="24-90", section="36(b)(1)") + CERTIFICATION
    flat = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    document = paper.plain(flat.replace("January 10, 2024.", "January 10,\n2024."))
    reading = congressional_record.read(document)
    (claim,) = reading.claims
    assert isinstance(claim, Transfer)
    assert recognise(document) == "congressional record"
    assert reading.heading.published is not None
    assert reading.heading.published.value == "2024-01-16"
    assert [
        getattr(claim, name).value for name in ("transmittal", "received", "buyer", "fms_case", "value")
    ] == ["24-90", "2024-01-10", "IS", "IC-B-AAA", 10_000_000]
    assert [item.quantity.value for item in claim.items if item.quantity] == [8]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Taipei Economic and Cultural Representative Office (TECRO) in the United States", "TW"),
        ("Government of ltaly", "IT"),
        ("The Government of Po1and", "PL"),
        ("NATO Support and Procurement Agency (NSPA)", "NSPA"),
    ],
)
def test_purchasers(name: str, code: str) -> None:
    """Abbreviations inside a name and letters misread do not hide who buys."""
    (claim,), _ = read(CERTIFICATION.replace("Government of lceland.", name), "24-91", "36(b)(1)")
    assert claim.buyer is not None
    assert (claim.buyer.value, claim.buyer.as_written.replace("\n", " ")) == (code, claim.buyer.as_written)
