"""Workbooks as offices keep them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from wiwak_eval.records import SIMULATED_KEY, Kind, Records, delivery_is_simulated, read_delivery, read_facts
from wiwak_eval.records.cells import cell_text
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.results import GermanError

Rows = Sequence[Sequence[object]]
FACTS: Rows = [
    ["Angaben zur Lieferung"],
    [],
    [None, "Behörde", "Landratsamt", "der volle Name"],
    [None, "Zeitraum von", date(2017, 1, 1)],
    [None, "Zeitraum bis", 43039],
    [None, "geliefert am", "15.11.2017"],
    [None, "simuliert", True],
    [None, "erster Projektmonat", date(2017, 2, 1)],
]
CLIENTS = ["Klienten-ID", "Geburtsjahr", "Anerkannt am", "Gemeinde"]


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: sheet to rows, and where the first row stands."""

    def write(sheets: dict[str, Rows], top: int = 0, left: int = 0, name: str = "lieferung.xlsx") -> Path:
        file = tmp_path / name
        with xlsxwriter.Workbook(file, {"default_date_format": "dd.mm.yyyy"}) as made:
            for sheet, rows in sheets.items():
                page = made.add_worksheet(sheet)
                for row, cells in enumerate(rows, 0 if sheet == "lieferung" else top):
                    page.write_row(row, 0 if sheet == "lieferung" else left, cells)
        return file

    return write


def reading(file: Path) -> Records:
    return read_delivery(file, SIMULATED_KEY, accept_losses=True)


def test_facts_stand_in_rows_of_key_and_value(book: Callable[..., Path]) -> None:
    file = book({"lieferung": FACTS})
    facts = read_facts(file)
    assert (facts.authority, facts.period_from, facts.period_to) == ("Landratsamt", date(2017, 1, 1), date(2017, 10, 31))
    assert (facts.delivered_on, facts.simulated, facts.first_project_month) == (date(2017, 11, 15), True, "2017-02")
    assert delivery_is_simulated(file)


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ({"Klienten": [CLIENTS, ["K1"]]}, "fehlt das Blatt „lieferung“"),
        ({"lieferung": [["Behörde", "x"]]}, "lieferung.xlsx, Blatt „lieferung“: Die Angabe „Zeitraum von“ fehlt"),
        ({"lieferung": [*FACTS[:6], ["simuliert", False]]}, "Rechtsgrundlage fehlt"),
        ({"lieferung": FACTS, "Notizen": [["a"], ["b"]]}, "Dort ist kein Blatt eines bekannten Namens"),
        ({"lieferung": FACTS, "Klienten": []}, "die Spalte „Klienten-ID“ fehlt"),
        ({"lieferung": FACTS, "Klienten": [["Klienten-ID", "client_id"], ["1", "1"]]}, "„Klienten-ID“ steht doppelt"),
    ],
)
def test_a_workbook_without_sound_facts_or_tables_is_refused(book: Callable[..., Path], sheets: dict[str, Rows], words: str) -> None:
    with pytest.raises(GermanError, match=words):
        reading(book(sheets))


@pytest.mark.parametrize(("top", "left"), [(0, 0), (1, 0), (7, 3)])
def test_the_header_is_found_below_titles_and_rows_are_those_of_the_sheet(book: Callable[..., Path], top: int, left: int) -> None:
    rows = [["Klienten-ID der Stadt"], ["Stand:", date(2017, 11, 1), "Gemeinde"], [], CLIENTS, [], ["K1", 1897], ["", " "], ["K2", 1980]]
    records = reading(book({"lieferung": FACTS, "Klienten": rows}, top, left))
    assert len(records.tables["clients"]) == 2
    (fault,) = records.faults
    assert (fault.line, fault.rule, fault.sheet) == (top + 6, "out_of_range", "Klienten")
    assert records.intake[0].rows_read == 2


def test_typed_cells_are_read_as_what_they_are(book: Callable[..., Path]) -> None:
    rows = [
        CLIENTS,
        ["007", 1980.0, date(2016, 3, 17), "05315000"],
        [8, "1981", 42446, 16063032],
        ["K3", 1982, datetime(2016, 3, 17, 14, 30), 1.5],
        ["K4", 1983, 2016, True],
        ["K5", 1984, "42446", ""],
    ]
    records = reading(book({"lieferung": FACTS, "klienten": rows}))
    clients = records.tables["clients"]
    assert clients["municipality"].tolist()[:4] == ["05315000", "16063032", "1,5", "ja"]
    assert clients["birth_year"].tolist() == [1980, 1981, 1982, 1983, 1984]
    assert [str(day)[:10] for day in clients["recognised_on"]] == ["2016-03-17"] * 3 + ["NaT"] * 2
    assert [(fault.line, fault.rule) for fault in records.faults] == [(5, "bad_date"), (6, "bad_date")]


