"""A grid at an address by fsspec: files are uploaded one by one, the list of sums last; a run without it, or unlike it, does not count."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wiwak_eval.audit.sums import SUMS, seal
from wiwak_eval.audit.sums_list import listed_in
from wiwak_eval.job.fanout.addresses import opened, shown
from wiwak_eval.job.fanout.store import RUNS
from wiwak_eval.results import GermanError

_BLOCK = 1 << 20


class AddressStore:
    """See `store.Store`."""

    def __init__(self, address: str) -> None:
        self._shown = shown(address)
        self._system, self._root = opened(address)

    def read(self, name: str) -> bytes | None:
        """See `Store`."""
        with self._told():
            try:
                content: bytes = self._system.cat_file(self._place(name))
            except FileNotFoundError:
                return None
            return content

    def write(self, name: str, content: bytes) -> None:
        """See `Store`; a store of objects has an object whole or not at all."""
        with self._told():
            place = self._place(name)
            self._system.makedirs(place.rpartition("/")[0], exist_ok=True)
            self._system.pipe_file(place, content)

    def put(self, run: Path) -> str:
        """See `Store`."""
        made = seal(run)
        listed = self.read(self._sums(run.name))
        there = None if listed is None else hashlib.sha256(listed).hexdigest()
        if there is not None and self.intact(run.name, there):
            return there
        with self._told():
            with suppress(FileNotFoundError):
                self._system.rm_file(self._place(self._sums(run.name)))
            names = sorted(file.relative_to(run).as_posix() for file in run.rglob("*") if file.is_file())
            for name in [*(name for name in names if name != SUMS), SUMS]:
                place = self._place(f"{RUNS}/{run.name}/{name}")
                self._system.makedirs(place.rpartition("/")[0], exist_ok=True)
                self._system.put_file(os.fspath(run / name), place)
            self._system.invalidate_cache()
        return made

    def intact(self, run: str, seal: str) -> bool:
        """See `Store`."""
        sums = self.read(self._sums(run))
        listed = None if sums is None or hashlib.sha256(sums).hexdigest() != seal else listed_in(sums)
        if listed is None:
            return False
        with self._told():
            return all(self._sum(f"{RUNS}/{run}/{name}") == digest for name, digest in listed.items())

    def _sum(self, name: str) -> str:
        found = hashlib.sha256()
        try:
            with self._system.open(self._place(name), "rb") as handle:
                while block := handle.read(_BLOCK):
                    found.update(block)
        except FileNotFoundError:
            return ""
        return found.hexdigest()

    def _place(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _sums(self, run: str) -> str:
        return f"{RUNS}/{run}/{SUMS}"

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What a place by fsspec has to say may repeat a password: only the kind of error is told."""
        try:
            yield
        except GermanError:
            raise
        except Exception as error:
            raise GermanError(
                f"Der Ort {self._shown} antwortet nicht wie erwartet ({type(error).__name__}). Bitte Adresse, Zugang und Platz prüfen."
            ) from None
