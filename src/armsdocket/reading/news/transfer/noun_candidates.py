"""Candidates told by a noun: "sale of drones to India", "Turkey's S-400 deal with Russia"."""

import re

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.dealers import dealers
from armsdocket.reading.news.transfer.goods import Goods, end_of
from armsdocket.reading.news.transfer.objects import barrier_of, goods_of
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import (
    Roles,
    act_of_delivery,
    approver,
    buyer_of_pair,
    origin_of,
    owner_of,
    pair_left,
    partner_left,
    party_right,
    sells,
    to_topic,
)
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.subjects import first_actor, main_actor, opens_with_its, subject_of
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]


def noun_candidate(scene: Scene, cue: Cue, topic: PartyMention | None) -> Candidate | None:
    """Give the candidate that a noun tells of, or None when the noun asks somebody to act."""
    if _told_by_verb(scene, cue):
        return None
    goods = goods_of(scene, cue)
    owner = owner_of(scene, cue, goods)
    if cue.value.side == "supplies":
        buyers, sellers = _supply(scene, cue, owner, goods)
        buyers = buyers or to_topic(scene, cue.end, topic)
    elif cue.value.side == "acquires":
        if _asked_to_act(scene, cue):
            return None
        buyers, sellers = _purchase(scene, cue, owner, goods, topic)
    else:
        buyers, sellers = dealers(scene, cue, owner, goods, topic)
    if not goods and not buyers:
        return Candidate(scene, cue, (), sellers, ())
    if not goods and cue.value.word == _AID and buyers and (sellers or _funded(scene, buyers)):
        goods = (_aid(scene, cue),)
    guessed = (
        cue.value.word != "interest"
        and not sellers
        and not any(buyer in owner or buyer.start > cue.end for buyer in buyers)
    )
    return Candidate(
        scene,
        cue,
        buyers,
        sellers or origin_of(scene, goods, buyers),
        goods,
        guessed=guessed and bool(buyers),
    )


_AID = "aid"


def _funded(scene: Scene, buyers: tuple[PartyMention, ...]) -> bool:
    """Tell whether a sum of aid goes to an armed group: "40 million in military aid to the rebels"."""
    return bool(scene.sums) and not buyers[0].is_country


def _aid(scene: Scene, cue: Cue) -> Goods:
    """Give aid that nobody says the kind of as goods: "a package of military aid for Peru"."""
    words = " ".join(scene.folded[cue.start : cue.end].split())
    return Goods(
        cue.start, cue.end, words, name_end=cue.end, kind=words, generic=True, vague=True, said=words
    )


def _told_by_verb(scene: Scene, cue: Cue) -> bool:
    """Tell whether a verb right behind tells all: "a request to buy", "a deal to sell"."""
    return any(
        other.value.tense == "base"
        and other.value.side != "covers"
        and scene.folded[cue.end : other.start] in {" to ", " "}
        for other in scene.cues
        if other.start >= cue.end
    )


