"""Run the notebooks with papermill: each in a process of its own, side by side, checked, and whole or not at all."""

import ast
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import nbformat
from nbformat import NotebookNode
from traitlets.config import Config

from wiwak_eval.results import GermanError
from wiwak_eval.study.keeping import write_whole

CELL_TIMEOUT = 600
INJECTED = "injected-parameters"
Scalar = str | int | float | bool


@dataclass(frozen=True)
class NotebookRun:
    """A notebook that ran: its name and how long it took."""

    name: str
    seconds: float


def run_notebooks(
    notebooks: Sequence[Path],
    out: Path,
    parameters: Mapping[str, Scalar],
    environment: Mapping[str, str],
    report: Callable[[NotebookRun], None],
) -> None:
    """Run notebooks side by side, each into `out`; `report` hears of each as it ends.

    environment: variables for the kernels. Raises GermanError that names notebook and cell of the first failure.
    """
    for notebook in notebooks:
        check_parameters(notebook, parameters)
    workers = min(len(notebooks), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(run_notebook, notebook, out, dict(parameters), dict(environment)) for notebook in notebooks]
        try:
            for job in as_completed(jobs):
                report(job.result())
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def check_parameters(notebook: Path, parameters: Mapping[str, Scalar]) -> None:
    """Refuse a parameter that the notebook does not declare: papermill would only warn and run on."""
    declared = declared_parameters(nbformat.read(notebook, as_version=4))
    unknown = [name for name in parameters if name not in declared]
    if unknown:
        known = ", ".join(f"„{name}“" for name in declared)
        raise GermanError(f"{notebook.name} kennt den Parameter „{unknown[0]}“ nicht. Bekannt sind {known}. Bitte die Schreibweise prüfen.")


def declared_parameters(notebook: NotebookNode) -> tuple[str, ...]:
    """Names assigned in the cell tagged `parameters`."""
    cells = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
    assigned = [node for cell in cells for node in ast.parse(cell.source).body if isinstance(node, ast.Assign)]
    return tuple(target.id for node in assigned for target in node.targets if isinstance(target, ast.Name))


def run_notebook(notebook: Path, out: Path, parameters: dict[str, Scalar], environment: dict[str, str]) -> NotebookRun:
    """Run one notebook in this process and write the result, stripped of times and paths, to `out`."""
    from papermill.execute import execute_notebook

    os.environ.update(environment)
    start = perf_counter()
    staged = out / f".{notebook.name}"
    try:
        with TemporaryDirectory(prefix="wiwak-") as sockets:
            executed = execute_notebook(
                str(notebook), str(staged), parameters=parameters, progress_bar=False, log_output=False,
                request_save_on_cell_execute=False, execution_timeout=CELL_TIMEOUT, kernel_name="python3", language="python",
                extra_arguments=["--IPKernelApp.log_level=50"], config=_private_channel(Path(sockets)),
            )  # fmt: skip
    except Exception as error:
        raise GermanError(_failure(notebook, error)) from None
    finally:
        staged.unlink(missing_ok=True)
    check_whole(executed, notebook.name)
    write_whole(out / notebook.name, notebook_bytes(executed))
    return NotebookRun(notebook.name, perf_counter() - start)


def _private_channel(sockets: Path) -> Config:
    """Talk to the kernel through sockets in a folder of its own: nothing on the network, and no two runs race for a port."""
    return Config({"KernelManager": {"transport": "ipc", "ip": str(sockets / "kernel")}})


def _failure(notebook: Path, error: Exception) -> str:
    """The sentence of a GermanError raised in a cell, else the kind of error; never a traceback."""
    cell = getattr(error, "exec_count", None)
    where = f"{notebook.name}, Zelle {cell}" if cell else notebook.name
    if getattr(error, "ename", "") == "GermanError" or "Gap" in getattr(error, "ename", ""):
        return f"{where}: {getattr(error, 'evalue', '')}"
    what = getattr(error, "ename", type(error).__name__)
    return f"{where}: Die Zelle ist mit „{what}“ abgebrochen. Bitte das Notebook mit „wiwak lab“ öffnen und die Zelle ansehen."


def check_whole(notebook: NotebookNode, name: str) -> None:
    """Each code cell ran, and nothing was written to stderr: `sys.exit(0)` in a cell would otherwise pass as success."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    if any(cell.execution_count is None for cell in cells):
        raise GermanError(f"{name}: Eine Zelle ist nicht gelaufen. Bitte das Notebook mit „wiwak lab“ öffnen.")
    for cell in cells:
        if any(output.get("name") == "stderr" for output in cell.outputs):
            where = f"{name}, Zelle {cell.execution_count}"
            raise GermanError(f"{where}: Die Zelle gibt Warnungen aus. Bitte das Notebook mit „wiwak lab“ öffnen.")


def notebook_bytes(notebook: NotebookNode) -> bytes:
    """The notebook without anything that differs from run to run: times, durations, paths, random cell ids."""
    plain = nbformat.from_dict(notebook)
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    plain.metadata = nbformat.from_dict({"kernelspec": kernel, "language_info": {"name": "python"}})
    for cell in plain.cells:
        if INJECTED in cell.metadata.get("tags", []):
            cell["id"] = INJECTED
        cell.metadata = nbformat.from_dict({"tags": cell.metadata.tags} if cell.metadata.get("tags") else {})
    text: str = nbformat.writes(plain, version=4)
    return (text.rstrip("\n") + "\n").encode()
