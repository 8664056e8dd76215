"""The buyer told of before: "it", "that country", and a supplier's further goods."""

import re
from dataclasses import replace

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.story import Telling
from armsdocket.vocabulary import transfer_terms


def not_the_seller(candidate: Candidate, topic: PartyMention | None, tellings: list[Telling]) -> Candidate:
    """Take "it ordered" for the buyer told of, when the sentence before spoke of the seller."""
    if len(candidate.buyers) == 1 and _by_pronoun(candidate):
        topic = candidate.buyers[0]
    if topic is None or candidate.buyers != (topic,) or candidate.cue.value.side != "acquires":
        return candidate
    bought = {telling.buyer.code: telling.buyer for telling in tellings if telling.buyer}
    sold = {telling.seller.code for telling in tellings if telling.seller}
    if topic.code in bought or topic.code not in sold or len(bought) != 1:
        return candidate
    makers = {goods.origin for goods in candidate.goods if goods.origin}
    sellers = candidate.sellers or ((topic,) if makers <= {topic.code} else ())
    return replace(candidate, buyers=tuple(bought.values()), sellers=sellers)


_THAT_COUNTRY = re.compile(r"\bto (?:that|this) (?:country|nation|state|kingdom|island)\b")


def _that_country(candidate: Candidate, tellings: list[Telling]) -> PartyMention | None:
    """Give who is meant where goods go "to that country": the buyer told of last."""
    scene, end = candidate.scene, candidate.scene.clause(candidate.cue.start)[1]
    if _THAT_COUNTRY.search(scene.folded, candidate.cue.end, end) is None:
        return None
    last = next((telling.buyer for telling in reversed(tellings) if telling.buyer), None)
    return last if last and last.code != candidate.sellers[0].code else None


def _by_pronoun(candidate: Candidate) -> bool:
    """Tell whether "it" stands between who is taken for the buyer and the verb."""
    begin, end = candidate.buyers[0].end, candidate.cue.start
    pronouns = transfer_terms.pattern("pronouns")
    return begin < end and pronouns.search(candidate.scene.folded, begin, end) is not None


# "Poland is ready to send ammunition too": the buyer was told at most this many sentences before.
_BUYER_BEFORE = 3


def to_last_buyer(candidate: Candidate, tellings: list[Telling], meant: PartyMention | None) -> Candidate:
    """Give a supplier's further goods to the buyer whom it was just told to supply.

    ``meant`` is whom title and first sentence say something is for: gifts of others go there.
    """
    if candidate.buyers or not candidate.sellers or candidate.cue.value.side != "supplies":
        return candidate
    that = _that_country(candidate, tellings)
    if that is not None or candidate.cue.value.tense is None or all(item.vague for item in candidate.goods):
        return replace(candidate, buyers=(that,)) if that else candidate
    seller = candidate.sellers[0].code
    last = tellings[-1] if tellings else None
    given = candidate.cue.value.plan == "offered" and any(goods.count for goods in candidate.goods)
    told = last is not None and last.seller is not None and last.seller.code == seller
    if meant and given and not told and meant.code != seller:
        return replace(candidate, buyers=(meant,))
    if last is None or last.buyer is None:
        return candidate
    alone = {telling.buyer.code for telling in tellings if telling.buyer} == {last.buyer.code}
    near = candidate.scene.index - last.candidate.scene.index <= _BUYER_BEFORE
    if near and (told or alone) and last.buyer.code != seller:
        return replace(candidate, buyers=(last.buyer,))
    return candidate
