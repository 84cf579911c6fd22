"""The state that a run read, put up again from what its audit folder says."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.forecast.book_samples import AUTHORITY as BOOK_AUTHORITY
from tests.forecast.book_samples import entry
from tests.study.release_samples import AUTHORITY, release
from wiwak_eval.audit.bundle import book_lines, ledger_lines
from wiwak_eval.audit.names import BOOK, BUNDLE, COUNTY_VALUES, LEDGER, SETTINGS
from wiwak_eval.audit.verify.manifest import Claimed
from wiwak_eval.audit.verify.state import restore_state
from wiwak_eval.audit.verify.state_digests import other_state
from wiwak_eval.disclosure.settings import HOUSE_RULE, Settings
from wiwak_eval.publication.council_paper import TEMPLATE_FILE
from wiwak_eval.records.key import KEY_FILE
from wiwak_eval.results import GermanError, Level
from wiwak_eval.study.forecast_book import append_official, read_entries
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.release_ledger import append_release, read_releases
from wiwak_eval.study.settings_file import read_settings, settings_record
from wiwak_eval.study.study import Study

VALUES = (
    "Kennung;Wert;gilt ab;bekannt seit;Art;Stand;Güte;Quelle\n"
    "room_rent_m2_month;13,00;01.01.2017;01.10.2017;Tarif oder Vertrag;gelesen;hoch;Mietvertrag\n"
)
EARLIER = (entry(made_on=date(2017, 9, 1), history=(80, 90, 100, 110, 120, 130, 120, 110)), entry(made_on=date(2017, 10, 1)))
MADE = entry(made_on=date(2017, 11, 15))
FORMER = (release(), release(version="b" * 16, period_to=date(2017, 9, 30)))
COMMITTEE = release(level=Level.GREMIUM, version="c" * 16)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run folder with the books that two runs before it left, and its own entries."""
    folder = tmp_path / "lauf" / BUNDLE
    folder.mkdir(parents=True)
    (folder / BOOK).write_text(book_lines(EARLIER, MADE), encoding="utf-8")
    (folder / LEDGER).write_text(ledger_lines(FORMER, release(version="d" * 16)), encoding="utf-8")
    return folder.parent


def test_books_are_read_as_the_run_read_them_without_its_own_entries(run: Path, tmp_path: Path) -> None:
    """The digests that make the run's id are those of the books in the house."""
    house, state = tmp_path / "haus", tmp_path / "neu" / ".wiwak"
    for one in EARLIER:
        append_official(house, one)
    for former in FORMER:
        append_release(house, former)
    assert restore_state(run, state, tmp_path / "nirgends") == ()
    books = [read_entries(home, BOOK_AUTHORITY, date(2017, 11, 15)) for home in (house, state)]
    assert books[0].digest == books[1].digest
    assert len(books[1].entries) == len(EARLIER) == books[1].lines
    ledgers = [read_releases(home, AUTHORITY, simulated=False) for home in (house, state)]
    assert ledgers[0].digest == ledgers[1].digest
    assert ledgers[1].lines == len(FORMER)


def test_a_release_its_readers_were_not_meant_to_see_comes_from_the_house_or_is_missed(run: Path, tmp_path: Path) -> None:
    """A public folder names only the id of a committee's release."""
    (run / BUNDLE / LEDGER).write_text(ledger_lines((COMMITTEE, *FORMER), release(version="d" * 16)), encoding="utf-8")
    missing = restore_state(run, tmp_path / "1", tmp_path / "nirgends")
    assert len(missing) == 1
    assert "nur die Kennung" in missing[0]
    house = tmp_path / "haus"
    append_release(house, COMMITTEE)
    before = {path.name: path.read_bytes() for path in house.iterdir()}
    assert restore_state(run, tmp_path / "2", house) == ()
    assert COMMITTEE in read_releases(tmp_path / "2", AUTHORITY, simulated=False).entries
    assert {path.name: path.read_bytes() for path in house.iterdir()} == before


def test_the_house_is_only_read(run: Path, tmp_path: Path) -> None:
    house = tmp_path / "haus"
    restore_state(run, tmp_path / "neu", house)
    assert not house.exists()


