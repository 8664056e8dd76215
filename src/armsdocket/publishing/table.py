"""Rows of the docket as a CSV table, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Sequence

import msgspec

from armsdocket.docket.casefile import CaseRow

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table(rows: Sequence[msgspec.Struct], kind: type[msgspec.Struct] = CaseRow) -> bytes:
    """Return rows of one kind as CSV in UTF-8, one a line; a value no document states is an empty cell."""
    columns = kind.__struct_fields__
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_cell(getattr(row, column)) for column in columns)
    return out.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(_cell(member) for member in value)
    words = str(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(FORMULA_STARTS) else words
