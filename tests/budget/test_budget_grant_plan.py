import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest
from core_samples import ALL_YEAR, EFFORT, PRICE, further, line, staff
from grant_samples import NO_FIXED, share_terms

from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.costs.year_costs import costs_of
from wiwak_eval.budget.financing.split import finance
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.papers.grant_plan import Application, application, grant_funding, grant_plan
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.budget.posts.line import NEW, Form
from wiwak_eval.budget.posts.staffing import StaffingRules
from wiwak_eval.money import round_half_up

LINES = (line("S1", "1"), line("S2", "0.5", Form.FORWARDED), line("S3", "0.33", Form.CONTRACT), further())
PAID = (Decimal(1),) * 4 + (Decimal("0.5"),) * 8
WORK = replace(EFFORT, minutes=Decimal("43.1"), interpreter_share=Decimal("0.0962"), outreach_share=Decimal("0.0835"))


def plan(rules=ALL_YEAR, price=PRICE, terms=None, fixed=NO_FIXED, contacts=2928):
    """1,000 euros a month for each post, half of that for further ones."""
    filled = staff("2.33", rules, LINES)
    pay = {one.key: tuple(PayMonth(month, gross=50_000 if one.key == NEW else 100_000) for month in range(1, 13)) for one in LINES}
    costs = costs_of(contacts, filled, WORK, pay, price)
    financing = finance(costs, fixed, terms)
    rates = SimpleNamespace(price=price)
    return SimpleNamespace(
        year=2018, contacts=contacts, staff=filled, costs=costs, rules=rates, terms=terms, fixed=fixed, financing=financing
    )


def asked(terms, **more):
    year = plan(terms=terms, **more)
    return Application(year, terms, True, year.financing)


def worked_out(text):
    """What the German computation gives in cents, for one who follows it."""
    return round_half_up(_product(_factor(part) for part in text.split(" × ")))


def _factor(part):
    numbers = [Fraction(found.replace(".", "").replace(",", ".")) for found in re.findall(r"\d[\d.]*(?:,\d+)?", part)]
    value = numbers[0] / (numbers[1] if "÷" in part or "von" in part else 1)
    return value * 100 if "€" in part else value / 100 if "%" in part else value


def _product(factors):
    found = Fraction(1)
    for one in factors:
        found *= one
    return found


@pytest.mark.parametrize("rules", [ALL_YEAR, StaffingRules(4, 12), StaffingRules(1, 7)])
@pytest.mark.parametrize("price", [PRICE, replace(PRICE, interpreting_paid=PAID, index=Decimal("1.0302"))])
def test_whoever_follows_a_computation_gets_the_item_to_the_cent(rules, price):
    table = grant_plan(1, asked(share_terms(), rules=rules, price=price), WORK, ())
    computed = [row for row in table.rows if "×" in (row[5] or "")]
    assert [row[0] for row in computed] == ["interpreting", "materials", "training", "travel", "outreach", "events", "rooms"]
    for row in computed:
        assert worked_out(row[5]) == row[2]


def test_a_computation_in_german():
    table = grant_plan(1, asked(share_terms(), price=replace(PRICE, interpreting_paid=PAID)), WORK, ())
    assert table.cell("interpreting", "computation").replace("\u202f", " ") == (
        "2.928 Beratungen × 9,62 % × 43,1 Minuten ÷ 60 × 30,00 € je Stunde × 8 von 12 Monaten bezahlt × Preisstand 1,015"
    )
    assert table.cell("rooms", "computation").replace("\u202f", " ") == (
        "27,96 Monate voller Stellen ÷ 12 × 1.092,00 € je Stelle und Jahr × Preisstand 1,015"
    )
    assert "Umsatzsteuer" in table.cell("contract", "computation")
    assert "Gemeinkosten des Trägers" in table.cell("carrier", "computation")
    assert "Träger" not in table.cell("personnel", "computation")


