"""No statement of filing looks through a whole table: its effort would grow with the docket."""

from pathlib import Path
from typing import Any

from sqlalchemy import event

from armsdocket.docket.store import Docket
from tests.docket.factory import kosovo_news, kosovo_notice, kosovo_resolution

# One row a correction, and read whole on purpose: each may speak of any document.
READ_WHOLE = "SCAN corrections"


def test_filing_asks_by_index(tmp_path: Path) -> None:
    asked: dict[str, Any] = {}
    with Docket.open(str(tmp_path / "docket.db")) as docket:
        engine = docket._engine

        def note(_c: object, _cursor: object, words: str, values: Any, _x: object, many: bool) -> None:
            asked.setdefault(words, values[0] if many else values)

        event.listen(engine, "before_cursor_execute", note)
        for page in (kosovo_news(), kosovo_resolution(), kosovo_notice()):
            docket.file(page.reading(), page.content)
            # Met again under a name that sorts first: its claims are entered anew.
            page.address = f"a/{page.address}"
            docket.file(page.reading(), page.content)
        event.remove(engine, "before_cursor_execute", note)
        questions = {words: asked[words] for words in asked if not words.startswith(("BEGIN", "PRAGMA"))}
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            scans = [
                (plan, words)
                for words, values in questions.items()
                for *_, plan in raw.cursor().execute(f"EXPLAIN QUERY PLAN {words}", values)
                if plan.startswith("SCAN") and plan != READ_WHOLE
            ]
    assert len(questions) > 20
    assert scans == []
