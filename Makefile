# Everything runs in .venv, which scripts/environment makes from requirements/ when it is needed.

# The Python that makes .venv: without it the first that will do.
PYTHON ?=
export PYTHON
# Passed on by talk and lock: make talk ARGS=--help, make lock ARGS=--upgrade
ARGS ?=

bin := .venv/bin
compile := uv pip compile --quiet --no-cache --universal --python-version 3.11 --generate-hashes \
	--annotation-style line --custom-compile-command "make lock" $(ARGS)

.PHONY: help talk serve test soak format docs bench lock clean

## help    list what there is to make
help:
	@sed -n 's/^## /make /p' Makefile

## talk    hold a session in this terminal
talk:
	@scripts/environment terminal
	@exec $(bin)/limber talk $(ARGS)

## serve   the browser coach and the web service on this machine (make serve ARGS="--port 5006")
serve:
	@scripts/environment web
	@exec $(bin)/limber serve $(ARGS)

## test    run every check and every test
test:
	@scripts/environment dev
	@scripts/node_packages
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/cfn-lint template.yaml
	$(bin)/limber content check
	$(bin)/limber models --check
	$(bin)/python scripts/write_docs.py --check
	$(bin)/pytest -n auto

## soak    hold the store against crowds, crashes, faults and years of history: some minutes, one table
soak:
	@scripts/environment dev
	@scripts/node_packages
	PYTHONPATH=tests:tests/stores $(bin)/python -m soak

## format  put the code into the form that test asks for
format:
	@scripts/environment dev
	$(bin)/ruff check --fix-only
	$(bin)/ruff format

## docs    write what docs/ takes from the code
docs:
	@scripts/environment dev
	$(bin)/python scripts/write_docs.py

## bench   measure how well people are understood, and answers timed (needs espeak-ng and sox)
bench:
	@scripts/environment dev
	$(bin)/python benchmarks/ear.py
	$(bin)/python benchmarks/speaking.py
	$(bin)/python benchmarks/web.py

## lock    write requirements/*.txt anew from pyproject.toml (needs uv, gets it if missing)
# dev first, it asks for most; what the others share with it then has the same version.
lock: export PATH := $(PATH):$(CURDIR)/$(bin)
lock:
	@command -v uv >/dev/null || { scripts/environment terminal && $(bin)/pip install -qq uv; }
	$(compile) -c requirements/constraints.in --extra terminal --extra web --extra dev pyproject.toml -o requirements/dev.txt >/dev/null
	$(compile) -c requirements/dev.txt --extra terminal --extra web pyproject.toml -o requirements/web.txt >/dev/null
	$(compile) -c requirements/web.txt --extra terminal pyproject.toml -o requirements/terminal.txt >/dev/null
	$(compile) -c requirements/terminal.txt pyproject.toml -o requirements/runtime.txt >/dev/null
	$(compile) -c requirements/dev.txt requirements/build.in -o requirements/build.txt >/dev/null

## clean   remove what was made: .venv, caches, packages
clean:
	rm -rf .venv tests/node/node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
