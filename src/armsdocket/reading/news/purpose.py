"""What a sum of money is for: the noun phrase nearest to it, "aid package", "defence budget"."""

import re
from bisect import bisect_left

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, sourced
from armsdocket.vocabulary.folding import fold, fold_whole
from armsdocket.vocabulary.value_terms import sum_terms

_WORD = re.compile(r"[^\W_][\w'’&./-]*")
_MOST_MODIFIERS = 3
# So many characters on either side of a sum are searched: no written sentence is longer.
REACH = 800


class Purposes:
    """The words of a sentence that say what a sum in it is for, found once for all its sums."""

    def __init__(self, text: str, sentence: Passage) -> None:
        self._text = text
        self._words = list(_WORD.finditer(text, sentence.start, sentence.end))
        folded, purposes = fold_whole(text), sum_terms().purposes
        self._named = [
            position
            for position, word in enumerate(self._words)
            if folded[word.start() : word.end()].removesuffix("'s").rstrip(".") in purposes
            and not self._names_office(position)
        ]
        self._starts = [self._words[position].start() for position in self._named]

    def of(self, place: Passage) -> Sourced[str] | None:
        """Give the noun phrase that says what a sum is: the nearest, one behind it before one ahead."""
        nearest = self._nearest(place)
        if nearest is None:
            return None
        words, first, last = self._words, nearest, nearest
        while first and last - first < _MOST_MODIFIERS and self._modifies(first - 1, place):
            first -= 1
        while last + 1 < len(words) and self._goes_on(last):
            last += 1
        start, end = words[first].start(), words[last].start() + len(words[last].group().rstrip(".,"))
        return sourced(" ".join(self._text[start:end].split()), self._text, start, end)

    def _nearest(self, place: Passage) -> int | None:
        """Give the position of the nearest word; one before a sum counts as twice as far."""
        far: list[tuple[int, int]] = []
        before = bisect_left(self._starts, place.start) - 1
        # A word that runs into the sum is a part of it.
        while before >= 0 and self._word(before).end() > place.start:
            before -= 1
        if before >= 0 and self._starts[before] >= place.start - REACH:
            far.append(((place.start - self._word(before).end()) * 2, self._named[before]))
        behind = bisect_left(self._starts, place.end)
        if behind < len(self._named) and self._word(behind).end() <= place.end + REACH:
            far.append((self._starts[behind] - place.end, self._named[behind]))
        return min(far)[1] if far else None

    def _word(self, number: int) -> re.Match[str]:
        return self._words[self._named[number]]

    def _names_office(self, position: int) -> bool:
        """Tell a word of a title, "Defence Minister", from what a sum is for."""
        written = [word.group()[0].isupper() for word in self._words[position : position + 2]]
        return written == [True, True]

    def _modifies(self, position: int, place: Passage) -> bool:
        """Tell whether a word says more of the one behind it: "emergency" of "emergency aid"."""
        before, word = self._words[position : position + 2]
        plain = fold(before.group()).rstrip(".")
        terms = sum_terms()
        if plain in terms.stops or plain in terms.pays or plain.endswith(("ly", "'s", "s'")):
            return False
        if self._text[before.end() : word.start()].strip():
            return False
        return not (place.start < before.end() and before.start() < place.end) and not plain[:1].isdigit()

    def _goes_on(self, position: int) -> bool:
        """Tell whether the word behind one belongs to it: "aid package"."""
        word, after = self._words[position : position + 2]
        joined = not self._text[word.end() : after.start()].strip()
        return joined and fold(after.group()).rstrip(".") in sum_terms().purposes
