"""The template is the contract as an empty workbook; filled in, it is a delivery without a fault."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from tests.job.libreoffice import recalculated
from wiwak_eval.records import SIMULATED_KEY, TABLES, Records, TableSpec, fold, read_delivery
from wiwak_eval.records.contract import CodeList
from wiwak_eval.records.template import OPTIONS, template_xlsx, write_template
from wiwak_eval.records.template_columns import LONGEST_MESSAGE, LONGEST_TITLE, validation
from wiwak_eval.records.template_helpers import TALLY, TIMES
from wiwak_eval.records.template_lists import choices
from wiwak_eval.records.template_texts import HELPERS, PURPOSES
from wiwak_eval.results import GermanError

Cells = Mapping[str, Mapping[str, object]]
LISTS = {column.codes.name: column.codes for table in TABLES.values() for column in table.columns if column.codes is not None}
DELIVERY: Mapping[str, object] = {
    "B2": "Landratsamt Probe",
    "B3": datetime(2017, 1, 1),
    "B4": datetime(2017, 10, 31),
    "B5": datetime(2017, 11, 15),
    "B6": "ja",
}


def filled(folder: Path, cells: Cells) -> Path:
    """The template with some cells written, as a clerk would."""
    file = folder / "lieferung.xlsx"
    book = xlsxwriter.Workbook(file, OPTIONS)
    write_template(book)
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for name, values in ({"Lieferung": DELIVERY} | dict(cells)).items():
        sheet = book.get_worksheet_by_name(name)
        assert sheet is not None
        for place, value in values.items():
            sheet.write(place, value, day) if isinstance(value, datetime) else sheet.write(place, value)
    book.close()
    return file


def in_rows(spec: TableSpec, *rows: Mapping[str, object]) -> dict[str, object]:
    places = {column.header: place for place, column in enumerate(spec.columns)}
    return {f"{chr(65 + places[header])}{line}": value for line, row in enumerate(rows, start=2) for header, value in row.items()}


def read(file: Path) -> Records:
    return read_delivery(file, SIMULATED_KEY)


def test_always_the_same_bytes() -> None:
    assert template_xlsx() == template_xlsx()


def test_sheets_and_headers_are_the_contract() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(template_xlsx()))
    titles = [table.title for table in TABLES.values()]
    assert book.sheet_names == ["Erklärung", "Lieferung", *titles, TALLY, TIMES, "Listen"]
    for table in TABLES.values():
        assert book.get_sheet_by_name(table.title).to_python()[0] == [column.header for column in table.columns]


def test_every_table_is_explained_and_no_helper_is_taken_for_one() -> None:
    assert set(PURPOSES) == set(TABLES)
    known = {fold(word) for table in TABLES.values() for word in (table.name, table.german, table.title)}
    assert not {fold(name) for name in (*HELPERS, "Erklärung", "Listen")} & known


@pytest.mark.parametrize("codes", LISTS.values(), ids=lambda codes: codes.name)
def test_each_choice_is_read_as_the_code_it_stands_for(codes: CodeList) -> None:
    words = choices(codes)
    assert sorted(codes.lookup[fold(word)] for word in words) == sorted(code.canonical for code in codes.codes)
    assert len(words) == len(set(words))


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_each_column_says_what_belongs_there(table: TableSpec) -> None:
    for column in table.columns:
        check = validation(column)
        assert 0 < len(str(check["input_title"])) <= LONGEST_TITLE
        assert 0 < len(str(check["input_message"])) <= LONGEST_MESSAGE
        assert not str(check["input_message"]).endswith("…"), column.header
    sheets = zipfile.ZipFile(io.BytesIO(template_xlsx()))
    place = 3 + list(TABLES).index(table.name)
    content = sheets.read(f"xl/worksheets/sheet{place}.xml").decode()
    assert len(re.findall("<dataValidation ", content)) == len(table.columns)


def test_only_single_codes_are_forced_onto_their_list() -> None:
    consultations, clients = TABLES["consultations"], TABLES["clients"]
    assert validation(consultations.column("channel"))["error_type"] == "stop"
    assert validation(consultations.column("topic"))["show_error"] is False
    assert validation(clients.column("origin"))["error_type"] == "warning"


def test_an_empty_template_is_no_delivery(tmp_path: Path) -> None:
    file = tmp_path / "vorlage.xlsx"
    file.write_bytes(template_xlsx())
    with pytest.raises(GermanError, match="Behörde"):
        read(file)


def test_a_filled_template_is_read_without_a_fault(tmp_path: Path) -> None:
    day = datetime(2017, 3, 17)
    cells = {
        "Beratungen": in_rows(
            TABLES["consultations"],
            {"Beratungs-ID": "007", "Datum": day, "Klienten-ID": "01", "Anliegen": "Wohnen+Arbeit", "Ort": "01063000", "Erschienen": "ja"},
            {"Beratungs-ID": "008", "Datum": day, "Beratungssprache": "Arabisch", "Dauer (Min)": 45, "Erschienen": "nein", "Stelle": "S1"},
        ),
        "Klienten": in_rows(TABLES["clients"], {"Klienten-ID": "01", "Geburtsjahr": 1980, "Herkunft": "Syrien", "Erstkontakt": day}),
        "Buchungen": in_rows(TABLES["bookings"], {"Datum": day, "Betrag": -1234.5, "Kostenart": "Räume"}),
        "Stellen": in_rows(
            TABLES["posts"], {"Stelle": "S1", "Entgeltgruppe": "S 12", "Stufe": 3, "Stellenanteil": 0.75, "Von": datetime(2017, 1, 1)}
        ),
        "Monatsstatistik": in_rows(TABLES["monthly_totals"], {"Monat": "03/2017", "Beratungen": 2}),
    }
    records = read(filled(tmp_path, cells))
    assert records.faults == ()
    assert {name: len(frame) for name, frame in records.tables.items() if len(frame)} == {
        "consultations": 2,
        "clients": 1,
        "bookings": 1,
        "posts": 1,
        "monthly_totals": 1,
    }
    consultations = records.tables["consultations"]
    assert consultations["consultation_id"].tolist() == ["007", "008"]
    assert consultations["municipality"].tolist()[0] == "01063000"
    assert consultations["topic"].tolist()[0] == "housing+work"
    assert consultations["attended"].tolist() == [True, False]
    assert records.tables["bookings"]["amount"].tolist() == [-123450]
    assert records.tables["posts"]["share"].tolist() == [0.75]
    assert records.tables["monthly_totals"]["month"].tolist() == ["2017-03"]


@pytest.mark.system
def test_tally_list_and_time_study_fill_their_tables(tmp_path: Path) -> None:
    """The formulas, worked out by LibreOffice, give rows that are read without a fault."""
    strokes = {"B5": 3, "B6": 2, "D35": 7, "B37": 4, "B38": 1}
    minutes = {"B4": "S1", "B5": datetime(2017, 3, 13), "B7": 120, "C7": 30, "G16": 480}
    posts = in_rows(
        TABLES["posts"], {"Stelle": "S1", "Entgeltgruppe": "S 12", "Stufe": 3, "Stellenanteil": 0.75, "Von": datetime(2017, 1, 1)}
    )
    records = read(recalculated(filled(tmp_path, {TALLY: strokes, TIMES: minutes, "Stellen": posts}), tmp_path))
    assert records.faults == ()
    totals = records.tables["monthly_totals"]
    assert totals["month"].tolist() == [f"2017-{month:02d}" for month in range(1, 11)]
    assert totals["consultations"].tolist() == [5, 0, 7, 0, 0, 0, 0, 0, 0, 0]
    assert totals["persons"].tolist()[0] == 4
    times = records.tables["time_study"]
    assert times["activity"].tolist() == ["contact", "follow_up", "absence"]
    assert [str(day)[:10] for day in times["date"]] == ["2017-03-13", "2017-03-13", "2017-03-24"]
    assert times["minutes"].tolist() == [120, 30, 480]
