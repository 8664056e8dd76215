"""The frame of an article, from pasted text and from a page's markup."""

# ruff: noqa: E501 - lines of a page stand as a page has them

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.documents.load import load
from armsdocket.reading.claims import Heading
from armsdocket.reading.news.page.byline import byline_names
from armsdocket.reading.news.page.frame import frame
from armsdocket.reading.news.page.told import anchor_of, told_passages
from tests.shared import SHARED, needs_shared

PASTED = """Tuesday, March 5, 2024

Montenegro Weighs Coastal Radar, Neighbours Ask Questions

QZNews

Mira Kovac and Jon Petrela Podgorica, Tirana
BIRN March 1, 202409:40

After a visit by the defence minister on Thursday, officials say they have asked for prices but "nothing is signed".

The harbour of Bar, seen from the sea, Montenegro, February 27 2024. Photo: Facebook/lukabar
The government in Podgorica has asked two makers for the price of coastal radars, the defence ministry told BIRN.

The ministry said that it would publish the answers in April and that parliament would have the last word.

No comments:"""

PAGE = """<html lang="en"><head><title>Radar | The Bay Gazette</title>
<meta property="og:site_name" content="The Bay Gazette">
<meta property="article:published_time" content="2024-03-01T09:40:00+01:00">
<meta property="article:modified_time" content="2024-03-03T10:00:00+01:00">
<meta name="author" content="Mira Kovac"></head><body>
<header class="site-header"><a href="/">The Bay Gazette</a></header><nav class="menu"><a href="/n">News</a></nav>
<main><article><h1>Montenegro weighs coastal radar</h1>
<p class="standfirst">Two makers have been asked for a price.</p>
<p class="byline">By Mira Kovac</p>
<figure><figcaption>The harbour of Bar. Photo: Facebook/lukabar</figcaption></figure>
<div class="body"><p>The government in Podgorica has asked two makers for the price of coastal radars, it said.</p>
<div class="advert"><p>Buy our mugs for 5 euros.</p></div>
<p>The ministry said that it would publish the answers in April, after the holidays.</p></div>
<section class="related"><h3>Read more</h3><p>Albania opens its new air base after years of building work.</p></section>
<section id="comments" class="comments"><p>I know for sure that they will buy 500 radars by the summer.</p></section>
</article></main><footer>All rights reserved</footer></body></html>"""


def read(text: str, name: str = "pasted.txt") -> tuple[str, Heading]:
    document = load(text.encode(), name)
    return document.text, frame(document)


def parts(text: str, heading: Heading, part: str) -> list[str]:
    return [each.passage.words(text) for each in heading.parts if each.part == part]


def test_pasted_article() -> None:
    text, heading = read(PASTED)
    assert heading.title is not None
    assert heading.title.value == "Montenegro Weighs Coastal Radar, Neighbours Ask Questions"
    assert heading.published is not None
    assert (heading.published.value, heading.published.as_written) == ("2024-03-01", "March 1, 2024")
    assert [author.value for author in heading.authors] == ["Mira Kovac", "Jon Petrela"]
    assert heading.publisher is not None
    assert heading.publisher.value == "BIRN"
    assert heading.language == "en"
    assert parts(text, heading, "clutter") == ["Tuesday, March 5, 2024", "QZNews"]
    assert parts(text, heading, "section") == ["News"]
    assert parts(text, heading, "credit") == ["Facebook/lukabar"]
    assert parts(text, heading, "comments") == ["No comments:"]
    assert [words[:14] for words in parts(text, heading, "standfirst")] == ["After a visit "]
    assert [words[:11] for words in parts(text, heading, "caption")] == ["The harbour"]
    assert [words[:14] for words in parts(text, heading, "body")] == ["The government", "The ministry s"]


def test_page_with_markup() -> None:
    text, heading = read(PAGE, "page.html")
    assert heading.title is not None
    assert heading.title.value == "Montenegro weighs coastal radar"
    assert heading.publisher is not None
    assert heading.publisher.value == "The Bay Gazette"
    assert heading.published is not None
    assert heading.published.value == "2024-03-01"
    assert heading.updated is not None
    assert heading.updated.value == "2024-03-03"
    assert [author.value for author in heading.authors] == ["Mira Kovac"]
    assert parts(text, heading, "standfirst") == ["Two makers have been asked for a price."]
    assert parts(text, heading, "credit") == ["Facebook/lukabar"]
    assert len(parts(text, heading, "body")) == 2
    assert "Buy our mugs for 5 euros." in parts(text, heading, "clutter")
    told = " ".join(
        passage.words(text) for passage in told_passages(heading, load(PAGE.encode(), "page.html"))
    )
    assert "500 radars" not in told
    assert "Albania" not in told
    assert "mugs" not in told


WIRE = "SHIPYARD WINS ORDER\n\nATHENS, June 3 (Reuters) - A shipyard said on Monday it won an order for two boats."


