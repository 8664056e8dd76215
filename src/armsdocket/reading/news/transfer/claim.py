"""A merged story as a claim: every field with the passage that states it."""

from collections.abc import Mapping, Sequence

from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import (
    Channel,
    Item,
    Party,
    Polarity,
    Quantity,
    Sourced,
    Stage,
    Statement,
    Transfer,
    sourced,
)
from armsdocket.reading.news.transfer.contractors import contractors
from armsdocket.reading.news.transfer.goods import Goods
from armsdocket.reading.news.transfer.party import PartyMention, party_name
from armsdocket.reading.news.transfer.quantities import quantity
from armsdocket.reading.news.transfer.same_goods import name_key
from armsdocket.reading.news.transfer.stage_reports import reached, stage_reports
from armsdocket.reading.news.transfer.story import Story, Telling
from armsdocket.reading.news.transfer.tense import HINT
from armsdocket.reading.news.transfer.worth import worth
from armsdocket.reading.values.quantity import Count

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
    weighed = stage_reports(text, tellings, statements)
    stage = reached(weighed)
    reports = [found.report for found in weighed]
    shared_with = next((telling.shared_with for telling in tellings if telling.shared_with), ())
    value, values, shared = worth(text, story, shared_sums, stage.value if stage else None)
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
        contractors=contractors(text, tellings),
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
