# ruff: noqa: E501 - the documents have long lines
"""Joint resolutions: records in two makes, bills as text, every way of listing sales."""

import json

from armsdocket.documents.load import load
from armsdocket.reading.claims import Resolution, Transfer
from armsdocket.reading.notices import resolution
from armsdocket.reading.notices.proceedings import stage_of

TEXT = (
    "S.J. RES. 7\nProviding for congressional disapproval of the proposed foreign military sales.\n\n"
    "That the following proposed foreign military sales to the Republic of Korea are prohibited:\n\n"
    "(1) The sale of the following defense articles and services, described in Transmittal No. 24\u201304, submitted to Congress "
    "pursuant to section 36(b)(1) of the Arms Export Control Act (22 U.S.C. 2776(b)(1)), and published in the Congressional "
    "Record on March 3, 2024: The following Major Defense Equipment (MDE): Forty (40) AGM\u2013114R missiles. Two (2) M142 "
    "launchers. The following non-MDE items will also be included: training; and other related elements of logistics.\n"
    "(2) The sale of the following defense articles, described in Transmittal No. 24\u20130B, submitted to Congress pursuant to "
    "section 36(b)(5)(C) of the Arms Export Control Act: the addition of six (6) trucks to a previous sale notified on "
    "May 7, 2018, by Congressional certification transmittal number 18\u201320.\n"
)
RECORD = {
    "congress": 118,
    "number": "S.J.Res. 7",
    "title": "A joint resolution on two sales.",
    "introduced": "2024-03-09",
    "sponsor": "Sen. Doe, Jane [I-VT] (D000001)",
    "cosponsors": ["Sen. Roe, Richard [D-OR] (R000002)"],
    "transmittals": ["24-04", "24-0B"],
    "versions": [{"date": "2024-03-09", "version": "Introduced in Senate", "text": TEXT}],
    "actions": [
        {"date": "2024-03-09", "text": "Introduced in Senate"},
        {"date": "2024-03-09", "text": "Introduced in Senate"},
        {
            "date": "2024-04-01",
            "text": "Motion to discharge Senate Committee on Foreign Relations rejected by Yea-Nay Vote. "
            "40 - 58. Record Vote Number: 12.",
        },
    ],
    "votes": {
        "senate-118-2-0012": "Senate Roll Call 12 \u2014 118th Congress, session 2\n\nOn the Motion to Discharge\n\n"
        "| | |\n|---|---|\n| Date | 2024-04-01 |\n| Result | Motion Rejected |\n| Yea | 40 |\n| Nay | 58 |\n| Present | 0 |\n"
        "| Not voting | 2 |\n",
    },
}


def read(record: object) -> tuple[Resolution, list[Transfer]]:
    reading = resolution.read(load(json.dumps(record).encode(), "record.json"))
    assert reading.problems == ()
    first, *rest = reading.claims
    assert isinstance(first, Resolution)
    return first, [claim for claim in rest if isinstance(claim, Transfer)]


def test_record() -> None:
    """The head of a record: number, members, actions once each with their stage, votes, as of."""
    claim, _ = read(RECORD)
    assert claim.congress is not None
    assert claim.chamber is not None
    assert claim.sponsor is not None
    assert claim.as_of is not None
    assert (claim.number.value, claim.congress.value, claim.chamber.value) == ("S.J.Res. 7", 118, "Senate")
    assert claim.sponsor.value == "Sen. Doe, Jane [I-VT]"
    assert [member.value for member in claim.cosponsors] == ["Sen. Roe, Richard [D-OR]"]
    assert [action.stage for action in claim.actions] == ["introduced", "discharge rejected"]
    (vote,) = claim.votes
    assert vote.yeas is not None
    assert vote.nays is not None
    assert vote.not_voting is not None
    assert (vote.chamber, vote.yeas.value, vote.nays.value, vote.not_voting.value) == ("Senate", 40, 58, 2)
    assert claim.as_of.value == "2024-04-01"
    assert [each.value for each in claim.transmittals] == ["24-04", "24-0B", "18-20"]


def test_each_sale_is_a_transfer() -> None:
    """Two sales listed are two transfers with the same buyer and their own numbers and items."""
    _, (first, second) = read(RECORD)
    assert first.buyer is not None
    assert second.buyer is not None
    assert (first.buyer.value, second.buyer.value) == ("KR", "KR")
    assert first.transmittal is not None
    assert second.transmittal is not None
    assert (first.transmittal.value, second.transmittal.value) == ("24-04", "24-0B")
    assert [item.quantity.value for item in first.items if item.quantity] == [40, 2]
    assert [item.mde.value for item in first.items if item.mde] == [True, True, False]
    assert [item.quantity.value for item in second.items if item.quantity] == [6]
    assert [each.value for each in second.amends] == ["18-20"]
    assert first.stage is not None
    assert first.stage.value == "notified"
    assert first.notified is None, "the day of printing in the Record is not the day of notification"


def test_no_status_from_silence() -> None:
    """A record without later actions says nothing of what became of the resolution."""
    claim, _ = read({**RECORD, "actions": RECORD["actions"][:1], "votes": {}})  # type: ignore[index]
    assert [action.stage for action in claim.actions] == ["introduced"]
    assert claim.votes == ()


