"""Made documents: distinct, worded by us, several to a sale, so that a docket of any size can be filled.

The first n documents are the same whatever number is asked for, so one growing docket can be measured at
several sizes.
"""

import heapq
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import msgspec

from armsdocket.vocabulary import datafile
from bench.sales import Sale, sales

# Documents of one sale arrive among those of this many sales that follow it.
SPREAD = 40
# The State Department has posted the notices since then.
STATE_POSTS = date(2026, 3, 1)
# The volume of the Federal Register of 2000 is 65.
VOLUME_OF_YEAR_ZERO = 65 - 2000
# How often a numbered sale has each kind of document.
POSTED, PRINTED, OPPOSED, AWARDED = 0.95, 0.8, 0.1, 0.5
# Lines that our template wraps; editors take the space out that the Register leaves there.
_WRAPPED = re.compile(r"(?<=[^\s>\].:])\n(?=[^\s<\[])")
ARTICLES = (("request", 0.5), ("notified", 0.8), ("after", 0.6))


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The templates and the names that fill them."""

    register: str
    dsca: str
    state: str
    resolution: str
    contract: str
    article: dict[str, list[str]]
    policy: list[str]
    use: list[str]
    staff: list[str]
    extras: list[str]
    background: list[str]
    remark: list[str]
    aside: list[str]
    first_names: list[str]
    last_names: list[str]
    outlets: list[str]
    towns: list[str]
    activities: list[str]


@dataclass(frozen=True, slots=True)
class Made:
    """One made document: its address, its bytes, and the number of the sale it tells of."""

    address: str
    content: bytes
    sale: int


@cache
def wording() -> Wording:
    """Load the templates."""
    path = Path(__file__).parent / "wording.yaml"
    return datafile.decode(path.read_bytes(), Wording, path.name)


def documents(count: int, seed: int = 1) -> Iterator[Made]:
    """Yield ``count`` made documents in the order of their arrival."""
    return islice(_arriving(seed), count)


def _arriving(seed: int) -> Iterator[Made]:
    """Mix the documents of neighbouring sales: a case gains documents while others open."""
    waiting: list[tuple[int, str, Made]] = []
    for sale in sales(seed):
        chance = Random(f"documents {seed} {sale.number}")  # noqa: S311 - no secret
        for made in _of_sale(sale, chance):
            heapq.heappush(waiting, (sale.number + chance.randrange(SPREAD), made.address, made))
        while waiting and waiting[0][0] <= sale.number:
            yield heapq.heappop(waiting)[2]


def _of_sale(sale: Sale, chance: Random) -> Iterator[Made]:
    facts = _facts(sale, chance)
    folder = f"https://made.example/{sale.received.year}/{sale.number}"
    if sale.transmittal is not None:
        for name, share, write in KINDS:
            if chance.random() < share:
                yield Made(f"{folder}/{name}", write(sale, facts).encode(), sale.number)
    told = [kind for kind, share in ARTICLES if chance.random() < share]
    # A sale without a number is known from the press alone, so the press tells of it at least once.
    for kind in told or ["after"]:
        kept = kind if sale.transmittal or kind != "notified" else "request"
        page = _fill(chance.choice(wording().article[kept]), facts | _facts(sale, chance))
        yield Made(f"{folder}/{kind}.txt", page.encode(), sale.number)


def _posted(sale: Sale, facts: dict[str, str]) -> str:
    return _fill(wording().state if sale.received >= STATE_POSTS else wording().dsca, facts)


def _printed(_: Sale, facts: dict[str, str]) -> str:
    """Write a notice as the Register's text prints it: 72 characters to a line, a space where it wraps."""
    lines = _fill(wording().register, facts).split("\n")
    wrapped = "\n".join(" \n".join(_wrapped(line)) for line in lines)
    return _WRAPPED.sub(" \n", wrapped)


def _wrapped(line: str) -> list[str]:
    return [line] if line.startswith(("<", "[", "From")) or not line else textwrap.wrap(line, 72)


def _contract(_: Sale, facts: dict[str, str]) -> str:
    return _fill(wording().contract, facts | {"department": facts["department"].upper()})


def _opposed(sale: Sale, facts: dict[str, str]) -> str:
    """Write a resolution's record in the form of the corpus."""
    introduced = (sale.received + timedelta(9)).isoformat()
    chamber = "House" if sale.number % 2 else "Senate"
    text = _fill(wording().resolution, facts)
    record = {
        "congress": (sale.received.year - 1787) // 2,
        "number": facts["resolution"],
        "title": "A joint resolution providing for congressional disapproval of the proposed foreign "
        f"military sale to {sale.buyer} of certain defense articles and services.",
        "introduced": introduced,
        "sponsor": f"Rep. {facts['reporter']}",
        "cosponsors": [],
        "transmittals": [sale.transmittal],
        "rsat_ids": [],
        "versions": [{"date": introduced, "version": f"Introduced in {chamber}", "text": text}],
        "actions": [{"date": introduced, "text": f"Introduced in {chamber}"}],
        "votes": {},
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=1).decode()


