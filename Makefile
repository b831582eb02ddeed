# `make demo`, `make test` and `make check` work on a fresh machine: each makes the virtual environment first.
PYTHON ?= python3
BIN := .venv/bin
EXAMPLE := examples/russian-chinese-relations.md

.PHONY: demo test check update model pdf clean format

demo: .venv/ready ## the main job on the example paper
	$(BIN)/refkit check $(EXAMPLE) --exit-zero

test: .venv/ready ## all tests
	$(BIN)/python -m pytest

check: .venv/ready ## the whole truth: format, lint, types, import layers, tests, docs, our own hooks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest
	$(BIN)/python scripts/docs.py --check
	$(BIN)/pre-commit run --all-files
	$(BIN)/sphinx-build -W -q -E -b html docs docs/_build/html

update: .venv/ready ## regenerate what is generated: schema, tables, golden files, the README's output
	PYTHONPATH=. $(BIN)/python scripts/update.py
	$(BIN)/python scripts/docs.py

model: .venv/ready ## train the statistical parser anew (some ten minutes), and weigh it against the grammar
	PYTHONPATH=. PYTHONHASHSEED=0 $(BIN)/python -m training.train
	PYTHONPATH=. $(BIN)/python -m training.weigh

LATEX := examples/latex
XELATEX := TEXINPUTS=..: xelatex -interaction=batchmode -halt-on-error ../bibliography >/dev/null \
	|| { grep -A 4 '^!' bibliography.log >&2; exit 1; }

pdf: .venv/ready ## the bibliography of the example paper, by XeLaTeX and biber
	@for program in xelatex biber; do command -v $$program >/dev/null || { echo "make pdf: no $$program; install \
	texlive-xetex, texlive-bibtex-extra, texlive-lang-arabic and biber (Debian)" >&2; exit 1; }; done
	@mkdir -p $(LATEX)/build
	@$(BIN)/refkit convert data/references.yaml $(LATEX)/build/references.bib 2>$(LATEX)/build/convert.log \
	|| { cat $(LATEX)/build/convert.log >&2; exit 1; }
	@cd $(LATEX)/build && { $(XELATEX); } && biber --quiet bibliography && { $(XELATEX); } && { $(XELATEX); }
	@echo $(LATEX)/build/bibliography.pdf

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/ready: pyproject.toml .ci/setup
	PYTHON="$(PYTHON)" .ci/setup
	touch $@

clean:
	rm -rf .venv docs/_build build dist examples/latex/build .*_cache .hypothesis
