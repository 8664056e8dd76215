"""Notices: one module per kind of official document."""
