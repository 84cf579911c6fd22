"""What an auditor finds in `pruefpaket/`: each number can be followed, what must add up does, departures are named."""

import csv
import html
import json
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.assumptions.model import Catalogue
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.resolve import Assumptions
from wiwak_eval.audit.environment import MACHINE_FILE
from wiwak_eval.audit.findings_index import FURTHER
from wiwak_eval.audit.overrides import NONE, WHY, overrides
from wiwak_eval.audit.readme import FILES, README
from wiwak_eval.audit.reconciliation import SUMS, reconciliation
from wiwak_eval.disclosure.settings import Settings
from wiwak_eval.publication.display import title
from wiwak_eval.results import SIMULATED_MARK, ReleasedTable
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def place_of(letters: str) -> int:
    """Place of a column from 0, by its letters in a spreadsheet."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def test_one_page_explains_every_file(runs: dict[str, Path]) -> None:
    for run in runs.values():
        folder = run / "pruefpaket"
        page = (folder / README).read_text(encoding="utf-8")
        there = {path.name for path in folder.iterdir()} - {README}
        assert there <= set(FILES)
        assert [name for name in there if f"| `{name}` |" not in page] == []
        assert SIMULATED_MARK in page
        assert page.count("\n") < 65, "one page"
        assert "Siegel" in page
        assert "Aus Text/CSV" in page


def formulas_of(workbook: Path) -> set[str]:
    with zipfile.ZipFile(workbook) as book:
        sheets = (book.read(name).decode("utf-8", "replace") for name in book.namelist())
        return {html.unescape(one) for sheet in sheets for one in re.findall("<f>(.*?)</f>", sheet)}


def test_each_number_leads_to_its_cell_its_file_and_its_rows(runs: dict[str, Path]) -> None:
    run = runs["pilot"]
    narrow, wide = table(run / "daten" / "findings.csv"), table(run / "pruefpaket" / "findings.csv")
    assert [{name: row[name] for name in narrow[0]} for row in wide] == narrow
    assert set(wide[0]) == {*narrow[0], *FURTHER}
    printed = {}
    for file in (run / "notebooks").glob("*.ipynb"):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            words = json.dumps(cell.get("outputs", []), ensure_ascii=False)
            printed[file.stem, str(cell.get("execution_count")), cell["id"]] = words
    for row in wide:
        if not row["value"]:
            continue
        with (run / row["file"]).open(encoding="utf-8", newline="") as handle:
            line = list(csv.reader(handle))[int(row["file_line"]) - 1]
        cell = line[place_of(row["file_column"])]
        assert cell == row["value"] or Decimal(cell) == Decimal(row["value"]), row["id"]
        told = printed[row["shown_notebook"], row["shown_cell"], row["shown_cell_id"]]
        assert row["definition"].split(" – ")[0].split("\N{DEGREE SIGN}")[0] in told or row["id"] in told, row["id"]
    with_rows = [row for row in wide if row["input_rows"]]
    assert len(with_rows) > 0.9 * len(wide)
    cost = next(row for row in wide if row["id"] == "cost_2018")
    assert cost["workbook"].startswith("Blatt „Kosten“, Zelle ")
    formulas = {one for name in ("finanzierungsplan.xlsx", "land.xlsx") for one in formulas_of(run / name)}
    told = {row["formula"] for row in wide} - {""}
    assert cost["formula"] in told
    assert told <= formulas


def test_what_must_add_up_does_and_can_be_added_up_again(runs: dict[str, Path], worlds: dict[str, Study]) -> None:
    for run in runs.values():
        lines = table(run / "pruefpaket" / "abstimmung.csv")
        assert {line["subject"] for line in lines} == {"Zeilen der Lieferung", "Beratungen und Personen", "Geld"}
        money = [line for line in lines if line["unit"] == "Euro"]
        assert len(money) > 30
        assert [line for line in money if Decimal(line["difference"]) != 0] == []
        assert all(Decimal(each["whole_value"]) - Decimal(each["parts_value"]) == Decimal(each["difference"]) for each in lines)
    stated = {part.file for line in reconciliation(worlds["basis"].released) for part in (line.whole_place, *line.part_places)}
    assert {f"daten/{each.table}.csv" for each in SUMS} <= stated
    for line in reconciliation(worlds["basis"].released)[::7]:
        values = []
        for place in line.part_places:
            with (runs["pilot"] / place.file).open(encoding="utf-8", newline="") as handle:
                values.append(Decimal(list(csv.reader(handle))[place.line - 1][place_of(place.column)]))
        assert sum(values) * (100 if line.unit == "Euro" else 1) == line.parts_value, line


def test_departures_are_named_and_none_is_said(runs: dict[str, Path], worlds: dict[str, Study], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = {row["kind"]: row for row in table(runs["pilot"] / "pruefpaket" / "eingriffe.csv")}
    assert plain["Vom Abgleich der Notebooks ausgenommene Zellen"]["what"] == NONE
    assert plain["Werte des Landkreises"]["what"] == NONE
    silenced = [each for each in overrides(worlds["basis"]) if each.kind == "Unterdrückte Warnungen im Programm"]
    assert {each.reason for each in silenced} == set(WHY.values()), "each line that silences a warning has a reason, and each reason a line"
    high = [each for each in overrides(worlds["hoch"]) if each.kind == "Änderungen des Szenarios"]
    assert len(high) == len(worlds["hoch"].scenario.patches) > 0
    assert all(each.reason for each in high)
    asked = Parameters("pilot", accept_losses=True, max_rejected=0.25)
    monkeypatch.setattr(worlds["basis"], "parameters", asked)
    losses = [each.place for each in overrides(worlds["basis"]) if each.kind == "Verluste beim Einlesen"]
    assert losses == ["--accept-losses", "--max-rejected"]


def test_a_cell_left_out_and_a_stricter_setting_would_be_named(
    worlds: dict[str, Study], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [
        {"id": "a", "metadata": {"tags": ["nbval-ignore-output"]}, "source": ["1"]},
        {"id": "b", "metadata": {}, "source": ["# NBVAL_SKIP\n"]},
    ]
    (tmp_path / "01_probe.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    monkeypatch.setattr("wiwak_eval.audit.overrides.shipped", lambda _: tmp_path)
    monkeypatch.setattr(worlds["basis"], "settings", Settings(gremium=6))
    found = [(each.place, each.what) for each in overrides(worlds["basis"])]
    assert ("01_probe.ipynb, Zelle a", "nbval-ignore-output") in found
    assert ("01_probe.ipynb, Zelle b", "NBVAL_SKIP") in found
    assert ("geheimhaltung.yaml", "gremium: 6 statt 5") in found


def test_every_assumption_names_what_rests_on_it(runs: dict[str, Path], worlds: dict[str, Study]) -> None:
    run = runs["pilot"]
    log, every = table(run / "daten" / "assumptions_log.csv"), table(run / "pruefpaket" / "annahmen_protokoll.csv")
    lines, unused = every[: len(log)], every[len(log) :]
    assert [{name: line[name] for name in log[0]} for line in lines] == log
    assert [line["key"] for line in lines if not line["tables"] or line["use"] != "verwendet"] == []
    assert [line["key"] for line in unused if line["tables"] or line["use"] != "in diesem Lauf nicht verwendet"] == []
    told = {line["key"].partition("@")[0] for line in every}
    assert {id for id in worlds["basis"].assumptions.catalogue.entries if not is_pay_row(id)} <= told
    rows = table(run / "pruefpaket" / "findings.csv")
    for direct, column in (("assumptions", "findings"), ("assumptions_by_forecast", "findings_by_forecast")):
        behind = {row["id"]: set(row[direct].split()) for row in rows}
        for line in lines:
            id = line["key"].partition("@")[0]
            if not id.startswith("pay_table_"):
                assert set(line[column].split()) == {name for name, read in behind.items() if id in read}, id


def test_what_is_unverified_behind_a_number_is_among_its_assumptions(runs: dict[str, Path]) -> None:
    for run in runs.values():
        for row in table(run / "pruefpaket" / "findings.csv"):
            behind = {*row["assumptions"].split(), *row["assumptions_by_forecast"].split()}
            assert set(row["unproven"].split()) <= behind, row["id"]
    lines = {line["key"]: line for line in table(runs["pilot"] / "pruefpaket" / "annahmen_protokoll.csv")}
    assert "cost_2018" in lines["caseload_level@2017-01-01"]["findings_by_forecast"].split()


def test_used_rows_lead_over_to_the_counted_consultations(runs: dict[str, Path]) -> None:
    run = runs["pilot"]
    lines = [line for line in table(run / "pruefpaket" / "abstimmung.csv") if line["result"] == "Überleitung"]
    intake = {row["table"]: row for row in table(run / "daten" / "intake.csv")}
    (year,) = table(run / "daten" / "year.csv")
    assert [(line["whole_value"], line["parts_value"]) for line in lines] == [(intake["beratungen"]["rows_used"], year["contacts"])]
    differing = [line for line in table(run / "pruefpaket" / "abstimmung.csv") if line["result"] != "stimmt"]
    assert [line["whole"] for line in differing if not line["explanation"]] == []


def test_lists_of_an_auditor_carry_the_mark(runs: dict[str, Path]) -> None:
    for name in ("abstimmung.csv", "eingriffe.csv"):
        assert {line["data"] for line in table(runs["pilot"] / "pruefpaket" / name)} == {SIMULATED_MARK}
    crate = json.loads((runs["pilot"] / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    root = next(entity for entity in crate if entity["@id"] == "./")
    assert f"{SIMULATED_MARK}. " in root["description"]


def test_tolerances_and_county_values_are_departures(worlds: dict[str, Study], monkeypatch: pytest.MonkeyPatch) -> None:
    told = [each for each in overrides(worlds["basis"]) if each.kind == "Zulässige Abweichung beim Abgleich der Notebooks"]
    assert len(told) == 7
    assert all("100\N{NO-BREAK SPACE}€" in each.what for each in told)
    study = worlds["basis"]
    shipped = study.assumptions.catalogue.entries
    changed = shipped["caseload_level"]
    county = changed.values[-1].model_copy(update={"value": Decimal("1.5"), "low": None, "high": None})
    entry = changed.model_copy(update={"county": (county,)})
    catalogue = Catalogue({**shipped, "caseload_level": entry})
    monkeypatch.setattr(study, "assumptions", Assumptions(catalogue, study.scenario, study.as_of))
    (own,) = [each for each in overrides(study) if each.kind == "Werte des Landkreises"]
    assert own.place == "eigene Annahmen, caseload_level"
    assert "1,5" in own.what
    assert "; ersetzt 1" in own.what


def test_what_differs_between_machines_stands_apart(runs: dict[str, Path]) -> None:
    folder = runs["pilot"] / "pruefpaket"
    machine = json.loads((folder / MACHINE_FILE).read_text(encoding="utf-8"))
    assert {"python", "processor", "blas", "distributions", "machine"} <= set(machine)
    assert machine["distributions"]["installed"]["numpy"]
    assert "/" not in json.dumps(machine), "no path of a machine"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["may_differ"] == [MACHINE_FILE]
    assert manifest["environment"]["python"] == "3.11"
    assert machine["processor"] not in (folder / "manifest.json").read_text(encoding="utf-8")
    both = [json.loads((run / "pruefpaket" / MACHINE_FILE).read_text(encoding="utf-8")) for run in runs.values()]
    assert both[0] == both[1]


def test_titles_that_lead_to_a_cell_are_those_of_one_table(worlds: dict[str, Study]) -> None:
    """Two tables with one title would lead an auditor to the wrong cell."""
    study = worlds["basis"]
    behind = {finding.table for finding in study.findings.values()}
    titles = [title(found) for id, found in study.released.items() if id in behind and isinstance(found, ReleasedTable)]
    assert len(set(titles)) == len(titles)
