"""A certification under section 36(b)(1), clause by clause, with the justification that follows it."""

import re
from itertools import pairwise
from typing import Any

from armsdocket.reading.claims import Item, Party, Sourced, Stage, Transfer, Value
from armsdocket.reading.notices import announcement, contractor, estimate, items, purchaser, request
from armsdocket.reading.notices.clauses import Certification, Clause
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.values.date import find_dates
from armsdocket.vocabulary.notice_terms import phrase

FMS_CASE = re.compile(r"(?<![A-Z0-9-])[A-Z0-9]{2}-[A-Z]-[A-Z0-9]{3}(?![A-Z0-9-])")
# Until about 2016 a case is named by its three letters, with its sum and day: "FMS case QAA-$87M-19Dec08".
_OLD_CASE = re.compile(r"(?<![A-Z0-9$-])(?!FMS|MDE|LOA|DOD)[A-Z]{3}(?![A-Z0-9])")
# The one of "(b)(1)" is read by machine as the letter l.
_SECTION = re.compile(r"section\s+(36\(b\)\([\dl]\)(?:\([A-C]\))?|36\([bcd]\))", re.IGNORECASE)
_OTHER_HEADING = re.compile(r"^\W*non-?\s?(?:mde|major defense (?:equipment|articles?))[^:;]{0,80}(?::|$)")
_MDE_HEADING = re.compile(r"^\W*(?:major defense equipment|mde)(?: \(mde\))?[^:;]{0,40}(?::|$)")
# Words that make a sentence of clause (iii) prose about the case, and no list of things.
_PROSE = re.compile(
    r"\b(?:was|were|has been|have been|had|included|includes the following|implemented|below (?:the "
    r")?congressional|threshold"
    r"|this (?:notification|amendment|case) )\b"
)
_INNER_HEADING = re.compile(r"(?<=[a-z).;]) (?=(?:Non-?\s?MDE|Non-Major Defense Equipment)\b[^;:]{0,40}:)")
_COMBINED = re.compile(r"^\W*(?:the )?above [^.]{0,60}combined as follows")
_NO_COMMISSION = re.compile(r"(?:^|[:;.,])\W*(?:none|n/a|not applicable)\b")
_NOTHING = re.compile(r"^\W*(?:none|n/a|not applicable)\b")


def read(words: Flow, found: Certification, ledger: Ledger, published: str | None) -> dict[str, Any]:
    """Return the fields of a Transfer that one certification states."""
    fields: dict[str, Any] = {}
    for clause in found.clauses.values():
        ledger.read(clause.label, clause.start)
    purchaser_clause(words, found, ledger, fields)
    rows = _value(words, found, ledger)
    _case(words, found, ledger, fields)
    delivered_clause(words, found, ledger, fields)
    left_out(words, found, ledger)
    listed, told = _description(words, found, ledger)
    asked = _justified(words, found, ledger, published, fields)
    _emergency(words, found, ledger, published, fields)
    _compare(words, found, listed, asked.items, ledger)
    fields["items"] = listed or asked.items
    fields.setdefault("buyer", asked.buyer)
    fields.update(settle(rows or list(asked.values), [*told, *(asked.values if rows else ())]))
    if (what := differing(fields)) is not None:
        ledger.warn(found.start, found.clauses["purchaser"].end, "totals differ", what)
    return {name: value for name, value in fields.items() if value is not None}


def settle(stated: list[Value], others: list[Value]) -> dict[str, Any]:
    """Choose the one sum that stands for the sale, and keep every other beside it.

    The total is the last one stated as such: an enlarged case gives its old totals first.
    """
    totals = [value for value in stated if value.of == "total"]
    total = totals[-1] if totals else None
    rest = [value for value in [*stated, *others] if value is not total]
    seen: dict[tuple[str, float], Value] = {}
    for value in rest:
        if total is None or not (value.of == "total" and value.value == total.value):
            seen.setdefault((value.of, float(value.value)), value)
    return {"value": total, "values": tuple(seen.values())}


def differing(fields: dict[str, Any]) -> str | None:
    """Return what to report when a notice states two totals for one sale, else None."""
    total = fields.get("value")
    others = [value for value in fields.get("values", ()) if value.of == "total"]
    if total is None or not others:
        return None
    stated = ", ".join(" ".join(value.as_written.split()) for value in (*others, total))
    return f"stated as totals: {stated}"


