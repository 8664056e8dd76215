"""Money as written: amount, currency, and the bound the words put on it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound
from armsdocket.reading.values.bound import bound_around
from armsdocket.reading.values.number import (
    DECIMAL_COMMA,
    FIGURE,
    GAP,
    Number,
    Window,
    alternation,
    figure_value,
    numbers,
    scale_pattern,
    scale_value,
    window,
)
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.value_terms import currency_terms, number_terms

_DIGITS = re.compile(r"\d+")
# The longest name of a currency with a line break in it, its stop and the blanks behind it.
_REACH = 40
_JOIN = rf"(?:{GAP}(?:-|to(?!\w)|and(?!\w)){GAP})"


class Money(msgspec.Struct, frozen=True):
    """An amount in whole units of ``currency`` (ISO 4217; null for a name that several countries share).

    A bare "$" or "dollars" is USD unless another dollar is named: that is the convention of the sources.
    ``passage`` covers number, scale and currency, not the words of the bound. For a range ("$3-4
    billion") ``amount`` is its low end, ``bound`` is "at least", and ``high`` is its high end.
    """

    amount: int | float
    currency: str | None
    bound: Bound
    passage: Passage
    bound_passage: Passage | None = None
    high: int | float | None = None
    currency_passage: Passage | None = None


class _Sum(msgspec.Struct, frozen=True):
    """A sum in offsets of the window."""

    start: int
    end: int
    amount: Decimal
    currency: str | None
    currency_start: int
    currency_end: int
    high: Decimal | None = None


def find_money(text: str, start: int = 0, end: int | None = None) -> list[Money]:
    """Return every sum of money in ``text[start:end]``, in order.

    >>> [(m.amount, m.currency, m.bound) for m in find_money("up to $1.2bn and 40 million euros")]
    [(1200000000, 'USD', 'at most'), (40000000, 'EUR', 'exactly')]
    >>> find_money("up to $1.2bn")[0].passage
    Passage(start=6, end=12)
    """
    return list(figures(text, start, end).sums)


class Figures(NamedTuple):
    """The numbers and the sums of money of a window."""

    view: Window
    numbers: list[Number]
    sums: list[Money]


def figures(text: str, start: int = 0, end: int | None = None) -> Figures:
    """Return the numbers and sums of a stretch; a document's are read once for all who ask."""
    return _figures_of_whole(text) if start == 0 and end is None else _figures(window(text, start, end))


@lru_cache(maxsize=4)
def _figures_of_whole(text: str) -> Figures:
    return _figures(window(text, 0, None))


def _figures(view: Window) -> Figures:
    found = numbers(view)
    return Figures(view, found, money_in(view, found))


def money_in(view: Window, found_numbers: list[Number] | None = None) -> list[Money]:
    """Return every sum of money in the window; ``found_numbers`` spares reading its numbers again."""
    sums = _before_figures(view)
    taken = [(each.start, each.end) for each in sums]
    for each in _after_figures(view, numbers(view) if found_numbers is None else found_numbers):
        if not any(start < each.end and each.start < end for start, end in taken):
            sums.append(each)
    sums.sort(key=lambda each: each.start)
    return [_money(view, each) for each in sums]


def exact(amount: Decimal) -> int | float:
    """Give a whole number as int and any other as float.

    >>> exact(Decimal("2.316") * 10**9), exact(Decimal("82.5"))
    (2316000000, 82.5)
    """
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _money(view: Window, found: _Sum) -> Money:
    passage = Passage(view.at(found.start), view.at(found.end))
    currency = Passage(view.at(found.currency_start), view.at(found.currency_end))
    if found.high is not None:
        low, high = exact(found.amount), exact(found.high)
        return Money(low, found.currency, "at least", passage, None, high, currency)
    bound = bound_around(view, found.start, found.end)
    return Money(exact(found.amount), found.currency, bound.bound, passage, bound.passage, None, currency)


@cache
def _symbols() -> dict[str, str]:
    terms = currency_terms()
    codes = {fold(code): terms.code_variants.get(code, code) for code in terms.codes}
    return codes | {fold(symbol): each.code for each in terms.currencies for symbol in each.symbols}


@cache
def _leads() -> dict[str, str]:
    """Give every symbol that can stand before a figure."""
    scaled = {
        fold(symbol): each.code for each in currency_terms().currencies for symbol in each.scaled_symbols
    }
    return scaled | _symbols()


@cache
def _names() -> dict[str, str | None]:
    terms = currency_terms()
    shared: dict[str, str | None] = dict.fromkeys(terms.shared)
    names = {fold(name): each.code for each in terms.currencies for name in (*each.names, *each.scaled_names)}
    # "a 610-billion-Taiwan-dollar budget"
    return shared | {name.replace(" ", "-"): code for name, code in names.items()} | names


@cache
def _scaled_only() -> frozenset[str]:
    return frozenset(
        fold(name)
        for each in currency_terms().currencies
        for name in (*each.scaled_names, *each.scaled_symbols)
    )


@cache
def _short_scale() -> str:
    return rf"(?:[ -]?(?:{alternation(list(number_terms().short_scales))})(?!\w))"


# "655 000 euros": spaces part thousands only beside a currency; "18 155 mm guns" are eighteen guns.
_SPACED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?!\d|[.,]\d)"
_SPACED_FIGURE = re.compile(_SPACED)
_GROUP_GAP = re.compile(r"[ \u00a0\u202f]")


