# Every target sets itself up: it needs a Python from 3.11 to 3.13, make and git, and leaves everything in .venv.
# README.md says the same in commands for a machine without make.

SUPPORTED := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(firstword $(foreach python,python3 python3.13 python3.12 python3.11 python, \
	$(shell $(python) -c '$(SUPPORTED)' 2>/dev/null && echo $(python))))
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.ready-to-run
DEVELOP := $(VENV)/.ready-to-develop
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --upgrade pyproject.toml --group build

.PHONY: demo test check bench evaluate lock

demo: $(RUN)
	$(BIN)/counterclaim demo

test: $(DEVELOP)
	$(BIN)/python -m pytest -q

check: $(DEVELOP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q tests/test_architecture.py tests/test_docs.py

evaluate: $(DEVELOP)
	$(BIN)/python -m evaluation $(SET)

bench: $(DEVELOP)
	$(BIN)/python -m evaluation.bench $(PART)

lock: $(DEVELOP)
	$(LOCK) -o requirements.txt
	$(LOCK) --all-extras -o requirements-all.txt
	$(LOCK) --all-extras --group dev -o requirements-dev.txt
	$(LOCK) --group training -o requirements-training.txt

$(RUN): requirements.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOP): requirements-dev.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes -r requirements-dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@ $(RUN)

$(BIN)/python:
	$(if $(PYTHON),,$(error no Python from 3.11 to 3.13 found; install one, or name it: make PYTHON=/path/to/python $(MAKECMDGOALS)))
	$(PYTHON) -m venv $(VENV)
