"""Joint resolutions of disapproval: records of a resolution (JSON) and the text of the bill itself.

A record holds what was done up to the day of its last version. Nothing is inferred from what it
does not hold: a resolution without a later action has no later status here.
"""

import re
from typing import Any

from armsdocket.documents.document import Block, Document
from armsdocket.documents.passage import Passage
from armsdocket.reading.claims import Heading, Problem, Reading, Resolution, Sourced, Transfer, Vote, sourced
from armsdocket.reading.notices import prohibited
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.proceedings import actions, block_value, roll_call, said
from armsdocket.reading.notices.sample import is_sample
from armsdocket.reading.values.date import find_dates

NAME = "resolution"
VERSION = "1"
READER = f"{NAME}/{VERSION}"

_NUMBER = re.compile(
    r"(?<![A-Z.])(?P<chamber>[HS])\.\s?J\.\s?Res\.\s?(?P<number>\d{1,4})(?!\d)", re.IGNORECASE
)
_CONGRESS = re.compile(r"(?<!\d)(?P<number>\d{2,3})(?:st|nd|rd|th|d) Congress", re.IGNORECASE)
_SPONSOR = re.compile(
    r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w'. -]{1,40}?)(?:,? \(for (?:himself"
    r"|herself)[^)]{0,400}\))?,? (?:introduced|submitted) the following"
)
_TITLE = re.compile(
    r"(?:A JOINT RESOLUTION|JOINT RESOLUTION)\s*(?P<title>Providing for [^\n]{20,600}?\.)"
    r"|(?P<plain>Providing for congressional disapproval [^\n]{20,600}?\.)",
    re.DOTALL,
)


def read(document: Document) -> Reading:
    """Read a resolution: one Resolution claim and a Transfer for each sale that it lists."""
    fields = {block.path: block for block in document.blocks if block.role == "field"}
    if fields:
        return _record(document, fields)
    return _bill(document)


def _find(fields: dict[str, Block], *names: str) -> Block | None:
    """Return the field of one of these names, at the top of the record or one level down ("bill.title")."""
    for name in names:
        for path, block in fields.items():
            if path == name or path.split(".", 1)[-1] == name:
                return block
    return None


def _many(fields: dict[str, Block], name: str) -> list[Block]:
    """Return the members of a list of the record, in order: ``cosponsors.0``, ``cosponsors.1.fullName``."""
    pattern = re.compile(rf"^(?:\w+\.)?{name}\.(\d+)(?:\.(?:fullName|text|name))?$")
    found = [(int(match[1]), block) for path, block in fields.items() if (match := pattern.match(path))]
    return [block for _, block in sorted(found, key=lambda each: each[0])]


def _record(document: Document, fields: dict[str, Block]) -> Reading:
    number = _number(document, fields)
    congress = _find(fields, "congress")
    title = _find(fields, "title")
    introduced = _find(fields, "introduced", "introducedDate")
    text = _last_text(fields)
    where = text.passage if text else Passage(0, 0)
    sales, problems, ignored, named = _sales(document, where)
    done = actions(document, _acts(fields))
    sponsor = _find(fields, "sponsor", "sponsors.0.fullName")
    claim = Resolution(
        reader=READER,
        rule="record of a resolution",
        number=number,
        congress=_whole(document, congress),
        chamber=Sourced(
            value="House" if number.value.startswith("H") else "Senate",
            as_written=number.as_written,
            passage=number.passage,
        ),
        title=block_value(document, title) if title else None,
        sponsor=_member(document, sponsor),
        cosponsors=tuple(
            member
            for block in _many(fields, "cosponsors")
            if (member := _member(document, block)) is not None
        ),
        introduced=block_value(document, introduced) if introduced else None,
        transmittals=named["transmittals"] or _listed(document, fields),
        communications=named["communications"],
        actions=done,
        votes=_votes(document, fields, done),
        as_of=_as_of(document, fields),
    )
    heading = Heading(
        kind="resolution",
        title=claim.title,
        publisher=_publisher(document, number),
        published=claim.introduced,
        official_id=number,
        language="en",
        sample=is_sample(document),
    )
    return Reading(
        document=document, heading=heading, claims=(claim, *sales), problems=problems, ignored=ignored
    )


def _publisher(document: Document, number: Sourced[str]) -> Sourced[str]:
    return Sourced(value="United States Congress", as_written=number.as_written, passage=number.passage)


def _number(document: Document, fields: dict[str, Block]) -> Sourced[str]:
    block = _find(fields, "number") or next(iter(fields.values()))
    words = document.block_words(block)
    if match := _NUMBER.search(words):
        return Sourced(value=_styled(match), as_written=words, passage=block.passage)
    kind = _find(fields, "type")
    prefix = document.block_words(kind).upper() if kind else ""
    styled = {"HJRES": "H.J.Res.", "SJRES": "S.J.Res."}.get(re.sub(r"\W", "", prefix), prefix)
    return Sourced(value=f"{styled} {words}".strip(), as_written=words, passage=block.passage)


def _styled(match: re.Match[str]) -> str:
    return f"{match['chamber'].upper()}.J.Res. {match['number']}"


def _whole(document: Document, block: Block | None) -> Sourced[int] | None:
    if block is None or not (words := document.block_words(block)).isdigit():
        return None
    return Sourced(value=int(words), as_written=words, passage=block.passage)


