"""Which former releases a study is held against, and what two releases together tell."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from benchmarks.disclosure.derived import Delivery, pair_of, until, whole_year
from benchmarks.disclosure.subtraction import found_by_subtraction
from wiwak_eval.results import HIDDEN, GermanError, ReleasedTable
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.release_ledger import append_release, read_releases
from wiwak_eval.study.releasing import enter_release
from wiwak_eval.study.study import Study

pytestmark = pytest.mark.usefixtures("warm")

Opened = Callable[..., Study]


@pytest.fixture(scope="module")
def contacts_and_clients(other_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough to release something; a whole delivery would take three times as long to attack."""
    folder = tmp_path_factory.mktemp("kleine_lieferung")
    for name in ("lieferung.yaml", "klienten.csv", "beratungen.csv"):
        shutil.copy(other_delivery / name, folder)
    return folder


@pytest.fixture
def opened(contacts_and_clients: Path) -> Opened:
    def call(delivery: Path = contacts_and_clients, release: str = "oeffentlich") -> Study:
        return Study(Parameters(str(delivery), release=release))

    return call


def test_a_run_made_again_sees_the_ledger_as_it_was(opened: Opened, state: Path) -> None:
    first = opened()
    told, run = first.defence.disclosed, first.run_id
    append_release(state, told)
    assert opened().former.releases == ()
    assert opened().run_id == run
    assert not append_release(state, opened().defence.disclosed).added


def test_another_level_is_held_against_the_first_and_the_first_stays_what_it_was(opened: Opened, state: Path) -> None:
    public = opened()
    append_release(state, public.defence.disclosed)
    committee = opened(release="gremium")
    assert committee.former.releases == (public.defence.disclosed,)
    append_release(state, committee.defence.disclosed)
    assert opened().former.releases == ()
    assert set(opened(release="intern").former.numbers) == {1, 2}


def test_stricter_settings_make_another_release(opened: Opened, state: Path) -> None:
    append_release(state, opened().defence.disclosed)
    (state / "geheimhaltung.yaml").write_text("schwelle_oeffentlich: 15\n", encoding="utf-8")
    strict = opened()
    assert len(strict.former.releases) == 1
    assert strict.settings.oeffentlich == 15


def test_real_and_simulated_people_are_never_held_against_each_other(opened: Opened, real_delivery: Path, state: Path) -> None:
    append_release(state, opened().defence.disclosed)
    assert opened(real_delivery).former.releases == ()


@pytest.fixture(scope="module")
def half_year() -> Delivery:
    """All tables of six months: fewer groups to attack, and `make bench-disclosure-pairs` attacks whole years."""
    return until(whole_year(11), date(2017, 6, 30))


@pytest.mark.parametrize(("kind", "level"), [("one person more", "gremium"), ("one household fewer", "oeffentlich")])
def test_subtracting_two_releases_tells_of_nobody(
    kind: str, level: str, half_year: Delivery, opened: Opened, state: Path, tmp_path: Path
) -> None:
    """An independent subtraction finds what the gate without ledger would let out, and nothing with it."""
    first, second = pair_of(half_year, kind, np.random.default_rng(3))
    first.read(tmp_path / "erste")
    second.read(tmp_path / "zweite")
    before = opened(tmp_path / "erste", level).defence.disclosed
    alone = opened(tmp_path / "zweite", level)
    told_alone, run_alone = alone.defence.disclosed, alone.run_id
    append_release(state, before)
    after = opened(tmp_path / "zweite", level)
    assert after.former.releases == (before,)
    assert found_by_subtraction(before, told_alone), "else this pair shows nothing"
    assert after.defence.after.breaches == ()
    assert found_by_subtraction(before, after.defence.disclosed) == []
    assert after.run_id != run_alone
    shown = [table for table in after.released.values() if isinstance(table, ReleasedTable)]
    assert any(cell == HIDDEN for table in shown for row in table.rows for cell in row)


def test_what_was_released_meanwhile_stops_a_run(opened: Opened, state: Path, tmp_path: Path) -> None:
    """Two runs at once: the second to write has not been held against the first. Repeated, it is."""
    first, second = opened(), opened(release="gremium")
    assert first.former.releases == second.former.releases == ()
    enter_release(state, first.defence.disclosed, first.origin, first.former)
    with pytest.raises(GermanError, match="Inzwischen hat ein anderer Lauf"):
        enter_release(state, second.defence.disclosed, second.origin, second.former)
    again = opened(release="gremium")
    assert again.former.releases == (first.defence.disclosed,)
    enter_release(state, again.defence.disclosed, again.origin, again.former)
    assert not enter_release(state, opened().defence.disclosed, opened().origin, opened().former).added


def test_periods_that_overlap_but_begin_apart_are_not_both_released(opened: Opened, state: Path) -> None:
    told = opened().defence.disclosed
    append_release(state, replace(told, period_from=date(2017, 2, 1), made_from="another"))
    with pytest.raises(GermanError, match=r"schon der Zeitraum 01\.02\.2017 bis 31\.10\.2017; der neue \(01\.01\.2017 bis"):
        _ = opened().former
    assert opened(release="intern").former.numbers == (1,), "within the house nothing is published"


def test_another_spelling_of_the_authority_is_the_same_one(opened: Opened, state: Path) -> None:
    told = opened().defence.disclosed
    append_release(state, replace(told, authority=told.authority.upper(), made_from="another", version="other"))
    study = opened()
    assert len(study.former.releases) == 1
    assert next(one.tried for one in study.defence.after.tried if one.kind == "difference") > 0


def test_the_ledger_holds_printed_numbers_only(opened: Opened, state: Path) -> None:
    """Hidden numbers are there as hidden; nothing says which of them are small."""
    study = opened()
    append_release(state, study.defence.disclosed)
    (entry,) = read_releases(state, study.facts.authority, simulated=True).entries
    hidden = study.defence.pattern.hidden
    assert {(cell.measure, cell.key) for cell in entry.cells if cell.hidden} == hidden & {(cell.measure, cell.key) for cell in entry.cells}
    assert all(cell.low is None and cell.high is None for cell in entry.cells if cell.hidden)
    assert replace(entry, cells=()) == replace(study.defence.disclosed, cells=())
