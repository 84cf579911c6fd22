"""A real delivery held against a run's keyed digests: what is told where it is the run's, where it is not, and where nobody can know."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.records.other_forms import to_sqlite
from wiwak_eval.audit.verify.delivery import Delivered, check_delivery_of
from wiwak_eval.audit.verify.manifest import Claimed, read_claims
from wiwak_eval.audit.verify.result import Outcome
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests
from wiwak_eval.study.delivery_parts import digests_of_parts
from wiwak_eval.study.opened import Parameters

KEY = b"k" * 32


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A state folder with the key."""
    (tmp_path / "haus").mkdir()
    (tmp_path / "haus" / "pseudonym.key").write_bytes(KEY + b"\n")
    return tmp_path / "haus"


def claimed_of(location: Path, parts: bool = True) -> Claimed:
    stated = {"parts": digests_of_parts(location, KEY)} if parts else {}
    return Claimed("x", Parameters(location.name), {"delivery": digests.of_delivery(location, KEY)}, False, {"delivery": stated})


def check(claimed: Claimed, given: Path | str, house: Path, tmp_path: Path) -> Delivered:
    return check_delivery_of(claimed, str(given), house, tmp_path / "raum")


def said(found: Delivered) -> str:
    return " ".join(found.section.sentences)


def test_a_real_delivery_is_known_by_the_key_alone(real_delivery: Path, house: Path, tmp_path: Path) -> None:
    claimed, before = claimed_of(real_delivery), {path: path.read_bytes() for path in house.iterdir()}
    found = check(claimed, real_delivery, house, tmp_path)
    assert (found.section.outcome, found.location) == (Outcome.EQUAL, real_delivery)
    for given, place, words in (("", house, "--delivery"), (real_delivery, tmp_path / "leer", "Schlüssel der Pseudonyme")):
        found = check(claimed, given, place, tmp_path)
        assert (found.section.outcome, found.location) == (Outcome.UNCHECKED, None)
        assert words in said(found)
    assert {path: path.read_bytes() for path in house.iterdir()} == before
    assert not (tmp_path / "leer").exists()


def test_the_changed_and_the_missing_file_are_named(real_delivery: Path, house: Path, tmp_path: Path) -> None:
    claimed = claimed_of(real_delivery)
    with (real_delivery / "beratungen.csv").open("a") as handle:
        handle.write("x\n")
    (real_delivery / "ziele.csv").unlink()
    found = check(claimed, real_delivery, house, tmp_path)
    assert (found.section.outcome, found.location) == (Outcome.DIFFERENT, None)
    assert [one.file for one in found.section.deviations] == [real_delivery.name, "beratungen.csv", "ziele.csv"]
    assert found.section.deviations[-1].found == "fehlt"
    older = check(claimed_of(real_delivery, parts=False), shutil.copytree(real_delivery, tmp_path / "kopie"), house, tmp_path)
    assert older.section.outcome is Outcome.EQUAL, "under another name, and without digests of its parts"


def test_with_another_key_nothing_fits_and_the_key_is_named(real_delivery: Path, house: Path, tmp_path: Path) -> None:
    claimed = claimed_of(real_delivery)
    (house / "pseudonym.key").write_bytes(b"q" * 32)
    found = check(claimed, real_delivery, house, tmp_path)
    assert found.section.outcome is Outcome.DIFFERENT
    assert [one.file for one in found.section.deviations] == [real_delivery.name]
    assert "Kein Teil der Lieferung passt" in said(found)


def test_a_delivery_past_its_day_is_not_evaluated_again(real_delivery: Path, house: Path, tmp_path: Path) -> None:
    with (real_delivery / "lieferung.yaml").open("a", encoding="utf-8") as handle:
        handle.write("aufzubewahren bis: 31.12.2018\n")
    found = check(claimed_of(real_delivery), real_delivery, house, tmp_path)
    assert (found.section.outcome, found.location) == (Outcome.UNCHECKED, None)
    assert "Aufbewahrungsfrist der Lieferung endete am 31.12.2018" in said(found)


def test_of_a_database_the_changed_table_is_named(real_delivery: Path, house: Path, tmp_path: Path) -> None:
    file = to_sqlite(real_delivery, tmp_path / "kreis.db")
    claimed = claimed_of(file)
    renamed = Path(shutil.copyfile(file, tmp_path / "abzug.db"))
    for given in (file, f"sqlite:///{file}", renamed):
        assert check(claimed, given, house, tmp_path).section.outcome is Outcome.EQUAL
        shutil.rmtree(tmp_path / "raum", ignore_errors=True)
    connection = sqlite3.connect(renamed)
    with connection:
        connection.execute("UPDATE klienten SET Geburtsjahr = '1950' WHERE rowid = 3")
    connection.close()
    found = check(claimed, renamed, house, tmp_path)
    assert [one.file for one in found.section.deviations] == ["kreis.db", "kreis.db.klienten"]


@pytest.mark.parametrize("name", ["../haus/pseudonym.key", "/anderswo/x", "..", ".", ""])
def test_a_forged_name_leads_nowhere(sealed_run: Path, name: str) -> None:
    """A copy of the delivery lies under this name for the check."""
    file = sealed_run / "pruefpaket" / "manifest.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    assert read_claims(sealed_run).parameters.delivery == content["delivery"]["name"]
    content["delivery"]["name"] = name
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(GermanError, match=r"manifest\.json"):
        read_claims(sealed_run)
