"""The clerk's workbook: every value where it was delivered, every fault in its cell, nothing that is not in the contract."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.records import annotated_parts as limits
from wiwak_eval.records.annotated import Delivered, annotated_xlsx
from wiwak_eval.records.annotated_faults import OUTCOMES, RULES
from wiwak_eval.records.delivery import read_with_rows
from wiwak_eval.records.rules import Action, Rule

Deliver = Callable[..., Path]
HEADER = "Beratungs-ID;Datum;Ort;Dauer (Min);Bemerkung\n"
CLEAN = "B1;17.03.2017;Geisa;30;Canary Anna\n"
FAULTY = "B2;17.03.2071;Vacha;4800;Canary Berta\nB3;18.03.2017;Ruhla;4800;\nB4;1.4.17;Geisa\n"


def annotated(folder: Path) -> tuple[bytes, Records]:
    records, rows = read_with_rows(folder, SIMULATED_KEY, accept_losses=True)
    content = annotated_xlsx(Delivered(folder.name, records, rows))
    assert content is not None
    return content, records


def sheets(content: bytes) -> Mapping[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def text_of(content: bytes) -> str:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return "\n".join(archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".vml", ".rels")))


def listed(content: bytes) -> list[tuple[object, ...]]:
    rows = sheets(content)["Mängel"]
    top = next(place for place, row in enumerate(rows) if row[0] == "Tabelle")
    assert rows[top] == ["Tabelle", "Blatt", "Zeile", "Spalte", "Mangel", "Folge", "Rat"]
    return [tuple(row) for row in rows[top + 1 :]]


def test_every_row_stands_on_its_line_and_every_fault_is_listed(deliver: Deliver) -> None:
    content, records = annotated(deliver({"beratungen": HEADER + CLEAN + "\n" + FAULTY}))
    sheet = sheets(content)["beratungen"]
    assert sheet[0] == ["Beratungs-ID", "Datum", "Ort", "Dauer (Min)"]
    assert sheet[1] == ["B1", date(2017, 3, 17), "Geisa", 30]
    assert sheet[3] == ["B2", date(2071, 3, 17), "Vacha", 4800]
    assert [(row[0], str(row[2]), row[3]) for row in listed(content)] == [("beratungen", str(f.line), f.column) for f in records.faults]
    assert [f.rule for f in records.faults] == ["outside_period", "out_of_range", "out_of_range", "malformed_row"]
    assert listed(content)[2][4:6] == ("außerhalb der Grenzen", "Angabe bleibt leer")


def test_faulty_cells_carry_the_advice(deliver: Deliver) -> None:
    content, records = annotated(deliver({"beratungen": HEADER + CLEAN + FAULTY}))
    archive = zipfile.ZipFile(io.BytesIO(content))
    comments = archive.read("xl/comments1.xml").decode()
    assert re.findall(r'<comment ref="([A-Z]+\d+)"', comments) == ["B3", "D3", "D4", "A5"]
    assert records.faults[0].advice.replace('"', "&quot;") in comments
    sheet = archive.read("xl/worksheets/sheet3.xml").decode()
    styles = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', sheet))
    assert styles["B3"] != styles["B2"]
    assert styles["D4"] not in {styles["D2"], styles["D3"]}
    assert len({styles[f"{column}5"] for column in "ABCD"}) == 1


def test_columns_outside_the_contract_are_named_and_not_copied(deliver: Deliver) -> None:
    content, _ = annotated(deliver({"beratungen": HEADER + CLEAN + FAULTY + "B5;x;Canary Ort;;Canary Clara;Canary Dora\n"}))
    text = text_of(content)
    assert "(beratungen): Bemerkung." in text
    assert not re.search(r"Canary (Anna|Berta|Clara|Dora)", text)


@pytest.mark.parametrize(
    "text", ["=1+1", "+49", "-x", "@SUM(A1)", "<b>fett</b>", "<r><t>roh</t></r>", "http://example.org", "a\x01b", "&amp"]
)
def test_text_stays_text(deliver: Deliver, text: str) -> None:
    content, _ = annotated(deliver({"beratungen": f"Beratungs-ID;Datum;Ort\nB1;1.2.17;{text}\n"}))
    assert str(sheets(content)["beratungen"][1][2]).strip() == text
    assert "<f>" not in text_of(content)
    assert "<hyperlink " not in text_of(content)


def test_negative_amounts_stay_numbers(deliver: Deliver) -> None:
    content, _ = annotated(deliver({"buchungen": "Datum;Betrag;Beleg-Nr\n1.2.17;-1.234,50 €;007\n"}))
    assert sheets(content)["buchungen"][1] == [date(2017, 2, 1), -1234.5, "007"]


def test_a_copy_without_faults_can_be_delivered_again(deliver: Deliver, tmp_path: Path) -> None:
    folder = deliver(
        {"beratungen_1": HEADER + CLEAN, "beratungen_2": HEADER.upper() + CLEAN.replace("B1", "B7"), "klienten": "Klienten-ID\n01\n"}
    )
    content, records = annotated(folder)
    copy = tmp_path / "kopie.xlsx"
    copy.write_bytes(content)
    again = read_delivery(copy, SIMULATED_KEY)
    assert again.faults == ()
    assert again.digests == records.digests
    assert again.facts == records.facts


def test_the_same_bytes_each_time(deliver: Deliver) -> None:
    folder = deliver({"beratungen": HEADER + CLEAN + FAULTY})
    assert annotated(folder)[0] == annotated(folder)[0]


def test_a_workbook_keeps_its_sheets(deliver: Deliver, tmp_path: Path) -> None:
    copy = tmp_path / "mappe.xlsx"
    copy.write_bytes(annotated(deliver({"beratungen_2017_1": HEADER + CLEAN + "B2;31.02.2017;;;\n"}))[0])
    content, records = annotated(copy)
    assert list(sheets(content)) == ["Mängel", "Lieferung", "beratungen_2017_1"]
    assert [(fault.line, fault.rule) for fault in records.faults] == [(3, "bad_date")]
    assert listed(content)[0][1] == "beratungen_2017_1"


def test_large_deliveries_show_faulty_rows_and_few_comments(deliver: Deliver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ROWS", 3)
    monkeypatch.setattr(limits, "MOST_COMMENTS", 1)
    content, records = annotated(deliver({"beratungen": HEADER + CLEAN + CLEAN.replace("B1", "B9") + FAULTY}))
    sheet = sheets(content)["beratungen"]
    assert [row[0] for row in sheet[1:]] == ["", "", "B2", "B3"]
    assert len(re.findall("<comment ref", zipfile.ZipFile(io.BytesIO(content)).read("xl/comments1.xml").decode())) == 1
    assert len(listed(content)) == len(records.faults)
    words = " ".join(str(row[0]) for row in sheets(content)["Mängel"])
    assert "gezeigt sind nur Zeilen mit Mängeln" in words
    assert "tragen einen Kommentar" in words


def test_every_rule_and_outcome_has_a_german_name() -> None:
    assert set(RULES) == set(Rule)
    assert set(OUTCOMES) == set(Action)
