"""Whose transfer it is, to whom and from whom: owners, recipients, partners, and where goods come from."""

import re

from armsdocket.reading.news.transfer.goods import Goods, end_of
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.scenes import Scene, word_before
from armsdocket.reading.news.transfer.subjects import REACH, WHEN, first_actor, group_of
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue, phrase

Cue = Match[TransferCue]

Roles = tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]]


def owner_of(scene: Scene, cue: Cue, goods: tuple[Goods, ...]) -> tuple[PartyMention, ...]:
    """Whose sale or purchase it is: "Turkey's S-400 deal", "Saudi arms sale"."""
    left = [party for party in scene.parties if party.end <= cue.start and cue.start - party.end <= 60]
    for party in reversed(left):
        between = scene.folded[party.end : cue.start]
        if any(mark in between for mark in ",;:") or party.made or _company_acts(party):
            return ()
        if party.possessive or party.form in {"adjective", "name", "state"}:
            inner = goods and goods[0].end <= cue.start
            words = len(between.split())
            if (party.possessive and words <= 9) or (
                words <= (6 if inner else 2) and (party.prep != "to" or party.form == "adjective")
            ):
                if not party.possessive and not _compound(scene, party, cue):
                    return ()
                return group_of(scene, party)
    return ()


def _company_acts(party: PartyMention) -> bool:
    """Tell whether a company is what the sentence is about: "South Korea's Hanwha signed a deal"."""
    return party.form == "company" and party.nominal and party.prep is None


VERBAL = re.compile(r"\b(?:to|has|have|had|is|are|was|were|will|would|said|says|from|for|with|of|in|on|by)\b")


_VERB_LIKE = re.compile(r"\b[a-z]{3,}(?:s|ed)\b")


def _compound(scene: Scene, party: PartyMention, cue: Cue) -> bool:
    begin = party.end
    between = scene.folded[begin : cue.start]
    if _VERB_LIKE.search(between) and not any(begin <= goods.start < cue.start for goods in scene.goods):
        # "Belgrade condemns delivery of drones"
        return False
    return not VERBAL.search(scene.folded, begin, cue.start) and not _BROKEN.search(
        scene.folded, begin, cue.start
    )


_BROKEN = re.compile(
    r"\b(?:that|any|which|who|whether|and|or|the|an?|its|their|regarding|concerning|about|over|after|into|as)\b"
)


def sells(owner: tuple[PartyMention, ...], goods: tuple[Goods, ...]) -> bool:
    """Tell whether "X arms sales" are sales by X: X makes the goods, or sells more than it buys."""
    code = owner[0].code
    return (
        owner[0].form == "company"
        or any(item.origin == code for item in goods)
        or code in transfer_terms.words("exporters")
    )


def party_right(scene: Scene, begin: int, end: int, preps: set[str]) -> tuple[PartyMention, ...]:
    """Give the nearest parties to the right that one of ``preps`` joins."""
    for party in scene.parties:
        if (
            party.start >= begin
            and party.start < end
            and party.start - begin <= REACH
            and party.prep in preps
        ):
            if party.form == "adjective" or (
                party.possessive and preps & {"to", "for"} and not _owns_goods(scene, party)
            ):
                continue
            if party.prep == "to" and (
                _VISIT.search(scene.folded, begin, party.start)
                or _TURNS_TO.search(scene.folded, begin, party.start)
            ):
                continue
            return group_of(scene, party)
    return ()


# "the sale of jets during the visit of the Peruvian president to France"
_VISIT = re.compile(r"\b(?:visits?|trips?|tour|journey)\b")
# "Peru cancels the order, turns to France": who is turned to gets nothing.
_TURNS_TO = re.compile(
    r"\b(?:look|turn|head|travel|refer|accord|close|thank|compar|similar|link|relat|contrast)(?:s|ed|ing)? "
    r"to (?:the )?$"
)
_TO_TOPIC = re.compile(
    r"\s+(?:[\w$.,-]+\s+){0,4}?to the (?:[\w-]+\s+){0,2}"
    r"(?:kingdom|country|island|emirate|sultanate|nation|republic)\b"
)


