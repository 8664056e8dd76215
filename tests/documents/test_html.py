"""HTML pages become visible text with blocks."""

import pytest

from armsdocket.documents.document import TRAILER, Block, Document
from armsdocket.documents.load import load
from armsdocket.errors import UnreadableDocument


def page(markup: str) -> Document:
    return load(f"<!DOCTYPE html><html><body>{markup}</body></html>".encode(), "page.html")


def only(document: Document, role: str) -> Block:
    (block,) = [block for block in document.blocks if block.role == role]
    return block


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        # A tag inside a word does not split it.
        ("<p>Political-Mili</span><span>tary Affairs</p>", "Political-Military Affairs"),
        ("<p>FGM<b>-148</b>F</p>", "FGM-148F"),
        # White space runs, line ends and no-break spaces are one space.
        ("<p>$75&nbsp;\n   million</p>", "$75 million"),
        ("<p>one <b> two</b> three</p>", "one two three"),
        # Soft hyphens and zero-width spaces are not visible.
        ("<p>anti&shy;tank mis\u200bsiles</p>", "antitank missiles"),
        # One break is a line, two are a paragraph.
        (
            "<p>Transmittal No. 23-22<br>WASHINGTON<br />\n<br />The Government</p>",
            "Transmittal No. 23-22\nWASHINGTON\n\nThe Government",
        ),
        ("<h1>Kosovo</h1><div><p>One.</p><p>Two.</p></div>", "Kosovo\n\nOne.\n\nTwo."),
        ("<ul><li>246 missiles</li><li>24 launch units</li></ul>", "246 missiles\n24 launch units"),
        # A row is one line, cells in order, whatever boxes they are wrapped in.
        (
            "<table><tr><td>MDE</td><td>$7</td></tr><tr><td><p>Other</p></td><td><div>$1</div></td></tr></table>",
            "MDE\t$7\nOther\t$1",
        ),
        ("<table><tr><th>A</th><td></td><td>C</td></tr></table>", "A\tC"),
        # A table that lays out a page keeps its paragraphs.
        ("<table><tr><td><p>One.</p><p>Two.</p></td><td>Aside</td></tr></table>", "One.\n\nTwo.\n\nAside"),
        # Scripts, styles, templates and comments are not shown.
        (
            "<script>'<p>no</p>'</script><style>p</style><!-- no --><template>n</template><p>yes</p>",
            "yes",
        ),
        # Preformatted text keeps its lines and blanks.
        ("<pre>\nA   B\n  C\n</pre></div><p>after</p>", "A   B\n  C\n\n\nafter"),
        # Unknown elements hold words like any other.
        ("<x-quote>&ldquo;No.&rdquo;</x-quote>", "“No.”"),
        ("<p>5 &lt; 6 &amp; 7 &#x10D;</p>", "5 < 6 & 7 č"),
        # An unclosed paragraph ends where the next begins.
        ("<p>One<p>Two", "One\n\nTwo"),
    ],
)
def test_visible_text(markup: str, text: str) -> None:
    assert page(markup).text == text


@pytest.mark.parametrize(
    ("markup", "role", "path", "words"),
    [
        (
            '<article class="story"><h1 class="headline">Sale</h1></article>',
            "h1",
            "article.story/h1.headline",
            "Sale",
        ),
        (
            "<figure><figcaption><p>Caption.</p></figcaption></figure>",
            "figcaption",
            "figure/figcaption",
            "Caption.",
        ),
        # An inline element that holds the whole block names it, one that holds a part does not.
        ('<div><span class="byline">By A. Reporter</span></div>', "div", "span.byline", "By A. Reporter"),
        ('<div><span class="byline">By A</span> and more</div>', "div", "", "By A and more"),
        ('<div>From <span class="byline">A</span></div>', "div", "", "From A"),
        ('<div><b class="x">A</b><i class="y">B</i></div>', "div", "", "AB"),
        ('<footer id="foot"><p>All rights</p></footer>', "p", "footer.foot", "All rights"),
        ("<table><tr><td>cell</td></tr></table>", "td", "table/tr/td", "cell"),
    ],
)
def test_blocks_say_where_they_stood(markup: str, role: str, path: str, words: str) -> None:
    document = page(markup)
    block = only(document, role)
    assert (block.path, document.block_words(block)) == (path, words)


