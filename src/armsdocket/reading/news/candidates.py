"""Candidates for a transfer: each cue word with the buyer, seller and goods in their places around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from armsdocket.reading.news.goods import Goods
from armsdocket.reading.news.parties import PartyMention
from armsdocket.reading.news.scenes import Scene
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One telling of a transfer: a cue and what stands in its places; any of them may be missing."""

    scene: Scene
    cue: Cue
    buyers: tuple[PartyMention, ...]
    sellers: tuple[PartyMention, ...]
    goods: tuple[Goods, ...]
    passive: bool = False
    carried: bool = False
    """True when buyer or goods were carried over from a sentence before."""


_REACH = 170
_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|get|got)\s+(?:\w+ly\s+|also\s+|first\s+|not\s+|never\s+|already\s+)?$"
)
_OF = re.compile(r"\s+(?:of|for|in)\s+")
_CHAIN = re.compile(
    r"(?:\s*\([^()]{0,40}\))?\s*(?:,|and|or|as well as|plus|along with|including|with|such as|/|,\s*and|,\s*or|,\s*as well as|,\s*along with|,\s*including|"
    r",\s*plus)(?:\s+(?:[\w'’./&-]+\s+){0,7}?|\s*)"
)
_PRONOUN_NEAR = re.compile(r"(?:^|[\s\"'(])(it|they|we)\s+(?:\w+\s+){0,4}$")
_INFINITIVE = re.compile(r"\s*(?:either\s+|also\s+|not\s+)?(?:to\s+(?:\w+\s+){0,2})?$")
_POSTPOSED = re.compile(r"[\s,]*(?:which|that|,)?\s*(?:[\w'’.-]+\s+){0,12}$")


def candidates(scene: Scene, topic: PartyMention | None) -> list[Candidate]:
    """Give the candidates of one sentence; ``topic`` is who "it" stands for."""
    found = []
    for cue in scene.cues:
        made = _verb(scene, cue, topic) if cue.value.tense else _noun(scene, cue, topic)
        if made is not None:
            found.append(made)
    return found


def topic_of(scene: Scene, before: PartyMention | None) -> PartyMention | None:
    """Give the party that the sentence is about, for the pronouns of the next one."""
    for party in scene.parties:
        if party.nominal and party.prep is None and party.form != "company":
            return party
    for party in scene.parties:
        if party.possessive:
            return party
    return before


def is_passive(scene: Scene, cue: Cue) -> bool:
    """Tell whether a past form is a passive: after a form of "be", or before "by"."""
    if cue.value.tense != "past":
        return False
    left = scene.folded[max(scene.start, cue.start - 24) : cue.start]
    if _PASSIVE.search(left):
        return True
    right = scene.folded[cue.end : cue.end + 4]
    return right.startswith(" by ")


def _verb(scene: Scene, cue: Cue, topic: PartyMention | None) -> Candidate | None:
    passive = is_passive(scene, cue)
    barrier = _barrier(scene, cue)
    if cue.value.side == "acquires":
        return _acquired(scene, cue, topic, passive, barrier)
    if cue.value.side == "deals":
        return _arrived(scene, cue, barrier)
    return _supplied(scene, cue, topic, passive, barrier)


def _acquired(
    scene: Scene, cue: Cue, topic: PartyMention | None, passive: bool, barrier: int
) -> Candidate | None:
    postposed = cue.value.tense == "past" and not passive and _reduced(scene, cue)
    if passive or postposed:
        goods = _goods_left(scene, cue.start)
        buyers = _right(scene, cue.end, barrier, {"by"}) or _right(scene, cue.end, barrier, {"for"})
        if not buyers and postposed and not goods:
            return None
    else:
        goods = _goods_right(scene, cue.end, barrier) or _goods_relative(scene, cue)
        buyers = _subject(scene, cue.start, topic, buying=True)
    sellers = _right(scene, cue.end, barrier, {"from"})
    return Candidate(scene, cue, buyers, sellers or _origin(scene, goods, buyers), goods, passive)


