"""Places in the order of hits, and the index of words that is kept by them."""

from pathlib import Path

import pytest

from armsdocket.docket.connection import open_engine, writing
from armsdocket.docket.places import first_choice, free_place
from armsdocket.docket.schema import documents
from armsdocket.docket.store import Docket
from armsdocket.documents.document import identity
from tests.docket.factory import Page


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (("2024-05-02", "b"), ("2024-05-01", "a"), "the later day first"),
        (("2024-05-01", "b"), ("2024-05", "a"), "a month stands behind its days"),
        (("2024-01", "b"), ("2024", "a"), "a year behind its months"),
        (("2024", "b"), ("2023-12-31", "a"), "and before the year that went before"),
        (("0001", "b"), (None, "a"), "undated last"),
        (("2024-05-01", "a"), ("2024-05-01", "b"), "of one day by hash"),
    ],
)
def test_order(before: tuple[str | None, str], after: tuple[str | None, str], reason: str) -> None:
    assert first_choice(before[0], before[1] * 64) < first_choice(after[0], after[1] * 64), reason


def test_documents_that_share_figures_take_neighbouring_places(tmp_path: Path) -> None:
    one = Page("Sweden asks on 2024-05-01.", address="a", published="2024-05-01")
    address = str(tmp_path / "docket.db")
    with Docket.open(address) as docket:
        docket.file(one.reading(), one.content)
    id = identity(one.content)
    engine = open_engine(address)
    with writing(engine) as connection:
        kept = free_place(connection, "2024-05-01", id)
        assert kept == first_choice("2024-05-01", id), "its own place is kept"
        assert free_place(connection, "2024-05-01", f"{id[:10]}{'0' * 54}") == kept + 1
        assert free_place(connection, "2024-05-02", id) == first_choice("2024-05-02", id), "another day"
        connection.execute(documents.update().values(place=None))
    engine.dispose()
