"""armsdocket: a docket for arms sales."""

__version__ = "0.1.0"
