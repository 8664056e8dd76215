"""A case built from the claims in it: a pure function, so that the docket can always be built anew."""

from collections.abc import Iterable, Sequence
from datetime import date

from armsdocket.docket.casefile import CaseFile, CaseRow, Fact, Remark, Resolved, Source
from armsdocket.docket.conflicts import conflicts
from armsdocket.docket.contradictions import contradictions
from armsdocket.docket.evidence import party_name, resolution_key
from armsdocket.docket.facts import Member, fact, in_order, once, transfers
from armsdocket.docket.items import lines
from armsdocket.docket.stages import evidence, gaps, reported_of, reported_words, stage_of
from armsdocket.docket.statements import statements
from armsdocket.docket.timeline import timeline
from armsdocket.docket.title import articles_of, buyers_of, title_of
from armsdocket.docket.values import amount_of, ceiling, package, values
from armsdocket.documents.passage import Passage
from armsdocket.errors import LawError
from armsdocket.law import misreadings
from armsdocket.law.review import Clock, review
from armsdocket.reading.claims import Party, Resolution, Sourced

UNITED_STATES = "US"
CHANNELS = {"FMS": "fms", "DCS": "dcs"}
# Stages at which the law's review is still ahead or under way, so that its rule belongs in the file.
BEFORE_OFFER = frozenset({None, "considered", "requested", "state approved", "notified"})


def build(key: str, members: Iterable[Member], *, full: bool = True) -> CaseFile:
    """Build the file of a case; ``full=False`` leaves out statements and remarks, which no row shows."""
    ordered = in_order(members)
    buyer, seller = _party(ordered, "buyer"), _party(ordered, "seller")
    channel = _first(ordered, "channel")
    found = evidence(ordered)
    stage, reason = stage_of(found)
    further = reported_of(found, stage)
    sold = lines(ordered)
    sums = values(ordered, frozenset({buyer.value} if buyer else ()))
    home = buyer.value if buyer else None
    clock, unanswered = _clock(ordered, home, seller, channel, stage)
    buyer_name = party_name(home, buyer.name if buyer else None)
    return CaseFile(
        key=key,
        title=title_of(buyer_name, sold, ordered),
        buyer=home,
        buyer_name=buyers_of(buyer_name, ordered),
        buyers=_buyers(ordered, home),
        seller=seller.value if seller else None,
        seller_name=party_name(seller.value, seller.name) if seller else None,
        channel=channel,
        stage=stage,
        stage_reason="; ".join(words for words in (reason, reported_words(further)) if words),
        reported=further.stage if further else None,
        transmittals=_numbers(ordered, "transmittal"),
        fms_cases=_numbers(ordered, "fms_case"),
        items=sold,
        values=sums,
        package=package(sold, ceiling(sums)) if not any(m.lead.amends for m in ordered) else None,
        contractors=_contractors(ordered),
        clock=clock,
        timeline=timeline(ordered, found, clock),
        statements=statements(ordered) if full else (),
        resolutions=_resolutions(ordered),
        conflicts=conflicts(ordered, found, sums) + (tuple(contradictions(ordered)) if full else ()),
        remarks=_remarks(ordered) if full else (),
        missing=(
            *([unanswered] if unanswered else []),
            *_missing(ordered, clock, sums, stage),
            *gaps(found, stage, reviewed=clock is not None and not clock.waived and _notified(ordered)),
        ),
        sources=_sources(ordered),
        absorbed=tuple(sorted({member.absorbed for member in ordered if member.absorbed})),
    )


def _notified(members: Iterable[Member]) -> bool:
    return any(member.lead.transmittal for member in members)


def _party(members: Sequence[Member], name: str) -> Party | None:
    for _, claim in transfers(members):
        party: Party | None = getattr(claim, name)
        if party is not None:
            return party
    return None


def _buyers(members: Sequence[Member], main: str | None) -> tuple[str, ...]:
    """Return every buyer that a claim names, the case's own first."""
    named = (code for member, _ in transfers(members) for code in member.lead.buyers)
    return tuple(dict.fromkeys(code for code in (main, *named) if code))


def _first(members: Sequence[Member], name: str) -> str | None:
    for _, claim in transfers(members):
        field: Sourced[str] | None = getattr(claim, name)
        if field is not None:
            return field.value
    return None


def _numbers(members: Sequence[Member], name: str) -> tuple[Fact, ...]:
    found = []
    for member, claim in transfers(members):
        field: Sourced[str] | None = getattr(claim, name)
        if field is not None:
            found.append(fact(name, field, member))
    if name == "transmittal":
        for member in members:
            number = member.lead.transmittal
            for resolution in member.resolutions:
                found += [
                    fact(name, words, member)
                    for words in resolution.transmittals
                    if number and words.value == number
                ]
    return once(found)


def _contractors(members: Sequence[Member]) -> tuple[Fact, ...]:
    return once(
        fact("contractor", field, member)
        for member, claim in transfers(members)
        for field in claim.contractors
    )


def received_of(members: Sequence[Member]) -> Fact | None:
    """Return the day of receipt that the highest-ranked document gives in full, or None."""
    for member, claim in transfers(members):
        if claim.received and len(claim.received.value) == 10:
            return fact("received", claim.received, member)
    return None


