"""Every rule of the contract, on rows that break it on purpose."""

from collections.abc import Callable

import pytest

from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.results import GermanError

Read = Callable[..., Records]
CLIENTS = "Klienten-ID;Haushalt;Geburtsjahr\nK1;H1;1980\nK2;H1;1985\nK3;H2;1990\n"
POSTS = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nST1;S 12;3;1,0;01.01.2017\n"
HEADER = "Beratungs-ID;Datum;Klienten-ID;Anliegen;Dauer (Min);Stelle\n"


def faults(records: Records, table: str = "beratungen") -> list[tuple[int | None, str, str, str]]:
    return [(f.line, f.column, f.rule, f.action) for f in records.faults if f.table == table]


def consultations(read: Read, *rows: str) -> Records:
    return read({"klienten": CLIENTS, "stellen": POSTS, "beratungen": HEADER + "".join(f"{row}\n" for row in rows)})


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("B1;1.2.17;K1;Wohnen;30;ST1", []),
        ("B1;1.2.17;;;;", []),
        ("B1;;K1;Wohnen;30;ST1", [("Datum", "missing_value", "rejected")]),
        (";1.2.17;K1;Wohnen;30;ST1", [("Beratungs-ID", "missing_value", "rejected")]),
        ("B1;31.2.17;K1;Wohnen;30;ST1", [("Datum", "bad_date", "rejected")]),
        ("B1;31.12.2016;K1;Wohnen;30;ST1", [("Datum", "outside_period", "rejected")]),
        ("B1;01.11.2017;K1;Wohnen;30;ST1", [("Datum", "outside_period", "rejected")]),
        ("B1;1.2.17;K1;Wohnen;viel;ST1", [("Dauer (Min)", "bad_number", "cleared")]),
        ("B1;1.2.17;K1;Wohnen;481;ST1", [("Dauer (Min)", "out_of_range", "cleared")]),
        ("B1;1.2.17;K1;Wohnen;0;ST1", [("Dauer (Min)", "out_of_range", "cleared")]),
        ("B1;1.2.17;K1;Wohnugn;30;ST1", [("Anliegen", "unknown_code", "cleared")]),
        ("B1;1.2.17;K9;Wohnen;30;ST1", [("Klienten-ID", "unknown_reference", "cleared")]),
        ("B1;1.2.17;K1;Wohnen;30;ST9", [("Stelle", "unknown_reference", "cleared")]),
        ("B1;1.2.17;K1;Wohnen;30", [("", "malformed_row", "rejected")]),
        (
            "B1;morgen;K9;Wohnugn;-5;ST1",
            [
                ("Anliegen", "unknown_code", "rejected"),
                ("Datum", "bad_date", "rejected"),
                ("Dauer (Min)", "out_of_range", "rejected"),
                ("Klienten-ID", "unknown_reference", "rejected"),
            ],
        ),
    ],
)
def test_a_row_and_all_its_faults(read: Read, row: str, found: list[tuple[str, str, str]]) -> None:
    records = consultations(read, row)
    assert faults(records) == [(2, *fault) for fault in found]
    assert len(records.tables["consultations"]) == (0 if any(fault[2] == "rejected" for fault in found) else 1)


def test_cleared_values_are_missing_and_the_others_stay(read: Read) -> None:
    row = consultations(read, "B1;1.2.17;K9;Wohnugn;481;ST1").tables["consultations"].iloc[0]
    assert row[["client_id", "topic", "minutes"]].isna().all()
    assert row["post_id"] == "ST1"


def test_an_exact_repetition_after_parsing_uses_the_first(read: Read) -> None:
    records = consultations(read, "B1;1.2.17;K1;Wohnen;30;ST1", "B2;1.2.17;;;;", "B1;2017-02-01;K1;wohnen ;30,0;ST1")
    assert faults(records) == [(4, "Beratungs-ID", "duplicate_row", "rejected")]
    assert "beratungen.csv, Zeile 2" in records.faults[0].advice
    assert records.tables["consultations"]["consultation_id"].tolist() == ["B1", "B2"]


def test_one_key_with_different_content_rejects_all(read: Read) -> None:
    records = consultations(read, "B1;1.2.17;K1;Wohnen;30;ST1", "B1;1.2.17;K1;Wohnen;30;ST1", "B1;1.2.17;K1;Wohnen;31;ST1")
    assert [fault[2] for fault in faults(records)] == ["duplicate_key"] * 3
    assert records.tables["consultations"].empty


def test_a_composite_key_is_reported_at_its_first_column_and_order_is_checked(read: Read) -> None:
    chain = (
        "Klienten-ID;Station;Begonnen am;Abgeschlossen am;Ergebnis\n"
        "K1;Sprachkurs;1.2.17;1.3.17;abgeschlossen\n"
        "K1;Sprachkurs;1.4.17;1.3.17;abgebrochen\n"
        "K1;Sprachkurs;1.2.17;2.3.17;abgeschlossen\n"
        "K2;Sprachkurs;1.2.17;1.2.17;abgeschlossen\n"
        "K2;Sprachkurs;1.5.17;;laufend\n"
    )
    records = read({"klienten": CLIENTS, "integrationskette": chain})
    assert faults(records, "integrationskette") == [
        (2, "Klienten-ID", "duplicate_key", "rejected"),
        (3, "Abgeschlossen am", "wrong_order", "rejected"),
        (4, "Klienten-ID", "duplicate_key", "rejected"),
    ]


