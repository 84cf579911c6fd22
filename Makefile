# What there is to do here. `make run` and `make test` need Python 3.11, pip, make and git, nothing else.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore $(BIN)/python -m pip install --no-input -qq

# A stamp carries the sum of what it was made from: another lock or project file asks for another stamp.
LOCKED := $(VENV)/.locked-$(shell cksum < requirements.lock | tr ' ' '-')
READY := $(LOCKED)-$(shell cksum < pyproject.toml | tr ' ' '-')

# The notebook that builds the papers first, then the larger first: so that neither of two workers is left with a long one at the end.
PAPERS := notebooks/10_haushaltsunterlagen.ipynb
NOTEBOOKS := $(PAPERS) $(filter-out $(PAPERS),$(shell ls -S notebooks/*.ipynb))

# The kernels of the audit find the same environment as those of a run (src/wiwak_eval/study/kernel.py).
KERNEL := MPLBACKEND=agg OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYDEVD_DISABLE_FILE_VALIDATION=1

ONE_THREAD := OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 NUMBA_NUM_THREADS=1
# What checks the web page in a browser; npm takes the versions and sums of the lock, from the registry that the machine is set to.
BROWSER := tests/browser
CHECKERS := $(BROWSER)/node_modules/.locked-$(shell cksum < $(BROWSER)/package-lock.json | tr ' ' '-')

# Both cores work; tests of a module stay together, and dear modules begin first (tests/slow_first.py).
SIDE_BY_SIDE := -n 2 --dist loadscope --no-loadscope-reorder

BENCH_VENV := .venv-bench
BENCH_READY := $(BENCH_VENV)/.locked-$(shell cksum < benchmarks/forecast/requirements.lock | tr ' ' '-')

.PHONY: help run test test-system test-all tests-of-all audit bench-records bench-records-large soak-records soak-run bench-fanout soak-fanout plan-fanout bench-forecast learn-forecast bench-disclosure bench-disclosure-pairs bench-disclosure-growth bench-disclosure-optimum bench-claims bench-budget bench-calculator bench-papers bench-run bench-audit bench-transfer soak-verify verify-stranger sample lab lint lock notebooks clean

help:
	@echo 'make run          evaluate the shipped pilot year; the last line printed is the run folder'
	@echo 'make test         style, types, order of the floors, tests'
	@echo 'make test-system  tests that need chromium, LibreOffice, poppler, qpdf, PostgreSQL, npm, node and java'
	@echo 'make test-all     make test and make test-system in one go: what several tests look at is made once'
	@echo 'make audit        run every stored notebook anew and compare each output'
	@echo 'make bench-records  reading 1 million consultations against the bare read (ROWS=10000000 TURNS=1 for more)'
	@echo 'make bench-records-large  how time and memory grow from 1 million to 10 million'
	@echo 'make soak-records   3,000 damaged deliveries (COUNT=... for others)'
	@echo 'make soak-run       200 random kills, 20 full disks, 20 time-outs of a small run, 20 kills of the real one (KILLS=... DISK=... TIMEOUTS=... REAL=... SEED=...)'
	@echo 'make bench-fanout  what a run costs in a grid beside a plain pool, and memory over many runs (SMALL=1, RUNS="1 2 4", WHOLE="2 4", TURNS=..., MEMORY_RUNS=...)'
	@echo 'make soak-fanout   a cluster loses a worker at a random time (RUNS=..., REPS=..., KIND=small|cut|whole, SEED=...)'
	@echo 'make plan-fanout   unit costs of whole runs measured, and from them 400 districts under 50 scenarios on paper'
	@echo 'make bench-forecast BENCH=...   the forecast of short series against every peer of a benchmark folder'
	@echo 'make learn-forecast BENCH=...   learn it anew (needs torch)'
	@echo 'make bench-disclosure  attack 300 random sets of linked tables (SETS=... OFF=... OUT=...)'
	@echo 'make bench-disclosure-pairs  200 pairs of deliveries that differ by a person, a household or a month'
	@echo 'make bench-disclosure-growth  time of release and attack with cells'
	@echo 'make bench-disclosure-optimum  secondary cells beside the fewest there can be'
	@echo 'make bench-claims  how often the check of the claim of a rise errs: size and power on simulated series'
	@echo 'make bench-budget  time, memory and error of the simulation of the budget, 100,000 to 1,000,000 draws'
	@echo 'make bench-papers  time of all papers beside the time of drawing their pictures'
	@echo 'make soak-verify  500 single changed bytes over all files of a run: verify names each (COUNT=..., RUN=...)'
	@echo 'make verify-stranger  verify a run as a stranger: clone, other user, time zone, locale, threads (RUN=..., FRESH=1, COPY=1)'
	@echo 'make bench-run    time of all notebooks by wiwak run beside a loop of papermill and bare scripts (TURNS=...)'
	@echo 'make bench-audit  time of make audit beside nbval one notebook after another (TURNS=...)'
	@echo 'make bench-transfer  partial pooling of counties on 200 simulated states: coverage and CRPS (STATES=...)'
	@echo 'make sample       write the public sample of papers and pictures into docs/muster'
	@echo 'make bench-calculator  the calculator of the web page against the exact engine, 5,000 points and all corners (POINTS=..., needs node)'
	@echo 'make lab          open the notebooks in JupyterLab'
	@echo 'make lint         the static part of make test'
	@echo 'make notebooks    run the notebooks and store their outputs'
	@echo 'make lock         pin the dependencies of pyproject.toml (UPGRADE=--upgrade for newer ones)'
	@echo 'make clean        remove the environment and caches; runs and .wiwak/ stay'

run: $(READY)
	@$(BIN)/wiwak run

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest -m "not system" $(SIDE_BY_SIDE)

test-system: $(READY) $(CHECKERS)
	$(BIN)/pytest -m system $(SIDE_BY_SIDE)

test-all: $(READY) $(CHECKERS)
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=line lint tests-of-all

tests-of-all: $(READY) $(CHECKERS)
	$(BIN)/pytest $(SIDE_BY_SIDE)

audit: $(READY)
	home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && \
	export $(KERNEL) WIWAK_HOME="$$home" && $(BIN)/python -m wiwak_eval.job.results_first && \
	$(BIN)/pytest --nbval --nbval-current-env $(NOTEBOOKS) tests/notebooks/test_stored.py -p wiwak_eval.audit.nbval_tolerance.plugin \
	  -p no:cacheprovider $(SIDE_BY_SIDE)

bench-records: $(READY)
	$(BIN)/python -m benchmarks.bench_records --rows $(or $(ROWS),1000000) --turns $(or $(TURNS),5)

bench-records-large: $(READY)
	$(BIN)/python -m benchmarks.bench_records --rows $(or $(ROWS),1000000) --grow

soak-records: $(READY)
	$(BIN)/python -m benchmarks.soak_records --count $(or $(COUNT),3000)

soak-run: $(READY)
	$(BIN)/python -m benchmarks.running.soak --kills $(or $(KILLS),200) --disk $(or $(DISK),20) --timeouts $(or $(TIMEOUTS),20) --real $(or $(REAL),20) --seed $(or $(SEED),1) --out benchmarks/running/soak.md

bench-fanout: $(READY)
	$(BIN)/python -m benchmarks.fanout.cost --small-counts "$(or $(RUNS),1 2 4 8 16)" --whole-counts "$(if $(SMALL),,$(or $(WHOLE),2 4))" --turns $(or $(TURNS),1) --out benchmarks/fanout/cost.md
	$(BIN)/python -m benchmarks.fanout.memory --runs $(or $(MEMORY_RUNS),100) --out benchmarks/fanout

soak-fanout: $(READY)
	$(BIN)/python -m benchmarks.fanout.lost_worker --runs $(or $(RUNS),12) --repetitions $(or $(REPS),5) --kind $(or $(KIND),$(if $(SMALL),small,cut)) --seed $(or $(SEED),1) --out benchmarks/fanout/lost_worker.md

plan-fanout: $(READY)
	$(BIN)/python -m benchmarks.fanout.plan --out docs/fanout_hochrechnung.md

bench-forecast: $(BENCH_READY)
	$(ONE_THREAD) PYTHONPATH=src:. $(BENCH_VENV)/bin/python -m benchmarks.forecast.judge --bench "$(BENCH)" $(if $(OTHER),--other "$(OTHER)") $(if $(PEERS),--model $(PEERS))

learn-forecast: $(BENCH_READY)
	@$(BENCH_VENV)/bin/python -c 'import torch' || { echo 'torch is missing: install it into $(BENCH_VENV), any build for this processor will do.' >&2; exit 1; }
	PYTHONPATH=src:. $(BENCH_VENV)/bin/python -m benchmarks.forecast.learn --bench "$(BENCH)"

bench-disclosure: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.disclosure.prove --sets $(or $(SETS),300) --switched-off $(or $(OFF),60) --out $(or $(OUT),build/geheimhaltung)

bench-disclosure-pairs: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.disclosure.pairs --pairs $(or $(PAIRS),200)

bench-disclosure-growth: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.disclosure.growth

bench-disclosure-optimum: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.disclosure.beside_exact

bench-claims: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.claims.size_power --out benchmarks/claims/size_power.md

bench-budget: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.budget.speed --out benchmarks/budget/speed.md

bench-papers: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.papers.speed --turns $(or $(TURNS),5) --out benchmarks/papers/speed.md

soak-verify: $(READY)
	$(BIN)/python -m benchmarks.running.bytes --count $(or $(COUNT),500) $(if $(RUN),--run "$(RUN)")

verify-stranger: $(READY)
	$(BIN)/python -m benchmarks.running.stranger $(if $(RUN),--run "$(RUN)") $(if $(FRESH),--fresh) $(if $(COPY),--copy)

bench-run: $(READY)
	$(BIN)/python -m benchmarks.running.speed --turns $(or $(TURNS),3) --out benchmarks/running/speed.md

bench-audit: $(READY)
	$(BIN)/python -m benchmarks.running.audit_speed --turns $(or $(TURNS),3) --out benchmarks/running/audit_speed.md

bench-transfer: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.transfer.pooling --states $(or $(STATES),200) --out benchmarks/transfer

sample: $(READY)
	$(BIN)/python -m wiwak_eval.study.sample docs/muster

bench-calculator: $(READY)
	$(ONE_THREAD) $(BIN)/python -m benchmarks.calculator.compare --points $(or $(POINTS),5000) --out benchmarks/calculator/equality.md

lab: $(READY)
	@$(BIN)/wiwak lab

notebooks: $(READY)
	$(BIN)/python -m wiwak_eval.study.refresh

lock:
	tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && $$(sh .ci/python) -m venv "$$tools" && \
	PIP_DISABLE_PIP_VERSION_CHECK=1 "$$tools/bin/python" -m pip install --no-input -qq uv && \
	"$$tools/bin/uv" pip compile pyproject.toml --extra dev --python-version 3.11 --generate-hashes $(UPGRADE) \
	  --quiet --no-header --no-annotate --no-emit-index-url -o requirements.lock && \
	"$$tools/bin/uv" pip compile benchmarks/forecast/requirements.in --python-version 3.11 --generate-hashes $(UPGRADE) \
	  --quiet --no-header --no-annotate --no-emit-index-url -o benchmarks/forecast/requirements.lock

clean:
	rm -rf $(VENV) $(BENCH_VENV) $(BROWSER)/node_modules build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests notebooks -name __pycache__ -o -name .ipynb_checkpoints | xargs rm -rf

$(READY): $(LOCKED)
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(LOCKED):
	@echo 'Setting up $(VENV) from requirements.lock (about two minutes, once) ...' >&2
	@python=$$(sh .ci/python) && "$$python" -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements.lock
	@touch $@

$(CHECKERS):
	@cd $(BROWSER) && npm ci --silent
	@touch $@

$(BENCH_READY):
	@test -n "$(BENCH)" || { echo 'Which benchmark? BENCH=path of the folder with run.py' >&2; exit 1; }
	@python=$$(sh .ci/python) && "$$python" -m venv $(BENCH_VENV)
	@PIP_DISABLE_PIP_VERSION_CHECK=1 $(BENCH_VENV)/bin/python -m pip install --no-input -qq --require-hashes -r benchmarks/forecast/requirements.lock
	@touch $@
