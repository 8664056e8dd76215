"""Rows of any kind as CSV or JSON."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from armsdocket.publishing.table import table


class RowFormat(StrEnum):
    """How rows are printed."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


def laid_out(form: RowFormat, rows: Sequence[msgspec.Struct], kind: type[msgspec.Struct]) -> bytes:
    """Lay rows out as CSV or as indented JSON."""
    if form is RowFormat.CSV:
        return table(rows, kind)
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"
