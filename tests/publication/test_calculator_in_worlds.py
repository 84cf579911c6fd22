"""What the calculator of each run offers: its own plan first, numbers within the page's limit, no single post in public."""

import json
from collections.abc import Mapping

import pytest
from calculator_unpacking import added_up

from wiwak_eval.budget.calculator.amount_tables import COARSE
from wiwak_eval.budget.calculator.coefficients import MONTHS
from wiwak_eval.publication.calculator.model import Calculator
from wiwak_eval.results import ReleasedTable
from wiwak_eval.study.study import Study

NAMES = ("basis", "hoch", "intern", "niedrig", "stress")


def of(study: Study) -> Calculator:
    calculator = study.content.calculator
    assert calculator is not None
    assert calculator.refusal == ""
    return calculator


@pytest.mark.parametrize("name", NAMES)
def test_the_first_preset_is_the_plan_and_the_others_are_the_other_scenarios(worlds: Mapping[str, Study], name: str) -> None:
    study, calculator = worlds[name], of(worlds[name])
    assert [field.planned for field in calculator.contacts] == [study.findings[f"caseload_{year}"].value for year in study.years]
    assert calculator.presets[0].label == "wie geplant"
    assert len(calculator.presets) == 4
    for preset in calculator.presets:
        asked = dict(preset.values)
        assert asked["tarif"] in {choice.value for choice in calculator.pay}
        assert all(field.fewest <= int(asked[field.name]) <= field.most for field in calculator.contacts)
    assert len(calculator.starts) == 26


@pytest.mark.parametrize("name", NAMES)
def test_as_planned_costs_what_the_papers_say(worlds: Mapping[str, Study], name: str) -> None:
    study, scenarios = worlds[name], of(worlds[name]).scenarios
    assert scenarios is not None
    assert [scenarios.cell("plan", f"y{year}") for year in study.years] == [study.findings[f"cost_{year}"].value for year in study.years]


@pytest.mark.parametrize("name", NAMES)
def test_the_packed_numbers_are_those_of_the_released_table(worlds: Mapping[str, Study], name: str) -> None:
    calculator, table = of(worlds[name]), worlds[name].released["calculator_personnel"]
    assert isinstance(table, ReleasedTable)
    known = json.loads(calculator.data)
    assert len(calculator.data) < 40_000
    rows = {str(row[0]): row for row in table.rows}
    first = [column.name for column in table.columns].index("total")
    for year in known["years"]:
        packed = year["personnel"]
        for pay, group in zip(known["pay"], packed["values"], strict=True):
            amounts = [added_up(apart) for apart in group]
            for place, posts in enumerate(known["posts"]):
                found = tuple(amounts[column][place] for column in packed["columns"])
                assert found == rows[f"{year['year']}/{posts}/{pay}"][first : first + 1 + len(MONTHS)]


def test_single_posts_are_priced_for_the_house_alone(worlds: Mapping[str, Study]) -> None:
    public, house = (worlds[name].released["calculator_personnel"] for name in ("basis", "intern"))
    assert isinstance(public, ReleasedTable)
    assert isinstance(house, ReleasedTable)
    assert public.notes == (COARSE,)
    assert house.notes == ()
    assert public.rows != house.rows