def _supply(scene: Scene, cue: Cue, owner: tuple[PartyMention, ...], goods: tuple[Goods, ...]) -> Roles:
    """Tell the parties of "sale of tanks to Poland", "Israel's sale of drones", "Saudi arms sale"."""
    end = min(scene.clause(cue.start)[1], barrier_of(scene, cue))
    buyers = party_right(scene, cue.end, scene.clause(cue.start)[1], {"to", "for"})
    if buyers and (owner or buyers[0].form == "people") and _proceeds(scene, cue):
        # "diverted profits from the arms sales to the rebels": money goes there.
        buyers = ()
    sellers = party_right(scene, cue.end, end, {"by", "from"})
    reached = [cue.end, *(item.end for item in goods), *(buyer.end for buyer in buyers)]
    behind = max(place for place in reached if not sellers or place <= sellers[0].start)
    if sellers and (
        sellers[0].start - behind > _FROM_NEAR
        or (sellers[0].prep == "by" and _by_other_act(scene, behind, sellers[0].start))
    ):
        sellers = ()
    if not sellers and not owner and cue.value.word == "delivery" and (act := act_of_delivery(scene, cue)):
        sellers = subject_of(scene, act, None, buying=False)
    if sellers and not buyers and _withheld(scene, cue):
        return sellers, owner or subject_of(scene, cue.start, None, buying=False)
    if cue.value.word == "offer" and (decliner := _decliner(scene, cue)):
        return decliner, sellers
    if cue.value.word == "export order" and not sellers:
        buyers = buyers or party_right(scene, cue.end, end, {"with"})
        return buyers, owner or subject_of(scene, cue.start, None, buying=False)
    if not buyers and not owner and (partner := partner_left(scene, cue, sellers)):
        # "Saab is in talks with Bangkok over a sale of jets"
        buyers = partner if partner[0].code not in transfer_terms.words("exporters") else ()
        sellers = sellers or subject_of(scene, cue.start, None, buying=False)
        sellers = sellers if buyers and sellers and sellers[0].code != buyers[0].code else ()
    gives = cue.value.word == "offer" or (cue.value.word == "aid" and owner and owner[0].form == "adjective")
    if owner and not buyers and not gives and not sells(owner, goods):
        return owner, sellers or approver(scene, cue, owner)
    if not sellers and not owner:
        sellers = approver(scene, cue, buyers)
    if cue.value.word in {"aid", "export"} and not sellers and not owner:
        # "Germany announced a package of military aid", but not "Germany warned that cutting military aid"
        sellers = subject_of(scene, cue.start, None, buying=False)
        if sellers and " that " in scene.folded[sellers[0].end : cue.start]:
            sellers = ()
    if owner and not sellers and owner[0].code not in {buyer.code for buyer in buyers}:
        return buyers, owner
    return buyers, sellers


def _proceeds(scene: Scene, cue: Cue) -> bool:
    """Tell whether what a sale brought in is spoken of: "profits from the Iran arms sales"."""
    return _PROCEEDS.search(scene.folded, max(scene.start, cue.start - 60), cue.start) is not None


_PROCEEDS = re.compile(
    r"\b(?:profits?|proceeds|money|funds|millions|dollars|dlrs) (?:made |obtained )?(?:from|of) (?:the )?"
    r"(?:[\w.-]+ ){0,4}$"
)


# A "from" farther behind what is sold says something else: "as pressure from China grows".
_FROM_NEAR = 60
# "the purchase of jets could lead to duties imposed by Brazil": "by" right behind names who buys.
_BY_NEAR = 30
# "sales to Turkey after claims of use by Azeri forces"
_OTHER_ACT = re.compile(r"\b(?:after|used?|that|which|while|as|because|amid|over|despite|against)\b")


_DONE_BY = re.compile(r"\b(?:was|were|is|are|be|been|being) (?:\w+ly )?(\w+) (?:\w+ly )?by (?:the )?$")


def _by_other_act(scene: Scene, begin: int, end: int) -> bool:
    """Tell whether who stands behind "by" did something else: "shipments to Chad were condemned by Peru"."""
    if _OTHER_ACT.search(scene.folded, begin, end):
        return True
    done = _DONE_BY.search(scene.folded, begin, end)
    return done is not None and not (
        done[1] in transfer_terms.verb_forms() or done[1] in transfer_terms.words("carried out")
    )


def _describes_goods(owner: PartyMention, goods: Goods, cue: Cue) -> bool:
    """Tell whether an adjective says where goods come from: "Russian arms purchases"."""
    describes = owner.form in {"adjective", "name"} and not owner.possessive
    return describes and owner.end <= goods.start < cue.start


# A noun this near the start of its sentence has no subject of its own: "Military purchases are foreseen".
_NEAR_START = 12


def _withheld(scene: Scene, cue: Cue) -> bool:
    """Tell whether "from" names who gets nothing: "withhold deliveries of tanks from Egypt"."""
    return any(
        0 <= cue.start - word.end <= 12 and scene.folded.startswith("withh", word.start)
        for word in scene.stage_words
    )


