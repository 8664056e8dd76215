"""The loader is chosen by content; bad input gets one clear line."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from armsdocket.documents.load import MAX_BYTES, expand, load, read_bytes
from armsdocket.errors import UnreadableDocument
from tests.documents.pdf_bytes import pdf


def zipped() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "address", "media_type"),
    [
        (b"Two Javelins.", "note.txt", "text/plain"),
        (b"Two Javelins.", "-", "text/plain"),
        # Content goes before the name.
        (b"<!doctype html><p>Sale</p>", "page.txt", "text/html"),
        (b'\n {"number": "H.J.Res. 108"}', "resolution.txt", "application/json"),
        (b"[Transmittal No. 26-27] is printed so.", "notice.txt", "text/plain"),
        (b"{not JSON} but words", "note.txt", "text/plain"),
        (pdf("Transmittal No. 23-22"), "notice", "application/pdf"),
        (b'<?xml version="1.0"?><bill><legis-num>H. J. RES. 108</legis-num></bill>', "bill.xml", "text/html"),
        # The name decides where the content leaves it open.
        (b"Sale of <b>246</b> missiles", "https://a.example/page.html?x=1", "text/html"),
    ],
)
def test_loader_follows_content(content: bytes, address: str, media_type: str) -> None:
    assert load(content, address).media_type == media_type


@pytest.mark.parametrize(
    ("content", "address", "words"),
    [
        (b"", "a.txt", "is empty"),
        (b" \r\n\t", "a.txt", "is empty"),
        ("\ufeff\u2003".encode(), "a.txt", "holds no words"),
        (bytes(range(256)) * 8, "a.txt", "is not text"),
        (b"The sale\x00 of missiles", "a.txt", "zero bytes"),
        (b"\x01\x02\x03\x04\x05\x06" * 50, "a.bin", "control characters"),
        (zipped(), "a.txt", "ZIP archive or an office document"),
        (zipped(), "a.docx", "ZIP archive or an office document"),
        (b"{\\rtf1 Sale}", "a.txt", "rich text"),
        (b"\x1f\x8b\x08\x00", "a.html", "compressed"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "picture"),
        (pdf("Sale", encrypted=True), "a.pdf", "encrypted PDF"),
        (pdf("Sale of missiles")[:300], "a.pdf", "cut short"),
        (pdf(""), "a.pdf", "without text"),
        (b"%PDF-1.4\nstartxref\n0\n%%EOF", "a.pdf", "cannot be opened"),
        (b"Words.", "a.pdf", "named PDF but is none"),
        (b'{"number": ', "a.json", "not valid JSON"),
        (b"[1, 2]", "a.json", "holds 2 records"),
        (b'{"a": 1}\n{"a": 2}\n', "a.jsonl", "holds 2 records"),
        (b"[]", "a.json", "without a record"),
        (b"7", "a.json", "without a record"),
        (b'{"a": null, "b": []}', "a.json", "all empty"),
        (b"[" * 100_000, "a.json", "nested too deeply"),
        (b'{"a":' * 500 + b"1" + b"}" * 500, "a.json", "nested too deeply"),
        (b"<html><body><img src=a></body></html>", "a.html", "HTML without words"),
        (b"\xff\xfe\x00\xd8" * 40, "a.txt", "does not decode"),
    ],
)
def test_bad_input_gets_one_clear_line(content: bytes, address: str, words: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        load(content, address)
    message = str(caught.value)
    assert message.startswith(f"{address}: ")
    assert words in message
    assert "\n" not in message
    assert ";" in message, "says what to do after what is wrong"


def test_too_large_content_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="too large"):
        load(b"a" * (MAX_BYTES + 1), "a.txt")


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # a sparse file: no disk is filled
    with pytest.raises(UnreadableDocument, match=r"large\.txt: is too large \(200 MB"):
        read_bytes(large)


def test_missing_file_and_directory_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no such file"):
        read_bytes(tmp_path / "absent.txt")
    with pytest.raises(UnreadableDocument, match="is a directory"):
        read_bytes(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_forbidden_file_is_refused(tmp_path: Path) -> None:
    shut = tmp_path / "shut.txt"
    shut.write_text("words")
    shut.chmod(0)
    with pytest.raises(UnreadableDocument, match="may not be read"):
        read_bytes(shut)


def test_directories_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.html", "a/1.json", "README.md", ".hidden", ".git/x", "a/licence"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    names = [str(path.relative_to(tmp_path)) for path in expand([tmp_path])]
    assert names == ["a/1.json", "a/2.html", "b.txt"]


def test_a_named_file_is_never_left_out(tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    assert list(expand([tmp_path / "README.md", absent])) == [tmp_path / "README.md", absent]
