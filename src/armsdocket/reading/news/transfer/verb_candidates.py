"""Candidates told by a verb: "Poland buys tanks from Korea", "jets were delivered to Egypt"."""

import re

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.cover_candidates import cover_candidate
from armsdocket.reading.news.transfer.goods import Goods, arms_at
from armsdocket.reading.news.transfer.objects import (
    barrier_of,
    gives_other,
    goods_left,
    goods_right,
    is_reduced,
    object_of,
)
from armsdocket.reading.news.transfer.other_objects import WITH, takes_other
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import (
    Roles,
    approver,
    direct_object,
    helped,
    origin_of,
    owner_of,
    partner_left,
    party_right,
    sender_of,
    to_topic,
)
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.subjects import acts, first_actor, group_of, is_subject, subject_of
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]

_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|get|got)\s+(?:\w+ly\s+|also\s+|first\s+|not\s+|never\s+|already\s+)?$"
)


def is_passive(scene: Scene, cue: Cue) -> bool:
    """Tell whether a past form is a passive: after a form of "be", or before "by"."""
    if cue.value.tense != "past":
        return False
    left = scene.folded[max(scene.start, cue.start - 24) : cue.start]
    if _PASSIVE.search(left):
        return True
    right = scene.folded[cue.end : cue.end + 4]
    return right.startswith(" by ")


def verb_candidate(scene: Scene, cue: Cue, topic: PartyMention | None) -> Candidate | None:
    """Give the candidate that a verb tells of, or None when its object tells it better."""
    if takes_other(scene, cue):
        return None
    passive = is_passive(scene, cue)
    barrier = barrier_of(scene, cue)
    if cue.value.side == "acquires":
        return _acquired(scene, cue, topic, passive, barrier)
    if cue.value.side == "deals":
        return _arrived(scene, cue, barrier)
    if cue.value.side == "covers":
        return cover_candidate(scene, cue)
    return _supplied(scene, cue, topic, passive, barrier)


def _acquired(
    scene: Scene, cue: Cue, topic: PartyMention | None, passive: bool, barrier: int
) -> Candidate | None:
    postposed = cue.value.tense == "past" and not passive and is_reduced(scene, cue)
    if passive or postposed:
        goods = goods_left(scene, cue.start)
        buyers = party_right(scene, cue.end, barrier, {"by"}) or party_right(scene, cue.end, barrier, {"for"})
        if not buyers and postposed and not goods:
            return None
        senders = sender_of(scene, cue, barrier, goods)
        buyers = buyers or (_whose_goods(scene, goods[0], senders) if goods else ())
    elif cue.value.word in cue_words("renewing"):
        behind = WITH.match(scene.folded, cue.end)
        goods = goods_right(scene, behind.end() if behind else cue.end, barrier)
        buyers = subject_of(scene, cue.start, topic, buying=True)
        if not (made := origin_of(scene, goods, buyers)):
            return None
        return Candidate(scene, cue, buyers, made, goods)
    else:
        goods = object_of(scene, cue, barrier)
        buyers = _asker(scene, cue) or _company_buys(scene, cue)
        buyers = buyers or subject_of(scene, cue.start, topic, buying=True)
        if buyers and _SELLS.match(scene.folded, buyers[0].end):
            # "Washington is willing to allow the sale, which makes a deal to buy them likely"
            buyers = ()
        if (roles := _other_way_round(scene, cue, goods, buyers, barrier)) is not None:
            return Candidate(scene, cue, *roles, goods, passive)
    sellers = (
        tuple(party for party in origin_of(scene, goods, buyers) if party.made)
        or sender_of(scene, cue, barrier, goods)
        or (direct_object(scene, cue, goods) if cue.value.word in {"ask", "pay"} else ())
        or partner_left(scene, cue, buyers)
        or (approver(scene, cue, buyers) if buyers else ())
    )
    guessed = False
    meant = next(iter(first_actor(scene, goods[0].start)), topic) if goods else None
    if (
        not buyers
        and (passive or postposed)
        and meant
        and any(item.count or not item.generic for item in goods)
    ):
        # "Six launchers ordered from the United States are expected": ordered by whom the text is about.
        sent_from = {sender.code for sender in sender_of(scene, cue, barrier, goods)}
        guessed = bool(sent_from) and meant.code not in sent_from
        buyers = (meant,) if guessed else ()
    sellers = sellers or origin_of(scene, goods, buyers)
    return Candidate(scene, cue, buyers, sellers, goods, passive, guessed=guessed)


