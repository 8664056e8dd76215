"""Evaluation: accuracy on real labelled documents, with floors under it."""
