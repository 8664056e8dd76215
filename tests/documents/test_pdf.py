"""PDF files become text with a block for each page."""

from armsdocket.documents.load import load
from tests.documents.pdf_bytes import pdf


def test_pages_are_blocks() -> None:
    document = load(
        pdf("Transmittal No. 23-22\nKosovo - Javelin Missiles", "The estimated cost is $75 million."), "a.pdf"
    )
    assert document.text == (
        "Transmittal No. 23-22\nKosovo - Javelin Missiles\n\nThe estimated cost is $75 million."
    )
    assert [(block.role, block.path, document.block_words(block)) for block in document.blocks] == [
        ("page", "1", "Transmittal No. 23-22\nKosovo - Javelin Missiles"),
        ("page", "2", "The estimated cost is $75 million."),
    ]


def test_hyphen_at_a_line_end_stays() -> None:
    assert load(pdf("sale of AIM-120C-\n8 missiles"), "a.pdf").text == "sale of AIM-120C-8 missiles"


def test_page_without_text_is_noted() -> None:
    assert load(pdf("Words", ""), "a.pdf").notes == ("pages without text, perhaps pictures: 2",)
