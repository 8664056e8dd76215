"""What a notice says the sale is worth: the table of a certification, and sums in running text.

Sums are kept as printed. Where a table's rows do not add up to its total, that is reported, not repaired.
"""

import re
from decimal import Decimal

import msgspec

from armsdocket.reading.claims import Bound, Value, ValueOf
from armsdocket.reading.notices.flow import Flow
from armsdocket.reading.notices.ledger import Ledger
from armsdocket.reading.values.money import Money, find_money
from armsdocket.vocabulary.notice_terms import phrase, sum_rules

_ROWS: tuple[tuple[ValueOf, re.Pattern[str]], ...] = (
    ("mde", re.compile(r"(?:major def[a-z]* equipment|\bmde\b)[^$\n]{0,80}(?=\$)", re.IGNORECASE)),
    ("other", re.compile(r"\bother\b[^$\n]{0,80}(?=\$)", re.IGNORECASE)),
    ("total", re.compile(r"\btotal\b(?! estimated)[^$\n]{0,80}(?=\$)", re.IGNORECASE)),
)
_FIGURE = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def value(words: Flow, money: Money, of: ValueOf, bound: Bound = "exactly") -> Value:
    """Return a sum as a claim's value."""
    where = words.passage(money.passage.start, money.passage.end)
    return Value(
        value=money.amount,
        as_written=where.words(words.source),
        passage=where,
        currency=money.currency,
        of=of,
        bound=bound,
    )


def table(words: Flow, start: int, end: int, ledger: Ledger) -> list[Value]:
    """Return the rows of a certification's table of values, each "of" at most once."""
    rows: list[Value] = []
    for of, label in _ROWS:
        row = label.search(words.text, start, end)
        if row is None:
            continue
        sums = find_money(words.text, row.end(), min(end, _line_end(words.text, row.end())))
        if sums:
            rows.append(value(words, sums[0], of))
        else:
            ledger.warn(
                row.start(), row.end(), "row without a sum", f"the row {of!r} of the table has no sum"
            )
    _add_up(words, rows, start, end, ledger)
    return rows


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop


def _add_up(words: Flow, rows: list[Value], start: int, end: int, ledger: Ledger) -> None:
    by = {row.of: row for row in rows}
    if not {"mde", "other", "total"} <= by.keys():
        return
    gap = abs(by["mde"].value + by["other"].value - by["total"].value)
    if gap > sum(_rounding(row) for row in rows):
        what = (
            f"{by['mde'].as_written} and {by['other'].as_written} do not add up to {by['total'].as_written}"
        )
        ledger.warn(start, end, "sums do not add up", " ".join(what.split()))


def _rounding(row: Value) -> float:
    """Return by how much a sum may differ from what was rounded to it: half its last printed digit."""
    figure = _FIGURE.search(row.as_written)
    if figure is None or not row.value:
        return 0.0
    printed = Decimal(figure[0].replace(",", ""))
    scale = float(row.value) / float(printed) if printed else 0.0
    return 0.51 * scale * 10.0 ** -len(figure[1] or "")


class Found(msgspec.Struct, frozen=True):
    """A sum in running text, what it is the value of, and where the sentence part that says so begins."""

    value: Value
    start: int
    end: int


def sums(words: Flow, start: int, end: int) -> list[Found]:
    """Return the sums of one sentence that tell what the sale is worth; others are left where they are."""
    text = words.text
    found = []
    monies = find_money(text, start, end)
    for number, money in enumerate(monies):
        after_previous = monies[number - 1].passage.end if number else start
        until = monies[number + 1].passage.start if number + 1 < len(monies) else end
        before = words.folded[after_previous : money.passage.start]
        after = words.folded[money.passage.end : until]
        of = _of(before, after)
        if of is not None:
            found.append(
                Found(value(words, money, of, bound(before)), money.passage.start, money.passage.end)
            )
    return found


def history(words: Flow, start: int, end: int) -> list[Found]:
    """Return the sums of a sentence on a case's past: its value, and not what part of that was equipment."""
    return [found for found in sums(words, start, end) if found.value.of not in ("mde", "other")]


def _of(before: str, after: str) -> ValueOf | None:
    before = before.rstrip() + " "
    for of, ahead, behind in sum_rules():
        if (ahead and ahead.search(before)) or (behind and behind.search(after)):
            return of  # type: ignore[return-value]
    cues = [cue.end() for cue in phrase("total").finditer(before)]
    # Only "approximately", "up to" or the like may stand between the cue and the sum.
    return "total" if cues and len(before) - cues[-1] < 22 else None


def bound(before: str) -> Bound:
    """Return the bound that a notice puts on a sum; "estimated" puts none, every sum is an estimate."""
    tail = before[-60:]
    if re.search(rf"(?:{phrase('ceiling').pattern})\s*$", tail):
        return "at most"
    if re.search(rf"(?:{phrase('about').pattern})\s*$", tail):
        return "about"
    return "exactly"