def _other_way_round(
    scene: Scene, cue: Cue, goods: tuple[Goods, ...], buyers: tuple[PartyMention, ...], barrier: int
) -> Roles | None:
    """Tell buyer and seller where who acts sells: "Embraer and Peru signed for", "bought tanks for Chile"."""
    if (pair := _maker_and_state(buyers) or _made_by_one(scene, goods, buyers)) is not None:
        return pair
    if goods and cue.value.word == "get" and _GOT_TO.match(scene.folded, goods[-1].end):
        # "to get arms to the rebels": who gets them there supplies.
        reached = [party for party in scene.parties if 0 < party.start - goods[-1].end <= _GOT_NEAR]
        return group_of(scene, reached[0]) if reached and reached[0].nominal else (), buyers
    others = _third_party(scene, cue, barrier, goods, buyers) or _lessee(scene, cue, barrier)
    return (others, buyers) if others else None


_GOT_TO = re.compile(r" (?:to|into the hands of) ")
# " into the hands of the ".
_GOT_NEAR = 24
_SELLS = re.compile(
    r"(?: (?:is|are|was|were|would be|will be))? (?:willing|ready|prepared|likely) to "
    r"(?:authori[sz]e|approve|sell|supply|allow|clear|offer)\b"
)


def _made_by_one(scene: Scene, goods: tuple[Goods, ...], buyers: tuple[PartyMention, ...]) -> Roles | None:
    """Tell who sells of two that agree to buy what one makes: "Peru and France plan to buy French ships"."""
    made = origin_of(scene, goods, ()) if len(buyers) > 1 else ()
    left = tuple(buyer for buyer in buyers if buyer.code not in {party.code for party in made})
    return (left, made) if left and len(left) < len(buyers) else None


def _asker(scene: Scene, cue: Cue) -> tuple[PartyMention, ...]:
    """Give whose request it is in "turned down a Thai request to buy", "sent a request to France to buy"."""
    for other in scene.cues:
        if other.value.tense is not None or other.end > cue.start:
            continue
        if scene.folded[other.end : cue.start] in {" to ", " "}:
            return owner_of(scene, other, ())
        if other.value.word == "request" and _asks_somebody(scene, other, cue):
            return owner_of(scene, other, ()) or subject_of(scene, other.start, None, buying=True)
    return ()


def _asks_somebody(scene: Scene, request: Cue, cue: Cue) -> bool:
    """Tell whether "to the United States" alone stands between a request and what it asks for."""
    asked = [party for party in scene.parties if request.end <= party.start and party.end <= cue.start]
    return (
        len(asked) == 1
        and _TO_SOMEBODY.fullmatch(scene.folded, request.end, asked[0].start) is not None
        and scene.folded[asked[0].end : cue.start].strip() in {"to", ""}
    )


_TO_SOMEBODY = re.compile(r" to (?:the )?(?:government of )?(?:the )?")


def _maker_and_state(
    parties: tuple[PartyMention, ...],
) -> tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]] | None:
    """Part "Embraer and Peru signed for 12 planes": the state buys, the company sells."""
    makers = tuple(party for party in parties if party.form == "company")
    states = tuple(party for party in parties if party.form != "company")
    return (states, makers) if makers and states else None


_JUST = re.compile(r" (?:(?:has|have|had|will|would|also|already|recently) ){0,3}")


def _company_buys(scene: Scene, cue: Cue) -> tuple[PartyMention, ...]:
    """Give the company right before the verb in "HAL ordered engines": it buys for its country."""
    before = [party for party in scene.parties if party.end <= cue.start]
    if cue.value.word not in cue_words("ordering") or not before or before[-1].form != "company":
        return ()
    free = before[-1].nominal and before[-1].prep is None
    return (before[-1],) if free and _JUST.fullmatch(scene.folded, before[-1].end, cue.start) else ()


def _lessee(scene: Scene, cue: Cue, barrier: int) -> tuple[PartyMention, ...]:
    """Give Austria in "Switzerland leases jets to Austria": who lets goods out supplies them."""
    return party_right(scene, cue.end, barrier, {"to"}) if cue.value.word in cue_words("leasing") else ()


def _third_party(
    scene: Scene, cue: Cue, barrier: int, goods: tuple[Goods, ...], buyers: tuple[PartyMention, ...]
) -> tuple[PartyMention, ...]:
    """Give Ukraine in "Germany bought tanks for Ukraine": the goods go there."""
    if not goods or cue.value.word not in {"buy", "purchase", "order"}:
        return ()
    others = party_right(scene, cue.end, barrier, {"for"})
    if others and others[0].start > goods[0].end and others[0].code not in {buyer.code for buyer in buyers}:
        return others
    return ()


