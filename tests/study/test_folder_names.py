"""No folder of a machine in what is kept: those that are known whatever their names, and all that looks like a path."""

from pathlib import Path

import pytest

from wiwak_eval.study.folder_names import without_folders

HOMES = "/" + "home"
"""Apart, so that no file here names a person's folder."""


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("/srv/Ablage Sozialamt/Lieferung Mai/klienten.csv", "klienten.csv"),
        ("Die Datei /srv/Ablage Sozialamt/Lieferung Mai/klienten Juni.csv, Zeile 3", "Die Datei klienten Juni.csv, Zeile 3"),
        (f"{HOMES}/meier", "…"),
        (f"Unter {HOMES}/meier/reports ist kein Platz.", "Unter … ist kein Platz."),
        ("Die Datei „/srv/Ablage, Abt. 3/Größe (neu): Mai/klienten.csv“ fehlt.", "Die Datei „klienten.csv“ fehlt."),
        ('Die Datei "/srv/Müller, J./klienten.csv" fehlt.', 'Die Datei "klienten.csv" fehlt.'),
        (
            "Die Datei /geheimer/ort/datei fehlt. Bitte 5 €/Monat und und/oder prüfen.",
            "Die Datei … fehlt. Bitte 5 €/Monat und und/oder prüfen.",
        ),
        ("Die Lieferung „Muster/2018“ fehlt.", "Die Lieferung „Muster/2018“ fehlt."),
    ],
)
def test_what_looks_like_a_path_is_a_name_at_most(sentence: str, kept: str) -> None:
    assert without_folders(sentence) == kept


@pytest.mark.parametrize("name", ["Ablage „Größe“, Abt. 3: Jugend (neu)", "meier", 'a\'b "c" d'])
@pytest.mark.parametrize("variable", ["WIWAK_HOME", "WIWAK_DELIVERIES", "HOME"])
def test_a_folder_that_is_known_goes_whatever_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, name: str) -> None:
    folder = tmp_path / name
    monkeypatch.setenv(variable, str(folder))
    assert without_folders(f"Die Datei {folder}/Mai 2018/x.csv fehlt.") == "Die Datei x.csv fehlt."
    assert without_folders(f"Der Ordner {folder} fehlt.") == "Der Ordner … fehlt."


def test_the_working_folder_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Ablage: Müller, J. (alt)"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert without_folders(f"In {folder}/reports/lauf.json steht nichts.") == "In lauf.json steht nichts."


def test_a_person_without_a_folder_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", nowhere)
    assert without_folders("Die Datei /srv/x/y.csv fehlt.") == "Die Datei y.csv fehlt."
