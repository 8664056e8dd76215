"""Corrections in contract posts: what a paragraph says is right about an award of an earlier post.

Such a paragraph names the day of the earlier post, the company, and what was wrong. It is a transfer of its
own under the contract's number. What it says was wrong is not read as a fact, and what it denies is denied.
"""

from typing import Any

from armsdocket.reading.claims import Party, Polarity, Sourced, Stage, Transfer, Value
from armsdocket.reading.notices import award, award_numbers, award_parties
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.values.date import find_dates
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.notice_terms import contract_phrase

NAME = "award-correction"
VERSION = "1"

Span = tuple[int, int]
REACH = 40
"""Characters behind "announced on" or "the correct award date is" in which the day stands."""
_SAYS_WHAT_IS_RIGHT = ("abroad", "not_abroad", "right_number", "right_day", "right_sum")


def of_a_sale(folded: str) -> bool:
    """Tell whether a correction, folded, is of a sale abroad, or denies that an award is one."""
    return contract_phrase("abroad").search(folded) is not None


def read(
    words: Flow, start: int, end: int, published: Sourced[str] | None, ledger: Ledger
) -> Transfer | None:
    """Read a correction of a sale; one without the day it corrects, or of no award made, is reported."""
    sentences = words.sentences(start, end)
    corrected = _day(words, "posted", *sentences[0]) if sentences else None
    denial = contract_phrase("not_abroad").search(words.folded, start, end)
    buyers = _denied(words, denial.end(), sentences) if denial else _buyers(words, sentences)
    made = contract_phrase("not_made").search(words.folded, start, end) is None
    if corrected is None or not made or (denial and not buyers):
        ledger.report(start, end, "correction", "a note that corrects an earlier post")
        return None
    company = award_parties.last_named(words, *sentences[0])
    fields: dict[str, Any] = {
        "contractors": (company,) if company else (),
        "place": company.place if company else None,
        "buyer": buyers[0] if buyers else None,
        "shared_with": buyers[1:],
        "corrects": (corrected,),
        "contract": _number(words, start, end),
        "modification": award_numbers.modification(words, start, end),
        "fms_case": award_numbers.fms_case(words, start, end),
    }
    if denial:
        polarity: Polarity = "denied"
        fields["polarity"] = words.sourced(polarity, *denial.span())
    else:
        fields |= _stated(words, start, end, corrected, published)
    _account(words, sentences, ledger)
    rule = "correction that denies a sale abroad" if denial else "correction of an award that sells abroad"
    return Transfer(reader=f"{NAME}/{VERSION}", rule=rule, **fields)


def _stated(
    words: Flow, start: int, end: int, corrected: Sourced[str], published: Sourced[str] | None
) -> dict[str, Any]:
    """Return the stage with its day, the sum and the channel of the award."""
    stage: Stage = "contracted"
    cue = contract_phrase("posted").search(words.folded, start, end)
    return {
        "stage": words.sourced(stage, *cue.span()) if cue else None,
        "stage_date": _award_day(words, start, end, corrected, published),
        "value": _sum(words, start, end),
        **award.channel(words, start, end),
    }


def _award_day(
    words: Flow, start: int, end: int, corrected: Sourced[str], published: Sourced[str] | None
) -> Sourced[str] | None:
    """Return the day of the award: the right one where it was wrong, else that of the earlier post."""
    if contract_phrase("right_day").search(words.folded, start, end):
        return _day(words, "right_day", start, end, published)
    return corrected


def _day(
    words: Flow, cue: str, start: int, end: int, published: Sourced[str] | None = None
) -> Sourced[str] | None:
    """Return the day behind the words of a cue; "today" is the day of the post."""
    for found in contract_phrase(cue).finditer(words.folded, start, end):
        reach = min(end, found.end() + REACH)
        for date in find_dates(words.text, found.end(), reach)[:1]:
            return words.sourced(date.value, date.passage.start, date.passage.end)
        today = words.folded.find("today", found.end(), reach)
        if today >= 0 and published is not None:
            return words.sourced(published.value, today, today + len("today"))
    return None


def _number(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the contract's number: the right one, where the paragraph says which is."""
    right = contract_phrase("right_number").search(words.folded, start, end)
    return award_numbers.contract(words, right.end() if right else start, end)


def _sum(words: Flow, start: int, end: int) -> Value | None:
    """Return the sum: the right one where it was wrong or left out, else that of the first sentence."""
    right = contract_phrase("right_sum").search(words.folded, start, end)
    if right is not None:
        return award.amount(words, right.end(), end)
    if contract_phrase("wrong_sum").search(words.folded, start, end):
        return None
    return award.amount(words, *words.sentences(start, end)[0])


def _buyers(words: Flow, sentences: list[Span]) -> tuple[Party, ...]:
    """Return the countries that the sentences name, but for those that tell what was misstated.

    The first sentence names the company with its place: there only a cue makes a country a buyer.
    """
    found: dict[str, Party] = {}
    for number, span in enumerate(sentences):
        if contract_phrase("misstated").search(words.folded, *span):
            continue
        for party in award_parties.buyers(words, *span, told=number > 0):
            found.setdefault(party.value, party)
    return tuple(found.values())


def _denied(words: Flow, start: int, sentences: list[Span]) -> tuple[Party, ...]:
    """Return the countries behind the denial, in its sentence."""
    end = next((last for _, last in sentences if last >= start), start)
    places = find_places(words.text, start, end)
    return tuple(award_parties.party(words, place) for place in places if place.code != "US")


def _account(words: Flow, sentences: list[Span], ledger: Ledger) -> None:
    """Enter each sentence: read, said of other things than the sale, or not understood."""
    for number, (first, last) in enumerate(sentences):
        folded = words.folded[first:last]
        if number == 0 or any(contract_phrase(name).search(folded) for name in _SAYS_WHAT_IS_RIGHT):
            ledger.read(first, last)
        elif contract_phrase("aside").search(folded):
            ledger.ignore(first, last, "correction of other parts", "says nothing of the sale itself")
        else:
            ledger.report(first, last, "correction", "a part of a correction that no rule reads")
