"""Who said what in a text, as the text has it: quotations, reporting verbs, their sources."""
