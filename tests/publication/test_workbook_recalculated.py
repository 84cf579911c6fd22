"""The workbook recalculated by LibreOffice equals Python to the cent in every cell, also after inputs are changed in both."""

from dataclasses import replace
from pathlib import Path

import pytest
from workbook_cases import DECIDED, HOUSE, NOTICES, SHARED, differences, numbers, tables, written

from tests.job.libreoffice import Cells, Input, all_recalculated, cells, with_inputs, with_wrong_caches
from wiwak_eval.publication.workbook.sheets import ROLE_PROGRAM
from wiwak_eval.results import Level

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("workbook")]

INTERN, PUBLIC = Level.INTERN, Level.OEFFENTLICH
PROGRAM = ("(vom Programm)",)
"""Heads of columns that say they do not follow inputs."""

WORLDS = {
    "found": HOUSE,
    "apart": replace(HOUSE, posts=HOUSE.posts.replace("ST-4;Empfang;E 6", "ST-0;Beratung;S 17"), contacts=(1900, 2300)),
    "mean": replace(HOUSE, contacts=(500, 4200)).setting(pay_planning="mean"),
    "shared": SHARED,
    "ends": SHARED.setting(centre_until="2019-10", further_posts_from="2018-12"),
    "workplace": SHARED.setting(workplace_basis="flat", land_in_kind_counts=True),
    "rent": SHARED.setting(rooms_in_kind=False, present_at_once=1, further_posts=-0.25, bonus_month=12),
    "share": replace(SHARED, notices=f"{NOTICES}Land;01.01.2018;31.12.2019;Anteilfinanzierung;0,70;250.000,00;12.11.2017;ja;0,20\n"),
    "late": replace(
        SHARED, as_of=DECIDED, notices=f"{NOTICES}Land;01.01.2018;30.09.2019;Anteilfinanzierung;0,9;;01.06.2018;nein;\n"
        "ESF;01.01.2018;31.12.2019;Festbetragsfinanzierung;;61.000,00;01.11.2017;nein;\n",
    ),
    "deficit": SHARED.setting(land_grant_kind="fehlbedarf", land_own_cash_year=41_000, land_ceiling_year=180_000),
    "flat rate": SHARED.setting(land_grant_kind="pauschale", land_amount_post_month=2_345.67),
    "fixed": replace(SHARED, notices=f"{NOTICES}Land;01.04.2018;31.12.2019;Festbetragsfinanzierung;;150.000,01;12.11.2017;ja;\n"),
}  # fmt: skip

BY_LEVEL = ("found", "apart", "shared", "ends")
"""Worlds whose personnel by pay group is computed otherwise than that by post."""


def levels(name: str) -> tuple[Level, ...]:
    """The workbooks of a world that are compared."""
    return (INTERN, PUBLIC) if name in BY_LEVEL else (INTERN,)


KNOWN_RATE: dict[Input, str | float] = {
    ("Bedingungen", "land_decided", "2018"): 1,
    ("Bedingungen", "land_decided", "2019"): 1,
    ("Bedingungen", "land_share", "2018"): 0.65,
    ("Bedingungen", "land_share", "2019"): 0.65,
}
MORE: dict[Input, str | float] = {("Mengen", "contacts", "2018"): 6400, ("Mengen", "contacts", "2019"): 5150}
FEWER: dict[Input, str | float] = {("Mengen", "contacts", "2018"): 1700, ("Mengen", "contacts", "2019"): 2345}
NEW_GROUP: dict[Input, str | float] = {("Stellenplan", "neu", "Entgeltgruppe"): "S17"}
HELD_GROUP: dict[Input, str | float] = {("Stellenplan", "S2", "Entgeltgruppe"): "S11b", ("Stellenplan", "S2", "Stufe"): 2}
REGROUPED = HOUSE.posts.replace("Beratung;S 12;3", "Beratung;S 11b;2")

