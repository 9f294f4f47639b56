# How Đôn đốc is run, tested and checked. `make` alone lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check soak bench audit lock clean dev

PYTHON := .venv/bin/python
LOCK := $(PYTHON) -m uv pip compile --quiet --generate-hashes --python-version 3.11 --custom-compile-command "make lock"
ROOMS := config bodies directives assignments

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

run: ## install what is missing, load the demo, start everything on http://127.0.0.1:8000/ (PORT=…)
	@scripts/bootstrap.sh run
	@scripts/install.sh requirements.lock
	@$(PYTHON) -m scripts.run

test: dev ## install what is missing, run every test: on PostgreSQL and Redis, then on SQLite
	@scripts/bootstrap.sh test
	$(PYTHON) -m pytest
	$(PYTHON) -m pytest --embedded -m "database and not browser"

check: dev ## lint, format, types, import contracts, missing migrations, settings for production
	@scripts/check.sh

soak: dev ## the long proofs in full; hours are fine; kept in docs/measures/
	@scripts/bootstrap.sh test
	@mkdir -p docs/measures
	SOAK=1 $(PYTHON) -m pytest -m soak --durations=0 | tee docs/measures/soak.txt
	SOAK=1 $(PYTHON) -m pytest --embedded -m soak --durations=0 | tee docs/measures/soak-embedded.txt

bench: dev ## how long printing and reading take, one JSON object a line; fails when a limit is passed
	@scripts/bootstrap.sh test
	@$(PYTHON) -m scripts.bench

audit: dev ## bandit, and where there is internet pip-audit
	$(PYTHON) -m bandit --quiet --recursive $(ROOMS)
	@scripts/audit.sh

lock: dev ## compile requirements*.lock anew from requirements*.txt
	$(LOCK) requirements.txt --output-file requirements.lock
	$(LOCK) requirements-dev.txt --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove .venv and caches; data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

dev:
	@scripts/bootstrap.sh venv
	@scripts/install.sh requirements-dev.lock
