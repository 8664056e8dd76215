"""Buyer and seller of a deal: "deal with Russia", "contract from the Indonesian Navy"."""

import re

from armsdocket.reading.news.transfer.goods import Goods, end_of
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import Roles, buyer_of_pair, party_right, sells
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.subjects import subject_of
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.transfer_terms import TransferCue

Cue = Match[TransferCue]

_OTHER_TALKS = re.compile(
    r"\b(?:during|amid|after|before|despite) [^.;]*\b(?:negotiations|talks|deal|war) with (?:the )?$"
)
_MADE = re.compile(r"\b(?:made|built|manufactured|produced|developed|designed) by (?:the )?$")


def dealers(
    scene: Scene,
    cue: Cue,
    owner: tuple[PartyMention, ...],
    goods: tuple[Goods, ...],
    topic: PartyMention | None,
) -> Roles:
    """Tell buyer from seller in a deal: "deal with Russia", "contract from the Indonesian Navy"."""
    if _offered(scene, cue):
        return _by_origin(((), subject_of(scene, cue.start, topic, buying=False)), goods)
    pair = _pair(scene, cue, goods)
    return _by_origin(pair or _customer_and_partner(scene, cue, owner, goods, topic), goods)


def _pair(scene: Scene, cue: Cue, goods: tuple[Goods, ...]) -> Roles | None:
    """Give the two of "a deal between Iran and Russia", "drones from Iran to Russia"."""
    between = party_right(scene, cue.end, scene.end, {"between"})
    if len(between) > 1:
        return buyer_of_pair(between, goods)
    return _from_to(scene, goods[-1].end) if goods else None


def _customer_and_partner(
    scene: Scene,
    cue: Cue,
    owner: tuple[PartyMention, ...],
    goods: tuple[Goods, ...],
    topic: PartyMention | None,
) -> Roles:
    """Tell buyer from seller by "with", "from", "by" and who signs."""
    customers = party_right(scene, cue.end, scene.end, {"from", "by"})
    if customers and _MADE.search(scene.folded, max(cue.end, customers[0].start - 24), customers[0].start):
        # "letters for 44 launchers, made by Lockheed Martin": the maker buys nothing.
        customers = ()
    partners = party_right(scene, cue.end, scene.clause(cue.start)[1], {"with"})
    if partners and _OTHER_TALKS.search(scene.folded, cue.end, partners[0].start):
        # "talks on the package during the nuclear negotiations with Iran"
        partners = ()
    subject = subject_of(scene, cue.start, topic, buying=False)
    if (
        owner
        and not owner[0].possessive
        and subject
        and subject[0].code != owner[0].code
        and sells(owner, ())
    ):
        # "India has signed $15 billion in U.S. defense contracts"
        return subject, owner
    subject = owner or subject
    if subject and subject[0].form == "company":
        others = customers or partners
        return (others if others and others[0].form != "company" else ()), subject
    behind = end_of(cue.end, goods)
    if goods and customers and not subject and customers[0].start > behind and sells(customers, goods):
        # "deals for drones from China": who makes what stands before "from" sells it.
        return (), customers
    receivers = party_right(scene, cue.end, scene.end, {"for"})
    if goods and not receivers and not partners:
        receivers = party_right(scene, behind, behind + _TO_NEAR, {"to"})
    return _state_dealers(goods, subject, partners, customers, receivers)


def _from_to(scene: Scene, behind: int) -> Roles | None:
    """Give the two of "a deal would bring drones from Iran to Russia"."""
    giver = next((party for party in scene.parties if behind < party.start <= behind + _TO_NEAR), None)
    taker = next((party for party in scene.parties if giver and party.start > giver.end), None)
    if giver is None or taker is None or (giver.prep, taker.prep) != ("from", "to"):
        return None
    return ((taker,), (giver,)) if taker.start - giver.end <= _TO_NEAR else None


def _state_dealers(
    goods: tuple[Goods, ...],
    subject: tuple[PartyMention, ...],
    partners: tuple[PartyMention, ...],
    customers: tuple[PartyMention, ...],
    receivers: tuple[PartyMention, ...],
) -> Roles:
    """Tell buyer from seller when a state deals, not a company."""
    if customers and (not subject or _sells_to(subject, customers)):
        return customers, subject
    if receivers and not (subject and receivers[0].code == subject[0].code):
        return receivers, subject
    if len({party.code for party in subject}) > 1:
        return buyer_of_pair(subject, goods)
    exporters = transfer_terms.words("exporters")
    states = partners and partners[0].form != "company"
    if states and partners[0].code not in exporters and (not subject or subject[0].code in exporters):
        return partners, subject
    return subject, partners or customers


def _sells_to(subject: tuple[PartyMention, ...], customers: tuple[PartyMention, ...]) -> bool:
    """Tell whether who deals is known to sell and the other is not: "Germany hopes for a deal from India"."""
    exporters = transfer_terms.words("exporters")
    return subject[0].code in exporters and customers[0].code not in exporters


# "a contract for 400 missiles to Taiwan": whom the goods go to stands right behind them.
_TO_NEAR = 14


def _by_origin(roles: Roles, goods: tuple[Goods, ...]) -> Roles:
    """Turn the two of a deal round when the goods are made in the country taken for the buyer."""
    buyers, sellers = roles
    made_in = {item.origin for item in goods if item.origin}
    described = bool(buyers) and buyers[0].form == "adjective"
    if len(made_in) == 1 and {buyer.code for buyer in buyers} == made_in and (sellers or described):
        # "the French arms deal is for 24 Rafales": who buys stands elsewhere.
        return sellers, buyers
    return roles


def _offered(scene: Scene, cue: Cue) -> bool:
    """Tell whether the deal is only offered: "Russia offered a better deal"."""
    return any(other.value.word == "offer" and 0 < cue.start - other.end <= 24 for other in scene.cues)