KINDS: tuple[tuple[str, float, Callable[[Sale, dict[str, str]], str]], ...] = (
    ("release.html", POSTED, _posted),
    ("register.txt", PRINTED, _printed),
    ("resolution.json", OPPOSED, _opposed),
    ("contract.txt", AWARDED, _contract),
)


def _fill(template: str, facts: dict[str, str]) -> str:
    return template.format_map(facts)


def _facts(sale: Sale, chance: Random) -> dict[str, str]:
    """Return every fact that a template may name, in the words it is written in."""
    words = wording()
    plain = _told_facts(sale) | _paper_facts(sale, chance) | _people(chance)
    plain |= {name: _fill(chance.choice(getattr(words, name)), plain) for name in ("policy", "use", "staff")}
    plain |= {name: chance.choice(getattr(words, name)) for name in ("extras",)}
    return plain | {
        name: _fill(chance.choice(getattr(words, name)), plain) for name in ("background", "remark", "aside")
    }


def _told_facts(sale: Sale) -> dict[str, str]:
    first = sale.lines[0]
    return {
        "buyer": sale.buyer,
        "seller": sale.seller,
        "article": first.article,
        "quantity": str(first.quantity),
        "lines": "; ".join(f"{line.quantity} {line.article}" for line in sale.lines),
        "register_lines": "\n".join(f"    {line.quantity} {line.article}" for line in sale.lines),
        "contractor": sale.contractor,
        "mde": f"{sale.mde:g}",
        "other": f"{sale.other:g}",
        "total": f"{sale.total:g}",
        "asked": _day(sale.asked),
        "asked_weekday": f"{sale.asked:%A}",
        "received": _day(sale.received),
        "received_weekday": f"{sale.received:%A}",
        "signed": _day(sale.signed),
        "signed_weekday": f"{sale.signed:%A}",
        "awarded": _day(sale.signed + timedelta(200)),
        "completed": _day(sale.signed + timedelta(1500)),
        "delivery_year": str(sale.signed.year + 3),
        "fiscal": str(sale.signed.year),
        "last_year": str(sale.asked.year - 1),
        "next_year": str(sale.asked.year + 1),
        "old_year": str(sale.asked.year - 14),
        "number": str(sale.number),
    }


def _paper_facts(sale: Sale, chance: Random) -> dict[str, str]:
    """Return the numbers that offices put on paper; unique ones follow the sale's own number."""
    words, page = wording(), 1000 + sale.number
    printed = sale.received + timedelta(chance.randrange(14, 120))
    award = chance.randrange(8_000_000, 300_000_000)
    return {
        "transmittal": sale.transmittal or "",
        "fms_case": sale.fms_case,
        "resolution": f"{'H' if sale.number % 2 else 'S'}.J.Res. {1 + sale.number % 997}",
        "register": f"{printed.year}-{sale.number:05d}",
        "volume": str(printed.year + VOLUME_OF_YEAR_ZERO),
        "issue": str(printed.timetuple().tm_yday),
        "printed": _day(printed),
        "filed": f"{printed.month}-{printed.day}-{printed.year % 100:02d}",
        "page": str(page),
        "next_page": str(page + 1),
        "department": sale.department,
        "town": chance.choice(words.towns),
        "activity": chance.choice(words.activities),
        "award": f"{award:,}",
        "obligated": f"{award // 2:,}",
        "support": f"{chance.randrange(7_600_000, 90_000_000):,}",
        # Six signs for the office, the year, the kind, four figures: nothing else is a contract's number.
        "contract": f"W{sale.number:05d}-{sale.signed.year % 100:02d}-C-0001",
        "second_contract": f"W{sale.number:05d}-{sale.signed.year % 100:02d}-C-0002",
        "people": str(chance.randrange(2, 9)),
        "more_people": str(chance.randrange(2, 30)),
        "years": str(chance.randrange(2, 8)),
    }


def _people(chance: Random) -> dict[str, str]:
    words = wording()
    names = ("reporter", "minister", "official", "officer")
    return {
        name: f"{chance.choice(words.first_names)} {chance.choice(words.last_names)}" for name in names
    } | {"outlet": chance.choice(words.outlets)}


def _day(day: date) -> str:
    """Write a day as American papers do."""
    return f"{day:%B} {day.day}, {day.year}"
