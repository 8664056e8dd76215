"""What only repeats a part of another attribution."""

import pytest

from armsdocket.reading.news.speech.attributions import attribute
from armsdocket.reading.news.speech.repeats import without_repeats
from armsdocket.reading.news.speech.wording import wordings

CASES = [
    ("Kovac said the deal was “dead” by now.", ["the deal was “dead” by now"], "words quoted in a clause"),
    ("Kovac called it “a mistake”.", ["a mistake"], "what is called something is not said"),
    (
        "Kovac called the sale of jets to Nova “a mistake”.",
        ["the sale of jets to Nova “a mistake”"],
        "a longer phrase is said with the words",
    ),
    ("Kovac told Ames, “We wait.”", ["We wait."], "words set apart by a comma"),
    ("“We wait,” Kovac said.", ["We wait,"], "a whole sentence"),
]


@pytest.mark.parametrize(("text", "contents", "reason"), CASES)
def test_without_repeats(text: str, contents: list[str], reason: str) -> None:
    found = without_repeats(text, attribute(next(wordings(text)), "rules"))
    assert sorted(one.content.words(text) for one in found) == sorted(contents), reason
