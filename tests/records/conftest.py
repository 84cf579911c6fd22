"""Messy deliveries made on the spot, with faults that are known because they were put there."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"

Deliver = Callable[..., Path]
Read = Callable[..., Records]


@pytest.fixture
def deliver(tmp_path: Path) -> Deliver:
    """Write a folder: file name (without `.csv`) to text or bytes; `facts=None` leaves lieferung.yaml out."""

    def write(files: Mapping[str, str | bytes], facts: str | None = FACTS) -> Path:
        folder = tmp_path / "lieferung"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        if facts is not None:
            (folder / "lieferung.yaml").write_text(facts, encoding="utf-8")
        for name, content in files.items():
            (folder / f"{name}.csv").write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture
def read(deliver: Deliver) -> Read:
    """Write and read a folder; losses are accepted, since small tables lose large shares."""

    def write_and_read(files: Mapping[str, str | bytes], facts: str = FACTS) -> Records:
        return read_delivery(deliver(files, facts), SIMULATED_KEY, accept_losses=True)

    return write_and_read
