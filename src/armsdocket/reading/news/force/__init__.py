"""Sizes of armed forces: people under arms, weapons held or sent, growth, presence."""
