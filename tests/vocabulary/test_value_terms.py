"""The word lists of values, frames and forces: each loads, and no word means two things."""

from collections import Counter

from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.force_terms import force_terms
from armsdocket.vocabulary.frame_terms import frame_terms, languages
from armsdocket.vocabulary.value_terms import (
    bound_terms,
    calendar_terms,
    count_terms,
    currency_terms,
    number_terms,
    sum_terms,
)


def test_every_list_states_its_source() -> None:
    for terms in (
        number_terms(),
        currency_terms(),
        bound_terms(),
        count_terms(),
        calendar_terms(),
        sum_terms(),
        frame_terms(),
        force_terms(),
    ):
        assert len(terms.source) > 10


def test_no_currency_name_or_symbol_belongs_to_two() -> None:
    terms = currency_terms()
    names = [name for each in terms.currencies for name in {*each.names, *each.scaled_names, *each.symbols}]
    assert [name for name, count in Counter(map(fold, names)).items() if count > 1] == []
    assert not set(terms.shared) & set(names)
    assert all(len(each.code) == 3 and each.code.isupper() for each in terms.currencies)


def test_a_bound_word_bounds_one_way() -> None:
    for lists in (bound_terms().before, bound_terms().after):
        words = [word for each in lists.values() for word in each]
        assert len(words) == len(set(words))


def test_twelve_months_and_seven_days() -> None:
    assert set(calendar_terms().months.values()) == set(range(1, 13))
    assert set(calendar_terms().weekdays.values()) == set(range(7))
    assert not calendar_terms().ahead & calendar_terms().back


def test_each_language_has_enough_small_words() -> None:
    assert {code for code, words in languages().items() if len(words) < 20} == set()
