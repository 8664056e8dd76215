"""The Defense Department's daily contract posts: one transfer for each paragraph that sells abroad.

A paragraph names the contractor with its place, the sum, what is bought, who it is for, where the work is
done, when it ends, and the contracting activity. Awards for American forces alone are left out.
"""

import re
from collections.abc import Iterator
from typing import Any

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Channel, Heading, Item, Party, Reading, Sourced, Stage, Transfer
from armsdocket.reading.notices import award, estimate, items
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.sample import is_sample
from armsdocket.reading.values.date import find_dates
from armsdocket.reading.values.money import find_money
from armsdocket.vocabulary.notice_terms import contract_phrase

NAME = "contract-post"
VERSION = "1"

_DATED = re.compile(
    r"\bContracts? [Ff]or (?P<date>[A-Z][a-z]+\.? \d{1,2}, \d{4})|^(?P<head>[A-Z][a-z]+\.? \d{1,2}, \d{4})$",
    re.MULTILINE,
)
_CORRECTION = re.compile(r"\W*(?:correction|update|clarification|editor's note)\b")
_NUMBER = re.compile(
    r"(?<![A-Z0-9-])[A-Z][A-Z0-9]{5}\s?-?\s?\d{2}[ -]?(?P<kind>[A-Z])-?[A-Z0-9]{4}(?![A-Z0-9-])"
)
# Numbers of solicitations and requests, not of contracts.
_SOLICITATIONS = frozenset("RQBT")
_ORDER = "F"
# Before an order's own number: the word, or the number of the agreement it is placed under and a stroke.
_ORDERED = re.compile(r"(?:\border(?: number)?,? ?\(?|[A-Z0-9]{4} ?/ ?)$")
_FOR = re.compile(
    r"\b(?:contract|modification|order|option|agreement|award|sales(?: \([^)]*\))?"
    r"|[A-Z0-9]{6}-\d{2}-[A-Z]-[A-Z0-9]{4})\)?"
    r"[^.]{0,60}?\b(?P<cue>for the (?:procurement|purchase|production|delivery|manufacture) (?:and [a-z]+ "
    r")?of|for(?! foreign military| FMS)|to (?:procure|provide|purchase|"
    r"manufacture|produce|deliver|acquire|upgrade|modify|exercise (?:an|the) option (?:for|to))"
    r"(?: and (?:deliver|install|produce|provide|test))?)\s+"
)
# Where the first sentence tells no purpose: "Contractor will provide ...", "This modification procures ...".
_WILL = re.compile(
    r"(?:(?:The |[Tt]he )?[Cc]ontractor (?:will|shall|is to) (?:provide|deliver|manufacture|produce|procure"
    r"|supply|remanufacture|upgrade|repair)(?: and (?:deliver|install|test))?"
    # "provide the Royal Thai Air Force with recorders"
    r"(?: (?:(?:[A-Z][\w.]+|and|the|of|air force|navy|army) ){1,12}with\b)?"
    r"|(?:This|The) (?:[a-z]+ )?(?:modification|order|option|contract|effort|award|requirement)\b"
    r"[^.;]{0,40}?\b"
    r"(?:provides? for|procures|is for|will procure|exercises an option (?:for|to procure)))"
    r"(?: the (?:procurement|purchase|production|delivery|manufacture) of)?\s+"
)
_MODIFICATION = re.compile(
    r"\b[Mm]odification (?:number |No\. )?\(?(?P<number>[A-Z]{1,3}\d{4,6}|\d{4,6}|(?<=\()\d{1,3}(?=\)))\b"
    r"(?![,-]\w)"
)
# "Foreign Military Sales case AE-B-UAF", "FMS case number AE-B-UAF"; two cases in one award are nobody's own.
_FMS_CASE = re.compile(
    r"\b[Cc]ase (?:[Nn]umber |[Nn]o\. ?)?(?P<number>[A-Z][A-Z0-9]-[A-Z]-[A-Z0-9]{3})(?![\w-])"
)
# "6 for the Navy; 4 for Norway": how a number is shared, not a thing of its own.
_SHARED = re.compile(r"[\w,()]+ for ")
PURPOSE = 3
"""Sentences of an award in which its purpose may stand."""


def read(document: Document) -> Reading:
    """Read a post: one transfer for each award that sells abroad, in order."""
    words = flow(document.text, document.body.start, document.body.end)
    ledger = Ledger(words)
    published = _published(words, ledger)
    claims = []
    for start, end in _awards(words):
        folded = words.folded[start:end]
        if _CORRECTION.match(folded) and sells_abroad(folded):
            ledger.report(start, end, "correction", "a note that corrects an earlier post")
            continue
        if (
            contract_phrase("award").search(folded) is None
            and contract_phrase("activity").search(folded) is None
        ):
            ledger.ignore(start, end, "no award", "a heading or a note of the post")
        elif not sells_abroad(folded):
            ledger.ignore(start, end, "domestic award", "an award for American forces alone")
        else:
            ledger.read(start, end)
            claims.append(_transfer(words, start, end, published, ledger))
    title = next(iter(words.paragraphs()), None)
    return Reading(
        document=document,
        heading=Heading(
            kind="contract post",
            title=words.sourced(words.text[slice(*title)][:200], title[0], min(title[1], title[0] + 200))
            if title
            else None,
            published=published,
            language="en",
            sample=is_sample(document),
        ),
        claims=tuple(claims),
        problems=ledger.problems,
        ignored=ledger.ignored,
    )


