"""What the kernels of a run find in their environment."""

from pathlib import Path

from wiwak_eval.records import Database, Location
from wiwak_eval.study.home import DATABASE_VARIABLE, DELIVERIES_VARIABLE, HOME_VARIABLE

ACCEPT_VARIABLE = "WIWAK_ACCEPT_LOSSES"
LIMIT_VARIABLE = "WIWAK_MAX_REJECTED"
KERNEL, PICTURES = "kernel", "matplotlib"
"""Folder of the state folder for the kernels' own files, and in it that for pictures: the list of this machine's fonts, dear to make."""


def kernel_environment(
    home: Path, delivery: Location | None = None, accept_losses: bool = False, max_rejected: float = 0.1
) -> dict[str, str]:
    """Variables for the kernels: where the state lies, where the delivery is, what losses are accepted, one thread for sums.

    Kernel and pictures keep their own files below the state folder, so that neither a person's start-up files nor a home folder that
    cannot be written to change a run.
    """
    own = home.resolve() / KERNEL
    own.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {
        HOME_VARIABLE: str(home.resolve()),
        ACCEPT_VARIABLE: "1" if accept_losses else "0",
        LIMIT_VARIABLE: str(max_rejected),
        "IPYTHONDIR": str(own / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(own / PICTURES),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    if isinstance(delivery, Database):
        return environment | {DATABASE_VARIABLE: delivery.url}
    return environment if delivery is None else environment | {DELIVERIES_VARIABLE: str(delivery.parent)}
