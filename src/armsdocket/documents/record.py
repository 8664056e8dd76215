"""JSON records, such as a resolution with its versions, actions and votes, as a text a person can read.

Every scalar is a ``field`` block whose path is the way to it (``actions.0.date``). The order of the
record is kept, nothing is left out, and the same record gives the same text. One document is one record.
"""

import json
from typing import Any

from armsdocket.documents.composition import Composition
from armsdocket.documents.document import Document
from armsdocket.documents.encoding import decode
from armsdocket.errors import UnreadableDocument

# Deeper than any published record; what goes beyond was made to break programs.
_DEEPEST = 100
# Objects in a list are set on one line when they are as short as an action's date and text.
_LINE_FIELDS = 4


class _Literal(str):
    """A number or truth value as the record writes it: 0.10 stays 0.10."""

    __slots__ = ()


def recognised(content: bytes) -> bool:
    """Tell whether content that starts like JSON is JSON, or lines of it."""
    try:
        _records(content, "", [])
    except UnreadableDocument as error:
        return not isinstance(error.__cause__, ValueError)
    return True


def load(content: bytes, address: str) -> Document:
    """Load a JSON record. Raises UnreadableDocument for wrong JSON, for several records, and for none."""
    notes: list[str] = []
    records = _records(content, address, notes)
    if len(records) > 1:
        raise UnreadableDocument(
            f"{address}: holds {len(records)} records, but a document is one; write each to its own file"
        )
    if not records or not isinstance(records[0], dict) or not records[0]:
        raise UnreadableDocument(
            f"{address}: is JSON without a record (an object with fields); check the file"
        )
    composition = Composition()
    composition.notes += notes
    _Writer(composition, address).fields(records[0], "", 0)
    if not composition.blocks:
        raise UnreadableDocument(f"{address}: is a JSON record whose fields are all empty; check the file")
    return composition.finish(content, address, "application/json")


def _records(content: bytes, address: str, notes: list[str]) -> list[Any]:
    """Return the records: the one object, the members of a list, or the objects of a file of lines."""
    text, decoding = decode(content, address)
    notes += decoding
    try:
        tree = _parse(text, notes)
    except RecursionError as error:
        raise UnreadableDocument(
            f"{address}: is JSON nested too deeply to be a record; check the file"
        ) from error
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [_parse(line, notes) for line in lines] if len(lines) > 1 else _wrong(error, address)
        except (ValueError, RecursionError):
            return _wrong(error, address)
    return tree if isinstance(tree, list) else [tree]


def _wrong(error: ValueError, address: str) -> list[Any]:
    raise UnreadableDocument(f"{address}: is not valid JSON ({error}); fetch it again or mend it") from error


def _parse(text: str, notes: list[str]) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            notes.append(f"field {twice!r} stands more than once in one object; the last one counts")
        return fields

    return json.loads(
        text, parse_float=_Literal, parse_int=_Literal, parse_constant=_Literal, object_pairs_hook=once
    )


class _Writer:
    """Writes one record; ``path`` is the way to a value, ``depth`` how far it is set in."""

    def __init__(self, composition: Composition, address: str) -> None:
        self.out = composition
        self.address = address

    def fields(self, fields: dict[str, Any], path: str, depth: int, lead: str = "") -> None:
        """Write each field of an object; ``lead`` stands before the first, in place of its indent."""
        for name, value in fields.items():
            self.out.write(lead or "  " * depth)
            lead = ""
            self.value(_words(name), value, f"{path}{name}", depth)

    def value(self, label: str, value: Any, path: str, depth: int) -> None:
        """Write a label and its value: a scalar on the line, the members of a list or object below it."""
        if not isinstance(value, (dict, list)):
            self.out.write(f"{label}: ")
            self.scalar(value, path)
            self.out.write("\n")
            return
        if depth > _DEEPEST:
            raise UnreadableDocument(
                f"{self.address}: is JSON nested too deeply to be a record; check the file"
            )
        self.out.write(f"{label}:\n" if value else f"{label}: none\n")
        if isinstance(value, dict):
            self.fields(value, f"{path}.", depth + 1)
            return
        for number, member in enumerate(value):
            self.member(member, f"{path}.{number}", depth + 1)

    def member(self, member: Any, path: str, depth: int) -> None:
        """Write one member of a list: a scalar or a short object on one line, else its fields."""
        lead = "  " * depth + "- "
        if isinstance(member, dict) and member and not _is_short(member):
            self.fields(member, f"{path}.", depth + 1, lead)
            return
        self.out.write(lead)
        if isinstance(member, dict):
            for position, (name, value) in enumerate(member.items()):
                self.out.write("; " if position else "")
                self.out.write(f"{_words(name)}: ")
                self.scalar(value, f"{path}.{name}")
            self.out.write("\n")
        elif isinstance(member, list):
            self.value(path.rsplit(".", 1)[-1], member, path, depth)
        else:
            self.scalar(member, path)
            self.out.write("\n")

    def scalar(self, value: Any, path: str) -> None:
        """Write a scalar as a block; words of several lines stand apart, as they are."""
        if isinstance(value, bool):
            value = "true" if value else "false"
        words = str("" if value is None else value).replace("\r\n", "\n").replace("\r", "\n").strip()
        if not words:
            self.out.write("not stated")
        elif "\n" in words:
            self.out.write("\n\n")
            self.out.write_block("field", words, path)
            self.out.write("\n")
        else:
            self.out.write_block("field", words, path)


def _is_short(fields: dict[str, Any]) -> bool:
    return len(fields) <= _LINE_FIELDS and all(
        not isinstance(value, (dict, list)) and not (isinstance(value, str) and "\n" in value)
        for value in fields.values()
    )


def _words(name: str) -> str:
    return " ".join(name.replace("_", " ").split())