_DECLINES = re.compile(
    r"\b(?:turn(?:ed|s)? down|reject(?:ed|s)?|declin(?:ed|es)|spurn(?:ed|s)?)\s+(?:[\w'’-]+\s+){0,5}$"
)


def _decliner(scene: Scene, cue: Cue) -> tuple[PartyMention, ...]:
    """Give who declines in "Bulgaria turned down offers of Gripens": it was offered the goods."""
    declines = _DECLINES.search(scene.folded, max(scene.start, cue.start - 60), cue.start)
    return subject_of(scene, declines.start(), None, buying=True) if declines else ()


# Who wins an order sells; a state that does anything else with it has placed it.
_WON = re.compile(
    r"\b(?:w[io]ns?|winning|receiv\w+|secur\w+|land(?:s|ed|ing)?|bag(?:s|ged|ging)?|gets?|got|getting|book\w*|"
    r"attract\w*|fill(?:s|ed|ing)?|deliver(?:s|ed|ing)?|fulfil\w*|complet\w+|announc\w+|report\w*)\b"
)


def _placed(scene: Scene, cue: Cue) -> bool:
    """Tell whether the subject placed the order, so that "from" names the seller: "Latvia cut its order"."""
    subject = first_actor(scene, cue.start)
    if not subject:
        return _SENT.search(scene.folded, max(scene.start, cue.start - 24), cue.start) is not None
    return subject[0].form != "company" and not _WON.search(scene.folded, subject[0].end, cue.start)


def _placed_by(scene: Scene, cue: Cue, end: int) -> tuple[PartyMention, ...]:
    """Give the buyer of "an order placed by Peru"; who is told behind "blocked by" buys nothing."""
    doers = party_right(scene, cue.end, end, {"by"})
    stopped = doers and _STOPPED.search(scene.folded, cue.end, doers[0].start)
    return () if stopped else doers


_STOPPED = re.compile(
    r"\b(?:block|veto|reject|halt|delay|approve|cancel|suspend|criticis|criticiz|oppos|announc|stall)\w* by\b"
)


_SENT = re.compile(r"\b(?:place|places|placed|placing|made|submitted|sent)\s+(?:\w+\s+){0,2}$")


def _purchase(
    scene: Scene,
    cue: Cue,
    owner: tuple[PartyMention, ...],
    goods: tuple[Goods, ...],
    topic: PartyMention | None,
) -> Roles:
    """Tell the parties of "Turkey's purchase of S-400s from Russia", "orders from the Indonesian Navy"."""
    joint = _JOINT.search(scene.folded, scene.start, cue.start) is not None
    partner = {"from", "to"} if joint else {"from", "to", "with"}
    sellers = party_right(scene, cue.end, scene.clause(cue.start)[1], partner)
    others = [party for party in first_actor(scene, cue.start) if owner and party.code != owner[0].code]
    named = bool(owner) and (owner[0].form == "adjective" or bool(others))
    if named and goods and _describes_goods(owner[0], goods[0], cue) and sells(owner, goods):
        owner, sellers = (), sellers or owner
    behind = end_of(cue.end, goods)
    buyers = (
        owner or _punished(scene, cue, topic) or _placed_by(scene, cue, min(scene.end, behind + _BY_NEAR))
    )
    sellers = sellers or partner_left(scene, cue, buyers)
    if cue.value.word == "request":
        # "Norway turned down Peru's request for missiles"
        sellers = sellers or approver(scene, cue, buyers)
    if not owner and (receivers := _purchased_for(scene, cue)):
        return receivers, sellers
    if not buyers and not _placed(scene, cue) and cue.value.word in {"order", "request", "buyer"}:
        givers = party_right(scene, cue.end, scene.end, {"from", "by"})
        if givers and givers[0].form != "company" and givers[0].start - behind <= 40:
            return givers, subject_of(scene, cue.start, None, buying=False)
    if not buyers and (cue.start - scene.start <= _NEAR_START or (not others and opens_with_its(scene))):
        buyers = (topic,) if topic else ()
    if not buyers and (two := pair_left(scene, cue, goods))[0]:
        buyers, sellers = two
    buyers = buyers or _who_asks(scene, cue) or main_actor(scene, cue.start)
    if cue.value.word == "interest" and not owner and buyers and not _shown(scene, buyers[0], cue):
        buyers = ()
    if buyers and _FUNDED.search(scene.folded, max(scene.start, cue.start - 60), cue.start):
        # "Denmark will finance the purchase of howitzers for Ukraine"
        return party_right(scene, cue.end, scene.end, {"for"}), buyers
    if not sellers and (pair := buyer_of_pair(buyers))[0]:
        buyers, sellers = pair
    if buyers and sellers and buyers[0].code == sellers[0].code:
        sellers = ()
    return buyers, sellers


