"""land.xlsx recalculated by LibreOffice equals Python to the cent in every cell, also after inputs are changed in both."""

from dataclasses import replace
from pathlib import Path

import pytest
from land_paper_samples import COUNTIES, DEAR, HOME, PLAIN, World, mark, released
from workbook_cases import differences

from tests.job.libreoffice import Cells, Input, all_recalculated, cells, with_inputs, with_wrong_caches
from wiwak_eval.publication.land_papers import land_xlsx

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("workbook")]

WORLDS = {
    "plain": PLAIN,
    "rented": DEAR,
    "small": replace(PLAIN, contacts=3, minimum="2.25"),
    "ties": replace(PLAIN, prices={**PLAIN.prices, "training": replace(PLAIN.prices["training"], euros=("505.02", "511.06"))}, step="0.5"),
}
"""`small`: least size binds; `ties`: prices times half posts end in half cents."""
MORE = 500
CHANGED: dict[Input, str | float] = {
    **{
        ("Beratungen", name, f"Beratungen {year}"): PLAIN.contacts + 197 * place + 31 * at + MORE
        for place, name in enumerate(COUNTIES)
        for at, year in enumerate((2018, 2019))
        if name != HOME
    },
    ("Preise", "personnel", "Preis 2018"): 60_001.11,
    ("Preise", "personnel", "Land 2018, angenommen"): 0.65,
    ("Preise", "personnel", "Land 2019, angenommen"): 0.65,
    ("Regeln", "minimum", "2018"): 3,
    ("Regeln", "minimum", "2019"): 3,
}
"""Inputs changed in the workbook of PLAIN."""
PERSONNEL = PLAIN.prices["personnel"]
SAME = replace(
    PLAIN,
    prices={**PLAIN.prices, "personnel": replace(PERSONNEL, euros=("60001.11", PERSONNEL.euros[1]), land="0.65")},
    contacts=PLAIN.contacts + MORE,
    minimum="3",
)
"""The world with the same changes, but for the home county, whose plan no input moves."""
PROGRAM = "(vom Programm)"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Cells]:
    """Every workbook as Python wrote it, with wrong caches, and as LibreOffice computed it from those, in one start."""
    folder = tmp_path_factory.mktemp("land")
    paths = {name: written(world, folder / f"{name}.xlsx") for name, world in WORLDS.items()}
    wrong = {name: with_wrong_caches(path, folder / f"{name}_falsch.xlsx") for name, path in paths.items()}
    wrong["changed"] = with_wrong_caches(with_inputs(paths["plain"], folder / "mehr.xlsx", CHANGED), folder / "changed_falsch.xlsx")
    done = dict(zip(wrong, all_recalculated(list(wrong.values()), folder), strict=True))
    found = {(name, "written"): cells(path) for name, path in paths.items()}
    found |= {(name, "wrong"): cells(path) for name, path in wrong.items()}
    return found | {(name, "computed"): cells(path) for name, path in done.items()}


def written(world: World, path: Path) -> Path:
    path.write_bytes(land_xlsx(released(world), mark()))
    return path


@pytest.mark.parametrize("name", WORLDS)
def test_every_formula_gives_what_python_gave(name: str, books: dict[tuple[str, str], Cells]) -> None:
    stated = books[name, "written"]
    assert len(differences(stated, books[name, "wrong"])) > 800, "no cached number is right"
    assert differences(stated, books[name, "computed"]) == {}
    words = [(row[1], row[place]) for row in stated["Stellen"][5:] for place in (6, 11) if len(row) > 11]
    assert words == [(row[1], row[place]) for row in books[name, "computed"]["Stellen"][5:] for place in (6, 11) if len(row) > 11]


def test_what_binds_differs_between_worlds(books: dict[tuple[str, str], Cells]) -> None:
    bound = {row[6] for name in WORLDS for row in books[name, "computed"]["Stellen"][5:28]}
    assert bound == {"Fälle", "Öffnungszeit", "Mindestbesetzung"}


def test_changed_inputs_give_what_python_gives_with_the_same_changes(books: dict[tuple[str, str], Cells], tmp_path: Path) -> None:
    computed, stated = books["changed", "computed"], cells(written(SAME, tmp_path / "gleich.xlsx"))
    for sheet in ("Kosten", "Finanzierung", "Stellen", "Kostenarten"):
        heads = [str(head) for head in stated[sheet][4]]
        for row, found in zip(stated[sheet][5:], computed[sheet][5:], strict=True):
            if row[1] in {HOME, "Thüringen"} or not row[0]:
                continue
            for head, expected, shown in zip(heads, row, found, strict=True):
                if PROGRAM not in head:
                    assert shown == (pytest.approx(expected, abs=1e-6) if isinstance(expected, float) else expected), (sheet, row[0], head)


def test_after_changes_the_land_is_still_the_sum_and_all_checks_are_nought(books: dict[tuple[str, str], Cells]) -> None:
    costs = books["changed", "computed"]["Kosten"]
    counties = [float(str(row[3])) for row in costs[5:28]]
    assert len(counties) == len(COUNTIES)
    assert round(sum(counties), 2) == round(float(str(costs[28][3])), 2)
    assert costs[28][3] != books["plain", "written"]["Kosten"][28][3]
    assert [row[2:4] for row in books["changed", "computed"]["Proben"][5:8]] == [[0.0, 0.0]] * 3
    home = {row[0]: row[3] for row in costs[5:28]}[HOME]
    assert home == {row[0]: row[3] for row in books["plain", "written"]["Kosten"][5:28]}[HOME]
