"""One notebook in a worker: run by papermill in a fresh kernel, checked, and written whole or not at all."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from wiwak_eval.results import GermanError
from wiwak_eval.study.environment_variables import with_variables
from wiwak_eval.study.keeping import write_whole
from wiwak_eval.study.kernel_process import mortal_kernel, private_channel
from wiwak_eval.study.notebook_failure import LEFT, Failure, place_of, sentence_of
from wiwak_eval.study.notebook_file import notebook_bytes, runs_code
from wiwak_eval.study.notebook_format import nbformat

if TYPE_CHECKING:
    from nbformat import NotebookNode

CELL_TIMEOUT = 600
"""Seconds after which a cell counts as hanging."""
TIMEOUT_VARIABLE = "WIWAK_CELL_TIMEOUT"
OUTPUT_TIMEOUT = 60
"""Seconds that a cell's outputs may come after its end, on a busy machine."""

Scalar = str | int | float | bool


@dataclass(frozen=True)
class NotebookRun:
    """A notebook that ran: its name and how long it took."""

    name: str
    seconds: float


@dataclass
class Course:
    """How far a notebook has come."""

    begun: "list[NotebookNode]" = field(default_factory=list)

    def begins(self, cell: "NotebookNode", cell_index: int) -> None:
        """Called before each cell, prose too."""
        self.begun.append(cell)

    def executed(self, cell: "NotebookNode", cell_index: int, execute_reply: Mapping[str, Any]) -> None:
        """Called after each cell that ran. `quit()` in a cell is no error to papermill: raises GermanError."""
        wishes = execute_reply.get("content", {}).get("payload", [])
        if any(wish.get("source") == "ask_exit" for wish in wishes):
            raise GermanError(LEFT)


def run_notebook(notebook: Path, out: Path, parameters: Mapping[str, Scalar], environment: Mapping[str, str]) -> NotebookRun | Failure:
    """Run one notebook from this process and write the result, stripped of times and paths, to `out`."""
    start = perf_counter()
    course = Course()
    with with_variables(environment):
        try:
            executed = _execute(notebook, parameters, course)
            check_whole(executed, notebook.name)
            write_whole(out / notebook.name, notebook_bytes(executed))
        except Exception as error:
            return Failure.of(notebook, course.begun, sentence_of(notebook.name, course.begun, error))
    return NotebookRun(notebook.name, perf_counter() - start)


def _execute(notebook: Path, parameters: Mapping[str, Scalar], course: Course) -> "NotebookNode":
    from papermill.execute import execute_notebook

    with private_channel() as config:
        executed: NotebookNode = execute_notebook(
            nbformat.read(notebook, as_version=4), None, parameters=dict(parameters), progress_bar=False, log_output=False,
            request_save_on_cell_execute=False, kernel_name="python3", language="python",
            execution_timeout=cell_timeout(), iopub_timeout=OUTPUT_TIMEOUT, shutdown_kernel="immediate",
            extra_arguments=["--IPKernelApp.log_level=50", "--HistoryManager.enabled=False"],
            kernel_manager_class=mortal_kernel(), config=config, on_cell_start=course.begins, on_cell_executed=course.executed,
        )  # fmt: skip
    return executed


def cell_timeout() -> int:
    """Seconds after which a cell counts as hanging. Raises GermanError where the variable holds no such number."""
    given = os.environ.get(TIMEOUT_VARIABLE, "") or str(CELL_TIMEOUT)
    if not given.isdecimal() or int(given) == 0:
        raise GermanError(f"Die Zeitgrenze „{given}“ (Umgebungsvariable {TIMEOUT_VARIABLE}) ist keine Zahl von Sekunden. Bitte prüfen.")
    return int(given)


def check_whole(notebook: "NotebookNode", name: str) -> None:
    """Each code cell ran to its end, and nothing was written to stderr: `sys.exit(0)` would otherwise pass. Raises GermanError."""
    for place, cell in enumerate(notebook.cells):
        if not runs_code(cell):
            continue
        where = place_of(name, notebook.cells[: place + 1])
        if any(output.output_type == "error" for output in cell.outputs):
            raise GermanError(f"{where}: {LEFT}")
        if cell.execution_count is None:
            raise GermanError(f"{where}: Die Zelle ist nicht gelaufen. Bitte das Notebook mit „wiwak lab“ öffnen.")
        if any(output.get("name") == "stderr" for output in cell.outputs):
            raise GermanError(f"{where}: Die Zelle gibt Warnungen aus. Bitte das Notebook mit „wiwak lab“ öffnen.")
