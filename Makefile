# Everything is run through here; `make help` lists it.

PYTHON ?= python3
BIN := .venv/bin

# Keras prints letters that the C locale lacks; a machine without a locale gets one.
ifeq ($(LC_ALL)$(LC_CTYPE)$(LANG),)
export LANG := C.UTF-8
endif

# It would lead .venv's Python to another one's files; activating an environment drops it, too.
unexport PYTHONHOME

.PHONY: help setup lock test test-next test-backends coverage faults soak bench vignette docs generate lint clean

help:
	@echo "make setup     install what is missing: R, .venv, the R package (done is recognised)"
	@echo "make lock      write requirements/ anew: the newest versions that the ranges allow"
	@echo "make test      run all tests; ARGS='-k name' goes to pytest"
	@echo "make test-next run the Python tests against the newest Keras; KERAS='keras==3.16.*' picks one, ARGS='tests/api' some"
	@echo "make test-backends  run parity scripts, guide, help-page examples and tests on JAX and PyTorch; ARGS='--backends jax --quick' some"
	@echo "make coverage  the tests with coverage of rkeras_py; build/coverage/index.html shows the lines"
	@echo "make faults    run the fault suite: interrupts, forks, memory, exits, fuzz"
	@echo "make soak      the fault tests of memory, exit, depth, fuzz and kills with ten times the counts"
	@echo "make bench     measure against plain Keras; ARGS='--rows fit' picks rows"
	@echo "make vignette  render vignettes/sequential_model.Rmd to HTML"
	@echo "make docs      build the documentation site in build/docs/html; ARGS='--only layer_dense' builds a part"
	@echo "make generate  write the R wrappers, NAMESPACE and help pages from rkeras_py/api"
	@echo "make lint      ruff, mypy, the import contracts and lintr"
	@echo "make clean     remove .venv and everything else that was made here"

setup:
	@$(PYTHON) tools/setup.py

lock: setup
	@$(BIN)/python tools/lock.py

test: setup
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile $(ARGS)

test-next: setup
	@$(BIN)/python tools/next.py $(if $(KERAS),--keras '$(KERAS)') $(ARGS)

test-backends: setup
	@$(BIN)/python tools/backends.py $(ARGS)

coverage: setup
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --cov \
	  --cov-report=term:skip-covered --cov-report=html:build/coverage $(ARGS)

faults: setup
	@$(BIN)/python -m pytest tests/faults --override-ini norecursedirs= --numprocesses 2 --dist loadfile $(ARGS)

soak: setup
	@RKERAS_FAULTS_SCALE=10 $(BIN)/python -m pytest -s --override-ini norecursedirs= tests/faults/test_memory.py \
	  tests/faults/test_exit.py tests/faults/test_depth.py tests/faults/test_fuzz.py tests/faults/test_kills.py $(ARGS)

bench: setup
	@$(BIN)/python benchmarks/run.py $(ARGS)

vignette: setup
	@$(BIN)/rkeras render vignettes/sequential_model.Rmd
	@echo "The vignette is in $(CURDIR)/vignettes/sequential_model.html"

docs: setup
	@$(BIN)/python tools/docs $(ARGS)
	@echo "The site is in $(CURDIR)/build/docs/html; open index.html"

generate: setup
	@$(BIN)/python -m rkeras_py.generate

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python tools/check_private.py
	@$(BIN)/lint-imports
	@Rscript --no-init-file tools/lint.R

clean:
	rm -rf .venv .venv-next .venv-jax .venv-torch build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f .coverage .coverage.*
	rm -rf vignettes/*.html vignettes/*_files vignettes/*_cache R/src/*.o R/src/*.so
	find rkeras_py tests tools -name __pycache__ -prune -exec rm -rf {} +
