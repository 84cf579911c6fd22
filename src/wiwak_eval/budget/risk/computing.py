"""The tables of the budget's uncertainty, computed."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.assumptions import Assumptions, Gap, Scenario
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.budget.from_plan import refused
from wiwak_eval.budget.risk import choice_tables, driver_tables, quantile_tables, switching_tables
from wiwak_eval.budget.risk.alternatives import alternatives
from wiwak_eval.budget.risk.building import build
from wiwak_eval.budget.risk.county_limit import limits_passed
from wiwak_eval.budget.risk.draws import simulate
from wiwak_eval.budget.risk.exact import FIRST, Exact, exact
from wiwak_eval.budget.risk.impacts import impacts
from wiwak_eval.budget.risk.inputs import Inputs
from wiwak_eval.budget.risk.model import RiskModel
from wiwak_eval.budget.risk.orders import order_summary, ranked
from wiwak_eval.budget.risk.result import Risk
from wiwak_eval.budget.risk.sobol import parts, together, total_cost
from wiwak_eval.budget.risk.tornado import Swing, tornado
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable, Table


def compute(records: Records, caseload: Caseload | NotAssessable, assumptions: Assumptions, choices: Sequence[Scenario] = ()) -> Risk:
    """See `budget.risk.result.risk`."""
    if isinstance(caseload, NotAssessable):
        return refused(Risk, caseload)
    try:
        return _tables(exact(records, caseload, assumptions.part()), choices)
    except Gap as gap:
        return refused(Risk, NotAssessable(f"nicht auswertbar: {gap}"))


def _tables(base: Exact, choices: Sequence[Scenario]) -> Risk:
    years, day = [plan.year for plan in base.plans], base.records.provenance.period_to
    draws, seed = (int(base.assumptions.decimal(id, day)) for id in ("budget_draws", "forecast_seed"))
    model, inputs = build(base)
    sample = simulate(model, inputs, draws, seed)
    swings = tornado(model, inputs, next(place for place, variant in enumerate(model.variants) if variant.key == FIRST))
    read = _named(base)
    limit, saved, chosen = (replace(base, assumptions=base.assumptions.part()) for _ in range(3))
    passed, others = limits_passed(limit), alternatives(chosen, choices)
    return Risk(
        quantile_tables.risk_quantiles(base, sample, read),
        quantile_tables.posts_range(base, sample, read),
        quantile_tables.cost_range(base, sample, read),
        quantile_tables.risk_funders(base, sample, read),
        driver_tables.risk_inputs(inputs, years, read),
        driver_tables.tornado(swings, sum(plan.costs.total for plan in base.plans), inputs, years, read),
        _sobol(model, inputs, swings, seed, read),
        switching_tables.switching(base, read),
        switching_tables.switching_county(passed, (*read, *_named(limit))),
        choice_tables.break_even(saved, read),
        choice_tables.alternatives_table(others, base, (*read, *_named(chosen)), exact=True),
        choice_tables.alternatives_table(others, base, (*read, *_named(chosen)), exact=False),
        choice_tables.assumption_impacts(impacts(base), read),
    )


def _named(base: Exact) -> list[str]:
    """Ids read so far, without the rows of pay tables: these would name the steps that people hold."""
    return [id for id in base.assumptions.ids_read if not is_pay_row(id)]


def _sobol(model: RiskModel, inputs: Inputs, swings: Sequence[Swing], seed: int, read: Sequence[str]) -> Table:
    of, ids = total_cost(model, inputs), inputs.uncertain
    order = ranked(swings, parts(of, ids, seed))
    unmeasured = {given.id for given in inputs.values if given.unmeasured}
    group = together(of, [id in unmeasured for id in ids], seed)
    return driver_tables.sobol(order, group, order_summary(order, {id: driver_tables.name_of(inputs, id) for id in ids}), inputs, read)
