"""A merged story as a claim: every field with the passage that states it."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import (
    Channel,
    Contractor,
    Item,
    Party,
    Polarity,
    Quantity,
    Rank,
    Sourced,
    Stage,
    StageReport,
    Statement,
    Transfer,
    Value,
    ValueOf,
    sourced,
)
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention, party_name
from armsdocket.reading.news.transfer.quantities import quantity
from armsdocket.reading.news.transfer.sale_value import as_value
from armsdocket.reading.news.transfer.same_goods import name_key
from armsdocket.reading.news.transfer.scenes import Scene, word_before
from armsdocket.reading.news.transfer.story import Story, Telling
from armsdocket.reading.news.transfer.tense import FIRM, HINT, Verdict
from armsdocket.reading.values.date import DateFound
from armsdocket.reading.values.quantity import Count
from armsdocket.vocabulary import transfer_terms
from armsdocket.vocabulary.articles import article
from armsdocket.vocabulary.folding import fold
from armsdocket.vocabulary.organisations import names_of, organisation

READER = "news/1"
_CHANNELS: tuple[tuple[str, Channel], ...] = (
    ("foreign military sale", "FMS"),
    ("direct commercial sale", "DCS"),
)


def claim(
    text: str,
    story: Story,
    statements: Sequence[Statement],
    shared_sums: frozenset[Passage],
    made_in: Mapping[str, PartyMention],
) -> Transfer:
    """Make one transfer of all its tellings; ``shared_sums`` are sums that other transfers claim too."""
    tellings = story.tellings
    first = next(telling for telling in tellings if not telling.echo)
    buyer = next((telling.buyer for telling in tellings if telling.buyer), None)
    seller = next((telling.seller for telling in tellings if telling.seller), None)
    seller = seller or made_in.get(name_key(story.goods))
    if seller and buyer and seller.code == buyer.code:
        seller = None
    weighed = _reports(text, tellings, statements)
    stage = _stage(weighed)
    reports = [found.report for found in weighed]
    shared_with = next((telling.shared_with for telling in tellings if telling.shared_with), ())
    value, values, shared = _values(text, story, shared_sums, stage.value if stage else None)
    return Transfer(
        reader=READER,
        rule=first.candidate.cue.value.word + (" carried" if first.candidate.carried else ""),
        buyer=_party(text, buyer),
        seller=_party(text, seller),
        items=_items(text, story, stage.value if stage else None),
        value=value,
        values=values,
        shared_value=shared,
        shared_with=tuple(
            party
            for other in shared_with
            if (party := _party(text, other)) and (buyer is None or other.code != buyer.code)
        ),
        contractors=_contractors(text, tellings),
        stage=Sourced(value=stage.value, as_written=stage.as_written, passage=stage.passage)
        if stage
        else None,
        stage_date=stage.date if stage else None,
        stage_reports=tuple(reports) if len(reports) > 1 else (),
        channel=_channel(text, tellings),
        polarity=_polarity(text, tellings),
    )


def _party(text: str, mention: PartyMention | None) -> Party | None:
    if mention is None:
        return None
    return Party(
        value=mention.code,
        as_written=text[mention.start : mention.end],
        passage=Passage(mention.start, mention.end),
        name=party_name(mention.code),
    )


def _items(text: str, story: Story, stage: Stage | None) -> tuple[Item, ...]:
    told = [telling for telling in story.tellings if not telling.echo]
    count = quantity(story, stage)
    along = max((telling.along for telling in told), key=len)
    main = _item(text, story.goods, count)
    return (main, *(_item(text, goods, goods.count) for goods in along if goods.start != story.goods.start))


def _item(text: str, goods: Goods, count: Count | None) -> Item:
    counted = None
    if count:
        counted = Quantity(
            value=count.number,
            as_written=count.passage.words(text),
            passage=count.passage,
            bound=count.bound,
        )
    designation = None
    if goods.designation and (at := text.find(goods.designation, goods.start, goods.end)) >= 0:
        designation = sourced(goods.designation, text, at, at + len(goods.designation))
    return Item(
        value=goods.name,
        as_written=text[goods.start : goods.end],
        passage=Passage(goods.start, goods.end),
        article=goods.article,
        designation=designation,
        quantity=counted,
    )


class _Weighed(NamedTuple):
    """A wording that sets a stage, how strongly it does, and the number of its sentence."""

    report: StageReport
    strength: int
    sentence: int


def _reports(text: str, tellings: Sequence[Telling], statements: Sequence[Statement]) -> list[_Weighed]:
    """Give each wording that sets a stage."""
    reports: list[_Weighed] = []
    seen: set[tuple[int, int]] = set()
    for telling in tellings:
        verdict = telling.verdict
        if verdict.stage is None or (verdict.start, verdict.end) in seen or verdict.polarity != "stated":
            continue
        seen.add((verdict.start, verdict.end))
        rank: Rank = "report"
        for statement in statements:
            if (
                statement.speaker
                and statement.words.passage.start <= verdict.start < statement.words.passage.end
            ):
                rank = "official words"
        report = StageReport(
            value=verdict.stage,
            as_written=text[verdict.start : verdict.end],
            passage=Passage(verdict.start, verdict.end),
            rank=rank,
            date=None if verdict.ahead else _date(text, telling.candidate.scene, verdict),
        )
        reports.append(_Weighed(report, verdict.strength, telling.candidate.scene.index))
    return reports


def _stage(reports: Sequence[_Weighed]) -> StageReport | None:
    """Give the stage furthest along, of the wordings that say it most firmly."""
    order = transfer_terms.stage_order()
    firm: list[_Weighed] = []
    for least in (FIRM, HINT + 1, 0):
        firm = firm or [found for found in reports if found.strength >= least]
    if not firm:
        return None
    # Held once and approved since, or bought and stopped: the sentence told first has the news.
    news = min(found.sentence for found in firm)
    stopped = any(found.report.value in _STOPPED for found in firm if found.sentence == news)
    firm = [found for found in firm if (found.report.value in _STOPPED) == stopped]
    return max(
        firm, key=lambda found: (order[found.report.value], found.report.date is not None, found[1])
    ).report


_STOPPED: frozenset[str] = frozenset({"held", "blocked", "cancelled"})
# "the Act of 1961", "since 2008": no day on which anything was done.
_OTHER_DATE = re.compile(
    r"(?:\bact of|\bsince|\bin place since|\bby|\buntil|\bbefore|\b(?:delay|postpon)ed to)\s+(?:the\s+)?$"
)


# "ordered last year, should arrive in 2025": the day is of what is to come.
_TO_COME = re.compile(
    r"\b(?:will|should|would|expected to|due to|set to|scheduled to|begin to|due in|due by)\b"
)


def _date(text: str, scene: Scene, verdict: Verdict) -> Sourced[str] | None:
    place = verdict.start
    begin, end = scene.clause(place)
    near: list[DateFound] = [
        found
        for found in scene.dates
        if begin <= found.passage.start < end
        and not _OTHER_DATE.search(
            scene.folded, max(scene.start, found.passage.start - 20), found.passage.start
        )
    ]
    near = [
        found
        for found in near
        if not _TO_COME.search(scene.folded, place, found.passage.start)
        and not _of_other_verb(scene, verdict, found.passage.start)
    ]
    if not near:
        return None
    found = min(near, key=lambda date: abs(date.passage.start - place))
    return Sourced(value=found.value, as_written=found.passage.words(text), passage=found.passage)


def _of_another_subject(scene: Scene, verbs: list[int], date: int, place: int) -> bool:
    """Tell whether somebody else does it: "In 2019 Peru ordered jets, and Norway has bought tanks"."""
    return any(
        scene.folded.endswith(" and ", date, party.start) and any(date < verb < party.start for verb in verbs)
        for party in scene.parties
        if date < party.start < place and party.nominal
    )


# "launched in 2014 and sold since": the day is of the verb before.
_JOINS_VERBS = re.compile(r"\b(?:and|but|which|who|that|when|while)\b")
_YEAR_BEFORE = 6
# "In 2019 it was said that ...": a day this near the start of its clause is that of all verbs behind.
_FRONT = 12


def _of_other_verb(scene: Scene, verdict: Verdict, date: int) -> bool:
    """Tell whether another verb stands nearer the date: "received under a contract signed in 2019"."""
    place = verdict.start
    if any(
        not cue.value.tense and 0 < cue.start - date <= _YEAR_BEFORE
        for cue in scene.cues
        if cue.start != place
    ):
        # "under a 2015 deal"
        return True
    verbs = [cue.start for cue in scene.cues if cue.value.tense and not cue.start <= place < cue.end]
    if verdict.stage == "delivered":
        verbs += [word.start for word in scene.stage_words if word.value.stage == "contracted"]
    if date > place:
        return any(place < verb < date for verb in verbs)
    fronted = date - scene.clause(date)[0] <= _FRONT and not _of_another_subject(scene, verbs, date, place)
    if not fronted and _JOINS_VERBS.search(scene.folded, date, place):
        return True
    return any(verb < date for verb in verbs) and not any(date < verb < place for verb in verbs)


def _values(
    text: str, story: Story, shared_sums: frozenset[Passage], stage: Stage | None
) -> tuple[Value | None, tuple[Value, ...], Value | None]:
    order = transfer_terms.stage_order()
    reached = order[stage] if stage else 0
    scope: ValueOf = "contract" if order["accepted"] <= reached <= order["closed"] else "total"
    value: Value | None = None
    shared: Value | None = None
    values: list[Value] = []
    seen: set[Passage] = set()
    # A headline rounds: what the text says stands first.
    told = sorted(story.tellings, key=lambda item: (item.candidate.scene.heading, item.goods.vague))
    for telling in [*told, None]:
        for found in telling.sums if telling else story.remarks:
            passage = found.money.passage
            if passage in seen:
                continue
            seen.add(passage)
            if found.of == "unit":
                values.append(as_value(text, found, "unit"))
            elif found.of == "shared" or (telling and telling.shared_with) or passage in shared_sums:
                shared = shared or as_value(text, found, "shared")
            elif value is None:
                value = as_value(text, found, scope)
            elif found.money.amount != value.value:
                values.append(as_value(text, found, "total"))
    return value, tuple(values), shared


# Words before a company that make or sell the goods: "contractors would be", "made by", "a contract with".
_MAKES = re.compile(
    r"\b(?:contractors?|made|built|manufactured|produced|developed|supplied|designed|assembled|manufacturers?|makers?|"
    r"awarded|contracts?|contracted|deal|agreement|order|orders|ordered|from|sold|supplier)\b[^.;:]{0,60}$"
)
_WON = re.compile(
    r"\W+(?:[\w<>.]+\s+){0,4}(?:won|wins|awarded|secured|secures|bagged|signed|signs|received|"
    r"will (?:build|supply|deliver))\b"
)
_BESIDE = 30


def _makes(telling: Telling, party: PartyMention) -> bool:
    """Tell whether a company makes or sells these goods; others of the sentence only speak or compare."""
    scene, goods = telling.candidate.scene, telling.goods
    if any(party.start == seller.start for seller in telling.candidate.sellers):
        return True
    if _of_others(telling, party) or _is_rival(scene, party):
        return False
    called = (fold(party.company or ""), scene.folded[party.start : party.end])
    if goods.article and any(_is_maker(article(goods.article).maker, name) for name in called):
        return True
    beside = 0 <= goods.start - party.end <= _BESIDE and not _BETWEEN.search(
        scene.folded, party.end, goods.start
    )
    return (
        beside
        or _MAKES.search(scene.folded, max(scene.start, party.start - 80), party.start) is not None
        or _WON.match(scene.folded, party.end, min(scene.end, party.end + 60)) is not None
    )


def _is_rival(scene: Scene, party: PartyMention) -> bool:
    """Tell whether a company lost: "rejecting a rival bid from", "beating"."""
    return word_before(scene, "rivalry", party.start, _RIVAL_REACH, _NO_STOP) is not None


_RIVAL_REACH = 60
_NO_STOP = re.compile(r"[^.;,]*")


def _of_others(telling: Telling, party: PartyMention) -> bool:
    """Tell whether a company makes other goods of the sentence: by its country, or for they stand nearer."""
    goods, others = telling.goods, telling.candidate.scene.goods
    if goods.origin not in {None, party.code} and any(other.origin == party.code for other in others):
        return True
    own = {item.start for item in telling.candidate.goods}
    return any(goods.end <= other.start < party.start and other.start not in own for other in others)


def _is_maker(maker: str | None, company: str) -> bool:
    """Tell whether a company is the maker or, by its other names, a member of the joint venture that is."""
    if maker is None or not company:
        return False
    names = [fold(name) for name in names_of(organisation(maker))]
    return any(company in name or name in company for name in names)


_BETWEEN = re.compile(r"[,;:]|\b(?:and|said|says|told|over|than|or|with|for|to)\b")


def _contractors(text: str, tellings: Sequence[Telling]) -> tuple[Contractor, ...]:
    found: dict[str, Contractor] = {}
    for telling in tellings:
        for party in telling.candidate.scene.parties:
            if party.company and party.company not in found and _makes(telling, party):
                found[party.company] = Contractor(
                    value=party.company,
                    as_written=text[party.start : party.end],
                    passage=Passage(party.start, party.end),
                )
    return tuple(found.values())


def _channel(text: str, tellings: Sequence[Telling]) -> Sourced[Channel] | None:
    for telling in tellings:
        scene = telling.candidate.scene
        for words, channel in _CHANNELS:
            at = scene.folded.find(words, scene.start, scene.end)
            if at >= 0:
                return sourced(channel, text, at, at + len(words))
    return None


def _polarity(text: str, tellings: Sequence[Telling]) -> Sourced[Polarity] | None:
    """Give the polarity when no verb states the transfer; a noun alone ("the alleged sale") does not."""
    told = [telling for telling in tellings if not telling.echo]
    others = [telling for telling in told if telling.verdict.polarity != "stated"]
    if not others or any(
        telling.verdict.polarity == "stated"
        and (telling.verdict.strength > HINT or telling.candidate.cue.value.tense == "present")
        for telling in told
    ):
        return None
    cue = others[0].candidate.cue
    return sourced(others[0].verdict.polarity, text, cue.start, cue.end)
