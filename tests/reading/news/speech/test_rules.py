"""Attributions by rules alone: content, source and cue as the text has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        "it “will burn”",
        "a general",
        "quoted as saying, the clause with the words quoted in it",
    ),
    (
        "Kovac said the deal was “dead” and added that it rains.",
        "the deal was “dead”",
        "Kovac",
        "a second verb of the same speaker ends what the first reports",
    ),
    (
        "Kovac said the deal was late, which he called “normal”.",
        "the deal was late",
        "Kovac",
        "a relative clause with a verb of its own ends it, too",
    ),
    (
        "While Kovac said it was late, Ames said it was dead.",
        "it was late",
        "Kovac",
        "a clause that opens the sentence ends at its comma",
    ),
    (
        "Kovac said it was late, Radio Nova reported.",
        "it was late",
        "Kovac",
        "who passes it on stands outside what is said",
    ),
    ("The aim, Kovac said, is to sign in May.", "is to sign in May", "Kovac", "what goes on behind the cue"),
    ("The aim, Kovac said, is to sign in May.", "The aim", "Kovac", "what stands before the cue"),
    ("As Kovac said, the deal stands today.", "the deal stands today", "Kovac", "as somebody said"),
    (
        "“We wait,” Kovac said in a speech at the port.",
        "We wait,",
        "Kovac",
        "a place behind the verb is not said",
    ),
    ("On Friday, Kovac said, “We wait.”", "We wait.", "Kovac", "an opening day is not said"),
    (
        "When Ames said that it was late, Kovac replied, “We wait.”",
        "We wait.",
        "Kovac",
        "the verb right before the marks",
    ),
    (
        "Hours later, Kovac left the room, telling Radio Nova: “We wait.”",
        "We wait.",
        "Kovac",
        "a time of day is no subject",
    ),
    (
        "On Friday, after a day of talks, Mr. Kovac left and said, “We wait.”",
        "We wait.",
        "Mr. Kovac",
        "two openings, and a title with its full stop",
    ),
    ("“Why wait?” Kovac wondered aloud.", "Why wait?", "Kovac", "a sentence of the verb behind the marks"),
    ("“We wait,” Kovac said of Ames.", "We wait,", "Kovac", "of whom it is said is not who says it"),
    ("“It will burn.” Kovac said. He left.", "It will burn.", "Kovac", "marks that end with a full stop"),
    ("Kovac called it “a mistake”.", "a mistake", "Kovac", "of what is called something, the words alone"),
    ("It rained (“We wait,” wrote Ana Kovac).", "We wait,", "Ana Kovac", "between brackets"),
    (
        "An official who spoke openly to settle the matter said Friday, “We wait.”",
        "We wait.",
        "An official",
        "a clause about who speaks, and no comma behind it",
    ),
    (
        "Ana Kovac, who is head of the Arvo Group said, “We wait.”",
        "We wait.",
        "Ana Kovac",
        "the comma behind an apposition is missing",
    ),
    (
        "But Ana Kovac (N-Ill.), noting the size of the sale, said “it is late”.",
        "it is late",
        "Ana Kovac (N-Ill.)",
        "a participle between commas",
    ),
    (
        "Jon Ames, editor at large of The Forward, a weekly paper, wrote, “We wait.”",
        "We wait.",
        "Jon Ames",
        "two appositions",
    ),
    ("Of Ames, Kovac, who gave him money, said, “He is late.”", "He is late.", "Kovac", "of whom it is said"),
    (
        "Nova presidential candidate Ana Kovac left in a hurry, writing: “We wait.”",
        "We wait.",
        "Nova presidential candidate Ana Kovac",
        "small words of an office before a name",
    ),
    ("And then Kovac went on, saying, “We wait.”", "We wait.", "Kovac", "small words before a subject"),
    ("After Ames spoke, Kovac shot back, “We wait.”", "We wait.", "Kovac", "a verb with back"),
    (
        "Ames accuses Moe of “theft” and Ana Kovac says it is “a lie,” too.",
        "it is “a lie,” too",
        "Ana Kovac",
        "who speaks behind and speaks for himself",
    ),
    ("Boring said the men will still meet, but said, “We wait.”", "We wait.", "Boring", "a name in -ing"),
    (
        "A 27-year-old officer, speaking freely because he was not heard by the press, said: “We wait.”",
        "We wait.",
        "A 27-year-old officer",
        "an age with its hyphens, and a participle between commas",
    ),
    (
        "“We wait,” said the 46-year-old captain.",
        "We wait,",
        "the 46-year-old captain",
        "an age behind the verb",
    ),
    ("Kovac wrote that it rains.", "it rains", "Kovac", "a verb that reports before that"),
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
        ("The border states sent 40 trucks to the port.", "a plural is no verb"),
        ("Kovac wrote a book about trucks in May.", "what is written is not said"),
        ("The town has a bridge, “the Needle” shows it.", "marks of a name, and no speech before the verb"),
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


_WORDS = (
    "Kovac said that according to , “ ” . : urged called ( ) - 27 year-old the minister who and which “we "
    "told went on shot back adding as quoted saying ; — On Friday Of Mr. States"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=16))
def test_any_words_are_read(words: list[str]) -> None:
    text = " ".join(words)
    for one in find_attributions(text, "rules"):
        assert one.content.words(text)


def test_a_report_may_end_with_its_that() -> None:
    assert find_attributions("Kovac urged that", "rules") == []
