"""Who said what on a case."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from armsdocket.docket.casefile import Fact, Said
from armsdocket.docket.evidence import class_of, party_name
from armsdocket.docket.facts import Member, fact, transfers
from armsdocket.docket.words import words_of
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Speaker, Statement, Transfer
from armsdocket.reading.news.statement.official import holds_office
from armsdocket.reading.record import passages
from armsdocket.vocabulary.articles import all_articles, article_class, find_articles
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.events import find_events
from armsdocket.vocabulary.folding import fold

ELSEWHERE = "names neither the article nor the parties of this sale"


class Subject(NamedTuple):
    """What a sale is about: its parties, articles, their classes, and the words documents use for them."""

    parties: frozenset[str]
    articles: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]
    hints: frozenset[str]
    """Single words for things of those classes ("missile"), that many other sales are about too."""

    def named_in(self, text: str) -> bool:
        """Tell whether a text names an article, its class or a party, also by demonym or capital.

        A text that names no other party and no other article is also about this sale when it speaks of a
        step of a sale ("no contract has been signed") or of such things ("no missile has come").
        """
        places, articles = find_places(text), find_articles(text, doubtful=True)
        if any(place.code in self.parties for place in places):
            return True
        if any(one.article in self.articles or one.kind in self.classes for one in articles):
            return True
        folded = fold(text)
        if any(words in folded for words in self.words):
            return True
        others = bool(places) or any(one.article for one in articles)
        return not others and (bool(find_events(text)) or not self.hints.isdisjoint(words_of(text)))


def subject(members: Sequence[Member]) -> Subject:
    """Take together what the transfers of a case name."""
    claims = [claim for _, claim in transfers(members)]
    parties = [party for claim in claims for party in (claim.buyer, claim.seller) if party]
    items = [item for claim in claims for item in claim.items]
    listed = frozenset(item.article for item in items if item.article)
    kinds = {all_articles()[id].kind for id in listed if id in all_articles()}
    written = [words for item in items for words in (item.value, item.as_written)]
    hints = {word for kind in kinds for words in article_class(kind).evidence for word in words_of(words)}
    written += [name for party in parties if (name := party_name(party.value, party.name))]
    return Subject(
        parties=frozenset(party.value for party in parties),
        articles=listed,
        classes=frozenset(kinds | {kind for item in items if (kind := class_of(item))}),
        words=frozenset(fold(words) for words in written if words),
        hints=frozenset(hints | {f"{word}s" for word in hints}),
    )


def statements(members: Sequence[Member]) -> tuple[Said, ...]:
    """Return the statements of a case's documents in order of document and place.

    A document that is first about this sale gives all its statements but those that state another of its
    sales, and marks those on something else; one that is first about another gives those in the paragraphs
    that state this sale. What two versions of a document give in the same words is given once.
    """
    seen: set[tuple[str, Passage]] = set()
    told: dict[tuple[str, str | None, str], str] = {}
    found: list[Said] = []
    about = subject(members)
    here: dict[str, set[int]] = defaultdict(set)
    for member in members:
        here[member.document].add(member.lead.claim)
    for member in members:
        for claim in _of(member):
            place, wording = (member.document, claim.words.passage), _wording(member, claim)
            repeated = place in seen or told.get(wording, member.document) != member.document
            if not repeated and not _on_another_sale(member, claim, here[member.document]):
                seen.add(place)
                told[wording] = member.document
                found.append(_said(member, claim, about))
    return tuple(found)


def _wording(member: Member, claim: Statement) -> tuple[str, str | None, str]:
    """Return what is the same of a statement in two versions of a document: address, speaker and words.

    What came by standard input has no versions, and stands for itself.
    """
    speaker = claim.speaker.value if claim.speaker else None
    return member.lead.address or member.document, speaker, claim.words.value


def _on_another_sale(member: Member, claim: Statement, here: Collection[int]) -> bool:
    """Tell whether a statement's own words state sales of its document, and none of them is this one."""
    stating = {
        place
        for place, other in enumerate(member.reading.claims)
        if isinstance(other, Transfer) and _states(claim.words.passage, other)
    }
    return bool(stating) and stating.isdisjoint(here)


def _states(words: Passage, transfer: Transfer) -> bool:
    """Tell whether words hold what is sold or how far the sale got: a party alone may speak of anything."""
    fields = [*transfer.items, *transfer.stage_reports, transfer.stage, transfer.value]
    return any(field is not None and words.covers(field.passage) for field in fields)


def _of(member: Member) -> Iterator[Statement]:
    claims = [claim for claim in member.reading.claims if isinstance(claim, Statement)]
    if member.main:
        yield from claims
        return
    transfer = member.transfer
    if transfer is None:
        return
    text = member.reading.document.text
    near = _paragraphs(text, transfer)
    yield from (claim for claim in claims if any(claim.words.passage.overlaps(around) for around in near))


def _paragraphs(text: str, transfer: Transfer) -> list[Passage]:
    """Return the paragraphs that hold the passages of a transfer's parties and items."""
    fields = [transfer.buyer, transfer.seller, *transfer.items]
    spans = {passage for field in fields for passage, _ in passages(field)}
    return sorted({_paragraph(text, passage) for passage in spans})


@lru_cache(maxsize=256)
def _paragraph(text: str, passage: Passage) -> Passage:
    start = text.rfind("\n", 0, passage.start) + 1
    end = text.find("\n", passage.end)
    return Passage(start, len(text) if end < 0 else end)


def _said(member: Member, claim: Statement, about: Subject) -> Said:
    speaker, words = claim.speaker, claim.words
    around = _paragraph(member.reading.document.text, words.passage).words(member.reading.document.text)
    return Said(
        speaker=speaker.value if speaker else None,
        office=_value(speaker, "office"),
        organisation=_value(speaker, "organisation"),
        country=_value(speaker, "country"),
        words=words.value,
        mode=claim.mode,
        via=claim.via.value if claim.via else None,
        quoting=claim.quoting.value if claim.quoting else None,
        denied=claim.denial is not None,
        date=claim.date.value if claim.date else None,
        fact=_fact(member, claim, on_subject=about.named_in(around)),
    )


def _fact(member: Member, claim: Statement, *, on_subject: bool) -> Fact:
    note = "" if on_subject else ELSEWHERE
    rank = "official words" if claim.mode != "indirect" and holds_office(claim.speaker) else member.rank
    return fact("statement", claim.words, member, note=note, rank=rank)


def _value(speaker: Speaker | None, name: str) -> str | None:
    field = getattr(speaker, name) if speaker else None
    return field.value if field else None
