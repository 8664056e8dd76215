"""Law: dated rules and what follows from them."""
