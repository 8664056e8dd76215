"""Which body "the ministry" or "the company" means: the one the document names, and whose it is."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from armsdocket.documents.passage import Passage
from armsdocket.vocabulary.countries import Place, find_places, name_of
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.organisations import OrganisationMatch, find_organisations

# The kinds of organisation a bare noun can point back to.
_KINDS = {
    "company": {"company"},
    "firm": {"company"},
    "manufacturer": {"company"},
    "agency": {"agency"},
    "department": {"ministry"},
    "ministry": {"ministry"},
    "alliance": {"alliance"},
}
_BARE = re.compile(rf"the (?:(?P<of>[\w.-]+(?: [\w.-]+)?) )?(?P<noun>{'|'.join(_KINDS)})")
_MINISTRY = re.compile(
    r"\b(?:Ministry (?:of|for) (?:National )?[A-Z][a-z]+(?: (?:Affairs|Forces|Security))?"
    r"|(?:[Nn]ational )?(?:[Dd]efen[cs]e|[Ff]oreign|[Ii]nterior|[Ff]inance|[Ee]conomy) [Mm]inistry)\b"
)
_BETWEEN = re.compile(r"(?:['’]s?)? ")
_BEHIND = re.compile(r",? (?:of|in) (?:the )?(?:Republic of )?|, (?:the )?")
_ROOM = 40


class Body(NamedTuple):
    """An organisation as a document names it, at the place that names it."""

    start: int
    end: int
    name: str
    country: str | None
    noun: str


class Bodies:
    """The organisations of a text, found once when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _organisations(self) -> list[OrganisationMatch]:
        return find_organisations(self.text)

    @cached_property
    def _ministries(self) -> list[Body]:
        return [self._ministry(match) for match in _MINISTRY.finditer(self.text)]

    def meant(self, phrase: Passage) -> Body | None:
        """Return the body a bare "the ministry" points back to: the last of its kind before it, else after.

        >>> text = "Kosovo's Ministry of Defence signed. The ministry said so."
        >>> Bodies(text).meant(Passage(37, 49)).name
        'Ministry of Defence, Kosovo'
        """
        words = fold(phrase.words(self.text))
        bare = _BARE.fullmatch(words if words.startswith("the ") else f"the {words}")
        places = find_places(self.text, phrase.start, phrase.end) if bare and bare["of"] else []
        if bare is None or (bare["of"] and not self._is_whose(places, bare["of"])):
            return None
        noun = bare.group("noun")
        named = [
            Body(one.start, one.end, one.name, None, noun)
            for one in self._organisations
            if one.kind in _KINDS[noun] and (one.kind != "ministry" or noun in fold(one.name))
            if not places or one.country == places[0].code
        ]
        if noun == "ministry":
            named += [body for body in self._ministries if not places or body.country == places[0].code]
        named.sort(key=lambda body: body.start)
        before = [body for body in named if body.end <= phrase.start]
        if before:
            return before[-1]
        return named[0] if len({body.name for body in named}) == 1 else None

    @staticmethod
    def _is_whose(places: list[Place], words: str) -> bool:
        """Tell whether the words before a noun are a country's alone: "the Swedish company"."""
        return (
            len(places) == 1 and places[0].form != "capital" and places[0].end - places[0].start == len(words)
        )

    def _ministry(self, match: re.Match[str]) -> Body:
        """Name a ministry with its country when the text has it beside it, here or elsewhere.

        A ministry that bears its country's demonym is named so: the Dutch Foreign Ministry.
        """
        name = match.group()
        code = self._country(match.start(), match.end())
        if (owner := self._demonym(match.start())) is not None:
            start, code = owner.start, owner.code
            return Body(start, match.end(), self.text[start : match.end()], code, "ministry")
        if code is None:
            codes = {self._country(other.start(), other.end()) for other in self._holders(name)} - {None}
            code = codes.pop() if len(codes) == 1 else None
        full = f"{name}, {name_of(code)}" if code else name
        return Body(match.start(), match.end(), full, code, "ministry")

    def _demonym(self, start: int) -> Place | None:
        """Return the demonym right before a ministry."""
        before = find_places(self.text, max(0, start - _ROOM), start)
        last = before[-1] if before else None
        return last if last and last.form == "demonym" and self.text[last.end : start] == " " else None

    def _holders(self, name: str) -> Iterator[re.Match[str]]:
        """Find where the text names a ministry or its minister."""
        words = re.escape(name).replace("inistry", "inist(?:ry|er)")
        return re.finditer(rf"\b{words}\b", self.text)

    def _country(self, start: int, end: int) -> str | None:
        for place in find_places(self.text, max(0, start - _ROOM), start):
            if _BETWEEN.fullmatch(self.text, place.end, start):
                return place.code
        for place in find_places(self.text, end, min(len(self.text), end + _ROOM)):
            if _BEHIND.fullmatch(self.text, end, place.start):
                return place.code
        return None
