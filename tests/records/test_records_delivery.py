"""The delivery's own facts, pseudonyms, digests, and the report."""

import csv
import hmac
import io
import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from wiwak_eval.records import (
    SIMULATED_KEY,
    TABLES,
    DeliveryFacts,
    Records,
    delivery_is_simulated,
    frames,
    read_delivery,
    read_facts,
    resolve_key,
    write_check,
)
from wiwak_eval.records.assembly import assemble
from wiwak_eval.records.pseudonyms import Pseudonyms
from wiwak_eval.records.report import neutral
from wiwak_eval.records.rows import FileRows
from wiwak_eval.results import GermanError

Deliver = Callable[..., Path]
Read = Callable[..., Records]
FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
CLIENTS = "Klienten-ID;Haushalt;Problemlage;Bemerkung\nK1;H1;Trauma;Canary Anna\nK2;H1;Krankheit;Canary Berta\n"
STELLEN = "Stelle;Entgeltgruppe;Stufe;Stellenanteil;Von\nST1;S 12;3;0,75;01.01.2017\n"
KEY = b"a key of the county, long enough"


def test_facts_in_german_and_english_say_the_same(deliver: Deliver) -> None:
    english = "authority: Landratsamt\nperiod_from: 2017-01-01\nperiod_to: 2017-10-31\ndelivered_on: 2017-11-15\nsimulated: true\n"
    expected = DeliveryFacts("Landratsamt", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 15), True, "2017-01")
    assert read_facts(deliver({}, FACTS)) == read_facts(deliver({}, english)) == expected
    assert delivery_is_simulated(deliver({}, FACTS))


def test_optional_facts(deliver: Deliver) -> None:
    more = "erster Projektmonat: März 2017\nRechtsgrundlage: § 67b SGB X\naufzubewahren bis: 31.12.2020\nLizenz: keine\n"
    facts = read_facts(deliver({}, FACTS.replace("simuliert: ja", "simuliert: nein") + more))
    assert (facts.first_project_month, facts.legal_basis, facts.retain_until, facts.licence) == (
        "2017-03",
        "§ 67b SGB X",
        date(2020, 12, 31),
        "keine",
    )
    assert facts.provenance.mark is None


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (None, "fehlt lieferung.yaml"),
        (FACTS.replace("simuliert: ja", "simuliert: nein"), "Rechtsgrundlage fehlt"),
        (FACTS.replace("simuliert: ja", "simuliert: vielleicht"), "Erwartet wird ja oder nein"),
        (FACTS.replace("simuliert: ja\n", ""), "„simuliert“ fehlt"),
        (FACTS.replace("31.10.2017", "31.02.2017"), "„Zeitraum bis“ ist nicht lesbar"),
        (FACTS.replace("01.01.2017", "01.01.2018"), "liegt nach"),
        ("- a\n- b\n", "enthält keine Angaben"),
        ("a: [", "ist nicht lesbar"),
    ],
)
def test_a_delivery_without_sound_facts_is_refused(deliver: Deliver, facts: str | None, words: str) -> None:
    with pytest.raises(GermanError, match=words):
        read_delivery(deliver({"klienten": CLIENTS}, facts), KEY)


def test_a_missing_path_and_two_fact_files_are_named(deliver: Deliver, tmp_path: Path) -> None:
    with pytest.raises(GermanError, match="gibt es nicht"):
        read_facts(tmp_path / "nirgends")
    folder = deliver({"klienten": CLIENTS})
    with pytest.raises(GermanError, match="kein Ordner"):
        read_facts(folder / "klienten.csv")
    (folder / "delivery.yaml").write_text("authority: x\n")
    with pytest.raises(GermanError, match="nur eine"):
        read_facts(folder)


