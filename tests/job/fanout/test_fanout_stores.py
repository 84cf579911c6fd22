"""Where a grid lies: a run is there whole or not at all, in a folder and at an address."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import fsspec
import pytest

from wiwak_eval.audit.sums import SUMS, seal, write_sums
from wiwak_eval.job.fanout.address_store import AddressStore
from wiwak_eval.job.fanout.store import Store, store_at
from wiwak_eval.results import GermanError

RUN = "0123456789ab"
Damage = Callable[[str, bytes | None], None]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "made" / RUN
    (folder / "pruefpaket").mkdir(parents=True)
    (folder / "daten").mkdir()
    (folder / "pruefpaket" / "manifest.json").write_text("{}", encoding="utf-8")
    (folder / "daten" / "a.csv").write_text("a\n1\n", encoding="utf-8")
    write_sums(folder)
    return folder


@pytest.fixture(params=["folder", "memory"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Store, Damage]:
    """A store, and what changes or removes a file in it."""
    if request.param == "folder":

        def in_folder(name: str, content: bytes | None) -> None:
            file = tmp_path / "out" / name
            file.unlink() if content is None else file.write_bytes(content)

        return store_at(str(tmp_path / "out")), in_folder
    root = f"/{tmp_path.name}"
    memory = fsspec.filesystem("memory")

    def in_memory(name: str, content: bytes | None) -> None:
        memory.rm_file(f"{root}/{name}") if content is None else memory.pipe_file(f"{root}/{name}", content)

    return store_at(f"memory:/{root}"), in_memory


def test_a_run_is_brought_there_and_known_by_its_seal(place: tuple[Store, Damage], run: Path) -> None:
    store, _ = place
    assert not store.intact(RUN, seal(run))
    assert store.put(run) == seal(run)
    assert store.intact(RUN, seal(run))
    assert not store.intact(RUN, "0" * 64)
    assert store.read(f"laeufe/{RUN}/daten/a.csv") == b"a\n1\n"
    assert store.put(run) == seal(run)


@pytest.mark.parametrize(("name", "content"), [("daten/a.csv", b"a\n2\n"), ("daten/a.csv", None), (SUMS, None), (SUMS, b"")])
def test_a_damaged_run_does_not_count_and_is_replaced(place: tuple[Store, Damage], run: Path, name: str, content: bytes | None) -> None:
    store, damage = place
    store.put(run)
    damage(f"laeufe/{RUN}/{name}", content)
    assert not store.intact(RUN, seal(run))
    store.put(run)
    assert store.intact(RUN, seal(run))


def test_what_is_not_there_is_none(place: tuple[Store, Damage]) -> None:
    store, _ = place
    assert store.read("raster.json") is None
    store.write("zellen/a.json", b"{}")
    assert store.read("zellen/a.json") == b"{}"


def test_an_upload_that_stops_leaves_no_run(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of sums comes last: without it the run is not there; the error does not repeat what the place said."""
    memory = fsspec.filesystem("memory")
    real, sent = type(memory).put_file, []

    def stops(self: object, local: str, remote: str, *args: object, **more: object) -> None:
        if sent:
            raise OSError("https://ich:passwort@rechner")
        sent.append(remote)
        real(self, local, remote, *args, **more)

    store = AddressStore(f"memory://{tmp_path.name}")
    monkeypatch.setattr(type(memory), "put_file", stops)
    with pytest.raises(GermanError) as told:
        store.put(run)
    assert "passwort" not in str(told.value)
    assert not sent[0].endswith(SUMS)
    assert not store.intact(RUN, seal(run))
    monkeypatch.undo()
    assert store.put(run) == hashlib.sha256((run / SUMS).read_bytes()).hexdigest()
    assert store.intact(RUN, seal(run))
