"""A notebook that fails: one sentence, its outputs so far, no words of others, nothing torn."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.running.miniature import MISCHIEF, MISCHIEFS, write_notebooks
from wiwak_eval.results import GermanError
from wiwak_eval.results.provenance import SIMULATED_MARK
from wiwak_eval.study.failed_notebook import clear_failure
from wiwak_eval.study.folder_names import without_folders
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.notebook_failure import PAGE
from wiwak_eval.study.runner import run_notebooks
from wiwak_eval.study.workers import Workers

BOOK = "2_zweites.ipynb"
CELL = 2
"""Parameters, then the mischief: the injected parameters are no cell of the shipped notebook."""
SENTENCES = {
    "hang": "ist nach der Zeitgrenze nicht fertig und wurde beendet",
    "swallow": "ist nach der Zeitgrenze nicht fertig und wurde beendet",
    "exit": r"beendet das Notebook vorzeitig \(exit, quit\)",
    "quit": r"beendet das Notebook vorzeitig \(exit, quit\)",
    "die": "Rechenkern des Notebooks ist unerwartet zu Ende gegangen",
    "kill": "Rechenkern des Notebooks ist unerwartet zu Ende gegangen",
    "full": "Auf dem Datenträger ist kein Platz mehr",
    "data": "ist mit „ValueError“ abgebrochen",
    "sentence": r"Die Datei /geheimer/ort/datei fehlt\. Bitte dies tun\.$",
}


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_notebooks(tmp_path_factory.mktemp("miniature") / "notebooks")


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(1) as found:
        yield found


@pytest.fixture
def run(books: Path, workers: Workers, tmp_path: Path, state: Path) -> Callable[[str], None]:
    out = tmp_path / "notebooks"
    out.mkdir()

    def run_second(mischief: str) -> None:
        environment = kernel_environment(state) | {MISCHIEF: mischief, "WIWAK_CELL_TIMEOUT": "4"}
        asked = {"word": "w", "release": "oeffentlich"}
        run_notebooks([books / BOOK], out, asked, environment, lambda _: None, workers, tmp_path / "failed" / "id", SIMULATED_MARK)

    return run_second


def test_every_mischief_has_its_sentence() -> None:
    assert SENTENCES.keys() == MISCHIEFS.keys()


@pytest.mark.parametrize("mischief", MISCHIEFS)
def test_a_cell_that_fails_is_told_and_kept_without_words_of_others(run: Callable[[str], None], tmp_path: Path, mischief: str) -> None:
    (tmp_path / "notebooks" / BOOK).write_bytes(b"frueher")
    with pytest.raises(GermanError, match=f"^{BOOK}, Zelle {CELL}, Abschnitt „Rechnung“: .*{SENTENCES[mischief]}") as caught:
        run(mischief)
    assert [path.name for path in (tmp_path / "notebooks").iterdir()] == [BOOK]
    assert (tmp_path / "notebooks" / BOOK).read_bytes() == b"frueher"
    kept = tmp_path / "failed" / "id"
    assert sorted(path.name for path in kept.iterdir()) == [BOOK, PAGE]
    assert [path.name for path in kept.parent.iterdir()] == ["id"]
    page, book = ((kept / name).read_text(encoding="utf-8") for name in (PAGE, BOOK))
    assert without_folders(str(caught.value)) in page
    assert SIMULATED_MARK in page
    assert "**Intern: nicht freigegeben, nicht weitergeben.** Gerechnet wurde für die Freigabestufe „öffentlich“." in page
    outputs = [output for cell in json.loads(book)["cells"] for output in cell.get("outputs", [])]
    said = json.dumps(outputs, ensure_ascii=False) + page
    assert not re.search(r"Mustermann|geheimer|Traceback|No space|/tmp|ipykernel", said)
    assert all(output.get("traceback", []) == [] for output in outputs)
    cells = json.loads(book)["cells"]
    assert len(cells) == 8
    assert "".join(cells[0]["source"]) == page.rstrip()


def test_a_success_removes_what_was_kept(run: Callable[[str], None], tmp_path: Path) -> None:
    with pytest.raises(GermanError):
        run("data")
    with pytest.raises(GermanError):
        run("sentence")
    assert "Bitte dies tun." in (tmp_path / "failed" / "id" / PAGE).read_text(encoding="utf-8")
    run("")
    assert (tmp_path / "notebooks" / BOOK).is_file()
    clear_failure(tmp_path / "failed" / "id")
    assert not (tmp_path / "failed").exists()
    clear_failure(tmp_path / "failed" / "id")


def test_another_failed_run_is_not_touched(run: Callable[[str], None], tmp_path: Path) -> None:
    other = tmp_path / "failed" / "andere"
    other.mkdir(parents=True)
    with pytest.raises(GermanError):
        run("data")
    clear_failure(tmp_path / "failed" / "id")
    assert [path.name for path in (tmp_path / "failed").iterdir()] == ["andere"]


def test_a_time_limit_that_is_no_number_is_refused(books: Path, workers: Workers, tmp_path: Path, state: Path) -> None:
    environment = kernel_environment(state) | {"WIWAK_CELL_TIMEOUT": "bald"}
    with pytest.raises(GermanError, match="Die Zeitgrenze „bald“"):
        run_notebooks([books / BOOK], tmp_path, {"word": "w"}, environment, lambda _: None, workers)
