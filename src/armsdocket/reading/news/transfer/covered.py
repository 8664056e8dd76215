"""What a sale or a package told of before covers: "It covers up to 50 jets", "The package includes tanks"."""

import re
from dataclasses import replace

from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.cover_candidates import PURCHASE_OF, priced_behind
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.roles import origin_of
from armsdocket.reading.news.transfer.sale_value import sale_sums
from armsdocket.reading.news.transfer.stages import judge
from armsdocket.reading.news.transfer.story import Telling
from armsdocket.reading.news.transfer.tellings import tellings_of
from armsdocket.reading.news.transfer.tense import Verdict

# "It covers ...": the sale was told of at most this many sentences before.
_COVERED_BEFORE = 3


def is_package(candidate: Candidate) -> bool:
    """Tell whether it says for whom arms are, and not which: "announced a package of weapons for Ukraine"."""
    supplies = candidate.cue.value.side == "supplies" and candidate.cue.value.tense is None
    return supplies and bool(candidate.buyers) and not candidate.goods


def of_package(candidate: Candidate, package: Candidate | None, tellings: list[Telling]) -> Candidate:
    """Give the aid of "The aid package will include tanks" to whom the aid told of before is for."""
    if candidate.buyers or candidate.cue.value.word != _AID:
        return candidate
    last = tellings[-1] if tellings else None
    if package is not None and candidate.scene.index - package.scene.index <= _COVERED_BEFORE:
        return replace(candidate, buyers=package.buyers, sellers=candidate.sellers or package.sellers)
    if (
        last is None
        or last.buyer is None
        or last.seller is None
        or last.candidate.cue.value.side != "supplies"
    ):
        return candidate
    if candidate.scene.index - last.candidate.scene.index > _COVERED_BEFORE:
        return candidate
    return replace(candidate, buyers=(last.buyer,), sellers=(last.seller,))


_AID = "aid"


def _sale_told(candidate: Candidate, tellings: list[Telling]) -> Telling | None:
    """Give the sale told last, a firm one before talks: "agreed a sale, a day after talks on other arms"."""
    told = [telling for telling in reversed(tellings) if telling.buyer]
    near = (t for t in told if candidate.scene.index - t.candidate.scene.index <= _COVERED_BEFORE)
    return next((t for t in near if t.verdict.stage not in {None, "considered"}), told[0] if told else None)


def as_covered(candidate: Candidate, tellings: list[Telling], package: Candidate | None) -> list[Telling]:
    """Tell of the goods that a sale covers as of the sale: its parties, and how far it got."""
    last = _sale_told(candidate, tellings)
    packed = package is not None and (last is None or last.place < package.cue.start)
    if package is not None and packed:
        last = tellings_of(replace(package, goods=candidate.goods[:1]))[-1]
    if last is None or not _is_covering(candidate, last, tellings):
        return []
    sums = sale_sums(candidate.scene)
    # "The contract, worth 90 million, also includes missiles": a sum before the verb is the contract's.
    whole = [found for found in sums if found.money.passage.start < candidate.cue.start]
    sums = [found for found in sums if found not in whole]
    if package is not None and packed:
        sums += [] if of_earlier_aid(candidate) else sale_sums(package.scene)
    else:
        last.sums = [*last.sums, *whole]
    verdict = _verdict_of_deal(candidate, last)
    verdict = verdict if verdict and verdict.stage else last.verdict
    return [
        Telling(
            candidate,
            last.buyer,
            _seller_of(candidate, goods, last),
            goods,
            verdict,
            (),
            sums,
            last.shared_with,
        )
        for goods in candidate.goods
        if goods.count
        or not goods.generic
        or packed
        or last.goods.vague
        or priced_behind(candidate.scene, goods)
        or PURCHASE_OF.match(candidate.scene.folded, candidate.cue.end)
    ]


def of_earlier_aid(covered: Candidate) -> bool:
    """Tell whether what was given before is listed: the sum of the package told of is not its sum."""
    return _BEFORE.search(covered.scene.folded, covered.scene.start, covered.cue.start) is not None


_BEFORE = re.compile(r"\b(?:previous|previously|earlier|prior|past|to date)\b")


def _seller_of(covered: Candidate, goods: Goods, last: Telling) -> PartyMention | None:
    """Give where covered goods come from: as the sale's, or from elsewhere: "includes French submarines"."""
    made = origin_of(covered.scene, (goods,), (last.buyer,) if last.buyer else ())
    return made[0] if made else last.seller


def _verdict_of_deal(covered: Candidate, last: Telling) -> Verdict | None:
    """Judge by the deal of "landed after Peru signed a contract that also covers radars", not the landing."""
    between = [
        cue
        for cue in covered.scene.cues
        if cue.value.side == "deals"
        and cue.value.tense is None
        and last.place < cue.start < covered.cue.start
    ]
    return judge(replace(covered, cue=between[-1])) if between else None


_PACKAGE = re.compile(r"\b(?:package|sale)s?\b[^.;]*$")


def _is_covering(candidate: Candidate, last: Telling, tellings: list[Telling]) -> bool:
    """Tell whether "the sale" is the one told of last: shortly before, or the only buyer's."""
    alone = len({telling.buyer.code for telling in tellings if telling.buyer}) == 1
    scene, place = candidate.scene, candidate.cue.start
    packed = _PACKAGE.search(scene.folded, max(scene.start, place - 40), place)
    return (
        alone and packed is not None
    ) or 0 <= candidate.scene.index - last.candidate.scene.index <= _COVERED_BEFORE
