# ruff: noqa: E501 - the documents have long lines
"""What a report of a change says: whose sum each is, added or standing now, and what is added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.notices.additions import Additions
from armsdocket.reading.notices.case_values import moved, settled
from armsdocket.reading.notices.flow import flow

CASES = [
    ("The estimated total cost was $42 million.", [("total", 42e6)], "the case as certified"),
    ("MDE constitutes $60 million of this total.", [("mde", 60e6)], "a part of it"),
    ("The non-MDE value will remain at $2 million.", [("other", 2e6)], "the other part stands"),
    ("The estimated total value of the new items is $20 million.", [("addition", 20e6)], "what is new"),
    (
        "The total case value will increase by $20 million to a revised $62 million.",
        [("addition", 20e6), ("revised", 62e6)],
        "by and to",
    ),
    (
        "The total cost of the new MDE articles is $24 million with a revised total cost for MDE of $58 million.",
        [("addition", 24e6), ("mde", 58e6)],
        "a new part, then the part",
    ),
    (
        "The case value will increase by $5 million, resulting in a total estimated case value of $66 million.",
        [("addition", 5e6), ("revised", 66e6)],
        "resulting in",
    ),
    (
        "The new equipment will not cause an increase in the total case value, which will remain $950 million.",
        [("total", 950e6)],
        "an increase that is denied",
    ),
    (
        "The total case value will remain $134 million with MDE remaining $63 million of this total.",
        [("total", 134e6), ("mde", 63e6)],
        "two subjects in one sentence",
    ),
    (
        "The total MDE value will increase by $4 million to a revised $9 million.",
        [("addition", 4e6), ("mde", 9e6)],
        "a part rises",
    ),
    (
        "The case value increased from $450 million to $850 million.",
        [("original", 450e6), ("revised", 850e6)],
        "from and to",
    ),
    ("Spares worth $3 million were delivered.", [], "no sum of the case"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_sums(text: str, expected: list[tuple[str, float]], reason: str) -> None:
    """Each sum is told whose it is."""
    found = moved(flow(text), 0, len(text))
    assert [(each.value.of, each.value.value) for each in found] == expected, reason


def test_increase_of_a_part() -> None:
    """What is added to a part is added to the case only when nothing else is."""
    part = "The MDE value will increase by $4 million. "
    whole = "The total case value will increase by $6 million."
    alone = settled(moved(flow(part), 0, len(part)))
    both = settled(moved(flow(part + whole), 0, len(part + whole)))
    assert [value.value for value in alone] == [4e6]
    assert [value.value for value in both] == [6e6]


ADDED = [
    (
        "This report includes the addition of 4 helicopters and 10 warning sets.",
        [4, 10],
        "a report includes an addition",
    ),
    (
        "This transmittal notifies the possible sale of an additional six (6) launchers.",
        [6],
        "a further sale",
    ),
    ("This transmittal reports a price increase of two (2) radars.", [], "a price that rises"),
    ("The sale of eight (8) bombs will be reported separately.", [], "told to be told elsewhere"),
    (
        "This transmittal notifies the addition of:\n--Two (2) guns.\n--Nine (9) mounts.",
        [2, 9],
        "a list below the sentence",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), ADDED, ids=[case[2] for case in ADDED])
def test_additions(text: str, expected: list[int], reason: str) -> None:
    """Only what the report adds is an item of it."""
    words = flow(text)
    added = Additions(words)
    for start, end in words.paragraphs():
        added.add(start, end)
    assert [item.quantity.value for item in added.items if item.quantity] == expected, reason


@given(
    subject=st.sampled_from(["total case value", "estimated total value", "total program cost"]),
    verb=st.sampled_from(["will remain", "remains", "remained at", "will remain unchanged at"]),
    amount=st.integers(1, 999),
    scale=st.sampled_from(["million", "billion"]),
)
def test_what_remains_is_the_total(subject: str, verb: str, amount: int, scale: str) -> None:
    """A case that does not change keeps its total, however that is said."""
    text = f"The {subject} {verb} ${amount} {scale}."
    (found,) = moved(flow(text), 0, len(text))
    assert (found.value.of, found.value.value) == ("total", amount * (1e6 if scale == "million" else 1e9))
