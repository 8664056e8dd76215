"""Benchmarks: speed and memory on real documents, with peers beside us in the same run."""
