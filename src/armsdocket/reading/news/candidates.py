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
    guessed: bool = False
    """True when the buyer is only who the sentence is about."""


_REACH = 170
_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|get|got)\s+(?:\w+ly\s+|also\s+|first\s+|not\s+|never\s+|already\s+)?$"
)
_OF = re.compile(r"\s+(?:of|for|in)\s+")
_JOINS = re.compile(
    r"^[\s'’”\"]*(?:\([^()]*\)\s*)?(?:,|/|and\b|or\b|as well as\b|plus\b|along with\b|including\b|such as\b|like\b|with\b)"
)
_CUTS = re.compile(
    r"\b(?:to|from|by|for|which|that|who|has|have|had|is|are|was|were|will|would|said|says|told|while|after|because|although|rather|"
    r"against|using|making|seen)\b"
)
_PRONOUN_NEAR = re.compile(
    r"(?:^|[\s\"'(])(it|they|we|the country|the kingdom|the government|the nation|the army|the navy|the air force|the ministry|the emirate|"
    r"the military|the island|the republic|the gulf state|the force|its (?:army|navy|air force|government|military))\s+(?:[\w-]+\s+){0,4}$"
)
_THEM = re.compile(r"\s+(?:them|it|these|those)\b")
_FAR = re.compile(
    r"\b(?:on|about|over|against|that|who|whether|because|after|before|when|while|if|into|at|as)\b"
)
# What may govern the party that "to buy" belongs to: "pressure on Argentina to buy", "a licence for Poland to send".
_CONTROL = frozenset({None, "on", "for", "to", "told", "like"})
_INFINITIVE = re.compile(r"\s*(?:either\s+|also\s+|not\s+)?(?:to\s+(?:\w+\s+){0,2})?$")


def candidates(scene: Scene, topic: PartyMention | None) -> list[Candidate]:
    """Give the candidates of one sentence; ``topic`` is who "it" stands for."""
    found = []
    for cue in scene.cues:
        if _trapped(scene, cue):
            continue
        made = _verb(scene, cue, topic) if cue.value.tense else _noun(scene, cue, topic)
        if made is not None:
            found.append(made)
    return found


def _trapped(scene: Scene, cue: Cue) -> bool:
    """Tell whether the word stands inside a phrase that means something else ("in order to", "after-sales")."""
    if any(term.value == "traps" and term.start < cue.end and cue.start < term.end for term in scene.terms):
        return True
    return scene.folded[max(0, cue.start - 1) : cue.start] == "-"


def topic_of(scene: Scene) -> PartyMention | None:
    """Give the party that the sentence is about, for the pronouns of the next one."""
    for party in scene.parties:
        if _acts(party):
            return party
    return None


def _acts(party: PartyMention) -> bool:
    """Tell whether a party can be what a sentence is about; alliances rarely buy."""
    return party.nominal and party.prep is None and party.form != "company" and len(party.code) == 2


def is_passive(scene: Scene, cue: Cue) -> bool:
    """Tell whether a past form is a passive: after a form of "be", or before "by"."""
    if cue.value.tense != "past":
        return False
    left = scene.folded[max(scene.start, cue.start - 24) : cue.start]
    if _PASSIVE.search(left):
        return True
    right = scene.folded[cue.end : cue.end + 4]
    return right.startswith(" by ")


_TOLD_BY_NOUN = frozenset({"order", "export order", "contract", "deal", "offer", "agreement", "request"})


def _told_by_noun(scene: Scene, cue: Cue) -> bool:
    """Tell whether the verb's object is a word of transfer that tells all: "secured orders for two guns"."""
    for other in scene.cues:
        if (
            cue.end <= other.start <= cue.end + 30
            and other.value.word in _TOLD_BY_NOUN
            and not other.value.tense
        ):
            return not any(cue.end <= goods.start < other.start for goods in scene.goods) or cue.value.weak
    return False


def _verb(scene: Scene, cue: Cue, topic: PartyMention | None) -> Candidate | None:
    if cue.value.side == "acquires" and _told_by_noun(scene, cue):
        return None
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
        goods = _object(scene, cue, barrier)
        buyers = _subject(scene, cue.start, topic, buying=True)
        others = _right(scene, cue.end, barrier, {"for"})
        if (
            goods
            and others
            and others[0].start > goods[0].end
            and cue.value.word in {"buy", "purchase", "order"}
        ):
            # "Germany bought tanks for Ukraine": they go to Ukraine.
            if others[0].code not in {buyer.code for buyer in buyers}:
                return Candidate(scene, cue, others, buyers, goods, passive)
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
        if not buyers and not goods and (given := _goods_right(scene, cue.end, barrier)):
            # "Iraq was supplied with tanks": who is supplied stands first.
            buyers, goods = _subject(scene, cue.start, topic, buying=True), given
    else:
        goods = _object(scene, cue, barrier)
        if direct := _direct_object(scene, cue, goods):
            buyers = direct
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
    if cue.value.side == "supplies":
        buyers, sellers = _supply(scene, cue, owner, goods)
    elif cue.value.side == "acquires":
        if _asked_to_act(scene, cue):
            return None
        buyers, sellers = _purchase(scene, cue, owner, goods, topic)
    else:
        buyers, sellers = _dealers(scene, cue, owner, topic)
    if not goods and not buyers:
        return Candidate(scene, cue, (), sellers, ())
    guessed = not any(buyer in owner or buyer.start > cue.end for buyer in buyers)
    return Candidate(
        scene, cue, buyers, sellers or _origin(scene, goods, buyers), goods, guessed=guessed and bool(buyers)
    )