def test_yes_and_no_months_and_amounts(book: Callable[..., Path]) -> None:
    records = reading(
        book(
            {
                "lieferung": FACTS,
                "beratungen": [["Beratungs-ID", "Datum", "Erschienen"], [1, 42767, True], [2, 42767, 0], [3, 42767], [4, 42767, "x"]],
                "monatsstatistik": [["Monat", "Beratungen"], [date(2017, 2, 1), 4], ["März 2017", 1.0], [date(2017, 4, 2), 1]],
                "buchungen": [["Datum", "Betrag"], [42767, 0.1 + 0.2], [42767, -1234.5], [42767, 1.005], [42767, "1.234"]],
            }
        )
    )
    assert records.tables["consultations"]["attended"].tolist() == [True, False, False, True]
    assert records.tables["consultations"]["consultation_id"].tolist() == ["1", "2", "3", "4"]
    assert records.tables["monthly_totals"]["month"].tolist() == ["2017-02", "2017-03"]
    assert records.tables["bookings"]["amount"].tolist() == [30, -123450, 123400]
    assert {fault.rule for fault in records.faults} == {"bad_date", "bad_number"}


def test_sheets_are_parts_of_a_table_in_natural_order(book: Callable[..., Path]) -> None:
    sheets = {"organisationen_10": "C", "Organisationen_2": "B", "organisationen": "A"}
    records = reading(
        book({"lieferung": FACTS} | {name: [["Kürzel", "Name", "Sektor"], [id, id, "Kommune"]] for name, id in sheets.items()})
    )
    assert records.tables["organisations"]["organisation_id"].tolist() == ["A", "B", "C"]
    assert [line.sheet for line in records.intake] == ["organisationen", "Organisationen_2", "organisationen_10"]


def test_a_remark_beside_a_row_makes_it_malformed_and_other_columns_are_dropped(book: Callable[..., Path]) -> None:
    rows = [[*CLIENTS, "", "Bemerkung"], ["K1", 1980, None, None, "x", "Canary"], ["K2", 1981, None, None, None, None, None, "Canary"]]
    records = reading(book({"lieferung": FACTS, "klienten": rows, "Notizen": [["Canary"]]}))
    assert [(fault.line, fault.rule, fault.action) for fault in records.faults] == [(3, "malformed_row", "rejected")]
    assert records.dropped_columns == {"klienten": ("(ohne Namen)", "Bemerkung")}
    assert records.unused_files == ("Notizen",)
    assert "Canary" not in "".join(fault.message for fault in records.faults)


def test_macros_are_not_even_looked_at(tmp_path: Path) -> None:
    file, macro = tmp_path / "lieferung.xlsm", tmp_path / "vbaProject.bin"
    macro.write_bytes(b"\xd0\xcf\x11\xe0 Sub Auto_Open()")
    with xlsxwriter.Workbook(file, {"default_date_format": "dd.mm.yyyy"}) as made:
        made.add_vba_project(str(macro))
        for name, rows in {"lieferung": FACTS, "klienten": [CLIENTS, ["K1"]]}.items():
            sheet = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    assert reading(file).intake[0].rows_used == 1


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        (None, Kind.YES_NO, ""),
        (float("nan"), Kind.MONEY, ""),
        (float("inf"), Kind.MONEY, "inf"),
        (-0.0, Kind.WHOLE, "0"),
        (1.5, Kind.MONEY, "1,5"),
        (1.125, Kind.NUMBER, "1,125"),
        (1e22, Kind.TEXT, "10000000000000000000000"),
        (Decimal("1234.50"), Kind.MONEY, "1234,50"),
        (Decimal("NaN"), Kind.MONEY, ""),
        (1234567890123456, Kind.IDENTIFIER, "1234567890123456"),
        (False, Kind.YES_NO, "nein"),
        (datetime(2017, 3, 17, 10, 15), Kind.TEXT, "2017-03-17 10:15:00"),
        (datetime(2017, 3, 17), Kind.TEXT, "2017-03-17"),
        ("a\r\nb", Kind.TEXT, "a\nb"),
        (b"\xc3\xa4\xff", Kind.TEXT, "ä\ufffd"),
    ],
)
def test_a_cell_becomes_the_text_of_a_csv_file(cell: object, kind: Kind, text: str) -> None:
    assert cell_text(cell, kind) == text


@pytest.mark.parametrize("text", ["x" * 1_000_001, "a\0b"])
def test_texts_that_nobody_writes_are_refused(text: str) -> None:
    with pytest.raises(TableRefused):
        cell_text(text, Kind.TEXT)
