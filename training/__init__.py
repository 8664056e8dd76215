"""Fitting the models that ship with the program; nothing here is needed to read a document."""
