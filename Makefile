# Everything a fresh machine needs: Python 3.11+, its venv module and a C compiler.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check policies bench format clean

demo: $(STAMP)
	$(BIN)/python examples/demo.py

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The policies themselves: checks, as SARIF that a public reader takes, the cases with all they have to hold, properties.
policies: $(STAMP)
	mkdir -p out
	$(BIN)/rsnms check policies
	$(BIN)/rsnms check policies --format sarif --out out/rsnms.sarif
	$(BIN)/sarif summary out/rsnms.sarif
	$(BIN)/rsnms test policies --min-coverage 100
	$(BIN)/rsnms prove --file examples/properties.yaml

# The peers bring dependencies of their own, so they live in an environment of their own.
bench: .venv-bench/.installed
	.venv-bench/bin/python -m benchmarks --write

.venv-bench/.installed: pyproject.toml
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/pip install --quiet --upgrade "pip>=25.1"
	.venv-bench/bin/pip install --quiet --editable ".[tables,routes,proofs]" --group bench
	touch $@

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --editable ".[tables,calendar,routes,proofs,testing]" --group test --group lint
	touch $@

clean:
	rm -rf $(VENV) .venv-bench .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis out