def _supplied(
    scene: Scene, cue: Cue, topic: PartyMention | None, passive: bool, barrier: int
) -> Candidate | None:
    postposed = cue.value.tense == "past" and not passive and _reduced(scene, cue)
    buyers = _right(scene, cue.end, barrier, {"to", "for"})
    if passive or postposed:
        goods = _goods_left(scene, cue.start)
        sellers = _right(scene, cue.end, barrier, {"by", "from"})
        if not buyers and (given := _goods_right(scene, cue.end, barrier)):
            # "Iraq was supplied with tanks": who is supplied stands first.
            buyers, goods = _subject(scene, cue.start, topic, buying=True), given
    else:
        goods = _goods_right(scene, cue.end, barrier)
        if direct := _direct_object(scene, cue, goods):
            buyers = direct
        goods = goods or _goods_relative(scene, cue)
        sellers = _subject(scene, cue.start, topic, buying=False)
    return Candidate(scene, cue, buyers, sellers or _origin(scene, goods, buyers), goods, passive)


def _arrived(scene: Scene, cue: Cue, barrier: int) -> Candidate | None:
    """ "The first S-400s arrived in Turkey from Russia"."""
    goods = _goods_left(scene, cue.start)
    buyers = _right(scene, cue.end, barrier, {"in", "to"})
    sellers = _right(scene, cue.end, barrier, {"from"}) or _origin(scene, goods, buyers)
    return Candidate(scene, cue, buyers, sellers, goods) if goods and sellers else None


def _noun(scene: Scene, cue: Cue, topic: PartyMention | None) -> Candidate | None:
    goods = _goods_of(scene, cue)
    owner = _owner(scene, cue, goods)
    right = scene.end
    side, word = cue.value.side, cue.value.word
    if side == "supplies":
        buyers = _right(scene, cue.end, right, {"to", "for"}) or _right(scene, cue.end, right, {"with"})
        sellers = _right(scene, cue.end, right, {"by", "from"})
        if (
            owner
            and not buyers
            and not _sells(owner, goods)
            and word in {"sale", "transfer", "export", "aid"}
        ):
            buyers = owner
        elif owner and not sellers and owner[0].code not in {buyer.code for buyer in buyers}:
            sellers = owner
    elif side == "acquires":
        buyers = owner or _right(scene, cue.end, right, {"by"})
        sellers = _right(scene, cue.end, right, {"from", "to", "with"})
        if word in {"order", "request", "buyer"}:
            by_others = _right(scene, cue.end, right, {"from", "by", "for"})
            if not buyers and by_others:
                buyers, sellers = by_others, ()
        if not buyers:
            buyers = _subject(scene, cue.start, topic, buying=True)
    else:
        buyers, sellers = _dealers(scene, cue, owner, topic)
    if not goods and not buyers:
        return None
    return Candidate(scene, cue, buyers, sellers or _origin(scene, goods, buyers), goods)


def _dealers(
    scene: Scene, cue: Cue, owner: tuple[PartyMention, ...], topic: PartyMention | None
) -> tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]]:
    """Tell buyer from seller in a deal: "deal with Russia", "contract from the Indonesian Navy"."""
    customers = _right(scene, cue.end, scene.end, {"from"})
    partners = _right(scene, cue.end, scene.end, {"with", "between"})
    subject = owner or _subject(scene, cue.start, topic, buying=False)
    if customers and subject and subject[0].form == "company":
        return customers, subject
    if partners and subject and subject[0].form == "company" and partners[0].form != "company":
        return partners, subject
    if subject and subject[0].form == "company":
        return (), subject
    receivers = _right(scene, cue.end, scene.end, {"for"})
    if receivers and subject and receivers[0].code != subject[0].code:
        return receivers, subject
    return subject, partners or customers


def _barrier(scene: Scene, cue: Cue) -> int:
    """Where the next verb of transfer begins, beyond which nothing belongs to this one."""
    for other in scene.cues:
        if other.start > cue.end and other.value.tense is not None and not other.value.weak:
            if not any(cue.end <= goods.start < other.start for goods in scene.goods):
                continue
            return other.start
    return scene.end


