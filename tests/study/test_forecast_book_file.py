"""The forecast book on disk: added to, never changed; a torn line is said, a changed one is noticed."""

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.forecast.book_samples import AUTHORITY, HISTORY, entry
from wiwak_eval.audit.bundle import book_lines
from wiwak_eval.evaluation import MonthlyCounts, monthly_counts
from wiwak_eval.forecast.book import QUANTILES, BookEntry, ForecastYear, entry_from, forecast_months
from wiwak_eval.forecast.variance import variance
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import GermanError, Table
from wiwak_eval.shipped import shipped
from wiwak_eval.simulate import PILOT_SEED, pilot_parameters, simulate, write_later
from wiwak_eval.study.book_lines import parse_lines
from wiwak_eval.study.forecast_book import FILE, append_official, digest_of_entries, read_entries

LATE = date(2019, 1, 1)


def short(made_on: date, **changed: object) -> BookEntry:
    """An entry whose line is short, so that each of its bytes can be tried."""
    one = entry(planned=(100,), made_on=made_on, assumptions=(), years=(), **changed)
    return replace(one, data_digest="d")


FIRST, SECOND, THIRD = short(date(2017, 11, 15)), short(date(2017, 12, 15)), short(date(2018, 1, 15), authority="Landkreis Prüfung")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for one in (FIRST, SECOND, THIRD):
        assert append_official(tmp_path, one).added
    return tmp_path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    for one in (FIRST, SECOND):
        append_official(tmp_path, one)
    return tmp_path


def entries(home: Path) -> tuple[BookEntry, ...]:
    return (*read_entries(home, AUTHORITY, LATE).entries, *read_entries(home, THIRD.authority, LATE).entries)


def test_what_was_added_is_read_and_nothing_else(home: Path) -> None:
    assert entries(home) == (FIRST, SECOND, THIRD)
    reading = read_entries(home, AUTHORITY, date(2017, 12, 15))
    assert (reading.entries, reading.lines, reading.notice) == ((FIRST,), 3, None)


def test_no_book_is_an_empty_one(tmp_path: Path) -> None:
    reading = read_entries(tmp_path, AUTHORITY, LATE)
    assert (reading.entries, reading.lines, reading.notice, reading.digest) == ((), 0, None, digest_of_entries(()))
    assert not (tmp_path / FILE).exists()


def test_adding_twice_is_adding_once(home: Path) -> None:
    before = (home / FILE).read_bytes()
    assert [append_official(home, one).added for one in (FIRST, SECOND, THIRD, FIRST)] == [False] * 4
    assert (home / FILE).read_bytes() == before


def test_a_line_an_entry_and_only_the_owner_reads_it(home: Path) -> None:
    lines = (home / FILE).read_text(encoding="utf-8").splitlines()
    assert [entry_from(json.loads(line)["entry"]).id for line in lines] == [FIRST.id, SECOND.id, THIRD.id]
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600


def test_earlier_lines_stay_byte_for_byte(home: Path) -> None:
    before = (home / FILE).read_bytes()
    append_official(home, short(date(2018, 2, 15)))
    assert (home / FILE).read_bytes().startswith(before)


