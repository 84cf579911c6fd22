"""Run folders that differ in data, in a county value, in the code, in all of it: each difference goes to what caused it, to the cent.

The figures are truly computed, by the programme in each run's own archive; a mixture that several tests need is computed once.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.audit.attribution.thin_runs import Remembering, rebuilt, repack, state_findings, write_run
from wiwak_eval.audit.attribution import swapping, workshop
from wiwak_eval.audit.attribution.attributing import FOREIGN, OTHER_YEARS, SAME, Wishes, attribute_runs
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.shares import Share
from wiwak_eval.audit.attribution.sides import read_side
from wiwak_eval.audit.attribution.workshop import Workshop
from wiwak_eval.audit.programme import PROGRAMME
from wiwak_eval.cli.group import wiwak
from wiwak_eval.results import GermanError, NotAssessable
from wiwak_eval.results.provenance import SIMULATED_MARK
from wiwak_eval.shipped import shipped

DATA, ASSUMPTIONS, CODE, ENVIRONMENT = Factor
DEARER_ROOMS = """\
room_rent_m2_month:
  values:
    - {value: 13.00, valid_from: 2017-01-01, kind: contract, status: read, quality: high, source: {title: Mietvertrag}}
"""
SEVEN_CENTS = Decimal("0.07")
COSTS = "budget/costs/year_costs.py"
TRIPS_COUNT_TWICE = rebuilt(
    lambda text: text.replace("price.outreach_trip * price.index)", "price.outreach_trip * price.index * 2)"), COSTS
)


@dataclass(frozen=True)
class Pairs:
    """Run A, and runs that differ from it in one thing or in all three."""

    a: Path
    data: Path
    county: Path
    code: Path
    everything: Path
    other_delivery: Path

    def attributed(self, b: Path, recompute: bool = True, **changed: str) -> Attribution:
        delivery = str(self.other_delivery) if b in {self.data, self.everything} else ""
        found = attribute_runs(self.a, b, Wishes(("", changed.get("delivery", delivery)), recompute), lambda _: None)
        assert isinstance(found, Attribution)
        return found


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory, other_delivery: Path) -> Iterator[Pairs]:
    patch = pytest.MonkeyPatch()
    patch.setenv("WIWAK_HOME", str(tmp_path_factory.mktemp("pairs_state")))
    patch.setattr(workshop, "_asked", Remembering())
    folder, pilot = tmp_path_factory.mktemp("pairs"), shipped("data") / "pilot"
    yield Pairs(
        write_run(folder / "a", pilot),
        write_run(folder / "data", other_delivery),
        write_run(folder / "county", pilot, DEARER_ROOMS),
        write_run(folder / "code", pilot, change=TRIPS_COUNT_TWICE),
        write_run(folder / "everything", other_delivery, DEARER_ROOMS, TRIPS_COUNT_TWICE),
        other_delivery,
    )
    patch.undo()


def share(found: Attribution, id: str) -> Share:
    return next(one for one in found.shares if one.id == id)


def test_data_only(pairs: Pairs) -> None:
    found = pairs.attributed(pairs.data)
    assert found.differing == found.separated == (DATA,)
    assert {one.id for one in found.changed} >= {
        "contacts_pilot",
        "persons_pilot",
        "caseload_2018",
        "persons_2019",
        "cost_2018",
        "open_2019",
    }
    assert all(one.alone[DATA] == one.difference and one.reproduced for one in found.shares)


def test_a_county_value_only(pairs: Pairs) -> None:
    found = pairs.attributed(pairs.county)
    assert found.differing == (ASSUMPTIONS,)
    assert {one.id for one in found.changed} == {"cost_2018", "cost_2019", "county_in_kind_2018", "county_in_kind_2019"}
    assert all(one.alone[ASSUMPTIONS] == one.difference and one.reproduced for one in found.shares)


def test_a_state_folder_named_from_where_one_stands_changes_nothing(pairs: Pairs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Truly computed: the process that computes stands in another folder."""
    monkeypatch.setattr(workshop, "_asked", workshop._asked.asked)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WIWAK_HOME", "zustand")
    found = pairs.attributed(pairs.county)
    assert all(one.alone[ASSUMPTIONS] == one.difference and one.reproduced for one in found.shares)


def test_county_values_that_are_not_the_runs_are_refused(pairs: Pairs, tmp_path: Path) -> None:
    b = shutil.copytree(pairs.county, tmp_path / "b")
    (b / "pruefpaket" / "annahmen.yaml").unlink()
    found = pairs.attributed(b)
    assert all(one.rest == one.difference for one in found.shares)
    assert any("eigenen Werte des Landkreises im Prüfpaket von Lauf B" in notice for notice in found.notices)


def test_code_only(pairs: Pairs) -> None:
    found = pairs.attributed(pairs.code)
    assert found.differing == (CODE,)
    assert {one.id for one in found.changed} == {"cost_2018", "cost_2019", "open_2018", "open_2019"}
    assert all(one.alone[CODE] == one.difference and one.reproduced for one in found.shares)
    assert f"Geänderte Datei: src/wiwak_eval/{COSTS}" in {detail.line for detail in found.details}


