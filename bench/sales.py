"""Made sales: facts that hang together, drawn by a seed from our own lists of countries and articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import TypeVar

from armsdocket.vocabulary import articles, organisations
from armsdocket.vocabulary.articles import Article
from armsdocket.vocabulary.countries import all_countries, name_of

T = TypeVar("T")

FIRST, LAST = date(1998, 1, 5), date(2026, 6, 30)
# A transmittal has at most three figures: more numbered sales than this in one year cannot be named.
MOST_IN_A_YEAR = 999
# Above 1, some buyers and articles are met more often than others, as in the real record.
SKEW = 1.5
NUMBERED = 0.8
# The letter of a military department in the name of an FMS case.
DEPARTMENTS = {"Army": "B", "Navy": "P", "Air Force": "D"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what is sold."""

    quantity: int
    article: str


@dataclass(frozen=True, slots=True)
class Sale:
    """One made sale; ``transmittal`` is null for one known from the press alone. Amounts in millions."""

    number: int
    transmittal: str | None
    fms_case: str
    buyer: str
    seller: str
    lines: tuple[Line, ...]
    contractor: str
    department: str
    mde: float
    other: float
    asked: date
    received: date
    signed: date

    @property
    def total(self) -> float:
        """Return the notified ceiling."""
        return round(self.mde + self.other, 1)


def sales(seed: int) -> Iterator[Sale]:
    """Yield made sales without end, the same ones for the same seed.

    Raises ValueError when a year holds more sales than transmittals can number.
    """
    chance = Random(f"sales {seed}")  # noqa: S311 - no secret
    numbered: dict[int, int] = {}
    number = 0
    while True:
        received = FIRST + timedelta(chance.randrange((LAST - FIRST).days))
        transmittal = None
        if chance.random() < NUMBERED:
            count = numbered[received.year] = numbered.get(received.year, 0) + 1
            if count > MOST_IN_A_YEAR:
                raise ValueError(f"more than {MOST_IN_A_YEAR} made sales in {received.year}: ask for fewer")
            transmittal = f"{received.year % 100:02d}-{count:02d}"
        yield _sale(chance, number, transmittal, received)
        number += 1


def _sale(chance: Random, number: int, transmittal: str | None, received: date) -> Sale:
    american = transmittal is not None or chance.random() < 0.3
    wares = [item for item in _wares() if (item.origin == "US") == american]
    first = _pick(chance, wares)
    buyer = _pick(chance, [code for code in _buyers() if code != first.origin])
    others = [item for item in wares if item.kind == first.kind and item.name != first.name]
    sold = [first, *chance.sample(others, min(len(others), chance.choice((0, 0, 1, 2))))]
    mde = round(chance.uniform(14, 900), 1)
    letters = "".join(chance.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") for _ in range(3))
    department = chance.choice(list(DEPARTMENTS))
    return Sale(
        number=number,
        transmittal=transmittal,
        fms_case=f"{buyer}-{DEPARTMENTS[department]}-{letters}",
        buyer=name_of(buyer),
        seller=name_of(first.origin or "US"),
        lines=tuple(Line(chance.randrange(2, 400), item.name) for item in sold),
        contractor=_maker(first),
        department=department,
        mde=mde,
        other=round(chance.uniform(2, 300), 1),
        asked=received - timedelta(chance.randrange(60, 300)),
        received=received,
        signed=received + timedelta(chance.randrange(60, 500)),
    )


def _pick(chance: Random, among: list[T]) -> T:
    return among[int(len(among) * chance.random() ** SKEW)]


@cache
def _wares() -> tuple[Article, ...]:
    """Return the listed articles with a known maker and origin."""
    found = articles.all_articles().values()
    return tuple(item for item in found if item.maker and item.origin and not item.family)


@cache
def _buyers() -> tuple[str, ...]:
    """Return the countries of today, the United States left out."""
    return tuple(code for code in all_countries() if len(code) == 2 and code != "US")


def _maker(item: Article) -> str:
    return organisations.organisation(item.maker or "").name
