"""Input that means harm is refused in bounded time and memory with one German sentence, or read as what it honestly holds."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.records import hostile
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery, read_facts
from wiwak_eval.results import GermanError
from wiwak_eval.study import digests

FACTS = "".join(f"{key}: {value}\n" for key, value in hostile.FACTS.items())
CLIENTS = "Klienten-ID;Geburtsjahr\nK1;1980\n"
ROW = '<row r="2" spans="1:2">'
SECONDS, SECONDS_BY_THE_CLOCK = 10, 120
GIGABYTE = 1 << 30


def processor_seconds() -> float:
    """Of this process and of those it started that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """No test here may take long, or much memory: neither in this process nor in one that it starts.

    Time is the processor's, so that a machine busy with something else fails no test; by the clock, only what hangs is too long.
    """
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    before, worked, start = [resource.getrusage(kind).ru_maxrss for kind in kinds], processor_seconds(), monotonic()
    yield
    assert processor_seconds() - worked < SECONDS
    assert monotonic() - start < SECONDS_BY_THE_CLOCK
    after = [resource.getrusage(kind).ru_maxrss for kind in kinds]
    assert after[0] - before[0] < 512 * 1024
    assert after[1] <= max(before[1], 2.1 * 1024 * 1024)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "lieferung"
    made.mkdir()
    (made / "lieferung.yaml").write_text(FACTS, encoding="utf-8")
    return made


def reading(path: Path) -> Records:
    return read_delivery(path, SIMULATED_KEY, accept_losses=True)


def refusal(path: Path) -> str:
    """The one German sentence (or two, with advice) that a hostile delivery ends in."""
    with pytest.raises(GermanError) as caught:
        reading(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
    return str(caught.value)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: hostile.bomb(250), "entpackt größer als 200 MB"),
        (lambda: hostile.bomb(150), "ungewöhnlich stark gepackt"),
        (hostile.lying_bomb, "beschädigt|größer|Speicher"),
        (hostile.many_parts, "größer als 200 MB"),
        (hostile.entities, "XML-Deklarationen"),
        (lambda: hostile.entities("utf-16"), "XML-Deklarationen"),
        (lambda: hostile.workbook()[:3000], "beschädigt"),
        (lambda: b"", "beschädigt"),
        (lambda: b"<html><table><tr><td>1</td></tr></table></html>", "beschädigt"),
        (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + os.urandom(5000), "beschädigt|Kennwort|Speicher"),
    ],
)
def test_hostile_workbooks_are_refused_as_a_whole(make: Callable[[], bytes], words: str, tmp_path: Path) -> None:
    file = tmp_path / "lieferung.xlsx"
    file.write_bytes(make())
    sentence = refusal(file)
    assert sentence.startswith("Die Arbeitsmappe lieferung.xlsx wird nicht angenommen: ")
    assert any(word in sentence for word in words.split("|")), sentence


@pytest.mark.parametrize("name", ["lieferung.xlsx", "lieferung.ods"])
def test_a_cell_at_the_far_end_takes_no_memory(name: str, tmp_path: Path) -> None:
    far = hostile.in_sheet("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    many = hostile.text_cell("K", 'table:number-columns-repeated="16384"')
    wide = hostile.spreadsheet(f'<table:table-row table:number-rows-repeated="1048576">{many}</table:table-row>')
    (tmp_path / name).write_bytes(far if name.endswith("xlsx") else wide)
    sentence = refusal(tmp_path / name)
    assert "Tabelle „Klienten“ ist nicht lesbar" in sentence or "wird nicht angenommen" in sentence


@pytest.mark.parametrize(
    "data",
    [
        hostile.in_sheet('<dimension ref="A1:B2"/>', '<dimension ref="A1:XFD1048576"/>'),
        hostile.in_sheet("</sheetData>", "".join(f'<row r="{i}"><c r="A{i}" s="1"/></row>' for i in range(3, 200_000)) + "</sheetData>"),
        hostile.in_sheet("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
    ],
    ids=["dimension", "rows", "far"],
)
def test_a_million_empty_rows_that_are_only_claimed_do_no_harm(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "lieferung.xlsx").write_bytes(data)
    assert [(line.rows_read, line.rows_used) for line in reading(tmp_path / "lieferung.xlsx").intake] == [(1, 1)]


def test_empty_rows_that_an_ods_file_repeats_do_no_harm(tmp_path: Path) -> None:
    cells = f"<table:table-row>{hostile.text_cell('K1')}{hostile.text_cell('1980')}</table:table-row>"
    cell = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048574">{cell}</table:table-row>'
    (tmp_path / "lieferung.ods").write_bytes(hostile.spreadsheet(cells + empty))
    assert reading(tmp_path / "lieferung.ods").intake[0].rows_used == 1


def sparse(file: Path, size: int, head: bytes) -> None:
    with file.open("wb") as out:
        out.write(head)
        out.truncate(size)


def long_line(file: Path, megabytes: int) -> None:
    with file.open("wb") as out:
        out.write(CLIENTS.encode())
        for _ in range(megabytes):
            out.write(b"x" * (1 << 20))


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda file: sparse(file, GIGABYTE, CLIENTS.encode()), "länger als eine Million Zeichen"),
        (lambda file: long_line(file, 64), "länger als eine Million Zeichen"),
        (lambda file: file.write_bytes(CLIENTS.encode() + b"K2;19\x0080\n"), "Nullzeichen"),
        (lambda file: file.write_bytes((CLIENTS + "K2;19\x0080\n").encode("utf-16")), "Nullzeichen"),
        (lambda file: file.write_bytes(CLIENTS.encode() + b'K2;"1980\n' + b"K3;1981\n" * 300_000), "nicht geschlossen|50 Zeilen"),
        (lambda file: file.write_bytes(CLIENTS.encode() + b'K2;"' + b'""' * 400_000), "nicht geschlossen"),
        (lambda file: file.write_bytes(CLIENTS.encode() + b'a";"b' * 200_000), "Kopfzeile|lesbar|Zeile"),
        (lambda file: file.write_bytes(b"Klienten-ID;Geburtsjahr\nK\x81;1980\n"), "Zeichen der Datei"),
        (lambda file: file.write_bytes(b"\xff\xfeK\0l\0\x00\xd8"), "Zeichen der Datei"),
        (lambda file: file.mkdir(), "keine Datei"),
        (os.mkfifo, "keine Datei"),
        (lambda file: file.symlink_to("/etc/passwd"), "aus dem Ordner hinausführt"),
        (lambda file: file.symlink_to("/dev/zero"), "aus dem Ordner hinausführt"),
        (lambda file: file.symlink_to(file), "auf sich selbst"),
        (lambda file: file.symlink_to("nirgends.csv"), "keine Datei"),
    ],
)
def test_hostile_files_refuse_their_table(write: Callable[[Path], object], words: str, folder: Path) -> None:
    write(folder / "klienten.csv")
    sentence = refusal(folder)
    assert any(word in sentence for word in words.split("|")), sentence
    assert len(sentence) < 500
    digests.of_delivery(folder, SIMULATED_KEY)


