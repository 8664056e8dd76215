"""The phrase that names a source: how far it goes, and which of the names in it is the speaker's."""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter

from armsdocket.documents.passage import Passage
from armsdocket.reading.news.statement.mentions import Mention
from armsdocket.reading.news.statement.people import People
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.speech import speech_people, speech_verbs, word_classes

_OWNS = re.compile(r"['’]s?\s+(?:\w+\s+)?")
_CLOSES = re.compile(r"(?:\s(?:from|of|at)\s[^,.;“”\"]{2,40})?[,.;]|\s\(")
_RUNS_ON = re.compile(
    r"\s(?!(?:of|for|to|in|at|from|on|with|who|and|under|close|familiar|responsible)\b)[a-z]{2,}(?:\s\S+){2}"
)
_QUALIFIED = re.compile(
    r"['’]s\b|\s+(?!and\b|of\b|in\b|from\b|on\b|at\b|himself|herself|Jr|Sr)(?P<word>[A-Za-z]{3,})"
)
_NAME_BEHIND = re.compile(r",\s+")
_NAME_ROOM = 60
_INDEFINITE = re.compile(r"(?:an?|another|one)\s", re.IGNORECASE)
_WORD_ROOM = 24


class Phrases:
    """Reads source phrases of one text."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people

    def with_owner(self, source: Passage) -> Passage:
        """Widen "office" to whose it is: Kovac's office."""
        before = self.people.mentions(max(0, source.start - _NAME_ROOM), source.start)
        if before and _OWNS.fullmatch(self.text, before[-1].passage.end, source.start):
            return Passage(before[-1].passage.start, source.end)
        return source

    def with_office(self, source: Passage) -> Passage:
        """Widen a phrase that begins inside an office to all of it: "the ambassador to Oslo"."""
        index = bisect_left(self.people.offices, source.start, key=attrgetter("start")) - 1
        office = self.people.offices[index] if index >= 0 else None
        inside = office is not None and office.title_end <= source.start < office.end
        return Passage(office.start, source.end) if office and inside else source

    def office_alone(self, source: Passage) -> Passage:
        """Cut a phrase behind the office that opens it, where a verb has run into it and no name stands."""
        index = bisect_right(self.people.offices, source.start + len("the "), key=attrgetter("start")) - 1
        office = self.people.offices[index] if index >= 0 else None
        if office is None or not source.start <= office.start < office.end < source.end:
            return source
        runs_on = _RUNS_ON.match(self.text, office.end, source.end)
        named = self.name(source) is not None
        return Passage(source.start, office.end) if runs_on and not named else source

    def name(self, part: Passage) -> Mention | None:
        """Choose the person's name in a phrase: the last full one, not one that only qualifies a noun."""
        found = [
            mention
            for mention in self.people.mentions(part.start, part.end)
            if not self._qualifies(mention, part) and not self._ends_a_name(mention, part)
        ]
        if _INDEFINITE.match(self.text, part.start, part.end):
            # "a commander near Deir al-Zor" is not the town.
            found = [one for one in found if not self._governed(one)]
        full = [mention for mention in found if len(mention.words) > 1]
        titled = [one for one in full if one.passage.end == part.end and self._titled(one, part)]
        chosen = titled or full or found
        return chosen[0] if chosen else None

    def _titled(self, mention: Mention, part: Passage) -> bool:
        """Tell whether a title stands right before a name: "Joint Chiefs Chairman |Ann Bell"."""
        before = fold(self.text[part.start : mention.passage.start]).split()
        last = before[-1].strip(".,") if before and "the" not in before[1:] else ""
        return last in speech_people().titles and word_classes().get(last) in {None, "person"}

    def _governed(self, mention: Mention) -> bool:
        """Tell whether a name says where or of what: "near |Deir al-Zor", "for UK |Trade"."""
        before = self.text[max(0, mention.passage.start - _WORD_ROOM) : mention.passage.start].split()
        if before and before[-1].endswith(("'s", "’s")):
            return True
        lower = (word for word in reversed(before) if word[0].islower() and word_classes().get(word) != "and")
        small = next(lower, "")
        return word_classes().get(small) in {"preposition", "of", "for"}

    def _qualifies(self, mention: Mention, part: Passage) -> bool:
        """Tell whether a noun follows the name in the phrase ("the Trump administration", "X's deputy")."""
        after = _QUALIFIED.match(self.text, mention.passage.end, part.end)
        return after is not None and after["word"] not in speech_verbs()

    def _ends_a_name(self, mention: Mention, part: Passage) -> bool:
        """Tell a last word such as that of "Centre for Defence Investments" from somebody's surname."""
        person = self.people.person(mention)
        if len(mention.words) > 1 or person is None or " " in person.name or len(person.places) > 1:
            return False
        before = fold(self.text[part.start : mention.passage.start]).split()
        last = before[-1].strip(".,") if before else ""
        led = last in (speech_people().titles | speech_people().unnamed) - cue_words("of bodies")
        return bool(before) and not led and not before[-1].endswith(("'s", "s'", ")"))

    def name_behind(self, source: Passage) -> Mention | None:
        """Find the name that an apposition gives somebody: "a senior cleric, Omar Nadir, as saying"."""
        match = _NAME_BEHIND.match(self.text, source.end)
        behind = self.people.mentions(match.end(), match.end() + _NAME_ROOM) if match else []
        if match is None or not behind or len(behind[0].words) < 2:
            return None
        mention = behind[0]
        titles = self.text[match.end() : mention.passage.start].split()
        if any(fold(word).strip(".") not in speech_people().titles for word in titles):
            return None
        return mention if _CLOSES.match(self.text, mention.passage.end) else None