_Roles = tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]]


def _supply(scene: Scene, cue: Cue, owner: tuple[PartyMention, ...], goods: tuple[Goods, ...]) -> _Roles:
    """ "sale of tanks to Poland", "Israel's sale of drones", "Saudi arms sale"."""
    end = scene.clause(cue.start)[1]
    buyers = _right(scene, cue.end, end, {"to", "for"})
    sellers = _right(scene, cue.end, end, {"by", "from"})
    if cue.value.word == "export order" and not sellers:
        return buyers, owner or _subject(scene, cue.start, None, buying=False)
    if owner and not buyers and not _sells(owner, goods):
        return owner, sellers
    if owner and not sellers and owner[0].code not in {buyer.code for buyer in buyers}:
        return buyers, owner
    return buyers, sellers


def _purchase(
    scene: Scene,
    cue: Cue,
    owner: tuple[PartyMention, ...],
    goods: tuple[Goods, ...],
    topic: PartyMention | None,
) -> _Roles:
    """ "Turkey's purchase of S-400s from Russia", "orders from the Indonesian Navy", "Russian arms purchases"."""
    sellers = _right(scene, cue.end, scene.clause(cue.start)[1], {"from", "to", "with"})
    if owner and not owner[0].possessive and goods and owner[0].end <= goods[0].start < cue.start:
        if owner[0].form == "adjective" and _sells(owner, goods):
            owner, sellers = (), sellers or owner
    buyers = owner or _right(scene, cue.end, scene.end, {"by"})
    if not buyers and cue.value.word in {"order", "request", "buyer"}:
        givers = _right(scene, cue.end, scene.end, {"from", "by"})
        behind = max([cue.end, *(item.end for item in goods)])
        if givers and givers[0].form != "company" and givers[0].start - behind <= 40:
            return givers, _subject(scene, cue.start, None, buying=False)
    if not buyers and cue.start - scene.start <= _NEAR_START:
        buyers = (topic,) if topic else ()
    buyers = buyers or _first_actor(scene, cue.start)
    if buyers and sellers and buyers[0].code == sellers[0].code:
        sellers = ()
    return buyers, sellers


# A noun this near the start of its sentence has no subject of its own: "Military purchases are foreseen".
_NEAR_START = 12


def _first_actor(scene: Scene, place: int) -> tuple[PartyMention, ...]:
    for party in scene.parties:
        if party.end <= place and _acts(party):
            return _group(scene, party)
    return ()


def _asked_to_act(scene: Scene, cue: Cue) -> bool:
    """Tell whether a request is for somebody to do it: "a request for Poland to hand over tanks"."""
    for party in scene.parties:
        if party.start >= cue.end:
            near = party.start - cue.end <= 6
            return near and scene.folded[party.end : party.end + 4] == " to "
    return False


def _dealers(scene: Scene, cue: Cue, owner: tuple[PartyMention, ...], topic: PartyMention | None) -> _Roles:
    """Tell buyer from seller in a deal: "deal with Russia", "contract from the Indonesian Navy"."""
    if _offered(scene, cue):
        return (), _subject(scene, cue.start, topic, buying=False)
    between = _right(scene, cue.end, scene.end, {"between"})
    if len(between) > 1:
        return _buyer_of_pair(between)
    customers = _right(scene, cue.end, scene.end, {"from"})
    partners = _right(scene, cue.end, scene.end, {"with"})
    subject = _subject(scene, cue.start, topic, buying=False)
    if (
        owner
        and not owner[0].possessive
        and subject
        and subject[0].code != owner[0].code
        and _sells(owner, ())
    ):
        # "India has signed $15 billion in U.S. defense contracts"
        return subject, owner
    subject = owner or subject
    if subject and subject[0].form == "company":
        others = customers or partners
        return (others if others and others[0].form != "company" else ()), subject
    if customers and not subject:
        return customers, ()
    receivers = _right(scene, cue.end, scene.end, {"for"})
    if receivers and subject and receivers[0].code != subject[0].code:
        return receivers, subject
    if len({party.code for party in subject}) > 1:
        return _buyer_of_pair(subject)
    return subject, partners or customers


def _offered(scene: Scene, cue: Cue) -> bool:
    """Tell whether the deal is only offered: "Russia offered a better deal"."""
    return any(other.value.word == "offer" and 0 < cue.start - other.end <= 24 for other in scene.cues)


