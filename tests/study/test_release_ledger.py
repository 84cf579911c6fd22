"""The release ledger on disk: exact, added to, never changed; real and simulated people are kept apart."""

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.study.release_samples import AUTHORITY, SYRIA, release, releases
from wiwak_eval.disclosure.disclosed import Disclosed, PublishedRatio
from wiwak_eval.results import GermanError, Level
from wiwak_eval.study.release_ledger import (
    FILE,
    RELEASE_LEDGER,
    append_release,
    read_releases,
    release_content,
    release_from,
    release_id,
)
from wiwak_eval.study.sealed_lines import sealed_text

FIRST = release()
SECOND = release(level=Level.GREMIUM, period_to=date(2017, 12, 31), version="b" * 16)
THIRD = release(authority="Landkreis Prüfung")
SIMULATED = replace(FIRST, simulated=True)
ANOTHER = release(version="c" * 16, period_to=date(2018, 3, 31))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for one in (FIRST, SECOND, THIRD):
        assert append_release(tmp_path, one).added
    return tmp_path


def read(home: Path) -> tuple[Disclosed, ...]:
    return read_releases(home, AUTHORITY, simulated=False).entries


@given(disclosed=releases())
def test_any_release_comes_back_exactly(disclosed: Disclosed) -> None:
    text = sealed_text(release_content(disclosed))
    back = release_from(json.loads(text))
    assert back == disclosed
    assert repr(back) == repr(disclosed)
    assert (release_id(back), sealed_text(release_content(back))) == (release_id(disclosed), text)


