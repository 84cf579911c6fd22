"""`wiwak fanout` as a whole, with runs that take no time: what is there at the end, what is taken up again, what is refused."""

from collections.abc import Callable
from pathlib import Path

import fsspec
import pytest
from click.testing import CliRunner

from benchmarks.running.after_fault import digest
from tests.job.fanout.conftest import GRID
from tests.job.fanout.quick_run import CHANGED, DIES, FAILS
from wiwak_eval.audit.sums import first_difference
from wiwak_eval.cli.group import wiwak
from wiwak_eval.job.fanout import driving
from wiwak_eval.job.fanout.driving import FannedOut
from wiwak_eval.results import GermanError

Made = Callable[..., tuple[FannedOut, list[str]]]


def _runs(out: Path) -> dict[str, str]:
    return {run.name: digest(run) for run in sorted((out / "laeufe").iterdir())}


def test_every_run_is_there_and_the_driver_keeps_nothing(made: Made, tmp_path: Path, state: Path) -> None:
    found, said = made()
    assert (found.runs, found.failed) == (2, ())
    assert found.page == str(tmp_path / "out" / "uebersicht.html")
    assert all(first_difference(run) is None for run in (tmp_path / "out" / "laeufe").iterdir())
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "laeufe", "zellen", "raster.json", "uebersicht.html", "uebersicht.csv", "uebersicht.parquet",
        "vergleichskreise.csv",
    }  # fmt: skip
    assert len(said) == 3
    assert said[-1].startswith("[2/2] pilot, ")
    assert not [path for path in state.iterdir() if path.name != ".lock"]


def test_the_same_grid_elsewhere_is_equal_to_the_byte(made: Made, tmp_path: Path) -> None:
    made()
    made(str(tmp_path / "again"), side_by_side=1)
    names = ("raster.json", "uebersicht.html", "uebersicht.csv", "uebersicht.parquet", "vergleichskreise.csv")
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()
    assert _runs(tmp_path / "out") == _runs(tmp_path / "again")


def test_a_grid_is_not_overwritten_unasked(made: Made) -> None:
    made()
    with pytest.raises(GermanError, match=r"liegt schon ein Raster\. Bitte mit --resume weitermachen"):
        made()


def test_resume_makes_only_what_is_missing_or_damaged(made: Made, tmp_path: Path) -> None:
    made()
    before = _runs(tmp_path / "out")
    damaged, kept = sorted(before)
    time = (tmp_path / "out" / "laeufe" / kept / "daten" / "findings.csv").stat().st_mtime_ns
    (tmp_path / "out" / "laeufe" / damaged / "daten" / "findings.csv").write_text("anders")
    found, said = made(resume=True)
    assert said[0].endswith("2 Läufe, davon 1 schon da und unversehrt.")
    assert len(said) == 2
    assert _runs(tmp_path / "out").keys() == before.keys()
    assert first_difference(tmp_path / "out" / "laeufe" / damaged) is None
    assert (tmp_path / "out" / "laeufe" / kept / "daten" / "findings.csv").stat().st_mtime_ns == time
    assert found.runs == 2


def test_another_grid_is_refused_and_told_what_differs(made: Made, tmp_path: Path, grid: Path, state: Path) -> None:
    made()
    (state / "geheimhaltung.yaml").write_text("schwelle_gremium: 7\n", encoding="utf-8")
    with pytest.raises(GermanError, match=r"Dort liegt ein anderes Raster\. Anders ist: geheimhaltung\.yaml\. Bitte"):
        made(resume=True)
    (state / "geheimhaltung.yaml").unlink()
    grid.write_text(GRID.replace("hoch", "niedrig"), encoding="utf-8")
    with pytest.raises(GermanError, match="Anders ist: Szenarien, Stichtage oder Freigabestufe"):
        made(resume=True)


def test_a_failed_run_is_named_and_stops_no_other(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FAILS, "basis")
    found, said = made()
    assert found.runs == 1
    ((label, sentence),) = found.failed
    assert label == "pilot, basis, 15.11.2017"
    assert sentence == "…: Szenario „basis“ geht heute nicht. Bitte morgen wieder."
    assert any("fehlgeschlagen. …: Szenario" in line for line in said)
    page = (tmp_path / "out" / "uebersicht.html").read_text(encoding="utf-8")
    assert "Szenario „basis“ geht heute nicht" in page
    assert str(tmp_path) not in page
    monkeypatch.delenv(FAILS)
    found, _ = made(resume=True)
    assert (found.runs, found.failed) == (2, ())


