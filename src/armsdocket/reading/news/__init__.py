"""News: the page, who said what, and each kind of claim that an article makes."""
