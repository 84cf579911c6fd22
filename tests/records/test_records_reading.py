"""Files as programs of the county write them."""

import codecs
import csv
import io
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wiwak_eval.records import TABLES, Records
from wiwak_eval.records.rules import TableRefused
from wiwak_eval.records.scan import scan
from wiwak_eval.results import GermanError, NotAssessable

Read = Callable[..., Records]
ROWS = [
    ["Kürzel", "Name", "Sektor"],
    ["WIWAK", "Willkommenscenter", "Kommune"],
    ["FÖ1", "Firma „Rhön“; Söhne, GmbH", "Wirtschaft"],
    ["CAR", 'Caritas "Haus\nMarie"', "Freie Wohlfahrtspflege"],
]
ENCODERS = {
    "utf-8": str.encode,
    "utf-8 with mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "utf-16-le": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 without mark": lambda text: text.encode("utf-16-le"),
    "cp1252": lambda text: text.encode("cp1252"),
}


def as_csv(rows: list[list[str]], separator: str = ";", end: str = "\r\n") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("encoder", ENCODERS.values(), ids=ENCODERS)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_separators_and_line_ends(read: Read, encoder: Callable[[str], bytes], separator: str, end: str) -> None:
    frame = read({"organisationen": encoder(as_csv(ROWS, separator, end))}).tables["organisations"]
    assert frame["organisation_id"].tolist() == ["WIWAK", "FÖ1", "CAR"]
    assert frame["name"].tolist() == [row[1] for row in ROWS[1:]]
    assert frame["sector"].tolist() == ["county", "business", "welfare"]


@pytest.mark.parametrize(
    "header", ["Kürzel;Name;Sektor", " KUERZEL ; name ; SEKTOR ", "organisation_id;name;sector", "Organisation-ID;Name;Sector"]
)
@pytest.mark.parametrize("file", ["organisationen", "Organisationen", "ORGANISATIONS", "organisationen_2017", "Organisationen-1"])
def test_headers_and_file_names_are_matched_loosely(read: Read, header: str, file: str) -> None:
    assert len(read({file: header + "\nA;B;Kommune\n"}).tables["organisations"]) == 1


def test_parts_are_read_in_natural_order_with_columns_in_any_order(read: Read) -> None:
    records = read(
        {
            "organisationen_10": "Sektor;Kürzel;Name\nEhrenamt;C;c\n",
            "organisationen_2": "Name;Sektor;Kürzel;Bemerkung\nb;Kommune;B;geheim\n",
            "organisationen_1": "Kürzel;Name;Sektor\nA;a;Wirtschaft\n",
        }
    )
    assert records.tables["organisations"]["organisation_id"].tolist() == ["A", "B", "C"]
    assert [line.file for line in records.intake] == ["organisationen_1.csv", "organisationen_2.csv", "organisationen_10.csv"]
    assert records.dropped_columns == {"organisationen": ("Bemerkung",)}


def test_a_column_that_only_one_part_has_is_missing_in_the_other(read: Read) -> None:
    files = {
        "beratungen_1": "Beratungs-ID;Datum;Erschienen;Ort\n1;1.2.17;nein;Geisa\n2;1.2.17;;Vacha\n",
        "beratungen_2": "Beratungs-ID;Datum\n3;1.2.17\n",
    }
    frame = read(files).tables["consultations"]
    assert frame["attended"].tolist() == [False, False, True]
    assert frame["municipality"].isna().tolist() == [False, False, True]


def test_lines_are_those_of_an_editor(read: Read) -> None:
    text = '\n;;\nKürzel;Name;Sektor\n\nA;"über\nzwei\n\nZeilen";Kommune\n ; ; \nB;b;Kommun\n"";"";""\nC;"x\ny";??\n\n'
    records = read({"organisationen": text})
    assert [(fault.line, fault.rule) for fault in records.faults] == [(10, "unknown_code"), (12, "unknown_code")]
    assert records.intake[0].rows_read == 3


def test_surplus_empty_fields_are_ignored_and_other_widths_are_malformed(read: Read) -> None:
    text = 'Kürzel;Name;Sektor;;\nA;a;Kommune;;\nB;b;Kommune\nC;c;Kommune;;;;;\nD;d\nE;e;Kommune;;zu viel\nF;f;Kommune; ;""\n'
    records = read({"organisationen": text})
    assert records.tables["organisations"]["organisation_id"].tolist() == ["A", "B", "C", "F"]
    assert [(f.line, f.column, f.rule, f.action) for f in records.faults] == [
        (5, "", "malformed_row", "rejected"),
        (6, "", "malformed_row", "rejected"),
    ]
    assert "2 statt 3 Felder" in records.faults[0].advice


