"""What the workbook is made of: text stays text, inputs are marked and checked, the public one names no post, the same bytes twice."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import python_calamine as calamine
from paper_sample import content, released
from workbook_cases import HOUSE, SHARED, Tables, World, numbers, tables, written
from workbook_cases import released as let_out

from tests.job.libreoffice import cells
from wiwak_eval.publication.design import BLUE_TINTS
from wiwak_eval.publication.workbook import SHEETS, workbook_xlsx
from wiwak_eval.results import Column, Finding, Level, NotAssessable, Unit

MARKUP = "<r><t>roh</t></r>"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
INPUT_COLOUR = f"FF{BLUE_TINTS[0][1:].upper()}"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return tables(HOUSE, tmp_path_factory.mktemp("budget") / "haus")


@pytest.fixture(scope="module")
def books(house: Tables, tmp_path_factory: pytest.TempPathFactory) -> dict[Level, Path]:
    folder = tmp_path_factory.mktemp("mappen")
    return {level: written(house, level, folder / f"{level.value}.xlsx") for level in (Level.INTERN, Level.OEFFENTLICH)}


def part(book: Path, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(book) as archive:
        return ElementTree.fromstring(archive.read(name))


def sheet(book: Path, name: str) -> ElementTree.Element:
    """The stored sheet of this name."""
    names = [found.get("name") for found in part(book, "xl/workbook.xml").iter(f"{MAIN}sheet")]
    return part(book, f"xl/worksheets/sheet{names.index(name) + 1}.xml")


def coloured(book: Path, name: str) -> set[str]:
    """Cells in the colour of inputs."""
    styles = part(book, "xl/styles.xml")
    fills = [INPUT_COLOUR in ElementTree.tostring(fill).decode() for fill in styles.find(f"{MAIN}fills") or ()]
    formats = [fills[int(form.get("fillId", "0"))] for form in styles.find(f"{MAIN}cellXfs") or ()]
    return {cell.get("r", "") for cell in sheet(book, name).iter(f"{MAIN}c") if formats[int(cell.get("s", "0"))]}


def checked(book: Path, name: str) -> set[str]:
    """Cells with a rule for what may be entered."""
    return {ref for found in sheet(book, name).iter(f"{MAIN}dataValidation") for ref in found.get("sqref", "").split()}


def computing(book: Path, name: str) -> set[str]:
    """Cells with a formula."""
    return {cell.get("r", "") for cell in sheet(book, name).iter(f"{MAIN}c") if cell.find(f"{MAIN}f") is not None}


def test_text_that_looks_like_the_writers_own_markup_stays_text() -> None:
    table = released("assumptions_log", "Annahmen", [Column("key", "Kennung", Unit.TEXT)], [(MARKUP,)], [MARKUP])
    found = {name: table if name == "assumptions_log" else NotAssessable(MARKUP) for name in SHEETS}
    book = calamine.load_workbook(io.BytesIO(workbook_xlsx(found, {}, content().mark)))
    words = {name: [str(cell).strip() for row in book.get_sheet_by_name(name).to_python() for cell in row] for name in book.sheet_names}
    assert words[SHEETS["assumptions_log"]].count(MARKUP) == 2
    assert words[SHEETS["costs"]].count(MARKUP) == 1


@pytest.mark.parametrize("level", [Level.INTERN, Level.OEFFENTLICH])
def test_each_input_is_coloured_and_checked_and_no_formula_is(books: dict[Level, Path], level: Level) -> None:
    book, found = books[level], 0
    for name in cells(book):
        inputs = coloured(book, name)
        assert inputs == checked(book, name)
        assert not inputs & computing(book, name)
        found += len(inputs)
    assert found > 100


def test_the_three_headline_inputs_have_names_and_are_inputs(books: dict[Level, Path]) -> None:
    book = books[Level.OEFFENTLICH]
    names = {found.get("name", ""): found.text or "" for found in part(book, "xl/workbook.xml").iter(f"{MAIN}definedName")}
    wanted = ("Beratungen_2018", "Beratungen_2019", "Foerdersatz_2018", "Foerdersatz_2019", "Entgeltgruppe_neu")
    for name in wanted:
        where, cell = re.fullmatch(r"'?([^'!]+)'?!(\S+)", names[name]).groups()
        assert cell.replace("$", "") in coloured(book, where), name


def test_pay_groups_are_chosen_from_a_list(books: dict[Level, Path]) -> None:
    rules = [found for found in sheet(books[Level.INTERN], "Stellenplan").iter(f"{MAIN}dataValidation") if found.get("type") == "list"]
    listed = next(text for found in rules if "S12" in (text := found.findtext(f"{MAIN}formula1") or ""))
    assert {"S17", "S12", "S11b", "E6"} < set(listed.strip('"').split(","))


def test_the_public_workbook_names_no_post_and_no_step_that_is_held(house: Tables, books: dict[Level, Path]) -> None:
    words = {level: {str(cell) for rows in cells(book).values() for row in rows for cell in row} for level, book in books.items()}
    for told in ("Stelle 1", "S1", "S1/2018-01", "Leitung"):
        assert told in words[Level.INTERN]
        assert told not in words[Level.OEFFENTLICH]
    months = house["pay_months"]
    held = {row[-1] for row in months.rows if row[-1] and not str(row[0]).startswith("neu")}
    assert held
    assert not words[Level.OEFFENTLICH] & {str(cents / 100) for cents in held}


def test_same_content_gives_the_same_bytes(house: Tables) -> None:
    first, second = (workbook_xlsx(let_out(house, Level.INTERN), {}, content().mark) for _ in range(2))
    assert first == second


def test_without_the_tables_of_the_calculation_the_numbers_stand_fixed_and_the_cover_says_so(house: Tables, tmp_path: Path) -> None:
    some = {id: table for id, table in let_out(house, Level.OEFFENTLICH).items() if id in {"costs", "financing"}}
    book = tmp_path / "fest.xlsx"
    book.write_bytes(workbook_xlsx(some, {}, content().mark))
    assert not computing(book, "Kosten")
    assert numbers(cells(book))["Kosten", "total", "2018"] == house["costs"].cell("total", "y2018") / 100
    assert any("rechnet die Mappe nicht" in str(row[1]) for row in cells(book)["Deckblatt"] if len(row) > 1)


def test_the_land_stays_open_until_a_reader_switches_the_assumed_rate_on(books: dict[Level, Path]) -> None:
    found = numbers(cells(books[Level.OEFFENTLICH]))
    assert found["Finanzierung", "land", "2018"] == 0
    assert found["Finanzierung", "open", "2018"] > 0
    assert found["Regeln des Landes", "assumed_on", "2018"] == 0
    assert found["Regeln des Landes", "variant_share", "2018"] > 0


def test_a_carrier_and_a_contract_have_their_own_items(tmp_path: Path) -> None:
    world: World = SHARED
    found = numbers(cells(written(tables(world, tmp_path / "geteilt"), Level.INTERN, tmp_path / "geteilt.xlsx")))
    assert found["Kosten", "carrier", "2018"] > 0
    assert found["Kosten", "contract", "2018"] > 0
    assert found["Personal", "neu/2018-12", "Umsatzsteuer"] > 0


def test_results_follow_the_calculation_but_their_ranges_stay(house: Tables, tmp_path: Path) -> None:
    planned = Finding(
        "posts_2018", "Stellen", 1.0, 1.0, 9.0, Unit.POSTS, 2, "2018", "posts_range", "2018", "planned", "07_unsicherheit", ()
    )
    risk = replace(planned, id="posts_p80_2018", column="p80", value=4.0)
    pilot = replace(planned, id="contacts_pilot", table="monthly", column="contacts")
    book = tmp_path / "aussagen.xlsx"
    book.write_bytes(workbook_xlsx(let_out(house, Level.INTERN), {one.id: one for one in (pilot, risk, planned)}, content().mark))
    assert [row[0] for row in cells(book)["Ergebnisse"][5:]][:1] == ["posts_2018"]
    assert computing(book, "Ergebnisse") == {"C6"}
    assert [row[0] for row in cells(book)["Kennzahlen"][5:]] == ["contacts_pilot", "posts_p80_2018", "posts_2018"]
    assert cells(book)["Kennzahlen"][7][7] == "posts_range · 2018 · planned"
    assert not computing(book, "Kennzahlen")
