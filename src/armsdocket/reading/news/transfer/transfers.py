"""Transfers told in news: candidates, what they say, which are kept, and one claim for each transfer."""

from dataclasses import replace
from typing import NamedTuple

from armsdocket.documents.document import Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Rejection, Statement, Transfer
from armsdocket.reading.news.transfer.allotment import nearest_sums
from armsdocket.reading.news.transfer.candidate import Candidate
from armsdocket.reading.news.transfer.candidates import candidates, topic_of
from armsdocket.reading.news.transfer.claim import claim
from armsdocket.reading.news.transfer.covered import as_covered, is_package, of_package
from armsdocket.reading.news.transfer.echoes import is_echo
from armsdocket.reading.news.transfer.goods import Goods, end_of
from armsdocket.reading.news.transfer.last_buyer import not_the_seller, to_last_buyer
from armsdocket.reading.news.transfer.main_buyer import fits_main_buyer, main_buyer, recipient
from armsdocket.reading.news.transfer.merge import give, in_order, merge, shared_sums, tell_of_parts
from armsdocket.reading.news.transfer.party import PartyMention
from armsdocket.reading.news.transfer.recall import NAMED_BEFORE, carried_on, carry, recalled
from armsdocket.reading.news.transfer.refusals import AT_HOME, refusal, setting_of, sold_abroad
from armsdocket.reading.news.transfer.remarks import add_remarks
from armsdocket.reading.news.transfer.roles import approver, origin_of
from armsdocket.reading.news.transfer.sale_value import count_of, sale_sums
from armsdocket.reading.news.transfer.same_goods import name_key
from armsdocket.reading.news.transfer.scenes import Scene, filed_from, scenes
from armsdocket.reading.news.transfer.stages import judge
from armsdocket.reading.news.transfer.story import Story, Telling
from armsdocket.reading.news.transfer.tellings import SUPPORT, tellings_of
from armsdocket.vocabulary import transfer_terms

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
    setting, meant = setting_of(cast), recipient(cast)
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
            said = [*named, *(goods for goods in scene.goods if not goods.generic)]
            full = recalled(carry(candidate, last_goods), said, tellings)
            full = to_last_buyer(not_the_seller(full, topic, tellings), tellings, meant)
            full = of_package(full, package, tellings)
            why = refusal(full, setting)
            if why is None or (why == AT_HOME and _meant_only(full)):
                tellings += _kept(full, why, tellings, package)
                continue
            package = full if is_package(full) else package
            rejected.append(_rejection(text, full, why))
            if why == AT_HOME:
                home |= {(buyer.code, name_key(goods)) for buyer in full.buyers for goods in full.goods}
        nearest_sums(tellings[told_here:])
        spoken = topic_of(scene)
        if spoken is not None or scene.index - topic_index > _REMEMBERED:
            topic, topic_index = spoken, scene.index
        if told := tuple(goods for goods in scene.goods if not goods.vague):
            last_goods = (scene.index, carried_on(told, tellings[told_here:]))
        named = [*named, *(goods for goods in scene.goods if not goods.generic)][-NAMED_BEFORE:]
    stories, loose = merge(tellings, echoes)
    loose = _to_main_buyer(cast, stories, loose)
    tell_of_parts(stories)
    stories = _without_support(_without_reversed(_without_home(cast, in_order(stories), home)))
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
    covers = candidate.cue.value.side == "covers" and not candidate.buyers
    return as_covered(candidate, tellings, package) if covers else tellings_of(candidate)


def _meant(scene: Scene, topic: PartyMention | None, filed: PartyMention | None) -> PartyMention | None:
    """Give whom a sentence means by "it": the topic, or for "the navy" the country of the dateline."""
    if transfer_terms.pattern("both sides").search(scene.folded, scene.start, scene.end):
        return None
    if topic is not None or filed is None or scene.heading:
        return topic
    spoken = transfer_terms.pattern("pronouns").finditer(scene.folded, scene.start, scene.end)
    # "We" and "it" may be anybody; "the navy" is that of the place.
    return filed if any(" " in word.group() for word in spoken) else None


def _priced(story: Story) -> bool:
    return any(found.of != "shared" for telling in story.tellings for found in telling.sums)


_FORMAL = frozenset({"state approved", "notified", "accepted", "contracted"})


def _without_support(stories: list[Story]) -> list[Story]:
    """Leave out help with no price: what comes along with arms for a buyer, and what nobody sells."""
    armed = {story.buyer for story in stories if story.goods.kind != SUPPORT}
    return [
        story
        for story in stories
        if story.goods.kind != SUPPORT
        or _priced(story)
        or (story.buyer not in armed and any(telling.verdict.stage in _FORMAL for telling in story.tellings))
    ]


def _without_home(cast: list[Scene], stories: list[Story], home: set[tuple[str, str]]) -> list[Story]:
    """Leave out what the buyer is told elsewhere to buy from its own makers.

    Under a contract for foreign military sales the United States buys for itself from its own.
    """
    own = {"US"} if any(scene.folded.find(_FMS, scene.start, scene.end) >= 0 for scene in cast) else set()
    return [
        story
        for story in stories
        if story.seller
        or (
            (story.buyer, name_key(story.goods)) not in home
            and story.buyer not in own
            and not _makes_its_own(story)
        )
    ]


def _makes_its_own(story: Story) -> bool:
    """Tell whether a state that buys abroad only by name buys goods nobody says come from elsewhere."""
    own = story.buyer in transfer_terms.words("self-suppliers")
    return own and all(telling.goods.origin in {None, story.buyer} for telling in story.tellings)


_FMS = "foreign military sale"


def _without_reversed(stories: list[Story]) -> list[Story]:
    """Leave out arms of no class between two whose goods are told of as going the other way."""
    ways = {(story.seller, story.buyer) for story in stories if story.seller and not story.goods.vague}
    return [story for story in stories if not story.goods.vague or (story.buyer, story.seller) not in ways]


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


def _rejection(text: str, candidate: Candidate, why: str) -> Rejection:
    start = min([candidate.cue.start, *(goods.start for goods in candidate.goods)])
    end = end_of(candidate.cue.end, candidate.goods)
    passage = Passage(candidate.cue.start, candidate.cue.end) if candidate.carried else Passage(start, end)
    return Rejection(
        what=f"transfer: {' '.join(passage.words(text).split())[:120]}", why=why, passage=passage
    )