def _subject(
    scene: Scene, place: int, topic: PartyMention | None, *, buying: bool
) -> tuple[PartyMention, ...]:
    """Who acts: right before "to buy", else the nearest that can be a subject, else "it", else an owner."""
    left = [party for party in scene.parties if party.end <= place and place - party.end <= _REACH]
    if buying:
        left = [party for party in left if party.form != "company"]
    if left and left[-1].nominal and _INFINITIVE.fullmatch(scene.folded, left[-1].end, place):
        return _group(scene, left[-1])
    subjects = [party for party in left if party.nominal and party.prep in {None, "like"}]
    begin = subjects[-1].end if subjects else scene.start
    pronoun = _PRONOUN_NEAR.search(scene.folded, max(begin, place - 60), place)
    if pronoun:
        earlier = [
            party
            for party in scene.parties
            if party.end <= pronoun.start(1) and party.nominal and party.prep is None
        ]
        own = [party for party in earlier if party.form != "company" or not buying]
        if own:
            return _group(scene, own[0])
        return (topic,) if topic else ()
    if subjects:
        return _group(scene, subjects[-1])
    owners = [party for party in left if party.possessive or party.form == "adjective" and not party.made]
    owners = [party for party in owners if place - party.end <= 60]
    if owners:
        return _group(scene, owners[-1])
    return (topic,) if topic and place - scene.start < 40 else ()


def _owner(scene: Scene, cue: Cue, goods: tuple[Goods, ...]) -> tuple[PartyMention, ...]:
    """Whose sale or purchase it is: "Turkey's S-400 deal", "Saudi arms sale"."""
    left = [party for party in scene.parties if party.end <= cue.start and cue.start - party.end <= 60]
    for party in reversed(left):
        between = scene.folded[party.end : cue.start]
        if any(mark in between for mark in ",;:") or party.made:
            return ()
        if party.possessive or party.form in {"adjective", "name", "state"}:
            inner = goods and goods[0].end <= cue.start
            words = len(between.split())
            if party.possessive and words <= 7 or words <= (6 if inner else 2) and party.prep != "to":
                if not party.possessive and not _compound(scene, party, cue):
                    return ()
                return _group(scene, party)
    return ()


_VERBAL = re.compile(
    r"\b(?:to|has|have|had|is|are|was|were|will|would|said|says|from|for|with|of|in|on|by)\b"
)


def _compound(scene: Scene, party: PartyMention, cue: Cue) -> bool:
    return _VERBAL.search(scene.folded, party.end, cue.start) is None


def _sells(owner: tuple[PartyMention, ...], goods: tuple[Goods, ...]) -> bool:
    """Tell whether "X arms sales" are sales by X: X makes the goods, or sells more than it buys."""
    code = owner[0].code
    return owner[0].form == "company" or any(item.origin == code for item in goods) or code in EXPORTERS


EXPORTERS = frozenset({"US", "RU", "FR", "CN", "DE", "GB", "IL", "IT", "SE"})


def _group(scene: Scene, party: PartyMention) -> tuple[PartyMention, ...]:
    return tuple(other for other in scene.parties if other.group == party.group)


def _right(scene: Scene, begin: int, end: int, preps: set[str]) -> tuple[PartyMention, ...]:
    """The nearest parties to the right that one of ``preps`` joins."""
    for party in scene.parties:
        if (
            party.start >= begin
            and party.start < end
            and party.start - begin <= _REACH
            and party.prep in preps
        ):
            if party.form == "adjective":
                continue
            return _group(scene, party)
    return ()


def _direct_object(scene: Scene, cue: Cue, goods: tuple[Goods, ...]) -> tuple[PartyMention, ...]:
    """ "sell Turkey Patriots", "supply Ukraine with tanks": the party right behind the verb."""
    for party in scene.parties:
        if party.start < cue.end:
            continue
        if party.start - cue.end > 30 or party.prep is not None or not party.nominal:
            return ()
        if goods and goods[0].start < party.start:
            return ()
        return _group(scene, party)
    return ()