@cache
def _prefixed() -> re.Pattern[str]:
    symbols = alternation(list(_leads()))
    amount = rf"(?:{_SPACED}|{DECIMAL_COMMA}(?={_any_scale()})|{FIGURE})"
    return re.compile(
        rf"(?<!\w)(?P<currency>{symbols})(?:\.(?!\d))?[ \t]{{0,3}}"
        rf"(?P<low>{amount})(?P<low_scale>{_any_scale()})?"
        rf"(?:(?P<join>{_JOIN})(?P<again>(?:{symbols})[ \t]{{0,3}})?(?P<high>{amount})"
        rf"(?P<high_scale>{_any_scale()})?)?"
    )


@cache
def _any_scale() -> str:
    return rf"(?:{scale_pattern()}|{_short_scale()})"


# "Yuan-class", "Euro-PULS": a name goes on behind the hyphen, unless a price does ("a dollar-a-year lease").
_NAMES_GOODS = r"-(?!(?:denominated|an?|per|plus|worth)\b)\w"


@cache
def _suffix() -> re.Pattern[str]:
    names = alternation([*_names(), "cents"])
    symbols = alternation(list(_symbols()))
    return re.compile(
        rf"(?P<scale>{_short_scale()})?(?:{GAP}(?P<name>{names})(?!\w|{_NAMES_GOODS})"
        rf"|[ \t]{{0,2}}(?P<symbol>{symbols})(?!\w|[ -]?\d))"
    )


@cache
def _range_suffix() -> re.Pattern[str]:
    amount = rf"(?:{DECIMAL_COMMA}(?={_any_scale()})|{FIGURE})"
    return re.compile(
        rf"(?P<low>{amount})(?P<low_scale>{_any_scale()})?(?P<join>{_JOIN})(?P<high>{amount})"
        rf"(?P<high_scale>{_any_scale()})?"
    )


@cache
def _lead() -> re.Pattern[str]:
    """Match a currency that ends where a figure begins."""
    return re.compile(rf"(?<!\w)(?:{alternation(list(_leads()))})\.?[ \t]{{0,3}}\.?\Z")


def _currency_starts(view: Window) -> Iterator[int]:
    """Yield where currencies before figures begin: every letter could begin one, few figures follow one."""
    for figure in _DIGITS.finditer(view.words, view.first, view.last):
        low = max(view.first, figure.start() - _REACH)
        while lead := _lead().search(view.words, low, figure.start()):
            yield lead.start()
            low = lead.start() + 1


def _before_figures(view: Window) -> list[_Sum]:
    """Find sums whose currency stands first: "$75 million", "Rs 421 crore", "USD 309 million"."""
    found: list[_Sum] = []
    place, pattern = view.first, _prefixed()
    for start in _currency_starts(view):
        match = pattern.match(view.words, start, view.last) if start >= place else None
        if match is None:
            continue
        currency = _symbol_code(view, match.start("currency"), match.end("currency"))
        low = _amount(match["low"])
        if currency is None or low is None or (match["low_scale"] is None and _dotted_thousand(match["low"])):
            continue
        glued = match.end("currency") == match.start("low")
        if match["currency"] in _scaled_only() and not (
            match["low_scale"] and (glued or len(match["currency"]) > 1)
        ):
            continue
        high = _amount(match["high"] or "")
        ranged = high is not None and _is_range(view, match, bool(match["again"]))
        if high is not None and ranged:
            factor = _factor(match["high_scale"])
            low_factor = _factor(match["low_scale"]) if match["low_scale"] else factor
            ranged = low * low_factor < high * factor
        if high is not None and ranged:
            each = _Sum(
                match.start(), match.end(), low * low_factor, currency, *match.span("currency"), high * factor
            )
        else:
            stop = match.end("low_scale") if match["low_scale"] else match.end("low")
            # "DM2A4" is a torpedo, not two marks.
            if view.words[stop : stop + 1] == "%" or _IN_DESIGNATION.match(view.words, stop):
                continue
            each = _Sum(
                match.start(), stop, low * _factor(match["low_scale"]), currency, *match.span("currency")
            )
        found.append(each)
        place = each.end
    return found


