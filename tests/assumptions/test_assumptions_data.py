import json
import re
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import jsonschema
import pytest
import yaml

from wiwak_eval.assumptions import Assumptions, Catalogue, Gap, load_catalogue, load_scenario
from wiwak_eval.assumptions.schema import schema_text
from wiwak_eval.assumptions.units import UNITS
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

FOLDER = shipped("data") / "assumptions"
LATE = date(2020, 1, 1)
View = Callable[..., Assumptions]
SCENARIOS = ("basis", "niedrig", "hoch", "stress")
TABLE_CELL = re.compile(r"pay_([SE]\d+[a-z]?)_([1-6])")


def test_every_value_has_source_status_and_german_unit(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        assert entry.unit in UNITS, entry.id
        for value in entry.values:
            assert value.source.title.strip()
            if value.status == "unverified" or value.kind == "assumed":
                assert value.source.note or value.source.title.startswith("Festlegung"), entry.id


def test_quality_says_no_more_than_kind_and_status_bear(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        for value in entry.values:
            ours = value.source.title.startswith("Festlegung") or value.source.title.startswith("Bezugsjahr")
            if value.quality == "high" and not ours:
                assert value.status == "read", entry.id
                assert value.kind in {"law", "contract", "measured"}, entry.id


def test_the_schema_is_current_and_fits_the_files() -> None:
    assert (FOLDER / "schema.json").read_text(encoding="utf-8") == schema_text()
    for path in FOLDER.glob("*.yaml"):
        content = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
        jsonschema.validate(content, json.loads(schema_text()))


def test_all_files_load_quickly() -> None:
    started = time.perf_counter()
    load_catalogue(FOLDER)
    assert time.perf_counter() - started < 0.3


def test_pay_tables_are_whole(catalogue: Catalogue) -> None:
    cells = {id: entry for id, entry in catalogue.entries.items() if TABLE_CELL.fullmatch(id)}
    groups = {id.split("_")[1] for id in cells}
    assert groups == {"S8b", "S11a", "S11b", "S12", "S14", "S15", "S17", "E6", "E8", "E9a", "E9b", "E9c", "E10", "E11"}
    assert len(cells) == 6 * len(groups)
    assert sum(len(entry.values) for entry in cells.values()) == 240
    read = [value for entry in cells.values() for value in entry.values if value.status == "read"]
    assert len(read) == 48
    assert all("nicht amtlich" in str(v.source.note) for e in cells.values() for v in e.values if v.status == "derived")


def test_pay_rises_with_step_and_with_each_table(catalogue: Catalogue) -> None:
    for id, entry in catalogue.entries.items():
        match = TABLE_CELL.fullmatch(id)
        if match is None:
            continue
        values = [Decimal(value.value) for value in entry.values]
        assert values == sorted(values), id
        if match[2] != "6":
            above = catalogue.entries[f"pay_{match[1]}_{int(match[2]) + 1}"]
            assert all(Decimal(low.value) < Decimal(high.value) for low, high in zip(entry.values, above.values, strict=True)), id


def test_pay_as_known_in_november_2017(shipped_view: View) -> None:
    view = shipped_view()
    assert view.decimal("pay_S12_3", date(2017, 2, 1)) == Decimal("3529.13")
    assert view.get("pay_S12_3", date(2018, 6, 1)).valid_from == date(2017, 2, 1)
    assert view.decimal("pay_index", date(2018, 6, 1)) / view.decimal("pay_index", date(2017, 2, 1)) == Decimal("1.024")
    assert shipped_view(as_of=date(2018, 7, 1)).decimal("pay_S12_3", date(2018, 6, 1)) == Decimal("3638.92")


@pytest.mark.parametrize(
    ("id", "day"), [("pay_S12_3", date(2017, 1, 15)), ("pay_E9b_3", date(2018, 6, 1)), ("pay_S13_3", date(2017, 3, 1))]
)
def test_missing_pay_is_a_gap(shipped_view: View, id: str, day: date) -> None:
    with pytest.raises(Gap):
        shipped_view(as_of=LATE).get(id, day)


def test_a_scenario_moves_expected_pay_but_not_a_known_table(shipped_view: View) -> None:
    def rise(as_of: date) -> Decimal:
        view, day = shipped_view("hoch", as_of), date(2018, 6, 1)
        return view.decimal("pay_index", day) / view.decimal("pay_index", view.get("pay_S12_3", day).valid_from)

    assert rise(date(2017, 11, 15)) == Decimal("1.024") * Decimal("1.01")
    assert rise(date(2018, 7, 1)) == 1


@pytest.mark.parametrize(("year", "total"), [(2017, "0.19425"), (2018, "0.19375"), (2019, "0.19825")])
def test_employer_shares_sum_to_the_published_total(shipped_view: View, year: int, total: str) -> None:
    view, day = shipped_view(as_of=LATE), date(year, 6, 1)
    parts = ("health_general_employer", "care_employer", "pension_employer", "unemployment_employer")
    assert sum(view.decimal(part, day) for part in parts) == Decimal(total)


def test_ceilings_and_bonus_by_year(shipped_view: View) -> None:
    view = shipped_view(as_of=LATE)
    days = [date(year, 11, 1) for year in (2017, 2018, 2019)]
    rows = {
        "ceiling_pension": (5700, 5800, 6150),
        "ceiling_health_care": (4350, 4425, 4537.5),
        "bonus_share_low_groups": (0.6154, 0.5963, 0.652),
        "bonus_share_high_groups": (0.5439, 0.5271, 0.5763),
    }
    assert {id: tuple(view.number(id, day) for day in days) for id in rows} == rows


def test_no_land_money_is_known_in_november_2017(shipped_view: View) -> None:
    assert not shipped_view().has("land_share", date(2018, 6, 1))
    assert shipped_view(as_of=date(2018, 4, 26)).number("land_share", date(2018, 6, 1)) == 0.8
    assert not shipped_view(as_of=LATE).has("land_programme_volume_year", date(2018, 1, 1))
    assert not shipped_view(as_of=LATE).has("u2_levy", date(2018, 1, 1))


def test_nothing_of_2018_is_known_in_november_2017(catalogue: Catalogue) -> None:
    """A value that holds only later and was known before was announced as law or contract, or is an assumption and says so."""
    for entry in catalogue.entries.values():
        for value in entry.values:
            if value.valid_from > date(2017, 11, 15) >= value.known_since:
                assert value.kind in {"law", "contract"} or (value.kind, value.status) == ("assumed", "unverified"), entry.id


@pytest.mark.parametrize("name", SCENARIOS)
def test_each_scenario_fits_the_catalogue(catalogue: Catalogue, name: str) -> None:
    scenario = load_scenario(shipped("data") / "scenarios", name)
    view = Assumptions(catalogue, scenario, date(2017, 11, 15))
    level = {"basis": 1.0, "niedrig": 0.85, "hoch": 1.2, "stress": 1.5}[name]
    assert view.number("caseload_level", date(2018, 6, 1)) == level
    assert view.number("caseload_level", date(2017, 12, 1)) == 1.0
    assert (len(scenario.patches) == 0) == (name == "basis")


def test_the_scenarios_are_all_there() -> None:
    with pytest.raises(GermanError, match="basis, hoch, niedrig, stress"):
        load_scenario(shipped("data") / "scenarios", "best")
