"""An article read whole: all families of claims, and nothing from the clutter of its page."""

from armsdocket.documents.document import Document, identity
from armsdocket.reading.claims import Statement, Transfer
from armsdocket.reading.news.article import read

TEXT = """Kosovo Asks US for Javelin Missiles

January 11, 2024

Kosovo has requested Javelin missiles from the United States, Defence Minister Ejup Maqedonci said.

“The request has been received in Washington,” Maqedonci told BIRN.
"""


def document_of(text: str) -> Document:
    content = text.encode()
    return Document(
        id=identity(content), address="a.txt", media_type="text/plain", size=len(content), text=text
    )


def test_transfer_and_statement_are_read() -> None:
    reading = read(document_of(TEXT))
    transfers = [claim for claim in reading.claims if isinstance(claim, Transfer)]
    assert [transfer.buyer.value for transfer in transfers if transfer.buyer] == ["XK"]
    assert any(isinstance(claim, Statement) for claim in reading.claims)
    assert reading.heading.kind == "news"


def test_reading_twice_gives_the_same() -> None:
    assert read(document_of(TEXT)) == read(document_of(TEXT))


def test_empty_text_is_an_empty_reading() -> None:
    assert read(document_of("")).claims == ()
