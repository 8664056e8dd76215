"""Seeds: real documents and the samples, with the kind of each. None is stored here."""

from pathlib import Path

import msgspec

from armsdocket.samples import paths as samples

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
# Where documents of each kind stand below ../shared, and every n-th of them to take.
_PLACES = (
    ("federal register notice", "corpus/federal_register/*.txt", 1),
    ("federal register change report", "corpus/federal_register/*.txt", 1),
    ("federal register correction", "corpus/federal_register/*.txt", 1),
    ("federal register licence notice", "corpus/federal_register/*.txt", 1),
    ("congressional record", "corpus/federal_register/*.txt", 1),
    ("dsca release", "corpus/dsca/html_2026/*.html", 2),
    ("dsca release", "corpus/dsca/sunlight_2008_2014/*.txt", 12),
    ("state notice", "corpus/state/*.html", 1),
    ("resolution", "corpus/resolutions/*.json", 8),
    ("contract post", "corpus/tables/dod_contracts/*.txt", 12),
    ("news", "news/text/*.txt", 2),
    ("news", "seed/*.txt", 1),
    ("news", "polnear/dev/text/*.txt", 12),
)
_SAMPLES = {
    "agency-notice.html": "dsca release",
    "budget-story.txt": "news",
    "contract-post.txt": "contract post",
    "federal-register.txt": "federal register notice",
    "joint-resolution.json": "resolution",
    "news-article.html": "news",
}


class Seed(msgspec.Struct, frozen=True):
    """One document to start from: its bytes, its name (only the ending matters) and its kind."""

    content: bytes
    name: str
    kind: str


def seeds() -> list[Seed]:
    """Return the samples and, when they stand beside the checkout, real documents; in a fixed order."""
    found = [Seed(path.read_bytes(), path.name, _SAMPLES[path.name]) for path in samples()]
    for kind, pattern, every in _PLACES:
        paths = sorted(SHARED.glob(pattern))[::every]
        found += [Seed(path.read_bytes(), f"input{path.suffix}", kind) for path in paths]
    return found
