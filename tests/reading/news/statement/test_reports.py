"""Which reports are statements, whose they are, and why the others are none."""

import pytest

from armsdocket.documents.load import load
from armsdocket.reading.claims import Heading
from armsdocket.reading.news.statement.statements import weigh_statements

SPEAKERS = [
    (
        "Talks go on. “We sign in May,” said a Finnish official who asked not to be named.",
        "We sign in May,",
        "Finnish official",
        "the relative clause is no part of who speaks",
    ),
    (
        "President Ana Kovac met him. The State Department “will send” it, Kovac's office said in a release.",
        "will send",
        "Office of Ana Kovac",
        "an office is whose it is",
    ),
    (
        "Kosovo's Ministry of Defence signed. “We are glad,” the ministry said.",
        "We are glad,",
        "Ministry of Defence, Kosovo",
        "the ministry is the one named before",
    ),
    (
        "The State Department agreed. Kosovo's Minister of Defence came. “It waits,” the ministry said.\n\n\
The Ministry of Defence has moved.",
        "It waits,",
        "Ministry of Defence, Kosovo",
        "a department is no ministry; the minister tells whose it is",
    ),
    (
        "Lockheed Martin won the work. “We start in June,” the company said.",
        "We start in June,",
        "Lockheed Martin",
        "the company is the one named before",
    ),
    (
        "Ana Kovac called it “a blow” for Oslo, according to the release, but said that work would go on.",
        "work would go on",
        "Ana Kovac",
        "a second verb has the subject the sentence opens with",
    ),
    ("“We start in June,” the company said.", "We start in June,", "company", "no company is named"),
]

NONE = [
    ("Novak's office said after the meeting in Oslo.", "a circumstance, and no clause"),
    ("Oslo has told parliament of a possible sale of radars.", "told of a thing, nothing said"),
    ("The cabinet added 40 million euros. It did not say what the new money is for.", "not said"),
    ("The ministry declined to say how many launchers it had asked for.", "refused"),
    ("Estonia expects its first launchers in 2025.", "a hope for a thing"),
    ("The army said it would not comment on the order.", "a refusal to speak"),
]


@pytest.mark.parametrize(("text", "words", "speaker", "reason"), SPEAKERS)
def test_speaker(text: str, words: str, speaker: str, reason: str) -> None:
    found, _ = weigh_statements(load(text.encode(), "a.txt"), Heading(kind="news"))
    named = {one.words.value: one.speaker.value if one.speaker else None for one in found}
    assert named.get(words) == speaker, (reason, named)


@pytest.mark.parametrize(("text", "reason"), NONE)
def test_no_statement(text: str, reason: str) -> None:
    found, _ = weigh_statements(load(text.encode(), "a.txt"), Heading(kind="news"))
    assert [one.words.value for one in found] == [], reason


def test_reported_words_begin_behind_that() -> None:
    text = "Jon Ames, the minister, said on Friday that the launchers have arrived in the port."
    found, _ = weigh_statements(load(text.encode(), "a.txt"), Heading(kind="news"), "rules")
    assert [one.words.value for one in found] == ["the launchers have arrived in the port"]


def test_organisation_is_a_name_and_not_repeated() -> None:
    text = "Lockheed Martin said that the work ends in 2027. “It will last,” a Lockheed Martin engineer said."
    found, _ = weigh_statements(load(text.encode(), "a.txt"), Heading(kind="news"), "rules")
    speakers = [one.speaker for one in found if one.speaker]
    assert [one.organisation and one.organisation.value for one in speakers] == [None, "Lockheed Martin"]


def test_marks_that_hold_no_words_said_are_rejected_with_a_reason() -> None:
    text = "The new “Iron Gate” radar came last year. Its “smart” seat did not."
    found, rejected = weigh_statements(load(text.encode(), "a.txt"), Heading(kind="news"))
    assert found == []
    assert [(one.passage.words(text), one.why) for one in rejected] == [
        ("Iron Gate", "a name or a title"),
        ("smart", "nobody in the text says it"),
    ]
