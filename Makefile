# Two commands to begin with: `make demo` and `make test`. Both make their own environment in .venv.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: help demo test mutants check lint types contracts docs references messages samples bundle bench format clean

help:            ## Say what can be made
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(STAMP): pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing .venv && uv pip install --quiet --python $(BIN)/python -e '.[dev]'; \
	else \
	  $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'; \
	fi
	@touch $(STAMP)

demo: $(STAMP)   ## Score the sample province, show the ranking, write the results workbook
	@$(BIN)/ictscore score samples/binhthuan-2020/survey.xlsx --rulebook binhthuan-2020 --force
	@echo
	@echo "Next: open survey.binhthuan-2020.results.xlsx, then try"
	@echo "  $(BIN)/ictscore explain samples/binhthuan-2020/survey.xlsx --rulebook binhthuan-2020 'Thanh tra tỉnh'"
	@echo "  $(BIN)/ictscore form binhthuan-2020 --group pl_iii -o phieu.xlsx"
	@echo "  $(BIN)/ictscore --help"

test: lint types contracts docs check   ## Everything CI runs
	@echo "All of it holds."

# Measuring coverage doubles the time of a test, and the floors are those of the exact core: these run without.
UNMEASURED := tests/survey tests/reports tests/tools tests/whatif tests/cases/test_shipped.py

check: $(STAMP)  ## The tests, with branch coverage of the exact core
	$(BIN)/python -m pytest -n auto -q --cov=ictscore --cov-branch --cov-report= $(UNMEASURED:%=--ignore=%)
	$(BIN)/python tools/check_coverage.py
	$(BIN)/python -m pytest -n auto -q $(UNMEASURED)

mutants: $(STAMP)  ## Every slip in every shipped rulebook: do its cases notice? (minutes; the tests try every third)
	ICTSCORE_ALL_MUTANTS=1 $(BIN)/python -m pytest -q tests/cases/test_shipped.py

live: $(STAMP)   ## Live workbooks of 1,000 random surveys against the engine (LibreOffice, some minutes)
	ICTSCORE_RANDOM_SURVEYS=1000 ICTSCORE_NEEDS_LIBREOFFICE=1 $(BIN)/python -m pytest -q tests/reports/live -k random_surveys

lint: $(STAMP)   ## Ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .

types: $(STAMP)  ## mypy --strict
	$(BIN)/mypy

contracts: $(STAMP)  ## Every import points down
	$(BIN)/lint-imports

docs: $(STAMP)   ## The generated reference and the message catalogues are current
	$(BIN)/python tools/make_reference.py --check
	$(BIN)/python tools/make_messages.py --check
	$(BIN)/python tools/make_picture.py --check

references: $(STAMP) ## Generate the reference pages, the schema and the picture again
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_picture.py
	$(BIN)/python tools/run_docs.py --write

messages: $(STAMP)   ## Extract the texts and compile the catalogues
	$(BIN)/python tools/make_messages.py

samples: $(STAMP)    ## Make the sample surveys again
	$(BIN)/python tools/make_samples.py
	$(BIN)/python tools/make_exports.py

bundle: $(STAMP) ## ictscore-win.zip: Windows without internet (RUNTIME=python-3.12.10-embed-amd64.zip packs a Python too)
	$(BIN)/python tools/make_bundle.py -o ictscore-win.zip $(if $(RUNTIME),--python-runtime $(RUNTIME))

bench: $(STAMP)  ## Timings, as ratios against openpyxl
	$(BIN)/python bench/run.py
	$(BIN)/python bench/readers.py
	$(BIN)/python bench/writers.py
	$(BIN)/python bench/impact.py
	$(BIN)/python bench/forms.py
	$(BIN)/python bench/robustness.py
	$(BIN)/python bench/whatif.py
	$(BIN)/python bench/whatif_many.py
	$(BIN)/python bench/whatif_sweep.py
	$(BIN)/python bench/evidence.py

format: $(STAMP) ## Let ruff mend what it can
	$(BIN)/ruff check --fix . || true

clean:           ## Remove what was made
	rm -rf .venv build dist .coverage .pytest_cache .mypy_cache .ruff_cache
