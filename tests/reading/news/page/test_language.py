"""The language of a text by its small words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armsdocket.reading.news.page import language
from armsdocket.reading.news.page.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministry said that the deal will be signed in May and is not yet final.", "en"),
        ("Ministria tha se marrëveshja do të nënshkruhet në maj dhe nuk është ende e plotë për të.", "sq"),
        ("Министарство је рекло да ће уговор бити потписан у мају и да није још све готово за то.", "sr"),
        ("Министерството каза, че договорът ще бъде подписан през май и не е още готов за това.", "bg"),
        ("Das Ministerium sagte, dass der Vertrag im Mai unterschrieben werde und nicht fertig ist.", "de"),
        ("Ministerstwo powiedziało, że umowa będzie w maju i nie jest to jeszcze po raz ostatni.", "pl"),
        ("Το υπουργείο είπε ότι η συμφωνία θα είναι για την άνοιξη και δεν είναι στο τέλος της.", "el"),
        ("Javelin Hellfire Stinger Patriot", None),
        ("Javelin Hellfire Stinger Patriot Leopard Abrams Bradley Marder Gepard", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


@given(st.text())
def test_words_are_runs_of_letters(text: str) -> None:
    assert language._letters(text).split() == re.findall(r"[^\W\d_]+", text)
