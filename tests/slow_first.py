"""Which test modules are dear, dearest first: what a worker begins last must be short, or the other waits for it.

Modules that wait for what another one makes (`runs`, `worlds` in conftest.py) stand well behind it.
"""

from pathlib import Path

import pytest

DEAR = (
    "faults/test_random_faults.py",
    "job/test_job.py",
    "job/test_canary.py",
    "publication/test_figures_readable.py",
    "job/test_forecast_book_run.py",
    "job/test_reproducible.py",
    "faults/test_real_faults.py",
    "audit/verify/test_stranger.py",
    "audit/verify/test_made_again.py",
    "job/test_workbook_run.py",
    "records/test_records_postgres.py",
    "study/test_releasing.py",
    "study/test_partial.py",
    "study/test_same_papers.py",
    "study/test_runner.py",
    "benchmarks/test_random_sets.py",
    "budget/test_budget_risk_result.py",
    "study/knowledge/test_knowledge_effects.py",
    "notebooks/test_audit_bites.py",
)


def slow_first(items: list[pytest.Item]) -> None:
    """Put tests of dear modules first; the others stay as they are."""
    root = Path(__file__).parent
    places = {root / name: place for place, name in enumerate(DEAR)}
    items.sort(key=lambda item: places.get(item.path, len(places)))
