"""Who speaks together: "Sens. Ana Kovac (D-Ill.), Jon Ames and Ida Moe said"."""

import re
from itertools import pairwise

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Speaker
from armsdocket.reading.news.statement.mentions import Mention
from armsdocket.reading.news.statement.people import People
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import speech_people, speech_verbs, word_classes

_PARTY = r"(?:\s?\([^()\n]{1,40}\)|,\s[A-Z]-[A-Z][\w.]{1,6})?"
_JOINT = re.compile(
    rf"{_PARTY}(?P<joint>,?\s+and|,|\s&)\s+(?P<titles>[^,;:.“”\"()\n]*?(?:\b[A-Z][a-z]{{1,6}}\.\s)?)"
)
_STATE = re.compile(r"[A-Z]-[A-Z]|[A-Z]\.?,\s[A-Z]")
_SMALL = frozenset({"of", "the", "for", "and"})
_ROOM = 120
_MOST = 6


class JointSpeakers:
    """Finds the names of those who speak together in a source phrase of one text."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people

    def with_others(self, source: Passage) -> Passage:
        """Widen the last name of a list to all of it: "Jon Ames" of "Ana Kovac and Jon Ames"."""
        own = self._named(source.start, source.end)
        if not own:
            return source
        start = own[0].passage.start
        for _ in range(_MOST):
            before = self._named(max(0, start - _ROOM), start)
            joint = self._joint(before[-1].passage.end, start) if before else None
            if joint is None or not self._leads(before[-1].passage.start):
                break
            if len(own) == 1 and start == own[0].passage.start and joint == ",":
                break
            start = before[-1].passage.start
        return Passage(min(start, source.start), source.end)

    def names(self, source: Passage) -> list[Mention]:
        """Return the names that a phrase joins, or none where one person speaks."""
        found = self._named(source.start, source.end)
        joints = [self._joint(one.passage.end, other.passage.start) for one, other in pairwise(found)]
        together = None not in joints and joints[-1:] == ["and"]
        return found if together else []

    def speaker(self, source: Passage) -> Speaker | None:
        """Name those who speak together by the fullest name of each."""
        people = [self.people.person(mention) for mention in self.names(source)]
        names = [person.name for person in people if person]
        if len(names) < 2:
            return None
        value = f"{', '.join(names[:-1])} and {names[-1]}"
        return Speaker(value=value, as_written=source.words(self.text), passage=source)

    def _named(self, start: int, end: int) -> list[Mention]:
        """Return the names between two places, without a party and its state: "(D-Ill.)"."""
        found = self.people.mentions(start, end)
        return [one for one in found if not _STATE.match(self.text, one.passage.start)]

    def _joint(self, end: int, start: int) -> str | None:
        """Return what joins a name that ends at ``end`` to the next: a comma or "and", with only titles."""
        match = _JOINT.fullmatch(self.text, end, start)
        if match is None:
            return None
        words = [fold(word).strip(".,") for word in match["titles"].split()]
        titles = speech_people().titles
        possessive = [word for word in words if word_classes().get(word) == "possessive"]
        written = match["titles"].split()
        known = all(
            word in titles or written[place][0].isupper() or word in possessive or word == "the"
            for place, word in enumerate(words)
        )
        if match["joint"] != ",":
            return "and" if known else None
        # Behind a comma stands an apposition as often as the next name: no more than a title parts the two.
        return "," if known and len(words) <= 1 and not set(words) & _SMALL else None

    def _leads(self, start: int) -> bool:
        """Tell whether a name is no object of a verb: "told Ana Kovac and" names two who are told."""
        before = fold(self.text[max(0, start - 24) : start]).split()
        return not before or (
            before[-1] not in speech_verbs()
            and word_classes().get(before[-1]) not in {"preposition", "to", "of"}
        )
