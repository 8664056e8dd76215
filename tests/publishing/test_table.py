import csv
import io

import pytest

from armsdocket.docket.casefile import CaseRow
from armsdocket.publishing.table import table
from tests.publishing.rows import row


def read_back(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.mark.parametrize(
    ("column", "value", "cell", "reason"),
    [
        ("value", 75_000_000, "75000000", "whole amounts carry no point"),
        ("value", None, "", "a value no document states is empty, never 0"),
        ("waived", False, "false", "a truth value is a word"),
        ("articles", ("FGM-148 Javelin", "LwCLU"), "FGM-148 Javelin; LwCLU", "lists stay in one cell"),
        ("title", '=HYPERLINK("x")', '\'=HYPERLINK("x")', "no cell runs as a formula"),
        ("title", "Kosovo, \u201cJavelin\u201d", "Kosovo, \u201cJavelin\u201d", "commas and quotes survive"),
        ("value", -5, "-5", "a number is a number even when negative"),
    ],
)
def test_cells(column: str, value: object, cell: str, reason: str) -> None:
    assert read_back(table([row(**{column: value})]))[0][column] == cell, reason


def test_an_empty_list_still_has_its_columns() -> None:
    assert table([]).decode().strip().split(",") == list(CaseRow.__struct_fields__)
