"""Sample documents for the demonstration: worded by the project after the public record of one real sale.

Kosovo, Javelin, transmittal 23-22, January 2024. Each file says at its head that it is a sample and what
in it is not from the record. No figure of the sale itself is invented.
"""

from importlib import resources
from pathlib import Path

_ENDINGS = (".html", ".txt", ".json")


def paths() -> list[Path]:
    """Return the sample documents in order of name.

    The package is installed as files, so each has a path that can be opened.
    """
    folder = Path(str(resources.files(__name__)))
    return sorted(path for path in folder.iterdir() if path.suffix in _ENDINGS)