def _after_figures(view: Window, found_numbers: list[Number]) -> list[_Sum]:
    """Find sums whose currency stands last: "40 million euros", "176.7 mln dlrs"."""
    found: list[_Sum] = []
    for number in found_numbers:
        if found and number.start < found[-1].end:
            continue
        ranged = _range_suffix().match(view.words, number.start, view.last)
        each = _ranged(view, ranged) if ranged and not number.in_words else None
        each = each or _single(view, number)
        if each:
            found.append(each)
    return found


def _ranged(view: Window, match: re.Match[str]) -> _Sum | None:
    low, high = _amount(match["low"]), _amount(match["high"])
    suffix = _suffix().match(view.words, match.end(), view.last)
    if suffix is None or low is None or high is None or not _is_range(view, match, bool(match["high_scale"])):
        return None
    currency = _suffix_code(view, suffix, scaled=bool(match["high_scale"]))
    factor = _factor(match["high_scale"] or suffix["scale"])
    low_factor = _factor(match["low_scale"]) if match["low_scale"] else factor
    if currency is False or low * low_factor >= high * factor:
        return None
    return _Sum(match.start(), suffix.end(), low * low_factor, currency, *_suffix_span(suffix), high * factor)


def _single(view: Window, number: Number) -> _Sum | None:
    spaced = None if number.in_words else _SPACED_FIGURE.match(view.words, number.start, view.last)
    if spaced:
        number = Number(number.start, spaced.end(), Decimal(_GROUP_GAP.sub("", spaced.group())))
    suffix = _suffix().match(view.words, number.end, view.last)
    if suffix is None or _glued_to_designation(view, number.start):
        return None
    currency = _suffix_code(view, suffix, scaled=number.scaled or bool(suffix["scale"]))
    if currency is False:
        return None
    if suffix["name"] and suffix["name"].startswith("cents"):
        return None
    value = number.value * _factor(suffix["scale"])
    return _Sum(number.start, suffix.end(), value, currency, *_suffix_span(suffix))


def _suffix_span(suffix: re.Match[str]) -> tuple[int, int]:
    return suffix.span("name") if suffix["name"] else suffix.span("symbol")


def _suffix_code(view: Window, suffix: re.Match[str], *, scaled: bool) -> str | Literal[False] | None:
    """Give the code that the name stands for, None for a shared name, False where it is no money."""
    if suffix["symbol"]:
        return _symbol_code(view, *suffix.span("symbol")) or False
    name = " ".join(suffix["name"].split())
    if name in _scaled_only() and not scaled:
        return False
    return _names().get(name)


def _symbol_code(view: Window, start: int, end: int) -> str | None:
    """Give the currency of a symbol or code; letters count only when written with a capital."""
    written = view.as_written(start, end)
    letters = "".join(filter(str.isalpha, written))
    is_code = letters == written and fold(letters).upper() in currency_terms().codes
    if letters and not (letters.isupper() if is_code else letters[0].isupper() or written in {"zł", "лв"}):
        return None
    return _leads().get(fold(written))


def _amount(figure: str) -> Decimal | None:
    if not figure:
        return None
    if re.fullmatch(DECIMAL_COMMA, figure):
        return figure_value(figure.replace(",", "."))
    return figure_value(_GROUP_GAP.sub("", figure))


def _dotted_thousand(figure: str) -> bool:
    """Tell a figure such as 1.500, which may be 1500 or 1.5 and is not guessed."""
    whole, _, fraction = figure.partition(".")
    return len(fraction) == 3 and len(whole) <= 3 and whole != "0"


def _factor(scale: str | None) -> int:
    if not scale:
        return 1
    word = scale.strip(" \t\r\n-")
    return number_terms().short_scales.get(word) or scale_value(word)


def _is_range(view: Window, match: re.Match[str], tied: bool) -> bool:
    """Tell a range from two sums: "from A to B" is a change, "A and B" is a range only after "between"."""
    join = match["join"].strip()
    before = view.words[max(view.first, match.start() - 12) : match.start()].rstrip().rpartition(" ")[2]
    if not (tied or match["high_scale"]):
        # "$5 to 10 people": the second figure must show that it is money too.
        suffix = _suffix().match(view.words, match.end(), view.last)
        return join == "-" and (suffix is not None or view.words[match.end() : match.end() + 1] != "-")
    if join == "and":
        return before == "between"
    return not (join == "to" and before in {"from", "by"})


_IN_DESIGNATION = re.compile(r"[a-z]\d")


def _glued_to_designation(view: Window, start: int) -> bool:
    before = view.words[max(0, start - 2) : start]
    return before.endswith(("-", "/")) and len(before) == 2 and before[0].isalnum()
