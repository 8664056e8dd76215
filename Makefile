# One entry point for every check; .ci/run calls the same targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test lint types check evaluate bench compare train refresh clean lock

$(VENV)/ready: requirements/dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "armsdocket needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12 " )'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(VENV)/ready

demo: setup
	@$(BIN)/armsdocket demo

test: setup
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff check src tests evaluation bench docs fuzz training
	$(BIN)/ruff format --check src tests evaluation bench docs fuzz training

types: setup
	$(BIN)/mypy

check: lint types test

evaluate: .venv-bench/ready
	@.venv-bench/bin/python -m evaluation $(if $(ERRORS),--errors)

.venv-bench/ready: requirements/bench.lock pyproject.toml
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --require-hashes -r requirements/bench.lock
	.venv-bench/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

bench: .venv-bench/ready
	@.venv-bench/bin/python -m bench

refresh: setup
	$(BIN)/python -m docs.refresh

compare: setup
	@$(BIN)/python -m evaluation.compare --base $(BASE) $(if $(ERRORS),--errors)

train: setup
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/train.lock
	$(BIN)/python -m training $(CORPUS)

lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --upgrade --custom-compile-command "make lock" -o requirements/dev.lock
	uv pip compile --group train --universal --python-version 3.11 --generate-hashes --upgrade --custom-compile-command "make lock" -o requirements/train.lock
	uv pip compile pyproject.toml --extra spacy --group dev --group bench --universal --python-version 3.11 --generate-hashes --upgrade --custom-compile-command "make lock" -o requirements/bench.lock

clean:
	rm -rf $(VENV) .venv-bench build dist .pytest_cache .mypy_cache .ruff_cache
