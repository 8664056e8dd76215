"""Which blocks of a news page are the article, by trafilatura's judgement of where main text stands.

Trafilatura judges by elements, their class words and the weight of text; a document keeps all of these in
its blocks, so the page is drawn again from them and no bytes are needed. What it returns is tied back to
the blocks by their words, in order.
"""

from html import escape

from armsdocket.documents.document import Block, Document

# A page with fewer paragraphs than this has no body to be told from its frame.
_FEWEST = 3
# An honest article has no more blocks; a longer page is a listing or a book, and judging it takes seconds.
_MOST = 5_000


def main_blocks(document: Document) -> tuple[Block, ...] | None:
    """Return the blocks of the article's main text, in order; null when the page is not like an article.

    Quotations set apart, captions and notes may be among them or not: class words of a block's path
    are the better witness for those.
    """
    shown = [block for block in document.blocks if block.role != "meta"]
    paragraphs = sum(1 for block in shown if block.role == "p")
    if document.media_type != "text/html" or paragraphs < _FEWEST or len(shown) > _MOST:
        return None
    # Imported here: it takes longer to load than most documents take to read.
    import trafilatura  # noqa: PLC0415

    found = trafilatura.extract(_drawn(document, shown), include_comments=False, include_tables=True)
    if not found:
        return None
    return _aligned(document, shown, found) or None


def _drawn(document: Document, blocks: list[Block]) -> str:
    """Draw a page from blocks: each in the elements its path names, shared with the block before."""
    drawn = ["<html><body>"]
    opened: list[str] = []
    for block in blocks:
        steps = block.path.split("/") if block.path else []
        # The last step is the block's own element when it bears the block's name.
        own = steps.pop() if steps and steps[-1].split(".")[0] == block.role else block.role
        shared = 0
        while shared < min(len(steps), len(opened)) and steps[shared] == opened[shared]:
            shared += 1
        drawn += [f"</{step.split('.')[0]}>" for step in reversed(opened[shared:])]
        drawn += [_opening(step) for step in steps[shared:]]
        opened = steps
        name = own.split(".")[0]
        drawn.append(f"{_opening(own)}{escape(document.block_words(block))}</{name}>")
    drawn += [f"</{step.split('.')[0]}>" for step in reversed(opened)]
    drawn.append("</body></html>")
    return "".join(drawn)


def _opening(step: str) -> str:
    name, *words = step.split(".")
    return f'<{name} class="{escape(" ".join(words))}">' if words else f"<{name}>"


def _aligned(document: Document, blocks: list[Block], found: str) -> tuple[Block, ...]:
    """Keep the blocks whose words stand in what was found, each line of it used in order."""
    lines = [_bare(line) for line in found.split("\n")]
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        places.setdefault(line, []).append(number)
    kept: list[Block] = []
    for block in blocks:
        wanted = _bare(document.block_words(block).split("\n", 1)[0])
        if wanted and places.get(wanted):
            places[wanted].pop(0)
            kept.append(block)
    return tuple(kept)


def _bare(words: str) -> str:
    """Return words without white space and list marks, which trafilatura sets in its own way."""
    return "".join(words.split()).lstrip("-|•")
