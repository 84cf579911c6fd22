"""land.xlsx: what may be changed is coloured and checked, the home county's plan stays, what computes is a formula."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from land_paper_samples import COUNTIES, DEAR, HOME, PLAIN, REASON, World, mark, released, source

from tests.job.libreoffice import Cells, cells
from wiwak_eval.publication.land_papers import land_places, land_xlsx
from wiwak_eval.publication.land_papers.workbook.items import MOVED_PLAN, OWN_PLAN
from wiwak_eval.publication.land_papers.workbook.sheets import BY_PROGRAM, LIVE, RULES, SHEETS
from wiwak_eval.results import SIMULATED_MARK, NotAssessable, ReleasedTable
from wiwak_eval.transfer import per_county

FRONT = ["Deckblatt", "Inhalt", "Hinweise"]


def stored(tmp_path: Path, world: World = PLAIN) -> tuple[Path, Cells]:
    path = tmp_path / "land.xlsx"
    path.write_bytes(land_xlsx(released(world), mark()))
    return path, cells(path)


def table(id: str) -> ReleasedTable:
    found = released()[id]
    assert isinstance(found, ReleasedTable)
    return found


def xml(content: bytes, sheet: str) -> str:
    """The stored sheet of this name."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        return book.read(f"xl/worksheets/sheet{names.index(sheet) + 1}.xml").decode()


def formulas(content: bytes, sheet: str) -> dict[str, str]:
    return dict(re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)</f>', xml(content, sheet)))


def test_every_table_has_its_sheet_and_every_sheet_the_mark(tmp_path: Path) -> None:
    _, book = stored(tmp_path)
    assert list(book) == [*FRONT, *SHEETS.values()]
    assert all(any(SIMULATED_MARK in str(cell) for cell in rows[1]) for rows in book.values())
    listed = {str(row[0]) for row in book["Inhalt"][5:]}
    assert {*SHEETS.values()} <= listed


def test_the_numbers_are_those_of_the_released_tables(tmp_path: Path) -> None:
    _, book = stored(tmp_path)
    for id in ("land_costs", "land_posts", "land_caseload", "land_financing", "land_total", "land_refugees", "joint_centre"):
        table = released()[id]
        assert isinstance(table, ReleasedTable)
        for row, found in zip(table.rows, book[SHEETS[id]][5:], strict=False):
            for cell, column, shown in zip(row, table.columns, found, strict=False):
                expected = cell / 100 if column.unit == "cents" and isinstance(cell, int) else "–" if cell is None else cell
                expected = f"{expected} (simuliert)" if expected == OWN_PLAN else expected
                assert shown == (pytest.approx(expected) if isinstance(expected, float) else expected), (id, row[0], column.name)


def test_the_home_county_has_no_formula_but_for_its_cost_by_person() -> None:
    content = land_xlsx(released(), mark())
    row = COUNTIES.index(HOME) + 6
    for sheet in ("Stellen", "Beratungen", "Finanzierung"):
        assert not {cell for cell in formulas(content, sheet) if cell.endswith(str(row)) and cell[-len(str(row)) - 1].isalpha()}, sheet
    assert {cell[0] for cell in formulas(content, "Kosten") if re.fullmatch(rf"[A-Z]+{row}", cell)} == {"G", "K"}


def test_the_means_of_the_draws_are_numbers_of_the_program() -> None:
    """Contacts and costs of both years: no formula, though the values beside them are some."""
    content = land_xlsx(released(), mark())
    heads = [column.name for column in table("land_total").columns]
    drawn = {f"{chr(65 + heads.index(name))}{row}" for name in ("contacts_mean", "cost_mean") for row in (6, 7)}
    computed = set(formulas(content, "Ganzes Land"))
    assert not drawn & computed
    assert {f"{chr(65 + heads.index(name))}6" for name in ("contacts", "cost")} <= computed


def test_a_moved_plan_of_the_home_county_is_as_fixed_as_its_own() -> None:
    costs = table("land_costs")
    rows = tuple(tuple(MOVED_PLAN if cell == OWN_PLAN else cell for cell in row) for row in costs.rows)
    moved, kept = (
        formulas(land_xlsx({**released(), "land_costs": replace(costs, rows=found)}, mark()), "Kosten") for found in (rows, costs.rows)
    )
    assert moved == kept


def test_measured_and_own_plan_are_called_simulated_only_where_the_delivery_is(tmp_path: Path) -> None:
    """As the delivery's provenance says; every word about the county that delivered, and no other."""
    work = table("workload")
    rows = tuple((row[0], f"{row[1]} (gemessen)", *row[2:]) if row[0] == "minutes" else row for row in work.rows)
    for simulated, measured, own in ((True, "(gemessen, simuliert)", "eigener Plan (simuliert)"), (False, "(gemessen)", "eigener Plan")):
        known = {
            id: replace(one, provenance=replace(one.provenance, simulated=simulated)) if isinstance(one, ReleasedTable) else one
            for id, one in {**released(), "workload": replace(work, rows=rows)}.items()
        }
        path = tmp_path / f"land_{simulated}.xlsx"
        path.write_bytes(land_xlsx(known, mark(simulated)))
        book = cells(path)
        told = [str(cell) for sheet in ("Regeln", "Kosten") for row in book[sheet] for cell in row if cell]
        assert [words for words in told if "gemessen" in words] == [f"Minuten je Beratung {measured}"]
        assert [words for words in told if "eigener Plan" in words] == [own]
        assert any("simuliert" in words for words in told) is simulated


