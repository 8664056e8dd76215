# ruff: noqa: E501 - the documents have long lines
"""Joint resolutions: records in two makes, bills as text, every way of listing sales."""

import json

import pytest

from armsdocket.documents.load import load
from armsdocket.reading.claims import Resolution, Transfer
from armsdocket.reading.kind import recognise
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


INTERFACE_BILL = {
    "actions": {"count": 2, "url": "https://api.example/actions"},
    "congress": 119,
    "cosponsors": {
        "count": 1,
        "countIncludingWithdrawnCosponsors": 2,
        "url": "https://api.example/cosponsors",
    },
    "introducedDate": "2025-07-24",
    "latestAction": {
        "actionDate": "2025-09-02",
        "text": "Motion to discharge Senate Committee on Foreign Relations rejected by Yea-Nay Vote. 41 - 55. "
        "Record Vote Number: 12.",
    },
    "number": "61",
    "originChamber": "Senate",
    "sponsors": [
        {"bioguideId": "D000001", "fullName": "Sen. Doe, Jane [I-VT]", "url": "https://api.example/D000001"}
    ],
    "title": "A joint resolution providing for congressional disapproval of the proposed foreign military sale to the "
    "Kingdom of Bahrain of certain defense articles and services.",
    "type": "SJRES",
    "updateDate": "2025-09-05T11:03:41Z",
}
INTERFACE_ACTIONS = [
    {
        "actionDate": "2025-09-02",
        "sourceSystem": {"code": 0, "name": "Senate"},
        "recordedVotes": [{"chamber": "Senate", "date": "2025-09-02T19:20:11Z", "rollNumber": 12}],
        "text": INTERFACE_BILL["latestAction"]["text"],  # type: ignore[index]
        "type": "Floor",
    },
    {
        "actionDate": "2025-07-24",
        "committees": [{"name": "Foreign Relations Committee", "systemCode": "ssfr00"}],
        "text": "Read twice and referred to the Committee on Foreign Relations.",
        "type": "IntroReferral",
    },
    {
        "actionCode": "10000",
        "actionDate": "2025-07-24",
        "text": "Introduced in Senate",
        "type": "IntroReferral",
    },
]
INTERFACE_COSPONSORS = [
    {"bioguideId": "R000002", "fullName": "Sen. Roe, Richard [D-OR]", "sponsorshipDate": "2025-07-24"},
    {
        "bioguideId": "P000003",
        "fullName": "Sen. Poe, Pat [D-VA]",
        "sponsorshipDate": "2025-07-29",
        "sponsorshipWithdrawnDate": "2025-08-01",
    },
]
REQUEST = {"billNumber": "61", "billType": "sjres", "congress": "119", "format": "json"}


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            {**INTERFACE_BILL, "actions": INTERFACE_ACTIONS, "cosponsors": INTERFACE_COSPONSORS},
            "put into the bill",
        ),
        (
            {"bill": INTERFACE_BILL, "actions": INTERFACE_ACTIONS, "cosponsors": INTERFACE_COSPONSORS},
            "lists beside the bill",
        ),
        (
            {
                "bill": {"bill": INTERFACE_BILL, "request": REQUEST},
                "actions": {"actions": INTERFACE_ACTIONS, "request": REQUEST},
                "cosponsors": {"cosponsors": INTERFACE_COSPONSORS, "request": REQUEST},
            },
            "the three answers whole",
        ),
    ],
)
def test_answers_of_the_interface_put_together(record: object, reason: str) -> None:
    """Bill, actions and cosponsors of the public interface, put together in whatever way, give one claim."""
    assert recognise(load(json.dumps(record).encode(), "record.json")) == "resolution", reason
    claim, (sale,) = read(record)
    assert (claim.number.value, claim.congress and claim.congress.value) == ("S.J.Res. 61", 119), reason
    assert [each.value for each in claim.cosponsors] == ["Sen. Roe, Richard [D-OR]"], "who withdrew is none"
    assert {action.stage for action in claim.actions} == {"discharge rejected", "referred", "introduced"}
    assert [(vote.yeas and vote.yeas.value, vote.nays and vote.nays.value) for vote in claim.votes] == [
        (41, 55)
    ]
    assert (claim.as_of and claim.as_of.value) == "2025-09-05", "a day, not a time"
    assert (sale.buyer and sale.buyer.value, sale.channel and sale.channel.value) == ("BH", "FMS"), (
        "by its title"
    )
    assert sale.items == ()


