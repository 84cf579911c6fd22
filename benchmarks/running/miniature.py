"""Three small notebooks run as the main job runs its own: workers, kept results and notebooks, staging, sums, rename.

`python -m benchmarks.running.miniature NOTEBOOKS OUT` runs them; the state folder is named by WIWAK_HOME.
"""

import shutil
import sys
from pathlib import Path

from wiwak_eval.audit.sums import write_sums
from wiwak_eval.cli.interrupting import hear_once
from wiwak_eval.cli.mistakes import stop
from wiwak_eval.job import staging as disk
from wiwak_eval.job.staging import publish, staging
from wiwak_eval.results import GermanError
from wiwak_eval.results.provenance import SIMULATED_MARK
from wiwak_eval.study import digests
from wiwak_eval.study.failed_notebook import FOLDER, clear_failure
from wiwak_eval.study.home import home
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.runner import NotebookRun, run_notebooks
from wiwak_eval.study.sweeping import sweep
from wiwak_eval.study.whole_file import write_whole

MISCHIEF = "WIWAK_MINIATURE"
"""Variable that names what the second notebook does wrong: one of `MISCHIEFS`."""
MISCHIEFS = {
    "hang": "import time\ntime.sleep(3600)",
    "swallow": "import time\nwhile True:\n    try:\n        time.sleep(3600)\n    except KeyboardInterrupt:\n        pass",
    "exit": "import sys\nsys.exit(0)",
    "quit": "quit()",
    "die": "import os\nos._exit(1)",
    "kill": "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
    "full": "raise OSError(28, 'No space left on device', '/geheimer/ort/datei')",
    "data": "raise ValueError('Frau Mustermann, geboren 1984')",
    "sentence": "from wiwak_eval.results import GermanError\nraise GermanError('Die Datei /geheimer/ort/datei fehlt. Bitte dies tun.')",
}
KEPT = "from benchmarks.running.kept_number import kept_number\nprint(kept_number(word))"


def write_notebooks(folder: Path) -> Path:
    """Write the three notebooks; the second does some mischief where the environment says so."""
    import nbformat

    folder.mkdir(parents=True)
    lines = (f"if asked == {name!r}:\n" + "\n".join(f"    {line}" for line in source.splitlines()) for name, source in MISCHIEFS.items())
    mischief = f"import os\nasked = os.environ.get({MISCHIEF!r}, '')\n" + "\n".join(lines)
    for name, sources in {"1_erstes": ["print(word)", "print(word * 2)"], "2_zweites": [mischief, KEPT], "3_drittes": [KEPT]}.items():
        declared = "# parameters\nword = 'a'\nrelease = 'intern'"
        parameters = nbformat.v4.new_code_cell(declared, id="parameters", metadata={"tags": ["parameters"]})
        cells = [nbformat.v4.new_code_cell(source, id=f"cell-{place}") for place, source in enumerate([*sources, "print('fertig')"])]
        prose, section = (nbformat.v4.new_markdown_cell(words, id=words.strip("# ")) for words in (f"# {name}", "## Rechnung"))
        nbformat.write(nbformat.v4.new_notebook(cells=[prose, parameters, section, *cells]), folder / f"{name}.ipynb")
    return folder


def run_miniature(notebooks: Path, out: Path) -> Path:
    """Make the run folder `out/<id>` as `job.run` does. Raises GermanError."""
    books = sorted(notebooks.glob("*.ipynb"))
    run_id = digests.of_files(notebooks, books)[:12]
    folder = out / run_id
    if not folder.is_dir():
        sweep(home())
        with staging(out, run_id) as unfinished:
            try:
                _fill(unfinished, books, out / FOLDER / run_id)
                publish(unfinished, folder)
            except OSError as error:
                raise GermanError(f"Der Lauf konnte nicht geschrieben werden ({error.strerror}). Bitte Platz und Rechte prüfen.") from None
    clear_failure(out / FOLDER / run_id)
    return folder


def _fill(folder: Path, books: list[Path], failed: Path) -> None:
    (folder / "notebooks").mkdir()
    (folder / "pruefpaket").mkdir()
    (folder / "pruefpaket" / "manifest.json").write_text("{}\n", encoding="utf-8")
    keeping = home() / "notebooks"
    keeping.mkdir(exist_ok=True)
    left = [book for book in books if not (keeping / book.name).exists()]
    for book in books:
        if book not in left:
            shutil.copyfile(keeping / book.name, folder / "notebooks" / book.name)

    def heard(ended: NotebookRun) -> None:
        write_whole(keeping / ended.name, (folder / "notebooks" / ended.name).read_bytes())
        print(ended.name, file=sys.stderr, flush=True)

    run_notebooks(left, folder / "notebooks", {"word": "wort"}, kernel_environment(home()), heard, failed=failed, mark=SIMULATED_MARK)
    write_sums(folder)


def main() -> None:
    """As the command does: one German sentence and exit code 2 where something is wrong; the last line on stdout is the run folder."""
    hear_once()
    disk.FAR_ENOUGH = 0
    try:
        print(run_miniature(Path(sys.argv[1]), Path(sys.argv[2])))
    except (Exception, KeyboardInterrupt) as error:
        stop(error)


if __name__ == "__main__":
    main()
