"""What changes while a run goes on must not make half of it: kernels, workers and driver read for themselves."""

import shutil
from pathlib import Path

import pytest

from tests.job.without import without_papers
from wiwak_eval.job import filling
from wiwak_eval.job.asked import notebook_parameters
from wiwak_eval.job.reuse import Reuse
from wiwak_eval.job.running import run
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.kept_notebooks import KeptNotebooks
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

OWN_VALUE = """Kennung;Wert;gilt ab;bekannt seit;Art;Stand;Güte;Quelle
room_rent_m2_month;9,90;01.01.2017;;Tarif oder Vertrag;gelesen;hoch;Mietvertrag (Probe)
"""


def test_a_value_that_changes_meanwhile_stops_the_run(warm: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_papers(monkeypatch)

    def somebody_edits(_: object, out: Path, *__: object) -> None:
        (out / "keine.txt").write_text("ohne Notebooks")
        (warm / "annahmen.csv").write_text(OWN_VALUE, encoding="utf-8")

    monkeypatch.setattr(filling, "run_notebooks", somebody_edits)
    with pytest.raises(GermanError, match=r"Während des Laufs hat sich etwas geändert \(eigene Annahmen\)"):
        run(Parameters("pilot", release="intern"), tmp_path / "reports", lambda _: None)
    assert not list((tmp_path / "reports").iterdir())


def test_a_notebook_that_prints_something_else_is_not_kept(
    runs: dict[str, Path], worlds: dict[str, Study], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text of an executed notebook is what the driver's own study holds; one other digit is found."""
    study = worlds["basis"]
    monkeypatch.setenv("WIWAK_HOME", str(tmp_path / "state"))
    reuse = Reuse(study, notebook_parameters(study))
    monkeypatch.setattr(study, "note", lambda _: None)
    name = "06_personal_budget.ipynb"
    notebook, executed = shipped("notebooks") / name, tmp_path / name
    shutil.copyfile(runs["pilot"] / "notebooks" / name, executed)
    reuse.keep(notebook, executed)
    assert len(KeptNotebooks(tmp_path / "state").records(name)) == 1
    whole = executed.read_text(encoding="utf-8")
    places = [place for place in range(len(whole)) if whole.startswith('"text/plain"', place)]
    at = next(place for place in range(places[5], len(whole)) if whole[place].isdigit())
    executed.write_text(f"{whole[:at]}{(int(whole[at]) + 1) % 10}{whole[at + 1 :]}", encoding="utf-8")
    with pytest.raises(GermanError, match="druckt etwas anderes, als der Lauf gerechnet hat"):
        reuse.keep(notebook, executed)
