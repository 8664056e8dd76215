"""Why a candidate is no transfer: deployments, home sales, rumours, own industry, goods or buyer missing."""

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.goods import Goods, end_of
from armsdocket.reading.news.transfer.objects import takes_pronoun
from armsdocket.reading.news.transfer.roles import VERBAL
from armsdocket.reading.news.transfer.sale_value import priced_sums
from armsdocket.reading.news.transfer.scenes import Scene
from armsdocket.reading.news.transfer.story import Telling
from armsdocket.reading.news.transfer.subjects import is_subject
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.cues import cue_words
from armsdocket.vocabulary.matcher import Match
from armsdocket.vocabulary.phrase import Phrase
from armsdocket.vocabulary.transfer_terms import phrase

AT_HOME = "bought at home"
_BESIDE_PRONOUN = 24
_DECLINED = re.compile(r"\b(?:declin\w+|turned down|rejected) (?:an?|the|its|their|\w+'s) offer")


class Setting(NamedTuple):
    """What an article as a whole is about, where that makes its candidates none."""

    moved: bool
    """Forces that are moved, not goods that change hands."""
    at_home: bool
    """It opens with purchases from the buyer's own makers."""
    retail: bool
    """It opens with guns sold in shops."""


def setting_of(cast: Sequence[Scene]) -> Setting:
    """Tell what an article is about."""
    pattern = transfer_terms.pattern("stationing")
    found = (match for scene in cast for match in pattern.finditer(scene.folded, scene.start, scene.end))
    own = transfer_terms.pattern("home sourcing")
    opening = cast[:_OPENING]
    return Setting(
        moved=len(list(islice(found, _STATIONED))) == _STATIONED,
        at_home=any(own.search(scene.folded, scene.start, scene.end) for scene in opening),
        retail=any(scene.has("home sale") for scene in opening),
    )


_STATIONED = 2
_OPENING = 5


def refusal(candidate: Candidate, setting: Setting) -> str | None:
    """Say why a candidate is no transfer, or None when it may be one.

    The reasons are sentences for ``read --explain``.
    """
    if setting.moved and candidate.goods and candidate.cue.value.word in cue_words("deploying"):
        return "own forces are deployed"
    if setting.at_home and candidate.cue.value.side != "covers" and not candidate.sellers:
        return AT_HOME
    if setting.retail and not candidate.sellers and _all_for_citizens(candidate):
        return "a sale to consumers"
    return next((why for why, holds in _REFUSALS if holds(candidate)), None) or _own_industry(candidate)


def _pronoun_follows(candidate: Candidate) -> bool:
    cue, goods = candidate.cue, candidate.goods
    if not cue.value.weak or not takes_pronoun(candidate.scene, cue):
        return False
    # "promised it jets": the pronoun is who gets them.
    return cue.value.tense != "past" or not goods or goods[0].begin - cue.end > _BESIDE_PRONOUN


def _deploys(candidate: Candidate) -> bool:
    if candidate.cue.value.word not in cue_words("deploying"):
        return False
    return any(
        term.value == "deployment" and not _is_kind(candidate.scene, term) for term in candidate.scene.terms
    )


def _is_kind(scene: Scene, term: Match[str]) -> bool:
    """Tell whether a word says what kind of goods they are: "strike missiles", "shoulder-fired missiles"."""
    if scene.folded[term.start - 1 : term.start] == "-":
        return True
    if scene.folded[term.start : term.end] not in transfer_terms.words("deployment kinds"):
        return False
    return any(0 < goods.end - term.end <= _KIND_REACH and term.end <= goods.end for goods in scene.goods)


_KIND_REACH = 40


def _personal(candidate: Candidate) -> bool:
    """Tell whether one gun of one person is told of: "bought his weapon legally", "to get a gun"."""
    scene, goods = candidate.scene, candidate.goods[0]
    words = scene.folded[goods.start : goods.end]
    one = words in transfer_terms.words("arms of citizens") and not words.endswith("s")
    return (
        one and _OF_SOMEBODY.search(scene.folded, max(scene.start, goods.start - 16), goods.start) is not None
    )


