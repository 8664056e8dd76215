"""What is generated and committed must be what the program gives now."""

from docs.refresh import README, SCHEMA, readme_text, schema_text


def test_the_schema_is_that_of_the_record() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run: make refresh, and read the difference"


def test_the_case_in_the_readme_is_as_it_prints() -> None:
    readme = README.read_text(encoding="utf-8")
    assert readme == readme_text(readme), "run: make refresh, and read the difference"
