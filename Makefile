# Everything runs in .venv, which scripts/environment makes from requirements/ when it is needed.

# The Python that makes .venv: without it the first that will do.
PYTHON ?=
export PYTHON
# What another project or an active environment has set is not for .venv.
unexport PYTHONHOME PYTHONPATH
# Passed on by talk and lock: make talk ARGS=--help, make lock ARGS=--upgrade
ARGS ?=

bin := .venv/bin
locked := uv pip compile --quiet --no-cache --generate-hashes \
	--annotation-style line --custom-compile-command "make lock" $(ARGS)
compile := $(locked) --universal --python-version 3.11
# Without these: Lambda's Python brings boto3 and what that asks for; requests and its own are imported
# by nothing but the SDK's HTTP client, in whose place stands ours.
not_shipped := $(addprefix --no-emit-package ,boto3 botocore s3transfer jmespath \
	requests certifi charset-normalizer idna urllib3)
# The Python of the function in template.yaml.
for_lambda := $(locked) --python-version 3.13 --python-platform aarch64-manylinux2014 $(not_shipped)

.PHONY: help talk serve test dialogues mutants soak format docs bench ears understanding wheels build build-SkillFunction lock clean

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
	@$(bin)/python scripts/fetch_parts.py wheels command runtime
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports
	$(bin)/cfn-lint template.yaml
	$(bin)/limber content check
	$(bin)/limber models --check
	$(bin)/python scripts/write_docs.py --check
	$(bin)/python scripts/draw_icons.py --check
	$(bin)/pytest -n auto --dist worksteal

## dialogues  hold what is promised of conversations against a thousand random ones each: some minutes
dialogues:
	@scripts/environment dev
	LIMBER_DIALOGUES=1000 $(bin)/pytest -n auto tests/coach/test_questions_and_today.py tests/coach/test_careful.py

## mutants put small faults into the core and tell which no test notices (make mutants SAMPLE=50: of the day)
mutants: .venv-mutants/ready
	@scripts/environment dev
	.venv-mutants/bin/python -m tools.mutants $(if $(SAMPLE),--sample $(SAMPLE)) $(ARGS)

# An environment of its own: the tests' packages, what changes the code, and what sees which test runs it.
.venv-mutants/ready: tools/mutants/requirements.txt requirements/dev.txt
	@rm -rf .venv-mutants && "$$(scripts/environment python)" -m venv .venv-mutants
	@.venv-mutants/bin/pip install -qq -r requirements/dev.txt
	@.venv-mutants/bin/pip install -qq -r tools/mutants/requirements.txt
	@touch $@

## soak    hold the store against crowds, crashes, faults and years of history: some minutes, one table
soak:
	@scripts/environment dev
	@scripts/node_packages
	PYTHONPATH=tests $(bin)/python -m soak

## build   build the function for AWS with the SAM CLI, into .aws-sam/; then: sam deploy --guided
build:
	@command -v sam >/dev/null || { echo "make build needs the SAM CLI (docs/deploy.md says how);" \
		"without it: make build-SkillFunction ARTIFACTS_DIR=<an empty folder>" >&2; exit 1; }
	@$(MAKE) --no-print-directory wheels
	sam build

# The packages of the function, fetched once.
wheels:
	@scripts/environment terminal
	@$(bin)/python scripts/fetch_parts.py wheels

# What SAM runs, too: the function's artifact alone, without a network.
build-SkillFunction:
	@test -x $(bin)/python || scripts/environment terminal
	@PYTHONPATH=scripts $(bin)/python scripts/build_function.py "$(ARTIFACTS_DIR)"

## format  put the code into the form that test asks for
format:
	@scripts/environment dev
	$(bin)/ruff check --fix-only
	$(bin)/ruff format

## docs    write what docs/ takes from the code
docs:
	@scripts/environment dev
	$(bin)/python scripts/write_docs.py

## bench   measure how well people are understood, answers timed, and the function beside a peer
# (needs espeak-ng, sox, Java and npm)
bench:
	@scripts/environment dev
	@scripts/node_packages
	@$(bin)/python scripts/fetch_parts.py wheels runtime peer
	$(bin)/python benchmarks/ear.py
	$(bin)/python benchmarks/speaking.py
	$(bin)/python benchmarks/sound.py
	$(bin)/python benchmarks/web.py
	$(bin)/python benchmarks/forged_chains.py
	$(bin)/python benchmarks/store.py
	$(bin)/python benchmarks/lambda.py

## ears    learn anew what the simulator's ear knows from the samples, after a change of them
ears: .venv-ears/ready
	PYTHONPATH=. .venv-ears/bin/python scripts/train_ear.py

## understanding  measure how well others than our ear learn from the samples (takes some minutes)
understanding: .venv-ears/ready
	PYTHONPATH=. .venv-ears/bin/python benchmarks/understanding.py $(ARGS)

# An environment of its own: what learns is large, and nothing that is tested or shipped needs it.
.venv-ears/ready: benchmarks/understanding.txt requirements/terminal.txt
	@rm -rf .venv-ears && "$$(scripts/environment python)" -m venv .venv-ears
	@.venv-ears/bin/pip install -qq -r requirements/terminal.txt
	@.venv-ears/bin/pip install -qq -r benchmarks/understanding.txt
	@touch $@

## lock    write requirements/*.txt anew from pyproject.toml (needs uv, gets it if missing)
# dev first, it asks for most; what the others share with it then has the same version.
lock: export PATH := $(PATH):$(CURDIR)/$(bin)
lock:
	@command -v uv >/dev/null || { scripts/environment terminal && $(bin)/pip install -qq uv; }
	$(compile) --extra web --group dev pyproject.toml -o requirements/dev.txt >/dev/null
	$(compile) -c requirements/dev.txt --extra web pyproject.toml -o requirements/web.txt >/dev/null
	$(compile) -c requirements/web.txt pyproject.toml -o requirements/terminal.txt >/dev/null
	$(for_lambda) -c requirements/terminal.txt --group lambda -o requirements/lambda.txt >/dev/null
	$(for_lambda) -c requirements/terminal.txt --group peer -o requirements/peer.txt >/dev/null
	$(compile) -c requirements/dev.txt --group lambda-client -o requirements/lambda-client.txt >/dev/null
	$(compile) -c requirements/dev.txt --group build -o requirements/build.txt >/dev/null

## clean   remove what was made: .venv, caches, packages
clean:
	rm -rf .venv .venv-ears .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .aws-sam build dist \
		tests/node/node_modules tests/web/virtual_alexa/node_modules tools/ask_cli/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
