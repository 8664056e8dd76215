"""Sums of money in an article: budgets, aid, fines, prices; and budgets that change by a percentage."""

import datetime
import re
from bisect import bisect_left
from functools import cache

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Bound, Heading, Party, Sourced, Sum, sourced
from armsdocket.reading.news.page.currency import find_sums_of_money
from armsdocket.reading.news.page.told import anchor_of, told_sentences
from armsdocket.reading.news.payer import Payers
from armsdocket.reading.news.purpose import Purposes
from armsdocket.reading.values.date import find_dates
from armsdocket.reading.values.money import Money
from armsdocket.reading.values.number import alternation
from armsdocket.vocabulary.countries import find_places, name_of
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.value_terms import sum_terms

READER = "news/1"
# A headline rounds: "$14m" for $14.5m. A sum in it this near to one of the body is that one.
_ROUNDING = 0.1
_LAW_OF = re.compile(r"(?:act|law|treaty|agreement) of\s$", re.IGNORECASE)
# What stands between a sum and the same in another currency: "(about", ", which is roughly", "or".
_ABOUT = r"(?:(?:about|around|roughly|approximately|some|nearly|equivalent to|equal to)\s)?"
_CONVERTS = re.compile(
    rf"\s?[(\[/]{_ABOUT}|,?\s(?:which is|that is|equivalent to|equal to|the equivalent of|or)\s{_ABOUT}"
)
_EQUALS = re.compile(r"\s?=\s?")


