"""Who a source phrase means: the fullest name the document gives for "he", "the minister", "its ministry"."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from operator import attrgetter

import msgspec

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Sourced, Speaker, sourced
from armsdocket.reading.news.page.bodies import Bodies, Body
from armsdocket.reading.news.statement.people import Mention, People, Person, same_title
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.offices import OfficeMatch
from armsdocket.vocabulary.organisations import find_organisations
from armsdocket.vocabulary.speech import speaking_nouns, speech_people
from armsdocket.vocabulary.value_terms import calendar_terms

_PERSONAL = frozenset({"he", "she", "who", "him", "her", "i", "his", "the latter", "the former"})
_IMPERSONAL = frozenset({"it", "they", "which", "we", "that", "them", "its", "their"})
_ARTICLE = re.compile(r"(?:the|a|an|one of the|one of)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:a|an|another|one|some|several|many|two|three|other|most|both)\b", re.IGNORECASE)
_OWNS = re.compile(r"['’]s?\s+(?:\w+\s+)?")
_OWNED = re.compile(r"['’]s?\s+")
_THE_PERSON = re.compile(r"(?:the|that|this) (?:(?P<of>[\w. -]+) )?(?P<noun>[\w-]+)", re.IGNORECASE)
_OWNER = re.compile(r"(?P<owner>[^'’]+)['’]s? (?P<owned>\S.*)")
_NEARBY = 800
_FAR = 4000
_NAME_ROOM = 60
_HEAD_END = re.compile(r",|;|\(|—|–| - | who | whose | which ")
_READS = re.compile(r"\s+(?:reads?|says|said|continued)\b")
_RELATIVE_LAST = re.compile(r"[\s,]+(?:who|which|whose|that)$", re.IGNORECASE)
_NAME_BEHIND = re.compile(r",\s+")
_BY = re.compile(
    r"(?:statement|release|letter|report|document|notice)\s+(?:(?:issued|released|published|posted)\s+)?(?:\w+\s+)?"
    r"(?:by|from)\s+(?P<who>[^,.;”\"]{2,60}?)(?=\s(?:urged|said|says|read|called|warned|on|that|to)\b|[,.;])"
)
_OFFICE_OF = re.compile(r"['’]s?\s+office\b|\boffice of\b", re.IGNORECASE)
_ISSUED = re.compile(
    r"(?:release|statement|letter|communiqué|communique|report)\s+(?:(?:that|which)\s+)?"
    r"(?:(?P<by>(?:issued|released|published|posted|put out) by )(?P<after>[^,.;”\"]{2,60}?)"
    r"|(?P<before>[^,.;”\"]{2,60}?)\s+(?:had\s+)?(?:issued|released|published|posted|put out))"
    r"(?=[\s,.;]|$)"
)


@cache
def _day_last() -> re.Pattern[str]:
    """Match the day behind a source: "the ministry on Thursday"."""
    days = "|".join(calendar_terms().weekdays)
    return re.compile(rf"\s+(?:on\s+|late\s+|early\s+)*(?:{days}|today|yesterday)$", re.IGNORECASE)


class Speakers:
    """Resolves source phrases in the order of the document, so that "he" means who spoke last."""

    def __init__(self, text: str, people: People, said: Iterable[Passage] = ()) -> None:
        """Prepare to resolve; ``said`` are the words quoted, in whose names "he" is not found."""
        self.text = text
        self.people = people
        self._said = sorted(said, key=attrgetter("start"))
        self._bodies = Bodies(text)
        self._last_person: Speaker | None = None
        self._last_body: Speaker | None = None
        self._last: Speaker | None = None
        self._genders: dict[str, str] = {}

    def resolve(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Return the speaker a source phrase names, or null for a pronoun that nothing explains."""
        for tail in (_RELATIVE_LAST, _day_last()):
            if cut := tail.search(self.text, source.start + 1, source.end):
                source = Passage(source.start, cut.start())
        words = fold(source.words(self.text)).strip()
        if words in _PERSONAL or words.endswith("year-old"):
            speaker, person = self._personal(source, sentence), True
        elif words in _IMPERSONAL:
            speaker, person = self._impersonal(source, sentence), False
        else:
            speaker, person = self._phrase(source, sentence)
        if speaker is not None:
            self._last = speaker
            if person:
                self._last_person = speaker
            else:
                self._last_body = speaker
        return speaker

    def named(self, mention: Mention, source: Passage) -> Speaker | None:
        """Return the speaker behind a name."""
        person = self.people.person(mention)
        return self._speaker(person, source) if person else None

    def _speaker(self, person: Person, source: Passage) -> Speaker:
        office = country = None
        if person.office is not None:
            match = person.office
            office = sourced(match.office, self.text, match.title_start, match.title_end)
            if match.country:
                country = sourced(match.country, self.text, match.start, match.end)
        return Speaker(
            value=person.name,
            as_written=source.words(self.text),
            passage=source,
            office=office,
            organisation=self._organisation(source),
            country=country,
        )

    def _organisation(self, source: Passage) -> Sourced[str] | None:
        found = find_organisations(self.text, source.start, source.end)
        return sourced(found[0].name, self.text, found[0].start, found[0].end) if found else None

    def _personal(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Resolve "he": a name before it in the sentence, one newly brought in, or who spoke last."""
        pronoun = fold(source.words(self.text)).strip()
        for mention in self._told(sentence.start, source.start):
            if self.people.known(mention) and self._fits(mention, pronoun) and not self._possessive(mention):
                return self._remember(self.named(mention, source), pronoun)
        return self._remember(self._nearest(source, sentence, pronoun), pronoun)

    def _nearest(self, source: Passage, sentence: Passage, pronoun: str | None) -> Speaker | None:
        """Return the person newly brought in before the sentence, or else who spoke last."""
        last = self._last_person
        if last is not None and pronoun and self._genders.get(last.value, pronoun) != pronoun:
            last = None
        begin = max(0, sentence.start - _NEARBY, last.passage.end if last else 0)
        fresh = self._brought_in(begin, sentence.start, pronoun)
        if fresh is not None:
            return self.named(fresh, source)
        return self._again(last, source) if last else None

    def _told(self, start: int, end: int) -> list[Mention]:
        """Return the names between two places that the reporter writes: those not in words quoted."""
        return [one for one in self.people.mentions(start, end) if not self._quoted(one)]

    def _quoted(self, mention: Mention) -> bool:
        index = bisect_right(self._said, mention.passage.start, key=attrgetter("start")) - 1
        return index >= 0 and self._said[index].end > mention.passage.start

    def _remember(self, speaker: Speaker | None, pronoun: str) -> Speaker | None:
        if speaker is not None and pronoun in {"he", "she"}:
            self._genders[speaker.value] = pronoun
        return speaker

    def _fits(self, mention: Mention, pronoun: str | None) -> bool:
        person = self.people.person(mention)
        return person is not None and (pronoun is None or self._genders.get(person.name, pronoun) == pronoun)

    def _brought_in(self, start: int, end: int, pronoun: str | None) -> Mention | None:
        """Find the last person named between two places: by a full name, or as the subject of a sentence."""
        for mention in reversed(self._told(start, end)):
            if not self._fits(mention, pronoun) or self._possessive(mention):
                continue
            if self._company(mention):
                continue
            if len(mention.words) > 1 or (self.people.known(mention) and self._opens_sentence(mention)):
                return self._earliest(mention, start)
        return None

    def _earliest(self, mention: Mention, start: int) -> Mention:
        """Prefer the full name that comes first in the same sentence."""
        begin = max(
            start, *(self.text.rfind(mark, start, mention.passage.start) for mark in (". ", "\n", "” "))
        )
        full = [one for one in self._told(begin, mention.passage.end) if len(one.words) > 1]
        return next((one for one in full if not self._possessive(one) and not self._company(one)), mention)

    def _company(self, mention: Mention) -> bool:
        following = self.text[mention.passage.end : mention.passage.end + 14].split()
        return mention.words[-1] in cue_words("company endings") or (
            bool(following) and following[0].strip(",.") in cue_words("company endings")
        )

    def _opens_sentence(self, mention: Mention) -> bool:
        before = self.text[max(0, mention.passage.start - 40) : mention.passage.start]
        opening = re.split(r"[.!?”\"]\s|\n", before)[-1]
        words = [fold(word).strip(".") for word in opening.split()]
        if opening.endswith(", "):
            return True
        return len(opening) < len(before) and all(word in speech_people().titles for word in words)

    def _impersonal(self, source: Passage, sentence: Passage) -> Speaker | None:
        issued = _ISSUED.search(self.text, source.end, sentence.end)
        if issued:
            group = "after" if issued.group("by") else "before"
            body, _ = self._phrase(Passage(*issued.span(group)), sentence)
            return self._again(body, source) if body else None
        writer = self._writer(source, sentence) if _READS.match(self.text, source.end) else None
        last = writer or self._last_body or self._last
        return self._again(last, source) if last else None

    def _writer(self, source: Passage, sentence: Passage) -> Speaker | None:
        """Return whom the sentence before names as putting the words out: "it read", "the statement said"."""
        end = self.text.rfind(".", max(0, sentence.start - _NEARBY), sentence.start)
        start = max(self.text.rfind(mark, 0, max(0, end)) for mark in (". ", ".” ", '." ', "\n"))
        if end < 0 or not set(re.findall(r"\w+", fold(self.text[start + 1 : end]))) & speaking_nouns():
            return None
        office = _OFFICE_OF.search(self.text, start + 1, end)
        if office:
            return self._office_of(Passage(start + 1, office.end()))
        if find_organisations(self.text, start + 1, end):
            return None
        fresh = self._brought_in(start + 1, end, None)
        return self.named(fresh, source) if fresh else None

    def _again(self, speaker: Speaker, source: Passage) -> Speaker:
        return msgspec.structs.replace(speaker, as_written=source.words(self.text), passage=source)

    def _possessive(self, mention: Mention) -> bool:
        return re.match(r"['’]s?\s", self.text[mention.passage.end : mention.passage.end + 3]) is not None

    def _phrase(self, source: Passage, sentence: Passage) -> tuple[Speaker | None, bool]:
        words = source.words(self.text)
        if words.split(None, 1)[0] in {"which", "who", "that"}:
            return self._antecedent(source, sentence)
        cut = _HEAD_END.search(words, 1)
        head = Passage(source.start, source.start + cut.start()) if cut else source
        if fold(words) in {"office", "the office"}:
            source = self._with_owner(source)
            head = source
        if _OFFICE_OF.search(head.words(self.text)):
            return self._office_of(source), False
        joint = self._joint(head, source)
        if joint is not None:
            return joint, True
        for part in (head, source):
            mention = self._name(part)
            if mention is not None:
                return self.named(mention, source), True
        return self._without_name(head, source, sentence)

    def _with_owner(self, source: Passage) -> Passage:
        """Widen "office" to whose it is: Kovac's office."""
        before = self.people.mentions(max(0, source.start - _NAME_ROOM), source.start)
        if before and _OWNS.fullmatch(self.text, before[-1].passage.end, source.start):
            return Passage(before[-1].passage.start, source.end)
        return source

    def _antecedent(self, source: Passage, sentence: Passage) -> tuple[Speaker | None, bool]:
        """Find what "which" or "who" points back to: the last name before it in the sentence."""
        mentions = self.people.mentions(sentence.start, source.start)
        bodies = find_organisations(self.text, sentence.start, source.start)
        if mentions and (not bodies or bodies[-1].end < mentions[-1].passage.start):
            return self.named(mentions[-1], source), True
        if bodies:
            body = Passage(bodies[-1].start, bodies[-1].end)
            return self._again(self._body(body, body), source), False
        return None, False

    def _name(self, part: Passage) -> Mention | None:
        """Choose the person's name in a phrase: the last full one, not one that only qualifies a noun."""
        found = [
            mention
            for mention in self.people.mentions(part.start, part.end)
            if not self._qualifies(mention, part)
        ]
        full = [mention for mention in found if len(mention.words) > 1]
        chosen = full or found
        return chosen[0] if chosen else None

    def _qualifies(self, mention: Mention, part: Passage) -> bool:
        """Tell whether a noun follows the name in the phrase ("the Trump administration", "X's deputy")."""
        after = self.text[mention.passage.end : part.end]
        return (
            re.match(
                r"['’]s\b|\s+(?!and\b|of\b|in\b|from\b|on\b|at\b|himself|herself|Jr|Sr)[A-Za-z]{3,}", after
            )
            is not None
        )

    def _joint(self, head: Passage, source: Passage) -> Speaker | None:
        if " and " not in head.words(self.text):
            return None
        mentions = self.people.mentions(head.start, head.end)
        if (
            len(mentions) != 2
            or self.text[mentions[0].passage.end : mentions[1].passage.start].strip() != "and"
        ):
            return None
        people = [self.people.person(mention) for mention in mentions]
        names = " and ".join(person.name for person in people if person)
        return Speaker(value=names, as_written=source.words(self.text), passage=source)

    def _office_of(self, source: Passage) -> Speaker:
        mentions = self.people.mentions(source.start, source.end)
        person = self.people.person(mentions[0]) if mentions else None
        if person is None:
            return self._body(source, source)
        title = f"{_title(self.text, person)} " if person.office else ""
        return Speaker(
            value=f"Office of {title}{person.name}", as_written=source.words(self.text), passage=source
        )

    def _without_name(self, head: Passage, source: Passage, sentence: Passage) -> tuple[Speaker | None, bool]:
        words = head.words(self.text)
        follows = self._named_behind(source)
        if follows is not None:
            return self.named(follows, source), True
        tokens = re.findall(r"[\w'-]+", fold(words))
        known = self._by_office(head, source, sentence)
        if known is not None:
            return known, True
        by = _BY.search(self.text, source.start, sentence.end)
        if by and by.start() < source.end:
            body, person = self._phrase(Passage(*by.span("who")), sentence)
            return (self._again(body, source) if body else None), person
        if tokens and tokens[-1] in speech_people().texts - speech_people().unnamed:
            issued = _ISSUED.search(self.text, max(source.start, source.end - 20), sentence.end)
            if len(tokens) <= 3 and tokens[0] in {"the", "a", "press"} and not issued:
                last = self._writer(source, sentence) or self._last_body or self._last
                if last is not None and not find_organisations(self.text, head.start, head.end):
                    return self._again(last, source), False
        person = any(token in speech_people().unnamed for token in tokens)
        meant = self._bodies.meant(head)
        if meant is not None:
            return self._meant(meant, source), False
        return self._body(head, source), person

    def _by_office(self, head: Passage, source: Passage, sentence: Passage) -> Speaker | None:
        """Return who holds the office a phrase names, or whom it takes up."""
        words = head.words(self.text)
        offices = [
            office
            for office in self.people.offices
            if head.start <= office.title_start
            and office.title_end <= head.end
            and not self._of_somebody(office, head)
        ]
        if offices and not _INDEFINITE.match(words) and not fold(words).endswith("s"):
            holder = self.people.holder(offices[0], head.start)
            if holder is not None:
                return self._speaker(holder, source)
        return self._same_person(head, source, sentence, offices)

    def _of_somebody(self, office: OfficeMatch, head: Passage) -> bool:
        """Tell whether an office only owns what the phrase names, or is somebody's: "the minister's aide"."""
        owner = self.text[max(head.start, office.title_start - 3) : office.title_start]
        owned = _OWNED.search(owner) is not None and office.country is None
        return owned or _OWNED.match(self.text, office.title_end) is not None

    def _same_person(
        self, head: Passage, source: Passage, sentence: Passage, offices: list[OfficeMatch]
    ) -> Speaker | None:
        """Return whom "the lawmaker" takes up: the person spoken of before, if nothing says otherwise."""
        match = _THE_PERSON.fullmatch(self.text, head.start, head.end)
        noun = fold(match["noun"]) if match else ""
        if match is None or noun not in speech_people().unnamed or noun.endswith("s"):
            return None
        last = self._last_person
        if last is not None and noun in fold(last.value).split():
            return self._again(last, source)
        nearest = self._nearest(source, sentence, None)
        if nearest is None or not self.people.bears(nearest.value):
            return None
        places = find_places(self.text, *match.span("of")) if match["of"] else []
        other_words = match["of"] and [(one.start, one.end) for one in places] != [match.span("of")]
        held = nearest.office.value if nearest.office else None
        strange = held is not None and not (offices and same_title(held, offices[0].office))
        apart = re.search(
            rf"\b(?:an?|one|another) (?:[\w.-]+ ){{0,3}}{noun}\b",
            self.text[max(0, head.start - _FAR) : head.start],
            re.IGNORECASE,
        )
        return None if other_words or strange or apart else nearest

    def _meant(self, body: Body, source: Passage) -> Speaker:
        country = sourced(body.country, self.text, body.start, body.end) if body.country else None
        return Speaker(value=body.name, as_written=source.words(self.text), passage=source, country=country)

    def _named_behind(self, source: Passage) -> Mention | None:
        """Find the name that an apposition gives somebody: "a senior cleric, Omar Nadir, as saying"."""
        match = _NAME_BEHIND.match(self.text, source.end)
        behind = self.people.mentions(match.end(), match.end() + _NAME_ROOM) if match else []
        if match is None or not behind or len(behind[0].words) < 2:
            return None
        mention = behind[0]
        titles = self.text[match.end() : mention.passage.start].split()
        if any(fold(word).strip(".") not in speech_people().titles for word in titles):
            return None
        return (
            mention if self.text[mention.passage.end : mention.passage.end + 1] in {",", ".", ";"} else None
        )

    def _body(self, head: Passage, source: Passage) -> Speaker:
        """Name a government, an organisation or somebody without a name by the words that stand there."""
        words = head.words(self.text)
        tokens = re.findall(r"[\w'-]+", fold(words))
        organisations = find_organisations(self.text, head.start, head.end)
        places = find_places(self.text, head.start, head.end)
        unnamed = any(token in speech_people().unnamed for token in tokens)
        value = _ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words
        organisation = country = None
        if organisations:
            first = organisations[0]
            if unnamed:
                organisation = sourced(first.name, self.text, first.start, first.end)
            else:
                value = self._fullest(first.id, self.text[first.start : first.end])
        elif not unnamed and (owned := self._owned(head)) is not None:
            value = owned
        elif tokens and tokens[-1] in speech_people().texts:
            body = re.sub(r"\s+(?:press\s+|news\s+|media\s+)?\w+$", "", value)
            value = value if not body or _OWNED.search(body + " ") else body
        if places:
            country = sourced(places[0].code, self.text, places[0].start, places[0].end)
        return Speaker(
            value=re.sub(r"\s+", " ", value).strip(" ,“”\"'"),
            as_written=source.words(self.text),
            passage=source,
            organisation=organisation,
            country=country,
        )

    def _owned(self, head: Passage) -> str | None:
        """Name "Novak's ministry" as the ministry it is, and "the island's army" as the army."""
        match = _OWNER.fullmatch(self.text, head.start, head.end)
        if match is None:
            return None
        meant = self._bodies.meant(Passage(*match.span("owned")))
        if meant is not None:
            return meant.name
        owner = _ARTICLE.sub("", match["owner"])
        places = find_places(self.text, *match.span("owner"))
        return match["owned"] if owner.islower() or (places and places[0].form != "demonym") else None

    def _fullest(self, id: str, words: str) -> str:
        """Return the longest way the document writes an organisation's name when ``words`` is a short one."""
        if not words.isupper():
            return words
        return max((self.text[m.start : m.end] for m in find_organisations(self.text) if m.id == id), key=len)


def _title(text: str, person: Person) -> str:
    match = person.office
    return "" if match is None else text[match.title_start : match.title_end].title()
