"""The suites of the evaluation, in the order of the table."""

from importlib import import_module

from evaluation.scores import Error, Score

# Each module gives ``score()`` and ``errors()``; one may also give ``remarks()``, sentences under the table.
SUITES = (
    "evaluation.news_transfers",
    "evaluation.news_statements",
    "evaluation.news_sums",
    "evaluation.news_forces",
    "evaluation.attribution",
    "evaluation.peers",
    "evaluation.official",
    "evaluation.clauses",
    "evaluation.linking",
)


def measure() -> tuple[list[Score], list[Error], list[str]]:
    """Run every suite; return the scores, the errors behind them, and the remarks."""
    scores: list[Score] = []
    errors: list[Error] = []
    remarks: list[str] = []
    for name in SUITES:
        suite = import_module(name)
        scores += suite.score()
        errors += suite.errors()
        remarks += getattr(suite, "remarks", list)()
    return scores, errors, remarks
