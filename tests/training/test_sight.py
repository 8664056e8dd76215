"""The shipped weights were fitted with the code as it is."""

from armsdocket.reading.news.speech.model import WEIGHTS, load_weights
from training.sight import SEEN, digest


def test_weights_were_fitted_with_what_the_code_sees() -> None:
    """Where this fails the cutting of sentences or a feature changed: fit anew with ``make train``."""
    assert digest(load_weights(WEIGHTS.read_bytes()).words) == SEEN.read_text(encoding="ascii").strip()
