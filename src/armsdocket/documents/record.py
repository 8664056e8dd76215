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
            f"{address}: holds {len(records)} records, and one document is one; write each to a file of its own"
        )
    if not records or not isinstance(records[0], dict) or not records[0]:
        raise UnreadableDocument(f"{address}: is JSON without a record (an object with fields); check the file")
    composition = Composition()
    composition.notes += notes
    _write_object(composition, records[0], "", 0, address)
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
        raise UnreadableDocument(f"{address}: is JSON nested too deeply to be a record; check the file") from error
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            return [_parse(line, notes) for line in lines] if len(lines) > 1 else _wrong(error, address)
        except (ValueError, RecursionError):
            return _wrong(error, address)
    return tree if isinstance(tree, list) else [tree]


def _wrong(error: ValueError, address: str) -> list[Any]:
    raise UnreadableDocument(f"{address}: is not valid JSON ({error}); fetch it again or mend it") from error


def _parse(text: str, notes: list[str]) -> Any:  # noqa: ANN401 (JSON is any value)
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


def _write_object(
    out: Composition, fields: dict[str, Any], path: str, depth: int, address: str
) -> None:
    if depth > _DEEPEST:
        raise UnreadableDocument(f"{address}: is JSON nested too deeply to be a record; check the file")
    for name, value in fields.items():
        _write_field(out, _words(name), value, f"{path}{name}", depth, address)


def _write_field(
    out: Composition, label: str, value: Any, path: str, depth: int, address: str
) -> None:
    indent = "  " * depth
    if isinstance(value, dict):
        out.write(f"{indent}{label}:" + ("\n" if value else " none\n"))
        _write_object(out, value, f"{path}.", depth + 1, address)
    elif isinstance(value, list):
        out.write(f"{indent}{label}:" + ("\n" if value else " none\n"))
        for number, member in enumerate(value):
            _write_member(out, member, f"{path}.{number}", depth + 1, address)
    else:
        out.write(f"{indent}{label}: ")
        _write_scalar(out, value, path)
        out.write("\n")


def _write_member(out: Composition, member: Any, path: str, depth: int, address: str) -> None:
    """Write one member of a list: a scalar on its line, a short object on one line, else its fields."""
    indent = "  " * depth
    if isinstance(member, dict) and _is_short(member):
        out.write(f"{indent}- ")
        for position, (name, value) in enumerate(member.items()):
            out.write("; " if position else "")
            out.write(f"{_words(name)}: ")
            _write_scalar(out, value, f"{path}.{name}")
        out.write("\n")
    elif isinstance(member, (dict, list)):
        _write_field(out, f"- {path.rsplit('.', 1)[-1]}", member, path, depth, address)
    else:
        out.write(f"{indent}- ")
        _write_scalar(out, member, path)
        out.write("\n")


def _is_short(fields: dict[str, Any]) -> bool:
    return 0 < len(fields) <= _LINE_FIELDS and all(
        not isinstance(value, (dict, list)) and not (isinstance(value, str) and "\n" in value)
        for value in fields.values()
    )


def _write_scalar(out: Composition, value: Any, path: str) -> None:
    if value is None or value == "":
        out.write("not stated")
        return
    if isinstance(value, bool):
        value = "true" if value else "false"
    words = str(value).replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in words:
        out.write("\n\n")
        out.write_block("field", words, path)
        out.write("\n")
    else:
        out.write_block("field", words, path)


def _words(name: str) -> str:
    return " ".join(name.replace("_", " ").split())
