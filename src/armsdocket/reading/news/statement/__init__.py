"""Statements: attributions whose speaker is resolved to the fullest name the document gives."""