def test_the_digest_is_of_what_was_read(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    for one in (SECOND, FIRST):
        append_official(other, one)
    here, there = read_entries(home, AUTHORITY, LATE), read_entries(other, AUTHORITY, LATE)
    assert (here.digest, here.entries) == (there.digest, there.entries)
    assert here.digest != read_entries(home, AUTHORITY, date(2017, 12, 15)).digest
    assert here.digest != read_entries(home, "Landkreis Nirgends", LATE).digest
    append_official(home, replace(short(LATE), scenario="hoch"))
    assert read_entries(home, AUTHORITY, LATE).digest == here.digest


def test_a_run_can_ask_for_the_book_as_it_was_when_it_began(home: Path) -> None:
    began = read_entries(home, AUTHORITY, LATE)
    append_official(home, short(date(2018, 2, 15)))
    now = read_entries(home, AUTHORITY, LATE, lines=began.lines)
    assert now == began
    assert len(read_entries(home, AUTHORITY, LATE).entries) == 3


def test_what_was_said_first_stands(home: Path) -> None:
    """A later version of the program, run again for the same day from the same months, does not rewrite what was said."""
    again = replace(FIRST, package_version="9.9.9", data_digest="e", months=tuple(replace(one, planned=150.0) for one in FIRST.months))
    began = read_entries(home, AUTHORITY, LATE)
    assert append_official(home, again).added
    now = read_entries(home, AUTHORITY, LATE)
    assert (now.entries, now.digest, now.lines) == ((FIRST, SECOND), began.digest, 4)
    others = (
        replace(again, scenario="hoch"),
        replace(again, simulated=False),
        replace(again, made_on=date(2017, 11, 20)),
        replace(again, history_contacts=(*HISTORY[:-1], HISTORY[-1] + 1)),
    )
    for number, other in enumerate(others, start=3):
        append_official(home, other)
        assert len(read_entries(home, AUTHORITY, LATE).entries) == number


def test_a_state_folder_that_cannot_be_had_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    for act in (lambda: read_entries(tmp_path / "state", AUTHORITY, LATE), lambda: append_official(tmp_path / "state", FIRST)):
        with pytest.raises(GermanError, match=r"^Das Prognosebuch ist nicht lesbar \("):
            act()


def test_a_book_torn_at_any_byte_keeps_its_earlier_lines(home: Path) -> None:
    """What a kill in the middle of adding leaves: every beginning of the last line."""
    whole = (home / FILE).read_bytes()
    begin = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    for end in range(begin + 1, len(whole)):
        (home / FILE).write_bytes(whole[:end])
        reading = read_entries(home, AUTHORITY, LATE)
        assert (reading.entries, reading.lines) == ((FIRST, SECOND), 2)
        assert reading.notice is not None
        assert reading.notice.startswith(f"Die letzte Zeile 3 des Prognosebuchs {home / FILE} ist unvollständig")
        if end % 50 == 0 or end == len(whole) - 1:
            added = append_official(home, THIRD)
            assert (added.added, added.notice) == (True, reading.notice)
            assert (home / FILE).read_bytes() == whole
    (home / FILE).write_bytes(whole[:begin])
    assert read_entries(home, AUTHORITY, LATE).notice is None


def test_a_change_of_any_byte_is_noticed(two: Path) -> None:
    """One bit of each byte, on the lines in memory; of every fiftieth also in the file."""
    file = two / FILE
    whole = file.read_bytes()
    for place in range(len(whole) - 1):
        line = whole.count(b"\n", 0, place) + 1
        sentence = rf"^Zeile {line} des Prognosebuchs "
        with pytest.raises(GermanError, match=sentence):
            parse_lines(file, flipped(whole, place))
        if place % 50 == 0:
            file.write_bytes(flipped(whole, place))
            with pytest.raises(GermanError, match=sentence):
                read_entries(two, AUTHORITY, LATE)
    file.write_bytes(flipped(whole, len(whole) - 1))
    assert read_entries(two, AUTHORITY, LATE).notice is not None


def flipped(content: bytes, place: int) -> bytes:
    changed = bytearray(content)
    changed[place] ^= 1
    return bytes(changed)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_any_other_byte_anywhere_is_noticed(two: Path, place: float, byte: int) -> None:
    whole = bytearray((two / FILE).read_bytes())
    at = int(place * (len(whole) - 1))
    same = whole[at] == byte
    whole[at] = byte
    if same:
        assert parse_lines(two / FILE, bytes(whole)).entries == (FIRST, SECOND)
    else:
        with pytest.raises(GermanError, match="Prognosebuchs"):
            parse_lines(two / FILE, bytes(whole))


@pytest.mark.parametrize(
    ("order", "line"), [((1, 2), 1), ((0, 2), 2), ((1, 0, 2), 1), ((0, 2, 1), 2), ((0, 0, 1, 2), 2), ((0, 1, 2, 2), 4)]
)
def test_lines_removed_moved_or_repeated_are_noticed(home: Path, order: tuple[int, ...], line: int) -> None:
    lines = (home / FILE).read_bytes().splitlines(keepends=True)
    (home / FILE).write_bytes(b"".join(lines[place] for place in order))
    for act in (lambda: read_entries(home, AUTHORITY, LATE), lambda: append_official(home, FIRST)):
        with pytest.raises(GermanError, match=rf"^Zeile {line} des Prognosebuchs .* schließt nicht an die Zeile davor an"):
            act()


def test_a_changed_number_is_noticed_even_where_the_line_stays_valid(home: Path) -> None:
    text = (home / FILE).read_text(encoding="utf-8")
    (home / FILE).write_text(text.replace(f'"history_contacts":[{HISTORY[0]},', '"history_contacts":[81,', 1), encoding="utf-8")
    with pytest.raises(GermanError, match=r"^Zeile 1 .* ist verändert oder beschädigt"):
        read_entries(home, AUTHORITY, LATE)


def test_nothing_is_added_to_a_changed_book(home: Path) -> None:
    changed = (home / FILE).read_bytes().replace(b"basis", b"hoch ", 1)
    (home / FILE).write_bytes(changed)
    with pytest.raises(GermanError, match="verändert"):
        append_official(home, short(date(2018, 2, 15)))
    assert (home / FILE).read_bytes() == changed


def test_a_full_disk_leaves_the_book_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (home / FILE).read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(
            GermanError, match=r"^Das Prognosebuch konnte nicht fortgeschrieben werden \(kein Platz mehr auf dem Datenträger\)"
        ):
            append_official(home, short(date(2018, 2, 15)))
    assert (home / FILE).read_bytes() == before
    assert append_official(home, short(date(2018, 2, 15))).added


def test_a_process_killed_while_it_adds_leaves_whole_lines(home: Path) -> None:
    """The system call is cut off half way, and the process with it."""
    killed = get_context("fork").Process(target=die_while_adding, args=(home,))
    killed.start()
    killed.join()
    assert killed.exitcode == 9
    reading = read_entries(home, AUTHORITY, LATE)
    assert reading.entries == (FIRST, SECOND)
    assert reading.notice is not None
    assert append_official(home, short(date(2018, 2, 15))).added
    assert read_entries(home, AUTHORITY, LATE).entries == (FIRST, SECOND, short(date(2018, 2, 15)))


def die_while_adding(home: Path) -> None:
    write = os.write

    def half(handle: int, content: bytes) -> int:
        write(handle, content[: len(content) // 2])
        os._exit(9)

    os.write = half  # type: ignore[assignment]
    append_official(home, short(date(2018, 2, 15)))


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    """Six forked processes wait for each other and then add at once; two of them each time the same entry."""
    forked = get_context("fork")
    start = forked.Barrier(6)
    adding = [forked.Process(target=add, args=(tmp_path, day, start.wait)) for day in (1, 2, 3, 1, 2, 3)]
    for process in adding:
        process.start()
    for process in adding:
        process.join(60)
    assert [process.exitcode for process in adding] == [0] * 6
    reading = read_entries(tmp_path, AUTHORITY, LATE)
    assert [one.made_on.day for one in reading.entries] == [1, 2, 3]
    assert reading.lines == 3


def add(home: Path, day: int, wait: Callable[[], int]) -> None:
    wait()
    append_official(home, short(date(2018, 3, day)))


def test_the_audit_copy_holds_what_was_read_and_what_was_made() -> None:
    text = book_lines((FIRST, THIRD), SECOND)
    found = [json.loads(line) for line in text.splitlines()]
    assert [(line["role"], line["id"]) for line in found] == [("read", FIRST.id), ("read", THIRD.id), ("made", SECOND.id)]
    assert [entry_from(line["entry"]) for line in found] == [FIRST, THIRD, SECOND]
    assert book_lines((), None) == ""
    assert len(book_lines((), FIRST).splitlines()) == 1


def official(counts: MonthlyCounts, made_on: date) -> BookEntry:
    """The mean of the last three months with a wide range, as a run would put a forecast of a simulated delivery into the book."""
    ahead = [f"{year}-{month:02d}" for year in (2017, 2018, 2019) for month in range(1, 13)][len(counts.months) :]
    level = round(sum(counts.contacts[-3:]) / 3)
    draws = np.random.default_rng(1).negative_binomial(8, 8 / (8 + level), size=(2000, len(ahead)))
    rows = np.quantile(draws, QUANTILES, axis=0).T
    totals = np.quantile(draws[:, -12:].sum(axis=1), QUANTILES)
    years = (ForecastYear(2019, 12 * level, tuple(float(value) for value in totals)),)
    return replace(
        entry(made_on=made_on),
        history_months=counts.months,
        history_contacts=counts.contacts,
        months=forecast_months(ahead, [level] * len(ahead), rows),
        years=years,
    )


def test_later_simulated_months_are_held_against_the_pilots_forecast(tmp_path: Path) -> None:
    """From the pilot's forecast in the book to the report of a delivery three months later."""
    pilot = monthly_counts(read_delivery(shipped("data") / "pilot", SIMULATED_KEY))
    write_later(simulate(PILOT_SEED, pilot_parameters()), 3, tmp_path / "spaeter")
    later = read_delivery(tmp_path / "spaeter", SIMULATED_KEY)
    counts = monthly_counts(later)
    assert isinstance(pilot, MonthlyCounts)
    assert isinstance(counts, MonthlyCounts)
    append_official(tmp_path, official(pilot, date(2017, 11, 15)))
    append_official(tmp_path, official(counts, later.provenance.delivered_on))
    reading = read_entries(tmp_path, AUTHORITY, later.provenance.delivered_on, "basis", counts.months[-1], simulated=True)
    assert [one.made_on for one in reading.entries] == [date(2017, 11, 15)]
    tables = variance(reading.entries, counts)
    months = tables.variance_months
    assert isinstance(months, Table)
    assert [(row[0], row[4]) for row in months.rows] == list(zip(counts.months[-3:], counts.contacts[-3:], strict=True))
    assert [row[8] for row in months.rows] == [None] * 3
    assert isinstance(tables.variance_sums, Table)
    assert sum(row[4] for row in tables.variance_sums.rows) == sum(counts.contacts[-3:])
