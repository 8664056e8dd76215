"""Transfers told in news: candidates, what they say, which are kept, and one claim for each transfer."""

import re
from dataclasses import replace
from typing import NamedTuple

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Rejection, Statement, Transfer
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.candidates import candidates, topic_of
from armsdocket.reading.news.transfer.claim import claim
from armsdocket.reading.news.transfer.echoes import is_echo
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.main_buyer import fits_main_buyer, main_buyer, recipient
from armsdocket.reading.news.transfer.merge import give, in_order, merge, shared_sums
from armsdocket.reading.news.transfer.parties import PartyMention
from armsdocket.reading.news.transfer.refusals import AT_HOME, domestic, refusal, sold_abroad, stationed
from armsdocket.reading.news.transfer.remarks import add_remarks
from armsdocket.reading.news.transfer.roles import approver, origin_of
from armsdocket.reading.news.transfer.sale_value import count_of, sale_sums
from armsdocket.reading.news.transfer.same_goods import name_key, same_goods
from armsdocket.reading.news.transfer.scenes import Scene, filed_from, scenes
from armsdocket.reading.news.transfer.stages import judge
from armsdocket.reading.news.transfer.story import Story, Telling
from armsdocket.reading.news.transfer.tellings import nearest_sums, tellings_of
from armsdocket.reading.news.transfer.tense import Verdict
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.cues import cue_words

# Who "it" stands for is forgotten after this many sentences that name nobody.
_REMEMBERED = 3


# Merging compares tellings with each other: a text with more than this is a list, not an article.
_MOST_TELLINGS = 500


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
    cast = scenes(text, heading, document.body.end)
    filed = filed_from(text, heading)
    moved, at_home, meant = stationed(cast), domestic(cast), recipient(cast)
    tellings: list[Telling] = []
    echoes: list[Telling] = []
    rejected: list[Rejection] = []
    topic: PartyMention | None = None
    topic_index = 0
    named: list[Goods] = []
    home: set[tuple[str, str]] = set()
    last_goods: tuple[int, tuple[Goods, ...]] = (-9, ())
    package: Candidate | None = None
    for scene in cast:
        told_here = len(tellings)
        for candidate in candidates(scene, _meant(scene, topic, filed)):
            if len(tellings) + len(echoes) >= _MOST_TELLINGS:
                rejected.append(_rejection(text, candidate, "more tellings than an article holds"))
                continue
            if is_echo(candidate):
                echoes += _echoes(candidate)
                continue
            full = _recalled(_carry(candidate, last_goods), named, tellings)
            full = _to_last_buyer(_not_the_seller(full, topic, tellings), tellings, meant)
            full = _of_package(full, package, tellings)
            why = refusal(full, moved, at_home)
            if why is None or (why == AT_HOME and _meant_only(full)):
                tellings += _kept(full, why, tellings, package)
                continue
            package = full if _is_package(full) else package
            rejected.append(_rejection(text, full, why))
            if why == AT_HOME:
                home |= {(buyer.code, name_key(goods)) for buyer in full.buyers for goods in full.goods}
        nearest_sums(tellings[told_here:])
        spoken = topic_of(scene)
        if spoken is not None or scene.index - topic_index > _REMEMBERED:
            topic, topic_index = spoken, scene.index
        if told := tuple(goods for goods in scene.goods if not goods.vague):
            last_goods = (scene.index, told)
        named = [*named, *(goods for goods in scene.goods if not goods.generic)][-_NAMED_BEFORE:]
    stories, loose = merge(tellings, echoes)
    loose = _to_main_buyer(cast, stories, loose)
    stories = in_order(stories)
    stories = [story for story in stories if story.seller or (story.buyer, name_key(story.goods)) not in home]
    stories = _without_support(stories)
    stories += [Story([telling]) for telling in loose if sold_abroad(telling)]
    rejected += [
        _rejection(text, item.candidate, "no buyer named") for item in loose if not sold_abroad(item)
    ]
    add_remarks(cast, stories)
    shared = shared_sums(stories)
    made_in = origins(cast)
    transfers = [claim(text, story, statements, shared, made_in) for story in stories]
    return Sifted(transfers, sorted(rejected, key=lambda item: item.passage))


def _meant_only(candidate: Candidate) -> bool:
    """Tell whether the buyer is only whom the article spoke of before this sentence."""
    begin, end = candidate.scene.start, candidate.scene.end
    return candidate.guessed and not any(begin <= buyer.start < end for buyer in candidate.buyers)


def _kept(
    candidate: Candidate, why: str | None, tellings: list[Telling], package: Candidate | None
) -> list[Telling]:
    """Give what a candidate tells; ``why`` is "bought at home" or None."""
    if why == AT_HOME:
        # Whom the sentence is about may buy from abroad all the same, when that is told elsewhere.
        return tellings_of(replace(candidate, buyers=()))
    covers = candidate.cue.value.side == "covers"
    return _as_covered(candidate, tellings, package) if covers else tellings_of(candidate)


