from armsdocket.documents.load import load
from armsdocket.reading.read import read
from evaluation.clauses import account

POST = """Contracts For June 3, 2025

ARMY

Alpha Co., Mesa, Arizona, was awarded a $1,000,000 contract for foreign military sales of spares to Peru. \
Army Contracting Command, Warren, Michigan, is the contracting activity (W58RGZ-25-C-0082).

Beta Co., Boston, Massachusetts, was awarded a $2,000,000 contract for boots. \
Army Contracting Command, Natick, Massachusetts, is the contracting activity (W911QY-25-C-0001).
"""


def test_every_clause_is_read_left_out_or_reported() -> None:
    counted = account(read(load(POST.encode(), "post.txt")))
    assert (counted.claims, counted.read, counted.ignored, counted.reported) == (1, 2, 4, 0)
