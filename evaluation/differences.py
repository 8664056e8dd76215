"""What one version of the program says that another does not: gained, lost and changed facts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import msgspec

from evaluation.facts import Fact


class Differences(msgspec.Struct, frozen=True):
    """The facts that two versions do not share. ``changed`` pairs the fact before with the fact after."""

    gained: tuple[Fact, ...] = ()
    lost: tuple[Fact, ...] = ()
    changed: tuple[tuple[Fact, Fact], ...] = ()


def differences(before: Iterable[Fact], after: Iterable[Fact]) -> Differences:
    """Compare the facts of two versions; the order in which they come does not matter.

    A fact stated twice counts twice. A lost and a gained fact of one field are one changed fact when
    their passages touch (another value) or their values are the same (another passage).

    >>> was = Fact("a.txt", "sum", "amount", "40", 3, 5)
    >>> now = Fact("a.txt", "sum", "amount", "40000000", 3, 13)
    >>> differences([was], [now]).changed == ((was, now),)
    True
    """
    old, new = Counter(before), Counter(after)
    lost, gained = sorted((old - new).elements()), sorted((new - old).elements())
    changed: list[tuple[Fact, Fact]] = []
    for alike in (_same_start, _touch, _same_value):
        lost, gained, pairs = _pair(lost, gained, alike)
        changed += pairs
    return Differences(tuple(gained), tuple(lost), tuple(sorted(changed)))


def _pair(
    lost: list[Fact], gained: list[Fact], alike: Callable[[Fact, Fact], bool]
) -> tuple[list[Fact], list[Fact], list[tuple[Fact, Fact]]]:
    """Pair each lost fact with the first gained one of its field that is alike; return what is left."""
    waiting: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in gained:
        waiting[fact.document, fact.family, fact.field].append(fact)
    left, pairs = [], []
    for fact in lost:
        candidates = waiting[fact.document, fact.family, fact.field]
        found = next((candidate for candidate in candidates if alike(fact, candidate)), None)
        if found is None:
            left.append(fact)
        else:
            candidates.remove(found)
            pairs.append((fact, found))
    return left, sorted(fact for facts in waiting.values() for fact in facts), pairs


def _same_start(one: Fact, other: Fact) -> bool:
    return one.start == other.start


def _touch(one: Fact, other: Fact) -> bool:
    return one.start < other.end and other.start < one.end


def _same_value(one: Fact, other: Fact) -> bool:
    return one.value == other.value
