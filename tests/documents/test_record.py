"""JSON records become text that a person can read, with a block for each value."""

import json

from armsdocket.documents.load import load

RESOLUTION = {
    "congress": 118,
    "number": "H.J.Res. 108",
    "cosponsors": [],
    "transmittals": ["23-22"],
    "versions": [{"date": "2024-01-30", "text": "H.J. RES. 108\nThat the sale is prohibited.\n"}],
    "actions": [{"date": "2024-01-30", "text": "Introduced in House"}],
    "votes": {"house-1": "Roll Call 1\n\n| Yea | 2 |"},
    "as_of": None,
    "complete": False,
}


def test_resolution_reads_as_text() -> None:
    document = load(json.dumps(RESOLUTION).encode(), "108.json")
    assert document.text == (
        "congress: 118\n"
        "number: H.J.Res. 108\n"
        "cosponsors: none\n"
        "transmittals:\n"
        "  - 23-22\n"
        "versions:\n"
        "  - date: 2024-01-30; text: \n\nH.J. RES. 108\nThat the sale is prohibited.\n\n"
        "actions:\n"
        "  - date: 2024-01-30; text: Introduced in House\n"
        "votes:\n"
        "  house-1: \n\nRoll Call 1\n\n| Yea | 2 |\n\n"
        "as of: not stated\n"
        "complete: false\n"
    ).replace("2024-01-30; text: \n", "2024-01-30\n    text: \n")
    fields = {block.path: document.block_words(block) for block in document.blocks}
    assert fields == {
        "congress": "118",
        "number": "H.J.Res. 108",
        "transmittals.0": "23-22",
        "versions.0.date": "2024-01-30",
        "versions.0.text": "H.J. RES. 108\nThat the sale is prohibited.",
        "actions.0.date": "2024-01-30",
        "actions.0.text": "Introduced in House",
        "votes.house-1": "Roll Call 1\n\n| Yea | 2 |",
        "complete": "false",
    }


def test_numbers_keep_their_digits() -> None:
    document = load(b'{"share": 0.10, "sum": 9007199254740993, "big": 1' + b"0" * 5000 + b"}", "a.json")
    assert document.text.startswith("share: 0.10\nsum: 9007199254740993\nbig: 10000")


def test_half_a_pair_and_nul_are_replaced_and_noted() -> None:
    document = load(rb'{"title": "Sale \ud83d of \u0000 missiles"}', "a.json")
    assert document.text == "title: Sale \ufffd of \ufffd missiles\n"
    assert any("stand as U+FFFD" in note for note in document.notes)


def test_a_field_given_twice_is_noted() -> None:
    document = load(b'{"number": "A", "number": "B"}', "a.json")
    assert document.text == "number: B\n"
    assert document.notes == ("field 'number' stands more than once in one object; the last one counts",)


def test_one_line_of_json_lines_is_a_record() -> None:
    assert load(b'{"number": "A"}\n', "a.jsonl").text == "number: A\n"
