"""Fit the model that reads attributions and write its weights: ``make train [CORPUS=folder]``.

The corpus is a folder with ``text/`` and ``attributions/`` (brat standoff form); another corpus of the same
form replaces the weights that ship. The same corpus gives the same bytes.
"""

import argparse
from pathlib import Path

import msgspec

from armsdocket.reading.news.speech.labels import LABELS
from armsdocket.reading.news.speech.model import Weights
from training import chain, corpus, links, sight

HERE = Path(__file__).resolve().parent.parent
DEFAULT = HERE.parent / "shared" / "polnear" / "train"
TARGET = HERE / "src" / "armsdocket" / "reading" / "news" / "speech" / "weights.json.gz"

LEAST = 4
"""A feature is weighed when it is seen this often."""
MEMBERS = (
    # What a passive-aggressive chain learns hangs on the order of its examples, which differs each time.
    chain.Member("pa", 4, {"max_iterations": 10, "feature.minfreq": LEAST}),
    # The chain of most likelihood weighs ten times as much as one of those.
    chain.Member("lbfgs", 1, {"max_iterations": 70, "c1": 0.3, "c2": 0.4, "feature.minfreq": LEAST}),
)
"""Chains whose sum is shipped: on a quarter of the corpus left out it beat either kind by itself."""
# Added to the score of beginning a span: the chain alone finds too few. Chosen on the train part.
ENTRY = 13


def main() -> None:
    """Fit on a corpus and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training", description="Fit the model of attributions.")
    parser.add_argument(
        "corpus",
        nargs="?",
        type=Path,
        default=DEFAULT,
        help="a folder with text/*.txt and attributions/*_XXXX.ann (default: the train part of PolNeAR)",
    )
    folder: Path = parser.parse_args().corpus
    articles = corpus.read(folder)
    if not articles:
        parser.error(f"{folder} holds no articles: name a folder with text/*.txt and attributions/*_XXXX.ann")
    listed, fitted = chain.fit(articles, MEMBERS)
    record = {
        "corpus": "PolNeAR 1.0, train part" if folder == DEFAULT else folder.name,
        "corpus_sha256": corpus.digest(folder),
        "articles": str(len(articles)),
        "licence": "the corpus states no licence for its annotations",
        "holds": "weights, single words that five or more articles hold and that are mostly written small, "
        "endings of three letters; no text of the corpus",
        "fitted_with": "sum of "
        + ", ".join(f"{one.times} {one.algorithm} {one.settings}" for one in MEMBERS)
        + f"; entry {ENTRY}; links by averaged perceptron",
    }
    weights = with_entry(chain.weights(listed, fitted, record), ENTRY)
    weights = msgspec.structs.replace(weights, links=links.fit(articles))
    TARGET.write_bytes(chain.encode(weights))
    sight.SEEN.write_text(f"{sight.digest(weights.words)}\n", encoding="ascii")
    print(f"{TARGET.relative_to(HERE)}: {TARGET.stat().st_size} bytes, {len(articles)} articles")


def with_entry(weights: Weights, entry: int) -> Weights:
    """Raise the score of beginning a piece of content, and a source or cue where none was before."""
    raised = tuple(
        tuple(
            weight + entry * (label in "Bb" or (label in "SQ" and before != label))
            for label, weight in zip(LABELS, row, strict=True)
        )
        for before, row in zip(LABELS, weights.transitions, strict=True)
    )
    return msgspec.structs.replace(weights, transitions=raised)


if __name__ == "__main__":
    main()