def test_one_factor_alone_needs_no_computation_and_gives_the_same(pairs: Pairs, monkeypatch: pytest.MonkeyPatch) -> None:
    proved = {b: pairs.attributed(b) for b in (pairs.data, pairs.county, pairs.code)}
    monkeypatch.setattr(workshop, "_asked", lambda *_: pytest.fail("computed"))
    for b, found in proved.items():
        short = pairs.attributed(b, recompute=False)
        assert [(one.id, one.alone, one.together, one.rest) for one in short.shares] == [
            (one.id, one.alone, one.together, one.rest) for one in found.shares
        ]
        assert any("--recompute" in notice for notice in short.notices)


def test_all_three_at_once_add_up_and_each_gets_what_it_does_alone(pairs: Pairs) -> None:
    found = pairs.attributed(pairs.everything, recompute=False)
    assert found.differing == found.separated == (DATA, ASSUMPTIONS, CODE)
    assert "Nachgerechnet ergeben beide Läufe genau die gedruckten Zahlen." in found.notices
    for factor, b in ((DATA, pairs.data), (ASSUMPTIONS, pairs.county), (CODE, pairs.code)):
        alone = pairs.attributed(b)
        assert {one.id: one.alone[factor] for one in found.shares} == {one.id: one.difference for one in alone.shares}
    for one in found.shares:
        assert one.rest == 0
        assert sum(one.parts) == one.difference
    cost = share(found, "cost_2018")
    assert cost.together == cost.difference - sum(cost.alone[factor] or 0 for factor in found.separated) != 0
    assert share(found, "contacts_pilot").together == 0


def test_another_environment_is_not_separated_and_said_to_be_so(pairs: Pairs, tmp_path: Path) -> None:
    """The lock of run B is another one, and run B states 7 cents that its parts do not give here."""
    b = other_lock(pairs.county, tmp_path / "b")
    figures = {id: printed.value for id, printed in read_side(b, "B").printed.items()}
    state_findings(b, figures | {"cost_2018": (figures["cost_2018"] or 0) + SEVEN_CENTS})
    found = pairs.attributed(b, recompute=False)
    assert found.differing == (ASSUMPTIONS, ENVIRONMENT)
    assert found.separated == (ASSUMPTIONS,)
    assert found.rest == "Rest: Umgebung oder nicht zuordenbar"
    assert share(found, "cost_2018").rest == SEVEN_CENTS
    assert share(found, "cost_2018").alone == {ASSUMPTIONS: share(pairs.attributed(pairs.county), "cost_2018").difference}
    assert share(found, "cost_2019").rest == 0
    told = " ".join(found.notices)
    assert "Umgebung ist nicht getrennt" in told
    assert "Zahl cost_2018" in told


