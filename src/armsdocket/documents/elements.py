"""What the elements of HTML mean for the text of a page: which break a line, which are never shown."""

# A paragraph of its own: an empty line stands before and after it.
# fmt: off
PARAGRAPH = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "dir",
    "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header",
    "hgroup", "hr", "html", "legend", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "tfoot", "thead", "ul",
))
# A line of its own.
LINE = frozenset(("dd", "dt", "li", "optgroup", "option", "tr"))
CELL = frozenset(("td", "th"))
BLOCK = PARAGRAPH | LINE | CELL
# Never shown by a browser, or holding no words of the page.
UNSEEN = frozenset((
    "audio", "canvas", "datalist", "embed", "head", "iframe", "map", "noframes", "noscript", "object",
    "script", "style", "svg", "template", "title", "video",
))
# What stands inside these is named for them, whatever boxes it is wrapped in.
NAMING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption"))
# Elements whose name alone says what part of a page this is.
SECTIONING = frozenset((
    "address", "article", "aside", "blockquote", "caption", "cite", "details", "dl", "figcaption", "figure",
    "footer", "form", "header", "main", "nav", "ol", "section", "table", "td", "th", "time", "tr", "ul",
))
# fmt: on