@pytest.mark.parametrize(
    ("record", "actions", "cosponsors"),
    [
        ({"actions": INTERFACE_ACTIONS, "request": REQUEST}, 3, 0),
        ({"cosponsors": INTERFACE_COSPONSORS, "request": REQUEST}, 0, 1),
    ],
)
def test_one_answer_alone_goes_by_its_request(record: object, actions: int, cosponsors: int) -> None:
    claim, sales = read(record)
    assert (claim.number.value, claim.congress and claim.congress.value) == ("S.J.Res. 61", 119)
    assert (len(claim.actions), len(claim.cosponsors), sales) == (actions, cosponsors, [])


def test_related_measures_are_no_part() -> None:
    """What a record says of another measure is not said of this one."""
    related = [
        {
            "congress": 119,
            "number": 7,
            "type": "HR",
            "latestAction": {"actionDate": "2025-12-01", "text": "Passed House."},
        }
    ]
    claim, _ = read({"bill": {**INTERFACE_BILL, "relatedBills": related}})
    assert [action.stage for action in claim.actions] == ["discharge rejected"]
    assert (claim.as_of and claim.as_of.value) == "2025-09-05"


def test_record_without_a_number() -> None:
    """A record that names no joint resolution gives a problem, never a number of something else."""
    reading = resolution.read(load(b'{"title": "On disapproval", "number": 4, "count": 2}', "record.json"))
    assert reading.claims == ()
    assert [problem.what for problem in reading.problems] == [
        "the record gives no number of a joint resolution"
    ]


def test_printed_bill() -> None:
    """The text of a bill gives number, congress, sponsor and sales."""
    text = (
        "118th CONGRESS\n2d Session\nS. J. RES. 7\nIN THE SENATE OF THE UNITED STATES\nMarch 9, 2024\n"
        "Ms. Doe (for herself, Mr. Roe, and Mrs. de la Poe of Ohio) introduced the following joint resolution; which was read "
        "twice and referred to the Committee on Foreign Relations\nJOINT RESOLUTION\n"
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
    assert [each.value for each in first.cosponsors] == ["Mr. Roe", "Mrs. de la Poe of Ohio"]
    assert [(action.stage, action.date and action.date.value) for action in first.actions] == [
        ("introduced", "2024-03-09"),
        ("referred", "2024-03-09"),
    ]
    assert first.actions[1].as_written == "read twice and referred to the Committee on Foreign Relations"
    assert (first.as_of and first.as_of.value) == "2024-03-09", "later actions are not in the print"


def test_engrossed_bill() -> None:
    """A print of a later version tells of the passage, with its own day."""
    text = (
        "118th CONGRESS\nS. J. RES. 7\nJOINT RESOLUTION\n"
        + TEXT.split("\n", 1)[1]
        + "Passed the Senate June 20, 2024.\n"
    )
    first, *_ = resolution.read(load(text.encode(), "bill.txt")).claims
    assert isinstance(first, Resolution)
    assert [(action.stage, action.date and action.date.value) for action in first.actions] == [
        ("passed the Senate", "2024-06-20")
    ]


def test_list_behind_the_ban() -> None:
    """A resolution without numbered members lists its articles behind "is hereby prohibited:"."""
    text = (
        "S.J. RES. 9\nThat the issuance of a letter of offer with respect to the following proposed sale to Qatar (described in the "
        "certification Transmittal No. 21\u201305, sent to the Speaker of the House of Representatives and the chairman of the "
        "Committee on Foreign Relations of the Senate pursuant to section 36(b)(1) of the Arms Export Control Act) is hereby "
        "prohibited: The sale of 50 patrol boats, 300 trainers, and related elements of program support.\n"
    )
    _, (sale,) = read({**RECORD, "versions": [{"date": "2024-03-09", "text": text}]})
    assert [item.quantity.value for item in sale.items if item.quantity] == [50, 300]


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
