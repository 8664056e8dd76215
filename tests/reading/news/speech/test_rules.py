"""Attributions by rules alone: content, source and cue as the text has them."""

import pytest

from armsdocket.reading.news.speech.attributions import find_attributions

CASES = [
    ("“We wait,” the minister said.", "We wait,", "the minister", "subject before the verb"),
    ("“We wait,” said Ana Kovac, the minister.", "We wait,", "Ana Kovac", "subject after the verb"),
    (
        "“We wait,” said Lt. Col. Jon Ames. It rained.",
        "We wait,",
        "Lt. Col. Jon Ames",
        "a rank with full stops",
    ),
    ("Kovac said that the deal stands.", "the deal stands", "Kovac", "indirect"),
    ("The deal stands, Kovac said.", "The deal stands", "Kovac", "indirect, cue behind"),
    (
        "According to the ministry, the deal stands today.",
        "the deal stands today",
        "the ministry",
        "according to",
    ),
    ("Kovac told Radio Nova that the deal stands.", "the deal stands", "Kovac", "an addressee between"),
    ("Ana Kovac, the minister, said the deal stands.", "the deal stands", "Ana Kovac", "apposition"),
    ("In a statement, the firm Arvo said it sold two.", "it sold two", "the firm Arvo", "an opening phrase"),
    ("Kovac, who leads the party, said “no deal”.", "no deal", "Kovac", "a fragment"),
    ("Kovac left the room but said “it is over”.", "it is over", "Kovac", "second verb of a sentence"),
    (
        "“It is ours,” Kovac said, according to a paper.",
        "It is ours,",
        "Kovac",
        "who passes words on is not the speaker",
    ),
    (
        "A paper quoted a general, Omar Nadir, as saying it “will burn”.",
        "will burn",
        "a general",
        "quoted as saying",
    ),
]


@pytest.mark.parametrize(("text", "content", "source", "reason"), CASES)
def test_rules(text: str, content: str, source: str, reason: str) -> None:
    found = find_attributions(text, "rules")
    named = {one.content.words(text): one.source and one.source.words(text) for one in found}
    assert named.get(content) == source, (reason, named)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The “Patriot” system came to the base.", "a name in marks"),
        ("The United States has two.", "'States' is a name here"),
        ("A report came on Monday.", "a noun is no verb"),
    ],
)
def test_nothing_is_said(text: str, reason: str) -> None:
    assert find_attributions(text, "rules") == [], reason


def test_a_quotation_alone_takes_the_source_before_it() -> None:
    text = "“We wait,” Kovac said.\n\n“We shall see what comes.”"
    assert [one.source and one.source.words(text) for one in find_attributions(text, "rules")] == [
        "Kovac",
        "Kovac",
    ]


def test_a_colon_lets_somebody_speak_in_the_next_paragraph() -> None:
    text = "Novak left. Kovac then said:\n\n“We shall see what comes.”"
    found = find_attributions(text, "rules")
    assert found[-1].source is not None
    assert found[-1].source.words(text) == "Kovac"
