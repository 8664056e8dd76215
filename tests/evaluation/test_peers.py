import pytest

from evaluation import peers


def test_without_its_packages_no_peer_is_measured_and_a_remark_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(peers, "find_spec", lambda name: None)
    assert peers.score() == []
    assert peers.remarks() == ["no peer measured: spaCy and textacy are not installed here"]


@pytest.mark.skipif(not peers.installed(), reason="spaCy and textacy are installed by make evaluate only")
def test_a_place_found_in_a_later_paragraph_points_into_the_whole_text() -> None:
    text = "The port was quiet.\n“We wait for the ships and for the crews,” Ana Kovac said.\n"
    (found,) = peers.quotations(text)
    assert "We wait for the ships" in found.content.words(text)
    assert found.source is not None
    assert found.source.words(text) == "Ana Kovac"
