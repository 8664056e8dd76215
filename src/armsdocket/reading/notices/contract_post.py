"""The Defense Department's daily contract posts: one transfer for each paragraph that sells abroad.

A paragraph names the contractor with its place, the sum, what is bought, who it is for, where the work is
done, when it ends, and the contracting activity. Awards for American forces alone are left out. A paragraph
that corrects such an award of an earlier post is read too.
"""

import re
from collections.abc import Iterator
from typing import Any

from armsdocket.documents.document import Document
from armsdocket.reading.claims import Heading, Item, Reading, Sourced, Stage, Transfer
from armsdocket.reading.notices import award, award_correction, award_numbers, award_parties, items
from armsdocket.reading.notices.flow import Flow, flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.sample import is_sample
from armsdocket.reading.values.date import find_dates
from armsdocket.vocabulary.notice_terms import contract_phrase

NAME = "contract-post"
VERSION = "1"

_DATED = re.compile(
    r"\bContracts? [Ff]or (?P<date>[A-Z][a-z]+\.? \d{1,2}, \d{4})|^(?P<head>[A-Z][a-z]+\.? \d{1,2}, \d{4})$",
    re.MULTILINE,
)
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
        if contract_phrase("correction").match(folded) and award_correction.of_a_sale(folded):
            claim = award_correction.read(words, start, end, published, ledger)
            claims += [claim] if claim else []
        elif (
            contract_phrase("award").search(folded) is None
            and contract_phrase("activity").search(folded) is None
        ):
            ledger.ignore(start, end, "no award", "a heading or a note of the post")
        elif not award.sells_abroad(folded):
            ledger.ignore(start, end, "domestic award", "an award for American forces alone")
        else:
            ledger.read(start, end)
            claims.append(_transfer(words, start, end, published, ledger))
    title = next(iter(words.paragraphs()), None)
    return ledger.reading(
        document,
        Heading(
            kind="contract post",
            title=words.sourced(words.text[slice(*title)][:200], title[0], min(title[1], title[0] + 200))
            if title
            else None,
            published=published,
            language="en",
            sample=is_sample(document),
        ),
        claims,
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
    fields: dict[str, Any] = {"contractors": award_parties.contractors(words, start, head)}
    if fields["contractors"]:
        fields["place"] = fields["contractors"][0].place
    if cue is not None:
        stage: Stage = "contracted"
        fields["stage"] = words.sourced(stage, head, after)
        fields["stage_date"] = published
    fields["value"] = award.amount(words, after, end)
    buyers = award_parties.buyers(words, start, end)
    fields["buyer"], fields["shared_with"] = (buyers[0], buyers[1:]) if buyers else (None, ())
    fields["contract"] = award_numbers.contract(words, start, end)
    fields["fms_case"] = award_numbers.fms_case(words, start, end)
    fields["modification"] = award_numbers.modification(words, start, end)
    fields["activity"] = award.activity(words, start, end)
    fields["completion"] = award.completion(words, after, end)
    fields["foreign_share"] = award.foreign_share(words, start, end)
    fields["items"] = _items(words, after, end)
    fields |= award.channel(words, start, end)
    if fields["value"] is None or not fields["contractors"]:
        ledger.warn(
            start, min(end, start + 200), "award without its parts", "no contractor or no sum was found"
        )
    fields = {name: value for name, value in fields.items() if value is not None}
    return Transfer(reader=f"{NAME}/{VERSION}", rule="award that sells abroad", **fields)


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
