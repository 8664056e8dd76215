"""What the elements of HTML mean for the text of a page: which break a line, which are never shown."""

# A paragraph of its own: an empty line stands before and after it.
PARAGRAPH = frozenset(
    "address article aside blockquote body center details dialog dir div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre search section summary table "
    "tbody tfoot thead caption ul".split()
)
# A line of its own.
LINE = frozenset("dd dt li option optgroup tr".split())
CELL = frozenset(("td", "th"))
BLOCK = PARAGRAPH | LINE | CELL
# Never shown by a browser, or no words of the page.
UNSEEN = frozenset(
    "audio canvas datalist embed head iframe map noframes noscript object script style svg template title video".split()
)
# What stands inside these is their words, whatever boxes it is wrapped in.
NAMING = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption"))
# Elements whose name alone says what part of a page this is.
SECTIONING = frozenset(
    "article aside blockquote caption details dl figcaption figure footer form header main nav ol section table "
    "td th tr ul address cite time a".split()
)
# An element that never holds text, and has no end tag in good HTML.
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