def _supplied(
    scene: Scene, cue: Cue, topic: PartyMention | None, passive: bool, barrier: int
) -> Candidate | None:
    postposed = cue.value.tense == "past" and not passive and is_reduced(scene, cue)
    reached = {"from"} if cue.value.word in cue_words("withholding") else {"to", "for"}
    buyers = party_right(scene, cue.end, barrier, reached)
    if passive or postposed:
        goods = goods_left(scene, cue.start)
        sellers = party_right(scene, cue.end, barrier, {"by", "from"} - reached)
        supplied = passive and scene.folded.startswith(" with ", cue.end)
        if not buyers and (supplied or not goods) and (given := _given(scene, cue, barrier)):
            # "Iraq was supplied with tanks": who is supplied stands first.
            buyers, goods = _supplied_one(scene, cue, topic), given
        buyers = buyers or to_topic(scene, cue.end, topic) or (_whose_goods(scene, goods[0]) if goods else ())
    else:
        goods = object_of(scene, cue, barrier)
        withheld = cue.value.word in cue_words("withholding")
        direct = () if withheld else direct_object(scene, cue, goods)
        receivers = transfer_terms.receiver_names()
        if not goods and cue.value.word == "arm" and any(party.code in receivers for party in direct):
            # "arming the rebels": the verb says what is given
            goods = (arms_at(cue.start, cue.end),)
        if direct and not _names_origin(direct[-1], goods, buyers):
            buyers = direct
        elif not buyers and cue.value.plan == "offered" and (meant := helped(scene, goods)):
            buyers = meant
        elif not buyers and goods and _TO_IT.match(scene.folded, cue.end, cue.end + 6):
            buyers = _asking(scene, cue, topic)
        sellers = subject_of(scene, cue.start, topic, buying=False)
        if buyers and _AWARDED.search(scene.folded, max(scene.start, cue.start - 80), cue.start):
            # "India awarded a deal to supply jets to France": who it is awarded to supplies.
            return Candidate(scene, cue, sellers, buyers, goods, passive)
        if (supplier := _contracted(scene, cue)) and sellers and sellers[0].form != "company":
            buyers, sellers = buyers or sellers, supplier
    for_oneself = cue.value.word == _FOR_ONESELF
    if not buyers and goods and for_oneself:
        buyers = _owner_of_goods(scene, goods[0])
    if not buyers and sellers and (not for_oneself or sellers[0].form == "company"):
        # "Thales signed a contract with Indonesia to supply radars"
        buyers = partner_left(scene, cue, sellers) or _orderer(scene, cue, sellers)
    if topic is not None and sellers == (topic,) and any(buyer.code == topic.code for buyer in buyers):
        # "It is an honour to deliver jets to Peru", in a report on Peru: nobody said who delivers.
        sellers = ()
    return Candidate(scene, cue, buyers, sellers or origin_of(scene, goods, buyers), goods, passive)


_AWARDED = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:award(?:s|ed|ing)?|handed) "
    r"(?:[\w'’£$€.-]+ ){0,6}(?:contracts?|deals?|orders?|tenders?) (?:to )?$"
)


def _given(scene: Scene, cue: Cue, barrier: int) -> tuple[Goods, ...]:
    goods = goods_right(scene, cue.end, barrier)
    return () if goods and gives_other(scene, cue.end, goods[0].start) else goods


def _supplied_one(scene: Scene, cue: Cue, topic: PartyMention | None) -> tuple[PartyMention, ...]:
    """Give who is supplied; nobody where another noun stands before the verb: "rebel groups are supplied"."""
    found = subject_of(scene, cue.start, topic, buying=True)
    here = [party for party in found if scene.start <= party.start < cue.start]
    named = [party for party in here if not party.possessive and party.form != "adjective"]
    pronoun = transfer_terms.pattern("pronouns").search(scene.folded, scene.start, cue.start)
    return () if named and not pronoun and not is_subject(scene, named[-1], cue.start) else found


