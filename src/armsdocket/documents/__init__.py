"""Documents: bytes as received, turned into the text that passages point into."""
