"""Sources put right: texts worded here, each with the source and the verb an attribution has in it."""

import pytest

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.speech.attribution import Attribution
from armsdocket.reading.news.speech.wording import wordings
from armsdocket.reading.news.statement.sources import righted

CASES = [
    (
        "Jan Wilk won with 61.2m, then vowed to go “while it lasts”.",
        "61.2m",
        "vowed",
        "Jan Wilk won with",
        "number",
    ),
    (
        "Unions voiced fears of “bonuses for all”.",
        "Unions voiced",
        "fears",
        "Unions",
        "a verb ends the phrase",
    ),
    ("Unions voiced fears of “bonuses for all”.", "voiced", "fears", None, "a verb is nobody"),
    (
        "In Lima, the Rail Minister, Eva Rios, hailed the “end”.",
        "the",
        "hailed",
        "the Rail",
        "behind the verb",
    ),
    ("The head of the yard, Eva Rios, welcomed “the end”.", "The", "welcomed", "The head", "cut short"),
    (
        "Sen. Ida Moe, D-Ill., called the sale “a gift”.",
        "the sale",
        "called",
        "Sen. Ida Moe",
        "what is called",
    ),
    (
        "Peru to buy “the best”, says Moe; Chile warns of a race.",
        "Chile",
        "says",
        "Moe",
        "the verb's own clause",
    ),
    (
        "Ida Moe says the purchase of radars remains of “great weight”.",
        "the purchase of radars remains of",
        "says",
        "Ida Moe",
        "no speaker ends with a preposition",
    ),
    (
        "Prime Minister Theresa May denounced “a threat”.",
        "Prime Minister Theresa",
        "denounced",
        "Prime Minister Theresa May",
        "a name cut short",
    ),
    ("More denounced “a threat”.", "More", "denounced", None, "a label of the page"),
    ("The reported “strikes” killed three.", "The", "reported", None, "an article is nobody"),
    ("Ida Moe praised the navy for “a gift”.", "Ida Moe", "praised", "Ida Moe", "nothing to put right"),
]


@pytest.mark.parametrize(("text", "source", "cue", "wanted", "reason"), CASES)
def test_source(text: str, source: str, cue: str, wanted: str | None, reason: str) -> None:
    def at(words: str) -> Passage:
        place = text.rfind(words) if words == "the" else text.find(words)
        return Passage(place, place + len(words))

    content = Passage(text.find("“") + 1, text.find("”"))
    one = Attribution(content, at(source), at(cue), "direct", "rule: quotation")
    found = righted(next(wordings(text)), one).source
    assert (found is None) if wanted is None else (found and found.words(text).startswith(wanted)), reason