def law(words: Flow, start: int, end: int, ledger: Ledger) -> dict[str, Any]:
    """Return seller, channel and section from the words that imply them."""
    folded = words.folded[start:end]
    cue = (
        phrase("letter_of_offer").search(folded)
        or phrase("fms").search(folded)
        or re.search(r"section 36\(b\)(?:\(\d\))?", folded)
    )
    fields: dict[str, Any] = {}
    if cue is not None:
        where = words.passage(start + cue.start(), start + cue.end())
        written = where.words(words.source)
        fields["seller"] = Party(value="US", as_written=written, passage=where, name="United States")
        fields["channel"] = Sourced(value="FMS", as_written=written, passage=where)
        ledger.read(start + cue.start(), start + cue.end())
    if section := _SECTION.search(words.text, start, end):
        ledger.read(section.start(), section.end())
        fields["section"] = words.sourced(_styled(section[1]), section.start(1), section.end(1))
    return fields


def _styled(section: str) -> str:
    """Return a section as the law writes it: 36(b)(5)(C)."""
    lower = section.lower().replace("(l)", "(1)")
    return lower[:-3] + lower[-3:].upper() if "(5)" in lower else lower


def purchaser_clause(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any]) -> None:
    """Read the clause that names the purchaser."""
    clause = found.clauses["purchaser"]
    ledger.read(clause.start, clause.end)
    fields["buyer"] = purchaser.party(words, clause.start, clause.end)
    if fields["buyer"] is None:
        ledger.warn(clause.label, clause.end, "no purchaser", "the purchaser's clause is empty")
        del fields["buyer"]


def _value(words: Flow, found: Certification, ledger: Ledger) -> list[Value]:
    clause = found.clauses.get("value")
    if clause is None:
        return []
    rows = estimate.table(words, clause.start, clause.end, ledger)
    if rows:
        ledger.read(clause.start, clause.end)
    return rows


def department(words: Flow, start: int, end: int) -> Sourced[str] | None:
    """Return the department or agency that a clause names; None where the clause is empty."""
    name = words.trimmed(start, end)
    return words.sourced(words.text[slice(*name)].rstrip("."), *name) if name[0] < name[1] else None


def _case(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any]) -> None:
    """Read the department with its case number, and the cases before this one."""
    text = words.text
    if clause := found.clauses.get("department"):
        ledger.read(clause.start, clause.end)
        numbers = list(FMS_CASE.finditer(text, clause.start, clause.end))
        stop = text.find("(", clause.start, clause.end)
        stop = clause.end if stop < 0 else stop
        fields["department"] = department(words, clause.start, stop)
        if numbers:
            fields["fms_case"] = words.sourced(numbers[0][0], *numbers[0].span())
        for more in numbers[1:]:
            ledger.warn(*more.span(), "several case numbers", f"{more[0]} stands beside {numbers[0][0]}")
    if clause := found.clauses.get("prior"):
        cases = list(FMS_CASE.finditer(text, clause.start, clause.end)) or list(
            _OLD_CASE.finditer(text, clause.start, clause.end)
        )
        fields["prior_cases"] = tuple(words.sourced(case[0], *case.span()) for case in cases)
        if cases or _NOTHING.search(words.folded[clause.start : clause.end]):
            ledger.read(clause.start, clause.end)


def delivered_clause(words: Flow, found: Certification, ledger: Ledger, fields: dict[str, Any]) -> None:
    """Read the day on which the certification or report reached Congress."""
    clause = found.clauses.get("delivered")
    if clause is None:
        return
    for date in find_dates(words.text, clause.start, _line_end(words.text, clause)):
        if len(date.value) != 10:
            continue
        fields["received"] = words.sourced(date.value, date.passage.start, date.passage.end)
        stage: Stage = "notified"
        fields["stage"] = words.sourced(stage, clause.label, date.passage.end)
        fields["stage_date"] = fields["received"]
        ledger.read(clause.start, date.passage.end)
        return
    ledger.warn(clause.label, _line_end(words.text, clause), "no delivery date", "the clause states no day")


def _line_end(text: str, clause: Clause) -> int:
    stop = text.find("\n", clause.start, clause.end)
    return clause.end if stop < 0 else stop


def left_out(words: Flow, found: Certification, ledger: Ledger) -> None:
    """Leave out what the docket holds no field for, each under its rule."""
    if clause := found.clauses.get("commission"):
        if _NO_COMMISSION.search(words.folded[clause.start : clause.end]):
            ledger.ignore(
                clause.start, clause.end, "no sales commission", "no commission, fee or the like is stated"
            )
        else:
            ledger.report(clause.start, clause.end, "sales commission", "a commission or fee is stated")
    if clause := found.clauses.get("sensitivity"):
        ledger.ignore(
            clause.start, clause.end, "sensitivity clause", "the docket holds nothing on how a weapon works"
        )
    if found.annex is not None:
        for first, last in words.paragraphs(*found.annex):
            ledger.ignore(first, last, "sensitivity annex", "the docket holds nothing on how a weapon works")


