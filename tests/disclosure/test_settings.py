from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.disclosure.policy import threshold
from wiwak_eval.disclosure.settings import FEWEST, HOUSE_RULE, KEYS, Settings, settings_of
from wiwak_eval.results import GermanError, Level

HOUSE = {key: getattr(HOUSE_RULE, field) for key, field in FEWEST.items()}


def test_nothing_given_is_the_house_rule():
    assert settings_of({}) == Settings() == HOUSE_RULE
    assert asdict(HOUSE_RULE) == {
        "gremium": 5, "oeffentlich": 10, "sensitive": 10, "p_percent": 10, "dominance": 0.90, "rounding": 5, "rate_gremium": 10,
        "rate_oeffentlich": 20, "fewest_for_median": 10, "fewest_at_risk": 10, "offices_heard": False,
    }  # fmt: skip


@pytest.mark.parametrize("key", FEWEST)
@given(more=st.integers(0, 10))
def test_a_stricter_number_is_taken_and_nothing_else_changes(key, more):
    value = HOUSE[key] + 5 * more
    given_ = {key: value}
    if key == "rundung":
        given_["schwelle_oeffentlich"] = 10 + 5 * more
    if key.endswith("_gremium"):
        given_[key.replace("gremium", "oeffentlich")] = 100
    changed = {field for field, kept in asdict(HOUSE_RULE).items() if asdict(settings_of(given_))[field] != kept}
    assert getattr(settings_of(given_), FEWEST[key]) == value
    assert changed <= {FEWEST[key], "oeffentlich" if key in {"schwelle_gremium", "rundung"} else "rate_oeffentlich"}


def test_a_grid_so_wide_that_people_round_to_none_is_refused():
    """12 rounded to 25 would stand as nought."""
    assert settings_of({"rundung": 20}).rounding == 20
    with pytest.raises(GermanError, match=r"höchstens das Doppelte von „schwelle_oeffentlich“ sein \(20\): Sonst stünde"):
        settings_of({"rundung": 25})


@pytest.mark.parametrize("key", FEWEST)
@given(less=st.integers(1, 10**6))
def test_a_looser_number_is_refused(key, less):
    with pytest.raises(GermanError, match=rf"^„{key}“ darf nur strenger sein als die Hausregel: mindestens {HOUSE[key]}, angegeben"):
        settings_of({key: HOUSE[key] - less})


@pytest.mark.parametrize("key", FEWEST)
@pytest.mark.parametrize("value", [True, 12.0, "12", None, [12], float("nan")])
def test_a_threshold_is_a_whole_number(key, value):
    with pytest.raises(GermanError, match=rf"^„{key}“ muss eine ganze Zahl sein, mindestens"):
        settings_of({key: value})


def test_a_smaller_share_is_the_stricter_dominance():
    assert settings_of({"dominanz_anteil": 0.75}).dominance == 0.75
    with pytest.raises(GermanError, match=r"„dominanz_anteil“ darf nur strenger sein als die Hausregel: höchstens 0,90\."):
        settings_of({"dominanz_anteil": 0.91})
    for value in (0, -1, float("nan"), "0,8", True, None):
        with pytest.raises(GermanError, match="„dominanz_anteil“ muss eine Zahl über 0 sein, höchstens 0,90"):
            settings_of({"dominanz_anteil": value})


@pytest.mark.parametrize(("value", "heard"), [(True, True), ("ja", True), (False, False), ("nein", False)])
def test_whether_the_offices_were_heard_is_yes_or_no(value, heard):
    assert settings_of({"stellen_angehoert": value}).offices_heard is heard


@pytest.mark.parametrize("value", [1, "vielleicht", None, [True]])
def test_anything_but_yes_or_no_is_refused(value):
    with pytest.raises(GermanError, match="„stellen_angehoert“ muss „ja“ oder „nein“ sein"):
        settings_of({"stellen_angehoert": value})


@pytest.mark.parametrize("key", ["schwelle", "gremium", None, 5])
def test_an_unknown_key_is_named_with_the_known_ones(key):
    with pytest.raises(GermanError, match=rf"Die Einstellung „{key}“ der Geheimhaltung gibt es nicht\. Bekannt sind {', '.join(KEYS)}\.$"):
        settings_of({key: 10})


@pytest.mark.parametrize("given_", [{"schwelle_gremium": 15}, {"quote_ab_gremium": 25}])
def test_the_public_never_sees_more_than_the_committee(given_):
    with pytest.raises(GermanError, match="Die Öffentlichkeit darf nicht mehr sehen als das Gremium"):
        settings_of(given_)


@pytest.mark.parametrize("base", [6, 7, 12])
def test_rounding_stays_on_one_grid(base):
    with pytest.raises(GermanError, match="„rundung“ muss ein Vielfaches von 5 sein"):
        settings_of({"rundung": base})


@pytest.mark.parametrize(
    ("level", "sensitive", "house", "stricter"),
    [
        (Level.INTERN, False, 0, 0),
        (Level.GREMIUM, False, 5, 6),
        (Level.OEFFENTLICH, False, 10, 20),
        (Level.INTERN, True, 10, 15),
        (Level.GREMIUM, True, 10, 15),
        (Level.OEFFENTLICH, True, 10, 20),
    ],
)
def test_thresholds_by_level(level, sensitive, house, stricter):
    assert threshold(level, sensitive, HOUSE_RULE) == house
    settings = settings_of({"schwelle_gremium": 6, "schwelle_oeffentlich": 20, "schwelle_sensibel": 15})
    assert threshold(level, sensitive, settings) == stricter


def test_rates_by_level():
    assert [HOUSE_RULE.fewest_for_rate(level) for level in (Level.INTERN, Level.GREMIUM, Level.OEFFENTLICH)] == [0, 10, 20]
