from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, load_catalogue, load_scenario
from wiwak_eval.records import SIMULATED_KEY, Records, read_delivery
from wiwak_eval.shipped import shipped

FACTS = "Behörde: Landratsamt\nZeitraum von: 01.01.2017\nZeitraum bis: {last}\ngeliefert am: 31.12.2017\nsimuliert: ja\n"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(shipped("data") / "assumptions")


@pytest.fixture
def assumptions(catalogue: Catalogue) -> Callable[..., Assumptions]:
    """The shipped assumptions under a scenario."""

    def view(scenario: str = "basis") -> Assumptions:
        return Assumptions(catalogue, load_scenario(shipped("data") / "scenarios", scenario), date(2017, 11, 15))

    return view


@pytest.fixture
def tallied(tmp_path: Path) -> Callable[[Sequence[int]], Records]:
    """A delivery of monthly totals alone, from January 2017 on."""

    def write_and_read(counts: Sequence[int]) -> Records:
        rows = "".join(f"{month:02d}/2017;{count}\n" for month, count in enumerate(counts, start=1))
        last_day = f"{monthrange(2017, len(counts))[1]}.{len(counts):02d}.2017"
        (tmp_path / "lieferung.yaml").write_text(FACTS.format(last=last_day), encoding="utf-8")
        (tmp_path / "monatsstatistik.csv").write_text(f"Monat;Beratungen\n{rows}", encoding="utf-8")
        return read_delivery(tmp_path, SIMULATED_KEY)

    return write_and_read