def to_topic(scene: Scene, place: int, topic: PartyMention | None) -> tuple[PartyMention, ...]:
    """Give who was spoken of for "delivered to the island", "supplies of tanks to the Gulf country"."""
    if not _TO_TOPIC.match(scene.folded, place, place + 80):
        return ()
    return first_actor(scene, place)[:1] or ((topic,) if topic else ())


_TO_HELP = r" to <helps> (?:the |its |their )?"


def helped(scene: Scene, goods: tuple[Goods, ...]) -> tuple[PartyMention, ...]:
    """Give whom goods are sent to help: "tanks to support Ukraine", "guns to help Peru's army"."""
    behind = goods[-1].end if goods else scene.end
    for party in scene.parties:
        if behind <= party.start and phrase(_TO_HELP).fullmatch(scene.folded, behind, party.start):
            return group_of(scene, party)
    return ()


def _owns_goods(scene: Scene, party: PartyMention) -> bool:
    """Tell whether goods stand right behind an owner: "engines for Turkey's Altay tanks" go to Turkey."""
    return any(0 <= goods.start - party.end <= _OWNED_NEAR and not goods.count for goods in scene.goods)


# An apostrophe, an "s" and a space, or one short word more.
_OWNED_NEAR = 8
# "from" farther behind the goods than this belongs to something else ("tankers with oil from ...").
_FROM_REACH = 60


def sender_of(scene: Scene, cue: Cue, end: int, goods: tuple[Goods, ...]) -> tuple[PartyMention, ...]:
    """Give the seller in "bought tanks from Korea" and "receives helicopters under a deal with Boeing"."""
    senders = party_right(scene, cue.end, end, {"from"})
    behind = end_of(cue.end, goods)
    other = (
        transfer_terms.pattern("rivalry").search(scene.folded, cue.end, senders[0].start) if senders else None
    )
    if senders and other is None and senders[0].start - behind <= _FROM_REACH:
        return senders
    partners = party_right(scene, behind, scene.end, {"with"})
    deals = [other for other in scene.cues if other.value.side == "deals" and other.start >= behind]
    if partners and deals and deals[0].end < partners[0].start <= deals[0].end + 40:
        return partners
    return ()


