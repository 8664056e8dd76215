"""Transfers told in news: candidates, what they say, which are kept, and one claim for each transfer."""

from typing import NamedTuple

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Rejection, Statement, Transfer
from armsdocket.reading.news.candidates import Candidate, candidates, topic_of
from armsdocket.reading.news.goods import Goods
from armsdocket.reading.news.parties import PartyMention
from armsdocket.reading.news.refusals import refusal
from armsdocket.reading.news.sale_value import sale_sums
from armsdocket.reading.news.scenes import Scene, scenes
from armsdocket.reading.news.stages import judge
from armsdocket.reading.news.transfer_claim import claim
from armsdocket.reading.news.transfer_merge import Telling, merge


class Sifted(NamedTuple):
    """The transfers of an article and the candidates that are none, each with the reason."""

    transfers: list[Transfer]
    rejected: list[Rejection]


def find_transfers(document: Document, heading: Heading, statements: list[Statement]) -> list[Transfer]:
    """Find the transfers an article tells of, one for each buyer and article."""
    return sift(document, heading, statements).transfers


def sift(document: Document, heading: Heading, statements: list[Statement]) -> Sifted:
    """Find the transfers of an article and say why each other candidate is none."""
    text = document.text
    cast = scenes(text, heading)
    tellings: list[Telling] = []
    rejected: list[Rejection] = []
    topic: PartyMention | None = None
    last_goods: tuple[int, tuple[Goods, ...]] = (-9, ())
    for scene in cast:
        for candidate in candidates(scene, topic):
            full = _carry(candidate, last_goods)
            why = refusal(full)
            if why is not None:
                rejected.append(_rejection(text, full, why))
                continue
            tellings += _tellings(full)
        topic = topic_of(scene, topic)
        if told := tuple(goods for goods in scene.goods if not goods.vague):
            last_goods = (scene.index, told)
    stories, loose = merge(tellings)
    rejected += [_rejection(text, telling.candidate, "no buyer named") for telling in loose]
    transfers = [claim(text, story, heading, statements, cast) for story in stories]
    return Sifted(transfers, rejected)


def _carry(candidate: Candidate, last: tuple[int, tuple[Goods, ...]]) -> Candidate:
    """Carry goods over from the sentence before, when this one names a buyer and no goods."""
    if candidate.goods or not candidate.buyers or candidate.cue.value.weak:
        return candidate
    index, goods = last
    if candidate.scene.index - index > 1:
        return candidate
    return Candidate(
        candidate.scene,
        candidate.cue,
        candidate.buyers,
        candidate.sellers,
        goods[:1],
        candidate.passive,
        carried=True,
    )


def _tellings(candidate: Candidate) -> list[Telling]:
    verdict = judge(candidate)
    seller = next((party for party in candidate.sellers), None)
    buyers: tuple[PartyMention | None, ...] = tuple(
        buyer for buyer in candidate.buyers if seller is None or buyer.code != seller.code
    ) or (None,)
    sums = sale_sums(candidate.scene)
    many = len(buyers) > 1
    return [
        Telling(
            candidate,
            buyer,
            seller,
            goods,
            verdict,
            sums,
            tuple(other for other in buyers if many and other is not None),
        )
        for buyer in buyers
        for goods in candidate.goods
    ]


def _rejection(text: str, candidate: Candidate, why: str) -> Rejection:
    start = min([candidate.cue.start, *(goods.start for goods in candidate.goods)])
    end = max([candidate.cue.end, *(goods.end for goods in candidate.goods)])
    passage = Passage(candidate.cue.start, candidate.cue.end) if candidate.carried else Passage(start, end)
    return Rejection(
        what=f"transfer: {' '.join(passage.words(text).split())[:120]}", why=why, passage=passage
    )


def last_scene(cast: list[Scene]) -> Scene | None:
    """Give the last scene of an article, if it has any."""
    return cast[-1] if cast else None