_OF_SOMEBODY = re.compile(r"\b(?:an?|his|her|my|your|their) (?:own |new )?$")


def _travels(candidate: Candidate) -> bool:
    """Tell whether planes or ships of no name are only on their way: "planes bound for Syria"."""
    cue, goods = candidate.cue, candidate.goods[0]
    return cue.value.word in cue_words("heading") and goods.generic and goods.kind in _CARRIERS


_CARRIERS = frozenset(
    {"aircraft", "vessel", "vessels", "ship", "ships", "boat", "boats", "transport-aircraft"}
)


def _drops(candidate: Candidate) -> bool:
    """Tell whether a weapon delivers its load: "the missiles can deliver half-ton bombs"."""
    goods = candidate.goods[0]
    delivers = candidate.cue.value.word == "deliver" and not candidate.buyers
    return delivers and goods.generic and goods.kind == "bomb"


def _returned(candidate: Candidate) -> bool:
    """Tell whether goods only go back: "sent back for repairs"; who gets some back acquires them."""
    cue, folded = candidate.cue, candidate.scene.folded
    behind = end_of(cue.end, candidate.goods)
    back = folded.startswith(" back ", cue.end) or folded.startswith(" back to ", behind)
    return cue.value.side == "supplies" and back


def _commands(candidate: Candidate) -> bool:
    """Tell whether forces are ordered to do something: "ordering destroyers to be ready", "to sail"."""
    if candidate.cue.value.word != "order" or candidate.cue.value.tense is None or not candidate.goods:
        return False
    scene, last = candidate.scene, candidate.goods[-1]
    return phrase(_TO_ACT).match(scene.folded, last.end) is not None


_TO_ACT = r",? (?:[a-z-]+ ){0,2}?to (?:\w+ly )?<forces act>\b"


def _bears(candidate: Candidate) -> bool:
    """Tell whether a thing, not a force, is armed: "the ships are armed with missiles"."""
    cue, scene = candidate.cue, candidate.scene
    if cue.value.word not in cue_words("arming") or cue.value.tense != "past":
        return False
    beside = any(party.end <= cue.start and is_subject(scene, party, cue.start) for party in candidate.buyers)
    return not beside


def _makes_it(candidate: Candidate) -> bool:
    """Tell whether a company is only told by what it makes: "BAE Systems, which builds the Typhoon"."""
    value = candidate.cue.value
    named = any(buyer.prep in {"to", "for"} for buyer in candidate.buyers)
    return value.word == "build" and value.tense == "present" and not named


def _unplaced(candidate: Candidate) -> bool:
    value = candidate.cue.value
    return value.weak and not candidate.buyers and value.word not in cue_words("loose")


def _vague(candidate: Candidate) -> bool:
    if not candidate.guessed or not all(goods.generic for goods in candidate.goods):
        return False
    scene, cue = candidate.scene, candidate.cue
    partner = _WITH_SOMEBODY.search(scene.text, cue.end, min(scene.end, cue.end + 60))
    unknown = partner is not None and not candidate.sellers
    if unknown or any(goods.count for goods in candidate.goods):
        return unknown
    # "announced arms purchases totalling 5 billion": so much is no guess.
    return cue.value.side != "acquires" or not priced_sums(scene)


# A partner of no known country may be at home: "a contract with Novak Systems for 40 vehicles".
_WITH_SOMEBODY = re.compile(r"\bwith (?:the )?[A-Z]")


def _near(candidate: Candidate, pattern: re.Pattern[str] | Phrase) -> bool:
    """Tell whether words stand beside the cue, and not in the name of goods: "Global Hawk"."""
    scene, cue = candidate.scene, candidate.cue
    found = pattern.finditer(scene.folded, max(scene.start, cue.start - 60), min(scene.end, cue.end + 60))
    return any(not any(goods.start <= match.start() < goods.end for goods in scene.goods) for match in found)


def _carries(candidate: Candidate) -> bool:
    """Tell whether aircraft only bring something: "sent a C-17 with the missiles", "a C-17 landed"."""
    first = candidate.goods[0] if candidate.goods else None
    carrier = first is not None and first.kind == "transport-aircraft" and not first.count
    return carrier and candidate.cue.value.word in cue_words("bringing")