# The class of spare parts, simulators, training: told beside arms they come along with them.
_SUPPORT = "support"


def _meant(scene: Scene, topic: PartyMention | None, filed: PartyMention | None) -> PartyMention | None:
    """Give whom a sentence means by "it": the topic, or for "the navy" the country of the dateline."""
    if transfer_terms.pattern("both sides").search(scene.folded, scene.start, scene.end):
        return None
    if topic is not None or filed is None or scene.heading:
        return topic
    spoken = transfer_terms.pattern("pronouns").search(scene.folded, scene.start, scene.end)
    return filed if spoken else None


def _priced(story: Story) -> bool:
    return any(found.of != "shared" for telling in story.tellings for found in telling.sums)


def _without_support(stories: list[Story]) -> list[Story]:
    """Leave out what only comes along with arms for the same buyer, at no price of its own."""
    armed = {story.buyer for story in stories if story.goods.kind != _SUPPORT}
    return [
        story
        for story in stories
        if story.goods.kind != _SUPPORT or story.buyer not in armed or _priced(story)
    ]


def _to_main_buyer(cast: list[Scene], stories: list[Story], loose: list[Telling]) -> list[Telling]:
    """Give goods without a buyer to the one the article is about; give back those that remain."""
    buyer = main_buyer(cast, stories, loose)
    if buyer is None:
        return loose
    sellers = {story.seller for story in stories if story.seller}
    sellers |= {telling.seller.code for telling in loose if telling.seller}
    left = []
    for telling in loose:
        if fits_main_buyer(telling, buyer, sellers, told=bool(stories)):
            give(stories, telling, buyer)
        else:
            left.append(telling)
    return left


# "It covers ...": the sale was told of at most this many sentences before.
_COVERED_BEFORE = 3


def _is_package(candidate: Candidate) -> bool:
    """Tell whether it says for whom arms are, and not which: "announced a package of weapons for Ukraine"."""
    supplies = candidate.cue.value.side == "supplies" and candidate.cue.value.tense is None
    return supplies and bool(candidate.buyers) and not candidate.goods


def _of_package(candidate: Candidate, package: Candidate | None, tellings: list[Telling]) -> Candidate:
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


def _as_covered(candidate: Candidate, tellings: list[Telling], package: Candidate | None) -> list[Telling]:
    """Tell of the goods that a sale covers as of the sale: its parties, and how far it got."""
    last = next((telling for telling in reversed(tellings) if telling.buyer), None)
    packed = package is not None and (last is None or last.place < package.cue.start)
    if package is not None and packed:
        last = tellings_of(replace(package, goods=candidate.goods[:1]))[-1]
    if last is None or not 0 <= candidate.scene.index - last.candidate.scene.index <= _COVERED_BEFORE:
        return []
    sums = sale_sums(candidate.scene)
    # "The contract, worth 90 million, also includes missiles": a sum before the verb is the contract's.
    whole = [found for found in sums if found.money.passage.start < candidate.cue.start]
    sums = [found for found in sums if found not in whole]
    if package is not None and packed:
        sums += sale_sums(package.scene)
    else:
        last.sums = [*last.sums, *whole]
    verdict = _verdict_of_deal(candidate, last) or last.verdict
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
        or _priced_apart(candidate.scene, goods)
    ]


def _seller_of(covered: Candidate, goods: Goods, last: Telling) -> PartyMention | None:
    """Give where covered goods come from: as the sale's, or from elsewhere: "includes French submarines"."""
    made = origin_of(covered.scene, (goods,), (last.buyer,) if last.buyer else ())
    return made[0] if made else last.seller


def _priced_apart(scene: Scene, goods: Goods) -> bool:
    """Tell whether a sum stands right behind goods: "also includes submarines worth $972 million"."""
    return any(0 <= money.passage.start - goods.end <= _PRICE_NEAR for money in scene.sums)


# " worth an estimated ".
_PRICE_NEAR = 20


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


def _not_the_seller(candidate: Candidate, topic: PartyMention | None, tellings: list[Telling]) -> Candidate:
    """Take "it ordered" for the buyer told of, when the sentence before spoke of the seller."""
    if topic is None or candidate.buyers != (topic,) or candidate.cue.value.side != "acquires":
        return candidate
    bought = {telling.buyer.code: telling.buyer for telling in tellings if telling.buyer}
    sold = {telling.seller.code for telling in tellings if telling.seller}
    if topic.code in bought or topic.code not in sold or len(bought) != 1:
        return candidate
    return replace(candidate, buyers=tuple(bought.values()), sellers=candidate.sellers or (topic,))


# "Poland is ready to send ammunition too": the buyer was told at most this many sentences before.
_BUYER_BEFORE = 3


def _to_last_buyer(candidate: Candidate, tellings: list[Telling], meant: PartyMention | None) -> Candidate:
    """Give a supplier's further goods to the buyer whom it was just told to supply.

    ``meant`` is whom title and first sentence say something is for: gifts of others go there.
    """
    if candidate.buyers or not candidate.sellers or candidate.cue.value.side != "supplies":
        return candidate
    if candidate.cue.value.tense is None or all(goods.vague for goods in candidate.goods):
        return candidate
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


