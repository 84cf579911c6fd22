"""`wiwak lab`: the notebooks in JupyterLab."""

import os
import subprocess
import sys

import click


@click.command()
def lab() -> None:
    """Die Notebooks in JupyterLab öffnen."""
    from wiwak_eval.shipped import shipped
    from wiwak_eval.study.home import home
    from wiwak_eval.study.kernel import kernel_environment

    command = [sys.executable, "-m", "jupyterlab", str(shipped("notebooks"))]
    raise SystemExit(subprocess.run(command, check=False, env={**os.environ, **kernel_environment(home())}).returncode)