def _moves_its_own(candidate: Candidate) -> bool:
    """Tell whether a force moves what is its own: "a Turkish Air Force A400M arrived in Gambia"."""
    if candidate.cue.value.word not in cue_words("bringing") or not candidate.goods:
        return False
    scene, goods = candidate.scene, candidate.goods[0]
    takers = {buyer.code for buyer in candidate.buyers}
    return any(
        party.form == "state"
        and not party.possessive
        and party.code not in takers
        and _is_of(scene, party.start, party.end, goods.start, goods.end)
        for party in scene.parties
    )


def _is_of(scene: Scene, start: int, end: int, begin: int, stop: int) -> bool:
    """Tell whether a force at ``start`` stands right before goods, or behind them with "of the"."""
    before = 0 < begin - end <= _OWN_NEAR and not VERBAL.search(scene.folded, end, begin)
    return before or (start > stop and scene.folded[stop:start].strip() in {"of", "of the"})


_OWN_NEAR = 24


# "order a retrofit for its existing F-16 aircraft"
_EXISTING = re.compile(r"\b(?:its|their|the) existing (?:[\w-]+ ){0,4}$")
_EXISTING_REACH = 60
_REPLACED = re.compile(r"\breplac\w+ (?:[\w-]+ ){0,5}$")


def _was_had(candidate: Candidate) -> bool:
    """Tell whether it is how old goods came: "its old jets, which it bought in 1978", "originally sold"."""
    goods, scene = candidate.goods[0], candidate.scene
    if candidate.cue.value.tense == "past" and scene.folded.endswith(
        " originally ", scene.start, candidate.cue.start
    ):
        return True
    if candidate.cue.value.side == "acquires" and _EXISTING.search(
        scene.folded, max(candidate.cue.end, goods.start - _EXISTING_REACH), goods.start
    ):
        return True
    if goods.end > candidate.cue.start or candidate.cue.value.side != "acquires" or candidate.sellers:
        return False
    return _REPLACED.search(scene.folded, max(scene.start, goods.start - 60), goods.start) is not None


def _joins_own_fleet(candidate: Candidate) -> bool:
    """Tell whether a force puts a ship of no name and no maker into service: it may be built at home."""
    unknown = not candidate.sellers and all(goods.generic for goods in candidate.goods)
    return unknown and candidate.cue.value.word in cue_words("taking into service")


def _by_citizens(candidate: Candidate) -> bool:
    """Tell whether people of a country, not the country, buy guns: "fewer Americans bought rifles"."""
    if not all(_for_citizens(goods) for goods in candidate.goods):
        return False  # "the Saudis bought 84 F-15s"
    people = bool(candidate.buyers) and all(buyer.form == "people" for buyer in candidate.buyers)
    subject = people and candidate.cue.value.side == "acquires" and not candidate.sellers
    return subject and all(buyer.is_country and not buyer.prep for buyer in candidate.buyers)


def _guns_of_nobody(candidate: Candidate) -> bool:
    """Tell whether guns or rounds without number, price or seller are told of: "when they get our guns"."""
    guns = all(goods.kind in _GUNS and not goods.count for goods in candidate.goods)
    states = all(buyer.is_country for buyer in candidate.buyers)
    received = candidate.cue.value.side == "supplies" or candidate.cue.value.word == "receive"
    return guns and states and not received and not candidate.sellers and not candidate.scene.sums


_GUNS = frozenset({"small-arms", "artillery-ammunition"})


def _all_for_citizens(candidate: Candidate) -> bool:
    return bool(candidate.goods) and all(_for_citizens(goods) for goods in candidate.goods)


def _for_citizens(goods: Goods) -> bool:
    named = goods.article is not None and not goods.generic
    return not named and not transfer_terms.words("arms of citizens").isdisjoint(goods.said.split())


def _for_civil_use(candidate: Candidate) -> bool:
    """Tell whether aircraft or engines of no name are for airlines: "135 engines for Vietjet Air"."""
    unlisted = all(
        (goods.generic or goods.article is None) and goods.kind in _CIVIL for goods in candidate.goods
    )
    return unlisted and candidate.scene.has("civil use")


