"""Results computed once and kept on disk, keyed by what they were computed from."""

import fcntl
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.study import digests
from wiwak_eval.study.whole_file import write_whole
from wiwak_eval.study.written_form import read_back, written

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["Keeper", "locked", "write_whole"]

T = TypeVar("T", bound="DataclassInstance")


class Keeper:
    """Keeps results as JSON below a folder.

    A result's key is made of its name, the package, the lock file, what is installed, and its arguments. Of the assumptions only the
    values that were read count: each kept file says which, and holds only while those values are still the same.

    looked_up: by the name of each result asked for, which assumptions it read for which days.
    """

    def __init__(self, folder: Path, noted: Callable[[Path], None] = lambda _: None) -> None:
        """noted: hears of each folder that results of this delivery lie in, before anything is written there."""
        self._folder, self._noted = folder, noted
        self.looked_up: dict[str, tuple[tuple[str, date], ...]] = {}

    def kept(self, name: str, given: Mapping[str, str], assumptions: Assumptions, kind: type[T], compute: Callable[[Assumptions], T]) -> T:
        """The kept result, or the computed one, kept from now on. A second process that wants the same waits for the first."""
        key = digests.of_mapping(
            {"name": name, "package": digests.of_package(), "lock": digests.of_lock(), "installed": digests.of_installed(), **given}
        )
        folder = self._folder / name / key[:24]
        self._noted(folder)
        with locked(folder):
            found = self._find(folder, assumptions)
            if found is not None:
                self.looked_up[name] = tuple((id, date.fromisoformat(on)) for id, on, _ in found["reads"])
                return read_back(kind, found["result"])
            fresh = assumptions.fresh()
            result = compute(fresh)
            self.looked_up[name] = tuple((read.id, read.on) for read in fresh.reads)
            reads = [[read.id, read.on.isoformat(), read.digest] for read in fresh.reads]
            content = {"reads": reads, "result": written(result)}
            write_whole(folder / f"{digests.of_mapping({'reads': reads})[:24]}.json", json.dumps(content, ensure_ascii=False).encode())
            return result

    def _find(self, folder: Path, assumptions: Assumptions) -> dict[str, Any] | None:
        for file in sorted(folder.glob("*.json")):
            content = json.loads(file.read_text(encoding="utf-8"))
            if all(assumptions.digest_of(id, date.fromisoformat(on)) == digest for id, on, digest in content["reads"]):
                found: dict[str, Any] = content
                return found
        return None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for this process; the lock ends with the process, however it ends."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
