"""The gate lets texts with goods, a word of transfer and a place through, and drops the rest."""

import pytest

from armsdocket.reading.news.gate import relevant
from tests.effort import grows_with_length_only
from tests.reading.news.worded_articles import WordedArticle, worded_articles
from tests.shared import SHARED, needs_shared

LET_THROUGH = [
    ("Peru buys F16s and Su30s from Denmark.", "designations without hyphens"),
    ("Kosovo asked the US for anti-tank missiles.", "a class word and a request"),
    ("Poland's order for 96 AH-64Es was signed on Tuesday.", "a designation in the plural"),
    ("The kingdom of Bahrain took delivery of the frigate.", "a word of delivery"),
    ("PENTAGON DELAYS PLAN TO BUY EUROPEAN MISSILE\n\nThe U.S. Army has delayed it.", "capitals"),
    ("The drawdown of weapons will go to Taiwan.", "goods of no class"),
]
DROPPED = [
    ("", "nothing at all"),
    ("He threw the javelin 88 metres in Budapest, Hungary.", "a javelin with no class word beside it"),
    ("France sold more wine to Japan last year.", "a sale of no goods of ours"),
    ("Missiles hit a power station in Ukraine overnight.", "no word of transfer"),
    ("Tanks of milk were delivered on Friday morning.", "no place"),
]


@pytest.mark.parametrize(("text", "why"), LET_THROUGH)
def test_lets_through(text: str, why: str) -> None:
    assert relevant(text), why


@pytest.mark.parametrize(("text", "why"), DROPPED)
def test_drops(text: str, why: str) -> None:
    assert not relevant(text), why


@pytest.mark.parametrize(
    "article", [a for a in worded_articles() if a.transfers], ids=lambda article: article.id
)
def test_no_worded_article_with_a_transfer_is_dropped(article: WordedArticle) -> None:
    assert relevant(article.text)


def test_goods_far_from_any_word_of_transfer_do_not_count() -> None:
    filler = "The weather in Warsaw was fine. " * 60
    assert not relevant(f"Missiles flew. {filler} He sold his car in Poland.")


@needs_shared
def test_most_other_news_is_dropped() -> None:
    texts = [path.read_text() for path in sorted((SHARED / "polnear" / "dev" / "text").glob("*.txt"))]
    passed = sum(relevant(text) for text in texts)
    assert passed <= 0.3 * len(texts)


def test_effort_grows_with_length_only() -> None:
    assert grows_with_length_only(relevant, "Kosovo Serbia Albania missiles bought ", 20_000)
