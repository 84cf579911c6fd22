from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, Scenario, load_catalogue
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.shipped import shipped

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: 31.10.2017\ngeliefert am: 15.11.2017\nsimuliert: ja\n"
DELIVERED = date(2017, 11, 15)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(shipped("data") / "assumptions")


@pytest.fixture(scope="session")
def view(catalogue: Catalogue) -> Callable[..., Assumptions]:
    """The shipped assumptions as of a day, with values set or left out: `view(post_step="0.5", without=("price_index",))`."""

    def make(as_of: date = DELIVERED, without: tuple[str, ...] = (), **values: object) -> Assumptions:
        patches = tuple(Patch(id=id, set=value, reason="Probe") for id, value in values.items())
        entries = {id: entry for id, entry in catalogue.entries.items() if id not in without}
        return Assumptions(Catalogue(entries), Scenario(id="probe", label="Probe", description="Probe", patches=patches), as_of)

    return make


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Mapping[str, str]], Records]:
    """A small delivery, written and read: German table name to lines of CSV."""

    def write_and_read(files: Mapping[str, str]) -> Records:
        (tmp_path / "lieferung.yaml").write_text(FACTS, encoding="utf-8")
        for name, lines in files.items():
            (tmp_path / f"{name}.csv").write_text(lines, encoding="utf-8")
        return read_delivery(tmp_path, SIMULATED_KEY, accept_losses=True)

    return write_and_read