def _description(words: Flow, found: Certification, ledger: Ledger) -> tuple[tuple[Item, ...], list[Value]]:
    """Read the lines of clause (iii) under their headings; prose in it tells an enlarged case's history."""
    clause = found.clauses.get("description")
    if clause is None:
        return (), []
    ledger.read(clause.start, clause.end)
    intro: list[tuple[int, int]] = []
    made: list[Item] = []
    sums: list[Value] = []
    flag: Sourced[bool] | None = None
    for first, last in _stretches(words, clause):
        start, flag = _heading(words, first, last, flag)
        for begin, end in words.sentences(start, last):
            folded = words.folded[begin:end]
            if _NOTHING.match(folded) or _COMBINED.match(folded):
                continue
            if phrase("requested").search(folded) is None and _tells(words, begin, end):
                sums.extend(each.value for each in estimate.history(words, begin, end))
                ledger.ignore(begin, end, "case history", "what an enlarged case held before")
            elif flag is None:
                intro.append((begin, end))
            else:
                made.extend(_lines(words, begin, end, flag))
    if any(item.quantity for item in made):
        for begin, end in intro:
            ledger.ignore(begin, end, "told again", "the lists under their headings say what is asked for")
        return tuple(made), sums
    asked = [item for begin, end in intro for item in _lines(words, begin, end, None)]
    return (*asked, *made), sums


def _lines(words: Flow, start: int, end: int, flag: Sourced[bool] | None) -> list[Item]:
    """Return the items of one sentence of clause (iii), behind the words that ask for them."""
    asked = phrase("requested").search(words.folded[start:end])
    opened = start + (asked.end() if asked else 0)
    if other := phrase("other_items").match(words.folded[opened:end]):
        opened += other.end()
    return items.lines(words, *request.enumeration(words.text, opened, end), flag)


def _tells(words: Flow, start: int, end: int) -> bool:
    """Tell a sentence about the case's past from a list of things."""
    folded = words.folded[start:end]
    if phrase("other_items").match(folded) or items.counts(words.text, start, end):
        return False
    return _PROSE.search(folded) is not None


def _stretches(words: Flow, clause: Clause) -> list[tuple[int, int]]:
    """Return the paragraphs of clause (iii), cut where a heading stands inside one."""
    spans = []
    for first, last in words.paragraphs(clause.start, clause.end):
        cuts = [first, *(cut.end() for cut in _INNER_HEADING.finditer(words.text, first, last)), last]
        spans += list(pairwise(cuts))
    return spans


def _heading(
    words: Flow, first: int, last: int, flag: Sourced[bool] | None
) -> tuple[int, Sourced[bool] | None]:
    """Read a heading of major or other equipment; return where the paragraph's own words begin."""
    folded = words.folded[first:last]
    for heading, major in ((_OTHER_HEADING, False), (_MDE_HEADING, True)):
        if opened := heading.match(folded):
            flag = words.sourced(major, first, first + len(folded[: opened.end()].rstrip(" :")))
            first += opened.end()
            break
    while first < last and words.text[first] in " :":
        first += 1
    return first, flag


def _justified(
    words: Flow, found: Certification, ledger: Ledger, published: str | None, fields: dict[str, Any]
) -> request.Request:
    if found.justification is None:
        return request.Request()
    start, end = found.justification
    told = announcement.read(words, start, end, ledger, published)
    fields["emergency"] = told.emergency
    named, used = contractor.contractors(words, start, end)
    for span in used:
        ledger.read(*span)
    fields["contractors"] = tuple(named)
    return request.read(words, start, end, ledger)


def _emergency(
    words: Flow, found: Certification, ledger: Ledger, published: str | None, fields: dict[str, Any]
) -> None:
    """Read that an emergency waives the review; what the memorandum says of the war is left out."""
    if found.emergency is None:
        return
    told = announcement.read(words, *found.emergency, ledger, published)
    fields["emergency"] = fields.get("emergency") or told.emergency
    for first, last in words.paragraphs(*found.emergency):
        ledger.ignore(first, last, "emergency justification", "why the review is waived, no fact of the sale")


def _compare(
    words: Flow, found: Certification, listed: tuple[Item, ...], asked: tuple[Item, ...], ledger: Ledger
) -> None:
    """Report quantities that the clause and the justification do not share."""
    clause = found.clauses.get("description")
    if clause is None or not listed or not asked:
        return
    ours = sorted(item.quantity.value for item in listed if item.quantity)
    theirs = sorted(item.quantity.value for item in asked if item.quantity)
    if ours != theirs and theirs:
        what = f"clause lists quantities {ours}, the justification {theirs}"
        ledger.warn(clause.label, clause.start, "quantities differ", what)


def transfer(fields: dict[str, Any], reader: str, rule: str) -> Transfer:
    """Return a Transfer of these fields."""
    return Transfer(reader=reader, rule=rule, **fields)
