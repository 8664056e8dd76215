"""Statements of articles worded here: who said what, to whom, by what means, on which day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armsdocket.documents.load import load
from armsdocket.reading.claims import Heading, Statement, sourced
from armsdocket.reading.news.page.frame import frame
from armsdocket.reading.news.speech.attributions import By
from armsdocket.reading.news.statement.statements import find_statements
from armsdocket.vocabulary.folding import fold
from tests.effort import grows_with_length_only

ARTICLE = """Estonia's defence minister, Hanno Pevkur, met reporters in Tallinn.

“We have asked for six launchers,” he said on Thursday.

“The request has been received,” the minister told Radio Nova. “We expect an answer soon.”

Pevkur said that the price is not settled.

“As Ambassador Mara Lindt stated, the notice will go,” it said in a press release that Pevkur's office issued.

On Arvo Systems' website, the launcher is described as “a simple system for hard days”.

The new “Iron Gate” radar came last year."""

BOTH: tuple[By, ...] = ("model", "rules")


def _read(text: str, by: By) -> list[Statement]:
    heading = Heading(kind="news", published=sourced("2024-03-08", text, 0, 0))
    return find_statements(load(text.encode(), "article.txt"), heading, by)


def _by_words(text: str, by: By) -> dict[str, Statement]:
    return {one.words.value: one for one in _read(text, by)}


SPEAKERS = [
    ("We have asked for six launchers,", "Hanno Pevkur", "he is the last person named"),
    ("The request has been received,", "Hanno Pevkur", "the minister is who holds that office"),
    ("We expect an answer soon.", "Hanno Pevkur", "the same speaker goes on"),
    ("a simple system for hard days", "Arvo Systems", "a website speaks for its company"),
]


@pytest.mark.parametrize("by", BOTH)
@pytest.mark.parametrize(("words", "speaker", "reason"), SPEAKERS)
def test_speakers(words: str, speaker: str, reason: str, by: By) -> None:
    found = _by_words(ARTICLE, by)[words]
    assert found.speaker is not None, reason
    assert found.speaker.value == speaker, reason
    assert found.mode == "direct"


@pytest.mark.parametrize("by", BOTH)
def test_press_release_speaks_for_the_office_that_issued_it(by: By) -> None:
    found = _by_words(ARTICLE, by)["As Ambassador Mara Lindt stated, the notice will go,"]
    assert found.speaker is not None
    assert fold(found.speaker.value).startswith("office of")
    assert found.speaker.value.endswith("Hanno Pevkur")
    assert found.quoting is not None
    assert found.quoting.value == "Mara Lindt"
    assert found.via is not None
    assert found.via.value == "press release"


@pytest.mark.parametrize("by", BOTH)
def test_audience_and_date(by: By) -> None:
    found = _by_words(ARTICLE, by)
    told = found["The request has been received,"].audience
    said = found["We have asked for six launchers,"].date
    assert told is not None
    assert told.value == "Radio Nova"
    assert said is not None
    assert (said.value, said.as_written) == ("2024-03-07", "Thursday")


@pytest.mark.parametrize("by", BOTH)
def test_names_in_marks_are_no_statements(by: By) -> None:
    assert "Iron Gate" not in _by_words(ARTICLE, by)


def test_what_a_speaker_denies_is_marked() -> None:
    text = "The general denied that the jets had been sold to Chad. Anna Berg said that they are in Oslo."
    denials = [one.denial and one.denial.as_written for one in _read(text, "model")]
    assert denials == ["denied", None]


def test_what_a_speaker_is_asked_is_not_his() -> None:
    text = "Oslo met. Asked whether the sale of tanks would go ahead, Anna Berg said it would not."
    assert [one.words.value for one in _read(text, "model")] == ["it would not"]


def test_a_deed_is_no_statement() -> None:
    words = [
        one.words.value for one in _read("Oslo met. Poland in 2023 ordered three from Babcock.", "model")
    ]
    assert words == []


@pytest.mark.parametrize("by", BOTH)
def test_indirect_statement(by: By) -> None:
    indirect = [one for one in _read(ARTICLE, by) if one.mode == "indirect"]
    assert any("price is not settled" in one.words.value for one in indirect)


def test_headline_repeats_a_quotation() -> None:
    text = "Minister ‘relieved’ after vote\n\nDefence minister Hanno Pevkur said he was “relieved” by it."
    title = sourced("Minister ‘relieved’ after vote", text, 0, 30)
    found = find_statements(load(text.encode(), "a.txt"), Heading(kind="news", title=title))
    assert [(one.words.value, one.speaker.value if one.speaker else None) for one in found] == [
        ("relieved", "Hanno Pevkur"),
        ("relieved", "Hanno Pevkur"),
    ]


def test_two_speak_together() -> None:
    text = "“We object,” said Ana Kovac and Jon Ames, who lead the committee."
    speaker = _read(text, "rules")[0].speaker
    assert speaker is not None
    assert speaker.value == "Ana Kovac and Jon Ames"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aAhe said.,“”\"' \n-K", max_size=150))
def test_passages_are_the_words(text: str) -> None:
    document = load(("Ana Kovac spoke. " + text).encode(), "a.txt")
    for one in find_statements(document, Heading(kind="news")):
        assert one.words.passage.words(document.text) == one.words.as_written
        if one.speaker is not None:
            assert one.speaker.passage.words(document.text) == one.speaker.as_written


@pytest.mark.parametrize(
    "unit",
    [
        "“he said” ",
        '"',
        "said ",
        "Ana Kovac said “no”. ",
        "The official left. “We wait for it,” the official said. ",
        "Minister Ana Kovac left. “We wait for it,” the minister said. ",
        "He left. “We wait for it,” he said. ",
        "“We wait for it.\n\n",
        "“We wait for it.” Ana Kovac, The Globe\n\n",
    ],
)
def test_effort_grows_with_length_only(unit: str) -> None:
    def read(text: str) -> None:
        find_statements(load(text.encode(), "a.txt"), Heading(kind="news"))

    assert grows_with_length_only(read, unit, 4_000)


@pytest.mark.parametrize("by", BOTH)
def test_a_dateline_is_no_part_of_who_speaks(by: By) -> None:
    text = "Radars for Peru\n\nLima, Nov. 18 (CNA) Peru's defence ministry said it had received radars.\n"
    document = load(text.encode(), "article.txt")
    (found,) = find_statements(document, frame(document), by)
    assert found.speaker is not None
    assert "CNA" not in found.speaker.as_written


@pytest.mark.parametrize("by", BOTH)
def test_two_who_are_called_junior_are_two(by: By) -> None:
    text = (
        "President Ramon Cruz Jr. opened the fair in Lima. “We build,” Cruz said.\n\n"
        "Defence Secretary Luis Vega Jr. came too. “We wait,” Vega said."
    )
    spoken = {words: one.speaker.value for words, one in _by_words(text, by).items() if one.speaker}
    assert spoken == {"We build,": "Ramon Cruz Jr", "We wait,": "Luis Vega Jr"}
