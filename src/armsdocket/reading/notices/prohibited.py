"""What a joint resolution would prohibit: each sale or export it lists, with buyer, items and transmittal."""

import re
from itertools import pairwise
from typing import Any

from armsdocket.reading.claims import Channel, Item, Party, Sourced, Stage, Transfer
from armsdocket.reading.notices import estimate, purchaser, request
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.notices.transmittal import Transmittal, find_transmittals
from armsdocket.reading.values.date import find_dates

_ENACTS = re.compile(r"\bThat (?=the |any |issuance |each )")
_MEMBER = re.compile(r"(?:^|(?<=prohibited:)|(?<=prohibited: ))\((?P<number>\d{1,3})\)\s*", re.MULTILINE)
_SUBMITTED = re.compile(
    r"(?:(?:was |were )?(?:submitted to Congress|sent to the Speaker of the House of Representatives and "
    r"the chairman of the "
    r"Committee on Foreign Relations of the Senate))[^:]{0,160}?(?:sub)?sections? "
    r"(?P<section>36\([bcd]\)(?:\(\d\))?(?:\([A-C]\))?)",
)
_SECTION = re.compile(
    r"(?:sub)?sections? (?P<section>36\([bcd]\)(?:\(\d\))?(?:\([A-C]\))?|\([bcd]\)(?: and \([bcd]\))? of "
    r"section 36)"
)
_COMMUNICATION = re.compile(
    r"Executive Communication (?P<number>\d{1,5})(?: \(EC-\d{1,5}\))?|\bEC-(?P<short>\d{1,5})"
)
_COMMERCIAL = re.compile(r"licen[cs]e|section 36\([cd]\)|subsections \(c\)|export", re.IGNORECASE)
_FMS = re.compile(r"foreign military sales?|letters? of offer|section 36\(b\)", re.IGNORECASE)
_TO = re.compile(r"\b(?i:sales?|exports?|transfers?|agreements)\b[^.:]{0,60}? to (?:the )?(?=[A-Z])")
_TO_ENDS = re.compile(r" (?:is|are)(?: hereby)? prohibited| \(described| described|,? is hereby|:")
_COLON = re.compile(r"\)?:\s+|\bAct\b[^:]{0,40}:\s+")
_ADDED_TO = re.compile(r",? to a previous sale\b.*|,? (?:that|which) will be added to\b.*", re.DOTALL)
_PROPOSED = re.compile(r"^(?:the )?proposed (?:sale|transfer|export) of ", re.IGNORECASE)
_BANNED = re.compile(r"(?:is|are)(?: hereby)? prohibited:\s*")
_LETTERED = re.compile(r"\([A-Z]\)\s*")
_NUMBERED = re.compile(r"\(transmittal numbered [^)]*\)", re.IGNORECASE)

Named = dict[str, tuple[Sourced[str], ...]]


def body(text: str) -> int:
    """Return where the enacting words begin ("That the following proposed ...")."""
    found = _ENACTS.search(text)
    return found.start() if found else 0


def read(words: Flow, ledger: Ledger, reader: str) -> tuple[tuple[Transfer, ...], Named]:
    """Return a transfer for each sale listed, and the numbers the resolution goes by."""
    text = words.text
    start = body(text)
    if _ENACTS.search(text) is None:
        return (), {"transmittals": (), "communications": ()}
    ledger.ignore(0, start, "bill head", "number and title, read as fields of the record")
    members = _members(text, start)
    preamble = (start, members[0][0] if members else len(text))
    ledger.read(*preamble)
    found = find_transmittals(text, start)
    bare = _bare(text, members)
    communications = _communications(words, start)
    named: Named = {
        "transmittals": _unique(words, [*found, *bare]),
        "communications": communications,
    }
    before = [each for each in found if each.start < preamble[1]]
    if bare:
        made = [_listed(words, preamble, each, reader, ledger) for each in bare]
    elif before or not members:
        made = [_sale(words, preamble, members, before[:1], reader, ledger)]
    else:
        made = [
            _sale(
                words,
                preamble,
                [member],
                [each for each in found if member[0] <= each.start < member[1]],
                reader,
                ledger,
            )
            for member in members
        ]
    return tuple(made), named


