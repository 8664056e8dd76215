"""Why a candidate is no transfer: deployments, home sales, rumours, own industry, goods or buyer missing."""

import re

from armsdocket.reading.news.candidate import Candidate
from armsdocket.reading.news.transfer_merge import Telling
from armsdocket.vocabulary.folding import fold

AT_HOME = "bought at home"
_DEPLOYING = frozenset({"send", "deliver", "arrive", "ship", "give", "provide", "get"})
_THEM = re.compile(r"\s+(?:them|it|these|those)\b")
_GENERAL = re.compile(
    r"\b(?:development and acquisition|advocated for|arms trade|trade in|global|worldwide)\b"
)
_DECLINED = re.compile(r"\b(?:declin\w+|turned down|rejected) (?:an?|the|its|their|\w+'s) offer")


def refusal(candidate: Candidate) -> str | None:
    """Say why a candidate is no transfer, or None when it may be one.

    The reasons are sentences for ``read --explain``.
    """
    scene, cue = candidate.scene, candidate.cue
    if not candidate.goods:
        return "no goods are named with it"
    if cue.value.weak and _THEM.match(scene.folded, cue.end, cue.end + 8):
        return "a common word before a pronoun"
    if scene.has("home sale"):
        return "a sale to consumers"
    if scene.has("doubt"):
        return "told as a rumour"
    if scene.has("deployment") and cue.value.word in _DEPLOYING:
        return "own forces are deployed"
    if cue.value.weak and not candidate.buyers and cue.value.word != "arrive":
        return "a common word, and no buyer in its place"
    around = scene.folded[max(scene.start, cue.start - 60) : min(scene.end, cue.end + 60)]
    if candidate.guessed and all(goods.generic for goods in candidate.goods):
        return "no buyer beside it, no named goods"
    if _DECLINED.search(around):
        return "an offer that was declined"
    if _GENERAL.search(around):
        return "arms in general, not one transfer"
    return _own_industry(candidate)


def _own_industry(candidate: Candidate) -> str | None:
    """A country that buys what it makes, from its own makers, transfers nothing."""
    buyers = {party.code for party in candidate.buyers}
    sellers = {party.code for party in candidate.sellers}
    if not buyers:
        return None
    if sellers and sellers <= buyers and len(buyers) == 1:
        return AT_HOME
    origins = {goods.origin for goods in candidate.goods}
    if not sellers and len(buyers) == 1 and origins == buyers:
        return AT_HOME
    if not sellers and candidate.goods[0].vague and fold(candidate.cue.value.word) == "deal":
        return "no seller, no kind of goods"
    return None


_ABROAD = re.compile(r"\b(?:export|exports|exported|foreign|overseas|abroad|international)\b")


def sold_abroad(telling: Telling) -> bool:
    """Tell whether goods without a named buyer are all the same sold to another country.

    "India has secured export orders for its Akash missile systems" names a seller and goods, and no buyer.
    """
    scene = telling.candidate.scene
    if telling.seller is None or telling.goods.generic or telling.verdict.polarity != "stated":
        return False
    return telling.verdict.stage in {"contracted", "accepted", "delivered"} and bool(
        _ABROAD.search(scene.folded, scene.start, scene.end)
    )
