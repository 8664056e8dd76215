"""Articles: names, evidence for ambiguous ones, and the data itself."""

import pytest

from armsdocket.vocabulary import articles, countries, organisations
from armsdocket.vocabulary.articles import find_articles, names_of
from armsdocket.vocabulary.folding import fold


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("246 FGM-148 Javelin missiles", ["FGM-148 Javelin"], "name and class are one mention"),
        ("Javalin anti-tank missiles", ["FGM-148 Javelin"], "a common misspelling"),
        ("six AGM-114R2 Hellfire II missiles", ["AGM-114 Hellfire"], "a version joins its family"),
        ("ScanEagle surveillance drones", ["ScanEagle"], "a word between name and class"),
        ("F-16C F-16D", ["F-16 Fighting Falcon"] * 2, "two versions side by side are two mentions"),
        ("F-16 Block 70 aircraft", ["F-16 Block 70/72"], "a block of its own"),
        ("AN/PRC-999 radios", ["AN/PRC-999"], "an unlisted designation keeps its own name"),
        ("Su-35 and Su 35 jets, S400s", ["Su-35", "Su-35", "S-400"], "with and without hyphen"),
        (
            "12 F16s and other jets, an F 35 fighter",
            ["F-16 Fighting Falcon", "military aircraft", "F-35 Lightning II"],
            "short models",
        ),
        ("two frigates and anti-tank missiles", ["frigate", "anti-tank missile"], "classes"),
        ("Javelin thrower Maria won the Olympic final", [], "sport"),
        ("the New England Patriots and the Patriot Act", [], "a team and a law"),
        ("Patriot Coal closed two Patriot mines", [], "a class word of another kind is no evidence"),
        ("a bald Eagle over the lake; Hellfire is a red wine", [], "a beast and a wine"),
        (
            "Patriot and Stinger missiles for the army",
            ["Patriot", "FIM-92 Stinger"],
            "evidence beside the names",
        ),
        ("the javelin missile", ["missile"], "an ambiguous name needs its capital"),
        ("Turkey's Bayraktar drone", ["Bayraktar"], "the family, for the model is not stated"),
    ],
)
def test_find_articles(text: str, expected: list[str], why: str) -> None:
    assert [found.name for found in find_articles(text)] == expected, why


def test_one_sure_mention_settles_the_others() -> None:
    text = "The FGM-148 Javelin was asked for. " + "x " * 100 + "Nobody said more on the Javelin."
    assert [found.article for found in find_articles(text)] == ["fgm-148", "fgm-148"]


def test_doubtful_mentions_are_given_when_asked_for() -> None:
    text = "He threw the Javelin far."
    assert find_articles(text) == []
    assert [found.doubtful for found in find_articles(text, doubtful=True)] == [True]


def test_where_the_name_ends() -> None:
    text = "Su-35 fighter jets"
    (found,) = find_articles(text)
    assert (text[found.start : found.end], text[found.start : found.name_end]) == (text, "Su-35")


def test_there_are_enough() -> None:
    assert len(articles.all_articles()) >= 400


def test_no_name_is_given_to_two() -> None:
    owners: dict[str, str] = {}
    for entry in articles.all_articles().values():
        for words, _ in names_of(entry):
            assert owners.setdefault(fold(words), entry.id) == entry.id, words


def test_references_resolve() -> None:
    for entry in articles.all_articles().values():
        assert entry.kind in articles.all_classes(), entry.id
        assert entry.maker is None or entry.maker in organisations.all_organisations(), entry.id
        assert entry.origin is None or entry.origin in countries.all_countries(), entry.id
        assert entry.family is None or entry.family in articles.all_articles(), entry.id


@pytest.mark.parametrize("file", articles.FILES)
def test_every_name_leads_to_its_article(file: str) -> None:
    from armsdocket.vocabulary import datafile  # noqa: PLC0415 - only this test reads the files one by one

    for id in datafile.load(file, articles.Articles).articles:
        for words, _ in names_of(articles.article(id)):
            assert [found.article for found in find_articles(words, doubtful=True)] == [id], words