def _member(document: Document, block: Block | None) -> Sourced[str] | None:
    """Return a member without the biographical number that some records add."""
    if block is None:
        return None
    words = document.block_words(block)
    end = len(re.sub(r"\s*\([A-Z]\d{6}\)\s*$", "", words))
    return sourced(words[:end], document.text, block.passage.start, block.passage.start + end)


def _last_text(fields: dict[str, Block]) -> Block | None:
    texts = [
        block for path, block in fields.items() if re.search(r"(?:^|\.)versions\.\d+\.text$|^text$", path)
    ]
    return texts[-1] if texts else None


def _acts(fields: dict[str, Block]) -> list[tuple[Block, Block | None]]:
    found: list[tuple[Block, Block | None]] = []
    for path, block in fields.items():
        if re.search(r"(?:^|\.)actions\.\d+\.text$|(?:^|\.)latestAction\.text$", path):
            stem = path.rsplit(".", 1)[0]
            found.append((block, fields.get(f"{stem}.date") or fields.get(f"{stem}.actionDate")))
    return found


def _votes(document: Document, fields: dict[str, Block], done: tuple[Any, ...]) -> tuple[Vote, ...]:
    """Return the roll calls; a vote told only in an action is read from the action."""
    found = [
        vote
        for path, block in fields.items()
        if re.search(r"(?:^|\.)votes\.[^.]+$", path) and (vote := roll_call(document, block.passage))
    ]
    known = {(vote.yeas.value, vote.nays.value) for vote in found if vote.yeas and vote.nays}
    for action in done:
        vote = said(document, action)
        if vote and vote.yeas and vote.nays and (vote.yeas.value, vote.nays.value) not in known:
            known.add((vote.yeas.value, vote.nays.value))
            found.append(vote)
    return tuple(sorted(found, key=lambda vote: vote.date.value if vote.date else ""))


def _as_of(document: Document, fields: dict[str, Block]) -> Sourced[str] | None:
    """Return the last day the record knows of: nothing after it is known from this document."""
    days = [
        block_value(document, block)
        for path, block in fields.items()
        if re.search(r"(?:^|\.)(?:date|actionDate|updateDate|introduced)$", path)
        and re.match(r"\d{4}-\d\d-\d\d", document.block_words(block))
    ]
    return max(days, key=lambda day: (day.value, day.passage.start), default=None)


def _listed(document: Document, fields: dict[str, Block]) -> tuple[Sourced[str], ...]:
    """Return the transmittals that the record lists of itself."""
    return tuple(
        Sourced(
            value=re.sub(r"^RSAT ", "", block_value(document, block).value),
            as_written=document.block_words(block),
            passage=block.passage,
        )
        for block in _many(fields, "transmittals")
    )


def _sales(
    document: Document, where: Passage
) -> tuple[
    tuple[Transfer, ...], tuple[Problem, ...], tuple[Problem, ...], dict[str, tuple[Sourced[str], ...]]
]:
    words = flow(document.text, where.start, where.end)
    ledger = Ledger(words)
    sales, named = prohibited.read(words, ledger, READER)
    ledger.audit()
    return sales, ledger.problems, ledger.ignored, named


def _bill(document: Document) -> Reading:
    """Read the text of a bill, as printed or as XML: no actions, only what the bill says."""
    where = document.body
    words = flow(document.text, where.start, where.end)
    ledger = Ledger(words)
    sales, named = prohibited.read(words, ledger, READER)
    text = words.text
    match = _NUMBER.search(text)
    heading: dict[str, Any] = {"kind": "resolution", "language": "en", "sample": is_sample(document)}
    claims: tuple[Any, ...] = sales
    if match is not None:
        number = words.sourced(_styled(match), *match.span())
        claims = (_printed(words, number, match.span(), named), *sales)
        printed = claims[0]
        heading |= {"official_id": number, "title": printed.title, "published": printed.introduced}
    ledger.ignore(0, prohibited.body(text), "bill head", "the printed head of the bill, read for its fields")
    ledger.audit()
    return Reading(
        document=document,
        heading=Heading(**heading),
        claims=claims,
        problems=ledger.problems,
        ignored=ledger.ignored,
    )


def _printed(
    words: Flow,
    number: Sourced[str],
    number_span: tuple[int, int],
    named: dict[str, tuple[Sourced[str], ...]],
) -> Resolution:
    text = words.text
    head = prohibited.body(text)
    congress = _CONGRESS.search(text, 0, head)
    sponsor = _SPONSOR.search(text, 0, head)
    title = _TITLE.search(text, 0, head)
    days = [day for day in find_dates(text, 0, head) if len(day.value) == 10]
    span = (title.span("title") if title["title"] else title.span("plain")) if title else None
    return Resolution(
        reader=READER,
        rule="text of a bill",
        number=number,
        congress=words.sourced(int(congress["number"]), *congress.span("number")) if congress else None,
        chamber=words.sourced("House" if number.value.startswith("H") else "Senate", *number_span),
        title=words.sourced(" ".join(text[slice(*span)].split()), *span) if span else None,
        sponsor=words.sourced(sponsor["name"], *sponsor.span("name")) if sponsor else None,
        introduced=words.sourced(days[0].value, days[0].passage.start, days[0].passage.end) if days else None,
        transmittals=named["transmittals"],
        communications=named["communications"],
    )