def test_environments_are_separated_where_both_are_built(pairs: Pairs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two Pythons stand for two environments; a run is computed by the one that its lock file leads to."""
    b = other_lock(pairs.county, tmp_path / "b")
    built, used = [], []

    def build(lock: Path, folder: Path) -> Path:
        built.append(lock.read_bytes())
        return folder / "python"

    remembering = workshop._asked

    def asked(place: Path, mixture: workshop.Mixture) -> object:
        used.append((place.name, mixture[ENVIRONMENT].python.parent.name))
        return remembering(place, mixture)

    monkeypatch.setattr(swapping, "build_environment", build)
    monkeypatch.setattr(workshop, "_asked", asked)
    found = attribute_runs(pairs.a, b, Wishes(fresh=True), lambda _: None)
    assert isinstance(found, Attribution)
    assert found.separated == (ASSUMPTIONS, ENVIRONMENT)
    assert len(set(built)) == 2
    assert dict(used) == {"a": "environment-0", "b": "environment-1", "assumptions": "environment-0", "environment": "environment-1"}
    assert all(one.alone[ENVIRONMENT] == 0 for one in found.shares)


def test_a_programme_that_cannot_be_asked_is_not_separated(pairs: Pairs, tmp_path: Path) -> None:
    """Run B is of an older programme: that of run A computes for both, and what the code changed is rest."""
    found = pairs.attributed(older(pairs.code, tmp_path / "b"))
    assert found.separated == ()
    assert found.rest == "Rest: Programm oder nicht zuordenbar"
    assert [one.rest for one in found.shares] == [one.difference for one in pairs.attributed(pairs.code).shares]
    assert any("Programm ist nicht getrennt" in notice for notice in found.notices)


def test_other_words_in_a_notebook_are_another_programme_that_changes_nothing(pairs: Pairs, tmp_path: Path) -> None:
    def change(programme: Path) -> None:
        notebook = programme / "notebooks" / "02_pilotjahr.ipynb"
        notebook.write_text(notebook.read_text(encoding="utf-8").replace("Beratungen", "Gespräche"), encoding="utf-8")

    found = pairs.attributed(with_programme(pairs.a, tmp_path / "b", change), recompute=False)
    assert found.differing == (CODE,)
    assert found.changed == ()
    assert "Geänderte Datei: notebooks/02_pilotjahr.ipynb" in {detail.line for detail in found.details}


def test_without_a_programme_nothing_is_divided(pairs: Pairs, tmp_path: Path) -> None:
    b = shutil.copytree(pairs.everything, tmp_path / "b")
    (b / "pruefpaket" / PROGRAMME).unlink()
    found = pairs.attributed(b, recompute=False, delivery=str(pairs.other_delivery))
    assert found.separated == ()
    assert all(one.rest == one.difference for one in found.shares)
    assert any("Ohne abgelegtes Programm" in notice and "Lauf B" in notice for notice in found.notices)


def test_without_the_delivery_nothing_is_divided_and_a_wrong_one_is_refused(pairs: Pairs) -> None:
    found = attribute_runs(pairs.a, pairs.everything, Wishes(), lambda _: None)
    assert isinstance(found, Attribution)
    assert found.separated == ()
    assert any("--delivery-b" in notice for notice in found.notices)
    with pytest.raises(GermanError, match="nicht die Lieferung von Lauf B"):
        attribute_runs(pairs.a, pairs.everything, Wishes(("", "pilot")), lambda _: None)


def test_a_manipulated_programme_is_found_out(pairs: Pairs, tmp_path: Path) -> None:
    """Run B holds the archive of another programme than its manifest names: nothing is attributed to it."""
    b = shutil.copytree(pairs.code, tmp_path / "b")
    shutil.copyfile(pairs.a / "pruefpaket" / PROGRAMME, b / "pruefpaket" / PROGRAMME)
    found = pairs.attributed(b)
    assert all(one.rest == one.difference for one in found.shares)
    assert any("passt nicht zu Lauf B" in notice for notice in found.notices)


def test_the_same_run_twice_has_nothing_to_divide(pairs: Pairs) -> None:
    found = pairs.attributed(pairs.a, recompute=False)
    assert found.differing == found.changed == ()
    assert found.notices == (SAME,)


def test_runs_of_other_years_are_not_divided(pairs: Pairs, tmp_path: Path) -> None:
    b = shutil.copytree(pairs.a, tmp_path / "b")
    edit(b, lambda manifest: manifest["delivery"].update(period=["2018-01-01", "2018-10-31"]))
    assert attribute_runs(pairs.a, b, Wishes(), lambda _: None) == NotAssessable(OTHER_YEARS)


def test_nothing_stays_in_the_state_folder_and_foreign_code_is_announced(pairs: Pairs, state: Path) -> None:
    said: list[str] = []
    attribute_runs(pairs.a, pairs.code, Wishes(recompute=True), said.append)
    assert FOREIGN in said
    assert not list(state.glob("vergleich-*"))


def test_what_a_killed_comparison_left_goes_with_the_next(state: Path) -> None:
    """A folder whose lock nobody holds is gone, one in use stays."""
    left = state / "vergleich-left"
    left.mkdir()
    (left / ".lock").touch()
    with Workshop() as one, Workshop() as other:
        assert not left.exists()
        assert one.folder.is_dir()
        assert other.folder.is_dir()
        assert one.folder.stat().st_mode & 0o777 == 0o700
    assert not list(state.glob("vergleich-*"))


def test_the_command_prints_the_table_and_writes_the_folder(pairs: Pairs, tmp_path: Path) -> None:
    command = ["compare", str(pairs.a), str(pairs.code), "--out", str(tmp_path / "aus")]
    done = CliRunner().invoke(wiwak, command, catch_exceptions=False)
    assert done.exit_code == 0
    said = done.stdout.splitlines()
    assert said[0] == SIMULATED_MARK
    assert any(line.split()[:2] == ["Zahl", "cost_2018"] and "+1.794,04" in line for line in said)
    assert said[-1] == str(tmp_path / "aus" / "vergleich.pdf")
    assert {file.name for file in (tmp_path / "aus").iterdir()} == {"vergleich.pdf", "zerlegung.csv", "kennzahlen.csv"}
    with pytest.raises(GermanError, match="ist nicht leer"):
        CliRunner().invoke(wiwak, command, catch_exceptions=False)


def other_lock(run: Path, target: Path) -> Path:
    """A copy of a run whose lock file names another version of a package."""

    def change(programme: Path) -> None:
        lock = programme / "requirements.lock"
        lock.write_text(lock.read_text(encoding="utf-8").replace("babel==", "babel==9"), encoding="utf-8")

    return with_programme(run, target, change)


def older(run: Path, target: Path) -> Path:
    """A copy of a run whose programme cannot be asked for figures."""
    return with_programme(run, target, lambda programme: (programme / "src" / "wiwak_eval" / "study" / "figures.py").unlink())


def with_programme(run: Path, target: Path, change: Callable[[Path], None]) -> Path:
    shutil.copytree(run, target)
    made = repack(target / "pruefpaket" / PROGRAMME, change)
    edit(target, lambda manifest: manifest["digests"].update(made))
    return target


def edit(run: Path, change: Callable[[dict], object]) -> None:
    file = run / "pruefpaket" / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    change(manifest)
    file.write_text(json.dumps(manifest), encoding="utf-8")
