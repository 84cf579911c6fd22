"""The file of a grid: every mistake is named with place and remedy."""

from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.job.fanout.grid_file import read_grid_file
from wiwak_eval.job.fanout.resolving import resolve
from wiwak_eval.results import GermanError


def _file(folder: Path, text: str) -> Path:
    file = folder / "raster.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_short_file_has_all_it_needs(tmp_path: Path) -> None:
    found = read_grid_file(_file(tmp_path, "deliveries: [pilot]\n"))
    assert found.deliveries[0].delivery == "pilot"
    assert (found.scenarios, found.as_of, found.release, found.cell_timeout, found.retries) == (("basis",), (), "intern", None, 2)


def test_a_delivery_may_carry_its_county(tmp_path: Path) -> None:
    found = read_grid_file(
        _file(tmp_path, "deliveries:\n- pilot\n- {delivery: anders, county: Stadt Gera}\nas_of: [2017-11-15]\nretries: 0\n")
    )
    assert found.deliveries[1].county == "Stadt Gera"
    assert found.as_of == (date(2017, 11, 15),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("scenarios: [basis]\n", "„deliveries“ fehlt"),
        ("deliveries: []\n", "raster.yaml, Zeile 1: „deliveries“: Die Angabe ist leer"),
        ("deliveries: [pilot]\nstichtag: 2017-11-15\n", "raster.yaml, Zeile 2: „stichtag“: Diese Angabe ist nicht vorgesehen"),
        ("deliveries: [pilot]\nas_of: [morgen]\n", "raster.yaml, Zeile 2: „as_of“: „morgen“ ist kein Datum"),
        ("deliveries: [pilot]\nscenarios: [basis, basis]\n", "raster.yaml, Zeile 2: „scenarios“ nennt das Szenario „basis“ zweimal"),
        ("deliveries: [pilot, pilot]\n", "nennt die Lieferung „pilot“ zweimal"),
        ("deliveries: [pilot]\nretries: viele\n", "raster.yaml, Zeile 2: „retries“"),
        ("deliveries: [pilot\n", "kein gültiges YAML"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(GermanError) as told:
        read_grid_file(_file(tmp_path, text))
    assert words in str(told.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match=r"Rasterdatei .*fehlt\.yaml gibt es nicht"):
        read_grid_file(tmp_path / "fehlt.yaml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "deliveries:\n- {delivery: pilot, county: Gera}\n",
            "Zeile 2: „deliveries / county“: „Gera“ ist keiner der 23 Landkreise und Städte",
        ),
        ("deliveries: [fehlt]\n", "raster.yaml, Zeile 1: „deliveries“: Die Lieferung „fehlt“ gibt es nicht"),
        ("deliveries: [pilot]\nscenarios: [sehr_hoch]\n", "raster.yaml, Zeile 2: „scenarios“: Das Szenario „sehr_hoch“ gibt es nicht"),
        ("deliveries: [pilot]\nrelease: geheim\n", "raster.yaml, Zeile 2: „release“: Die Freigabestufe „geheim“ ist unbekannt"),
        ("deliveries: ['postgresql://ich:passwort@rechner/daten']\n", "Ein Raster liest keine Datenbank"),
        ("deliveries: ['fremd://ich:passwort@rechner/daten']\n", "Der Ort fremd://…/daten ist nicht zu öffnen"),
    ],
)
def test_what_does_not_fit_together_is_named_before_anything_runs(tmp_path: Path, state: Path, text: str, words: str) -> None:
    file = _file(tmp_path, text)
    with pytest.raises(GermanError) as told:
        resolve(read_grid_file(file), file, tmp_path, state)
    assert words in str(told.value)
    assert "passwort" not in str(told.value)


def test_real_deliveries_stay_inside_the_house(tmp_path: Path, state: Path, real_delivery: Path) -> None:
    file = _file(tmp_path, f"deliveries: ['{real_delivery}']\nrelease: oeffentlich\n")
    with pytest.raises(GermanError, match="„release: oeffentlich“ geht nicht mit der echten Lieferung"):
        resolve(read_grid_file(file), file, tmp_path / "shared", state)


def test_two_deliveries_of_one_name_are_refused(tmp_path: Path, state: Path, other_delivery: Path) -> None:
    import shutil

    places = [tmp_path / place / "gleich" for place in ("a", "b")]
    for place in places:
        shutil.copytree(other_delivery, place)
    file = _file(tmp_path, f"deliveries: [{', '.join(map(str, places))}]\n")
    with pytest.raises(GermanError, match="Zwei Lieferungen des Rasters heißen „gleich“"):
        resolve(read_grid_file(file), file, tmp_path / "shared", state)
