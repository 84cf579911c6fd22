"""The sums of a run folder: whatever is changed, the file it lies in is named."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wiwak_eval.audit.sums import SUMS, first_difference, seal, write_sums
from wiwak_eval.results import GermanError

NAMES = ("bericht.html", "daten/a b.csv", "daten/zurück\\schräg.csv", "daten/zwei\nZeilen.txt", "daten/wagen\rrücklauf.txt", "leer.txt")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with files of odd names, one of them empty, and their sums."""
    run = tmp_path / "lauf"
    for name in (*NAMES, "pruefpaket/manifest.json"):
        (run / name).parent.mkdir(parents=True, exist_ok=True)
        (run / name).write_bytes(b"" if name == "leer.txt" else name.encode() * 3)
    undecodable = os.fsencode(run / "daten") + b"/\xff.csv"
    Path(os.fsdecode(undecodable)).write_bytes(b"x")
    write_sums(run)
    return run


def named(run: Path) -> str | None:
    difference = first_difference(run)
    return None if difference is None else difference.file


def test_an_unchanged_run_has_no_difference_wherever_it_lies(small: Path, tmp_path: Path) -> None:
    assert first_difference(small) is None
    moved = shutil.move(small, tmp_path / "anderswo")
    assert first_difference(Path(moved)) is None


def test_the_common_tool_reads_the_sums(small: Path) -> None:
    """Comment, escaped names and all; and finds what was changed."""
    check = ["sha256sum", "--strict", "--quiet", "-c", SUMS]
    assert subprocess.run(check, cwd=small, capture_output=True, check=False).returncode == 0
    (small / "bericht.html").write_bytes(b"anders")
    assert b"bericht.html" in subprocess.run(check, cwd=small, capture_output=True, check=False).stdout


def _empty(run: Path) -> None:
    (run / "bericht.html").write_bytes(b"")


def _missing(run: Path) -> None:
    (run / "bericht.html").unlink()


def _folder(run: Path) -> None:
    (run / "bericht.html").unlink()
    (run / "bericht.html").mkdir()


def _link(run: Path) -> None:
    shutil.move(run / "bericht.html", run.parent / "bericht.html")
    (run / "bericht.html").symlink_to(run.parent / "bericht.html")


def _dangling(run: Path) -> None:
    (run / "bericht.html").unlink()
    (run / "bericht.html").symlink_to("nirgends")


def _pipe(run: Path) -> None:
    (run / "bericht.html").unlink()
    os.mkfifo(run / "bericht.html")


@pytest.mark.parametrize("change", [_empty, _missing, _folder, _link, _dangling, _pipe], ids=lambda one: one.__name__)
def test_what_happens_to_a_file_is_found_and_said(small: Path, change: Callable[[Path], None]) -> None:
    change(small)
    difference = first_difference(small)
    assert difference is not None
    assert difference.file == "bericht.html"
    assert difference.sentence.endswith(".")


def test_a_folder_that_became_a_link_is_found(small: Path) -> None:
    shutil.move(small / "daten", small.parent / "daten")
    (small / "daten").symlink_to(small.parent / "daten", target_is_directory=True)
    difference = first_difference(small)
    assert difference is not None
    assert "Verknüpfung" in difference.sentence


@pytest.mark.parametrize("name", ["daten/neu.csv", ".versteckt", "pruefpaket/SHA256SUMS2", "neu/tief/x"])
def test_what_was_added_is_named(small: Path, name: str) -> None:
    (small / name).parent.mkdir(parents=True, exist_ok=True)
    (small / name).write_bytes(b"")
    assert named(small) == name


def test_an_added_empty_folder_and_link_are_named(small: Path) -> None:
    (small / "neu").mkdir()
    assert named(small) == "neu"
    (small / "neu").rmdir()
    (small / "neu").symlink_to(small / "daten", target_is_directory=True)
    assert named(small) == "neu"


def test_each_byte_of_the_sums_guards_itself(small: Path) -> None:
    """Also of the guarding line: no change may look like that of another file."""
    good = (small / SUMS).read_bytes()
    for at in range(len(good)):
        for value in {good[at] ^ 1, 10} - {good[at]}:
            (small / SUMS).write_bytes(good[:at] + bytes([value]) + good[at + 1 :])
            assert named(small) == SUMS, at


@pytest.mark.parametrize("cut", [0, 1, 70, 200])
def test_cut_sums_name_themselves(small: Path, cut: int) -> None:
    (small / SUMS).write_bytes((small / SUMS).read_bytes()[:cut])
    assert named(small) == SUMS


def test_sums_that_were_removed_name_themselves(small: Path) -> None:
    (small / SUMS).unlink()
    assert named(small) == SUMS


@pytest.mark.parametrize("name", ["../bericht.html", "/etc/hostname", "daten/../bericht.html", "./bericht.html", "daten//a.csv"])
def test_sums_that_lead_outside_are_refused(small: Path, name: str) -> None:
    lines = f"{'0' * 64}  {name}\n".encode()
    (small / SUMS).write_bytes(b"# SHA-256 der Zeilen unter dieser: " + hashlib.sha256(lines).hexdigest().encode() + b"\n" + lines)
    assert named(small) == SUMS


def test_only_the_seal_shows_that_a_file_and_its_sum_were_changed_together(small: Path) -> None:
    before = seal(small)
    (small / "bericht.html").write_bytes(b"anders")
    assert write_sums(small) == seal(small) != before
    assert first_difference(small) is None


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match="kein Ordner eines Laufs"):
        first_difference(tmp_path)
    with pytest.raises(GermanError, match="kein Ordner eines Laufs"):
        first_difference(tmp_path / "nirgends")


def test_a_name_that_cannot_be_printed_is_spelled_out(small: Path) -> None:
    Path(os.fsdecode(os.fsencode(small / "daten") + b"/\xff.csv")).unlink()
    assert named(small) == "daten/\\udcff.csv"


def test_a_run_does_not_seal_a_link(small: Path) -> None:
    (small / "neu").symlink_to("bericht.html")
    with pytest.raises(ValueError, match="regular files"):
        write_sums(small)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_changed_byte_of_a_real_run_is_named(sealed_run: Path, data: st.DataObject) -> None:
    """Files of all sizes alike: most bytes lie in a few large ones."""
    files = sorted(path for path in sealed_run.rglob("*") if path.is_file() and path.stat().st_size)
    file = data.draw(st.sampled_from(files))
    good = file.read_bytes()
    at, change = data.draw(st.integers(0, len(good) - 1)), data.draw(st.integers(1, 255))
    try:
        file.write_bytes(good[:at] + bytes([good[at] ^ change]) + good[at + 1 :])
        assert named(sealed_run) == file.relative_to(sealed_run).as_posix()
    finally:
        file.write_bytes(good)
