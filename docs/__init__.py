"""Documentation that is generated, and the pages beside it."""
