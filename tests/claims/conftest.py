from fractions import Fraction

import pytest

from wiwak_eval.claims import ClaimSet
from wiwak_eval.claims.rising import Months, Rule
from wiwak_eval.shipped import shipped
from wiwak_eval.study.claims_file import read_claims

RISING = (83, 92, 97, 110, 121, 128, 144, 150, 163, 171)
FEWER = (44, 50, 52, 58, 66, 71, 78, 80, 88, 93)


@pytest.fixture(scope="session")
def shipped_claims() -> ClaimSet:
    return read_claims(shipped("data"))


@pytest.fixture
def rule() -> Rule:
    return Rule(10, 0.05, 1.0)


@pytest.fixture
def months() -> Months:
    """Ten months, each with more contacts and persons than the one before, not cumulated, counted from single contacts."""
    return Months(RISING, FEWER, (Fraction(21),) * 10, (Fraction(5, 2),) * 10, from_tally=False)
