"""The data package: valid, traceable, without a time of writing."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from frictionless import system, validate
from paper_sample import content, costs, findings, forecast_monthly, monthly, topics

from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.results import Level

TABLES = (monthly(), topics(), costs(), forecast_monthly())


def write(folder: Path) -> dict[str, object]:
    write_data(folder, TABLES, findings(), content().mark)
    loaded: dict[str, object] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return loaded


def test_frictionless_finds_it_valid(tmp_path: Path) -> None:
    write(tmp_path)
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["fieldName", "message"])


def test_a_changed_cell_is_found(tmp_path: Path) -> None:
    write(tmp_path)
    file = tmp_path / "costs.csv"
    file.write_bytes(file.read_bytes().replace(b"18345.00", b"18345.01"))
    with system.use_context(trusted=True):
        assert not validate(str(tmp_path / "datapackage.json")).valid


def test_each_resource_names_bytes_and_digest(tmp_path: Path) -> None:
    package = write(tmp_path)
    resources = package["resources"]
    assert isinstance(resources, list)
    assert [resource["name"] for resource in resources] == ["monthly", "topics", "costs", "forecast_monthly", "findings"]
    for resource in resources:
        data = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert "Simulierte Daten" in resource["description"]
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
        (Level.OEFFENTLICH, None, "other-closed"),
        (Level.INTERN, "CC0-1.0", "other-closed"),
    ],
)
def test_only_public_tables_carry_the_licence_of_the_authority(tmp_path: Path, level: Level, licence: str | None, expected: str) -> None:
    write_data(tmp_path, TABLES, findings(), replace(content().mark, level=level, licence=licence))
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == expected


@pytest.mark.parametrize("name", ["../monthly", "findings", "Monat", ""])
def test_names_must_be_plain_and_distinct(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="distinct plain names"):
        write_data(tmp_path, (replace(monthly(), id=name),), findings(), content().mark)
    assert not list(tmp_path.iterdir())
