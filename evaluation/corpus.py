"""The labelled sets: where they stand, and the hash that says which version was measured."""

import hashlib
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
HERE = Path(__file__).resolve().parent
SETS: dict[str, tuple[Path, tuple[str, ...]]] = {
    "seed": (SHARED / "seed", ("labels.json", "*.txt")),
    "news": (SHARED / "news", ("labels.jsonl", "text/*.txt")),
    "PolNeAR dev": (SHARED / "polnear" / "dev", ("text/*.txt", "attributions/*.ann")),
    "worded": (HERE / "worded_news", ("labels.jsonl", "text/*.txt")),
    "spent": (HERE / "spent_news", ("labels.jsonl", "text/*.txt")),
    "blind": (HERE / "blind_news", ("labels.jsonl", "text/*.txt")),
    "official": (HERE / "official_labels", ("*.jsonl",)),
    "links": (HERE, ("linking_pairs.yaml",)),
}


def present() -> bool:
    """Tell whether the real documents stand beside the checkout."""
    return (SHARED / "seed" / "labels.json").is_file()


def fingerprint(name: str) -> str:
    """Return the sha256 over the names and bytes of every file of a set, in order of name."""
    folder, patterns = SETS[name]
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