@settings(deadline=None, max_examples=30)
@given(kept=st.lists(releases(), max_size=4, unique_by=release_id))
def test_any_releases_come_back_from_the_file(kept: list[Disclosed], tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("ledger")
    for one in kept:
        assert append_release(home, one).added
    book = RELEASE_LEDGER.parse(home / FILE, (home / FILE).read_bytes() if kept else b"")
    assert book.entries == tuple(kept)


def test_what_was_added_is_read_with_its_lines(home: Path) -> None:
    reading = read_releases(home, AUTHORITY, simulated=False)
    assert (reading.entries, reading.numbers, reading.lines, reading.notice) == ((FIRST, SECOND), (1, 2), 3, None)
    other = read_releases(home, THIRD.authority, simulated=False)
    assert (other.entries, other.numbers) == ((THIRD,), (3,))


def test_an_authority_is_the_same_however_it_is_spaced_and_written(home: Path) -> None:
    assert read_releases(home, "  LANDKREIS   Probe ", simulated=False).entries == (FIRST, SECOND)


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    reading = read_releases(tmp_path, AUTHORITY, simulated=False)
    assert (reading.entries, reading.lines, reading.notice, reading.numbers) == ((), 0, None, ())
    assert not (tmp_path / FILE).exists()


def test_simulated_people_are_never_held_against_real_ones(home: Path) -> None:
    append_release(home, SIMULATED)
    assert read(home) == (FIRST, SECOND)
    simulated = read_releases(home, AUTHORITY, simulated=True)
    assert (simulated.entries, simulated.numbers) == ((SIMULATED,), (4,))
    assert release_id(SIMULATED) != release_id(FIRST)


def test_the_same_release_is_entered_once(home: Path) -> None:
    before = (home / FILE).read_bytes()
    again = replace(FIRST, ratios=tuple(PublishedRatio(*one.__dict__.values()) for one in FIRST.ratios))
    assert [append_release(home, one).added for one in (FIRST, SECOND, THIRD, again)] == [False] * 4
    assert (home / FILE).read_bytes() == before


def test_a_bound_is_the_same_as_whole_number_and_as_float() -> None:
    whole, point = (release(ratios=(PublishedRatio("r", ("persons", SYRIA), ("persons", ()), low, 1.0),)) for low in (0, 0.0))
    assert release_id(whole) == release_id(point)


@pytest.mark.parametrize(
    "changed",
    [
        {"level": Level.GREMIUM},
        {"version": "b" * 16},
        {"period_to": date(2017, 11, 30)},
        {"cells": FIRST.cells[:-1]},
        {"cells": (replace(FIRST.cells[0], high=48), *FIRST.cells[1:])},
        {"cells": (replace(FIRST.cells[0], low=None, high=None), *FIRST.cells[1:])},
        {"ratios": ()},
        {"curves": FIRST.curves[:1]},
    ],
)
def test_whatever_differs_is_another_release(home: Path, changed: dict[str, object]) -> None:
    assert append_release(home, release(**changed)).added
    assert release(**changed) in read(home)


@pytest.mark.parametrize("bound", [float("nan"), float("inf")])
def test_what_could_not_be_read_back_is_not_entered(home: Path, bound: float) -> None:
    before = (home / FILE).read_bytes()
    with pytest.raises(ValueError):  # noqa: PT011  pydantic's or ours
        append_release(home, release(ratios=(replace(FIRST.ratios[0], high=bound),)))
    assert (home / FILE).read_bytes() == before


def test_a_release_of_a_later_version_is_refused_not_half_read(tmp_path: Path) -> None:
    """A field that this version does not know may be a number an outsider reads: leaving it out would weaken the check."""
    content = release_content(FIRST)
    assert isinstance(content, dict)
    for strange in ({**content, "medians": []}, {**content, "cells": [{**content["cells"][0], "median": 3}]}):
        with pytest.raises(ValueError, match="more than this version"):
            release_from(strange)
        later = replace(RELEASE_LEDGER, content=lambda _, strange=strange: strange)
        (tmp_path / FILE).write_bytes(later.line(FIRST, "0" * 64))
        with pytest.raises(GermanError, match=r"^Zeile 1 des Freigabebuchs .* in einer Form geschrieben, die diese Fassung"):
            read_releases(tmp_path, AUTHORITY, simulated=False)


def test_a_release_of_an_earlier_version_is_read() -> None:
    content = release_content(FIRST)
    assert isinstance(content, dict)
    assert release_from({name: value for name, value in content.items() if name != "simulated"}) == FIRST


def test_a_line_a_release_and_only_the_owner_reads_it(home: Path) -> None:
    lines = (home / FILE).read_text(encoding="utf-8").splitlines()
    assert [release_from(json.loads(line)["entry"]) for line in lines] == [FIRST, SECOND, THIRD]
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600


def test_the_digest_is_of_what_was_read_in_whatever_order(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    for one in (SECOND, SIMULATED, FIRST):
        append_release(other, one)
    here, there = read_releases(home, AUTHORITY, simulated=False), read_releases(other, AUTHORITY, simulated=False)
    assert (here.digest, here.entries) == (there.digest, there.entries)
    append_release(home, ANOTHER)
    assert read_releases(home, AUTHORITY, simulated=False).digest != here.digest
    assert read_releases(home, THIRD.authority, simulated=False).digest not in (here.digest, read_releases(home, "niemand", False).digest)


def test_a_run_can_ask_for_the_ledger_as_it_was_when_it_began(home: Path) -> None:
    began = read_releases(home, AUTHORITY, simulated=False)
    append_release(home, ANOTHER)
    assert read_releases(home, AUTHORITY, simulated=False, lines=began.lines) == began
    assert read_releases(home, AUTHORITY, simulated=False, lines=0).entries == ()
    assert len(read(home)) == 3


def test_a_ledger_torn_anywhere_keeps_its_earlier_lines(home: Path) -> None:
    """What a kill in the middle of adding leaves: beginnings of the last line."""
    whole = (home / FILE).read_bytes()
    begin = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    for end in (begin + 1, *range(begin + 100, len(whole) - 1, 200), len(whole) - 1):
        (home / FILE).write_bytes(whole[:end])
        reading = read_releases(home, AUTHORITY, simulated=False)
        assert (reading.entries, reading.lines) == ((FIRST, SECOND), 2)
        assert reading.notice is not None
        assert reading.notice.startswith(f"Die letzte Zeile 3 des Freigabebuchs {home / FILE} ist unvollständig")
        assert reading.notice.endswith("Bitte den Lauf wiederholen, dessen Freigabe fehlt.")
        added = append_release(home, THIRD)
        assert (added.added, added.notice) == (True, reading.notice)
        assert (home / FILE).read_bytes() == whole
    (home / FILE).write_bytes(whole[:begin])
    assert read_releases(home, AUTHORITY, simulated=False).notice is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_any_other_byte_anywhere_is_noticed(home: Path, place: float, byte: int) -> None:
    whole = bytearray((home / FILE).read_bytes())
    at = int(place * (len(whole) - 1))
    same = whole[at] == byte
    whole[at] = byte
    if same:
        assert RELEASE_LEDGER.parse(home / FILE, bytes(whole)).entries == (FIRST, SECOND, THIRD)
    else:
        with pytest.raises(GermanError, match="des Freigabebuchs"):
            RELEASE_LEDGER.parse(home / FILE, bytes(whole))


def test_nothing_is_read_from_or_added_to_a_changed_ledger(home: Path) -> None:
    """A number that was hidden is made to look as if it had been shown."""
    changed = (home / FILE).read_bytes().replace(b'"low":null', b'"low":1234', 1)
    (home / FILE).write_bytes(changed)
    for act in (lambda: read(home), lambda: append_release(home, ANOTHER)):
        with pytest.raises(GermanError, match=r"^Zeile 1 des Freigabebuchs .* ist verändert oder beschädigt"):
            act()
    assert (home / FILE).read_bytes() == changed


@pytest.mark.parametrize(("order", "line"), [((1, 2), 1), ((0, 2), 2), ((1, 0, 2), 1), ((0, 0, 1, 2), 2)])
def test_lines_removed_moved_or_repeated_are_noticed(home: Path, order: tuple[int, ...], line: int) -> None:
    lines = (home / FILE).read_bytes().splitlines(keepends=True)
    (home / FILE).write_bytes(b"".join(lines[place] for place in order))
    with pytest.raises(GermanError, match=rf"^Zeile {line} des Freigabebuchs .* schließt nicht an die Zeile davor an"):
        read(home)


def test_a_state_folder_that_cannot_be_had_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    for act in (lambda: read(tmp_path / "state"), lambda: append_release(tmp_path / "state", FIRST)):
        with pytest.raises(GermanError, match=r"^Das Freigabebuch ist nicht lesbar \("):
            act()


def test_a_full_disk_leaves_the_ledger_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (home / FILE).read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(
            GermanError, match=r"^Das Freigabebuch konnte nicht fortgeschrieben werden \(kein Platz mehr auf dem Datenträger\)"
        ):
            append_release(home, ANOTHER)
    assert (home / FILE).read_bytes() == before
    assert append_release(home, ANOTHER).added


def test_a_process_killed_while_it_adds_leaves_whole_lines(home: Path) -> None:
    """The system call is cut off half way, and the process with it."""
    killed = get_context("fork").Process(target=die_while_adding, args=(home,))
    killed.start()
    killed.join()
    assert killed.exitcode == 9
    reading = read_releases(home, AUTHORITY, simulated=False)
    assert reading.entries == (FIRST, SECOND)
    assert reading.notice is not None
    assert append_release(home, ANOTHER).added
    assert read(home) == (FIRST, SECOND, ANOTHER)


def die_while_adding(home: Path) -> None:
    write = os.write

    def half(handle: int, content: bytes) -> int:
        write(handle, content[: len(content) // 2])
        os._exit(9)

    os.write = half  # type: ignore[assignment]
    append_release(home, ANOTHER)


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    """Six forked processes wait for each other and then add at once; two of them each time the same release."""
    forked = get_context("fork")
    start = forked.Barrier(6)
    adding = [forked.Process(target=add, args=(tmp_path, month, start.wait)) for month in (1, 2, 3, 1, 2, 3)]
    for process in adding:
        process.start()
    for process in adding:
        process.join(60)
    assert [process.exitcode for process in adding] == [0] * 6
    reading = read_releases(tmp_path, AUTHORITY, simulated=False)
    assert [one.period_to.month for one in reading.entries] == [1, 2, 3]
    assert (reading.lines, sorted(reading.numbers)) == (3, [1, 2, 3])


def add(home: Path, month: int, wait: Callable[[], int]) -> None:
    wait()
    append_release(home, release(period_to=date(2018, month, 28)))
