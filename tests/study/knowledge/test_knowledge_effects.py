"""Effects add up to the cent, on a model whose answer is known and on the pilot year."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from wiwak_eval.assumptions import Assumption, Assumptions, Catalogue, DatedValue, Scenario, Source
from wiwak_eval.cli.group import wiwak
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.study.knowledge import KnowledgeComparison, compare_knowledge, sentences, write_csv
from wiwak_eval.study.knowledge.amounts import amounts_of
from wiwak_eval.study.knowledge.effects import FORECAST, Effects, effects_of
from wiwak_eval.study.knowledge.items import items_of
from wiwak_eval.study.knowledge.values import new_values
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

EARLY, LATE, MIDDLE = date(2017, 11, 15), date(2018, 12, 31), date(2018, 4, 30)
BASIS = Scenario(id="basis", label="Basis", description="nichts")


@dataclass(frozen=True)
class Tables:
    costs: Table | NotAssessable
    financing: Table | NotAssessable


class Model:
    """A budget whose costs are posts × pay + forecast, all of them open; `pay` may be unknown, `unread` is looked up by nobody."""

    years = (2018, 2019)

    def __init__(self, catalogue: Catalogue, as_of: date, forecast: int, known: Mapping[str, date] | None = None) -> None:
        self.catalogue, self.as_of, self.forecast = catalogue, as_of, forecast
        self.assumptions = Assumptions(catalogue, BASIS, as_of, known)

    def seen(self, known: Mapping[str, date], forecast: int) -> "Model":
        return Model(self.catalogue, self.as_of, forecast, known)

    def looked_up(self, *_: str) -> frozenset[str]:
        return frozenset({"posts", "pay"})

    @property
    def budget(self) -> Tables:
        days = [date(year, 6, 1) for year in self.years]
        if not self.assumptions.has("pay", days[0]):
            return Tables(NotAssessable("nicht auswertbar: Probe."), NotAssessable("nicht auswertbar: Probe."))
        costs = [int(self.assumptions.decimal("posts", day) * self.assumptions.decimal("pay", day)) + self.forecast for day in days]
        nothing = [0, 0]
        rows = [("land", *nothing), ("county_cash", *nothing), ("open", *costs)]
        columns = (Column("key", "Posten", Unit.TEXT), *(Column(f"y{year}", str(year), Unit.CENTS) for year in self.years))
        return Tables(build_table("costs", "x", columns, [("total", *costs)], "x"), build_table("financing", "x", columns, rows, "x"))

    finance = budget


def _entry(id: str, *values: tuple[str, str, int]) -> Assumption:
    made = [
        DatedValue(
            valid_from=date.fromisoformat(start),
            known_since=date.fromisoformat(known),
            value=Decimal(value),
            kind="law",
            status="read",
            quality="high",
            source=Source(title="Quelle"),
        )
        for start, known, value in values
    ]
    return Assumption(id=id, label=id, unit="count", values=tuple(made))


def _catalogue(*pay: tuple[str, str, int]) -> Catalogue:
    posts = _entry("posts", ("2017-01-01", "2017-01-01", 3), ("2018-01-01", "2018-02-01", 4), ("2019-01-01", "2018-03-01", 5))
    unread = _entry("unread", ("2018-01-01", "2018-05-01", 9))
    return Catalogue({entry.id: entry for entry in (posts, _entry("pay", *pay), unread)})


def _effects(catalogue: Catalogue) -> Effects | NotAssessable:
    earlier: Any = Model(catalogue, EARLY, 100)
    later: Any = Model(catalogue, LATE, 170)
    return effects_of(earlier, later, items_of(new_values(catalogue, EARLY, LATE)))


def _changes(found: Effects) -> dict[str, tuple[int, int] | None]:
    parts = (*found.parts, found.together, found.rest, found.total)
    return {part.label: None if part.change is None else (part.change["cost_2018"], part.change["cost_2019"]) for part in parts}


def test_each_value_has_its_own_effect_and_what_is_left_is_their_acting_together() -> None:
    found = _effects(_catalogue(("2017-01-01", "2017-01-01", 1000), ("2018-01-01", "2018-02-01", 1100)))
    assert isinstance(found, Effects)
    assert _changes(found) == {
        "pay, ab 01.01.2018 (pay)": (300, 300),
        "posts, ab 01.01.2018 (posts)": (1000, 1000),
        "posts, ab 01.01.2019 (posts)": (0, 2000),
        "unread, ab 01.01.2018 (unread)": (0, 0),
        FORECAST: (70, 70),
        "Zusammenwirken": (100, -800),
        "nicht durch diese Werte erklärt": (0, 0),
        "Unterschied der beiden Läufe": (1470, 2570),
    }
    assert _adds_up(found)


def test_a_budget_that_was_not_computable_has_no_effects() -> None:
    found = _effects(_catalogue(("2018-01-01", "2018-02-01", 1100)))
    assert isinstance(found, NotAssessable)


def test_a_difference_that_no_value_explains_is_a_row_of_its_own() -> None:
    catalogue = _catalogue(("2017-01-01", "2017-01-01", 1000))
    earlier: Any = Model(catalogue, EARLY, 100)
    later: Any = SimpleNamespace(as_of=LATE, forecast=100, years=Model.years, budget=Model(catalogue, LATE, 107).budget)
    later.finance = later.budget
    found = effects_of(earlier, later, items_of(new_values(catalogue, EARLY, LATE)))
    assert isinstance(found, Effects)
    assert _changes(found)["nicht durch diese Werte erklärt"] == (7, 7)
    assert _adds_up(found)


def _adds_up(found: Effects) -> bool:
    parts = (*found.parts, found.together, found.rest)
    total = found.total.change
    assert total is not None
    return all(sum(part.change[name] for part in parts if part.change is not None) == total[name] for name in total)


@pytest.fixture(scope="module")
def pilot_runs(warmed: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """Audit folders of the pilot year at two as-of dates, and of another scenario and delivery, as a run's manifest has them."""
    patch = pytest.MonkeyPatch()
    patch.setenv("WIWAK_HOME", str(warmed(tmp_path_factory.mktemp("knowledge_state"))))
    root = tmp_path_factory.mktemp("knowledge_runs")
    made = {"early": ("basis", EARLY), "late": ("basis", MIDDLE), "high": ("hoch", MIDDLE)}
    yield {name: _run(root / name, Study(Parameters("pilot", scenario, day.isoformat()))) for name, (scenario, day) in made.items()}
    patch.undo()


