"""How a speaker is named: a person with office, somebody's office, a body, or somebody without a name."""

import re

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, Speaker, sourced
from armsdocket.reading.news.page.bodies import Bodies, Body
from armsdocket.reading.news.statement.people import People, Person
from armsdocket.vocabulary.countries import country, find_places
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.speech import speech_people

_ARTICLE = re.compile(r"(?:the|an?|one of the|one of|one|another|both|this|these|those)\s+", re.IGNORECASE)
# "Syria's government" has no other name.
_STATE = frozenset({"government", "military", "army", "regime", "parliament"})
_OWNED = re.compile(r"['’]s?\s+")
_OWNER = re.compile(r"(?P<owner>[^'’]+)['’]s? (?P<owned>\S.*)")
_OFFICE_OF = re.compile(r"['’]s?\s+office\b|\boffice of\b", re.IGNORECASE)


def owns(text: str, start: int, end: int | None = None) -> bool:
    """Tell whether the mark of a possessive stands at ``start``: what follows is somebody's."""
    return _OWNED.match(text, start, len(text) if end is None else end) is not None


def office_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the words that make a phrase somebody's office: "Novak's office", "the office of"."""
    return _OFFICE_OF.search(text, start, end)


class Names:
    """Gives speakers the names a text has for them."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people
        self.bodies = Bodies(text)

    def person(self, person: Person, source: Passage) -> Speaker:
        """Name somebody by the fullest name, with the office the text ties to it."""
        office = land = None
        if person.office is not None:
            match = person.office
            office = sourced(match.office, self.text, match.title_start, match.title_end)
            if match.country:
                land = sourced(match.country, self.text, match.start, match.end)
        return Speaker(
            value=person.name,
            as_written=source.words(self.text),
            passage=source,
            office=office,
            organisation=self._organisation(source),
            country=land,
        )

    def _organisation(self, source: Passage) -> Sourced[str] | None:
        found = find_organisations(self.text, source.start, source.end)
        return sourced(found[0].name, self.text, found[0].start, found[0].end) if found else None

    def office_of(self, source: Passage) -> Speaker:
        """Name somebody's office by whose it is."""
        mentions = self.people.mentions(source.start, source.end)
        person = self.people.person(mentions[0]) if mentions else None
        if person is None:
            return self.body(source, source)
        return Speaker(value=f"Office of {person.name}", as_written=source.words(self.text), passage=source)

    def meant(self, head: Passage, source: Passage) -> Speaker | None:
        """Name the body that a bare "the ministry" points back to."""
        body = self.bodies.meant(head)
        return self._meant(body, source) if body is not None else None

    def _meant(self, body: Body, source: Passage) -> Speaker:
        land = sourced(body.country, self.text, body.start, body.end) if body.country else None
        return Speaker(value=body.name, as_written=source.words(self.text), passage=source, country=land)

    def body(self, head: Passage, source: Passage) -> Speaker:
        """Name a government, an organisation or somebody without a name by the words that stand there."""
        words = head.words(self.text)
        tokens = re.findall(r"[\w'-]+", fold(words))
        organisations = find_organisations(self.text, head.start, head.end)
        places = find_places(self.text, head.start, head.end)
        unnamed = any(token in speech_people().unnamed for token in tokens)
        value = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
        organisation = land = None
        if organisations:
            first = organisations[0]
            if unnamed:
                organisation = sourced(first.name, self.text, first.start, first.end)
            else:
                value = self._fullest(first.id, self.text[first.start : first.end])
        elif (owned := self._of_country(head) if unnamed else self._owned(head)) is not None:
            value = owned
        elif tokens and tokens[-1] in speech_people().texts:
            body = re.sub(r"\s+(?:press\s+|news\s+|media\s+)?\w+$", "", value)
            value = value if not body or _OWNED.search(body + " ") else body
        if places:
            land = sourced(places[0].code, self.text, places[0].start, places[0].end)
        return Speaker(
            value=re.sub(r"\s+", " ", value).strip(" ,“”\"'"),
            as_written=source.words(self.text),
            passage=source,
            organisation=organisation,
            country=land,
        )

    def _of_country(self, head: Passage) -> str | None:
        """Name "Russia's ambassador" as the Russian ambassador, as an article does that names him again."""
        match = _OWNER.fullmatch(self.text, head.start, head.end)
        places = find_places(self.text, *match.span("owner")) if match else []
        if match is None or len(places) != 1 or places[0].form != "name":
            return None
        demonyms = country(places[0].code).demonyms
        whole = (places[0].start, places[0].end) == match.span("owner")
        return f"{demonyms[0]} {match['owned']}" if whole and demonyms else None

    def _owned(self, head: Passage) -> str | None:
        """Name "Novak's ministry" as the ministry it is, and by its owner who speaks in "Novak's letter"."""
        match = _OWNER.fullmatch(self.text, head.start, head.end)
        if match is None:
            return None
        meant = self.bodies.meant(Passage(*match.span("owned")))
        if meant is not None:
            return meant.name
        if (ministry := self._ministry_of(match)) is not None:
            return ministry
        owner = _ARTICLE.sub("", match["owner"])
        last = fold(match["owned"]).split()[-1]
        if last in speech_people().texts - speech_people().unnamed:
            return owner
        places = find_places(self.text, *match.span("owner"))
        if last in _STATE and places and places[0].form == "name":
            return None
        return match["owned"] if owner.islower() or (places and places[0].form != "demonym") else None

    def _ministry_of(self, match: re.Match[str]) -> str | None:
        """Name "Novak's ministry" by his office: a defence minister's is the defence ministry."""
        mentions = self.people.mentions(*match.span("owner")) if match["owned"] == "ministry" else []
        person = self.people.person(mentions[-1]) if mentions else None
        if person is None or person.office is None or not person.office.office.endswith(" minister"):
            return None
        return re.sub(r"minister$", "ministry", person.office.office)

    def _fullest(self, id: str, words: str) -> str:
        """Return the longest way the document writes an organisation's name when ``words`` is a short one."""
        if not words.isupper():
            return words
        return max((self.text[m.start : m.end] for m in find_organisations(self.text) if m.id == id), key=len)
