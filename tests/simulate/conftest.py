from pathlib import Path

import pytest

from wiwak_eval.simulate import PILOT_SEED, SimulatedYear, pilot_parameters, simulate

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def pilot_year() -> SimulatedYear:
    return simulate(PILOT_SEED, pilot_parameters())


@pytest.fixture(scope="session")
def pilot_folder() -> Path:
    return REPOSITORY / "data" / "pilot"


@pytest.fixture(scope="session")
def simulation_page() -> Path:
    return REPOSITORY / "docs" / "simulation.md"
