"""Joint orders: what is said once of an order is said of every buyer in it, except the sum, never divided."""

import re
from collections.abc import Sequence

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Party, Sourced, Transfer
from armsdocket.vocabulary.countries import find_places, name_of

# "US company Lockheed Martin said purchases by ...": the words that may stand between country and company.
_FIRM = re.compile(
    r"\s+(?:(?:defen[cs]e|arms|weapons)\s+)?(?:company|firm|group|giant|manufacturer|maker|contractor)\s+$",
    re.IGNORECASE,
)
_REACH = 40


def with_joint_terms(text: str, transfers: Sequence[Transfer]) -> list[Transfer]:
    """Return the transfers, those of one shared sum with one another's date and with the maker's country.

    The seller is taken from the words that name the company's country beside the order, never from what
    is known of the company.
    """
    orders: dict[Passage, list[Transfer]] = {}
    for one in transfers:
        if one.shared_value is not None and one.shared_with:
            orders.setdefault(one.shared_value.passage, []).append(one)
    terms = {place: (_date(order), _seller(text, order)) for place, order in orders.items()}
    return [_with(one, terms) for one in transfers]


def _date(order: Sequence[Transfer]) -> Sourced[str] | None:
    """Return the one date that the order's buyers are given; none when there are several."""
    dates = {one.stage_date.value: one.stage_date for one in order if one.stage_date}
    return next(iter(dates.values())) if len(dates) == 1 else None


def _seller(text: str, order: Sequence[Transfer]) -> Party | None:
    for contractor in (name for one in order for name in one.contractors):
        start = contractor.passage.start
        for place in find_places(text, max(0, start - _REACH), start):
            if _FIRM.fullmatch(text[place.end : start]):
                return Party(
                    value=place.code,
                    name=name_of(place.code),
                    as_written=text[place.start : place.end],
                    passage=Passage(place.start, place.end),
                )
    return None


def _with(one: Transfer, terms: dict[Passage, tuple[Sourced[str] | None, Party | None]]) -> Transfer:
    if one.shared_value is None or one.shared_value.passage not in terms:
        return one
    date, seller = terms[one.shared_value.passage]
    return msgspec.structs.replace(one, stage_date=one.stage_date or date, seller=one.seller or seller)
