"""Results computed side by side before the notebooks ask for them: two long chains that do not need each other."""

from collections.abc import Mapping
from os import environ

from wiwak_eval.job.asked import Asked
from wiwak_eval.study.workers import Workers

CHAINS = (
    ("defence",),
    (
        "chain",
        "unit_costs",
        "forecast",
        "risk",
        "transfer",
        "calculator",
        "budget",
        "finance",
        "paper_tables",
        "controlling",
        "workings",
        "surroundings",
        "claim_evidence",
    ),
)
"""Names of results, a chain for each worker: what may be told of groups of people, the longest; and forecast and budget.

The second begins with two results that the first needs last: whoever comes second waits for a result instead of computing it.
"""


def warm(workers: Workers, asked: Asked, environment: Mapping[str, str]) -> None:
    """Have both chains computed and kept. Raises GermanError of the first that fails."""
    for ended in [workers.submit(compute, asked, names, dict(environment)) for names in CHAINS]:
        ended.result()


def compute(asked: Asked, names: tuple[str, ...], environment: Mapping[str, str]) -> None:
    """Compute results in this process; they are kept in the state folder, where every process finds them."""
    environ.update(environment)
    study = asked.study()
    for name in names:
        getattr(study, name)
