"""Docket: claims filed under cases, with the links that say why."""
