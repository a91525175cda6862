# Each command is complete on a fresh machine with Python 3.11 or newer: it makes the environment it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONSTRAINTS := packaging/constraints.txt

.PHONY: help run test bench format schema translations wheel clean
.DEFAULT_GOAL := help

help:  ## Say what there is.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: $(VENV)/run.stamp  ## Start the program.
	$(BIN)/stretchtimer

test: $(VENV)/test.stamp  ## Check and test everything.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(VENV)/test.stamp  ## Measure: start, memory, the command line.
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only -s -o addopts="--import-mode=importlib"

format: $(VENV)/test.stamp  ## Put the code into the house's form.
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: $(VENV)/test.stamp  ## Publish the JSON Schemas of the exercise and routine files.
	$(BIN)/python -m stretchtimer.storage.schema

translations: $(VENV)/test.stamp  ## Collect the sentences for translators.
	$(BIN)/python packaging/extract_messages.py

wheel: $(VENV)/test.stamp  ## Build the wheel into dist/.
	$(BIN)/python -m build --wheel

clean:  ## Remove what these commands made.
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks

$(VENV)/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name it so: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null \
		|| { echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.stamp: $(VENV)/pip.stamp pyproject.toml $(CONSTRAINTS)
	bash packaging/system-libraries.sh run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(CONSTRAINTS) -e .
	touch $@

$(VENV)/test.stamp: $(VENV)/pip.stamp pyproject.toml $(CONSTRAINTS)
	bash packaging/system-libraries.sh test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(CONSTRAINTS) -e '.[dev]'
	touch $(VENV)/run.stamp $@
