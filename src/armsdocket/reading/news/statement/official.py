"""Whose words are an official's: those of somebody in an office, which no analyst or activist holds."""

from armsdocket.reading.claims import Speaker
from armsdocket.vocabulary import transfer_terms


def holds_office(speaker: Speaker | None) -> bool:
    """Tell whether a speaker has an office whose words on a sale are official: a minister, no analyst."""
    office = speaker.office if speaker else None
    return office is not None and not is_unofficial(office.value)


def is_unofficial(office: str) -> bool:
    """Tell whether an office is one of those whose words on a sale are no official's words."""
    return office in transfer_terms.words("no officials")
