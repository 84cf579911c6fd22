from dataclasses import replace

import pytest

from tests.disclosure.groups import SIMULATED
from wiwak_eval.disclosure.policy import INTERNAL_ONLY, level_of, threshold
from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.results import GermanError, Level

REAL = replace(SIMULATED, simulated=False)


@pytest.mark.parametrize(
    ("level", "sensitive", "fewest"),
    [
        (Level.INTERN, False, 0),
        (Level.GREMIUM, False, 5),
        (Level.OEFFENTLICH, False, 10),
        (Level.INTERN, True, 10),
        (Level.GREMIUM, True, 10),
        (Level.OEFFENTLICH, True, 10),
    ],
)
def test_thresholds_of_the_house(level, sensitive, fewest):
    assert threshold(level, sensitive, HOUSE_RULE) == fewest


def test_stricter_settings_hold():
    strict = replace(HOUSE_RULE, gremium=7, sensitive=15)
    assert threshold(Level.GREMIUM, False, strict) == 7
    assert threshold(Level.INTERN, True, strict) == 15


@pytest.mark.parametrize("asked", ["intern", "gremium", "oeffentlich"])
@pytest.mark.parametrize("provenance", [SIMULATED, REAL])
def test_papers_come_at_the_level_that_is_asked_for(asked, provenance):
    level, sentence = level_of(asked, provenance)
    assert level == Level(asked)
    assert sentence == (INTERNAL_ONLY if provenance is REAL and asked == "intern" else None)


@pytest.mark.parametrize("provenance", [SIMULATED, REAL])
def test_an_unknown_level_is_named_with_the_known_ones(provenance):
    with pytest.raises(GermanError, match=r"„public“ ist unbekannt\. Bekannt sind „intern“, „gremium“, „oeffentlich“\. Bitte"):
        level_of("public", provenance)
