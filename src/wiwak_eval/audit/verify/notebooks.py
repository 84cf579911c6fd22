"""nbval on the run's notebooks: every cell run anew, every output compared with the stored one.

Only code of the repetition is executed, which is that of a programme with the digests of the run: a run folder may come from anybody.
"""

import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

from wiwak_eval.audit.nbval_tolerance.rules import FILE as RULES
from wiwak_eval.audit.verify.notebook_code import other_code, read_notebook, with_outputs
from wiwak_eval.audit.verify.result import Deviation, Outcome, Section
from wiwak_eval.shipped import shipped
from wiwak_eval.study.executing import cell_timeout
from wiwak_eval.study.folder_names import without_folders
from wiwak_eval.study.kernel_process import die_with

TITLE = "Notebooks, Zelle für Zelle (nbval)"
_OPTIONS = ("--nbval", "--nbval-current-env", "-q", "--color=no", "-p", "no:cacheprovider", "-o", "addopts=", "-c", "/dev/null")
_IF_THERE = {
    "wiwak_eval.audit.nbval_tolerance.plugin": ("-p", "wiwak_eval.audit.nbval_tolerance.plugin"),
    "xdist": ("-n", "2", "--dist", "loadscope"),
}
"""Options that need a module, which an earlier programme or an environment without tools for development does not have."""
_MOST_WORDS = 300
"""Characters of a difference that are quoted."""
_BROKE = "Cell execution caused an exception"
_KIND = re.compile(r"(?:m|\b)([A-Z]\w*)(?:#x1B\[\d+m)?\s+Traceback \(most recent")
"""The kind of the error, as IPython heads a traceback with it, in colour or not."""


OTHER_CODE = "Code oder Aufbau der Notebooks ist ein anderer als der der Wiederholung; deshalb wurde nichts davon ausgeführt."
_FOLDER = "notebooks"


def check_notebooks(run: Path, again: Path, python: Path, room: Path, environment: Mapping[str, str]) -> Section:
    """Run the notebooks of the repetition with nbval, against the outputs that the run has stored.

    again: the run made again; room: a place not there yet. The notebooks find the state and the delivery that the environment names. Where
    one cell of code is another in the run than in the repetition, nothing is executed. What may differ is what our own `toleranz.yaml`
    says; one that lies in the run counts for nothing.
    """
    files = sorted({file.name for folder in (run, again) for file in (folder / _FOLDER).glob("*.ipynb")})
    ours, theirs = ({name: read_notebook(folder / _FOLDER / name) for name in files} for folder in (run, again))
    others = tuple(one for name in files for one in other_code(f"{_FOLDER}/{name}", ours[name], theirs[name]))
    if others:
        return Section(TITLE, Outcome.DIFFERENT, (OTHER_CODE,), others)
    room.mkdir(mode=0o700)
    for name in files:
        if (in_run := ours[name]) is not None and (made := theirs[name]) is not None:
            (room / name).write_text(json.dumps(with_outputs(made, in_run), ensure_ascii=False), encoding="utf-8")
    if (rules := shipped("notebooks") / RULES).is_file():
        shutil.copyfile(rules, room / RULES)
    report = room / "nbval.xml"
    more = [option for module, options in _IF_THERE.items() if _has(python, environment, module) for option in options]
    more.append(f"--nbval-cell-timeout={cell_timeout()}")  # the kernel may have died in a cell
    command = [str(python), "-m", "pytest", *_OPTIONS, *more, f"--junitxml={report}", str(room)]
    ended = subprocess.run(
        command,
        cwd=room,
        env=dict(environment),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        preexec_fn=die_with(os.getpid()),
    )
    cells = list(_cells(report)) if report.is_file() else []
    if ended.returncode not in {0, 1} or not cells:
        last = (ended.stdout.strip() or ended.stderr.strip() or "ohne Meldung").splitlines()[-1]
        return Section(TITLE, Outcome.UNCHECKED, (f"nbval ließ sich nicht ausführen: {without_folders(last)}",))
    deviations = tuple(deviation for deviation in cells if deviation.in_run)
    expected = _count(room)
    if len(cells) != expected:
        deviations = (*deviations, Deviation("notebooks", "Zahl der verglichenen Zellen", str(expected), str(len(cells))))
    count = f"{len(cells)} Zellen in {len({cell.file for cell in cells})} Notebooks neu ausgeführt"
    if deviations:
        return Section(TITLE, Outcome.DIFFERENT, (f"{count}; Abweichungen: {len(deviations)}.",), deviations)
    return Section(TITLE, Outcome.EQUAL, (f"{count}; jede Ausgabe ist die gespeicherte. Bilder vergleicht Abschnitt „Wiederholung“.",))


def _has(python: Path, environment: Mapping[str, str], module: str) -> bool:
    asked = subprocess.run([str(python), "-c", f"import {module}"], env=dict(environment), capture_output=True, check=False)
    return asked.returncode == 0


def _cells(report: Path) -> Iterator[Deviation]:
    """Each cell that ran, with the stored and the new output where these differ, else with neither."""
    for case in ET.parse(report).getroot().iter("testcase"):
        number = str(case.get("name")).rpartition(" ")[2]
        place = f"Codezelle {int(number) + 1}" if number.isdigit() else number
        failure = next((part.text or "" for part in case if part.tag in {"failure", "error"}), None)
        skipped = any(part.tag == "skipped" for part in case)
        stored, new = ("ausgeführt", "nicht ausgeführt") if skipped else ("", "") if failure is None else _sides(failure)
        yield Deviation(f"notebooks/{case.get('classname')}", place, stored, new)


def _sides(failure: str) -> tuple[str, str]:
    """Stored and new output from what nbval says: lines with + stand for the stored one, with - for the new one.

    Of an error in a cell only its kind is told: its words may hold somebody's data.
    """
    if _BROKE in failure:
        kind = _KIND.search(failure)
        return "wie gespeichert", f"abgebrochen ({kind[1]})" if kind else "abgebrochen"
    lines = [line.strip() for line in failure.splitlines()]
    stored, new = (" ".join(line[2:] for line in lines if line.startswith(f"{sign} "))[:_MOST_WORDS] for sign in ("+", "-"))
    if stored or new:
        return stored or "(nichts)", new or "(nichts)"
    return "wie gespeichert", "Ausgaben anderer Art"


def _count(room: Path) -> int:
    """Code cells: nbval runs each."""
    import nbformat

    notebooks = (nbformat.read(file, as_version=4) for file in sorted(room.glob("*.ipynb")))
    return sum(1 for notebook in notebooks for cell in notebook.cells if cell.cell_type == "code")