def test_the_workbook_knows_the_words_of_the_table() -> None:
    assert (OWN_PLAN, MOVED_PLAN) == (per_county.OWN_PLAN, per_county.MOVED_PLAN)


def test_others_posts_costs_and_money_are_formulas_and_the_land_their_sum() -> None:
    content = land_xlsx(released(), mark())
    assert formulas(content, "Stellen")["C6"].startswith("ROUND(")
    assert formulas(content, "Stellen")["D6"].startswith("MAX(")
    assert formulas(content, "Kosten")["D29"] == "SUM('Kosten'!$D$6:$D$28)"
    assert (
        formulas(content, "Finanzierung")["I6"]
        == "'Finanzierung'!$D$6-'Finanzierung'!$F$6-'Finanzierung'!$H$6-'Finanzierung'!$E$6-'Finanzierung'!$G$6"
    )
    assert formulas(content, "Kostenarten")["G6"] == "ROUND('Kostenarten'!$E$6*'Preise'!$F$7/'Preise'!$D$7,2)"
    assert max(len(one) for sheet in LIVE.values() for one in formulas(content, sheet).values()) < 1000


def test_inputs_are_contacts_of_others_prices_shares_and_rules() -> None:
    content = land_xlsx(released(), mark())
    checked = {sheet: len(re.findall(r"<dataValidation ", xml(content, sheet))) for sheet in [*LIVE.values(), *BY_PROGRAM.values()]}
    asked = {sheet: count for sheet, count in checked.items() if count}
    assert asked == {"Beratungen": 2 * 22, "Preise": 4 * len(PLAIN.prices), "Regeln": 2 * len(RULES)}


def test_ranges_say_that_they_follow_no_input(tmp_path: Path) -> None:
    _, book = stored(tmp_path)
    for sheet in ("Beratungen", "Stellen", "Kosten", "Ganzes Land"):
        heads = [str(head) for head in book[sheet][4]]
        ranged = [head for head in heads if "Bereich" in head or "Mittel" in head or re.search(r" (von|bis)\b", head)]
        assert ranged
        assert all(head.endswith("(vom Programm)") for head in ranged), sheet


def test_the_rules_are_those_of_every_county_and_assumptions_those_behind_the_tables(tmp_path: Path) -> None:
    _, book = stored(tmp_path)
    assert [row[0] for row in book["Regeln"][5 : 5 + len(RULES)]] == list(RULES)
    assert "contacts" not in {row[0] for row in book["Regeln"]}
    keys = [row[0] for row in book["Annahmen"][5:]]
    assert "land_outflow_month@2015-01-01" in keys
    assert "slip_days@2015-01-01" not in keys


def test_same_content_gives_the_same_bytes() -> None:
    assert land_xlsx(released(), mark()) == land_xlsx(released(), mark())


@pytest.mark.parametrize("id", ["land_prices", "land_costs", "workload"])
def test_without_a_table_of_the_calculation_the_numbers_stand_fixed(id: str, tmp_path: Path) -> None:
    path = tmp_path / "fest.xlsx"
    content = land_xlsx({**released(), id: NotAssessable(REASON)}, mark())
    path.write_bytes(content)
    book = cells(path)
    assert {sheet for sheet in book if formulas(content, sheet)} == set()
    assert REASON in {cell for row in book[SHEETS[id]] for cell in row}
    assert any("rechnet die Mappe nicht" in str(cell) for row in book["Deckblatt"] for cell in row)


def test_everything_refused_is_still_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "leer.xlsx"
    path.write_bytes(land_xlsx(dict.fromkeys(released(), NotAssessable(REASON)), mark()))
    assert REASON in {cell for row in cells(path)["Kosten"] for cell in row}


@pytest.mark.parametrize("world", [PLAIN, DEAR])
def test_a_finding_is_found_where_the_index_says(world: World, tmp_path: Path) -> None:
    _, book = stored(tmp_path, world)
    findings = source(released(world)).findings
    places = land_places(released(world), findings)
    assert {"land_cost_2018", "land_open_2019", "joint_cost_2018", "transfer_share"} <= set(places)
    for id, place in places.items():
        finding = findings[id]
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", place.cell).groups()  # type: ignore[union-attr]
        shown = book[place.sheet][int(row) - 1][sum((ord(c) - 64) * 26**i for i, c in enumerate(reversed(column))) - 1]
        expected = finding.value / 100 if finding.unit == "cents" and finding.value is not None else finding.value
        assert shown == pytest.approx(expected), id
        assert place.words.startswith("land.xlsx, Blatt „")
    assert places["land_cost_2018"].formula
    assert not places["transfer_share"].formula