def test_licences() -> None:
    """An export under section 36(c) to several countries goes by the communication's number."""
    text = (
        "S.J. RES. 9\nProviding for congressional disapproval.\n\nThat the issuance of an export license with respect to the "
        "following proposed exports to Qatar, the United Kingdom, and Spain is prohibited:\n\n(1) The transfer of the following "
        "defense articles, described in Executive Communication 1416 (EC\u20131416) submitted to Congress pursuant to section "
        "36(c) of the Arms Export Control Act: The proposed export of 15,000 120mm mortar bombs.\n"
    )
    claim, (sale,) = read(
        {
            **RECORD,
            "number": "S.J.Res. 9",
            "versions": [{"date": "2024-03-09", "text": text}],
            "transmittals": [],
        }
    )
    assert [each.value for each in claim.communications] == ["EC-1416"]
    assert sale.transmittal is None
    assert sale.buyer is not None
    assert sale.channel is not None
    assert [sale.buyer.value, *(each.value for each in sale.shared_with)] == ["QA", "GB", "ES"]
    assert sale.channel.value == "DCS"
    assert [item.quantity.value for item in sale.items if item.quantity] == [15_000]


def test_list_of_bare_numbers() -> None:
    """A resolution that lists nothing but numbers gives a transfer for each."""
    text = (
        "H.J. RES. 8\nThat the issuance of an export license with respect to any of the agreements is prohibited, as described in the "
        "following license documents:\n\n(1) DDTC\u201317\u2013079.\n(2) 17\u20130B.\n"
    )
    _, sales = read({**RECORD, "versions": [{"date": "2024-03-09", "text": text}]})
    assert [sale.transmittal.value for sale in sales if sale.transmittal] == ["DDTC 17-079", "17-0B"]


def test_record_of_the_interface() -> None:
    """The record of the public interface names its fields otherwise."""
    record = {
        "bill": {
            "congress": 119,
            "number": "33",
            "type": "SJRES",
            "title": "A joint resolution.",
            "introducedDate": "2025-03-10",
            "sponsors": [{"bioguideId": "D000001", "fullName": "Sen. Doe, Jane [I-VT]"}],
            "latestAction": {
                "actionDate": "2025-04-03",
                "text": "Motion to discharge rejected by Yea-Nay Vote. 15 - 83. Record Vote Number: 168.",
            },
        }
    }
    claim, sales = read(record)
    assert claim.sponsor is not None
    assert claim.introduced is not None
    assert (claim.number.value, claim.sponsor.value, claim.introduced.value) == (
        "S.J.Res. 33",
        "Sen. Doe, Jane [I-VT]",
        "2025-03-10",
    )
    assert [action.stage for action in claim.actions] == ["discharge rejected"]
    assert sales == []


def test_printed_bill() -> None:
    """The text of a bill gives number, congress, sponsor and sales."""
    text = (
        "118th CONGRESS\n2d Session\nS. J. RES. 7\nIN THE SENATE OF THE UNITED STATES\nMarch 9, 2024\n"
        "Ms. Doe introduced the following joint resolution; which was read twice\nJOINT RESOLUTION\n"
        + TEXT.split("\n", 1)[1]
    )
    first, *sales = resolution.read(load(text.encode(), "bill.txt")).claims
    assert isinstance(first, Resolution)
    assert first.sponsor is not None
    assert first.introduced is not None
    assert (first.number.value, first.sponsor.value, first.introduced.value) == (
        "S.J.Res. 7",
        "Ms. Doe",
        "2024-03-09",
    )
    assert len(sales) == 2


def test_stages_of_actions() -> None:
    """The words of an action tell its stage; unknown words tell none."""
    assert stage_of("Vetoed by President.") == "vetoed"
    assert stage_of("Failed of passage in Senate over veto by Yea-Nay Vote. 45 - 40.") == "veto sustained"
    assert stage_of("Passed Senate without amendment by Yea-Nay Vote. 53 - 45.") == "passed the Senate"
    assert stage_of("Star print ordered.") is None


def test_bill_as_xml() -> None:
    """The marked-up text of a bill gives the same as the printed one."""
    content = (
        '<?xml version="1.0"?>\n<resolution resolution-type="senate-joint">\n<form>\n<congress>118th CONGRESS</congress>\n'
        "<legis-num>S. J. RES. 7</legis-num>\n<action><action-date>March 9, 2024</action-date><action-desc><sponsor>Ms. Doe"
        "</sponsor> introduced the following joint resolution; which was read twice</action-desc></action>\n"
        "<legis-type>JOINT RESOLUTION</legis-type>\n<official-title>Providing for congressional disapproval of the proposed "
        "foreign military sale to Norway.</official-title>\n</form>\n<resolution-body><section><text>That the following proposed "
        "foreign military sale to Norway is prohibited:</text><paragraph><enum>(1)</enum><text>The sale of the following defense "
        "articles, described in Transmittal No. 24\u201304, submitted to Congress pursuant to section 36(b) of the Arms Export "
        "Control Act (22 U.S.C. 2776(b)): twenty (20) M142 launchers; and other related elements of logistics.</text>"
        "</paragraph></section></resolution-body>\n</resolution>\n"
    )
    first, sale = resolution.read(load(content.encode(), "bill.xml")).claims
    assert isinstance(first, Resolution)
    assert isinstance(sale, Transfer)
    assert first.introduced is not None
    assert sale.transmittal is not None
    assert sale.buyer is not None
    assert (first.number.value, first.introduced.value) == ("S.J.Res. 7", "2024-03-09")
    assert (sale.buyer.value, sale.transmittal.value) == ("NO", "24-04")
    assert [item.quantity.value for item in sale.items if item.quantity] == [20]