def _awards(words: Flow) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs, one with several awards in parts: each ends where its activity is named."""
    for start, end in words.paragraphs():
        begin = start
        for _, stop in words.sentences(start, end):
            named = contract_phrase("activity").search(words.folded[begin:stop])
            if named and contract_phrase("award").search(words.folded[stop:end]):
                yield begin, stop
                begin = stop
        yield begin, end


def sells_abroad(folded: str) -> bool:
    """Tell whether an award's paragraph, folded, has a buyer abroad."""
    if contract_phrase("not_abroad").search(folded):
        return False
    return contract_phrase("abroad").search(folded) is not None


def _published(words: Flow, ledger: Ledger) -> Sourced[str] | None:
    dated = _DATED.search(words.text, 0, 1500)
    if dated is None:
        return None
    span = dated.span("date") if dated["date"] else dated.span("head")
    for date in find_dates(words.text, *span):
        ledger.read(*dated.span())
        return words.sourced(date.value, date.passage.start, date.passage.end)
    return None


def _transfer(words: Flow, start: int, end: int, published: Sourced[str] | None, ledger: Ledger) -> Transfer:
    folded = words.folded[start:end]
    cue = contract_phrase("award").search(folded)
    head = start + cue.start() if cue else start
    after = start + cue.end() if cue else start
    fields: dict[str, Any] = {"contractors": award.contractors(words, start, head)}
    if fields["contractors"]:
        fields["place"] = fields["contractors"][0].place
    if cue is not None:
        stage: Stage = "contracted"
        fields["stage"] = words.sourced(stage, head, after)
        fields["stage_date"] = published
    fields["value"] = _amount(words, after, end)
    buyers = award.buyers(words, start, end)
    fields["buyer"], fields["shared_with"] = (buyers[0], buyers[1:]) if buyers else (None, ())
    fields["contract"] = _contract(words, start, end)
    fields["fms_case"] = _fms_case(words, start, end)
    fields["modification"] = _modification(words, start, end)
    fields["activity"] = award.activity(words, start, end)
    fields["completion"] = award.completion(words, after, end)
    fields["foreign_share"] = award.foreign_share(words, start, end)
    fields["items"] = _items(words, after, end)
    fields |= _channel(words, start, end)
    if fields["value"] is None or not fields["contractors"]:
        ledger.warn(
            start, min(end, start + 200), "award without its parts", "no contractor or no sum was found"
        )
    fields = {name: value for name, value in fields.items() if value is not None}
    return Transfer(reader=f"{NAME}/{VERSION}", rule="award that sells abroad", **fields)


def _amount(words: Flow, start: int, end: int) -> Any:
    """Return the first sum after the award: what the contract, modification or order is worth."""
    for money in find_money(words.text, start, end)[:1]:
        around = words.folded[max(start, money.passage.start - 60) : money.passage.end + 40]
        ceiling = contract_phrase("ceiling").search(around)
        return estimate.value(words, money, "contract", "at most" if ceiling else "exactly")
    return None


def _contract(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the award's own number: an order's, else the one behind the activity, else the first.

    An order names two, its own and that of the contract it is placed against.
    """
    found = [one for one in _NUMBER.finditer(words.text, start, end) if one["kind"] not in _SOLICITATIONS]
    activity = contract_phrase("activity").search(words.folded[start:end])
    tail = start + activity.start() if activity else end
    # Between the award's sentence and the activity stand orders made elsewhere, whose funds are told.
    opening = next(iter(words.sentences(start, end)), (start, end))[1]
    orders = [
        one
        for one in found
        if one["kind"] == _ORDER
        and not opening < one.end() < tail
        and _ORDERED.search(words.text, start, one.start())
    ]
    found = orders or [one for one in found if one["kind"] != _ORDER] or found
    if not found:
        return None
    behind = [one for one in found if one.start() > tail]
    match = behind[0] if behind else found[0]
    return words.sourced(_styled(match[0]), *match.span())


def _fms_case(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the FMS case that the award is placed under, where it names exactly one."""
    found = list(_FMS_CASE.finditer(words.text, start, end))
    if len({one["number"] for one in found}) != 1:
        return None
    return words.sourced(found[0]["number"], *found[0].span("number"))


def _modification(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the number of the modification that the award's first sentence tells of."""
    opening = next(iter(words.sentences(start, end)), (start, end))
    match = _MODIFICATION.search(words.text, *opening)
    return words.sourced(match["number"], *match.span("number")) if match else None


def _styled(number: str) -> str:
    """Return a contract's number with its hyphens: W58RGZ-14-D-0117."""
    bare = re.sub(r"[\s-]", "", number)
    return f"{bare[:6]}-{bare[6:8]}-{bare[8]}-{bare[9:]}"


def _items(words: Flow, start: int, end: int) -> tuple[Item, ...]:
    """Return what the award buys: counted lines, else the words of its purpose."""
    for number, (first, last) in enumerate(words.sentences(start, end)[:PURPOSE]):
        purpose = (_WILL if number else _FOR).search(words.text, first, last)
        if purpose is None:
            continue
        found = items.lines(words, purpose.end(), last)
        counted = [item for item in found if item.quantity and not _SHARED.match(item.as_written)]
        whole = items.item(words, *items.bare(words.text, purpose.end(), last))
        if made := counted or ([whole] if whole is not None else []):
            return tuple(made)
    return ()


def _channel(words: Flow, start: int, end: int) -> dict[str, Any]:
    fms = contract_phrase("fms").search(words.folded[start:end])
    if fms is None:
        return {}
    where = words.passage(start + fms.start(), start + fms.end())
    written = where.words(words.source)
    channel: Channel = "FMS"
    return {
        "channel": Sourced(value=channel, as_written=written, passage=where),
        "seller": Party(value="US", as_written=written, passage=where, name="United States"),
    }
