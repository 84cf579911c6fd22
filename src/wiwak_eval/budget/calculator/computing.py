"""The calculator's tables, computed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.calculator import amount_tables, rule_tables
from wiwak_eval.budget.calculator.amount_tables import Priced
from wiwak_eval.budget.calculator.grid import YearGrid, grids
from wiwak_eval.budget.calculator.pay_rounds import PAY, PayRound, pay_rounds
from wiwak_eval.budget.calculator.pricing import Personnel, personnel
from wiwak_eval.budget.calculator.result import CalculatorTables
from wiwak_eval.budget.calculator.scenario_table import scenarios_table, settings_of
from wiwak_eval.budget.calculator.scenarios import OtherScenario
from wiwak_eval.budget.from_plan import from_plan, refused
from wiwak_eval.budget.grants.terms import GrantKind
from wiwak_eval.budget.risk.moving import recorded
from wiwak_eval.budget.who_pays_computing import likely_terms
from wiwak_eval.budget.year_plan import PlanRun
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable


def compute(
    records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, others: Sequence[OtherScenario] = ()
) -> CalculatorTables:
    """See `budget.calculator.result.calculator`."""
    if isinstance(caseload, NotAssessable):
        return refused(CalculatorTables, caseload)
    known = caseload
    return from_plan(CalculatorTables, records, known, assumptions, lambda run: _tables(records, run, known, assumptions, others))


def _tables(
    records: Records, run: PlanRun, caseload: Caseload, assumptions: Assumptions, others: Sequence[OtherScenario]
) -> CalculatorTables:
    plans, views = run.budget, run.views
    offered = [replace(terms, kind=GrantKind.SHARE, start=1, decided=0) for terms in likely_terms(records, run).values()]
    groups = sorted({line.group for plan in plans for line in plan.lines})
    rounds = pay_rounds(views.pay, groups, date(plans[-1].year, 12, 31), others)
    spans = grids(run, caseload, [other.contacts for other in others])
    own, coarse = _priced(run, spans, rounds, assumptions)
    shared = {
        "calculator_rules": rule_tables.rules(plans, spans, offered, views.read("work", "grant")),
        "calculator_pay_rounds": rule_tables.pay_rounds_table(rounds, [PAY]),
        "calculator_thresholds": rule_tables.thresholds(plans, spans, views.read("work")),
        "calculator_contacts": rule_tables.per_contact(run, offered, views.read("work", "price", "grant")),
        "calculator_workplaces": amount_tables.workplaces(run, spans, offered, views.read("work", "posts", "price", "grant")),
    }
    paid = views.read("work", "posts", "pay", "grant")
    personnel = {
        exact: amount_tables.personnel_table(run, priced, offered, paid, exact) for exact, priced in ((True, own), (False, coarse))
    }
    settings = settings_of(plans, rounds, others)
    scenarios = {
        exact: scenarios_table(shared | {"calculator_personnel": table}, settings, rounds, views.read(), exact)
        for exact, table in personnel.items()
    }
    return CalculatorTables(
        **shared,
        calculator_personnel=personnel[True],
        calculator_personnel_groups=personnel[False],
        calculator_scenarios=scenarios[True],
        calculator_scenarios_groups=scenarios[False],
    )


def _priced(run: PlanRun, spans: Sequence[YearGrid], rounds: Sequence[PayRound], assumptions: Assumptions) -> tuple[Priced, Priced]:
    """Personnel costs at each pay round: at own steps, and as everybody may see them."""

    def asked(view: Assumptions) -> list[Personnel]:
        return [personnel(plan, span.posts, view) for plan, span in zip(run.budget, spans, strict=True)]

    found: dict[tuple[int, str], Personnel] = {}
    for one in rounds:
        years = recorded(assumptions.with_patches(one.patches), run.views.pay, asked)
        found |= {(plan.year, one.key): year for plan, year in zip(run.budget, years, strict=True)}
    priced = [((plan.year, one.key), found[plan.year, one.key]) for plan in run.budget for one in rounds]
    own = {(year, posts, pay): months for (year, pay), each in priced for posts, months in each.own.items()}
    return own, {(year, posts, pay): months for (year, pay), each in priced for posts, months in each.coarse.items()}
