# Every target sets up what it needs: `make ask` and `make test` work on a fresh clone.
# Only Python 3.11, 3.12 or 3.13 and GNU make are needed beforehand.

PYTHON ?= python3
FOLDER ?= seeds
BENCH ?=
EVAL ?=
CHAT ?=
APT ?= apt-get
VENV := .venv
RUN := $(VENV)/bin/python
PIP_QUIET := -qq --disable-pip-version-check
export PYTHONUTF8 := 1

# What is exported is expanded, since GNU make 4.4 for every $(shell ...) too: none of what a user types may be.
unexport Q FOLDER
MAKEOVERRIDES :=

# A virtual environment whose interpreter went away or was upgraded under it is stale too: forget its stamps, so that
# the rules below make it again.
usable = $(shell $(1)/bin/python -Ic 'import sys, importlib.util as u; sys.exit(not u.find_spec("$(2)"))' 2>&1 || echo no)
ifneq ($(call usable,$(VENV),chromadb),)
$(shell rm -f $(VENV)/.ready $(VENV)/.ready-dev)
endif
ifneq ($(filter bench,$(MAKECMDGOALS)),)
ifneq ($(call usable,.venv-bench,llama_index.embeddings.huggingface),)
$(shell rm -f .venv-bench/.ready)
endif
endif

.PHONY: help ask question chat index test chromium soak lint check eval bench clean
.DELETE_ON_ERROR:

help:
	@echo 'make ask Q="Why is Russia buying weapons from North Korea?"   ask, and get a cited answer'
	@echo 'make chat    open the chat page on http://127.0.0.1:7860; CHAT="--port 8000 --allow-uploads"'
	@echo 'make index FOLDER=path   index the .txt, .md and .jsonl files of a folder (seeds when none is given)'
	@echo 'make test    run the tests'
	@echo 'make soak    the long fault runs: kill -9 at every step and at 200 random times'
	@echo 'make check   ruff, ruff format, mypy --strict and the tests'
	@echo 'make eval    ask the whole fact set, judge the answers and compare them with the accepted run; EVAL=--accept'
	@echo 'make bench   measure against the plain LlamaIndex starter; BENCH=--quick for the short run'
	@echo 'make clean   remove the environments, caches and the index in .chorus'
	@echo
	@echo 'The first run installs into .venv; PYTHON=python3.12 chooses the interpreter.'

# --- asking -----------------------------------------------------------------------------------------------------

# The question reaches the program through the environment, unexpanded: no quote, $, backtick or $(...) in it is ever
# read by make or by a shell.
ask: export CHORUS_MAKE_QUESTION = $(value Q)
# Exit code 3 is a refusal, which is a result; `python -m rag.ask` keeps it for scripts.
ask: question $(VENV)/.ready
	@$(RUN) -m rag.ask -- "$$CHORUS_MAKE_QUESTION" || [ $$? -eq 3 ]

# Before anything is installed for it.
question:
	@if [ -z "$$CHORUS_MAKE_QUESTION" ]; then echo 'Give a question: make ask Q="..."' >&2; exit 2; fi

# Ctrl+C is how the page is ended, not a failure.
chat: $(VENV)/.ready
	@$(RUN) -m rag.chat $(CHAT) || [ $$? -eq 130 ]

index: export CHORUS_MAKE_FOLDER = $(value FOLDER)
index: $(VENV)/.ready
	@$(RUN) -m index sync -- "$$CHORUS_MAKE_FOLDER"

# --- checking ---------------------------------------------------------------------------------------------------

# Numpy's threads would only wait for each other and for the browser: a fifth of the CPU time of the tests that ask.
test eval: export OPENBLAS_NUM_THREADS ?= 1
# Where it is set, each of the many processes that tests start would compile all of Chorus again.
test: export PYTHONDONTWRITEBYTECODE :=
# Two workers, for as many cores; one that is done takes tests over from the other.
test: $(VENV)/.ready-dev chromium
	@$(RUN) -m pytest -n 2 --dist worksteal

# The page is tested in Debian's Chromium; where it is neither there nor to be had, those tests say that they are skipped.
chromium:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	if command -v $(APT) >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  echo 'Installing Chromium for the browser tests ...' >&2; \
	  $(APT) update -qq >&2; DEBIAN_FRONTEND=noninteractive $(APT) install -y -qq --no-install-recommends chromium >&2 \
	    || echo 'Chromium could not be installed; the browser tests will be skipped' >&2; \
	fi

soak: $(VENV)/.ready-dev
	@$(RUN) -m pytest -m soak

lint: $(VENV)/.ready-dev
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy --strict

check: lint test

# 0 pass, 1 worse than the accepted run, 2 below a floor, 3 could not measure, 4 bad fact file.
eval: $(VENV)/.ready-dev
	@$(RUN) -m eval.run $(EVAL)

bench: $(VENV)/.ready .venv-bench/.ready
	@$(RUN) -m eval.bench --starter-python .venv-bench/bin/python $(BENCH)

clean:
	rm -rf $(VENV) .venv-bench .chorus build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis eval/bench/out
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- setting up -------------------------------------------------------------------------------------------------

# Each stamp is written last, so an install that failed or was stopped starts over.
$(VENV)/.ready: pyproject.toml constraints.txt
	@$(call need_python)
	@echo 'Setting up .venv (the first time takes minutes and about 2 GB) ...' >&2
	@rm -f $@ $(VENV)/.ready-dev
	@$(call need_venv,$(VENV))
	@$(RUN) -m pip install $(PIP_QUIET) -c constraints.txt -e . >&2
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	@echo 'Adding the test tools to .venv ...' >&2
	@$(RUN) -m pip install $(PIP_QUIET) -c constraints.txt -e '.[dev]' >&2
	@touch $@

.venv-bench/.ready: pyproject.toml constraints.txt
	@$(call need_python)
	@echo 'Setting up .venv-bench: the LlamaIndex starter that Chorus is measured against ...' >&2
	@rm -f $@
	@$(call need_venv,.venv-bench)
	@.venv-bench/bin/python -m pip install $(PIP_QUIET) -c constraints.txt -e '.[starter]' >&2
	@touch $@

define need_python
$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || { \
  echo "Chorus needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo not found);" \
       "install one and name it: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
endef

# What an environment that still runs already holds is kept: after an edit of pyproject.toml, seconds instead of minutes.
define need_venv
$(1)/bin/python -Ic 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear $(1)
endef
