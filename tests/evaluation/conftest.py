from calendar import monthrange
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.{first}.2017\nZeitraum bis: {day}.{last}.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
Read = Callable[..., Records]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """A small delivery, written and read: German table name to lines of CSV, the months it covers, up to `last_day`."""

    def write_and_read(files: Mapping[str, str], first: str = "01", last: str = "03", last_day: int | None = None) -> Records:
        day = last_day or monthrange(2017, int(last))[1]
        (tmp_path / "lieferung.yaml").write_text(FACTS.format(first=first, last=last, day=day), encoding="utf-8")
        for name, lines in files.items():
            (tmp_path / f"{name}.csv").write_text(lines, encoding="utf-8")
        return read_delivery(tmp_path, SIMULATED_KEY, accept_losses=True)

    return write_and_read
