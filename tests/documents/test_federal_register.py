"""Raw text pages keep their lines; tags and entities fall away."""

from armsdocket.documents.load import load

PAGE = b"""<html>
<head><title>Federal Register, Volume 91</title></head>
<body><pre>
[Notices] Office [<a href="http://www.gpo.gov">www.gpo.gov</a>]
Write to <a href="/cdn-cgi/l/email-protection#7a"><span class="__cf_email__"
data-cfemail="36">[email&#160;protected]</span></a> &amp; others; under <$25 million.

Other...................................  $160 million
                                         -------------

[[Page 19116]]

  TOTAL.................................  $930 million
</pre></body>
</html>
"""


def test_lines_are_kept_exactly() -> None:
    assert load(PAGE, "2026-07237.txt").text == (
        "[Notices] Office [www.gpo.gov]\n"
        "Write to [email protected] & others; under <$25 million.\n"
        "\n"
        "Other...................................  $160 million\n"
        "                                         -------------\n"
        "\n"
        "[[Page 19116]]\n"
        "\n"
        "  TOTAL.................................  $930 million\n"
    )


def test_words_after_the_preformatted_text_are_not_lost() -> None:
    assert "After." in load(b"<html><body><pre>Before.</pre><p>After.</p></body></html>", "a.html").text


def test_page_cut_short_is_noted() -> None:
    document = load(PAGE[:300], "a.txt")
    assert any("cut short" in note for note in document.notes)