_CIVIL = frozenset(
    {"aircraft", "engine", "military-engine", "aircraft-engine", "helicopter", "jets", "planes"}
)


def _compares(candidate: Candidate) -> bool:
    """Tell whether arms of any kind only stand in a comparison: "one of the largest arms contracts"."""
    scene, cue = candidate.scene, candidate.cue
    arms = bool(candidate.goods) and all(goods.vague for goods in candidate.goods)
    if cue.value.word == "supplier":
        # Who is the largest supplier of arms supplies some.
        return False
    compared = transfer_terms.pattern("comparisons")
    places = [cue.start, *(goods.start for goods in candidate.goods)]
    return arms and any(compared.search(scene.folded, max(scene.start, at - 50), at) for at in places)


def _limits_arms(candidate: Candidate) -> bool:
    """Tell whether an agreement is on fewer arms: "a missile pact", "a deal on his nuclear arsenal"."""
    scene, cue = candidate.scene, candidate.cue
    if cue.value.side != "deals" or not all(goods.generic and not goods.count for goods in candidate.goods):
        return False
    return transfer_terms.pattern("arms control").search(scene.folded, scene.start, scene.end) is not None


_REFUSALS: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("no goods are named with it", lambda candidate: not candidate.goods),
    ("a common word before a pronoun", _pronoun_follows),
    ("a sale to consumers", lambda candidate: candidate.scene.has("home sale")),
    ("for civil use", _for_civil_use),
    ("bought by citizens, not by the state", _by_citizens),
    ("guns without number, price or seller", _guns_of_nobody),
    ("aircraft that only carry something", _carries),
    ("what a force moves is its own", _moves_its_own),
    ("taken into service, perhaps from its own makers", _joins_own_fleet),
    ("how old goods came that others replace", _was_had),
    ("arms in a comparison", _compares),
    ("an agreement on fewer arms", _limits_arms),
    ("told as a rumour", lambda candidate: candidate.scene.has("doubt")),
    ("own forces are deployed", _deploys),
    ("what a maker builds, for whom nobody says", _makes_it),
    ("a command to forces, no purchase", _commands),
    ("somebody's own gun", _personal),
    ("what only travels", _travels),
    ("what a weapon carries", _drops),
    ("what something is armed with", _bears),
    ("sent back", _returned),
    ("a common word, and no buyer in its place", _unplaced),
    ("no buyer beside it, no named goods", _vague),
    ("an offer that was declined", lambda candidate: _near(candidate, _DECLINED)),
    (
        "arms in general, not one transfer",
        lambda candidate: _near(candidate, transfer_terms.pattern("general talk")),
    ),
)


def _own_industry(candidate: Candidate) -> str | None:
    """Tell a country that buys what it makes from its own makers: nothing is transferred."""
    buyers = {party.code for party in candidate.buyers}
    sellers = {party.code for party in candidate.sellers}
    if not buyers:
        return None
    if sellers and sellers <= buyers and len(buyers) == 1:
        return AT_HOME
    origins = {goods.origin for goods in candidate.goods}
    if not sellers and len(buyers) == 1 and origins == buyers:
        return AT_HOME
    if candidate.cue.value.word == "build" and not sellers and not origins - {None}:
        return "built by nobody named"
    unsaid = not sellers and candidate.goods[0].vague and not candidate.scene.sums
    if unsaid and candidate.cue.value.word == "deal":
        return "no seller, no kind of goods"
    return None


def sold_abroad(telling: Telling) -> bool:
    """Tell whether goods without a named buyer are all the same sold to another country.

    "India has secured export orders for its Akash missile systems" names a seller and goods, and no buyer.
    """
    scene = telling.candidate.scene
    if telling.seller is None or telling.goods.generic or telling.verdict.polarity != "stated":
        return False
    # an export order is a sale abroad even while it is only close
    ahead = telling.verdict.stage == "considered" and telling.candidate.cue.value.word == "export order"
    return (ahead or telling.verdict.stage in {"contracted", "accepted", "delivered"}) and bool(
        transfer_terms.pattern("abroad").search(scene.folded, scene.start, scene.end)
    )
