from collections.abc import Callable, Sequence
from datetime import date

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, load_catalogue, load_scenario
from wiwak_eval.records import Records
from wiwak_eval.shipped import shipped


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
def tallied(read) -> Callable[[Sequence[int]], Records]:
    """A delivery of monthly totals alone, from January 2017 on."""

    def write_and_read(counts: Sequence[int]) -> Records:
        rows = "".join(f"{month:02d}/2017;{count}\n" for month, count in enumerate(counts, start=1))
        return read({"monatsstatistik": f"Monat;Beratungen\n{rows}"}, last=f"{len(counts):02d}")

    return write_and_read
