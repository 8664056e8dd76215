"""Fit the model that reads attributions and write its weights: ``python -m training [CORPUS]``.

CORPUS is a folder with ``text/`` and ``attributions/`` (brat standoff form); another corpus of the same form
replaces the weights that ship. The same corpus gives the same bytes.
"""

import sys
from pathlib import Path

import msgspec

from armsdocket.reading.news.speech.labels import LABELS
from training import chain, corpus, links

HERE = Path(__file__).resolve().parent.parent
DEFAULT = HERE.parent / "shared" / "polnear" / "train"
TARGET = HERE / "src" / "armsdocket" / "reading" / "news" / "speech" / "weights.json.gz"

ITERATIONS, L1, L2, LEAST = 70, 0.3, 0.4, 4
# Added to the score of beginning a piece of content: the chain alone finds too few. Chosen on the train part.
ENTRY = 26


def main() -> None:
    """Fit on a corpus and write the weights."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    articles = corpus.read(folder)
    if not articles:
        sys.exit(f"{folder} holds no articles: name a folder with text/*.txt and attributions/*_XXXX.ann")
    listed, fitted = chain.fit(articles, ITERATIONS, L1, L2, LEAST)
    record = {
        "corpus": "PolNeAR 1.0, train part" if folder == DEFAULT else folder.name,
        "corpus_sha256": corpus.digest(folder),
        "articles": str(len(articles)),
        "licence": "the corpus states no licence for its annotations",
        "holds": "weights, single words that five or more articles hold and that are mostly written small, "
        "endings of three letters; no text of the corpus",
        "fitted_with": f"L-BFGS, {ITERATIONS} iterations, l1 {L1}, l2 {L2}, features seen {LEAST} times; "
        f"entry {ENTRY}; links by averaged perceptron",
    }
    weights = chain.weights(listed, fitted, record)
    raised = tuple(
        tuple(weight + ENTRY * (label in "Bb") for label, weight in zip(LABELS, row, strict=True))
        for row in weights.transitions
    )
    weights = msgspec.structs.replace(weights, transitions=raised, links=links.fit(articles))
    TARGET.write_bytes(chain.encode(weights))
    print(f"{TARGET.relative_to(HERE)}: {TARGET.stat().st_size} bytes, {len(articles)} articles")


if __name__ == "__main__":
    main()