HEAD = """<!DOCTYPE html><html lang="sr"><head><title>Sale |
  Courier</title><meta property="og:site_name" content="Courier"><meta name="viewport" content="width=1">
<meta property="article:published_time" content="2024-01-11T17:24"><link rel="canonical" href="https://c.example/1">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Sale", "datePublished":
"2024-01-11", "author": [{"name": "M. S."}, {"name": "P. I."}], "publisher": {"name": "Courier"}},
{"@type": "Organization", "name": "Courier Ltd"}]}</script>
<script type="application/ld+json">{broken</script></head>
<body><p>Words.</p><time datetime="2024-01-11">Thursday</time>
<meta itemprop="dateModified" content="2024-01-12"></body></html>
"""


def test_head_stands_after_the_trailer_line() -> None:
    document = load(HEAD.encode(), "a.html")
    shown, hidden = document.text.split(f"\n\n{TRAILER}\n")
    assert shown == "Words.\n\nThursday"
    assert document.body.words(document.text) == shown
    assert hidden.splitlines() == [
        "language: sr",
        "title: Sale | Courier",
        "og:site_name: Courier",
        "article:published_time: 2024-01-11T17:24",
        "canonical: https://c.example/1",
        "json-ld:headline: Sale",
        "json-ld:datePublished: 2024-01-11",
        "json-ld:author: M. S.",
        "json-ld:author: P. I.",
        "json-ld:publisher: Courier",
        "time: 2024-01-11",
        "itemprop:dateModified: 2024-01-12",
    ]
    published = next(block for block in document.blocks if block.path == "article:published_time")
    assert (published.role, document.block_words(published)) == ("meta", "2024-01-11T17:24")


def test_declared_encoding_is_followed_where_bytes_are_not_utf8() -> None:
    markup = '<html><head><meta charset="windows-1250"></head><body><p>Vučić je rekao</p></body></html>'
    document = load(markup.encode("cp1250"), "a.html")
    assert document.text == "Vučić je rekao"
    assert document.notes == ("decoded as windows-1250, as the page declares",)


def test_fragment_without_html_element_is_html() -> None:
    assert load(b'<div class="adetail"><b>NEWS</b> | Jan. 8</div>', "denmark").text == "NEWS | Jan. 8"


def test_text_that_mentions_a_tag_is_text() -> None:
    assert load(b"The <p> element is a paragraph.", "note.txt").media_type == "text/plain"


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "pre", "td"])
def test_deep_nesting_loses_no_words(tag: str) -> None:
    depth = 100_000
    document = page(f"<{tag}>" * depth + "deep" + f"</{tag}>" * depth + "<p>after</p>")
    assert document.text.split() == ["deep", "after"]


@pytest.mark.parametrize(
    "markup",
    ["<" * 200_000, "<p a=" * 50_000, "&" * 200_000, "<br>" * 100_000, "<!--" * 50_000, "</p>" * 100_000],
)
def test_broken_markup_in_bulk_is_read_to_its_end(markup: str) -> None:
    assert load(f"<html><body><p>Words</p>{markup}".encode(), "a.html").text.startswith("Words")


def test_page_without_words_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match=r"a\.html: is HTML without words"):
        load(b"<html><head><title>Loading</title></head><body><script>go()</script></body></html>", "a.html")


def test_page_cut_short_is_noted() -> None:
    assert any("cut short" in note for note in load(b"<html><body><p>The sale of", "a.html").notes)
