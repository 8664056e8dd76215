"""How structures and bytes are kept in the docket: JSON, compressed."""

import zlib
from typing import TypeVar

import msgspec

from armsdocket.errors import DocketError

T = TypeVar("T", bound=msgspec.Struct)
# 6 shrinks notices to a quarter; higher levels cost time and gain one part in a hundred.
LEVEL = 6


def storable(words: str) -> str:
    """Return words as both stores take them: PostgreSQL knows no NUL, and no store half a character.

    Only for what is looked up by; texts and claims are kept packed, as they were read.
    """
    return words.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def pack(value: msgspec.Struct) -> bytes:
    """Return a structure as compressed JSON."""
    return zlib.compress(msgspec.json.encode(value), LEVEL)


def unpack(packed: bytes, kind: type[T], what: str) -> T:
    """Return the structure that ``packed`` holds. Raises DocketError, naming ``what``, when it is damaged."""
    try:
        return msgspec.json.decode(zlib.decompress(packed), type=kind)
    except (zlib.error, msgspec.DecodeError, ValueError) as error:
        raise DocketError(f"{what}: damaged in the docket ({error}); run armsdocket verify") from error


def squeeze(content: bytes) -> bytes:
    """Return a document's bytes compressed."""
    return zlib.compress(content, LEVEL)


def restore(packed: bytes, what: str) -> bytes:
    """Return a document's bytes as received. Raises DocketError, naming ``what``, when they are damaged."""
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise DocketError(f"{what}: its bytes are damaged in the docket ({error}); add it again") from error
