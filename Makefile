# Each command is complete on a fresh machine with Python 3.11 or newer: it makes the environment it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONSTRAINTS := packaging/constraints.txt
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(CONSTRAINTS)

.PHONY: help run test bench format schema references translations wheel clean libraries test-tools
.DEFAULT_GOAL := help
.NOTPARALLEL:

help:  ## Say what there is.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: libraries $(VENV)/run.stamp  ## Start the program.
	$(BIN)/stretchtimer

test: test-tools $(VENV)/dev.stamp  ## Check and test everything.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: test-tools $(VENV)/dev.stamp  ## Measure: start, memory, the command line.
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only -s -o addopts="--import-mode=importlib"

format: $(VENV)/dev.stamp  ## Put the code into the house's form.
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: $(VENV)/dev.stamp  ## Publish the JSON Schemas of the exercise and routine files.
	$(BIN)/python -m stretchtimer.storage.schema

references: $(VENV)/dev.stamp  ## Paint the reference pictures of the figures anew.
	PYTHONPATH=. $(BIN)/python tests/ui/figure/reference_sheet.py

translations: $(VENV)/dev.stamp  ## Collect the sentences for translators.
	$(BIN)/python packaging/extract_messages.py

wheel: $(VENV)/dev.stamp  ## Build the wheel into dist/.
	$(BIN)/python -m build --wheel --no-isolation

clean:  ## Remove what these commands made.
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks
	find stretchtimer tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

# Looked for each time, since it costs nothing and a system may change.
libraries:
	@bash packaging/system-libraries.sh run

test-tools:
	@bash packaging/system-libraries.sh test

$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) is not Python 3.11 or newer. Name one that is: make PYTHON=python3.12 run"; exit 1; }
	@PYTHON="$(PYTHON)" bash packaging/system-libraries.sh venv
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp pyproject.toml $(CONSTRAINTS)
	$(PIP) -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/made.stamp pyproject.toml $(CONSTRAINTS)
	$(PIP) -e '.[dev]'
	@touch $(VENV)/run.stamp $@
