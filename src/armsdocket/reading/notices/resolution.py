"""Joint resolutions of disapproval: records of a resolution (JSON) and the text of the bill itself.

A record holds what was done up to the day of its last version. Nothing is inferred from what it
does not hold: a resolution without a later action has no later status here.
"""

import re
from typing import Any

from armsdocket.documents.document import Block, Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Action, Heading, Problem, Reading, Resolution, Sourced, Transfer, Vote
from armsdocket.reading.notices import prohibited, resolution_bill
from armsdocket.reading.notices.flow import flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.proceedings import actions, block_value, roll_call, said
from armsdocket.reading.notices.resolution_record import Record
from armsdocket.reading.notices.sample import is_sample

NAME = "resolution"
VERSION = "2"
READER = f"{NAME}/{VERSION}"

Named = dict[str, tuple[Sourced[str], ...]]


def read(document: Document) -> Reading:
    """Read a resolution: one Resolution claim and a Transfer for each sale that it lists."""
    if any(block.role == "field" for block in document.blocks):
        return _record(Record(document))
    return _bill(document)


def _record(record: Record) -> Reading:
    document, number = record.document, record.number
    if number is None:
        what = "the record gives no number of a joint resolution"
        problem = Problem(what=what, rule="record of a resolution")
        return Reading(
            document=document, heading=Heading(kind="resolution", language="en"), problems=(problem,)
        )
    title = record.find("title")
    sales, problems, ignored, named = _sales(record, title)
    done = actions(document, record.actions())
    sponsor = record.find(
        "sponsor", "sponsors.0.fullName", "sponsor.fullName", "sponsors.0.name", "sponsor.name"
    )
    introduced = record.find("introduced", "introducedDate")
    claim = Resolution(
        reader=READER,
        rule="record of a resolution",
        number=number,
        congress=record.congress,
        chamber=Sourced(
            value="House" if number.value.startswith("H") else "Senate",
            as_written=number.as_written,
            passage=number.passage,
        ),
        title=block_value(document, title) if title else None,
        sponsor=record.member(sponsor) if sponsor else None,
        cosponsors=record.cosponsors(),
        introduced=block_value(document, introduced) if introduced else None,
        transmittals=named["transmittals"] or _listed(record),
        communications=named["communications"],
        actions=done,
        votes=_votes(record, done),
        as_of=record.as_of(),
    )
    heading = Heading(
        kind="resolution",
        title=claim.title,
        publisher=Sourced(
            value="United States Congress", as_written=number.as_written, passage=number.passage
        ),
        published=claim.introduced,
        official_id=number,
        language="en",
        sample=is_sample(document),
    )
    return Reading(
        document=document, heading=heading, claims=(claim, *sales), problems=problems, ignored=ignored
    )


def _votes(record: Record, done: tuple[Action, ...]) -> tuple[Vote, ...]:
    """Return the roll calls; a vote told only in an action is read from the action."""
    document = record.document
    found = [vote for where in record.roll_calls() if (vote := roll_call(document, where))]
    known = {(vote.yeas.value, vote.nays.value) for vote in found if vote.yeas and vote.nays}
    for action in done:
        vote = said(document, action)
        if vote and vote.yeas and vote.nays and (vote.yeas.value, vote.nays.value) not in known:
            known.add((vote.yeas.value, vote.nays.value))
            found.append(vote)
    return tuple(sorted(found, key=lambda vote: vote.date.value if vote.date else ""))


def _listed(record: Record) -> tuple[Sourced[str], ...]:
    """Return the transmittals that the record lists of itself."""
    return tuple(
        Sourced(
            value=re.sub(r"^RSAT ", "", block_value(record.document, block).value),
            as_written=record.document.block_words(block),
            passage=block.passage,
        )
        for _, block in record.many("transmittals", "text")
    )


def _sales(
    record: Record, title: Block | None
) -> tuple[tuple[Transfer, ...], tuple[Problem, ...], tuple[Problem, ...], Named]:
    """Read the sales of the last text; a record without a text has only what its title names."""
    text = record.last_text()
    where = text.passage if text else title.passage if title else Passage(0, 0)
    words = flow(record.document.text, where.start, where.end)
    if text is None:
        return prohibited.titled(words, READER), (), (), {"transmittals": (), "communications": ()}
    ledger = Ledger(words)
    sales, named = prohibited.read(words, ledger, READER)
    ledger.audit()
    return sales, ledger.problems, ledger.ignored, named


def _bill(document: Document) -> Reading:
    """Read the text of a bill, as printed or as XML."""
    where = document.body
    words = flow(document.text, where.start, where.end)
    ledger = Ledger(words)
    sales, named = prohibited.read(words, ledger, READER)
    found = resolution_bill.number(words)
    heading: dict[str, Any] = {"kind": "resolution", "language": "en", "sample": is_sample(document)}
    claims: tuple[Any, ...] = sales
    if found is not None:
        printed = resolution_bill.read(words, found, named, READER)
        claims = (printed, *sales)
        heading |= {"official_id": printed.number, "title": printed.title, "published": printed.introduced}
    head = prohibited.body(words.text)
    ledger.ignore(0, head, "bill head", "the printed head of the bill, read for its fields")
    ledger.audit()
    return ledger.reading(document, Heading(**heading), claims)
