"""Plain text keeps its characters; paragraphs are blocks."""

import pytest

from armsdocket.documents.load import load

SERBIAN = (
    "Predsednik Vučić je rekao da će razgovarati o prodaji raketa. Šta to znači za Srbiju, pitaju građani."
)
RUSSIAN = "Министерство обороны сообщило о поставке ракет. Сумма сделки не называется, говорится в заявлении."
FRENCH = (
    "Le ministère des Armées a annoncé l’achat de missiles ; le coût n’a pas été précisé à l’été dernier."
)

WRAPPED = (
    "The Government of Kosovo has requested to buy two hundred forty-six\n"
    "(246) missiles and twenty-four launch units, the agency said in the\nnotice."
)


COLUMN = """\
OSLO - Norway will buy twelve
helicopters from Italy for the
navy. “We need them by May.
They are late as it is,” said
Minister Ana Kovac, who spoke
at the yard where two of the
older ships are kept for now."""


@pytest.mark.parametrize(
    ("content", "text", "note"),
    [
        (SERBIAN.encode(), SERBIAN, None),
        (b"\xef\xbb\xbf" + SERBIAN.encode(), SERBIAN, None),
        (SERBIAN.encode("utf-16"), SERBIAN, None),
        (b"\xfe\xff" + SERBIAN.encode("utf-16-be"), SERBIAN, None),
        (b"The sale of 246 missiles".decode().encode("utf-16-le"), "The sale of 246 missiles", "zero bytes"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "decoded as cp1251"),
        (FRENCH.encode("cp1252"), FRENCH, "decoded as cp1252"),
        # One damaged byte among many good ones is damage, not another encoding.
        (SERBIAN.encode()[:40] + b"\xff" + SERBIAN.encode()[40:] * 3, None, "1 places are damaged"),
        # Line ends become one kind; nothing else changes, no-break spaces included.
        (b"One.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n", None),
        ("$75\u00a0million – sale".encode(), "$75\u00a0million – sale", None),
    ],
)
def test_encodings(content: bytes, text: str | None, note: str | None) -> None:
    document = load(content, "a.txt")
    if text is not None:
        assert document.text == text
    if note is None:
        assert document.notes == ()
    else:
        assert any(note in words for words in document.notes)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\n  Two.\n", ["One.", "Two."]),
        # Every line a paragraph: copies of web pages.
        (
            "By A. Reporter\nPristina\nThe sale is possible.",
            ["By A. Reporter", "Pristina", "The sale is possible."],
        ),
        # Wrapped by hand: a line ends where the next word would not have fitted.
        (WRAPPED + "\nSecond paragraph.", [WRAPPED, "Second paragraph."]),
        (COLUMN, [COLUMN]),
        ("Photo\nRelated stories\nMost read\nSign up", ["Photo", "Related stories", "Most read", "Sign up"]),
        (
            "Norway completes its order for forty helicopters from Italy in May\n2024.01.09\nOslo",
            ["Norway completes its order for forty helicopters from Italy in May", "2024.01.09", "Oslo"],
        ),
    ],
)
def test_paragraphs(text: str, blocks: list[str]) -> None:
    document = load(text.encode(), "a.txt")
    assert [document.block_words(block) for block in document.blocks] == blocks
