"""News: one module per kind of claim that an article makes."""
