from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumption, Assumptions, Catalogue, DatedValue, Scenario, Source, load_catalogue, load_context
from wiwak_eval.shipped import shipped
from wiwak_eval.study.knowledge.items import items_of
from wiwak_eval.study.knowledge.series import new_series
from wiwak_eval.study.knowledge.values import new_values

EARLY, LATE = date(2017, 11, 15), date(2018, 12, 31)
BASIS = Scenario(id="basis", label="Basis", description="nichts")


def _value(start: str, known: str, value: str, title: str = "Quelle") -> DatedValue:
    return DatedValue(
        valid_from=date.fromisoformat(start),
        known_since=date.fromisoformat(known),
        value=Decimal(value),
        kind="law",
        status="read",
        quality="high",
        source=Source(title=title),
    )


def _entry(id: str, *values: DatedValue, county: tuple[DatedValue, ...] = ()) -> Assumption:
    return Assumption(id=id, label=f"Satz {id}", unit="share", values=values, county=county)


def _changes(*entries: Assumption) -> list[tuple[str, str, str]]:
    found = new_values(Catalogue({entry.id: entry for entry in entries}), EARLY, LATE)
    return [(value.key, value.before, value.after) for value in found]


def test_exactly_the_values_known_in_between_are_listed() -> None:
    entry = _entry(
        "rate",
        _value("2017-01-01", "2017-01-01", "0.1"),
        _value("2018-01-01", "2017-11-15", "0.2"),
        _value("2018-06-01", "2017-11-16", "0.3"),
        _value("2019-01-01", "2018-12-31", "0.4"),
        _value("2019-06-01", "2019-01-01", "0.5"),
    )
    assert _changes(entry) == [("rate@2018-06-01", "20\u202f%", "30\u202f%"), ("rate@2019-01-01", "20\u202f%", "40\u202f%")]


def test_a_correction_is_listed_by_its_last_state() -> None:
    entry = _entry(
        "rate",
        *(_value("2018-01-01", known, value) for known, value in (("2017-01-01", "0.1"), ("2018-01-01", "0.2"), ("2018-02-01", "0.3"))),
    )
    assert _changes(entry) == [("rate@2018-01-01", "10\u202f%", "30\u202f%")]


def test_a_first_value_comes_from_none_and_the_countys_in_place_of_the_shipped() -> None:
    first = _entry("first", _value("2018-01-01", "2018-04-26", "0.8"))
    own = _entry("own", _value("2017-01-01", "2017-01-01", "0.1"), county=(_value("2018-01-01", "2018-02-01", "0.2"),))
    assert _changes(first, own) == [("first@2018-01-01", "kein Wert", "80\u202f%"), ("own@2018-01-01", "10\u202f%", "20\u202f%")]


def test_the_cells_of_a_pay_table_are_one_line_each_table_its_own() -> None:
    cells = [
        _entry(
            f"pay_S12_{step}",
            _value("2018-03-01", "2018-06-30", "0.1", "Entgelttabelle SuE ab 01.03.2018"),
            _value("2019-04-01", "2018-06-30", "0.2", "Entgelttabelle SuE ab 01.04.2019"),
        )
        for step in (1, 2, 3)
    ]
    values = new_values(
        Catalogue({cell.id: cell for cell in (*cells, _entry("rate", _value("2018-01-01", "2018-04-26", "0.8")))}), EARLY, LATE
    )
    items = items_of(values)
    assert [item.label for item in items] == [
        "Entgelttabelle SuE ab 01.03.2018 (3 Werte)",
        "Entgelttabelle SuE ab 01.04.2019 (3 Werte)",
        "Satz rate, ab 01.01.2018 (rate)",
    ]
    assert items[0].change == "gilt ab 01.03.2018, bekannt seit 30.06.2018"
    assert items[2].change == "kein Wert → 80\u202f%; bekannt seit 26.04.2018"
    assert sum(len(item.values) for item in items) == len(values)


@pytest.fixture(scope="module")
def views() -> tuple[Assumptions, Assumptions]:
    catalogue = load_catalogue(shipped("data") / "assumptions")
    return Assumptions(catalogue, BASIS, EARLY), Assumptions(catalogue, BASIS, LATE)


def test_published_months_and_days_of_series_are_listed(views: tuple[Assumptions, Assumptions]) -> None:
    found = new_series(load_context(Path(shipped("data")) / "context"), *views)
    months = [value for value in found if value.id == "asylum_monthly"]
    assert (months[0].valid_from, months[0].known_since) == (date(2017, 10, 1), date(2017, 12, 1))
    assert (months[-1].valid_from, len(months)) == (date(2018, 10, 1), 13)
    assert [(value.valid_from, value.known_since) for value in found if value.id == "county_population"] == [
        (date(2017, 12, 31), date(2018, 10, 1))
    ]
    assert all(EARLY < value.known_since <= LATE for value in found)
    assert new_series(load_context(shipped("data") / "context"), views[0], views[0]) == ()
    assert [item.is_series for item in items_of(found)] == [True] * len({value.item for value in found})
