"""The way back from a text that leaves characters out to the whole text."""

from bisect import bisect_right


class Offsets:
    """Where each character of a shortened text stands in the whole one.

    It keeps one entry for each stretch that stands as it was, not one for each character.
    """

    def __init__(self, first: int = 0) -> None:
        self._places = [0]
        self._shifts = [first]

    def enter(self, place: int, original: int) -> None:
        """Enter that from ``place`` on the characters are those from ``original`` on."""
        if original - place != self._shifts[-1]:
            self._places.append(place)
            self._shifts.append(original - place)

    def original(self, place: int) -> int:
        """Give the offset in the whole text of the character at ``place``.

        >>> offsets = Offsets(100)
        >>> offsets.enter(5, 120)
        >>> [offsets.original(place) for place in (4, 5, 6)]
        [104, 120, 121]
        """
        return place + self._shifts[bisect_right(self._places, place) - 1]
