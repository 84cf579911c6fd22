"""Fill a run folder: results side by side, notebooks run or taken over, papers built meanwhile, the auditor's package last."""

import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from wiwak_eval.audit.bundle import prepare, write_bundle
from wiwak_eval.german import number
from wiwak_eval.job.asked import Asked, notebook_parameters
from wiwak_eval.job.reuse import Reuse
from wiwak_eval.job.warming import warm
from wiwak_eval.publication.content import Content
from wiwak_eval.shipped import shipped
from wiwak_eval.study.privacy import hidden_words, write_internal_report
from wiwak_eval.study.runner import NotebookRun, run_notebooks
from wiwak_eval.study.study import Study
from wiwak_eval.study.workers import Workers

Say = Callable[[str], None]
WORKERS = 2
"""Notebooks side by side; a third would wait for the same two results."""


def fill(folder: Path, asked: Asked, study: Study, failed: Path, say: Say, side_by_side: int = WORKERS) -> None:
    """Write notebooks, papers and the auditor's package into an empty folder.

    failed: where a notebook that fails is kept; side_by_side: notebooks at once, fewer where whole runs go side by side.

    Raises GermanError, or OSError where the folder cannot be written.
    """
    notebooks = sorted(shipped("notebooks").glob("*.ipynb"))
    parameters, environment = notebook_parameters(study), asked.environment(study)
    (folder / "notebooks").mkdir()
    reuse = Reuse(study, parameters)
    with ExitStack() as stack:
        beside = stack.enter_context(ThreadPoolExecutor(1))
        workers = None
        if reuse.nothing_kept(notebooks):
            workers = stack.enter_context(Workers(side_by_side, environment))
            say("Die Ergebnisse werden gerechnet.")
            warm(workers, asked, environment)
        say(f"Geheimhaltung: {hidden_words(study)}")
        for notice in study.mark.notices:
            say(notice)
        content, prepared = beside.submit(lambda: study.content), beside.submit(prepare, study)
        progress = Progress(len(notebooks), say)
        left = notebooks
        if workers is None:
            content.result()
            left = [notebook for notebook in notebooks if not progress.taken(notebook, reuse.take(notebook, folder / "notebooks"))]
        if left:
            workers = workers or stack.enter_context(Workers(side_by_side, environment))
            _run(left, folder / "notebooks", reuse, content, workers, environment, failed, progress)
        checked = prepared.result()
    shutil.copytree(study.papers.folder, folder, dirs_exist_ok=True)
    if study.papers.notice:
        say(study.papers.notice)
    write_bundle(folder, study, checked)
    write_internal_report(study, checked.privacy)


def _run(
    notebooks: list[Path],
    out: Path,
    reuse: Reuse,
    content: "Future[Content]",
    workers: Workers,
    environment: Mapping[str, str],
    failed: Path,
    progress: "Progress",
) -> None:
    """Run notebooks; each is kept for later runs as soon as it has ended.

    content: computed meanwhile in another thread; only then may this one ask the study for anything.
    """
    by_name = {notebook.name: notebook for notebook in notebooks}

    def heard(ended: NotebookRun) -> None:
        content.result()
        reuse.keep(by_name[ended.name], out / ended.name)
        progress.tell(ended.name, f"{number(ended.seconds, 1)} s")

    run_notebooks(notebooks, out, reuse.parameters, environment, heard, workers, failed, reuse.study.provenance.mark or "")


class Progress:
    """Says which notebook is done, and how many of how many."""

    def __init__(self, count: int, say: Say) -> None:
        self._done, self._count, self._say = 0, count, say

    def tell(self, name: str, words: str) -> None:
        """One more is done."""
        self._done += 1
        self._say(f"[{self._done}/{self._count}] {name}: {words}")

    def taken(self, notebook: Path, was_taken: bool) -> bool:
        """Tell of a notebook that was taken over; gives whether it was."""
        if was_taken:
            self.tell(notebook.name, "unverändert übernommen")
        return was_taken
