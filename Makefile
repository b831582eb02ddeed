# `make demo`, `make test` and `make check` work on a fresh machine: each makes the virtual environment first.
PYTHON ?= python3
BIN := .venv/bin
EXAMPLE := examples/russian-chinese-relations.md

.PHONY: demo test check update model clean format

demo: .venv/ready ## the main job on the example paper
	$(BIN)/refkit check $(EXAMPLE) --exit-zero

test: .venv/ready ## all tests
	$(BIN)/python -m pytest

check: .venv/ready ## the whole truth: format, lint, types, import layers, tests, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest
	$(BIN)/python scripts/docs.py --check
	$(BIN)/sphinx-build -W -q -E -b html docs docs/_build/html

update: .venv/ready ## regenerate what is generated: schema, tables, golden files, the README's output
	PYTHONPATH=. $(BIN)/python scripts/update.py
	$(BIN)/python scripts/docs.py

model: .venv/ready ## train the statistical parser anew (some ten minutes), and weigh it against the grammar
	PYTHONPATH=. PYTHONHASHSEED=0 $(BIN)/python -m training.train
	PYTHONPATH=. $(BIN)/python -m training.weigh

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/ready: pyproject.toml .ci/setup
	PYTHON="$(PYTHON)" .ci/setup
	touch $@

clean:
	rm -rf .venv docs/_build build dist .*_cache .hypothesis
