from datetime import date

import pytest

from wiwak_eval.assumptions import Assumptions, load_catalogue, load_scenario
from wiwak_eval.shipped import shipped


@pytest.fixture
def assumptions() -> Assumptions:
    data = shipped("data")
    return Assumptions(load_catalogue(data / "assumptions"), load_scenario(data / "scenarios", "basis"), date(2017, 11, 15))