def find_sums(document: Document, heading: Heading) -> list[Sum]:
    """Return each sum of money that the article states, once, where it is first stated in full.

    A sum in brackets behind another is its conversion and is left out; a headline's sum stands only
    when the body has none like it. The price of a sale is a sum too.
    """
    found: dict[tuple[object, object], Sum] = {}
    late: list[Sum] = []
    stated = find_sums_of_money(document.text)
    starts = [money.passage.start for money in stated]
    for sentence, above in told_sentences(heading, document):
        money = stated[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for each in _sums_of(document.text, sentence, money, anchor_of(heading)):
            if above:
                late.append(each)
            else:
                found.setdefault(_key(each), each)
    for each in late:
        if not any(_rounds(each, other) for other in found.values()):
            found.setdefault(_key(each), each)
    return sorted(found.values(), key=_place)


def _key(each: Sum) -> tuple[object, object]:
    if each.amount is None:
        return each.percent and each.percent.value, each.purpose and fold(each.purpose.as_written)
    return each.amount.value, each.currency and each.currency.value


def _place(each: Sum) -> tuple[int, int]:
    stated = each.amount or each.percent
    return (stated.passage.start, stated.passage.end) if stated else (0, 0)


def _rounds(headline: Sum, other: Sum) -> bool:
    """Tell whether a headline's sum is the rounded one of the body."""
    if headline.amount is None or other.amount is None:
        return headline.amount is None and other.percent == headline.percent
    if (headline.currency and headline.currency.value) != (other.currency and other.currency.value):
        return False
    return abs(headline.amount.value - other.amount.value) <= _ROUNDING * other.amount.value


def _sums_of(text: str, sentence: Passage, money: list[Money], anchor: datetime.date | None) -> list[Sum]:
    folded = fold_whole(text)[sentence.start : sentence.end]
    changes = list(_changes().finditer(folded)) if "%" in folded or "cent" in folded else []
    if not money and not changes:
        return []
    beside = _Beside(text, sentence, anchor)
    claims = [
        _claim(text, each, beside)
        for position, each in enumerate(money)
        if not (position and _is_conversion(text, money[position - 1], each))
        and not _is_rate(text, money, position)
    ]
    return claims + [_change(text, sentence.start, match, beside) for match in changes]


class _Beside:
    """What stands beside the sums of a sentence: who pays, what for and when."""

    def __init__(self, text: str, sentence: Passage, anchor: datetime.date | None) -> None:
        self._text = text
        self.payers, self.purposes = Payers(text, sentence), Purposes(text, sentence)
        self._dates = [
            date
            for date in find_dates(text, sentence.start, sentence.end, anchor=anchor)
            # "the Foreign Assistance Act of 1961" dates the law, not the sum.
            if not _LAW_OF.search(text[max(0, date.passage.start - 12) : date.passage.start])
        ]

    def date(self, place: Passage) -> Sourced[str] | None:
        """Give the date nearest to a sum."""
        date = min(self._dates, key=lambda each: _distance(each.passage, place), default=None)
        return sourced(date.value, self._text, date.passage.start, date.passage.end) if date else None


def _is_conversion(text: str, first: Money, second: Money) -> bool:
    between = text[first.passage.end : second.passage.start]
    return first.currency != second.currency and _CONVERTS.fullmatch(between) is not None


def _is_rate(text: str, money: list[Money], position: int) -> bool:
    """Tell the price of a currency in another: "$1 = 1.7486 leva"."""
    before = position > 0 and _EQUALS.fullmatch(
        text[money[position - 1].passage.end : money[position].passage.start]
    )
    after = position + 1 < len(money) and _EQUALS.fullmatch(
        text[money[position].passage.end : money[position + 1].passage.start]
    )
    return bool(before or after)


def _claim(text: str, money: Money, beside: _Beside) -> Sum:
    bound: Sourced[Bound] | None = None
    if money.bound_passage:
        bound = sourced(money.bound, text, money.bound_passage.start, money.bound_passage.end)
    elif money.high is not None:
        # "$3-4 billion": the range itself says that the low end is the least.
        bound = sourced(money.bound, text, money.passage.start, money.passage.end)
    currency = None
    if money.currency and money.currency_passage:
        currency = sourced(money.currency, text, money.currency_passage.start, money.currency_passage.end)
    return Sum(
        reader=READER,
        rule="sum/amount",
        amount=sourced(money.amount, text, money.passage.start, money.passage.end),
        currency=currency,
        bound=bound,
        payer=beside.payers.of(money.passage),
        purpose=beside.purposes.of(money.passage),
        date=beside.date(money.passage),
    )


def _distance(one: Passage, other: Passage) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


_HEDGE = r"(?:about\s|nearly\s|some\s|over\s|more than\s|almost\s)?"
_PER_CENT = r"\s?-?(?:%|per\s?-?cent)"


@cache
def _changes() -> re.Pattern[str]:
    """Match a budget that changes by a percentage: "increased the military budget by 100 per cent"."""
    terms = sum_terms()
    raises, cuts, budgets = alternation(terms.raises), alternation(terms.cuts), alternation(terms.budgets)

    def verb(form: str) -> str:
        return rf"(?:(?P<{form}up>{raises})|(?P<{form}down>{cuts}))(?!\w)"

    def budget(form: str) -> str:
        return rf"(?P<{form}what>(?:[a-z][\w'-]*\s){{0,3}}(?:{budgets}))(?!\w)"

    def number(form: str) -> str:
        return rf"(?P<{form}number>\d{{1,4}}(?:\.\d{{1,2}})?{_PER_CENT})"

    own = r"(?:its\s|the\s|their\s|his\s)?"
    active = rf"{verb('a')}\s{own}{budget('a')}\sby\s{_HEDGE}{number('a')}"
    helper = r"(?:has\s|had\s|have\s|will\s|was\s|is\s)?(?:be\s|been\s)?"
    passive = rf"{budget('b')}\s{helper}{verb('b')}\s(?:by\s)?{_HEDGE}{number('b')}"
    noun = rf"{number('c')}\s{verb('c')}\s(?:in|to|of)\s{own}{budget('c')}"
    return re.compile(rf"(?<!\w)(?:{active}|{passive}|{noun})")


def _change(text: str, offset: int, match: re.Match[str], beside: _Beside) -> Sum:
    form = next(name for name in "abc" if match[f"{name}number"])
    percent = float(re.split(r"[^\d.]", match[f"{form}number"], maxsplit=1)[0])
    value = -percent if match[f"{form}down"] else percent
    place = Passage(offset + match.start(f"{form}number"), offset + match.end(f"{form}number"))
    what = match.span(f"{form}what")
    words = match[f"{form}what"]
    lead = re.match(r"(?:its|the|their|his|a|an|[a-z]{2,20}'s)\s", words)
    start = offset + what[0] + (lead.end() if lead else 0)
    return Sum(
        reader=READER,
        rule="sum/change",
        percent=sourced(value, text, place.start, place.end),
        payer=beside.payers.of(place) or _owner(text, offset + what[0], offset + what[1]),
        purpose=sourced(text[start : offset + what[1]], text, start, offset + what[1]),
        date=beside.date(place),
    )


def _owner(text: str, start: int, end: int) -> Party | None:
    """Give the country whose budget it is: "Romania's defence budget"."""
    for place in find_places(text, start, end):
        words = text[place.start : place.end]
        return Party(
            value=place.code,
            name=name_of(place.code),
            as_written=words,
            passage=Passage(place.start, place.end),
        )
    return None