def test_a_blank_part_of_a_key_is_equal_to_a_blank(read: Read) -> None:
    records = read(
        {"monatsstatistik": "Monat;Merkmal;Ausprägung;Beratungen\n1/2017;;;5\nJanuar 2017;Ort;Geisa;3\n2017-01;;;5\n2017-13;;;1\n"}
    )
    assert faults(records, "monatsstatistik") == [(4, "Monat", "duplicate_row", "rejected"), (5, "Monat", "bad_date", "rejected")]


def test_required_references_follow_rejected_rows_and_name_the_row_to_mend(read: Read) -> None:
    clients = "Klienten-ID;Geburtsjahr\nK1;1980\nK2;1981\nK2;1982\nK3;1990\n"
    slips = "Karten-Nr;Klienten-ID;Lfd. Nr;Amt\nL1;K1;1;Jobcenter\nL2;K2;1;Jobcenter\nL3;K7;1;Jobcenter\n"
    records = read({"klienten": clients, "laufkarten": slips})
    second, third = (fault for fault in records.faults if fault.table == "laufkarten")
    assert (second.line, second.rule, second.action, second.own) == (3, "unknown_reference", "rejected", False)
    assert "klienten.csv, Zeile 3" in second.advice
    assert (third.line, third.rule, third.action, third.own) == (4, "unknown_reference", "rejected", True)
    assert records.rejected_share["slip_entries"] == pytest.approx(1 / 3)


def test_a_row_that_lost_its_key_explains_as_many_unknown_references(read: Read) -> None:
    slips = "Karten-Nr;Klienten-ID;Lfd. Nr;Amt\nL1;K2;1;Jobcenter\nL1;K2;2;VHS\n"
    records = read({"klienten": "Klienten-ID;Geburtsjahr\nK1;1980\n;1981\n", "laufkarten": slips})
    assert {fault.own for fault in records.faults if fault.table == "laufkarten"} == {False}
    assert records.rejected_share["slip_entries"] == 0


def test_references_to_an_absent_table_are_not_checked_and_that_is_said_once(read: Read) -> None:
    records = read({"beratungen": HEADER + "B1;1.2.17;K1;Wohnen;30;ST1\n"})
    assert not records.faults
    assert len(records.notes) == 2
    assert "„Klienten“" in records.notes[0]


def test_equal_rows_of_tables_without_key_are_counted_events(read: Read) -> None:
    records = read({"buchungen": "Datum;Betrag;E/A\n1.2.17;5,00;\n1.2.17;5;A\n2.2.17;7 €;E\n"})
    bookings = records.tables["bookings"]
    assert bookings["amount"].tolist() == [500, 500, 700]
    assert bookings["direction"].tolist() == ["expenditure", "expenditure", "income"]
    assert records.notes == ("„Buchungen“: 1 Zeile gleicht einer früheren; jede zählt als eigener Vorgang.",)


def test_bounds_follow_the_period_and_shares_keep_their_dot(read: Read) -> None:
    records = read({"klienten": "Klienten-ID;Geburtsjahr\nK1;2017\nK2;2018\nK3;1909\n", "stellen": POSTS.replace("1,0", "0.125")})
    assert faults(records, "klienten") == [(3, "Geburtsjahr", "out_of_range", "cleared"), (4, "Geburtsjahr", "out_of_range", "cleared")]
    assert records.tables["posts"]["share"].tolist() == [0.125]


def test_the_message_says_where_what_and_what_happens(read: Read) -> None:
    records = consultations(read, "B1;17.03.2071;K1;Wohnen;30;ST1")
    assert records.faults[0].message == (
        "beratungen.csv, Zeile 2, Spalte „Datum“: „17.03.2071“ liegt nach dem Zeitraum der Lieferung (bis 31.10.2017). "
        "Bitte das Jahr prüfen. Die Zeile wird nicht verwendet."
    )


def test_too_many_losses_stop_before_any_analysis(deliver: Callable[..., object]) -> None:
    rows = "".join(f"B{i};{'' if i < 2 else '1.2.17'}\n" for i in range(19))
    folder = deliver({"beratungen": "Beratungs-ID;Datum\n" + rows})
    with pytest.raises(GermanError, match=r"Beratungen 2 von 19 \(10,5"):
        read_delivery(folder, SIMULATED_KEY)
    assert read_delivery(folder, SIMULATED_KEY, max_rejected=0.2).rejected_share == {"consultations": 2 / 19}
    assert len(read_delivery(folder, SIMULATED_KEY, accept_losses=True).tables["consultations"]) == 17


def test_exactly_the_allowed_share_goes_on(deliver: Callable[..., object]) -> None:
    rows = "".join(f"B{i};{'' if i < 2 else '1.2.17'}\n" for i in range(20))
    assert read_delivery(deliver({"beratungen": "Beratungs-ID;Datum\n" + rows}), SIMULATED_KEY).intake[0].rows_used == 18


def test_months_are_held_against_the_stated_totals(read: Read) -> None:
    records = read(
        {
            "beratungen": "Beratungs-ID;Datum;Erschienen\nB1;1.2.17;nein\nB2;2.2.17;ja\nB3;;ja\n",
            "monatsstatistik": "Monat;Merkmal;Beratungen\n03/2017;;1\n02/2017;;3\n02/2017;Ort;1\n",
        }
    )
    assert [(line.month, line.used, line.stated, line.difference) for line in records.control] == [
        ("2017-02", 2, 3, -1),
        ("2017-03", 0, 1, -1),
    ]
