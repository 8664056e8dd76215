"""What is generated and committed must be what the program gives now."""

from docs.refresh import CASE_PAGE, EXCERPT_ENDS, README, SCHEMA, case_page_text, readme_text, schema_text


def test_the_schema_is_that_of_the_record() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run: make refresh, and read the difference"


def test_the_page_of_the_case_is_as_it_prints() -> None:
    page = CASE_PAGE.read_text(encoding="utf-8")
    assert f"\n{EXCERPT_ENDS}" in page
    assert page == case_page_text(page), "run: make refresh, and read the difference"


def test_the_case_in_the_readme_is_its_start() -> None:
    readme = README.read_text(encoding="utf-8")
    assert readme == readme_text(readme), "run: make refresh, and read the difference"