def test_stray_quotes_stay_as_they_are(read: Read) -> None:
    text = 'Kürzel;Name;Sektor\nA;Haus "Anna" 5" Rohr;Kommune\nB;"Haus" Marie;Kommune\nC;"""Eck""";Kommune\n'
    assert read({"organisationen": text}).tables["organisations"]["name"].tolist() == ['Haus "Anna" 5" Rohr', "Haus Marie", '"Eck"']


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kürzel;Name\nA;a\n", "die Spalte „Sektor“ fehlt"),
        ("", "fehlen"),
        ("Kürzel;Name;Sektor;Name\nA;a;Kommune;b\n", "„Name“ steht doppelt"),
        ('Kürzel;Name;Sektor\nA;"a' + "\n" * 50 + '";Kommune\n', "mehr als 50 Zeilen"),
        ('Kürzel;Name;Sektor\nA;"offen;Kommune\nB;b;Kommune\n', "nicht geschlossen"),
        (b"K\xfcrzel;Name;Sektor\nA;\x81;Kommune\n", "nicht lesbar"),
    ],
)
def test_unreadable_files_refuse_their_table_only(read: Read, text: str | bytes, reason: str) -> None:
    records = read({"organisationen": text, "stellen": "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nS1;S 12;3;1,0;01.01.2017\n"})
    assert list(records.tables) == ["posts"]
    assert reason in records.absent["organisations"]
    refusal = records.table("organisations")
    assert isinstance(refusal, NotAssessable)
    assert refusal.reason.startswith("nicht auswertbar: Tabelle „Organisationen“ ist nicht lesbar (organisationen.csv: ")


def test_fifty_lines_in_quotes_are_still_read(read: Read) -> None:
    text = 'Kürzel;Name;Sektor\nA;"a' + "\n" * 49 + 'b";Kommune\n'
    assert len(read({"organisationen": text}).tables["organisations"]) == 1


def test_an_absent_table_refuses_with_the_sentence_of_the_contract(read: Read) -> None:
    records = read({"organisationen": as_csv(ROWS)})
    assert records.absent["slip_entries"] == "Tabelle „Laufkarten“ fehlt."
    assert records.table("slip_entries") == NotAssessable("nicht auswertbar: Tabelle „Laufkarten“ fehlt")


def test_a_header_alone_is_an_empty_table_of_the_right_types(read: Read) -> None:
    frame = read({"buchungen": "Datum;Betrag\n"}).tables["bookings"]
    assert list(frame.columns) == [column.name for column in TABLES["bookings"].columns]
    assert {name: str(kind) for name, kind in frame.dtypes.items()}["amount"] == "Int64"
    assert frame["date"].dtype == "datetime64[us]"
    assert frame["in_kind"].dtype == bool
    assert frame["funder"].dtype == pd.Series([], dtype="str").dtype


def test_files_of_no_table_are_named(read: Read) -> None:
    assert read({"organisationen": as_csv(ROWS), "notizen": "a;b\n1;2\n"}).unused_files == ("notizen.csv",)


def test_nothing_readable_stops(read: Read) -> None:
    with pytest.raises(GermanError, match=r"keine Tabelle lesbar.*Spalte „Datum“ fehlt"):
        read({"buchungen": "Betrag\n1\n"})
    with pytest.raises(GermanError, match="keine Tabelle lesbar"):
        read({})


FIELD = st.text(st.sampled_from('aü"; ,\n\t'), max_size=6)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    rows=st.lists(st.tuples(FIELD, FIELD), max_size=12),
    order=st.permutations([0, 1, 2, 3]),
    separator=st.sampled_from([";", ",", "\t"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_any_text_comes_back_and_rows_read_are_used_or_rejected(
    read: Read, rows: list[tuple[str, str]], order: list[int], separator: str, end: str
) -> None:
    table = [["Kürzel", "Name", "Sektor", "Bemerkung"], *([f"O{i}", name, "Kommune", remark] for i, (name, remark) in enumerate(rows))]
    records = read({"organisationen": as_csv([[row[place] for place in order] for row in table], separator, end)})
    line = records.intake[0]
    assert line.rows_read == len(rows) == line.rows_used + line.rows_rejected
    named = [(i, name.strip()) for i, (name, _) in enumerate(rows) if name.strip()]
    assert records.tables["organisations"]["organisation_id"].tolist() == [f"O{i}" for i, _ in named]
    assert records.tables["organisations"]["name"].tolist() == [name for _, name in named]


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from('ab";\n'), max_size=40))
def test_records_are_those_of_another_parser(text: str) -> None:
    try:
        layout = scan(text.encode(), b";")
    except TableRefused:
        return
    other = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") if "".join(row).strip('";\n')]
    assert len(layout.start) == len(other)