def _purchased_for(scene: Scene, cue: Cue) -> tuple[PartyMention, ...]:
    """Give the buyers of "the contract combines purchases for Peru and Chile"."""
    receivers = party_right(scene, cue.end, scene.end, {"for"}) if cue.value.word == "purchase" else ()
    return receivers if receivers and receivers[0].start - cue.end <= _FOR_NEAR else ()


# " for the "
_FOR_NEAR = 9


def _punished(scene: Scene, cue: Cue, topic: PartyMention | None) -> tuple[PartyMention, ...]:
    """Give whose purchase it is in "Washington expelled it over its purchase": not his who punishes."""
    found = _PUNISHED.search(scene.folded, max(scene.start, cue.start - 120), cue.start)
    if not found:
        return ()
    begin, end = found.span("whom")
    objects = [party for party in scene.parties if begin <= party.start < end and party.nominal]
    if objects:
        return (objects[0],)
    if not _HIM.match(scene.folded, begin, end):
        return ()
    actors = [party for party in scene.parties if party.end <= found.start() and party.nominal]
    others = [party for party in actors if party.code != actors[-1].code]
    return tuple(others[:1]) or ((topic,) if topic else ())


_PUNISHED = re.compile(
    r"\b(?:sanction|expel|remov|punish|penali[sz]|exclud|bann|barr|kick|eject|boot|critici[sz]|suspend|condemn|"
    r"threaten|rebuk|warn|slapp|impos)\w*(?P<whom> [^.;]*?)\b(?:over|for|because of|after|following|due to) "
    r"(?:its|their) (?:\w+ ){0,2}$"
)
_HIM = re.compile(r" (?:it|them)\b")


def _shown(scene: Scene, party: PartyMention, cue: Cue) -> bool:
    """Tell whether it is his interest: a verb stands between, or nothing ("interested in")."""
    return party.end > cue.start or _SHOWN.search(scene.folded, party.end, cue.start) is not None


_SHOWN = re.compile(
    r"\b(?:has|have|had|is|are|was|were|with|express\w*|show\w*|voic\w*|indicat\w*|declar\w*)\b"
)


def _who_asks(scene: Scene, cue: Cue) -> tuple[PartyMention, ...]:
    """Give the subject of the verb right before: "officials said that Peru requested the purchase"."""
    for verb in scene.cues:
        if verb.value.tense and verb.value.side == "acquires" and 0 < cue.start - verb.end <= _NEAR_VERB:
            return subject_of(scene, verb.start, None, buying=True)
    return ()


# Who buys "with" another in a joint purchase buys from neither.
_JOINT = re.compile(r"\bjoint(?:ly)?\s+(?:\w+\s+)?$")
_NEAR_VERB = 12
_FUNDED = re.compile(r"\b(?:financ|fund|bankroll|subsidi|pay)\w* (?:for )?(?:the |a |an |its )?(?:joint )?$")


def _asked_to_act(scene: Scene, cue: Cue) -> bool:
    """Tell whether a request is for somebody to do it: "a request for Poland to hand over tanks"."""
    for party in scene.parties:
        if party.start >= cue.end:
            near = party.start - cue.end <= 6
            return near and scene.folded[party.end : party.end + 4] == " to "
    return False
