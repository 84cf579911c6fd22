"""A file of a run that was made to fill the memory is another file, and the check goes on."""

import resource
import struct
import zlib
from functools import partial
from pathlib import Path

import pytest
from pikepdf.settings import get_qpdf_limits

from wiwak_eval.audit.verify.comparing import compare_folders, folders
from wiwak_eval.audit.verify.comparing.bounded import bounded, too_large
from wiwak_eval.audit.verify.result import Deviation

MANY = 160 << 20


def flood(times: int) -> bytes:
    """Many zeros, packed so many times."""
    packing, zeros = zlib.compressobj(1), b"\0" * (1 << 20)
    packed = b"".join(packing.compress(zeros) for _ in range(MANY >> 20)) + packing.flush()
    return packed if times == 1 else zlib.compress(packed)


def paper(content: bytes, times: int) -> bytes:
    """A PDF whose third object holds others, packed: whoever asks for these has to unpack it."""
    filters = b"/FlateDecode" * times
    head = b"<</Type/ObjStm/N 1/First 4/Filter[%b]/Length %d>>stream\n" % (filters, len(content))
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", head + content + b"\nendstream"]
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    rows = [(0, 0, 65535), *((1, place, 0) for place in places), (2, 3, 0), (1, len(made), 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    last = b"5 0 obj\n<</Type/XRef/Size 6/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%b\nendstream\nendobj\n" % (len(table), table)
    return made + last + b"startxref\n%d\n%%%%EOF\n" % len(made)


def compared(tmp_path: Path, in_run: bytes, found: bytes) -> tuple[Deviation, ...]:
    for name, content in (("lauf", in_run), ("wiederholt", found)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.pdf").write_bytes(content)
    return compare_folders(tmp_path / "lauf", tmp_path / "wiederholt").deviations


@pytest.mark.parametrize("times", [1, 2])
def test_a_flood_of_objects_ends_at_the_bound_and_the_bound_ends_with_it(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "bounded", partial(bounded, memory=MANY // 2))
    before = resource.getrlimit(resource.RLIMIT_AS), get_qpdf_limits(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert [one.file for one in compared(tmp_path, paper(flood(times), times), paper(zlib.compress(b"4 0 (x)"), 1))] == ["x.pdf"]
    assert (resource.getrlimit(resource.RLIMIT_AS), get_qpdf_limits()) == before[:2]
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before[2]) * 1024 < MANY


def test_whoever_asks_for_too_much_memory_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object) -> object:
        bytearray(MANY)
        pytest.fail("there was no bound")

    monkeypatch.setattr(folders, "bounded", partial(bounded, memory=MANY // 2))
    monkeypatch.setitem(folders.KINDS, ".pdf", (greedy, "Probe"))  # type: ignore[arg-type]
    assert compared(tmp_path, b"x", b"y") == (Deviation("x.pdf", "ganze Datei", "braucht zum Lesen zu viel Arbeitsspeicher", "lesbar"),)


def test_a_file_much_larger_than_its_repetition_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_compare", lambda *_: pytest.fail("the file was read"))
    assert [one.place for one in compared(tmp_path, b"x" * 1_500_000, b"y" * 1000)] == ["Größe der Datei"]
    assert not too_large(1_000_000, 1000)
