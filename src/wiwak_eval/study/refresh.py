"""Store the outputs of the default run in the committed notebooks: `python -m wiwak_eval.study.refresh`."""

import tempfile
from pathlib import Path

import nbformat

from wiwak_eval.shipped import shipped
from wiwak_eval.study.home import home
from wiwak_eval.study.keeping import write_whole
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.runner import INJECTED, notebook_bytes, run_notebooks


def refresh() -> None:
    """Run every notebook with its own defaults and write source and outputs back."""
    notebooks = sorted(shipped("notebooks").glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        run_notebooks(notebooks, Path(folder), {}, kernel_environment(home()), lambda run: print(f"{run.name}: {run.seconds:.1f} s"))
        for notebook in notebooks:
            executed = nbformat.read(Path(folder) / notebook.name, as_version=4)
            executed.cells = [cell for cell in executed.cells if INJECTED not in cell.metadata.get("tags", [])]
            write_whole(notebook, notebook_bytes(executed))


if __name__ == "__main__":
    refresh()
