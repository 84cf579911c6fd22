"""Where a grid lies: a folder, or an address by fsspec. A run is there whole or not at all, in both."""

from pathlib import Path
from typing import Protocol

from wiwak_eval.job.fanout.addresses import is_address, local_path

RUNS = "laeufe"
"""Where the run folders lie."""


class Store(Protocol):
    """A place for a grid. Every method raises GermanError or OSError where the place does not answer."""

    def read(self, name: str) -> bytes | None:
        """The content of a file; None where there is none."""

    def write(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all."""

    def put(self, run: Path) -> str:
        """Bring a run folder there under its name, and give its seal. One that is there and whole stays; a damaged one is replaced."""

    def intact(self, run: str, seal: str) -> bool:
        """Whether a run is there, and every file as its sums say."""


def store_at(out: str) -> Store:
    """The place that a text names, as seen from the working folder."""
    if is_address(out):
        from wiwak_eval.job.fanout.address_store import AddressStore

        return AddressStore(out)
    from wiwak_eval.job.fanout.folder_store import FolderStore

    return FolderStore(local_path(out, Path.cwd()))