def _orderer(scene: Scene, cue: Cue, sellers: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """Give whose order it is in "won an order from Peru to supply radars"."""
    left = [party for party in scene.parties if party.end <= cue.start]
    if not left or left[-1].prep != "from" or left[-1].form == "company" or left[-1].code == sellers[0].code:
        return ()
    ordered = any(
        other.value.word in cue_words("ordering") and 0 <= left[-1].start - other.end <= _ORDER_NEAR
        for other in scene.cues
    )
    return (left[-1],) if ordered and _TO_DO.fullmatch(scene.folded, left[-1].end, cue.start) else ()


_ORDER_NEAR = 16


def _names_origin(party: PartyMention, goods: tuple[Goods, ...], buyers: tuple[PartyMention, ...]) -> bool:
    """Tell whether a country right before the goods says where they are made: "sell U.S. guns to Oman"."""
    beside = bool(goods) and 0 < goods[0].begin - party.end <= 1
    return beside and (bool(buyers) or goods[0].origin == party.code)


def _contracted(scene: Scene, cue: Cue) -> tuple[PartyMention, ...]:
    """Give the company in "Peru signed a contract with Thales to supply radars": it is the one to supply."""
    left = [party for party in scene.parties if party.end <= cue.start]
    if not left or left[-1].prep not in {"with", "beside"}:
        return ()
    end = left[-1].end
    if left[-1].form != "company":
        firm = _FIRM.match(scene.text, end, cue.start)
        if firm is None:
            return ()
        end = firm.end()
    return (left[-1],) if _TO_DO.fullmatch(scene.folded, end, cue.start) else ()


# "with Turkey's Ares Shipyard": a company that only its country is known of.
_FIRM = re.compile(r"['’]s?(?= [A-Z])")
_TO_DO = re.compile(r"(?: [\w.]+){0,3}(?: (?:to|for the|for))? ")
# Who builds with a partner may build for himself.
_FOR_ONESELF = "build"
_TO_IT = re.compile(r"\s+(?:it|them)\b")


def _asking(scene: Scene, cue: Cue, topic: PartyMention | None) -> tuple[PartyMention, ...]:
    """Give who is meant in "it asked Washington to sell it launchers": who asks, not who sells."""
    sellers = {party.code for party in subject_of(scene, cue.start, topic, buying=False)}
    before = [party for party in scene.parties if party.end <= cue.start and acts(party)]
    others = [party for party in before if party.code not in sellers]
    if others:
        return (others[0],)
    return (topic,) if topic and topic.code not in sellers else ()


def _whose_goods(
    scene: Scene, goods: Goods, senders: tuple[PartyMention, ...] = ()
) -> tuple[PartyMention, ...]:
    """Give who owns goods from elsewhere: "Greece's first six Rafales", "two Chilean ships from Oman"."""
    begin = goods.begin
    own = [
        p
        for p in scene.parties
        if p.form == "adjective" and not p.made and begin <= p.end + 1 and p.end <= goods.start
    ]
    owners = _owner_of_goods(scene, goods) or tuple(own[-1:])
    origin = senders[0].code if senders else goods.origin
    return owners if origin and all(owner.code != origin for owner in owners) else ()


def _arrived(scene: Scene, cue: Cue, barrier: int) -> Candidate | None:
    """Read "The first S-400s arrived in Turkey from Russia", "Qatar's Typhoons landed in Doha"."""
    goods = goods_left(scene, cue.start)
    if not goods or (
        cue.value.word == "reach" and not _REACHING.fullmatch(scene.folded, goods[-1].end, cue.start)
    ):
        return None
    if cue.value.word in cue_words("heading") and _SOMETHING.search(scene.folded, goods[-1].end, cue.start):
        return None
    buyers = party_right(scene, cue.end, barrier, {"in", "to"}) or direct_object(scene, cue, ())
    sellers = party_right(scene, cue.end, barrier, {"from"})
    if meant := party_right(scene, goods[-1].end, cue.start, {"for"}):
        return Candidate(scene, cue, meant, sellers or origin_of(scene, goods, meant), goods)
    own = _owner_of_goods(scene, goods[0])
    if own and own[0].code not in {seller.code for seller in sellers}:
        return Candidate(scene, cue, own, sellers or origin_of(scene, goods, own), goods)
    # Without a sender it only adds to a transfer told elsewhere.
    return Candidate(scene, cue, buyers if sellers else (), sellers, goods)


# "ordered the Patriots to shoot down any missile heading for Japan": something else is on its way.
_SOMETHING = re.compile(r"\b(?:any|every|an?|the|its|their|to)\b")
_REACHING = re.compile(r" (?:(?:have|has|had|will|would|should|finally|already|also|now|first) ){0,3}")


def _owner_of_goods(scene: Scene, goods: Goods) -> tuple[PartyMention, ...]:
    """Give whose goods they are: "Qatar's 24 Typhoons"."""
    begin = goods.begin
    for party in reversed(scene.parties):
        if party.end <= begin:
            between = scene.folded[party.end : begin]
            owns = party.possessive and party.form != "company" and len(between.split()) <= 3
            return (party,) if owns and not any(mark in between for mark in ",;:") else ()
    return ()
