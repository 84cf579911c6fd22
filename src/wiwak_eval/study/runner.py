"""Run the notebooks with papermill: each in a fresh kernel, side by side in reused workers, and whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, as_completed
from contextlib import ExitStack, suppress
from pathlib import Path

from wiwak_eval.results import GermanError
from wiwak_eval.study.executing import NotebookRun, Scalar, run_notebook
from wiwak_eval.study.failed_notebook import keep_failure
from wiwak_eval.study.notebook_failure import Failure
from wiwak_eval.study.notebook_file import INJECTED, check_parameters, declared_parameters, notebook_bytes
from wiwak_eval.study.workers import WorkerDiedError, Workers

__all__ = ["INJECTED", "NotebookRun", "check_parameters", "declared_parameters", "notebook_bytes", "run_notebooks"]


def run_notebooks(
    notebooks: Sequence[Path],
    out: Path,
    parameters: Mapping[str, Scalar],
    environment: Mapping[str, str],
    report: Callable[[NotebookRun], None],
    workers: Workers | None = None,
    failed: Path | None = None,
    mark: str = "",
) -> None:
    """Run notebooks side by side, each into `out`; `report` hears of each as it ends.

    environment: variables for the kernels. workers: those that are there already; else as many as there are notebooks or cores are begun
    and ended here. failed: the folder in which the first notebook that fails is kept, with a page that says what to do, and that
    nothing of it was released; mark: what the page says on top where the data are simulated. Raises GermanError that names notebook and
    cell of the first failure.
    """
    for notebook in notebooks:
        check_parameters(notebook, parameters)
    if not notebooks:
        return
    with ExitStack() as stack:
        pool = workers or stack.enter_context(Workers(len(notebooks), environment))
        asked = {pool.submit(run_notebook, notebook, out, dict(parameters), dict(environment)): notebook for notebook in notebooks}
        for future in as_completed(asked):
            outcome = _outcome(future, asked[future])
            if isinstance(outcome, Failure):
                if failed is not None:
                    with suppress(OSError):
                        keep_failure(failed, outcome, mark, str(parameters.get("release", "")))
                raise GermanError(outcome.sentence)
            report(outcome)


def _outcome(future: "Future[NotebookRun | Failure]", notebook: Path) -> NotebookRun | Failure:
    try:
        return future.result()
    except WorkerDiedError as error:
        return Failure.of(notebook, (), f"{notebook.name}: {error}")