def test_a_damaged_run_that_fails_now_counts_as_failed(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    for run in (tmp_path / "out" / "laeufe").iterdir():
        (run / "daten" / "findings.csv").unlink()
    monkeypatch.setenv(FAILS, "basis")
    found, _ = made(resume=True)
    assert (found.runs, len(found.failed)) == (1, 1)
    assert "Läufe: 1 von 2" in (tmp_path / "out" / "uebersicht.html").read_text(encoding="utf-8")


def test_a_run_whose_process_is_killed_is_begun_again(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "once").touch()
    monkeypatch.setenv(DIES, str(tmp_path / "once"))
    found, said = made()
    assert (found.runs, found.failed) == (2, ())
    assert sum("Der Lauf wird wiederholt." in line for line in said) == 1


def test_a_run_made_by_another_programme_is_not_taken(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that has been there for days knows the programme of then; the process of a run reads that of today."""
    monkeypatch.setenv(CHANGED, "1")
    found, _ = made()
    assert found.runs == 0
    assert all("hat sich auf dem Rechner dieses Laufs das Programm oder die Lieferung geändert" in words for _, words in found.failed)
    assert not (tmp_path / "out" / "laeufe").exists()


def test_two_calls_do_not_mix(made: Made, tmp_path: Path) -> None:
    from wiwak_eval.job.fanout.alone import alone

    with alone(str(tmp_path / "out")), pytest.raises(GermanError, match="arbeitet gerade ein anderer „wiwak fanout“"):
        made()


def test_a_grid_lies_at_an_address_too(made: Made, tmp_path: Path) -> None:
    made()
    address = f"memory://{tmp_path.name}/raster"
    made(address)
    memory = fsspec.filesystem("memory")
    there = {name.rpartition("/raster/")[2]: memory.cat_file(name) for name in memory.find(f"/{tmp_path.name}/raster")}
    here = {path.relative_to(tmp_path / "out").as_posix(): path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert there == here
    with pytest.raises(GermanError, match="liegt schon ein Raster"):
        made(address)
    _, said = made(address, resume=True)
    assert said[0].endswith("davon 2 schon da und unversehrt.")


def test_a_delivery_comes_from_an_address_too(made: Made, tmp_path: Path, other_delivery: Path) -> None:
    memory = fsspec.filesystem("memory")
    memory.put(str(other_delivery), f"/{tmp_path.name}/{other_delivery.name}", recursive=True)
    files = []
    for place in (f"memory://{tmp_path.name}/{other_delivery.name}", str(other_delivery)):
        file = tmp_path / "andere.yaml"
        file.write_text(f"deliveries: ['{place}']\nas_of: [2017-11-15]\n", encoding="utf-8")
        out = tmp_path / f"out-{len(files)}"
        made(str(out), file=file)
        files.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    assert files[0] == files[1]


def test_key_and_rows_stay_inside(made: Made, tmp_path: Path, state: Path, real_delivery: Path) -> None:
    file = tmp_path / "echt.yaml"
    file.write_text(f"deliveries: ['{real_delivery}']\nas_of: [2017-11-15]\n", encoding="utf-8")
    _, said = made(file=file)
    key = (state / "pseudonym.key").read_bytes().strip()
    written = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not any(key in content for content in written)
    assert key.decode() not in "".join(said)
    assert said[0].startswith("Für die Pseudonyme wurde ein Schlüssel angelegt")
    assert said[1].endswith(": 1 Lauf.")
    assert {path.name for path in state.iterdir()} == {"pseudonym.key", ".lock"}


def test_the_command_ends_with_1_where_a_run_failed(grid: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = FannedOut("seite.html", 1, (("pilot, basis", "Es ging nicht."),))
    asked: list[object] = []
    monkeypatch.setattr(driving, "fan_out", lambda *given: asked.append(given[3]) or made)
    ended = CliRunner().invoke(wiwak, ["fanout", str(grid), "--out", str(tmp_path), "--resume", "--scheduler", "tcp://h:1"])
    assert ended.exit_code == 1
    assert ended.stdout == "seite.html\n"
    assert "Fehlgeschlagen: pilot, basis. Es ging nicht." in ended.stderr
    assert asked == [driving.Wishes("tcp://h:1", True)]
