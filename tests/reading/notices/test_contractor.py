# ruff: noqa: E501, ISC004 - the documents have long lines
"""Contractors: one and several, with their places; none when a notice names none."""

import pytest

from armsdocket.reading.notices.contractor import contractors
from armsdocket.reading.notices.flow import flow

Named = list[tuple[str, str | None]]

CASES: list[tuple[str, Named, str]] = [
    (
        "The principal contractor will be RTX Corporation, located in Arlington, VA.",
        [("RTX Corporation", "Arlington, VA")],
        "one, with its town",
    ),
    (
        "The principal contractors will be Alpha Corp., located in Waltham, MA, and Huntsville, AL; Beta, Inc., located in "
        "Reston, VA; and Gamma, located in Houston, TX.",
        [
            ("Alpha Corp.", "Waltham, MA; Huntsville, AL"),
            ("Beta, Inc.", "Reston, VA"),
            ("Gamma", "Houston, TX"),
        ],
        "several towns of one",
    ),
    (
        "The prime contractors will be The Boeing Company in Mesa, Arizona, and St. Louis, Missouri, General Electric Company "
        "of Lynn, Massachusetts, and Lockheed Martin Missiles and Fire Control in Orlando, Florida.",
        [
            ("The Boeing Company", "Mesa, Arizona; St. Louis, Missouri"),
            ("General Electric Company", "Lynn, Massachusetts"),
            ("Lockheed Martin Missiles and Fire Control", "Orlando, Florida"),
        ],
        "in and of, a name with and",
    ),
    (
        "The principal contractors are:\nGeneral Dynamics   Warren, Michigan\nPratt & Whitney East Hartford, Connecticut\n"
        "(two locations) Palm Beach, Florida\nThere are no known offset agreements.",
        [
            ("General Dynamics", "Warren, Michigan"),
            ("Pratt & Whitney", "East Hartford, Connecticut; Palm Beach, Florida"),
        ],
        "one a line without comma",
    ),
    (
        "The principal contractors will be the Javelin Joint Venture between Lockheed Martin and RTX.",
        [("Javelin Joint Venture", None), ("Lockheed Martin", None), ("RTX", None)],
        "a joint venture and its members",
    ),
    (
        "The prime contractor will be Pratt and Whitney of East Hartford, Connecticut.",
        [("Pratt and Whitney", "East Hartford, Connecticut")],
        "one company with and",
    ),
    ("There is no principal contractor associated with this potential sale.", [], "none"),
    ("The principal contractor(s) will be determined from approved vendors.", [], "to be determined"),
    ("The prime contractor will be selected through a competitive procurement.", [], "to be selected"),
    ("Implementation will require two contractor representatives to travel.", [], "no naming at all"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_names(text: str, expected: Named, reason: str) -> None:
    """Names and places as printed."""
    words = flow(text)
    found, _ = contractors(words, 0, len(words.text))
    assert [(each.value, each.place.value if each.place else None) for each in found] == expected, reason


def test_none_is_read_and_not_dropped() -> None:
    """A sentence that names nobody counts as read."""
    words = flow("The principal contractor is unknown at this time.")
    found, used = contractors(words, 0, len(words.text))
    assert found == []
    assert used == [(0, len(words.text))]


def test_passages() -> None:
    """Name and place are the characters of their passages."""
    text = "The principal contractor will be Lockheed Martin, located in Grand\n\n[[Page 7]]\n\nPrairie, TX."
    words = flow(text)
    (found,), _ = contractors(words, 0, len(words.text))
    assert found.passage.words(text) == found.as_written == "Lockheed Martin"
    assert found.place is not None
    assert found.place.passage.words(text) == "Grand\n\n[[Page 7]]\n\nPrairie, TX"