_NAMED_BEFORE = 6
_DEFINITE = re.compile(r"\b(?:the|these|those|this|that|such)\s+(?:[\w-]+\s+){0,2}$")


def _recalled(candidate: Candidate, named: list[Goods], tellings: list[Telling]) -> Candidate:
    """Put the name for "the drones", when goods of that class were named shortly before."""
    codes = {buyer.code for buyer in candidate.buyers}
    sold_by = {seller.code for seller in candidate.sellers} if not codes else set()
    bought = [
        telling.goods
        for telling in tellings
        if (telling.buyer and telling.buyer.code in codes)
        or (telling.seller and telling.seller.code in sold_by)
    ]
    order = [*named, *(item for item in bought[-_NAMED_BEFORE:] if not item.generic)]
    goods = tuple(_recall(candidate, item, order) for item in candidate.goods)
    return replace(candidate, goods=goods) if goods != candidate.goods else candidate


def _recall(candidate: Candidate, item: Goods, named: list[Goods]) -> Goods:
    folded = candidate.scene.folded
    if not item.generic or item.vague or not _DEFINITE.search(folded, max(0, item.start - 40), item.start):
        return item
    for earlier in reversed(named):
        if earlier.end <= item.start and earlier.kind is not None and same_goods(earlier, item):
            return replace(earlier, count=item.count, more=item.more)
    return item


def origins(cast: list[Scene]) -> dict[str, PartyMention]:
    """Give where named goods come from, by the words somewhere in the article: "Turkish-made TB2 drones"."""
    found: dict[str, PartyMention] = {}
    for scene in cast:
        for goods in scene.goods:
            if (
                not (goods.generic or goods.by_number)
                and name_key(goods) not in found
                and (made := origin_of(scene, (goods,), ()))
            ):
                found[name_key(goods)] = made[0]
    return found


def _echoes(candidate: Candidate) -> list[Telling]:
    """Tell what "the deal" adds to the transfer it points back to: a sum, a stage."""
    goods = Goods(candidate.cue.start, candidate.cue.end, "", generic=True, vague=True)
    verdict = judge(candidate)
    buyer = candidate.buyers[0] if len(candidate.buyers) == 1 and candidate.buyers[0].possessive else None
    sums = sale_sums(candidate.scene, candidate.cue.start)
    counted = count_of(candidate)
    if counted:
        goods = replace(goods, count=counted)
    seller = next(iter(approver(candidate.scene, candidate.cue, ())), None)
    return [Telling(candidate, buyer, seller, goods, verdict, sums=sums, echo=True)]


# What may follow a verb whose object was named before: "Kosovo had purchased from Turkey in May".
_ENDS = re.compile(
    r"\s*[.,;:\"')”’]|\s+(?:from|in|last|for|by|and|but|under|on|at|earlier|them|this|these|through|during|it)\b"
)


def _carry(candidate: Candidate, last: tuple[int, tuple[Goods, ...]]) -> Candidate:
    """Carry goods over from the sentence before, when this one names a buyer and no goods."""
    cue = candidate.cue.value
    index, goods = last
    near = candidate.scene.index - index <= 1
    if near and not candidate.goods and candidate.passive and _meant_by_it(candidate):
        return replace(candidate, goods=goods[:1], carried=True)
    if cue.tense and not _ENDS.match(candidate.scene.folded, candidate.cue.end):
        return candidate
    if candidate.goods or not candidate.buyers or cue.word not in cue_words("carrying"):
        return candidate
    if cue.word in {"order", "request"} and cue.tense is not None:
        return candidate
    if not near:
        return candidate
    return Candidate(
        candidate.scene,
        candidate.cue,
        candidate.buyers,
        candidate.sellers,
        # How many are meant is told where they are named.
        tuple(replace(item, count=None) for item in goods[:1]),
        candidate.passive,
        carried=True,
    )


_IT_WAS = re.compile(r"[\W_]*(?:it|they|these|those|both) (?:\w+ ){1,3}")


def _meant_by_it(candidate: Candidate) -> bool:
    """Tell whether "it" is what was told of before: "It was bought from France for 14.5 million euros"."""
    scene = candidate.scene
    return _IT_WAS.fullmatch(scene.folded, scene.start, candidate.cue.start) is not None


def _rejection(text: str, candidate: Candidate, why: str) -> Rejection:
    start = min([candidate.cue.start, *(goods.start for goods in candidate.goods)])
    end = max([candidate.cue.end, *(goods.end for goods in candidate.goods)])
    passage = Passage(candidate.cue.start, candidate.cue.end) if candidate.carried else Passage(start, end)
    return Rejection(
        what=f"transfer: {' '.join(passage.words(text).split())[:120]}", why=why, passage=passage
    )
