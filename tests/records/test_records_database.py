"""Databases in a file, addresses, and what a hostile file may not do."""

import re
import sqlite3
from pathlib import Path
from time import monotonic

import pytest

from wiwak_eval.records import (
    SIMULATED_KEY,
    Database,
    Records,
    content_digest,
    database,
    database_access,
    delivery_is_simulated,
    parse_location,
    read_delivery,
)
from wiwak_eval.records.location import place_of
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests
from wiwak_eval.study.home import find_delivery
from wiwak_eval.study.kernel import kernel_environment

FACTS = {"Behörde": "Amt", "Zeitraum von": "01.01.2017", "Zeitraum bis": "31.10.2017", "geliefert am": "15.11.2017", "simuliert": "ja"}
CLIENTS = 'CREATE TABLE klienten ("Klienten-ID", "Geburtsjahr", "Bemerkung")'
ADDRESS = "postgresql://anna:geheim@rechner.example:5433/kreis_2017?sslmode=require"


def make(file: Path, *statements: str) -> Path:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("CREATE TABLE lieferung (angabe, wert)")
        connection.executemany("INSERT INTO lieferung VALUES (?, ?)", FACTS.items())
        for statement in statements:
            connection.execute(statement)
    connection.close()
    return file


def reading(file: Path) -> Records:
    return read_delivery(file, SIMULATED_KEY, accept_losses=True)


def test_a_file_is_found_by_path_or_address_and_stays_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = make(tmp_path / "kreis.db", CLIENTS, "INSERT INTO klienten VALUES ('007', 1980, 'Canary'), (8, 1897.0, NULL)")
    before = file.read_bytes()
    monkeypatch.chdir(tmp_path)
    for name in ("kreis.db", "sqlite:///kreis.db", f"sqlite:///{file}"):
        location = find_delivery(name)
        assert location == file
        assert delivery_is_simulated(location)
    records = reading(file)
    assert records.tables["clients"]["birth_year"].tolist()[0] == 1980
    assert [(fault.line, fault.file, fault.rule) for fault in records.faults] == [(None, "kreis.db.klienten", "out_of_range")]
    assert records.dropped_columns == {"klienten": ("Bemerkung",)}
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["kreis.db"]


def test_a_file_of_any_name_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    assert reading(make(tmp_path / "auszug.dat", CLIENTS, "INSERT INTO klienten VALUES (1, 2, 3)")).intake[0].rows_used == 1


def test_the_digest_follows_content_not_bytes(tmp_path: Path) -> None:
    rows = "INSERT INTO klienten VALUES ('K1', 1980, 'a'), ('K2', 1981, 'b')"
    one = make(tmp_path / "a.db", CLIENTS, rows)
    first = digests.of_delivery(one, b"key")
    assert first == content_digest(one, b"key") != content_digest(one, b"other")
    connection = sqlite3.connect(one)
    connection.execute("VACUUM")
    connection.execute("CREATE TABLE notizen (a)")
    connection.close()
    assert content_digest(one, b"key") == first
    connection = sqlite3.connect(one)
    with connection:
        connection.execute("UPDATE klienten SET Geburtsjahr = 1982 WHERE Geburtsjahr = 1981")
    connection.close()
    assert content_digest(one, b"key") != first


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ([], "keine Tabelle eines bekannten Namens"),
        (["DROP TABLE lieferung", CLIENTS], "fehlt die Tabelle „lieferung“"),
        (["DELETE FROM lieferung", CLIENTS], "Die Angabe „Behörde“ fehlt"),
        (["CREATE TABLE klienten (name)"], "„Klienten-ID“ fehlt in der Kopfzeile"),
        (['CREATE VIEW klienten AS SELECT * FROM "gibt es nicht"'], "gibt die Tabelle nicht heraus"),
        ([CLIENTS, "INSERT INTO klienten VALUES (zeroblob(5000000), 1, 2)"], "gibt die Tabelle nicht heraus"),
        ([CLIENTS, "INSERT INTO klienten VALUES (cast(zeroblob(10) AS text), 1, 2)"], "Nullzeichen"),
        ([CLIENTS, "INSERT INTO klienten VALUES (cast(x'ff' AS text), 1, 2)"], "gibt die Tabelle nicht heraus"),
    ],
)
def test_what_cannot_be_read_is_said_in_german(tmp_path: Path, statements: list[str], words: str) -> None:
    with pytest.raises(GermanError, match=words):
        reading(make(tmp_path / "kreis.db", *statements))


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\xff" * 4000, b"no database at all" * 300])
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kreis.db").write_bytes(content)
    with pytest.raises(GermanError, match=r"kreis\.db"):
        reading(tmp_path / "kreis.db")


