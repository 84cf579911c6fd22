import pytest
from calculator_worlds import pilot_worlds


@pytest.fixture(scope="session")
def calculator_worlds():
    return pilot_worlds()
