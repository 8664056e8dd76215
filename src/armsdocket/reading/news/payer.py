"""Who pays a sum of money: the country or organisation before the nearest word of paying."""

import re
from bisect import bisect_right
from functools import cache

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Party
from armsdocket.reading.news.purpose import REACH
from armsdocket.reading.values.number import alternation
from armsdocket.vocabulary.countries import Place, find_places, name_of
from armsdocket.vocabulary.folding import fold_whole
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.value_terms import sum_terms

_PAYERS = {"company", "agency", "alliance", "ministry", "government", "legislature"}


class Payers:
    """The words of paying of a sentence, found once for all its sums."""

    def __init__(self, text: str, sentence: Passage) -> None:
        self._text = text
        self._folded = fold_whole(text)
        self._start = sentence.start
        self._pays = list(_pays().finditer(self._folded, sentence.start, sentence.end))
        self._ends = [pays.end() for pays in self._pays]

    def of(self, place: Passage) -> Party | None:
        """Give who pays the sum at ``place``."""
        start = max(self._start, place.start - REACH)
        last = bisect_right(self._ends, place.start) - 1
        if last < 0 or self._pays[last].start() < start:
            return None
        pays = self._pays[last]
        if self._is_passive(pays, start, place.start):
            return None
        if pays.group() in {*sum_terms().raises, *sum_terms().cuts} and not _budget().search(
            self._folded, start, place.start
        ):
            return None
        gapped = _gapped(self._text, pays.end(), place)
        named = [gapped] if gapped else find_places(self._text, start, pays.start())
        if named:
            return self._party(named[0].start, named[0].end, named[0].code, name_of(named[0].code))
        for found in find_organisations(self._text, start, pays.start()):
            if found.kind in _PAYERS:
                return self._party(found.start, found.end, found.id, found.name)
        return None

    def _party(self, start: int, end: int, code: str, name: str) -> Party:
        return Party(value=code, name=name, as_written=self._text[start:end], passage=Passage(start, end))

    def _is_passive(self, pays: re.Match[str], start: int, end: int) -> bool:
        """Tell "was awarded", "funded by": who stands before is paid, or who pays comes after."""
        helper = _HELPER.search(self._folded[start : pays.start()])
        return helper is not None or self._folded[pays.end() : end].lstrip().startswith("by ")


_HELPER = re.compile(r"(?:was|were|been|be|being)\s(?:\w+\s)?$")


@cache
def _budget() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(sum_terms().budgets)})(?!\w)")


@cache
def _pays() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(sum_terms().pays)})(?!\w)")


def _gapped(text: str, begin: int, place: Passage) -> Place | None:
    """Give who pays the second sum of "Peru bought it for ¤, and Chile for ¤"."""
    found = find_places(text, begin, place.start)
    if not found or not _FOR.fullmatch(text, found[-1].end, place.start):
        return None
    return found[-1] if _AND.search(text, begin, found[-1].start) else None


_FOR = re.compile(r" for (?:about |nearly |some |over |more than |almost )?")
_AND = re.compile(r"(?:\band|[,;]) (?:the )?$")
