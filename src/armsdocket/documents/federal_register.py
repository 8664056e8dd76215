"""Raw text pages of the Government Publishing Office: Federal Register and Congressional Record.

Such a page is HTML with one ``<pre>``. Its line structure carries meaning (tables are drawn with dots and
blanks), so every line is kept exactly: tags fall away, entities become characters, and a hidden e-mail
link leaves the words it shows. Page marks (``[[Page 19116]]``) stay in the text. The page's head only
repeats the first line of the text and is left out.
"""

import html
import re

from armsdocket.documents import html as page
from armsdocket.documents.document import Document
from armsdocket.documents.encoding import decode
from armsdocket.documents.plain import compose

_OPENING = re.compile(r"<body[^>]*>\s*<pre[^>]*>\n?", re.IGNORECASE)
_CLOSING = re.compile(r"</pre>", re.IGNORECASE)
# A tag starts with a letter or a slash: "<$25 million" is no tag.
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--[^<>]*-->")


def recognised(text: str) -> bool:
    """Tell whether a page is such a raw text page, from its first characters."""
    return _OPENING.search(text) is not None


def load(content: bytes, address: str) -> Document:
    """Load a raw text page. Raises UnreadableDocument when it holds no words."""
    text, notes = decode(content, address, declared=page.declared_encoding(content))
    opening = _OPENING.search(text)
    start = opening.end() if opening else 0
    endings = list(_CLOSING.finditer(text, start))
    end = endings[-1].start() if endings else len(text)
    if not endings:
        notes.append("the page is cut short: its text has no end mark")
    if _TAG.sub("", text[end:]).strip():
        return page.load(content, address)  # words stand after the preformatted text: a page like others
    words = html.unescape(_TAG.sub("", text[start:end])).replace("\xa0", " ")
    return compose(words, content, address, notes, "text/html")
