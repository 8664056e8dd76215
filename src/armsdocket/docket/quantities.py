"""Quantities that differ: between official documents line by line, and between them and what is reported.

A notice lists missiles, launch units and trainers under one article's name, and a report gives one number
for it. The report's number is set beside the first counted line of each notice, and only when it is none
of the notice's numbers for that article, nor their sum.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from armsdocket.docket.casefile import Fact
from armsdocket.docket.evidence import article_of
from armsdocket.docket.facts import Member, fact, transfers
from armsdocket.docket.items import key_of
from armsdocket.reading.claims import Item, Quantity

OFFICIAL = frozenset({"instrument", "release"})


class Line(NamedTuple):
    """One counted line of one document."""

    member: Member
    item: Item
    quantity: Quantity


def differing_quantities(members: Sequence[Member]) -> Iterator[tuple[str, list[Fact]]]:
    """Yield what is counted and the differing sides; ``note`` of a side holds its bound, if any."""
    claims = [_lines(member, claim.items) for member, claim in transfers(members)]
    official = [lines for lines in claims if lines and lines[0].member.rank in OFFICIAL]
    reported = [lines for lines in claims if lines and lines[0].member.rank not in OFFICIAL]
    yield from _line_by_line(official or reported)
    if official:
        yield from _beside_reports(official, reported)


def _lines(member: Member, items: Iterable[Item]) -> list[Line]:
    return [Line(member, item, item.quantity) for item in items if item.quantity]


def _line_by_line(claims: Iterable[list[Line]]) -> Iterator[tuple[str, list[Fact]]]:
    """Compare the lines of one thing; a document that lists it in several lines is left out."""
    by_thing: dict[str, list[Line]] = defaultdict(list)
    for lines in claims:
        own: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            own[key_of(line.item)].append(line)
        for key, same in own.items():
            if len(same) == 1:
                by_thing[key] += same
    for sides in by_thing.values():
        if not agree(side.quantity for side in sides):
            yield _told(sides)


def _beside_reports(
    official: Sequence[list[Line]], reported: Sequence[list[Line]]
) -> Iterator[tuple[str, list[Fact]]]:
    articles = dict.fromkeys(article_of(line.item) for lines in reported for line in lines)
    for article in articles:
        listed = [found for lines in official if (found := _of(article, lines))]
        numbers = {line.quantity.value for lines in listed for line in lines}
        numbers |= {sum(line.quantity.value for line in lines) for lines in listed}
        odd = [
            line for lines in reported for line in _of(article, lines) if not _fits(line.quantity, numbers)
        ]
        if listed and odd:
            yield _told([*(lines[0] for lines in listed), *odd])


def _of(article: str, lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if article_of(line.item) == article]


def _fits(quantity: Quantity, numbers: Iterable[int]) -> bool:
    """Tell whether a reported number is one of the notice's, by its bound.

    "About 250" beside 246 does not fit: a reader decides whether it is a rounding.
    """
    if quantity.bound == "at most":
        return any(number <= quantity.value for number in numbers)
    if quantity.bound == "at least":
        return any(number >= quantity.value for number in numbers)
    return quantity.value in numbers


def _told(sides: Sequence[Line]) -> tuple[str, list[Fact]]:
    what = f"quantity of {sides[0].item.value}"
    return what, [fact(what, side.quantity, side.member, note=_bound(side.quantity)) for side in sides]


def _bound(quantity: Quantity) -> str:
    return "" if quantity.bound == "exactly" else quantity.bound


def agree(quantities: Iterable[Quantity]) -> bool:
    """Tell whether one number satisfies every quantity with its bound ("up to 255" agrees with 250)."""
    counted = list(quantities)
    exact = {one.value for one in counted if one.bound in {"exactly", "about"}}
    if len(exact) > 1:
        return False
    least = max((one.value for one in counted if one.bound == "at least"), default=0)
    most = min((one.value for one in counted if one.bound == "at most"), default=None)
    if most is not None and least > most:
        return False
    return all(least <= value and (most is None or value <= most) for value in exact)
