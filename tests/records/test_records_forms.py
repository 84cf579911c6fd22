"""The same content in any form gives the same records and the same faults."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.records.other_forms import as_text, as_typed, to_parquet, to_sqlite, to_xlsx
from wiwak_eval.records import SIMULATED_KEY, Location, Records, read_delivery
from wiwak_eval.shipped import shipped

Deliver = Callable[..., Path]
MESSY = {
    "klienten": "Klienten-ID;Haushalt;Geburtsjahr;Geschlecht;Anerkannt am;Gemeinde;Bemerkung\n"
    "K1;H1;1980;w;1.2.16;Geisa;Canary Anna\nK2;H1;1897;m;;16063032;\nK2;H2;1990;m;;;\n"
    '007;;;x;gestern;"Bad\nSalzungen";\n;;1970;;;;\n;;;;;;\n',
    "beratungen_2": "Beratungs-ID;Datum;Klienten-ID;Anliegen;Dauer (Min);Erschienen;Stelle\n"
    "B3;17.03.2071;K1;Wohnen;30;ja;ST1\nB4;;K1;Wohnen+Arbeit;30;;ST1\nB5;2017-05-05;007;Wohnugn;481;nein;ST9\n",
    "beratungen_1": "Beratungs-ID;Datum;Klienten-ID;Anliegen;Dauer (Min);Erschienen;Stelle\n"
    "B1;1.2.17;K1;Wohnen;30;ja;ST1\nB1;01.02.2017;K1;housing;30;x;ST1\nB2;31.02.2017;K9;;viel;vielleicht;\n\n",
    "integrationskette": "Klienten-ID;Station;Begonnen am;Abgeschlossen am;Ergebnis\n"
    "K1;Sprachkurs;1.2.17;1.3.17;abgeschlossen\nK1;Sprachkurs;1.4.17;1.3.17;abgebrochen\nK2;Wohnung;1.2.17;;laufend\n",
    "buchungen": "Datum;E/A;Kostenart;Betrag;Sachleistung;Beleg-Nr\n"
    "3.1.17;A;Personal;1.234,56;nein;0001\n3.1.17;A;Personal;1.234,56;nein;0001\n4.1.17;;Räume;-20;ja;0002\n5.1.17;E;Zuwendung;1,234;;3\n",
    "stellen": "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nST1;S 12;3;0,125;01.01.2017\nST2;Chef;7;1,5;01.01.2017\n",
    "monatsstatistik": "Monat;Merkmal;Beratungen\nFebruar 2017;;3\n03/2017;;4\n2017-13;;1\n",
    "notizen": "a;b\n1;2\n",
}


def known(records: Records) -> Counter[tuple[str, str, str, str]]:
    return Counter((fault.table, fault.column, fault.rule, fault.action) for fault in records.faults)


def reading(location: Location) -> Records:
    return read_delivery(location, SIMULATED_KEY, accept_losses=True)


def assert_same(first: Records, second: Records) -> None:
    assert second.facts == first.facts
    assert known(second) == known(first)
    assert second.digests == first.digests
    for name, frame in first.tables.items():
        assert second.tables[name].equals(frame), name
    assert second.control == first.control
    assert second.rejected_share == first.rejected_share
    assert second.dropped_columns == first.dropped_columns
    assert second.absent == first.absent
    accounts = [[(line.table, line.rows_read, line.rows_counted, line.rows_used) for line in records.intake] for records in (first, second)]
    assert accounts[0] == accounts[1]


@pytest.fixture
def messy(deliver: Deliver) -> Path:
    return deliver({name: text for name, text in MESSY.items() if name != "notizen"})


@pytest.mark.parametrize("typed", [as_text, as_typed])
@pytest.mark.parametrize("make", [to_xlsx, to_sqlite])
@pytest.mark.parametrize("delivery", ["messy", "pilot"])
def test_workbook_and_sqlite_say_what_the_folder_says(
    delivery: str, make: Callable[..., Path], typed: object, messy: Path, tmp_path: Path
) -> None:
    folder = messy if delivery == "messy" else shipped("data") / "pilot"
    made = make(folder, tmp_path / ("l.xlsx" if make is to_xlsx else "l.sqlite"), typed)
    assert_same(reading(folder), reading(made))


@pytest.mark.parametrize("delivery", ["messy", "pilot"])
def test_parquet_says_what_the_folder_says(delivery: str, messy: Path, tmp_path: Path) -> None:
    folder = messy if delivery == "messy" else shipped("data") / "pilot"
    assert_same(reading(folder), reading(to_parquet(folder, tmp_path / "parquet")))


def test_faults_name_sheet_and_row_or_no_line(messy: Path, tmp_path: Path) -> None:
    book, base = reading(to_xlsx(messy, tmp_path / "l.xlsx")), reading(to_sqlite(messy, tmp_path / "l.db"))
    parquet = reading(to_parquet(messy, tmp_path / "parquet"))
    (late,) = (fault for fault in book.faults if fault.rule == "outside_period")
    assert (late.file, late.sheet, late.line) == ("l.xlsx", "beratungen_2", 4)
    assert late.message.startswith("l.xlsx, Blatt „beratungen_2“, Zeile 4, Spalte „Datum“: „17.03.2071“ liegt nach")
    again = next(fault for fault in book.faults if fault.rule == "duplicate_row")
    assert "wiederholt l.xlsx, Blatt „beratungen_1“, Zeile 4." in again.advice
    assert {fault.line for fault in (*base.faults, *parquet.faults)} == {None}
    assert {fault.file for fault in base.faults if fault.table == "klienten"} == {"l.db.klienten"}
    assert {fault.file for fault in parquet.faults if fault.table == "klienten"} == {"klienten.parquet"}
    assert [line.place for line in book.intake][:2] == ["l.xlsx, Blatt „beratungen_1“", "l.xlsx, Blatt „beratungen_2“"]
