"""The parts of one award's paragraph beside its parties: sum, channel, share, activity, completion."""

import re
from typing import Any

from armsdocket.reading.claims import Channel, Party, Sourced, Value
from armsdocket.reading.notices import estimate
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.values.date import find_dates
from armsdocket.reading.values.money import find_money
from armsdocket.vocabulary.countries import find_places
from armsdocket.vocabulary.notice_terms import contract_phrase

_SHARE = re.compile(r"(?P<share>\d{1,3}(?:\.\d+)?)[\s-]?(?:percent|per cent|%)", re.IGNORECASE)
_FOREIGN = re.compile(r"foreign|international|\bFMS\b|non[- ](?:U\.S\. )?(?:DoD|Department)|partner")
_ACTIVITY = re.compile(
    r"(?:The )?contracting activity is (?:the )?(?P<name>[^.]{5,200}?(?:\.[A-Z][^.]{0,80})*?)(?: "
    r"\([A-Z0-9 -]+\))?[.;]*\s*$"
)


def sells_abroad(folded: str) -> bool:
    """Tell whether an award's paragraph, folded, has a buyer abroad."""
    if contract_phrase("not_abroad").search(folded):
        return False
    return contract_phrase("abroad").search(folded) is not None


def foreign_share(words: Flow, start: int, end: int) -> Sourced[float] | None:
    """Return the per cent of the award that is sold abroad, where the post states it for all buyers abroad.

    Several buyers abroad with a share of each give none: their sum stands nowhere.
    """
    for first, last in words.sentences(start, end):
        folded = words.folded[first:last]
        whole = (
            re.search(
                r"(?P<share>\d{1,3}(?:\.\d+)?)[ -]?percent(?: of [a-z ]{0,30})?(?:\(?(?:foreign military "
                r"sales?|fms)\b| (?:is |for |are |in support of )?(?:foreign military sales?|fms)\b)",
                folded,
            )
            or re.search(
                r"(?:foreign military sales?|\bfms\b) (?:is|are|represents?|constitutes?)(?: approximately"
                r"| about)? (?P<share>\d{1,3}(?:\.\d+)?) ?percent",
                folded,
            )
            or re.search(
                r"foreign military sales?[^.;%]{0,80}?\((?:\$[\d,]+[;,] "
                r")?(?P<share>\d{1,3}(?:\.\d+)?) ?percent",
                folded,
            )
        )
        if whole is not None:
            return words.sourced(
                float(whole["share"]), first + whole.start("share"), first + whole.end("share")
            )
        if "combine" in folded or "purchase" in folded:
            shares = _shares(words, first, last)
            if len(shares) == 1:
                return words.sourced(float(shares[0]["share"]), *shares[0].span("share"))
    return None


def _shares(words: Flow, start: int, end: int) -> list[re.Match[str]]:
    """Return the shares that stand behind a country or a foreign buyer."""
    text = words.text
    found = []
    for share in _SHARE.finditer(text, start, end):
        opened = text.rfind("(", start, share.start())
        before = text[max(start, opened - 70) : opened] if opened > 0 else ""
        cut = max(before.rfind(";"), before.rfind(")"))
        owner = before[cut + 1 :]
        abroad = any(place.code != "US" for place in find_places(owner)) or _FOREIGN.search(owner)
        if abroad and "less than" not in text[max(start, share.start() - 12) : share.start()]:
            found.append(share)
    return found


def activity(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the contracting activity with its place."""
    text = words.text
    for first, last in words.sentences(start, end):
        if behind := _ACTIVITY.search(text, first, last):
            return words.sourced(behind["name"].strip(" ,"), *behind.span("name"))
        cue = contract_phrase("activity").search(words.folded[first:last])
        if cue is None or cue.start() < 4:
            continue
        stop = first + cue.start()
        while stop > first and text[stop - 1] in " ,":
            stop -= 1
        begin = first + 4 if text.startswith(("The ", "the "), first) else first
        if begin < stop:
            return words.sourced(text[begin:stop], begin, stop)
    return None


def completion(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return when the work is to be completed, with the precision given."""
    text = words.text
    for first, last in words.sentences(start, end):
        folded = words.folded[first:last]
        for cue in contract_phrase("completion").finditer(folded):
            at = first + cue.end()
            for date in find_dates(text, max(first, first + cue.start() - 40), min(last, at + 60)):
                if date.passage.start >= at - 1 or "completion date" in folded[cue.start() : cue.end()]:
                    return words.sourced(date.value, date.passage.start, date.passage.end)
    return None


def channel(words: Flow, start: int, end: int) -> dict[str, Any]:
    """Return the channel and the seller, as fields of a transfer, where an award names the program."""
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


def amount(words: Flow, start: int, end: int) -> Value | None:
    """Return the first sum after the award: what the contract, modification or order is worth."""
    for money in find_money(words.text, start, end)[:1]:
        around = words.folded[max(start, money.passage.start - 60) : money.passage.end + 40]
        ceiling = contract_phrase("ceiling").search(around)
        return estimate.value(words, money, "contract", "at most" if ceiling else "exactly")
    return None
