"""Load a data file of the vocabulary: YAML checked against a schema, without silent repairs."""

import re
from collections.abc import Hashable
from functools import cache
from importlib import resources
from typing import Any, TypeVar, cast

import msgspec
import yaml
from yaml.constructor import ConstructorError

from armsdocket.errors import VocabularyError

T = TypeVar("T")


class _Loader(yaml.CSafeLoader):
    """Every scalar stays the words written (Norway's ``NO`` is no falsehood); the schema types them."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            keys = [key.value for key, _ in node.value]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise ConstructorError(None, None, f"the key {twice!r} stands twice", node.start_mark)
        return mapping


_Loader.yaml_implicit_resolvers = {}
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


def load(name: str, kind: type[T]) -> T:
    """Load ``data/<name>.yaml`` as ``kind``, a msgspec Struct with ``forbid_unknown_fields``; cached.

    Raises VocabularyError when the file is missing, is no YAML, has a key twice, or breaks the schema.
    """
    return cast("T", _load(name, cast("Hashable", kind)))


@cache
def _load(name: str, kind: Any) -> object:
    path = resources.files("armsdocket.vocabulary") / "data" / f"{name}.yaml"
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise VocabularyError(f"vocabulary data file {name}.yaml is missing: reinstall armsdocket") from None
    return decode(content, kind, f"{name}.yaml")


def decode(content: bytes, kind: type[T], name: str) -> T:
    """Decode YAML bytes as ``kind``; ``name`` is what error messages call them."""
    try:
        return msgspec.convert(yaml.load(content, _Loader), kind, strict=False)  # noqa: S506 - strings only
    except yaml.YAMLError as error:
        raise VocabularyError(f"{name} is not valid YAML: {error}") from error
    except msgspec.ValidationError as error:
        raise VocabularyError(f"{name} breaks its schema: {error}") from error
