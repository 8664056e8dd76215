"""Documents worded for demonstration: they say so at their head."""

import re

from armsdocket.documents.document import Document

_SAMPLE = re.compile(r"\bSAMPLE\b\s*[:.(-]")
# A sample says so before its first hundred words are over.
_HEAD = 600


def is_sample(document: Document) -> bool:
    """Tell whether a document says at its head that it is a sample."""
    return _SAMPLE.search(document.text[:_HEAD]) is not None
