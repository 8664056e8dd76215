"""Vocabulary: what things are called, as data, and one matcher over it."""
