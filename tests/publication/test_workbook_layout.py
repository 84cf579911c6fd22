"""How the workbook reads: cover, contents, notes, inputs, results; one marked-up table a sheet; pages ready to print."""

import re
import zipfile
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree

import pytest
from paper_sample import content
from workbook_cases import HOUSE, tables, written
from workbook_cases import released as let_out

from tests.job.libreoffice import cells
from wiwak_eval.publication.workbook import workbook_xlsx
from wiwak_eval.publication.workbook.paper import unique
from wiwak_eval.publication.workbook.sheets import (
    CONTENTS,
    COVER,
    FINDINGS,
    HINTS,
    INPUTS,
    RESULTS,
    ROLE_FRONT,
    ROLE_PROGRAM,
    ROLE_REFUSED,
    TABS,
)
from wiwak_eval.results import Finding, Level, NotAssessable, Unit

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
FRONT = [COVER, CONTENTS, HINTS, INPUTS, RESULTS]
MARK = "Simulierte Daten – keine Zahlen des WiWAK"


class Book:
    """The parts of a stored workbook."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.workbook = self.tree("xl/workbook.xml")
        places = self.targets("xl/workbook.xml")
        self.sheets = {one.get("name", ""): places[one.get(f"{R}id", "")] for one in self.workbook.iter(f"{M}sheet")}

    def tree(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[name])

    def sheet(self, name: str) -> ElementTree.Element:
        return self.tree(self.sheets[name])

    def targets(self, name: str) -> dict[str, str]:
        """The parts that a part refers to, by the id of the reference."""
        rels = f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels"
        if rels not in self.parts:
            return {}
        return {one.get("Id", ""): normpath(join(dirname(name), one.get("Target", ""))) for one in self.tree(rels)}

    def tables(self, name: str) -> list[ElementTree.Element]:
        """The marked-up tables of a sheet."""
        targets = self.targets(self.sheets[name])
        return [self.tree(targets[one.get(f"{R}id", "")]) for one in self.sheet(name).iter(f"{M}tablePart")]

    def named(self, wanted: str) -> dict[str, str]:
        """What a built-in name means, by sheet."""
        found = {}
        for one in self.workbook.iter(f"{M}definedName"):
            if one.get("name") == wanted:
                found[list(self.sheets)[int(one.get("localSheetId", "0"))]] = one.text or ""
        return found


@pytest.fixture(scope="module", params=[Level.INTERN, Level.OEFFENTLICH])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("mappe")
    return Book(written(tables(HOUSE, folder / "haus"), request.param, folder / "plan.xlsx"))


def refused(book: Book) -> set[str]:
    """Sheets that hold a reason instead of a table."""
    return {str(row[0]) for row in cells(book.path)[CONTENTS] if row[2] == ROLE_REFUSED}


def test_the_sheets_before_the_tables_stand_in_their_order_and_the_findings_last(book: Book) -> None:
    names = list(book.sheets)
    assert names[: len(FRONT)] == FRONT
    assert names[-1] == FINDINGS
    for name in ("Finanzierungsplan 2018", "Kostenplan 2019", "Kosten", "Regeln des Landes"):
        assert name in names


def test_each_sheet_has_one_marked_up_table_whose_heads_are_its_cells(book: Book) -> None:
    stated, seen = cells(book.path), set()
    for name in book.sheets:
        rows = stated[name]
        if name in refused(book) | {RESULTS, FINDINGS}:  # this sample has no findings
            assert book.tables(name) == []
            continue
        (table,) = book.tables(name)
        heads = [column.get("name") for column in table.iter(f"{M}tableColumn")]
        assert heads == [str(cell) for cell in rows[4][: len(heads)]], name
        assert len({str(head).lower() for head in heads}) == len(heads)
        assert re.fullmatch(r"A5:[A-Z]+\d+", table.get("ref", "")), name
        title = table.get("displayName", "")
        assert title.startswith("T_")
        seen.add(title.lower())
    given = {one.get("name", "").lower() for one in book.workbook.iter(f"{M}definedName")}
    assert len(seen) > 20
    assert not seen & given


def test_no_cell_is_merged_heads_stay_in_view_and_the_view_begins_at_the_top(book: Book) -> None:
    for name in book.sheets:
        sheet = book.sheet(name)
        assert sheet.find(f"{M}mergeCells") is None
        pane = sheet.find(f".//{M}pane")
        assert pane is not None, name
        assert pane.get("state") == "frozen"
        assert pane.get("ySplit") == ("4" if name in refused(book) else "5"), name
        active = [one for one in sheet.iter(f"{M}selection") if one.get("pane") == pane.get("activePane")]
        assert [one.get("activeCell", "A1") for one in active] == ["A1"]
    views = {name: book.sheet(name).find(f".//{M}sheetView") for name in book.sheets}
    assert [name for name, view in views.items() if view is not None and view.get("tabSelected") == "1"] == [COVER]


def test_each_sheet_is_set_to_print(book: Book) -> None:
    areas, repeated = book.named("_xlnm.Print_Area"), book.named("_xlnm.Print_Titles")
    assert set(areas) == set(book.sheets)
    assert set(repeated) == set(book.sheets) - refused(book)
    wide = set()
    for name in book.sheets:
        sheet = book.sheet(name)
        page, edges = sheet.find(f"{M}pageSetup"), sheet.find(f"{M}headerFooter")
        assert page is not None
        assert edges is not None
        assert page.get("orientation") == "landscape"
        assert page.get("fitToHeight") == "0"
        assert page.get("paperSize") in {"8", "9"}
        if page.get("fitToWidth", "1") != "1":
            wide.add(name)
            assert "$5:$5" in repeated[name]
            assert re.search(r"!\$[AB]:\$[CD]", repeated[name])
        assert MARK in (edges.findtext(f"{M}oddHeader") or "")
        assert content().mark.digest in (edges.findtext(f"{M}oddFooter") or "")
        assert all(float(column.get("width", "0")) >= 8 for column in sheet.iter(f"{M}col"))
    assert wide <= {"Personal", "Zusätzliche Stellen"}


def test_tabs_have_the_colour_of_what_a_sheet_is_for_and_the_contents_say_it_in_words(book: Book) -> None:
    colours = {
        name: f"#{tab.get('rgb', '')[2:].lower()}" for name in book.sheets if (tab := book.sheet(name).find(f".//{M}tabColor")) is not None
    }
    roles = {str(row[0]): str(row[2]) for row in cells(book.path)[CONTENTS][5:]}
    assert set(roles) == set(book.sheets) - {COVER, CONTENTS}
    assert {name: TABS[role] for name, role in roles.items()} == {name: colours[name] for name in roles}
    assert colours[COVER] == TABS[ROLE_FRONT]
    assert roles["Mengen"] == "Eingaben und Formeln"
    assert roles["Finanzierung"] == "Formeln, folgt den Eingaben"
    assert roles["Folgekosten"] == roles[FINDINGS] == ROLE_PROGRAM


def test_the_contents_lead_to_each_sheet_and_the_inputs_to_their_cells(book: Book) -> None:
    def places(name: str) -> set[str]:
        return {one.get("location", "") for one in book.sheet(name).iter(f"{M}hyperlink")}

    led = {place.partition("!")[0].strip("'") for place in places(CONTENTS)}
    assert led == set(book.sheets) - {COVER, CONTENTS}
    assert {place.partition("!")[0].strip("'") for place in places(COVER)} == {CONTENTS, HINTS, INPUTS, RESULTS}
    names = {one.get("name"): (one.text or "").replace("$", "") for one in book.workbook.iter(f"{M}definedName")}
    listed = [row for row in cells(book.path)[INPUTS][5:] if row[2]]
    assert len(listed) == 9
    assert {names[str(row[2])] for row in listed} == places(INPUTS)


def test_the_sheet_of_inputs_shows_what_the_inputs_hold(book: Book) -> None:
    stated = cells(book.path)
    shown = {row[2]: row[1] for row in stated[INPUTS][5:]}
    work = {row[0]: row for row in stated["Mengen"][5:]}
    heads = stated["Mengen"][4]
    assert shown["Beratungen_2018"] == work["contacts"][heads.index("2018")]
    assert len(list(book.sheet(INPUTS).iter(f"{M}f"))) == len(shown)


def test_every_input_says_at_its_cell_what_may_be_entered(book: Book) -> None:
    rules = [rule for name in book.sheets for rule in book.sheet(name).iter(f"{M}dataValidation")]
    assert len(rules) > 100
    for rule in rules:
        assert rule.get("showInputMessage") == "1"
        assert rule.get("promptTitle") == "Eingabe"
        assert rule.get("prompt") == rule.get("error") != ""


def test_the_properties_name_title_authority_run_and_language(book: Book) -> None:
    said = {element.tag.rpartition("}")[2]: element.text for element in book.tree("docProps/core.xml")}
    assert said["title"] == "Kosten- und Finanzierungsplan"
    assert said["creator"] == "Landratsamt Wartburgkreis"
    assert said["language"] == "de-DE"
    assert said["description"] == MARK
    assert content().mark.digest in str(said["subject"])


def test_the_picture_follows_the_sheet_of_financing_and_is_described(tmp_path: Path) -> None:
    found = Finding("cost_2018", "Kosten", 1, None, None, Unit.CENTS, 2, "2018", "costs", "total", "y2018", "06_personal_budget", ())
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook_xlsx(let_out(tables(HOUSE, tmp_path / "haus"), Level.OEFFENTLICH), {found.id: found}, content().mark))
    book = Book(path)
    drawings = [book.tree(name) for name in book.parts if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
    assert len(drawings) == 1
    for drawing in drawings:
        for about in drawing.iter(f"{DRAWING}cNvPr"):
            assert "wer welchen Teil der Gesamtkosten trägt" in about.get("descr", "")
    chart = book.parts["xl/charts/chart1.xml"].decode()
    assert len(re.findall(r"<c:ser>", chart)) == 7
    assert set(re.findall(r"<c:f>'?([^'!]+)", chart)) == {"Finanzierung"}
    assert MARK in chart


def test_a_refused_table_is_in_the_contents_and_has_no_table(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook_xlsx({"costs": NotAssessable("nicht auswertbar: Stellen fehlen.")}, {}, content().mark))
    book = Book(path)
    assert ["Kosten", "Kosten", "nicht auswertbar", ""] in [row[:4] for row in cells(path)[CONTENTS]]
    assert book.tables("Kosten") == []
    assert INPUTS not in book.sheets


def test_heads_that_repeat_are_told_apart() -> None:
    assert unique(["von", "bis", "Von", "bis", "x"]) == ["von", "bis", "Von (2)", "bis (2)", "x"]
