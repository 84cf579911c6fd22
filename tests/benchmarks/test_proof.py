"""The proof's own book-keeping: what it counts as found, as untrue, and how it is written down."""

import csv

import pytest

from benchmarks.disclosure import trials
from benchmarks.disclosure.adapter import PRIMARY_ONLY, WHOLE, WITHOUT, Outcome
from benchmarks.disclosure.random_sets import draw_set
from benchmarks.disclosure.sums import sums_of
from benchmarks.disclosure.trials import LEVELS, try_set
from benchmarks.disclosure.written import markdown, write_proof
from wiwak_eval.disclosure.disclosed import Disclosed, PublishedCell
from wiwak_eval.disclosure.model import Breach
from wiwak_eval.disclosure.parts import Parts


class Teller:
    """A defence that tells all, and an attacker who finds the first number of each release, off by `error`."""

    def __init__(self, error=0):
        self.error, self.calls = error, []

    def __call__(self, tables, origin, level, former, parts):
        self.calls.append((origin.version, level, len(former), parts))
        protections = [table.protection for table in tables]
        dimensions = {one.name: one for protection in protections for one in protection.dimensions}
        cells = [(table, cell) for table in tables for cell in table.protection.cells]
        told = tuple(PublishedCell(table.id, cell.measure, cell.key, 1, 1) for table, cell in cells)
        table, cell = cells[0]
        value = table.rows[cell.row][[column.name for column in table.columns].index(cell.column)] + self.error
        breach = Breach("bounds", (table.id,), cell.measure, cell.key, value, value, 5)
        days = origin.period_from, origin.period_to
        disclosed = Disclosed(origin.authority, level, origin.version, *days, tuple(dimensions.values()), protections[0].measures, told)
        return Outcome(disclosed, 2, 1, (breach, breach) if parts == Parts() else (), (breach,), "")


@pytest.mark.parametrize("seed", [2, 3])
def test_each_variant_is_released_twice_and_the_second_knows_the_first(seed):
    teller = Teller()
    tried = try_set(seed, teller)
    versions = [release.version for release in draw_set(seed).releases]
    assert [trial.variant for trial in tried] == [WHOLE, PRIMARY_ONLY, *WITHOUT]
    assert [call[:3] for call in teller.calls] == [(versions[i % 2], LEVELS[seed % 2], i % 2) for i in range(2 * (1 + len(WITHOUT)))]
    assert len(try_set(seed, Teller(), switched_off=False)) == 2


def test_the_same_number_found_twice_counts_once_for_each_release():
    whole, bare, *others = try_set(2, Teller())
    cells = sum(len(table.protection.cells) for release in draw_set(2).releases for table in release.tables)
    assert whole.found == bare.found == (("bounds", 2),)
    assert (whole.cells, whole.primary, whole.secondary, bare.secondary) == (cells, 4, 2, 0)
    assert all(trial.under_protected == 0 for trial in others)


@pytest.mark.parametrize("kind", ["later", "grown", "regrouped", "corrected"])
def test_bounds_that_exclude_the_truth_are_noticed_but_for_corrections(kind, monkeypatch):
    seed = next(seed for seed in range(60) if draw_set(seed).kind == kind)
    monkeypatch.setattr(trials, "draw_set", lambda _: draw_set(seed))
    assert [trial.untrue for trial in try_set(seed, Teller(), switched_off=False)] == [0, 0]
    wrong = [trial.untrue for trial in try_set(seed, Teller(error=1000), switched_off=False)]
    assert wrong == {"corrected": [0, 0], "regrouped": [2, 1]}.get(kind, [4, 2]), "judged only where both releases print the number"


def test_sums_and_papers_say_what_was_found(tmp_path):
    sums = sums_of([trial for seed in (2, 3) for trial in try_set(seed, Teller())])
    whole, bare = sums[:2]
    assert [total.variant for total in sums] == [WHOLE, PRIMARY_ONLY, *WITHOUT]
    assert (whole.sets, whole.found, whole.sets_with_finds, whole.kinds, bare.secondary) == (2, 4, 2, (("bounds", 4),), 0)
    write_proof(sums, tmp_path)
    with (tmp_path / "geheimhaltung.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[1][:7] == [WHOLE, "2", str(whole.cells), "8", "4", "4", "2"]
    assert len(rows) == len(sums) + 1
    assert (tmp_path / "geheimhaltung.png").read_bytes().startswith(b"\x89PNG")
    assert "grenzt der Angreifer 4 Zahlen zu eng ein" in markdown(sums)
    assert f"| {PRIMARY_ONLY} | 2 |" in (tmp_path / "geheimhaltung.md").read_text(encoding="utf-8")
