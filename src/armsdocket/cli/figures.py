"""Figures and names as the command line prints them: money, counts, parties, passages."""

from armsdocket.documents.passage import Passage
from armsdocket.errors import UsageError
from armsdocket.vocabulary.countries import all_countries, name_of, place_of
from armsdocket.vocabulary.organisations import all_organisations

MILLION = 1_000_000
BILLION = 1_000_000_000


def money(amount: int | float, currency: str | None) -> str:
    """Word an amount so that no digit is lost.

    >>> money(930_000_000, "USD"), money(89_951_041, "USD"), money(2_316_000_000, "EUR")
    ('USD 930 million', 'USD 89,951,041', 'EUR 2.316 billion')
    """
    unit = f"{currency} " if currency else ""
    for size, word in ((BILLION, "billion"), (MILLION, "million")):
        if abs(amount) >= size and amount * 1000 % size == 0:
            return f"{unit}{amount / size:,.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{unit}{amount:,}"


def bounded(words: str, bound: str | None) -> str:
    """Put a bound before a figure; "exactly" is left unsaid."""
    return words if bound in {None, "exactly"} else f"{bound} {words}"


def party(code: str | None) -> str:
    """Name a buyer or seller; say so when no document does."""
    return "not stated" if code is None else name_of(code)


def given(option: str, words: str | None) -> str | None:
    """Return an option's words, or None when it is left out.

    Raises UsageError for an empty one: a shell's variable that is not set must not widen the question.
    """
    if words is not None and not words.strip():
        raise UsageError(f"{option} names nothing; give a value or leave it out")
    return words


def code_of(words: str, option: str = "--buyer") -> str:
    """Return the code of a country or organisation given by code or by name, whatever the case.

    Raises UsageError for one nobody knows.
    """
    upper = (given(option, words) or "").strip().upper()
    if upper in all_countries() or upper in all_organisations():
        return upper
    code = place_of(words) or place_of(words.strip().title())
    if code is None and upper == "CONGO":
        raise UsageError(f"{option} Congo: two countries bear that name; give CD or CG")
    if code is None:
        raise UsageError(
            f"{option} {words}: no country or organisation of that name; give a name (Kosovo) or a code (XK)"
        )
    return code


def place(passage: Passage) -> str:
    """Word where a passage stands in its document.

    >>> place(Passage(1034, 1061))
    '1034-1061'
    """
    return f"{passage.start}-{passage.end}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Word a count with its noun.

    >>> count(1, "document"), count(3, "case")
    ('1 document', '3 cases')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
