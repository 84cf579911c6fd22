"""A real PostgreSQL server: same records and faults, nothing written, nothing of the address told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records.other_forms import as_text, as_typed, fill
from tests.records.postgres import DATABASE, USER, Server, running_server
from tests.records.test_records_forms import assert_same, messy, reading
from wiwak_eval.audit.verify.delivery import as_argument, check_delivery_of
from wiwak_eval.audit.verify.manifest import read_claims
from wiwak_eval.audit.verify.result import Outcome
from wiwak_eval.job.running import run
from wiwak_eval.records import SIMULATED_KEY, Database, content_digest, parse_location, read_delivery
from wiwak_eval.records.database import open_database
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped
from wiwak_eval.study.opened import Parameters

__all__ = ["messy"]
pytestmark = [pytest.mark.system, pytest.mark.xdist_group("postgres")]
TYPES = {"Datum": "date", "Betrag": "numeric(12,3)", "Sachleistung": "boolean", "Beleg-Nr": "integer", "Bemerkung": "text"}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_server() as started:
        yield started


@pytest.fixture
def empty(server: Server) -> Server:
    server.run("DROP SCHEMA public CASCADE", [()])
    server.run("CREATE SCHEMA public", [()])
    return server


@pytest.mark.parametrize("delivery", ["messy", "pilot"])
@pytest.mark.parametrize("typed", [as_text, as_typed])
def test_postgresql_says_what_the_folder_says(delivery: str, typed: object, messy: Path, empty: Server) -> None:
    folder = messy if delivery == "messy" else shipped("data") / "pilot"
    fill(folder, empty.run, lambda text, column: str(cell) if (cell := typed(text, column)) is not None else "", "%s", "text")
    location = parse_location(empty.url)
    assert_same(reading(folder), reading(location))
    assert content_digest(location, SIMULATED_KEY) == content_digest(location, SIMULATED_KEY)


def facts(server: Server) -> None:
    pairs = {"Behörde": "Landratsamt", "Zeitraum von": "2017-01-01", "Zeitraum bis": "2017-10-31", "geliefert am": "15.11.2017"}
    server.run("CREATE TABLE lieferung (nr serial, angabe text, wert text)", [()])
    server.run("INSERT INTO lieferung (angabe, wert) VALUES (%s, %s)", list({**pairs, "simuliert": "ja"}.items()))


def test_columns_of_a_database_have_types(empty: Server) -> None:
    facts(empty)
    columns = ", ".join(f'"{name}" {kind}' for name, kind in TYPES.items())
    empty.run(f"CREATE TABLE buchungen ({columns})", [()])
    rows = [("2017-02-01", "1.5", True, 7, "Canary"), ("2017-02-01", "-1234.500", False, None, None), (None, None, None, None, "Canary")]
    empty.run("INSERT INTO buchungen VALUES (%s, %s, %s, %s, %s)", rows)
    empty.run("INSERT INTO buchungen VALUES (NULL, NULL, NULL, NULL, ' ')", [()])
    empty.run("INSERT INTO buchungen VALUES (NULL, NULL, NULL, NULL, NULL)", [()])
    empty.run('CREATE VIEW oeffnungstage AS SELECT "Datum" + time \'10:30\' AS "Datum", 2.125 AS "Stunden" FROM buchungen LIMIT 1', [()])
    records = reading(parse_location(empty.url))
    assert records.tables["bookings"]["amount"].tolist() == [150, -123450]
    assert records.tables["bookings"]["in_kind"].tolist() == [True, False]
    assert records.tables["bookings"]["document_no"].tolist()[0] == "7"
    assert records.tables["opening_days"]["hours"].tolist() == [2.125]
    assert [(line.table, line.rows_read) for line in records.intake] == [("buchungen", 4), ("oeffnungstage", 1)]
    assert records.dropped_columns == {"buchungen": ("Bemerkung",)}


def test_nothing_can_be_written(empty: Server) -> None:
    facts(empty)
    empty.run("CREATE FUNCTION spoil() RETURNS text LANGUAGE plpgsql AS $$ BEGIN DELETE FROM lieferung; RETURN 'K1'; END $$", [()])
    empty.run('CREATE VIEW klienten AS SELECT spoil() AS "Klienten-ID"', [()])
    with pytest.raises(GermanError, match=r"die Datenbank gibt die Tabelle nicht heraus"):
        read_delivery(parse_location(empty.url), SIMULATED_KEY)
    with empty.connect() as connection:
        assert connection.execute("SELECT count(*) FROM lieferung").fetchone() == (5,)


def test_one_broken_table_leaves_the_others_readable(empty: Server) -> None:
    facts(empty)
    empty.run('CREATE VIEW klienten AS SELECT (1 / 0)::text AS "Klienten-ID"', [()])
    empty.run(
        'CREATE TABLE stellen AS SELECT 1 AS "Stelle", \'S 12\' AS "Entgeltgruppe", 3 AS "Stufe", 1 AS "Stellenanteil", now() AS "Von"',
        [()],
    )
    records = reading(parse_location(empty.url))
    assert list(records.tables) == ["posts"]
    assert records.refused == ("clients",)


def test_the_address_is_told_to_nobody(empty: Server, tmp_path: Path) -> None:
    location = parse_location(empty.url)
    assert isinstance(location, Database)
    assert empty.password not in f"{location} {location!r} {location.name}"
    wrong = parse_location(empty.url.replace(empty.password, "falsch-und-geheim"))
    for bad in (wrong, parse_location(empty.url.replace(f"/{DATABASE}?", "/gibtesnicht?"))):
        with pytest.raises(GermanError) as caught, open_database(bad):
            pass
        assert not [word for word in ("geheim", USER, str(empty.socket)) if word in str(caught.value)]
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__


def test_a_run_from_a_database_keeps_its_password_and_is_checked_against_it(empty: Server, tmp_path: Path, state: Path) -> None:
    fill(shipped("data") / "pilot", empty.run, as_text, "%s", "text")
    heard: list[str] = []
    folder = run(Parameters(empty.url), tmp_path / "reports", heard.append)
    manifest = json.loads((folder / "pruefpaket" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["delivery"]["name"] == DATABASE
    files = [file for root in (folder, state) for file in root.rglob("*") if file.is_file()]
    assert [file.name for file in files if empty.password.encode() in file.read_bytes() or USER.encode() in file.read_bytes()] == []
    assert not [line for line in heard if empty.password in line]
    assert run(Parameters(empty.url), tmp_path / "reports", heard.append) == folder

    claimed = read_claims(folder)
    there = check_delivery_of(claimed, empty.url, state, tmp_path / "raum")
    assert there.section.outcome is Outcome.EQUAL
    assert there.location is not None
    assert as_argument(there.location)[0] == DATABASE
    with empty.admin() as connection:
        connection.execute(f"CREATE DATABASE abzug TEMPLATE {DATABASE}")
    renamed = check_delivery_of(claimed, empty.url.replace(f"/{DATABASE}?", "/abzug?"), state, tmp_path / "raum")
    assert (renamed.section.outcome, renamed.location) == (Outcome.UNCHECKED, None)
    assert "heißt „abzug“ und hieß beim Lauf „kreis“" in renamed.section.sentences[-1]
    empty.run("DELETE FROM ziele", [()])
    changed = check_delivery_of(claimed, empty.url, state, tmp_path / "raum")
    assert [one.file for one in changed.section.deviations] == [DATABASE, f"{DATABASE}.ziele"]
    assert not [one for one in (there, renamed, changed) if empty.password in str(one.section) or USER in str(one.section)]