@pytest.mark.parametrize(
    ("text", "part", "words", "why"),
    [
        (WIRE, "dateline", "ATHENS, June 3 (Reuters)", "place, day and agency"),
        (WIRE, "agency", "Reuters", "agency in brackets"),
        (WIRE, "headline", "SHIPYARD WINS ORDER", "capitals"),
        (
            "Radar deal signed\n\nSOFIA (AP) — Bulgaria signed a deal for three radars, the ministry said on Monday.",
            "agency",
            "AP",
            "short capitals",
        ),
        (
            "Radar deal signed\n\nMay 3, 2023\n\nSOURCE: ANA DIMOVA / THE DESK / RADARS.ORG Bulgaria signed a deal.",
            "agency",
            "RADARS.ORG",
            "a source line run into the text",
        ),
        (
            "Radar deal signed\n\nThe minister signs in Sofia. (Ivo Petrov/Pool Photo via AP)\n\nBulgaria signed a deal for three coastal radars, the ministry said on Monday in Sofia.",
            "credit",
            "Ivo Petrov/Pool Photo via AP",
            "credit in brackets",
        ),
        (
            "Radar deal signed\n\nBulgaria signed a deal for three coastal radars, the ministry said on Monday.\n\n(Reporting by Ivo Petrov; Editing by Ana Dimova)",
            "clutter",
            "(Reporting by Ivo Petrov; Editing by Ana Dimova)",
            "the desk's line",
        ),
    ],
)
def test_part(text: str, part: str, words: str, why: str) -> None:
    assert words in parts(*read(text), part), why


def test_a_first_sentence_is_no_headline() -> None:
    first = "Bulgaria has signed a deal for three coastal radars worth more than a hundred million euros."
    _, heading = read(
        f"{first}\n\nThat is what the ministry said on Monday in Sofia, where the deal was signed."
    )
    assert heading.title is None
    assert heading.published is None
    assert anchor_of(heading) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Dimova", ["Ana Dimova"]),
        ("By Ana Dimova and Jo de Wit, Sofia", ["Ana Dimova", "Jo de Wit"]),
        ("Ana Dimova, Ivo Petrov | Brussels", ["Ana Dimova", "Ivo Petrov"]),
        ("By Aleksandar Vučković", ["Aleksandar Vučković"]),
        ("By Jonathan Ray, BBC Diplomatic Correspondent", ["Jonathan Ray"]),
        ("By Staff Writer", []),
        ("By the end of the year", []),
    ],
)
def test_byline(line: str, names: list[str]) -> None:
    assert [name.value for name in byline_names(line, 0, len(line))] == names


def test_a_link_to_another_article_hides_nothing_behind_it() -> None:
    text = (
        "Nova buys jets\n\nThe ministry signed for them on Monday, a spokesman told a paper in the capital.\n\n"
        "The price was not given, and the general in charge of the force would not guess at it.\n\n"
        "RELATED Ana Kovac denies a cut\n\nThe jets will come in May, the minister said at the port on Friday."
    )
    parts = {part.passage.words(text)[:12]: part.part for part in frame(load(text.encode(), "a.txt")).parts}
    assert parts["RELATED Ana "] == "related"
    assert parts["The jets wil"] == "body"


@given(st.text(alphabet="By Ana\n.\n|©5 March2024Photo:(AP/)-—comments", max_size=200))
def test_any_text_has_a_frame_whose_passages_lie_in_it(text: str) -> None:
    if not text.strip():
        return
    document = load(text.encode(), "any.txt")
    heading = frame(document)
    for part in heading.parts:
        assert 0 <= part.passage.start < part.passage.end <= len(document.text)
    for stated in (heading.title, heading.publisher, heading.published, *heading.authors):
        assert stated is None or stated.passage.words(document.text) == stated.as_written


@needs_shared
def test_seed_article() -> None:
    path = SHARED / "seed" / "kosovo-javelin-request.txt"
    labels = json.loads((SHARED / "seed" / "labels.json").read_text(encoding="utf-8"))
    document = load(path.read_bytes(), str(path))
    heading = frame(document)
    assert heading.title is not None
    assert heading.title.value == labels["title"]
    assert heading.published is not None
    assert heading.published.value == labels["published"]
    assert [author.value for author in heading.authors] == labels["byline"]["authors"]
    assert parts(document.text, heading, "credit") == [labels["caption"]["credit"]]
    assert parts(document.text, heading, "caption") == [labels["caption"]["text"]]
    aside = {*parts(document.text, heading, "clutter"), *parts(document.text, heading, "comments")}
    assert aside == set(labels["boilerplate"])


@pytest.mark.parametrize("note", ["(Adds comment from the ministry)", "From: The Bay Gazette"])
def test_a_note_above_the_headline_is_none(note: str) -> None:
    body = "The government said on Monday that it would buy a coastal radar from Italy for the navy."
    _, heading = read(f"{note}\n\nMontenegro Weighs Coastal Radar\n\n{body}\n\n{body}")
    assert heading.title is not None
    assert heading.title.value == "Montenegro Weighs Coastal Radar"