def partner_left(scene: Scene, cue: Cue, buyers: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """Give the partner in "signed a deal with Japan to buy", "in talks with Britain to buy"."""
    begin = max(scene.clause(cue.start)[0], cue.start - 70)
    taken = {buyer.code for buyer in buyers}
    for party in reversed(scene.parties):
        if (
            begin <= party.start
            and party.end <= cue.start
            and party.prep == "with"
            and party.code not in taken
        ):
            return group_of(scene, party)
    return ()


_BETWEEN_NEAR = 60


def pair_left(scene: Scene, cue: Cue, goods: tuple[Goods, ...]) -> Roles:
    """Tell the two of "talks between the Greek and US side on the purchase of jets"."""
    left = [party for party in scene.parties if party.end <= cue.start]
    near = [party for party in left[-2:] if cue.start - party.end <= _BETWEEN_NEAR]
    if len(near) < len(left[-2:]) or len(near) == 1 or not near or near[0].prep != "between":
        return (), ()
    joined = scene.folded[near[0].end : near[1].start].strip() in {"and", "and the"}
    return buyer_of_pair((near[0], near[1]), goods) if joined else ((), ())


def approver(scene: Scene, cue: Cue, buyers: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """Give who approved, suspended or notified the sale: the state that sells."""
    taken = {buyer.code for buyer in buyers}
    for word in scene.stage_words:
        if word.start < cue.start and cue.start - word.end <= 60 and word.value.stage in SELLERS_ACT:
            for party in reversed(scene.parties):
                beside = word.start - party.end <= _BESIDE and party.prep in WHEN
                if (
                    party.end <= word.start
                    and party.nominal
                    and (party.prep in {None, "label"} or beside)
                    and party.form != "company"
                ):
                    return () if party.code in taken else group_of(scene, party)
    return ()


_BESIDE = 24
SELLERS_ACT = frozenset({"state approved", "notified", "held", "blocked"})


def act_of_delivery(scene: Scene, cue: Match[TransferCue]) -> int | None:
    """Give where the verb stands that a seller does with deliveries: "Russia will complete delivery of"."""
    return word_before(scene, "acts of delivery", cue.start, _ACT_REACH, _THE)


_ACT_REACH = 40
_THE = re.compile(r"\s+(?:the\s+|its\s+|their\s+|all\s+|first\s+)*")


def direct_object(scene: Scene, cue: Cue, goods: tuple[Goods, ...]) -> tuple[PartyMention, ...]:
    """Read "sell Turkey Patriots", "supply Ukraine with tanks": the party right behind the verb."""
    for party in scene.parties:
        if party.start < cue.end:
            continue
        if party.start - cue.end > 30 or party.prep not in {None, "told"} or not party.nominal:
            return ()
        if party.form == "company":
            return ()
        if goods and goods[0].start < party.start:
            return ()
        return group_of(scene, party)
    return ()


def buyer_of_pair(pair: tuple[PartyMention, ...], goods: tuple[Goods, ...] = ()) -> Roles:
    """Of two that deal with each other, who makes the goods or is known to sell arms sells, if one does."""
    makers = {item.origin for item in goods if item.origin} & {party.code for party in pair}
    known = makers or transfer_terms.words("exporters")
    if not makers and all(party.code in known for party in pair):
        if any(item.origin for item in goods):
            return (), ()
        # Of two that sell arms the United States sells to the other.
        known = {"US"}
    sellers = tuple(party for party in pair if party.code in known)
    buyers = tuple(party for party in pair if party not in sellers)
    return (buyers, sellers) if buyers and sellers else ((), ())


def origin_of(
    scene: Scene, goods: tuple[Goods, ...], buyers: tuple[PartyMention, ...]
) -> tuple[PartyMention, ...]:
    """Give the seller that the goods' own words name: "Russian S-400", "US-made F-16s"."""
    taken = {party.code for party in buyers}
    for item in goods[:1]:
        for party in reversed(scene.parties):
            if party.end <= item.end and item.start - 70 <= party.start and item.start - party.end <= 48:
                if party.code in {"SUHH", *taken} and party.form != "company":
                    continue  # who buys is no seller, and "Soviet-era" tells an age
                if not _describes(scene, party, item):
                    continue
                return group_of(scene, party)
        if maker := _maker(scene, item, taken):
            return maker
    return ()


def _describes(scene: Scene, party: PartyMention, item: Goods) -> bool:
    """Tell whether a party says where goods come from: "Russian S-400", "Sweden's Gripen", "Bofors guns"."""
    between = scene.folded[party.end : max(item.start, party.end)]
    if any(mark in between for mark in ",;:") or len(between.split()) > 5 or VERBAL.search(between):
        return False
    spans = [(goods.start, goods.end) for goods in scene.goods] + [(p.start, p.end) for p in scene.parties]
    if any(party.end <= start and end <= item.start for start, end in spans):
        return False
    if party.form == "adjective" or (party.form == "company" and party.possessive):
        return True
    close = between.strip() in {"", "'s", "'"}
    return close and party.form in {"company", "name"}


_MADE_BY = re.compile(
    r"[\s,]*(?:made|built|manufactured|produced|developed|supplied) by (?:the )?(?:[\w.-]+ ){0,2}$"
)


def _maker(scene: Scene, item: Goods, taken: set[str]) -> tuple[PartyMention, ...]:
    """Give the maker in "helicopters made by Boeing"."""
    for party in scene.parties:
        if item.end <= party.start <= item.end + 60 and party.code not in taken:
            return (party,) if _MADE_BY.fullmatch(scene.folded, item.end, party.start) else ()
    return ()