def titled(words: Flow, reader: str) -> tuple[Transfer, ...]:
    """Return the sale that a title names, for a resolution whose text is not given: its buyer, no more."""
    whole = (0, len(words.text))
    fields = _common(words, whole, whole)
    return (Transfer(reader=reader, rule="sale named in a title", **fields),) if "buyer" in fields else ()


def _members(text: str, start: int) -> list[tuple[int, int]]:
    """Return the spans of "(1) ...", "(2) ...", each with the paragraphs that belong to it."""
    firsts = [match.start() for match in _MEMBER.finditer(text, start)]
    return list(pairwise([*firsts, len(text)])) if firsts else []


def _bare(text: str, members: list[tuple[int, int]]) -> list[Transmittal]:
    """Return the numbers of a list that gives nothing but numbers: "(1) DDTC-17-079." "(15) 17-0B."."""
    found = []
    for start, end in members:
        lead = _MEMBER.match(text, start)
        at = lead.end() if lead else start
        if end - at > 24:
            return []
        label = f"Transmittal {text[at:end]}"
        shift = at - len("Transmittal ")
        found += [
            Transmittal(each.number, each.series, each.start + shift, each.end + shift, at)
            for each in find_transmittals(label)
        ]
    return found


def _unique(words: Flow, found: list[Transmittal]) -> tuple[Sourced[str], ...]:
    kept: dict[str, Sourced[str]] = {}
    for each in found:
        kept.setdefault(each.number, words.sourced(each.number, each.start, each.end))
    return tuple(kept.values())


def _communications(words: Flow, start: int) -> tuple[Sourced[str], ...]:
    kept: dict[str, Sourced[str]] = {}
    for match in _COMMUNICATION.finditer(words.text, start):
        number = f"EC-{match['number'] or match['short']}"
        kept.setdefault(number, words.sourced(number, *match.span()))
    return tuple(kept.values())


def _listed(
    words: Flow, preamble: tuple[int, int], number: Transmittal, reader: str, ledger: Ledger
) -> Transfer:
    ledger.read(number.label, number.end)
    fields = _common(words, preamble, preamble)
    return Transfer(
        reader=reader,
        rule="number listed in a resolution",
        transmittal=words.sourced(number.number, number.start, number.end),
        **fields,
    )


def _sale(  # noqa: PLR0917 - what a member is read with
    words: Flow,
    preamble: tuple[int, int],
    members: list[tuple[int, int]],
    found: list[Transmittal],
    reader: str,
    ledger: Ledger,
) -> Transfer:
    where = (members[0][0], members[-1][1]) if members else preamble
    for member in members:
        ledger.read(*member)
    fields = _common(words, preamble, where)
    listed: list[Item] = []
    for member in members or _after_ban(words.text, *preamble):
        listed.extend(_items(words, *member))
    fields["items"] = tuple(listed)
    if found:
        fields["transmittal"] = words.sourced(found[0].number, found[0].start, found[0].end)
        fields["amends"] = _unique(words, [each for each in found[1:] if each.number != found[0].number])
    sums = [each.value for each in estimate.sums(words, *where)]
    fields["value"] = next((value for value in sums if value.of in ("total", "addition")), None)
    fields["values"] = tuple(value for value in sums if value is not fields["value"])
    return Transfer(reader=reader, rule="sale listed in a resolution", **fields)


