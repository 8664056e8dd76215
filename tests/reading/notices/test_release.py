# ruff: noqa: E501 - the documents have long lines
"""DSCA releases and State Department pages: their head, announcement, request and sums."""

import pytest

from armsdocket.documents.load import load
from armsdocket.reading.claims import Transfer
from armsdocket.reading.notices import dsca, state
from tests.reading.notices import paper

OLD = """
Freedonia - Patrol Boats

Media/Public Contact: A. Person (703) 604-0000Transmittal No: 13-67WASHINGTON, July 10, 2013 - On July 8, the Defense Security Cooperation Agency notified Congress of a possible Foreign Military Sale to Norway of 12 patrol boats as well as associated equipment. The total value, if all options are exercised, could be as high as $310 million.
The Government of Norway has requested a possible sale of 12 patrol boats with 24 MK 38 gun mounts, 6 spare engines, spare and repair parts, and other related elements of logistics support. The estimated cost is $310 million.
This proposed sale will contribute to the foreign policy and national security of the United States.
The principal contractor will be Example Marine, Inc. of Bath, Maine. There are no known offset agreements proposed in connection with this potential sale.
There will be no adverse impact on U.S. defense readiness as a result of this proposed sale.
This notice of a potential sale is required by law; it does not mean that the sale has been concluded.
-30-
"""

PAGE = """<h1>Iceland &#8211; Coastal Radars</h1>
<p class="article-meta doctype-meta">Foreign Military Sales: Congressional Notification</p>
<p class="article-meta__author-bureau"><a href="#">Bureau of Political-Mili</span>tary Affairs</a></p>
<p class="article-meta__publish-date">June 5, 2026</p>
<p>Transmittal #26-61&nbsp;</p>
<p>The U.S. Department of State has made a determination approving a possible Foreign Military Sale to the Government of
Iceland of coastal radars for an estimated cost of $78.2 million. {told}</p>
<p>The Government of Iceland has requested to buy up to four (4) AN/TPS-80 radars; and two (2) generators that will be added to a
previously implemented case. The original Foreign Military Sales (FMS) case, valued at $18 million ($0 in major defense
equipment (MDE)), included radar spares. The following non-MDE items will also be included: spares; training; and other related
elements of logistics and program support. The estimated total cost is $78.2 million.</p>
<p>The proposed sale will improve Iceland&#8217;s capability to meet current and future threats.</p>
<p>There is no principal contractor associated with this potential sale.</p>
"""


def read_old(text: str = OLD) -> Transfer:
    (claim,) = dsca.read(paper.plain(text)).claims
    assert isinstance(claim, Transfer)
    return claim


def read_page(told: str = "") -> Transfer:
    (claim,) = state.read(load(PAGE.format(told=told).encode(), "page.html")).claims
    assert isinstance(claim, Transfer)
    return claim


def test_old_release() -> None:
    """The stripped text of 2013: glued number, day of notification apart from the day of the release."""
    claim = read_old()
    assert claim.transmittal is not None
    assert claim.transmittal.as_written == "13-67"
    assert claim.buyer is not None
    assert claim.buyer.value == "NO"
    assert claim.notified is not None
    assert claim.posted is not None
    assert (claim.notified.value, claim.posted.value) == ("2013-07-08", "2013-07-10")
    assert claim.received is None
    assert claim.value is not None
    assert (claim.value.value, claim.value.bound) == (310_000_000, "at most")
    assert [item.quantity.value for item in claim.items if item.quantity] == [12, 24, 6]
    assert [each.value for each in claim.contractors] == ["Example Marine, Inc."]


TITLES = [
    ("news release\n\nMedia/Public Contact: A. Person\n\nNorway - Boats\n\n", "Norway - Boats", "a masthead"),
    ("", None, "no title at all"),
]


@pytest.mark.parametrize(("above", "expected", "reason"), TITLES, ids=[case[2] for case in TITLES])
def test_title(above: str, expected: str | None, reason: str) -> None:
    """The title stands below the masthead and above the announcement, or nowhere."""
    body = OLD[OLD.index("Media/Public") :].replace("\nThe Government", "\n\nThe Government")
    title = dsca.read(paper.plain(above + body)).heading.title
    assert (title.value if title else None) == expected, reason


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("notified Congress July 8 of", "2013-07-08"),
        ("notified Congress today of", "2013-07-10"),
        ("notified Congress on July 8 of", "2013-07-08"),
        ("notified Congress Monday of", "2013-07-08"),
    ],
)
def test_day_of_notification(words: str, expected: str) -> None:
    """However the day is told, it is counted from the release's own date."""
    claim = read_old(OLD.replace("On July 8, the", "The").replace("notified Congress of", words))
    assert claim.notified is not None
    assert claim.notified.value == expected


def test_state_page() -> None:
    """A page's date is the day of posting; the first case's value and the new total stay apart."""
    claim = read_page()
    assert claim.posted is not None
    assert claim.posted.value == "2026-06-05"
    assert claim.received is None
    assert claim.value is not None
    assert claim.value.value == 78_200_000
    assert [(value.value, value.of) for value in claim.values] == [(18_000_000, "original")]
    assert [(item.quantity.value, item.quantity.bound) for item in claim.items if item.quantity] == [
        (4, "at most"),
        (2, "exactly"),
    ]
    assert [report.value for report in claim.stage_reports] == ["state approved"]
    assert claim.contractors == ()


def test_delivered_today_is_the_day_of_receipt() -> None:
    """Only the words that the certification was delivered today make the page's day the day of receipt."""
    told = "The State Department delivered the required certification notifying Congress of this possible sale today."
    claim = read_page(told)
    assert claim.received is not None
    assert (claim.received.value, claim.received.as_written) == ("2026-06-05", "today")
    undated = read_page("The Agency delivered the required certification notifying Congress.")
    assert undated.received is None
    assert undated.stage is not None


def test_emergency() -> None:
    """An emergency is read with its words."""
    told = "The Secretary of State determined that an emergency exists that requires the immediate sale."
    claim = read_page(told)
    assert claim.emergency is not None
    assert claim.emergency.value is True
    assert claim.emergency.as_written.startswith("an emergency exists")


def test_nothing_is_dropped() -> None:
    """What a rule leaves out is named; a sentence nobody knows is reported with its passage."""
    text = OLD.replace("-30-", "A further contractor, to be named, will be paid $3 million in 2014.\n-30-")
    reading = dsca.read(paper.plain(text))
    (problem,) = reading.problems
    assert problem.passage is not None
    assert "$3 million" in problem.passage.words(reading.document.text)
