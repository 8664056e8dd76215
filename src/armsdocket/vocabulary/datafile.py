"""Load a data file of the vocabulary: YAML checked against a schema, without silent repairs."""

import gc
from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec
import yaml
from yaml._yaml import CParser
from yaml.constructor import ConstructorError

from armsdocket.errors import VocabularyError

T = TypeVar("T")

_FOLDER = Path(__file__).parent / "data"


class _Parser(CParser):
    """A parser that resolves no tags: a scalar stays the words written (``NO`` is Norway, no falsehood)."""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Resolve nothing on the way down."""

    def ascend_resolver(self) -> None:
        """Resolve nothing on the way up."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """Give every node the same tag; the schema types them."""
        return ""


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in {"", "~", "null"} else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    mapping = {key.value: _plain(value) for key, value in node.value}
    if len(mapping) != len(node.value):
        keys = [key.value for key, _ in node.value]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ConstructorError(None, None, f"the key {twice!r} stands twice", node.start_mark)
    return mapping


def parse(content: bytes) -> Any:
    """Parse YAML into mappings, lists, strings and nulls. Raises yaml.YAMLError.

    >>> parse(b"code: NO")
    {'code': 'NO'}
    """
    # Every node made here stays alive until the end, so the collector's rounds only cost time (half of it).
    collecting = gc.isenabled()
    gc.disable()
    try:
        node = _Parser(content).get_single_node()
        return None if node is None else _plain(node)
    finally:
        if collecting:
            gc.enable()


def load(name: str, kind: type[T]) -> T:
    """Load ``data/<name>.yaml`` as ``kind``, a msgspec Struct with ``forbid_unknown_fields``; cached.

    Raises VocabularyError when the file is missing, is no YAML, has a key twice, or breaks the schema.
    """
    return cast("T", _load(name, cast("Hashable", kind)))


@cache
def _load(name: str, kind: Any) -> object:
    try:
        content = (_FOLDER / f"{name}.yaml").read_bytes()
    except FileNotFoundError:
        raise VocabularyError(f"vocabulary data file {name}.yaml is missing: reinstall armsdocket") from None
    return decode(content, kind, f"{name}.yaml")


def decode(content: bytes, kind: type[T], name: str) -> T:
    """Decode YAML bytes as ``kind``; ``name`` is what error messages call them."""
    try:
        return msgspec.convert(parse(content), kind, strict=False)
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name} is not valid YAML: {error}") from error
    except msgspec.ValidationError as error:
        raise VocabularyError(f"{name} breaks its schema: {error}") from error