def _clock(
    members: Sequence[Member],
    buyer: str | None,
    seller: Party | None,
    channel: str | None,
    stage: str | None,
) -> tuple[Clock | None, str | None]:
    """Ask the law for the review period of a sale by the United States that is or may be notified.

    Where no rule answers (a buyer that is no country or organisation of the rules, a date that is none),
    return the reason in place of the clock.
    """
    notified = _notified(members)
    ours = channel in CHANNELS or (seller is not None and seller.value == UNITED_STATES) or notified
    if not ours or buyer is None or buyer == UNITED_STATES or not (notified or stage in BEFORE_OFFER):
        return None, None
    received = received_of(members)
    emergency = any(claim.emergency and claim.emergency.value for _, claim in transfers(members))
    try:
        clock = review(
            buyer,
            date.fromisoformat(received.value) if received else None,
            channel=CHANNELS.get(channel or "FMS", "fms"),
            emergency=emergency,
        )
    except (LawError, ValueError) as error:
        return None, f"No review period is computed: {error}."
    return clock, None


def _resolutions(members: Sequence[Member]) -> tuple[Resolved, ...]:
    """Return each resolution once, with the record of the document that knows it latest."""
    found: dict[str, list[tuple[Member, Resolution]]] = {}
    for member in members:
        for claim in member.resolutions:
            same = found.setdefault(resolution_key(claim), [])
            if member.document not in {other.document for other, _ in same}:
                same.append((member, claim))
    return tuple(_resolved(found[key]) for key in sorted(found))


def _resolved(same: Sequence[tuple[Member, Resolution]]) -> Resolved:
    _, latest = max(same, key=lambda pair: (_text(pair[1].as_of) or "", len(pair[1].actions)))
    actions = (
        f"{action.date.value}: {action.value}" if action.date else action.value for action in latest.actions
    )
    return Resolved(
        number=latest.number.value,
        congress=latest.congress.value if latest.congress else None,
        title=_text(latest.title),
        sponsor=_text(latest.sponsor),
        introduced=_text(latest.introduced),
        actions=tuple(dict.fromkeys(actions)),
        as_of=_text(latest.as_of),
        facts=tuple(fact("resolution", claim.number, member) for member, claim in same),
    )


def _text(field: Sourced[str] | None) -> str | None:
    return field.value if field else None


def _remarks(members: Sequence[Member]) -> tuple[Remark, ...]:
    """Mark what the documents that are first about this sale misstate of the law."""
    found, seen = [], set()
    for member in members:
        if not member.main or member.document in seen or member.rank == "instrument":
            continue
        seen.add(member.document)
        found += _misstatements(member)
    return tuple(found)


def _misstatements(member: Member) -> list[Remark]:
    text = member.reading.document.text
    return [
        Remark(
            misreading=one.id,
            document=member.document,
            as_written=text[one.start : one.end],
            passage=Passage(one.start, one.end),
            correct=one.correct,
            citation=one.citation,
            confidence=one.confidence,
        )
        for one in misreadings.check(text)
    ]


def _missing(
    members: Sequence[Member], clock: Clock | None, sums: Sequence[Fact], stage: str | None
) -> Iterable[str]:
    if clock is not None and clock.received is None:
        yield "No document gives the day Congress received the certification."
    if clock is not None and ceiling(sums) is None:
        yield "No official document gives the notified value."
    if not any(claim.items for _, claim in transfers(members)):
        yield "No document lists what is sold."
    printed = any(member.reading.heading.kind.startswith("federal register") for member in members)
    if clock is not None and stage is not None and not printed:
        yield "No Federal Register notice of it is in the docket."


def _sources(members: Sequence[Member]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for member in members:
        heading, document = member.reading.heading, member.reading.document
        found.setdefault(
            document.id,
            Source(
                document=document.id,
                address=document.address,
                kind=heading.kind,
                rank=member.rank,
                title=heading.title.value if heading.title else None,
                publisher=heading.publisher.value if heading.publisher else None,
                published=member.published,
                sample=heading.sample,
                why=member.why,
                score=member.score,
            ),
        )
    return tuple(found.values())


def _reviewed(case: CaseFile) -> bool:
    """Tell whether a review by Congress applies; only sales by the United States bear a transmittal."""
    notified = any(event.stage == "notified" for event in case.timeline) or case.stage == "notified"
    return bool(case.transmittals) or (case.seller == UNITED_STATES and notified)


def row(case: CaseFile) -> CaseRow:
    """Return a case as one line of a list."""
    amount, currency = amount_of(ceiling(case.values))
    clock = case.clock
    dates = sorted(event.date for event in case.timeline if event.date)
    published = [source.published for source in case.sources if source.published]
    past = [day for day in dates if not clock or day != clock.last_day]
    return CaseRow(
        key=case.key,
        title=case.title,
        buyer=case.buyer,
        buyer_name=case.buyer_name,
        buyers=case.buyers,
        seller=case.seller,
        channel=case.channel,
        stage=case.stage,
        reported=case.reported,
        articles=tuple(articles_of(case.items)),
        value=amount,
        currency=currency,
        received=clock.received if clock else None,
        days=clock.days if clock else None,
        last_day=clock.last_day if clock else None,
        waived=bool(clock and clock.waived),
        reviewed=_reviewed(case),
        first_date=min([*dates, *published], default=None),
        last_date=max([*past, *published], default=None),
        documents=len(case.sources),
        sources=tuple(source.address for source in case.sources),
    )