@pytest.mark.parametrize(
    "terms",
    [
        share_terms(),
        share_terms(eligible=frozenset({"personnel", "rooms"}), in_kind_counts=True),
        share_terms(start=7, end=9),
        share_terms(start=13),
    ],
)
def test_applied_for_is_eligible_and_not_eligible(terms):
    one = asked(terms)
    table = grant_plan(2, one, WORK, ("id",))
    assert table.id == "grant_plan_2"
    assert {row[0]: row[2] for row in table.rows[:-1]} == {item: amount for item, amount in one.plan.costs.items.items() if amount}
    for row in table.rows:
        assert row[2] == row[3] + row[4]
        assert min(row[2:5]) >= 0
    assert list(table.rows[-1][2:5]) == [sum(row[place] for row in table.rows[:-1]) for place in (2, 3, 4)]
    assert table.cell("total", "applied") == one.plan.costs.total


def test_rooms_in_kind_are_applied_for_and_not_eligible():
    table = grant_plan(1, asked(share_terms()), WORK, ())
    assert table.cell("rooms", "eligible") == 0
    assert table.cell("total", "not_eligible") == table.cell("rooms", "applied") == 258253


def test_items_without_amount_are_left_out():
    table = grant_plan(1, asked(share_terms(), price=replace(PRICE, events=0), contacts=0), WORK, ())
    assert {"events", "interpreting", "outreach"} & {row[0] for row in table.rows} == set()


def test_the_funding_adds_up_to_the_costs():
    fixed = {"federal": 1_000_000, "esf": 0, "third": 50_000}
    one = asked(share_terms("0.80", ceiling=1_234_567), fixed=fixed)
    table = grant_funding(1, one, ())
    amounts = {row[0]: row[2] for row in table.rows}
    assert list(amounts) == ["county_cash", "county_in_kind", "third", "federal", "esf", "land", "total", "rate", "ceiling"]
    assert sum(amounts[key] for key in ("county_cash", "county_in_kind", "third", "federal", "esf", "land")) == amounts["total"]
    assert amounts["total"] == one.plan.costs.total
    assert (amounts["land"], amounts["ceiling"], amounts["federal"], amounts["third"]) == (1_234_567, 1_234_567, 1_000_000, 50_000)
    assert sum(row[3] for row in table.rows[:6]) == pytest.approx(1)
    assert table.cell("rate", "share") == 0.8
    assert len(table.notes) == 1


def test_a_fixed_sum_has_no_rate_and_an_unknown_ceiling_is_said():
    one = asked(GrantTerms(GrantKind.FIXED, frozenset(LABELS), amount=1_000_000))
    table = grant_funding(1, one, ())
    assert table.cell("rate", "share") is None
    assert table.cell("ceiling", "amount") is None
    assert "nicht bekannt" in table.notes[-1]


def test_undecided_terms_are_assumed_and_said_to_be(view):
    """Nothing is decided: 80 percent from January of the cash, the county has the rest; the plan itself keeps its open part."""
    year = plan()
    one = application(year, view(), None)
    cash = year.costs.cash
    assert (one.decided, one.terms.rate, one.terms.start) == (False, Decimal("0.80"), 1)
    assert one.financing.parts["land"] == round_half_up(Fraction(cash * 8, 10))
    assert one.financing.parts["county_cash"] == cash - one.financing.parts["land"]
    assert one.financing.parts["open"] == 0
    assert year.financing.parts["open"] == cash
    for table in (grant_plan(1, one, WORK, ()), grant_funding(1, one, ())):
        assert (
            table.notes[0].replace("\u202f", " ").startswith("Über den Antrag ist nicht entschieden. Satz und Beginn sind angenommen: 80 %")
        )
    odd = application(year, view(variant_land_share=0.6667), None)
    assert "66,67" in grant_plan(1, odd, WORK, ()).notes[0]


def test_decided_terms_are_those_in_force(view):
    terms = share_terms("0.60", start=7)
    one = application(plan(terms=terms), view(), None)
    assert (one.decided, one.terms) == (True, terms)
    assert "am Stichtag bekannt" in grant_plan(1, one, WORK, ()).notes[0]