def test_pseudonyms_are_keyed_hashes_and_join(read: Read) -> None:
    records = read({"klienten": CLIENTS, "beratungen": "Beratungs-ID;Datum;Klienten-ID\nB1;1.2.17;K2\nB2;1.2.17; K1 \n"})
    clients, consultations = records.tables["clients"], records.tables["consultations"]
    expected = [hmac.digest(SIMULATED_KEY, f"client:{name}".encode(), "sha256").hex()[:32] for name in ("K1", "K2")]
    assert clients["client_id"].tolist() == expected
    assert consultations["client_id"].tolist() == expected[::-1]
    assert clients["household_id"].nunique() == 1
    assert consultations["consultation_id"].tolist() == ["B1", "B2"]


@pytest.mark.parametrize("length", [1, 63, 64, 65, 200])
def test_pseudonyms_equal_the_library_for_every_length_of_key(length: int) -> None:
    key = b"k" * length
    assert Pseudonyms(key).of(pa.array(["ä", "b", "ä"]), "household").to_pylist() == [
        hmac.digest(key, f"household:{name}".encode(), "sha256").hex()[:32] for name in ("ä", "b", "ä")
    ]


def test_another_key_changes_pseudonyms_and_nothing_else(deliver: Deliver) -> None:
    folder = deliver({"klienten": CLIENTS, "beratungen": "Beratungs-ID;Datum;Klienten-ID\nB1;1.2.17;K2\nB2;1.2.17;K9\n"})
    one, other = read_delivery(folder, KEY), read_delivery(folder, KEY + b"!")
    assert one.faults == other.faults
    assert one.intake == other.intake
    assert one.digests != other.digests
    hidden = ["client_id", "household_id"]
    assert not set(one.tables["clients"]["client_id"]) & set(other.tables["clients"]["client_id"])
    for name, frame in one.tables.items():
        assert frame.drop(columns=hidden, errors="ignore").equals(other.tables[name].drop(columns=hidden, errors="ignore"))


