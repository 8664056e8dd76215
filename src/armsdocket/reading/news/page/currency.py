"""Whose pesos, whose dollars: the currency that a shared name means in an article."""

from collections import Counter

import msgspec

from armsdocket.reading.values.money import Money, find_money
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.value_terms import currency_terms

# A country named at most so many characters before a sum tells whose currency it is.
_NEAR = 400


def find_sums_of_money(text: str, start: int = 0, end: int | None = None) -> list[Money]:
    """Return every sum of money of an article between two offsets, its currency told by the countries named.

    >>> [found.currency for found in find_sums_of_money("Manila pays 5.5 billion pesos.")]
    ['PHP']
    """
    found = find_money(text, start, end)
    home = _home_dollar(text) if any(_is_bare(text, money) for money in found) else None
    return [_told(text, money, home) for money in found]


_BARE = frozenset({"$", "dollars", "dollar"})


def _is_bare(text: str, money: Money) -> bool:
    """Tell whether nothing says whose dollars they are."""
    return money.currency_passage is not None and fold(money.currency_passage.words(text)) in _BARE


def _home_dollar(text: str) -> str | None:
    """Give the dollar of the one country of the opening that has its own, in a report that names no US."""
    places = find_places(text)
    dollars = currency_terms().home_dollars
    named = {place.code for place in places if place.code in dollars}
    opening = {place.code for place in places if place.start < _NEAR}
    if len(named) != 1 or not named <= opening or any(place.code == "US" for place in places):
        return None
    return dollars[named.pop()]


def _told(text: str, money: Money, home: str | None) -> Money:
    """Give a shared name the currency of the country named last before it, or most often in the text."""
    if home and _is_bare(text, money):
        return msgspec.structs.replace(money, currency=home)
    if money.currency is not None or money.currency_passage is None:
        return money
    codes = currency_terms().shared.get(fold(" ".join(money.currency_passage.words(text).split())), {})
    near = max(0, money.passage.start - _NEAR)
    before = [place.code for place in find_places(text, near, money.passage.end) if place.code in codes]
    named = Counter(codes[place.code] for place in find_places(text) if place.code in codes)
    most = [currency for currency, times in named.items() if times == max(named.values())]
    currency = codes[before[-1]] if before else most[0] if len(most) == 1 else None
    return msgspec.structs.replace(money, currency=currency) if currency else money