def _run(folder: Path, study: Study) -> Path:
    origin = study.provenance
    manifest = {
        "digests": {"delivery": study.delivery_digest},
        "parameters": {
            "scenario": study.scenario.id,
            "as_of": study.as_of.isoformat(),
            "release": "oeffentlich",
            "accept_losses": False,
            "max_rejected": 0.1,
        },
        "delivery": {
            "name": "pilot",
            "period": [origin.period_from.isoformat(), origin.period_to.isoformat()],
            "delivered_on": origin.delivered_on.isoformat(),
        },
    }
    (folder / "pruefpaket").mkdir(parents=True)
    (folder / "pruefpaket" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "pruefpaket" / "findings.csv").write_text("id,label,unit,value,low,high\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def compared(pilot_runs: dict[str, Path]) -> KnowledgeComparison:
    found = compare_knowledge(pilot_runs["late"], pilot_runs["early"])
    assert isinstance(found, KnowledgeComparison)
    return found


@pytest.mark.usefixtures("warm")
def test_in_the_pilot_effects_add_up_to_the_cent_and_values_explain_all(compared: KnowledgeComparison) -> None:
    found = compared.effects
    assert isinstance(found, Effects)
    early, late = (Study(Parameters("pilot", as_of=day.isoformat())) for day in (EARLY, MIDDLE))
    assert (found.before, found.after) == (amounts_of(early), amounts_of(late))
    assert _adds_up(found)
    assert found.rest.nothing
    by_label = {part.label: part for part in found.parts}
    land = next(part for label, part in by_label.items() if label.endswith("(land_share)"))
    assert land.change is not None
    assert land.change["cost_2018"] == 0
    assert land.change["land_2018"] + land.change["county_cash_2018"] == -land.change["open_2018"] > 0
    assert sum(part.nothing for part in found.parts) < len(found.parts)


def test_the_lines_name_days_values_and_effects(compared: KnowledgeComparison) -> None:
    lines = sentences(compared)
    assert lines[0].startswith("Zwischen den Stichtagen 15.11.2017 und 30.04.2018 wurden ")
    assert any("kein Wert → 80\u202f% (60\u202f% bis 80\u202f%); bekannt seit 26.04.2018" in line for line in lines)
    assert any(line.startswith("  Asylentscheidungen mit Schutz, Deutschland (") for line in lines)
    assert any("(land_share): Land 2018 +" in line for line in lines)
    assert lines[-1].startswith("Unterschied der beiden Läufe: ")


def test_the_csv_holds_each_value_and_adds_up(compared: KnowledgeComparison, tmp_path: Path) -> None:
    write_csv(tmp_path / "wissen.csv", compared)
    with (tmp_path / "wissen.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert sum(row["line"] == "value" for row in rows) == sum(len(item.values) for item in compared.items)
    amounts = [name for name in rows[0] if name.endswith(("_2018", "_2019"))]
    assert len(amounts) == 8
    for name in amounts:
        parts = [Decimal(row[name]) for row in rows if row["line"] in {"effect", "together", "rest"}]
        assert [sum(parts)] == [Decimal(row[name]) for row in rows if row["line"] == "total"]


def test_without_the_delivery_there_are_values_only_and_it_says_so(pilot_runs: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("early", "late"):
        _rename(pilot_runs[name], "verschollen")
    try:
        found = compare_knowledge(pilot_runs["early"], pilot_runs["late"])
        assert isinstance(found, KnowledgeComparison)
        assert isinstance(found.effects, NotAssessable)
        assert "--delivery" in sentences(found)[-1]
        assert [value.id for item in found.items for value in item.values].count("land_share") == 1
    finally:
        for name in ("early", "late"):
            _rename(pilot_runs[name], "pilot")


def _rename(run: Path, delivery: str) -> None:
    file = run / "pruefpaket" / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["delivery"]["name"] = delivery
    file.write_text(json.dumps(manifest), encoding="utf-8")


def test_only_one_delivery_and_one_scenario_are_compared(pilot_runs: dict[str, Path], other_delivery: Path) -> None:
    assert compare_knowledge(pilot_runs["early"], pilot_runs["early"]) is None
    other = compare_knowledge(pilot_runs["early"], pilot_runs["high"])
    assert isinstance(other, NotAssessable)
    assert "Szenarien" in other.reason
    told = CliRunner().invoke(wiwak, ["compare", str(pilot_runs["early"]), str(pilot_runs["late"]), "--delivery", str(other_delivery)])
    assert told.exit_code != 0
    assert "ist nicht die Lieferung der Läufe" in str(told.exception)


def test_there_is_no_file_without_a_comparison(pilot_runs: dict[str, Path], tmp_path: Path) -> None:
    run = str(pilot_runs["early"])
    told = CliRunner().invoke(wiwak, ["compare", run, run, "--out", str(tmp_path / "x.csv")])
    assert "Es gibt nichts zu schreiben" in str(told.exception)
    assert not (tmp_path / "x.csv").exists()
