"""The data package: valid, traceable, without a time of writing."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import system, validate
from paper_sample import content, costs, findings, forecast_monthly, monthly, topics

from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.results import Level, ReleasedTable
from wiwak_eval.study.study import Study

TABLES = (monthly(), topics(), costs(), forecast_monthly())


def write(folder: Path) -> dict[str, object]:
    write_data(folder, TABLES, findings(), content().mark)
    loaded: dict[str, object] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return loaded


def sound(folder: Path) -> bool:
    """Whether frictionless finds nothing wrong."""
    with system.use_context(trusted=True):
        report = validate(str(folder / "datapackage.json"))
    assert report.valid == (report.flatten(["message"]) == [])
    return bool(report.valid)


def test_frictionless_finds_it_valid(tmp_path: Path) -> None:
    write(tmp_path)
    assert sound(tmp_path)


@pytest.mark.parametrize("name", ["basis", "intern"])
def test_frictionless_finds_all_tables_of_the_pilot_valid(worlds: dict[str, Study], name: str, tmp_path: Path) -> None:
    study = worlds[name]
    tables = [table for table in study.released.values() if isinstance(table, ReleasedTable)]
    assert len(tables) > 100
    write_data(tmp_path, tables, study.findings, study.mark)
    assert sound(tmp_path)


def test_a_changed_cell_is_found(tmp_path: Path) -> None:
    write(tmp_path)
    file = tmp_path / "costs.csv"
    file.write_bytes(file.read_bytes().replace(b"18345.00", b"18345.01"))
    assert not sound(tmp_path)


def test_each_resource_names_bytes_and_digest(tmp_path: Path) -> None:
    package = write(tmp_path)
    resources = package["resources"]
    assert isinstance(resources, list)
    assert [resource["name"] for resource in resources] == ["monthly", "topics", "costs", "forecast_monthly", "findings"]
    for resource in resources:
        data = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["description"].startswith("Simulierte Daten – keine Zahlen des WiWAK.")
        assert resource["simulated"] is True
    assert package["simulated"] is True


def test_types_fit_their_columns(tmp_path: Path) -> None:
    resources = write(tmp_path)["resources"]
    assert isinstance(resources, list)
    types = {resource["name"]: {field["name"]: field["type"] for field in resource["schema"]["fields"]} for resource in resources}
    assert types["monthly"] == {"month": "yearmonth"} | dict.fromkeys(list(types["monthly"])[1:], "integer")
    assert types["costs"]["y2018"] == types["topics"]["share"] == types["findings"]["value"] == "number"


def test_same_bytes_twice(tmp_path: Path) -> None:
    write(tmp_path / "a")
    write(tmp_path / "b")
    assert {p.name: p.read_bytes() for p in (tmp_path / "a").iterdir()} == {p.name: p.read_bytes() for p in (tmp_path / "b").iterdir()}


@pytest.mark.parametrize(
    ("level", "licence", "expected"),
    [
        (Level.OEFFENTLICH, "CC0-1.0", "CC0-1.0"),
        (Level.OEFFENTLICH, "Datenlizenz Deutschland – Zero – 2.0", "Datenlizenz-Deutschland-Zero-2.0"),
        (Level.INTERN, "CC0-1.0", "other-closed"),
        (Level.INTERN, None, "other-closed"),
    ],
)
def test_only_public_tables_carry_the_licence_of_the_authority(tmp_path: Path, level: Level, licence: str | None, expected: str) -> None:
    write_data(tmp_path, TABLES, findings(), replace(content().mark, level=level, licence=licence))
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == expected
    assert package["licenses"][0]["title"] == (licence if level is Level.OEFFENTLICH else "Nicht zur Veröffentlichung bestimmt")
    assert sound(tmp_path)


def test_where_the_authority_names_no_licence_none_is_made_up(tmp_path: Path) -> None:
    write_data(tmp_path, TABLES, findings(), replace(content().mark, level=Level.OEFFENTLICH, licence=None))
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert "licenses" not in package
    assert "Die Lieferung nennt keine" in package["description"]
    assert "Die Lieferung nennt keine" in (tmp_path / "datenwoerterbuch.md").read_text(encoding="utf-8")
    assert sound(tmp_path)


def test_every_field_is_described_in_german_with_its_unit_and_its_signs(tmp_path: Path) -> None:
    resources = write(tmp_path)["resources"]
    assert isinstance(resources, list)
    fields = {(resource["name"], field["name"]): field for resource in resources for field in resource["schema"]["fields"]}
    assert all(field["description"].endswith(".") and field["title"] for field in fields.values())
    assert all("unit" in field for field in fields.values() if field["type"] in {"integer", "number", "yearmonth"})
    hidden = fields["monthly", "anonymous_contacts"]["description"]
    assert hidden == (
        "Tabelle „Beratungen und Personen je Monat“: Anonyme Kontakte (Beratungen). „•“: aus Datenschutzgründen nicht ausgewiesen."
    )
    assert "80 % von: untere Grenze der Spanne zu „mittlerer Wert“ (Beratungen)" in fields["forecast_monthly", "p10"]["description"]
    assert all(resource["schema"]["missingValuesMeaning"]["•"].startswith("aus Datenschutzgründen") for resource in resources)


def test_the_dictionary_names_every_table_column_unit_and_notebook(tmp_path: Path) -> None:
    package = write(tmp_path)
    words = (tmp_path / "datenwoerterbuch.md").read_text(encoding="utf-8")
    assert package["dictionary"] == "datenwoerterbuch.md"
    assert "**Simulierte Daten – keine Zahlen des WiWAK.**" in words
    for table in TABLES:
        part = words.partition(f"Datei `{table.id}.csv`, gezeigt im Notebook `{table.notebook}`.")[2].partition("\n## ")[0]
        assert all(f"| `{column.name}` | {column.label} | " in part for column in table.columns), table.id
    assert "| `y2018` | 2018 | Euro | Zahl mit Dezimalpunkt |" in words


def test_text_of_a_delivery_is_no_markup_in_the_dictionary(tmp_path: Path) -> None:
    odd = replace(monthly(), title="a | <b> `c`\n# d", notes=("[x](y) | z",))
    write_data(tmp_path, (odd,), findings(), content().mark)
    words = (tmp_path / "datenwoerterbuch.md").read_text(encoding="utf-8")
    assert "## a \\| \\<b\\> \\`c\\` \\# d\n" in words
    assert "* \\[x\\](y) \\| z\n" in words


@pytest.mark.parametrize("name", ["../monthly", "findings", "Monat", ""])
def test_names_must_be_plain_and_distinct(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="distinct plain names"):
        write_data(tmp_path, (replace(monthly(), id=name),), findings(), content().mark)
    assert not list(tmp_path.iterdir())
