"""The words of values: numbers, currencies, bounds, the calendar, and what a number may number."""

from functools import cache
from typing import Literal

import msgspec

from armsdocket.vocabulary import datafile

BoundWord = Literal["at least", "at most", "about"]


class NumberTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Number words and what they stand for; ``short_scales`` count only beside a currency."""

    source: str
    units: dict[str, int]
    teens: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    groups: dict[str, int]


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One currency: its ISO 4217 code, its symbols, and its names after a figure."""

    code: str
    symbols: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    scaled_symbols: tuple[str, ...] = ()
    """A letter that is money only right before a figure with "billion" or the like: a P-3 is an aircraft."""
    scaled_names: tuple[str, ...] = ()
    """Names that are money only after "million" or the like: pounds are also a weight."""


class CurrencyTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every currency, the names that several share, and the codes read as written."""

    source: str
    currencies: tuple[Currency, ...]
    shared: dict[str, dict[str, str]]
    """Names that several countries share: the code of each country, by its ISO 3166 code."""
    home_dollars: dict[str, str]
    """Countries whose press writes their own dollar as a bare "$", and its code."""
    codes: tuple[str, ...]
    code_variants: dict[str, str]


class BoundTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that bound a number, before and after it, and the words that may stand between."""

    source: str
    before: dict[BoundWord, tuple[str, ...]]
    after: dict[BoundWord, tuple[str, ...]]
    between: tuple[str, ...]
    prepositions: frozenset[str]
    led_by: frozenset[str]


class CountTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words beside a number that say it counts nothing, or that it is a year."""

    source: str
    labels: frozenset[str]
    names: frozenset[str]
    measures: frozenset[str]
    compounds: frozenset[str]
    year_leads: frozenset[str]
    things: frozenset[str]


class CalendarTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Months and weekdays, and the words by which a date without a year looks ahead or back."""

    source: str
    months: dict[str, int]
    weekdays: dict[str, int]
    weekday_short: dict[str, int]
    month_leads: tuple[str, ...]
    ahead: frozenset[str]
    ahead_before: frozenset[str]
    ahead_between: frozenset[str]
    back: frozenset[str]
    named_before: frozenset[str]
    named_after: frozenset[str]
    fiscal: frozenset[str]
    sure_year_leads: frozenset[str]
    no_plural: frozenset[str]


class SumTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What sums are for, who pays them, and how budgets change."""

    source: str
    purposes: frozenset[str]
    stops: frozenset[str]
    pays: tuple[str, ...]
    budgets: tuple[str, ...]
    raises: tuple[str, ...]
    cuts: tuple[str, ...]


@cache
def sum_terms() -> SumTerms:
    """Give the words around sums of public money."""
    return datafile.load("value_sums", SumTerms)


@cache
def number_terms() -> NumberTerms:
    """Give the number words."""
    return datafile.load("value_numbers", NumberTerms)


@cache
def currency_terms() -> CurrencyTerms:
    """Give the currencies."""
    return datafile.load("value_currencies", CurrencyTerms)


@cache
def bound_terms() -> BoundTerms:
    """Give the words of bounds."""
    return datafile.load("value_bounds", BoundTerms)


@cache
def count_terms() -> CountTerms:
    """Give the words that tell a count from a label, a measure or a year."""
    return datafile.load("value_counts", CountTerms)


@cache
def calendar_terms() -> CalendarTerms:
    """Give months, weekdays and the words of direction."""
    return datafile.load("value_calendar", CalendarTerms)
