"""Corrections by people: a reviewed YAML file that says what the reading or the linking got wrong."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from armsdocket.docket.numbers import transmittal
from armsdocket.docket.rulings import Rulings
from armsdocket.errors import DocketError, VocabularyError
from armsdocket.reading.claims import Claim, Reading, Resolution, Sourced, Statement
from armsdocket.vocabulary.datafile import decode


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One reviewed correction. Documents are named by sha256 (its beginning will do) or by address."""

    kind: Literal["join", "split", "not the same", "misread"]
    who: str
    when: str
    why: str
    document: str
    case: str | None = None
    """join, split: the case that the document is, or is no part of."""
    other: str | None = None
    """not the same: the other document."""
    start: int | None = None
    end: int | None = None
    """misread: the passage that was misread."""
    value: str | int | float | None = None
    """misread: the right value; null takes the value out."""


class CorrectionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of corrections."""

    corrections: tuple[Correction, ...]


def read_file(path: Path) -> tuple[Correction, ...]:
    """Read a file of corrections. Raises DocketError when it cannot be read or breaks its schema."""
    try:
        found = decode(path.read_bytes(), CorrectionFile, str(path)).corrections
    except OSError as error:
        raise DocketError(f"{path}: cannot be read ({error.strerror}); name the corrections file") from error
    except VocabularyError as error:
        fields, kinds = ", ".join(Correction.__struct_fields__), ", ".join(_NEEDS)
        raise DocketError(
            f"{error}; the fields of a correction are {fields}, and its kind is one of {kinds}"
        ) from error
    for place, correction in enumerate(found, 1):
        _complete(path, place, correction)
    return found


_NEEDS = {"join": ("case",), "split": ("case",), "not the same": ("other",), "misread": ("start", "end")}


def _complete(path: Path, place: int, correction: Correction) -> None:
    absent = [name for name in _NEEDS[correction.kind] if getattr(correction, name) is None]
    if absent:
        raise DocketError(
            f"{path}: correction {place} ({correction.kind}) lacks {' and '.join(absent)}; add what it needs"
        )


class Applied(msgspec.Struct, frozen=True):
    """Corrections tied to the documents they name, ready for reading and linking."""

    rulings: Rulings = Rulings()
    misread: dict[str, tuple[Correction, ...]] = {}
    stale: tuple[str, ...] = ()
    """Corrections that no longer apply, each in a sentence."""
    linking: tuple[tuple[Correction, str, str | None], ...] = ()
    """Corrections of linking with the document, and the other one, that they name."""

    def reading(self, reading: Reading) -> Reading:
        """Return a reading with the values that people found misread put right."""
        wrong = self.misread.get(reading.document.id)
        if not wrong:
            return reading
        claims = reading.claims
        for correction in wrong:
            righted = (_righted(claim, correction) for claim in claims)
            claims = tuple(claim for claim in righted if _whole(claim))
        return msgspec.structs.replace(reading, claims=claims)


def apply(corrections: Sequence[Correction], documents: Iterable[tuple[str, str]]) -> Applied:
    """Tie corrections to filed documents, given as pairs of id and address."""
    filed = list(documents)
    joined: dict[str, str] = {}
    split, distinct, stale = set(), set(), []
    misread: dict[str, tuple[Correction, ...]] = {}
    linking = []
    for correction in corrections:
        id = _find(correction.document, filed)
        other = _find(correction.other, filed) if correction.other else None
        if id is None or (correction.kind == "not the same" and other is None):
            stale.append(f"{_told(correction)}: no such document is in the docket any more.")
            continue
        if correction.kind != "misread":
            linking.append((correction, id, other))
        if correction.kind == "join":
            joined[id] = _key(correction.case)
        elif correction.kind == "split":
            split.add((id, _key(correction.case)))
        elif correction.kind == "not the same" and other is not None:
            distinct.add(frozenset((id, other)))
        else:
            misread[id] = (*misread.get(id, ()), correction)
    rulings = Rulings(joined, frozenset(split), frozenset(distinct))
    return Applied(rulings, misread, tuple(stale), tuple(linking))


def unheeded(applied: Applied, cases_of: Mapping[str, Collection[str]]) -> list[str]:
    """Return a sentence for each correction of linking that the cases do not show; ``cases_of`` documents."""
    found = []
    for correction, id, other in applied.linking:
        here, key = set(cases_of.get(id, ())), _key(correction.case)
        if correction.kind == "join" and key not in here:
            found.append(
                f"{_told(correction)}: the document bears another number or names another buyer, so it did "
                f"not join {key}; correct what was misread, or take the entry out."
            )
        elif correction.kind == "split" and key in here:
            found.append(
                f"{_told(correction)}: the document is still in {key}, which it opened itself; name the "
                "other document as not the same."
            )
        elif other is not None and (both := sorted(here & set(cases_of.get(other, ())))):
            found.append(f"{_told(correction)}: both documents are still in {', '.join(both)}.")
    return found


def _told(correction: Correction) -> str:
    return (
        f"The correction of {correction.when} by {correction.who} ({correction.kind}, {correction.document})"
    )


def _key(case: str | None) -> str:
    words = case or ""
    # The docket's own keys begin with a small letter and hold dates that look like numbers.
    return words if words[:1].islower() else transmittal(words) or words


def _find(name: str, filed: Sequence[tuple[str, str]]) -> str | None:
    found = [id for id, address in filed if id.startswith(name) or address == name]
    return found[0] if len(found) == 1 else None


def _righted(value: Any, correction: Correction) -> Any:
    """Return a claim with the fields that rest on the corrected passage put right or taken out."""
    if isinstance(value, tuple):
        kept = tuple(_righted(member, correction) for member in value)
        return tuple(member for member in kept if member is not None)
    if not isinstance(value, msgspec.Struct):
        return value
    if isinstance(value, Sourced) and _same_place(value, correction):
        return (
            None
            if correction.value is None
            else msgspec.structs.replace(value, value=_typed(value, correction))
        )
    changes = {
        name: changed
        for name in value.__struct_fields__
        if (changed := _righted(held := getattr(value, name), correction)) is not held and changed != held
    }
    return msgspec.structs.replace(value, **changes) if changes else value


def _whole(claim: Claim) -> bool:
    """Tell whether a claim still has what it cannot be without."""
    required = {Statement: "words", Resolution: "number"}.get(type(claim))
    return required is None or getattr(claim, required) is not None


def _typed(field: Sourced[Any], correction: Correction) -> Any:
    """Return the right value as the kind of value that the field holds: YAML gives words."""
    try:
        return msgspec.convert(correction.value, type(field.value), strict=False)
    except msgspec.ValidationError as error:
        raise DocketError(
            f"{_told(correction)}: {correction.value!r} is no {type(field.value).__name__}; mend the value"
        ) from error


def _same_place(value: Sourced[Any], correction: Correction) -> bool:
    return (value.passage.start, value.passage.end) == (correction.start, correction.end)


def stale_readings(applied: Applied, readings: Iterable[Reading]) -> list[str]:
    """Return a sentence for each misreading that no claim rests on any more."""
    return [
        f"{_told(correction)}: no claim rests on that passage any more, or it is right now."
        for reading in readings
        for correction in applied.misread.get(reading.document.id, ())
        if all(_righted(claim, correction) == claim for claim in reading.claims)
    ]
