"""Who acts around a word of transfer: subjects, owners, recipients, and where goods come from."""

import re

from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.parties import PartyMention
from armsdocket.reading.news.transfer.scenes import Scene, word_before
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]

Roles = tuple[tuple[PartyMention, ...], tuple[PartyMention, ...]]


REACH = 170


# What may govern the party that "to buy" belongs to: "pressure on Argentina to buy", "for Poland to send".
_CONTROL = frozenset({None, "on", "for", "to", "told", "like"})


_INFINITIVE = re.compile(r"\s*(?:either\s+|also\s+|not\s+)?(?:to\s+(?:(?!let|it|help|allow)\w+\s+){0,2})?$")


_VERB_NEAR = re.compile(r"\s+(?:[\w-]+\s+){0,4}$")


def acts(party: PartyMention) -> bool:
    """Tell whether a party can be what a sentence is about; alliances rarely buy."""
    return party.nominal and party.prep is None and party.form != "company" and len(party.code) == 2


def first_actor(scene: Scene, place: int) -> tuple[PartyMention, ...]:
    """Give the first party before ``place`` that can act."""
    for party in scene.parties:
        if party.end <= place and acts(party):
            return group_of(scene, party)
    return ()


def subject_of(
    scene: Scene, place: int, topic: PartyMention | None, *, buying: bool
) -> tuple[PartyMention, ...]:
    """Give who acts: who stands right before "to buy", else the nearest subject, else "it", else an owner."""
    left = [party for party in scene.parties if party.end <= place and place - party.end <= REACH]
    if buying:
        left = [party for party in left if party.form != "company"]
    if left and _controls(scene, left[-1], place):
        return group_of(scene, left[-1])
    subjects = [party for party in left if party.nominal and party.prep in {None, "like"}]
    begin = max(subjects[-1].end if subjects else scene.start, place - 60)
    if pronoun := _pronoun(scene, begin, place):
        own = [party for party in left if party.end <= pronoun and party.nominal]
        own = [party for party in own if party.prep is None or _can_be_meant(scene, party, pronoun)]
        if not own and scene.folded.startswith("the ", pronoun):
            # "India's exports grow as the country is close to a deal"
            own = [party for party in left if party.end <= pronoun and party.possessive]
        return group_of(scene, own[-1]) if own else _only(topic)
    if subjects:
        return group_of(scene, _asked(scene, left, subjects[-1]))
    owners = [
        party
        for party in left
        if place - party.end <= 60 and (party.possessive or (party.form == "adjective" and not party.made))
    ]
    if owners:
        return group_of(scene, owners[-1])
    if left:
        return ()
    named = transfer_terms.pattern("pronouns").search(scene.folded, scene.start, place)
    return _only(topic) if named or place - scene.start < _SOON else ()


def _asked(scene: Scene, left: list[PartyMention], subject: PartyMention) -> PartyMention:
    """Give who is asked to do it in "China urged Washington to think again and stop selling arms"."""
    asked = [party for party in left if party.prep == "told" and party.start > subject.end]
    return asked[-1] if asked and scene.folded.startswith(" to ", asked[-1].end) else subject


def _can_be_meant(scene: Scene, party: PartyMention, pronoun: int) -> bool:
    """Tell whether "it" is an object: "warned Serbia that it", "to Taiwan, waiting for jets it bought"."""
    if party.prep == "told" and scene.folded[party.end : pronoun].strip() == "that":
        return True
    before = [goods for goods in scene.goods if goods.end <= pronoun]
    return party.prep in {"to", "for"} and bool(before) and pronoun - before[-1].end <= 6


# A verb this near the start of its sentence has no room for a subject of its own.
_SOON = 40


def _only(party: PartyMention | None) -> tuple[PartyMention, ...]:
    return (party,) if party else ()


# "the US decision to sell", "India's intention to buy".
_INTENT = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+)?(?:decision|plans?|intention|move|bid|willingness|readiness|promise|pledge|"
    r"proposal|desire|wish|efforts?|attempts?|refusal|right)\s+to\s+(?:\w+\s+)?"
)
_RELATIVE = re.compile(
    r",?\s+(?:which|who|that)\s+(?:(?:has|have|had|is|are|was|were|will|would|also|not|yet|to|be|been|recently|already)\s+)*"
)


# "reports of Pakistan supplying arms": who stands right before the verb acts, unless only a place is told.
_DOING = re.compile(r" \w+ing\b")
_PLACED = frozenset({"in", "from", "by", "at", "near", "inside"})


def _controls(scene: Scene, party: PartyMention, place: int) -> bool:
    """Tell whether a party stands right before the verb, whatever governs it: "urged Turkey to buy"."""
    if _INTENT.fullmatch(scene.folded, party.end, place):
        return True
    if not party.nominal:
        return False
    if _RELATIVE.fullmatch(scene.folded, party.end, place):
        return True
    if party.prep not in _PLACED and _DOING.match(scene.folded, party.end) and place - party.end <= 1:
        return True
    return party.prep in _CONTROL and _INFINITIVE.fullmatch(scene.folded, party.end, place) is not None


def _pronoun(scene: Scene, begin: int, place: int) -> int | None:
    """Give where "it" stands when it is the subject of the verb at ``place``."""
    found = None
    for match in transfer_terms.pattern("pronouns").finditer(scene.folded, begin, place):
        if _VERB_NEAR.fullmatch(scene.folded, match.end(), place):
            found = match.start()
    return found


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


def group_of(scene: Scene, party: PartyMention) -> tuple[PartyMention, ...]:
    """Give a party with those that commas and "and" join to it."""
    return tuple(other for other in scene.parties if other.group == party.group)


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
            return group_of(scene, party)
    return ()


_TO_TOPIC = re.compile(
    r"\s+(?:[\w$.,-]+\s+){0,4}?to the (?:[\w-]+\s+){0,2}"
    r"(?:kingdom|country|island|emirate|sultanate|nation|republic)\b"
)


def to_topic(scene: Scene, place: int, topic: PartyMention | None) -> tuple[PartyMention, ...]:
    """Give who was spoken of for "delivered to the island", "supplies of tanks to the Gulf country"."""
    if not _TO_TOPIC.match(scene.folded, place, place + 80):
        return ()
    return first_actor(scene, place)[:1] or ((topic,) if topic else ())


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
    behind = max([cue.end, *(item.end for item in goods)])
    if senders and senders[0].start - behind <= _FROM_REACH:
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


def approver(scene: Scene, cue: Cue, buyers: tuple[PartyMention, ...]) -> tuple[PartyMention, ...]:
    """Give who approved, suspended or notified the sale: the state that sells."""
    taken = {buyer.code for buyer in buyers}
    for word in scene.stage_words:
        if word.start < cue.start and cue.start - word.end <= 60 and word.value.stage in SELLERS_ACT:
            for party in reversed(scene.parties):
                beside = word.start - party.end <= _BESIDE and party.prep in _WHEN
                if (
                    party.end <= word.start
                    and party.nominal
                    and (party.prep is None or beside)
                    and party.form != "company"
                ):
                    return () if party.code in taken else group_of(scene, party)
    return ()


# "hours before the State Department approved": the word before joins a clause, not the party.
_WHEN = frozenset({"before", "after", "than"})
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
    sellers = tuple(party for party in pair if party.code in (makers or transfer_terms.words("exporters")))
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
