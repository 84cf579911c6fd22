"""The tables of grants and financing, cell by cell where it matters."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from grant_samples import ALL, NO_FIXED, Plan, pilot_like, random_costs, random_fixed, random_terms, share_terms, year_costs
from hypothesis import given, settings

from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.financing.negotiation import Choices, NegotiatedYear, negotiation, negotiation_choices
from wiwak_eval.budget.financing.split import FUNDERS, Financing
from wiwak_eval.budget.financing.tables import financing, financing_items, financing_months
from wiwak_eval.budget.financing.variants import financing_variants, variants
from wiwak_eval.budget.grants.ceiling import NO_CEILING
from wiwak_eval.budget.grants.double import funding_check, plan_checks
from wiwak_eval.budget.grants.grant_table import grant
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.evaluation.double_funding.check import NO_HINT

YEARS = ("y2018", "y2019")


@pytest.fixture
def plans():
    """2018 decided with money of the ESF, 2019 open."""
    return [Plan(pilot_like(), share_terms(start=4), NO_FIXED | {"esf": 1_000_001}), Plan(pilot_like(2019))]


def test_the_year_the_items_and_the_months_say_the_same(plans):
    by_year, by_item, by_month = (make(plans, ()) for make in (financing, financing_items, financing_months))
    for plan in plans:
        for funder in (*FUNDERS, "total"):
            whole = by_year.cell(funder, f"y{plan.year}")
            items = [by_item.cell(f"{item}/{plan.year}", funder) for item in LABELS]
            months = [by_month.cell(f"{plan.year}-{month:02d}", funder) for month in range(1, 13)]
            assert sum(items) == sum(months) == whole == by_item.cell(f"total/{plan.year}", funder)
    assert by_year.cell("total", "y2018") == plans[0].costs.total
    assert len(by_month.rows) == 24
    assert len(by_item.rows) == 2 * (len(LABELS) + 1)
    assert by_month.cell("2018-03", "land") == 0 < by_month.cell("2018-04", "land")


def test_an_open_part_and_a_missing_ceiling_are_said(plans):
    assert any("noch offen" in note or "als offen" in note for note in financing(plans, ()).notes)
    assert NO_CEILING in financing(plans, ()).notes
    decided = financing([replace(plans[0], terms=share_terms(ceiling=1))], ())
    assert not any("offen" in note or note == NO_CEILING for note in decided.notes)


def test_the_terms_stand_as_numbers(plans):
    table = grant([replace(plans[0], terms=share_terms("0.755", start=4, decided=6, ceiling=123_456)), plans[1]], ("land_share",))
    cells = {str(row[0]): row[2:] for row in table.rows}
    assert cells["land_decided"] == (1, 0)
    assert cells["land_share"] == (0.755, 0)
    assert cells["land_kind"] == (1, 1)
    assert cells["land_start"] == (4, 1)
    assert cells["land_decision_month"] == (6, 0)
    assert (cells["land_has_ceiling"], cells["land_ceiling"]) == ((1, 0), (1234.56, 0))
    assert cells["land_post_months"] == (7, 12)
    assert (cells["rooms_in_kind"], cells["eligible_rooms"]) == ((1, 1), (1, 0))
    assert all(isinstance(cell, int | float) for row in cells.values() for cell in row)
    assert table.assumptions == ("land_share",)


@settings(max_examples=150, deadline=None)
@given(random_costs, random_fixed, random_terms)
def test_a_sheet_can_repeat_each_funder_from_the_tables(costs, fixed, terms):
    """The formulas of the workbook: costs by item and month, the table of terms, the fixed amounts; nothing else."""
    plan = Plan(costs, terms, fixed)
    cell = {str(row[0]): Decimal(str(row[2])) for row in grant([plan], ()).rows}
    first = cell["land_start"] if cell["land_early_start"] else max(cell["land_start"], cell["land_decision_month"])
    months = [month for month in range(1, 13) if first <= month <= cell["land_end"]]
    cash = {item: item not in costs.in_kind for item in LABELS}
    counted = {item: sum(costs.months[item][month - 1] for month in months) for item in LABELS if cell[f"eligible_{item}"]}
    base = sum(amount for item, amount in counted.items() if cash[item] or cell["land_in_kind"])
    left, used = costs.cash, 0
    for funder in ("federal", "esf", "third"):
        part = min(left, fixed[funder])
        assert plan.financing.parts[funder] == part
        left, used = left - part, used + part
    euros = {name: cell[f"land_{name}"] * 100 for name in ("amount", "own_cash", "ceiling")}
    raw = {
        1: cell["land_share"] * base,
        2: max(Decimal(0), base - euros["own_cash"] - used),
        3: euros["amount"] * len(months) / 12,
        4: euros["amount"] * cell["land_post_months"],
    }[int(cell["land_kind"])]
    ceiling = euros["ceiling"] if cell["land_has_ceiling"] else Decimal("Infinity")
    payable = sum(amount for item, amount in counted.items() if cash[item])
    land = min(raw.quantize(Decimal(1), "ROUND_HALF_UP"), base, ceiling, payable, left)
    assert plan.financing.parts["land"] == land
    assert plan.financing.parts["county_cash"] == left - land


@dataclass
class Given(Plan):
    """A plan whose financing is given, right or wrong."""

    given: Financing | None = None

    @property
    def financing(self):
        return self.given


def changed(plan, cell, **parts):
    """The plan with other parts in one cell."""
    cells = {key: dict(found) for key, found in plan.financing.cells.items()}
    cells[cell] |= parts
    return Given(plan.costs, plan.terms, plan.fixed, Financing(plan.year, plan.financing.parts, cells))


def hits(plan):
    return {check.key for check in plan_checks(plan) if check.hits}


def test_a_sound_plan_has_no_hint():
    plan = Plan(pilot_like(), share_terms(ceiling=10_000_000))
    assert [(check.hits, check.result) for check in plan_checks(plan)] == [(0, NO_HINT)] * 6


def test_each_way_to_pay_twice_is_found():
    sound = Plan(pilot_like(), share_terms(start=7))
    assert "overpaid" in hits(changed(sound, ("events", 8), land=99_999))
    assert "overpaid" in hits(changed(sound, ("events", 8), county_cash=-1))
    assert "in_kind" in hits(changed(sound, ("rooms", 1), county_cash=1))
    assert "in_kind" in hits(changed(sound, ("events", 1), county_in_kind=20_000, county_cash=0))
    assert "beyond_eligible" in hits(changed(sound, ("events", 8), esf=99_999_999))
    assert "several_funders" in hits(changed(sound, ("events", 8), esf=1, county_cash=3_999))
    assert hits(Plan(pilot_like(), share_terms(), NO_FIXED | {"esf": 4_000_000})) == {"several_funders", "promised", "own_share"}
    assert hits(Plan(pilot_like(), share_terms("1.00"))) == {"own_share"}
    assert hits(Plan(pilot_like(), None, NO_FIXED | {"federal": 10**9})) == {"promised"}


def test_what_nobody_decided_cannot_be_checked(plans):
    table = funding_check(plans, ())
    assert [table.cell(f"{key}/2019", "hits") for key in ("beyond_eligible", "own_share")] == [None, None]
    assert str(table.cell("own_share/2019", "result")).startswith("nicht prüfbar")
    assert table.cell("several_funders/2018", "hits") > 0
    assert len(table.rows) == 12


def test_the_variants_of_the_lands_decision(view):
    plans = [Plan(pilot_like()), Plan(pilot_like(2019))]
    table = financing_variants(plans, variants((2018, 2019), view()), ())
    county = {key: [table.cell(f"{key}_{year}", "county_cash") for year in (2018, 2019)] for key in (
        "from_january", "late", "decided_late_early_start", "decided_late", "none",
    )}  # fmt: skip
    assert county == {
        "from_january": [2_818_000, 2_818_000],
        "late": [14_090_000 - 5_836_000, 2_818_000],
        "decided_late_early_start": [2_818_000, 2_818_000],
        "decided_late": [7_348_000, 7_348_000],
        "none": [14_090_000, 14_090_000],
    }
    for row in table.rows:
        assert sum(row[3:6]) == row[6]
    assert table.cell("decided_late_2018", "label") == "Land 80\u202f%, Bescheid je Jahr im Juni, früher Beginn nicht erlaubt"


def costs_for(i, posts):
    """One post costs 60,000 € a year."""
    return year_costs({"personnel": int(posts * 6_000_000), "rooms": 100}, year=2018 + i)


def negotiated(choices, planned=("2.5", "2.0"), fixed=NO_FIXED):
    years = [NegotiatedYear(2018 + i, Decimal(posts), fixed, share_terms()) for i, posts in enumerate(planned)]
    return negotiation(years, choices, costs_for, ())


def test_the_negotiation_sheet(view):
    choices = negotiation_choices(view(), date(2018, 1, 1))
    assert choices == Choices(
        tuple(map(Decimal, ("0", "0.60", "0.80", "1.00"))),
        ("2018-01", "2018-04", "2018-07", "2018-10"),
        tuple(map(Decimal, ("-0.5", "0", "0.5"))),
    )
    table = negotiated(choices)
    assert len(table.rows) == 4 * 4 * 3
    assert [table.cell("0.8/2018-07/0", name) for name in (*YEARS, "total")] == [9_000_000, 2_400_000, 11_400_000]
    assert [table.cell("0.6/2018-04/0.5", name) for name in YEARS] == [18_000_000 - 8_100_000, 15_000_000 - 9_000_000]
    assert [table.cell("0/2018-01/-0.5", name) for name in YEARS] == [12_000_000, 9_000_000]
    assert {row[3] for row in table.rows} == {"0,50 weniger", "wie geplant", "0,50 mehr"}
    assert len(table.columns) <= 8


def test_better_terms_never_cost_the_county_more(view):
    choices = negotiation_choices(view(), date(2018, 1, 1))
    table = negotiated(choices, fixed=NO_FIXED | {"third": 123_457})
    total = {row[1:4]: row[-1] for row in table.rows}
    rates, starts, posts = (sorted(set(values)) for values in zip(*total, strict=True))
    for low, high in pairwise(rates):
        assert all(total[high, start, more] <= total[low, start, more] for start in starts for more in posts)
    for early, late in pairwise(starts):
        assert all(total[rate, early, more] <= total[rate, late, more] for rate in rates for more in posts)


def test_a_choice_without_posts_is_left_out():
    table = negotiated(Choices((Decimal(0),), ("2018-01",), (Decimal("-0.5"), Decimal(0))), planned=("0.5", "2.0"))
    assert [row[3] for row in table.rows] == ["wie geplant"]


def test_a_grant_of_any_kind_has_its_number():
    assert [grant([Plan(pilot_like(), GrantTerms(kind, ALL))], ()).cell("land_kind", "y2018") for kind in GrantKind] == [1, 2, 3, 4]