def _buyer_of_pair(pair: tuple[PartyMention, ...]) -> _Roles:
    """Of two that deal with each other, the one that is known to sell arms sells; else nobody can tell."""
    sellers = tuple(party for party in pair if party.code in transfer_terms.words("exporters"))
    buyers = tuple(party for party in pair if party not in sellers)
    return (buyers, sellers) if buyers and sellers else ((), ())


_SHARED_OBJECT = re.compile(r"\s*(?:,|and|or|and/or|,\s*and)\s*(?:\w+\s+)?$")


def _barrier(scene: Scene, cue: Cue) -> int:
    """Where the next verb of transfer begins, beyond which nothing belongs to this one.

    "sell and deliver tanks": verbs joined to each other share what follows.
    """
    for other in scene.cues:
        if other.start < cue.end or other.value.tense is None:
            continue
        if _SHARED_OBJECT.fullmatch(scene.folded, cue.end, other.start):
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
    if (
        left
        and left[-1].nominal
        and left[-1].prep in _CONTROL
        and _INFINITIVE.fullmatch(scene.folded, left[-1].end, place)
    ):
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
    owners = [party for party in left if party.possessive or (party.form == "adjective" and not party.made)]
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
            if (party.possessive and words <= 7) or (words <= (6 if inner else 2) and party.prep != "to"):
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
    return (
        owner[0].form == "company"
        or any(item.origin == code for item in goods)
        or code in transfer_terms.words("exporters")
    )


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
            if party.form == "adjective" or (party.possessive and preps != {"by"}):
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
    right = [goods for goods in scene.goods if begin <= goods.start]
    if not right or right[0].start >= end or right[0].start - begin > _REACH:
        return ()
    return _chain(scene, right)


_WEAK_REACH = 60
_TO_DO = re.compile(r"\bto [a-z]+ ")


def _kept_off(scene: Scene, cue: Cue, goods: Goods) -> bool:
    """Tell whether other words come between a verb and goods: "received a briefing on its F-16"."""
    begin, end = cue.end, max(cue.end, _begin(goods))
    if _FAR.search(scene.folded, begin, end):
        return True
    if cue.value.weak and any(begin <= other.start < end and not other.value.tense for other in scene.cues):
        return True
    return cue.value.side == "acquires" and _TO_DO.search(scene.folded, begin, end) is not None


def _object(scene: Scene, cue: Cue, barrier: int) -> tuple[Goods, ...]:
    """What a verb takes: the goods right of it, the goods that "them" stands for, or those before "which"."""
    goods = _goods_right(scene, cue.end, barrier)
    reach = _WEAK_REACH if cue.value.weak else _REACH
    if goods and goods[0].start - cue.end <= reach and not _kept_off(scene, cue, goods[0]):
        return goods
    if _THEM.match(scene.folded, cue.end, cue.end + 8):
        left = [item for item in scene.goods if item.end <= cue.start]
        return tuple(left[-1:])
    return _goods_relative(scene, cue)


def _goods_left(scene: Scene, place: int) -> tuple[Goods, ...]:
    left = [goods for goods in scene.goods if goods.end <= place and place - goods.end <= _REACH]
    if not left:
        return ()
    chain = [left[-1]]
    for goods in reversed(left[:-1]):
        if not _chained(scene, goods.end, _begin(chain[0])):
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
    end = min(_barrier(scene, cue), scene.clause(cue.start)[1])
    right = _goods_right(scene, cue.end, end)
    if not right or _FAR.search(scene.folded, cue.end, max(cue.end, _begin(right[0]))):
        return ()
    near = 110 if _OF.match(scene.folded, cue.end, cue.end + 8) else 80
    return right if _begin(right[0]) - cue.end <= near else ()


def _between_compound(scene: Scene, begin: int, end: int) -> bool:
    words = scene.folded[begin:end]
    return len(words.split()) <= 2 and not any(mark in words for mark in ",;:.") and not _VERBAL.search(words)


def _begin(goods: Goods) -> int:
    return goods.count.passage.start if goods.count else goods.start


def _chain(scene: Scene, goods: Sequence[Goods]) -> tuple[Goods, ...]:
    """The first goods and those that "and", "or", a comma join to them."""
    chain = [goods[0]]
    for item in goods[1:]:
        begin = _begin(item)
        if begin < chain[-1].end or not _chained(scene, chain[-1].end, begin):
            break
        chain.append(item)
    return tuple(chain)


def _chained(scene: Scene, end: int, begin: int) -> bool:
    """Tell whether two goods are items of one list: "jets, radars and, later, eight drones"."""
    between = scene.folded[end:begin]
    return len(between) <= 64 and _JOINS.search(between) is not None and _CUTS.search(between) is None


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
            makes = party.form == "adjective" or (party.form == "company" and party.possessive)
            if not (makes or _attribute(scene, party, item)) or (
                party.code in taken and party.form != "company"
            ):
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
