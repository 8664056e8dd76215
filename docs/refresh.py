"""``make refresh``: write anew what is generated: the record's schema and the samples' case.

A test compares each with what the program gives, so that none drifts; none is ever accepted unseen.
"""

import io
import json
import tempfile
from pathlib import Path

from rich.console import Console

from armsdocket.cli.case_sheet import CaseSheet
from armsdocket.cli.sheet import Sheet
from armsdocket.docket.store import Docket
from armsdocket.documents.load import load
from armsdocket.reading.read import read
from armsdocket.reading.record import schema
from armsdocket.samples import paths

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CASE_PAGE = ROOT / "docs" / "case.md"
SCHEMA = ROOT / "src" / "armsdocket" / "reading" / "record.schema.json"
BEGIN, END = "<!-- case: written by make refresh -->\n```text\n", "```\n<!-- end of case -->\n"
# The section that the README's excerpt stops before.
EXCERPT_ENDS = "VALUES\n"


def schema_text() -> str:
    """Return the JSON Schema of one line of ``read --format jsonl``, indented."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def case_text() -> str:
    """Return the samples' case as it prints, with the samples named by file and not by place."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, Docket.open(str(Path(folder) / "samples.db")) as docket:
        for path in paths():
            content = path.read_bytes()
            docket.file(read(load(content, path.name)), content)
        console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=True)
        CaseSheet(Sheet(console), docket.case("23-22")).show()
    return out.getvalue()


def _with(page: str, case: str) -> str:
    """Return a page with the case between its marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{case}{END}{after}"


def readme_text(readme: str) -> str:
    """Return the README with the start of the case as it prints now."""
    return _with(readme, case_text().partition(f"\n{EXCERPT_ENDS}")[0])


def case_page_text(page: str) -> str:
    """Return the page of the case with all of it as it prints now."""
    return _with(page, case_text())


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    CASE_PAGE.write_text(case_page_text(CASE_PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    README.write_text(readme_text(README.read_text(encoding="utf-8")), encoding="utf-8")