def _reduced(scene: Scene, cue: Cue) -> bool:
    """Tell whether a past form only describes the goods before it: "missiles bought from Turkey"."""
    before = [goods for goods in scene.goods if goods.end <= cue.start]
    if not before or cue.start - before[-1].end > 3:
        return False
    return scene.folded[before[-1].end : cue.start].strip(" ,") == ""


def _goods_right(scene: Scene, begin: int, end: int) -> tuple[Goods, ...]:
    right = [goods for goods in scene.goods if begin <= goods.start < end]
    if not right or right[0].start - begin > _REACH:
        return ()
    return _chain(scene, right)


def _goods_left(scene: Scene, place: int) -> tuple[Goods, ...]:
    left = [goods for goods in scene.goods if goods.end <= place and place - goods.end <= _REACH]
    if not left:
        return ()
    chain = [left[-1]]
    for goods in reversed(left[:-1]):
        if not _CHAIN.fullmatch(scene.text, goods.end, _begin(chain[0])):
            break
        chain.insert(0, goods)
    return tuple(chain)


def _goods_relative(scene: Scene, cue: Cue) -> tuple[Goods, ...]:
    """The goods before "which Kosovo had purchased", "Iraq also wants"."""
    left = [goods for goods in scene.goods if goods.end <= cue.start and cue.start - goods.end <= 90]
    if not left or not re.search(r"\b(?:which|that|whose)\b|,", scene.folded[left[-1].end : cue.start]):
        return ()
    return (left[-1],)


def _goods_of(scene: Scene, cue: Cue) -> tuple[Goods, ...]:
    """The goods of a noun: "sale of 22 drones", "Apache sales", "a contract for two guns"."""
    if any(goods.start <= cue.start and cue.end <= goods.end for goods in scene.goods):
        return ()
    left = [goods for goods in scene.goods if goods.end <= cue.start]
    if left and cue.start - left[-1].end <= 24 and _between_compound(scene, left[-1].end, cue.start):
        return _goods_left(scene, cue.start)
    if _OF.match(scene.folded, cue.end, cue.end + 8):
        return _goods_right(scene, cue.end, scene.end)
    right = _goods_right(scene, cue.end, scene.end)
    if right and right[0].start - cue.end <= 110:
        return right
    return ()


def _between_compound(scene: Scene, begin: int, end: int) -> bool:
    words = scene.folded[begin:end]
    return len(words.split()) <= 2 and not any(mark in words for mark in ",;:.") and not _VERBAL.search(words)


def _begin(goods: Goods) -> int:
    return goods.count.passage.start if goods.count else goods.start


def _chain(scene: Scene, goods: Sequence[Goods]) -> tuple[Goods, ...]:
    """The first goods and those that "and", "or", a comma join to them."""
    chain = [goods[0]]
    for item in goods[1:]:
        begin = min(_begin(item), item.start)
        if begin < chain[-1].end or not _CHAIN.fullmatch(scene.text, chain[-1].end, begin):
            break
        chain.append(item)
    return tuple(chain)


def _origin(
    scene: Scene, goods: tuple[Goods, ...], buyers: tuple[PartyMention, ...]
) -> tuple[PartyMention, ...]:
    """The seller that the goods' own words name: "Russian S-400", "US-made F-16s"."""
    taken = {party.code for party in buyers}
    for item in goods[:1]:
        near = [
            party
            for party in scene.parties
            if party.end <= item.end and item.start - party.end <= 48 and party.start >= item.start - 70
        ]
        for party in reversed(near):
            if party.code in taken or not (party.form == "adjective" or _attribute(scene, party, item)):
                continue
            between = scene.folded[party.end : max(item.start, party.end)]
            if (
                not any(mark in between for mark in ",;:")
                and len(between.split()) <= 5
                and not _VERBAL.search(between)
            ):
                return _group(scene, party)
    return ()


def _attribute(scene: Scene, party: PartyMention, item: Goods) -> bool:
    """ "U.S. fighter jets", "US Patriot": a name used as an adjective."""
    return (
        party.form == "name" and not party.possessive and scene.folded[party.end : item.start].strip() == ""
    )


def known_words(name: str) -> frozenset[str]:
    """Give a list of words by name."""
    return transfer_terms.words(name)
