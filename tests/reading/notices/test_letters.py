"""The Congressional Record's reprints, and letters on commercial licences."""

from armsdocket.reading.claims import Transfer
from armsdocket.reading.notices import congressional_record, licence_notice
from tests.reading.notices import paper

RECORD = """[Congressional Record Volume 166, Number 182 (Thursday, October 22, 2020)]
[Senate]
[Page S6400]
From the Congressional Record Online through the Government Publishing Office [www.gpo.gov]

                        ARMS SALES NOTIFICATION

  Mr. DOE. Mr. President, section 36(b) of the Arms Export Control
Act requires that Congress receive prior notification of certain
proposed arms sales as defined by that statute.
  There being no objection, the material was ordered to be printed in
the Record, as follows:

                          Defense Security Cooperation Agency,
                                                    Arlington, VA.
       Dear Mr. Chairman: Pursuant to the reporting requirements
     of Section 36(b)(1) of the Arms Export Control Act, as
     amended, we are forwarding herewith Transmittal No. 20-55
     concerning the Navy's proposed Letter(s) of Offer and
     Acceptance to the Government of Latvia for defense articles
     and services estimated to cost $110 million.
           Sincerely,
                                                         Director.
                         transmittal no. 20-55

     Notice of Proposed Issuance of Letter of Offer Pursuant to Section
         36(b)(1) of the Arms Export Control Act, as amended

       (i) Prospective Purchaser: Government of Latvia.
       (ii) Total Estimated Value:
       Major Defense Equipment* $90 million.
       Other $20 million.
       Total $110 million.
       (iii) Description and Quantity or Quantities of Articles or
     Services under Consideration for Purchase:
       Major Defense Equipment (MDE):
       Twelve (12) Naval Strike Missiles.
       Two (2) coastal launchers.
       Non-MDE: Also included are spare parts, training, and other
     related elements of logistics and program support.
       (iv) Military Department: Navy (LG-P-LAB).
       (v) Prior Related Cases, if any: None.
       (vi) Sales Commission, Fee, etc., Paid, Offered, or Agreed
     to be Paid: None.
       (vii) Sensitivity of Technology Contained in the Defense
     Article or Defense Services Proposed to be Sold: See Attached
     Annex.
       (viii) Date Report Delivered to Congress: October 20, 2020.
                         transmittal no. 20-56

       (i) Prospective Purchaser: Government of Estonia.
       (ii) Total Estimated Value:
       Major Defense Equipment* $8 million.
       Other $2 million.
       Total $10 million.
       (iii) Description and Quantity or Quantities of Articles or
     Services under Consideration for Purchase:
       Major Defense Equipment (MDE):
       Four (4) launchers.
       (iv) Military Department: Army (EN-B-UAB).
       (viii) Date Report Delivered to Congress: October 21, 2020.
"""

LETTERS = """DEPARTMENT OF STATE

Bureau of Political-Military Affairs, Directorate of Defense
Trade Controls: Notifications to the Congress of Proposed Commercial
Export Licenses

SUMMARY: The Directorate of Defense Trade Controls and the Department
of State give notice that the attached Notifications of Proposed
Commercial Export Licenses were submitted to the Congress.

January 18, 2023

The Honorable Jane Doe,
Speaker of the House of Representatives.

    Dear Madam Speaker: Pursuant to Section 36(c) of the Arms Export
Control Act, please find enclosed a certification of a proposed license
for the export of firearms, parts, and components controlled under
Category I of the U.S. Munitions List to Oman in the amount of
$1,000,000 or more.
    The transaction contained in the attached certification involves
the export of 2,400 5.56mm carbines and 100 suppressors to Oman.
    The U.S. Government is prepared to license the export of these
items having taken into account political and military considerations.

    Sincerely,
Enclosure: Transmittal No. DDTC 22-067

February 2, 2023

The Honorable Jane Doe,
Speaker of the House of Representatives.

    Dear Madam Speaker: Pursuant to Section 36(d) of the Arms Export
Control Act, please find enclosed a certification of a proposed
agreement for the manufacture of significant military equipment abroad
to Japan and the United Kingdom in the amount of $100,000,000 or more.

    Sincerely,
Enclosure: Transmittal No. DDTC 22-081
"""


def test_two_certifications_in_a_row() -> None:
    """Each certification of a reprint is a transfer with its own number, sums and day."""
    reading = congressional_record.read(paper.plain(RECORD))
    claims = [claim for claim in reading.claims if isinstance(claim, Transfer)]
    assert [claim.transmittal.value for claim in claims if claim.transmittal] == ["20-55", "20-56"]
    assert [claim.buyer.value for claim in claims if claim.buyer] == ["LV", "EE"]
    assert [claim.value.value for claim in claims if claim.value] == [110_000_000, 10_000_000]
    assert [claim.received.value for claim in claims if claim.received] == ["2020-10-20", "2020-10-21"]
    assert [[item.quantity.value for item in claim.items if item.quantity] for claim in claims] == [
        [12, 2],
        [4],
    ]
    assert reading.heading.citation is not None
    assert reading.heading.citation.value == "166 Cong. Rec. S6400"
    assert reading.problems == ()


def test_title_of_several_lines() -> None:
    """A title that is broken over lines is one title."""
    title = licence_notice.read(paper.plain(LETTERS)).heading.title
    assert title is not None
    assert title.value == (
        "Bureau of Political-Military Affairs, Directorate of Defense Trade Controls: "
        "Notifications to the Congress of Proposed Commercial Export Licenses"
    )


def test_licence_letters() -> None:
    """A letter gives section, countries, threshold, lines and its own date."""
    reading = licence_notice.read(paper.register(LETTERS, "00-00"))
    first, second = (claim for claim in reading.claims if isinstance(claim, Transfer))
    assert first.value is not None
    assert (first.value.value, first.value.bound) == (1_000_000, "at least")
    assert [
        getattr(first, name).value for name in ("transmittal", "section", "channel", "notified", "buyer")
    ] == [
        "DDTC 22-067",
        "36(c)",
        "DCS",
        "2023-01-18",
        "OM",
    ]
    assert [item.quantity.value for item in first.items if item.quantity] == [2400, 100]
    assert second.buyer is not None
    assert second.section is not None
    assert (second.section.value, second.buyer.value) == ("36(d)", "JP")
    assert [each.value for each in second.shared_with] == ["GB"]
