"""The attributions of PolNeAR in brat standoff form: what the models are fitted on."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]

_SPAN = re.compile(r"^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_JOIN = re.compile(r"^E\d+\t(.*)$")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as an annotator marked it: spans of source, cue and content."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its attributions, in the order of the file."""

    name: str
    text: str
    marked: tuple[Marked, ...]


def read(folder: Path) -> list[Article]:
    """Read every article of a part of the corpus (``text/*.txt``, ``attributions/*_XXXX.ann``), by name.

    Of an article with several annotators the first file stands.
    """
    articles = []
    for path in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{_escape(path.stem)}_????.ann"))
        if notes:
            text = path.read_bytes().decode("utf-8")
            articles.append(Article(path.stem, text, _marked(text, notes[0].read_bytes().decode("utf-8"))))
    return articles


def digest(folder: Path) -> str:
    """Return one sha256 over the names and bytes of every file of a part of the corpus."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _escape(name: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", name)


def _marked(text: str, notes: str) -> tuple[Marked, ...]:
    spans: dict[str, Spans] = {}
    found = []
    for line in notes.split("\n"):
        span, join = _SPAN.match(line), _JOIN.match(line)
        if span:
            spans[span[1]] = tuple(
                (int(start), int(end)) for start, end in (part.split() for part in span[2].split(";"))
            )
        elif join:
            roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for argument in join[1].split():
                role, _, name = argument.partition(":")
                roles.get(role.rstrip("0123456789"), []).extend(spans.get(name, ()))
            source, cue, content = (
                _joined(text, sorted(roles[role])) for role in ("Source", "Cue", "Content")
            )
            if content:
                found.append(Marked(source, cue, content))
    return tuple(found)


def _joined(text: str, spans: list[tuple[int, int]]) -> Spans:
    """Join fragments that only white space parts: the form cuts a span at each end of line."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