def test_a_view_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_access, "SECONDS", 1)
    endless = 'CREATE VIEW klienten AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS "Klienten-ID" FROM n'
    start = monotonic()
    with pytest.raises(GermanError, match="gibt die Tabelle nicht heraus"):
        reading(make(tmp_path / "kreis.db", endless))
    assert monotonic() - start < 5


def test_more_rows_than_a_county_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "MOST_ROWS", 2)
    with pytest.raises(GermanError, match="mehr als 30 Millionen Zeilen"):
        reading(make(tmp_path / "kreis.db", CLIENTS, "INSERT INTO klienten VALUES (1, 1, 1), (2, 1, 1), (3, 1, 1)"))


def test_an_address_shows_nothing_but_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    location = parse_location(ADDRESS)
    assert isinstance(location, Database)
    assert f"{location} {location!r}" == "kreis_2017 Database(name='kreis_2017')"
    assert location.url.startswith("postgresql+psycopg://anna:geheim@")
    assert parse_location(ADDRESS.replace("postgresql", "postgres")) == location
    environment = kernel_environment(Path("/"), location)
    monkeypatch.setenv("WIWAK_DATABASE", environment["WIWAK_DATABASE"])
    assert find_delivery("kreis_2017") == location


def test_databases_of_one_name_on_two_hosts_are_two_places() -> None:
    here, there = (place_of(parse_location(f"postgresql://anna:geheim@{host}/kreis")) for host in ("rechner", "server"))
    assert here != there
    assert here == place_of(parse_location("postgresql://berta:anders@rechner:5432/kreis"))
    assert here != place_of(parse_location("postgresql://anna:geheim@rechner:5433/kreis"))
    assert re.fullmatch(r"kreis#[0-9a-f]{8}", here)


@pytest.mark.parametrize("address", ["postgresql://anna:ge@heim/kreis@rechner/x", "postgresql://anna:geheim@rechner", "postgresql://a/b c"])
def test_a_name_that_could_hold_a_password_is_not_shown(address: str) -> None:
    assert str(parse_location(address)) == "datenbank"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://anna:geheim@rechner/kreis", "Diese Art von Datenbank wird nicht gelesen"),
        ("postgresql://anna:geheim@rechner:port/kreis", "Adresse der Datenbank ist nicht lesbar"),
        ("sqlite://", "fehlt die Datei"),
        ("postgresql:/anna:geheim@rechner/kreis", "gibt es nicht"),
        ("postgresql://anna:geheim@127.0.0.1:1/kreis", "„kreis“ lässt sich nicht öffnen"),
    ],
)
def test_no_message_repeats_user_or_password(address: str, words: str) -> None:
    with pytest.raises(GermanError, match=words) as caught:
        read_delivery(find_delivery(address), SIMULATED_KEY)
    assert "geheim" not in str(caught.value)
    assert "anna" not in str(caught.value)


def test_without_the_extra_the_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = make(tmp_path / "kreis.db", CLIENTS)
    monkeypatch.setattr("wiwak_eval.records.location.find_spec", lambda _: None)
    for attempt in (lambda: parse_location(ADDRESS), lambda: reading(file)):
        with pytest.raises(GermanError, match="fehlt der Zusatz „db“"):
            attempt()
