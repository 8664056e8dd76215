"""Fuzzing: whatever the bytes, a document is read or refused, in time, and every passage holds."""