def test_files_of_the_county_are_put_where_a_run_reads_them(run: Path, tmp_path: Path) -> None:
    for name in (COUNTY_VALUES, SETTINGS, TEMPLATE_FILE):
        (run / BUNDLE / name).write_text(f"rundung: 10\n# {name}", encoding="utf-8")
    (tmp_path / "haus").mkdir()
    (tmp_path / "haus" / KEY_FILE).write_text("k" * 32)
    restore_state(run, tmp_path / "neu", tmp_path / "haus")
    assert {path.name for path in (tmp_path / "neu").iterdir()} >= {"annahmen.yaml", "geheimhaltung.yaml", TEMPLATE_FILE, KEY_FILE}
    assert read_settings(tmp_path / "neu")[0].rounding == 10


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"role": "read"}', json.dumps({"role": "read", "id": "x", "release": {"authority": 1}, "entry": {}})]
)
@pytest.mark.parametrize("book", [BOOK, LEDGER])
def test_books_that_cannot_be_read_are_refused(run: Path, tmp_path: Path, line: str, book: str) -> None:
    (run / BUNDLE / book).write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(GermanError, match="unveränderte Kopie"):
        restore_state(run, tmp_path / "neu", tmp_path / "nirgends")


@pytest.mark.parametrize(
    "settings",
    [
        HOUSE_RULE,
        Settings(gremium=7, rate_oeffentlich=30),
        Settings(dominance=0.8, offices_heard=True),
        Settings(rounding=10, oeffentlich=12),
    ],
)
def test_settings_are_read_back_as_they_were(settings: Settings, tmp_path: Path) -> None:
    text = settings_record(settings)
    assert bool(text) == (settings != HOUSE_RULE)
    if text:
        (tmp_path / "geheimhaltung.yaml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path)[0] == settings


def test_a_run_beside_own_values_settings_and_earlier_books_has_the_same_id_again(
    other_delivery: Path, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that enters a run's id from the lasting state is in the audit folder."""
    (state / "annahmen.csv").write_text(VALUES, encoding="utf-8")
    (state / "geheimhaltung.yaml").write_text("schwelle_gremium: 7\n", encoding="utf-8")
    (state / TEMPLATE_FILE).write_bytes(b"eigene Vorlage")
    asked = Parameters(str(other_delivery))
    facts = Study(asked, other_delivery).facts
    append_official(state, replace(EARLIER[0], authority=facts.authority))
    earlier = {"authority": facts.authority, "simulated": True, "period_from": facts.period_from, "period_to": date(2017, 8, 31)}
    append_release(state, release(**earlier, version="e" * 16))
    made = Study(asked, other_delivery)
    ours, template = made.inputs, made.council_template
    assert template == b"eigene Vorlage"
    empty = {"forecast_book", "release_ledger", "settings", "council_template", "county_values"}
    bare = inputs_in(tmp_path / "leer", asked, other_delivery, monkeypatch)
    assert {name for name, digest in ours.items() if bare[name] != digest} == empty

    folder = tmp_path / "lauf" / BUNDLE
    folder.mkdir(parents=True)
    (folder / BOOK).write_text(book_lines(made.book_read, MADE), encoding="utf-8")
    (folder / LEDGER).write_text(ledger_lines(made.former.releases, release(version="d" * 16)), encoding="utf-8")
    (folder / COUNTY_VALUES).write_text(made.county_values, encoding="utf-8")
    (folder / SETTINGS).write_text(settings_record(made.settings), encoding="utf-8")
    (folder / TEMPLATE_FILE).write_bytes(b"eigene Vorlage")
    restore_state(folder.parent, tmp_path / "neu", tmp_path / "nirgends")
    claimed = Claimed("x", asked, ours, True, {"delivery": {"authority": facts.authority}})
    assert other_state(tmp_path / "neu", claimed) == ()
    assert inputs_in(tmp_path / "neu", asked, other_delivery, monkeypatch) == ours


def inputs_in(home: Path, asked: Parameters, delivery: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setenv("WIWAK_HOME", str(home))
    return Study(asked, delivery).inputs