def test_a_hostile_file_leaves_the_others_readable(folder: Path) -> None:
    (folder / "klienten.csv").symlink_to("/etc/passwd")
    (folder / "organisationen.csv").write_text("Kürzel;Name;Sektor\nA;a;Kommune\n", encoding="utf-8")
    records = reading(folder)
    assert (list(records.tables), records.refused) == (["organisations"], ("clients",))


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    (folder / "alt.txt").write_text(CLIENTS, encoding="utf-8")
    (folder / "klienten.csv").symlink_to("alt.txt")
    assert reading(folder).intake[0].rows_used == 1


def test_what_may_not_be_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "klienten.csv").write_text(CLIENTS, encoding="utf-8")

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", refuse)
        assert "lässt sich nicht lesen (Zugriff nicht erlaubt)" in refusal(folder)
    with monkeypatch.context() as patch:
        real = Path.open
        patch.setattr(Path, "open", lambda path, *a, **k: refuse(path) if path.suffix == ".csv" else real(path, *a, **k))
        assert "lässt sich nicht öffnen" in refusal(folder)


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 10)}]\n" for i in range(9)),
        "[" * 100_000,
        "x" * 3_000_000,
        "? [a]\n: b\n",
        "!!python/object/apply:os.system ['true']",
        "a: \x07",
        FACTS + "Behörde: " + "y" * 2_000_000,
    ],
)
def test_hostile_facts_are_refused(text: str, folder: Path) -> None:
    (folder / "lieferung.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GermanError) as caught:
        read_facts(folder)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("facts", ["/etc/passwd", "/dev/zero"])
def test_facts_from_elsewhere_are_refused(facts: str, folder: Path) -> None:
    (folder / "lieferung.yaml").unlink()
    (folder / "lieferung.yaml").symlink_to(facts)
    assert "ist nicht lesbar" in refusal(folder)


@pytest.mark.parametrize("seed", range(8))
def test_broken_parquet_is_refused_or_read(seed: int, folder: Path) -> None:
    table = pa.table({"Klienten-ID": [f"K{i}" for i in range(500)], "Geburtsjahr": [1980 + i % 30 for i in range(500)]})
    file = folder / "klienten.parquet"
    pq.write_table(table, file)
    data = bytearray(file.read_bytes())
    for i in range(seed + 1):
        data[(seed * 7919 + i * 104729) % len(data)] ^= 0xFF
    file.write_bytes(bytes(data) if seed else bytes(data[:1000]))
    with suppress(GermanError):
        line = reading(folder).intake[0]
        assert line.rows_read == line.rows_used + line.rows_rejected


def test_parquet_that_claims_too_much_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wiwak_eval.records.parquet.MOST_ROWS", 3)
    pq.write_table(pa.table({"Klienten-ID": list("abcd")}), folder / "klienten.parquet")
    assert "mehr als 30 Millionen Zeilen" in refusal(folder)
    pq.write_table(pa.table({"Klienten-ID": [["a"], ["b"]]}), folder / "klienten.parquet")
    assert "verschachtelte Angaben" in refusal(folder)
