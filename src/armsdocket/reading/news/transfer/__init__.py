"""Transfers: candidates, their parties and goods, how far they got, and one claim for each."""
