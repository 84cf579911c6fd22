from collections.abc import Callable
from datetime import date

from wiwak_eval.assumptions import Assumptions, Catalogue, Patch, Scenario, log_table
from wiwak_eval.assumptions.unproven import Verification
from wiwak_eval.results import Unproven

BASIS = Scenario(id="basis", label="Basis", description="nichts")
AS_OF, EARLY, LATE = date(2018, 6, 30), date(2017, 6, 1), date(2018, 6, 1)
Make = Callable[..., Catalogue]


def _catalogue(small: Make, **changes: object) -> Catalogue:
    """One assumption with a verified value from 2018 on; until then it is unverified."""
    entry = small(("2017-01-01", "2017-01-01", "0.1"), ("2018-01-01", "2018-04-26", "0.8")).entries["rate"]
    second = entry.values[1].model_copy(update={"kind": "law", "status": "read", "quality": "high", **changes})
    return Catalogue({"rate": entry.model_copy(update={"values": (entry.values[0], second)})})


def _found(catalogue: Catalogue, *days: date, scenario: Scenario = BASIS, as_of: date = AS_OF) -> tuple[Unproven, ...]:
    return Verification(Assumptions(catalogue, scenario, as_of)).missing([("rate", day) for day in days], ["rate"])


def test_only_the_days_that_were_read_count(small: Make) -> None:
    catalogue = _catalogue(small)
    assert _found(catalogue, EARLY) == (Unproven("rate", "Satz"),)
    assert _found(catalogue, LATE) == ()
    assert _found(catalogue, EARLY, LATE) == (Unproven("rate", "Satz"),)


def test_changing_the_status_to_read_takes_the_mark_away(small: Make) -> None:
    assert _found(_catalogue(small, status="unverified"), LATE)
    assert not _found(_catalogue(small, status="derived"), LATE)
    assert not _found(_catalogue(small, status="read"), LATE)
    assert _found(_catalogue(small, status="read", kind="assumed"), LATE)


def test_what_was_not_known_yet_and_what_a_scenario_sets_count_as_such(small: Make) -> None:
    catalogue = _catalogue(small)
    assert _found(catalogue, LATE, as_of=date(2017, 11, 15))
    patch = Patch(id="rate", multiply=2, reason="gesetzt")
    assert _found(catalogue, LATE, scenario=BASIS.model_copy(update={"patches": (patch,)}))


def test_without_a_look_up_all_known_values_count(small: Make) -> None:
    catalogue = _catalogue(small)
    assert _found(catalogue)
    only = catalogue.entries["rate"].model_copy(update={"values": catalogue.entries["rate"].values[1:]})
    assert not _found(Catalogue({"rate": only}))
    assert Verification(Assumptions(catalogue, BASIS, AS_OF)).missing([("rate", EARLY)], ["other"]) == ()


def test_the_lowest_quality_and_the_widest_range_come_first(small: Make) -> None:
    entry = small(("2017-01-01", "2017-01-01", "10")).entries["rate"]
    (value,) = entry.values
    given = {
        "narrow": {"low": 9, "high": 11},
        "wide": {"low": 1, "high": 30},
        "none": {},
        "rated": {"low": 1, "high": 90, "quality": "medium"},
    }
    entries = {
        id: entry.model_copy(update={"id": id, "label": id, "values": (value.model_copy(update=change),)}) for id, change in given.items()
    }
    view = Assumptions(Catalogue(entries), BASIS, AS_OF)
    found = Verification(view).missing([(id, EARLY) for id in given], given)
    assert [one.id for one in found] == ["wide", "narrow", "none", "rated"]
    assert view.reads == ()


def test_the_log_has_the_sign_at_the_same_values(small: Make) -> None:
    table = log_table(_catalogue(small), AS_OF, BASIS)
    assert [row[1] for row in table.rows] == ["Satz°", "Satz"]
    assert any("°" in note for note in table.notes)