MOVED = replace(HOUSE, contacts=(6400, 5150)).setting(land_share=0.65, new_post_group="S17")
SHRUNK = replace(HOUSE, posts=HOUSE.posts.replace("Beratung;S 12;3", "Beratung;S 11b;2"), contacts=(1700, 2345)).setting(land_share=0.65)
CHANGED = {
    "more": (INTERN, KNOWN_RATE | MORE | NEW_GROUP, MOVED),
    "fewer": (INTERN, KNOWN_RATE | FEWER | HELD_GROUP, SHRUNK),
    "public": (PUBLIC, KNOWN_RATE | MORE | NEW_GROUP, MOVED),
}
"""Level, inputs changed in the workbook of HOUSE, and the world with the same changes."""
SWITCHED: dict[str, dict[Input, str | float]] = {
    "assumed": {("Regeln des Landes", "assumed_on", year): 1 for year in ("2018", "2019")},
    "fewer": FEWER,
}
"""Inputs changed in the public workbook of HOUSE alone."""
Books = dict[tuple[str, str, str], Path]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Every workbook as Python wrote it, with wrong caches, and as LibreOffice computed it from those, in one start."""
    folder = tmp_path_factory.mktemp("mappen")
    found: Books = {}
    for name, world in WORLDS.items():
        made = tables(world, folder / name)
        for level in levels(name):
            found["stated", name, level.value] = written(made, level, folder / f"{name}_{level.value}.xlsx")
            found["wrong", name, level.value] = with_wrong_caches(
                found["stated", name, level.value], folder / f"w_{name}_{level.value}.xlsx"
            )
    for name, (level, inputs, other) in CHANGED.items():
        found["stated", "changed", name] = written(tables(other, folder / f"c_{name}"), level, folder / f"c_{name}.xlsx")
        found["wrong", "changed", name] = with_inputs(found["wrong", "found", level.value], folder / f"i_{name}.xlsx", inputs)
    for name, inputs in SWITCHED.items():
        found["wrong", "switched", name] = with_inputs(found["wrong", "found", PUBLIC.value], folder / f"s_{name}.xlsx", inputs)
    wrong = {key[1:]: path for key, path in found.items() if key[0] == "wrong"}
    computed = zip(wrong, all_recalculated(list(wrong.values()), folder), strict=True)
    return found | {("computed", *key): path for key, path in computed}


@pytest.mark.parametrize(("name", "level"), [(name, level) for name in WORLDS for level in levels(name)])
def test_every_cell_is_what_python_gave(books: Books, name: str, level: Level) -> None:
    stated, computed = (cells(books[kind, name, level.value]) for kind in ("stated", "computed"))
    assert len(numbers(stated)) > 1000
    assert not differences(stated, computed)


def following_inputs(book: Cells) -> Cells:
    """The sheets that do not say of themselves that they do not follow inputs."""
    said = {str(row[0]) for row in book["Inhalt"] if row[2] == ROLE_PROGRAM}
    assert len(said) > 1
    return {name: rows for name, rows in book.items() if name not in said}


@pytest.mark.parametrize("name", CHANGED)
def test_three_inputs_changed_in_both_give_the_same(books: Books, name: str) -> None:
    stated, computed = (cells(books[kind, "changed", name]) for kind in ("stated", "computed"))
    assert len(numbers(stated)) > 1000
    assert not differences(*(following_inputs(book) for book in (stated, computed)), PROGRAM)
    before = cells(books["stated", "found", CHANGED[name][0].value])
    assert len(differences(before, computed)) > 500


def test_wrong_caches_are_seen_where_nobody_recalculates(books: Books) -> None:
    stated, wrong = (cells(books[kind, "found", "intern"]) for kind in ("stated", "wrong"))
    assert len(differences(stated, wrong)) > 3000


def test_the_assumed_rate_switched_on_gives_the_variant_from_january(books: Books) -> None:
    before, switched = (numbers(cells(books[key])) for key in (("stated", "found", "oeffentlich"), ("computed", "switched", "assumed")))
    for year in ("2018", "2019"):
        assert switched["Finanzierung", "land", year] == pytest.approx(before["Varianten", f"from_january_{year}", "Land"], abs=1e-6)
        assert switched["Finanzierung", "open", year] == 0
    assert switched["Varianten", "late_2018", "Land"] == pytest.approx(before["Varianten", "late_2018", "Land"], abs=1e-6)


def test_fewer_posts_in_public_move_personnel_at_the_mean_of_their_group(books: Books) -> None:
    """An approximation, as the cover says; it adds up all the same."""
    before, after = (numbers(cells(books[key])) for key in (("stated", "found", "oeffentlich"), ("computed", "switched", "fewer")))
    groups = ("S17", "S12", "E6")
    for year in ("2018", "2019"):
        place = f"geplant {year}"
        gone = {group: after["Stellenplan", group, place] - before["Stellenplan", group, place] for group in groups}
        means = {group: after["Personal", f"{group}/{year}", "volle Stelle im Durchschnitt"] for group in groups}
        assert sum(gone.values()) < 0 or year == "2019"
        held = before["Personal", f"total/{year}", "davon besetzte Stellen"] + sum(gone[group] * means[group] for group in groups)
        assert after["Kosten", "personnel", year] == pytest.approx(held, abs=0.02)
        assert after["Stellenplan", "neu", place] == 0
        assert {after["Proben", check, year] for check in ("financing", "months", "missing")} == {0}
