"""One year of the risk model, priced by the exact engine: each number of posts at three heights of pay."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.budget.costs.model import LABELS
from wiwak_eval.budget.costs.year_costs import costs_of
from wiwak_eval.budget.pay.post_pay import PayMonth, post_year
from wiwak_eval.budget.posts.staffing import Staffing
from wiwak_eval.budget.risk.exact import rules_under
from wiwak_eval.budget.risk.inputs import CASELOAD, Floats, Input, Inputs
from wiwak_eval.budget.risk.model import PAY, YearModel, steps_needed
from wiwak_eval.budget.risk.moving import end_patches
from wiwak_eval.budget.risk.reference import Reference, standing
from wiwak_eval.budget.year_plan import staffed

FALLING = {"net_minutes_post_year"}
"""More of these asks for fewer posts."""


def year_model(reference: Reference, place: int, inputs: Inputs) -> YearModel:
    """Budget year number `place`. Raises Gap."""
    plan = reference.base.plans[place]
    work = plan.rules.work
    most = _most_steps(inputs, place, float(work.opening_weeks), float(work.step))
    staffs = [staffed(max(work.minimum, number * work.step) + work.further, plan.rules) for number in range(most + 1)]
    pay = next(value for value in inputs.values if value.id == PAY)
    moving = [value for value in inputs.values if not value.certain and value.id != PAY]
    slopes = {value.id: reference.slopes(place, value) for value in moving}
    at = {value.id: standing(value, place) for value in inputs.values}
    return YearModel(
        amounts=np.stack([_amounts(reference, place, staffs, view) for view in pay_views(reference, pay)]),
        posts=np.array([float(staff.total) for staff in staffs]),
        filled=np.array([[float(month) for month in staff.post_months] for staff in staffs]),
        step=float(work.step),
        weeks=float(work.opening_weeks),
        slopes=slopes | {CASELOAD: reference.by_contact(place)},
        reference=at | {CASELOAD: float(reference.contacts(place))},
        pay=(pay.low[place], pay.central[place], pay.high[place]),
        in_kind=np.array([item in plan.costs.in_kind for item in LABELS]),
        fixed=float(sum(plan.fixed.values())),
    )


def _most_steps(inputs: Inputs, place: int, weeks: float, step: float) -> int:
    """Steps of posts with everything at the end that asks for most."""
    most = {value.id: np.array([(value.low if value.id in FALLING else value.high)[place]]) for value in inputs.values}
    contacts = max(float(inputs.paths[place].max()), float(inputs.contacts[place]))
    return int(steps_needed(most | {CASELOAD: np.array([contacts])}, weeks, step)[0])


def pay_views(reference: Reference, pay: Input) -> tuple[Assumptions, Assumptions, Assumptions]:
    """The assumptions with pay at its low, central and high value."""
    low, high = ([] if pay.certain else end_patches(reference.base.assumptions, PAY, side) for side in ("low", "high"))
    return reference.moved(low), reference.view, reference.moved(high)


def _amounts(reference: Reference, place: int, staffs: Sequence[Staffing], view: Assumptions) -> Floats:
    """Cents for each number of posts by month and item, [staffs, 12, items]; a line that is filled alike is priced once."""
    plan, contacts = reference.base.plans[place], reference.contacts(place)
    rules = rules_under(reference.base, plan, view)
    priced: dict[tuple[str, tuple[Decimal, ...]], tuple[PayMonth, ...]] = {}
    amounts = []
    for staff in staffs:
        for line in staff.lines:
            key = (line.key, staff.shares[line.key])
            if key not in priced:
                priced[key] = post_year(view, rules.pay, line, staff.shares[line.key])
        personnel = {line.key: priced[line.key, staff.shares[line.key]] for line in staff.lines}
        costs = costs_of(contacts, staff, reference.work, personnel, rules.price)
        amounts.append(np.array([costs.months[item] for item in LABELS], dtype=float).T)
    return np.stack(amounts)