def test_a_table_is_made_once_and_only_when_it_is_asked_for(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    build = frames.build_frame
    monkeypatch.setattr(frames, "build_frame", lambda checked: made.append(checked.table.spec.name) or build(checked))
    tables = read({"klienten": CLIENTS, "beratungen": "Beratungs-ID;Datum;Klienten-ID\nB1;1.2.17;K2\n"}).tables
    assert "clients" in tables
    assert "referrals" not in tables
    assert (list(tables), len(tables), made) == (["consultations", "clients"], 2, [])
    assert tables["clients"] is tables["clients"]
    assert made == ["clients"]


def test_digests_know_content_not_spelling(read: Read) -> None:
    def digest(text: str) -> str:
        return read({"buchungen": text}).digests["bookings"]

    german = digest("Datum;Betrag;Kostenart\n1.2.17;5,00 €;Räume\n2.2.17;1;\n")
    assert german == digest("Betrag,Datum,cost_type\n5.0,2017-02-01,rooms\n1,02.02.2017,k. A.\n")
    assert german != digest("Datum;Betrag;Kostenart\n2.2.17;1;\n1.2.17;5,00 €;Räume\n")
    assert german != digest("Datum;Betrag;Kostenart\n1.2.17;5,01 €;Räume\n2.2.17;1;\n")


def test_a_digest_stays_what_it_was(read: Read) -> None:
    records = read({"klienten": "Klienten-ID;Haushalt;Geburtsjahr;Erstkontakt\nK1;H1;1980;1.2.17\nK2;;;\n", "stellen": STELLEN})
    assert {name: value[:16] for name, value in records.digests.items()} == {
        "clients": "9e297c221409c933",
        "posts": "52259bb7a223d709",
    }


def test_the_key_comes_from_variable_or_file_and_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WIWAK_KEY", raising=False)
    state = tmp_path / "zustand"
    assert resolve_key(state, simulated=True).value == SIMULATED_KEY
    assert not state.exists()
    made = resolve_key(state, simulated=False)
    assert made.made
    (file,) = state.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = resolve_key(state, simulated=False)
    assert (again.value, again.made) == (made.value, False)
    monkeypatch.setenv("WIWAK_KEY", "ein Schlüssel des Kreises")
    assert resolve_key(state, simulated=False).value == "ein Schlüssel des Kreises".encode()
    monkeypatch.setenv("WIWAK_KEY", "kurz")
    with pytest.raises(GermanError, match="zu kurz"):
        resolve_key(state, simulated=False)


def test_names_in_other_columns_appear_nowhere(read: Read, tmp_path: Path) -> None:
    records = read(
        {
            "klienten": CLIENTS + "Canary-K3;H9;Canary;Canary Clara\nK4;H9;??;Canary Dora\nK4;H9;Trauma;Canary Emil\n;;;Canary Fritz\n",
            "beratungen": "Beratungs-ID;Datum;Klienten-ID;Ort;Bemerkung\n"
            "B1;1.2.17;Canary;Geisa;Canary Gerd\nB2;;K1;Canary;Canary Hans\nB3;1.2.17\n",
            "laufkarten": "Karten-Nr;Klienten-ID;Lfd. Nr;Amt;Bemerkung\nCanary-L;Canary-K;1;;Canary Ida\n",
        }
    )
    write_check(records, tmp_path / "bericht")
    shown = [f.message for f in records.faults if "Problemlage" not in f.message] + list(records.notes) + list(records.absent.values())
    assert not any("Canary" in text for text in shown)
    assert not any("Canary " in text for file in (tmp_path / "bericht").iterdir() for text in [file.read_text()])
    assert not any("Canary " in frame.to_csv() for frame in records.tables.values())
    assert records.dropped_columns == {"klienten": ("Bemerkung",), "beratungen": ("Bemerkung",), "laufkarten": ("Bemerkung",)}


def test_the_report_is_three_plain_files(read: Read, tmp_path: Path) -> None:
    records = read(
        {
            "klienten": "Klienten-ID;Geburtsjahr\nK1;=1+1\n",
            "beratungen": "Beratungs-ID;Datum\nB1;1.2.17\n",
            "monatsstatistik": "Monat;Beratungen\n2/2017;3\n",
        }
    )
    folder = tmp_path / "a" / "b"
    write_check(records, folder)
    write_check(records, folder)
    assert sorted(os.listdir(folder)) == ["faults.csv", "intake.csv", "monthly_control.csv"]
    (fault,) = csv.DictReader(io.StringIO((folder / "faults.csv").read_text(encoding="utf-8")))
    assert list(fault) == ["table", "file", "line", "column", "rule", "action", "advice"]
    assert (fault["table"], fault["line"], fault["rule"]) == ("klienten", "2", "bad_number")
    assert not fault["advice"].startswith(("=", "+", "-", "@"))
    assert (folder / "intake.csv").read_text().splitlines()[:2] == [
        "table,file,rows_read,rows_used,rows_rejected",
        "beratungen,beratungen.csv,1,1,0",
    ]
    assert (folder / "monthly_control.csv").read_text() == "month,used,stated,difference\n2017-02,1,3,-2\n"


def test_text_that_looks_like_a_formula_is_neutralised() -> None:
    assert [neutral(cell) for cell in ("=1+1", "+4", "-20", "@x", "a=1", -20, None)] == ["'=1+1", "'+4", "'-20", "'@x", "a=1", -20, None]


def test_the_sensitive_column_needs_simulation_or_a_legal_basis(deliver: Deliver) -> None:
    assert read_delivery(deliver({"klienten": CLIENTS}), KEY).tables["clients"]["situation"].tolist() == ["trauma", "illness"]
    real = FACTS.replace("simuliert: ja", "simuliert: nein\nRechtsgrundlage: Einwilligung")
    assert read_delivery(deliver({"klienten": CLIENTS}, real), KEY).tables["clients"]["situation"].tolist() == ["trauma", "illness"]


def test_without_either_the_sensitive_column_is_not_even_read() -> None:
    facts = DeliveryFacts("x", date(2017, 1, 1), date(2017, 10, 31), date(2017, 11, 1), False, "2017-01")
    texts = {"client_id": pa.array(["K1"]), "situation": pa.array(["Trauma"]).dictionary_encode()}
    rows = assemble(TABLES["clients"], [FileRows("klienten.csv", np.array([2]), texts, {}, 2, 1, ())], facts)
    assert rows.columns["situation"].codes.tolist() == [-1]
