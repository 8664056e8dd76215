"""What a cue, or the edge of a sentence, shows to the tokens around it: features by distance.

An anchor shows the same wherever it stands, so the model sums each kind of anchor once and remembers it.
"""

Shared = tuple[int, int, tuple[int, ...]]
"""Features of each token from the first number up to the second."""

CUE_SEEN, WEAK_SEEN, BEGIN_SEEN, END_SEEN = 0, 1, 2, 3
"""Kinds of anchor: the lowest two bits of what one shows."""

_FAR = 1 << 30
# Zones around a cue: distance of the first token, of the first token beyond, number of the zone.
_ZONES = ((1, 2, 1), (2, 3, 2), (3, 4, 3), (4, 6, 4), (6, 10, 5), (10, 20, 6), (20, 40, 7), (40, _FAR, 8))
_WEAK_ZONES = ((1, 2, 1), (2, 3, 2), (3, _FAR, 3))

# Templates of features, see ``features``.
LEFT, LEFT_WORD, LEFT_NEXT, LEFT_BEFORE = 7, 8, 9, 10
RIGHT, RIGHT_WORD, RIGHT_BESIDE = 11, 12, 13
WEAK_LEFT, WEAK_RIGHT = 14, 15
PLACE, FIRST = 17, 18


def zones(seen: int) -> list[Shared]:
    """Tell what an anchor shows at which distances: features of the tokens from one to below another."""
    return _SEEN[seen & 3](seen >> 2)


def _cue_zones(seen: int) -> list[Shared]:
    cue, behind, before, number = seen & 7, seen >> 3 & 127, seen >> 10 & 127, seen >> 17
    beside = (cue << 7 | before) << 7 | behind
    found = []
    for nearest, farthest, zone in _ZONES:
        near, close = min(zone, 4), min(zone, 3)
        left = (
            LEFT | (cue << 4 | zone) << 5,
            LEFT_WORD | (number << 3 | near) << 5,
            LEFT_NEXT | ((cue << 7 | behind) << 2 | close) << 5,
            LEFT_BEFORE | ((cue << 7 | before) << 2 | close) << 5,
        )
        right = (
            RIGHT | (cue << 4 | zone) << 5,
            RIGHT_WORD | (number << 3 | near) << 5,
            RIGHT_BESIDE | (beside << 3 | near) << 5,
        )
        found += [(nearest, farthest, left), (1 - farthest, 1 - nearest, right)]
    return found


def _weak_zones(number: int) -> list[Shared]:
    found: list[Shared] = []
    for nearest, farthest, zone in _WEAK_ZONES:
        seen = (number << 2 | zone) << 5
        found += [(nearest, farthest, (WEAK_LEFT | seen,)), (1 - farthest, 1 - nearest, (WEAK_RIGHT | seen,))]
    return found


def _begin_zones(seen: int) -> list[Shared]:
    length = seen & 7
    if length == 6:
        return [(i, i + 1 if i < 3 else _FAR, _place(seen, i, 2)) for i in range(4)]
    return [(i, i + 1, _place(seen, min(i, 3), min(length - 1 - i, 2))) for i in range(length)]


def _end_zones(seen: int) -> list[Shared]:
    return [(-2, -1, _place(seen, 3, 1)), (-1, 0, _place(seen, 3, 0))]


def _place(seen: int, start: int, end: int) -> tuple[int, ...]:
    opening, tail = seen >> 7, seen >> 3 & 15
    return (
        PLACE | ((start << 2 | end) << 4 | tail) << 5,
        FIRST | ((opening << 2 | start) << 4 | tail) << 5,
    )


_SEEN = (_cue_zones, _weak_zones, _begin_zones, _end_zones)
