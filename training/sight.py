"""What the fitting sees of an article, as one digest: it says when weights no longer fit the code.

The way sentences, quotations and words are cut is part of what the chain learns from. A change there leaves
the shipped weights working, but the next fitting would give others.
"""

import hashlib
from pathlib import Path

from armsdocket.reading.news.speech.wording import wordings
from armsdocket.reading.news.speech.words import Lexicon, WordList
from training.chain import names

HERE = Path(__file__).resolve().parent
SEEN = HERE / "seen.txt"
"""The digest of the code that the shipped weights were fitted with; the fitting writes it."""
_ARTICLES = HERE.parent / "evaluation" / "worded_news" / "text"


def digest(words: WordList) -> str:
    """Return one sha256 over paragraphs, tokens and features of the worded articles."""
    lexicon = Lexicon(words)
    total = hashlib.sha256()
    for path in sorted(_ARTICLES.glob("*.txt")):
        for wording in wordings(path.read_text(encoding="utf-8")):
            for word, features in zip(wording.words, names(wording, lexicon), strict=True):
                total.update(f"{word}\t{' '.join(features)}\n".encode())
            total.update(b"\n")
    return total.hexdigest()
