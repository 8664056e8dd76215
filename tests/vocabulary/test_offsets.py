"""A shortened text leads back to the whole one."""

from hypothesis import given
from hypothesis import strategies as st

from armsdocket.vocabulary.offsets import Offsets


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=30), st.integers(0, 50))
def test_every_character_leads_back(stretches: list[tuple[int, int]], first: int) -> None:
    """Each stretch leaves some characters out and keeps some."""
    kept: list[int] = []
    offsets, at = Offsets(first), first
    for left_out, length in stretches:
        at += left_out
        offsets.enter(len(kept), at)
        kept += range(at, at + length)
        at += length
    assert [offsets.original(place) for place in range(len(kept))] == kept
