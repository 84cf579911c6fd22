import os
from pathlib import Path

import nbformat
import pytest

from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.home import home
from wiwak_eval.study.kept_notebooks import changed_cells, code_cells
from wiwak_eval.study.kernel import kernel_environment
from wiwak_eval.study.runner import NotebookRun, check_parameters, declared_parameters, run_notebooks

SHIPPED = sorted(shipped("notebooks").glob("*.ipynb"))


def notebook(folder: Path, name: str, *sources: str) -> Path:
    parameters = nbformat.v4.new_code_cell("# parameters\nword = 'a'", metadata={"tags": ["parameters"]})
    book = nbformat.v4.new_notebook(cells=[parameters, *(nbformat.v4.new_code_cell(source) for source in sources)])
    path = folder / name
    nbformat.write(book, path)
    return path


def run_all(notebooks: list[Path], out: Path, **parameters: str) -> list[NotebookRun]:
    heard: list[NotebookRun] = []
    out.mkdir(exist_ok=True)
    run_notebooks(notebooks, out, parameters, kernel_environment(home()), heard.append)
    return heard


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_notebook_declares_the_same_parameters(path: Path) -> None:
    assert declared_parameters(nbformat.read(path, 4)) == ("delivery", "scenario", "as_of", "release")


def test_an_unknown_parameter_is_refused_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match=r"kennt den Parameter „szenario“ nicht.*„scenario“"):
        check_parameters(SHIPPED[0], {"szenario": "hoch"})
    with pytest.raises(GermanError):
        run_all([notebook(tmp_path, "a.ipynb", "print(word)")], tmp_path / "out", wort="b")
    assert not list((tmp_path / "out").iterdir())


def test_runs_side_by_side_and_says_the_same_each_time(tmp_path: Path) -> None:
    books = [notebook(tmp_path, f"{name}.ipynb", "print(word)") for name in "ab"]
    heard = run_all(books, tmp_path / "one", word="zwei")
    run_all(books, tmp_path / "two", word="zwei")
    assert sorted(run.name for run in heard) == ["a.ipynb", "b.ipynb"]
    for book in books:
        first = (tmp_path / "one" / book.name).read_bytes()
        assert first == (tmp_path / "two" / book.name).read_bytes()
        assert str(tmp_path).encode() not in first
    output = nbformat.read(tmp_path / "one" / "a.ipynb", 4).cells[-1].outputs[0]
    assert output.text == "zwei\n"


def test_a_home_that_cannot_be_written_to_and_start_up_files_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start_up = tmp_path / "ipython" / "profile_default" / "startup"
    start_up.mkdir(parents=True)
    (start_up / "00.py").write_text("import builtins\nbuiltins.print = lambda *words: None")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("HOME", "/proc/nirgends")
    run_all([notebook(tmp_path, "a.ipynb", "import matplotlib.font_manager\nprint(word)")], tmp_path / "out", word="eigenes")
    assert nbformat.read(tmp_path / "out" / "a.ipynb", 4).cells[-1].outputs[0].text == "eigenes\n"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A notebook that ran."""
    folder = tmp_path_factory.mktemp("good")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WIWAK_HOME", str(folder / "state"))
        run_all([notebook(folder, "a.ipynb", "print('gut')")], folder / "out")
    return (folder / "out" / "a.ipynb").read_bytes()


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("1 / 0", "a.ipynb, Zelle 2: Die Zelle ist mit „ZeroDivisionError“ abgebrochen"),
        ("import sys; sys.exit(0)", "a.ipynb, Zelle 2: Die Zelle beendet das Notebook vorzeitig"),
        ("import warnings; warnings.warn('x')", "a.ipynb, Zelle 2: Die Zelle gibt Warnungen aus"),
        ("from wiwak_eval.results import GermanError\nraise GermanError('Bitte dies tun.')", "a.ipynb, Zelle 2: Bitte dies tun."),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "a.ipynb"),
    ],
)
def test_a_cell_that_fails_is_named_and_leaves_the_last_good_output(good: bytes, tmp_path: Path, source: str, sentence: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.ipynb").write_bytes(good)
    with pytest.raises(GermanError) as caught:
        run_all([notebook(tmp_path, "a.ipynb", source, "print('danach')")], out)
    assert sentence in str(caught.value)
    assert "Traceback" not in str(caught.value)
    assert (out / "a.ipynb").read_bytes() == good
    assert os.listdir(out) == ["a.ipynb"]


def test_a_cell_has_the_number_that_the_plan_gives_it(tmp_path: Path) -> None:
    """The cell of injected parameters, and prose, do not count; an empty code cell does."""
    book = notebook(tmp_path, "a.ipynb", "", "print(1)", "1 / 0")
    with pytest.raises(GermanError, match=r"^a\.ipynb, Zelle 4: "):
        run_all([book], tmp_path / "out", word="b")
    before = code_cells(book)
    book.write_text(book.read_text(encoding="utf-8").replace("1 / 0", "import warnings; warnings.warn('x')"), encoding="utf-8")
    with pytest.raises(GermanError, match=r"^a\.ipynb, Zelle 4: Die Zelle gibt Warnungen aus"):
        run_all([book], tmp_path / "out", word="b")
    assert changed_cells(before, code_cells(book)) == (4,)


def test_a_folder_for_temporary_files_with_a_very_long_name_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("ein_langer_name_" * 6)
    long.mkdir()
    monkeypatch.setenv("TMPDIR", str(long))
    run_all([notebook(tmp_path, "a.ipynb", "print(word)")], tmp_path / "out")
    assert (tmp_path / "out" / "a.ipynb").is_file()


def test_a_worker_that_dies_is_told_with_the_notebook_and_kept(tmp_path: Path) -> None:
    end_worker = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\nimport time\ntime.sleep(600)"
    (tmp_path / "out").mkdir()
    books = [notebook(tmp_path, "a.ipynb", end_worker)]
    with pytest.raises(GermanError, match=r"^a\.ipynb: Ein Arbeitsprozess ist unerwartet zu Ende gegangen"):
        run_notebooks(books, tmp_path / "out", {}, kernel_environment(home()), lambda _: None, failed=tmp_path / "failed" / "id")
    assert sorted(os.listdir(tmp_path / "failed" / "id")) == ["a.ipynb", "fehler.md"]
    assert not os.listdir(tmp_path / "out")
