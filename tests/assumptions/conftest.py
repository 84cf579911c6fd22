from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, load_catalogue, load_scenario
from wiwak_eval.shipped import shipped

DELIVERED = date(2017, 11, 15)
View = Callable[..., Assumptions]

VALUE = """\
    - valid_from: {valid_from}
      known_since: {known_since}
      value: {value}
      kind: assumed
      status: unverified
      quality: low
      source: {{title: Beispiel}}
"""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(shipped("data") / "assumptions")


@pytest.fixture(scope="session")
def shipped_view(catalogue: Catalogue) -> View:
    """Assumptions of the shipped data for a scenario and an as-of date."""

    def view(scenario: str = "basis", as_of: date = DELIVERED) -> Assumptions:
        return Assumptions(catalogue, load_scenario(shipped("data") / "scenarios", scenario), as_of)

    return view


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Catalogue]:
    """A catalogue with one assumption `rate`; each value as (valid_from, known_since, value)."""

    def make(*values: tuple[str, str, str], extra: str = "") -> Catalogue:
        rows = "".join(VALUE.format(valid_from=start, known_since=known, value=value) for start, known, value in values)
        (tmp_path / "rate.yaml").write_text(f"rate:\n  label: Satz\n  unit: share\n  values:\n{rows}{extra}", encoding="utf-8")
        return load_catalogue(tmp_path)

    return make