def _after_ban(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what a resolution without numbered members lists behind "is hereby prohibited:"."""
    found = _BANNED.search(text, start, end)
    return [(found.end(), end)] if found else []


def _common(words: Flow, preamble: tuple[int, int], where: tuple[int, int]) -> dict[str, Any]:
    """Return buyer, channel, section, seller, stage and day of notification."""
    text = words.text
    fields: dict[str, Any] = {}
    buyers = _buyers(words, *preamble) or _buyers(words, *where)
    if buyers:
        fields["buyer"], fields["shared_with"] = buyers[0], buyers[1:]
    submitted = _SUBMITTED.search(text, *where) or _SUBMITTED.search(text, *preamble)
    section = _SECTION.search(text, *where) or _SECTION.search(text, *preamble)
    if section is not None:
        value = section["section"] if section["section"].startswith("36") else "36" + section["section"][:3]
        fields["section"] = words.sourced(value, *section.span("section"))
    fields.update(_channel(words, preamble, section))
    if submitted is not None:
        stage: Stage = "notified"
        fields["stage"] = words.sourced(stage, *submitted.span())
        day = _day(words, submitted.start(), where[1] if submitted.start() >= where[0] else preamble[1])
        fields["notified"] = fields["stage_date"] = day
    return {name: value for name, value in fields.items() if value}


def _channel(words: Flow, preamble: tuple[int, int], section: re.Match[str] | None) -> dict[str, Any]:
    text = words.text
    fms = _FMS.search(text, *preamble)
    commercial = _COMMERCIAL.search(text, *preamble)
    channel: Channel | None = None
    cue = None
    if section is not None and section["section"][:5] in ("36(c)", "36(d)"):
        channel, cue = "DCS", section
    elif section is not None and section["section"].startswith("36(b)"):
        channel, cue = "FMS", section
    elif fms is not None:
        channel, cue = "FMS", fms
    elif commercial is not None:
        channel, cue = "DCS", commercial
    if channel is None or cue is None:
        return {}
    where = words.passage(*cue.span())
    written = where.words(words.source)
    found: dict[str, Any] = {"channel": Sourced(value=channel, as_written=written, passage=where)}
    if channel == "FMS":
        found["seller"] = Party(value="US", as_written=written, passage=where, name="United States")
    return found


def _buyers(words: Flow, start: int, end: int) -> tuple[Party, ...]:
    """Return the countries after "sale to", "exports to", each once."""
    text = words.text
    opened = _TO.search(text, start, end)
    if opened is None:
        return ()
    stop = _TO_ENDS.search(text, opened.end(), end)
    last = stop.start() if stop else end
    one = purchaser.party(words, opened.end(), last)
    several = purchaser.parties(words, opened.end(), last)
    if len(several) > 1:
        return several
    if one is not None and one.value != one.name:
        return (one,)
    return several or ((one,) if one is not None and len(one.name) < 90 else ())


def _day(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the day of submission, not the day on which the Congressional Record printed it."""
    text = words.text
    printed = text.find("published in the Congressional Record", start, end)
    for date in find_dates(text, start, min(end, start + 420)):
        if len(date.value) == 10 and not (0 <= printed < date.passage.start):
            between = words.folded[start : date.passage.start]
            if between.rstrip().endswith((" on", ") on", "congress on")) and ": " not in between[-40:]:
                return words.sourced(date.value, date.passage.start, date.passage.end)
    return None


def _items(words: Flow, start: int, end: int) -> list[Item]:
    """Return the items of one member: behind the colon of its description, or the member itself."""
    text = words.text
    lead = _MEMBER.match(text, start)
    at = lead.end() if lead else start
    head = text[at:end]
    if re.match(
        r"(?:The|Any|An?) (?:proposed )?(?:sale|transfer|export|issuance)[^:]{0,200}(?:following|firearms)",
        head,
    ):
        colon = next((match for match in _COLON.finditer(text, at, end)), None)
        at = colon.end() if colon else at
    if added := _ADDED_TO.search(text, at, end):
        end = added.start()
    if numbered := _NUMBERED.search(text, at, end):
        end = numbered.start()
    made: list[Item] = []
    for first, last in (span for part in words.paragraphs(at, end) for span in words.sentences(*part)):
        inner = _LETTERED.match(text, first, last)
        begin = inner.end() if inner else first
        if proposed := _PROPOSED.match(text[begin:last]):
            begin += proposed.end()
        made.extend(request.listed(words, begin, last, made[-1].mde if made else None))
    return made
