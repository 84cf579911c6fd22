"""Cases filed as data: who pays a year, what a late notice costs, what goes back at the proof of use."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from golden_cases import first_difference, name, read, redone

from wiwak_eval.budget.costs.model import LABELS, YearCosts
from wiwak_eval.budget.financing.split import finance
from wiwak_eval.budget.grants.eligible import eligible
from wiwak_eval.budget.grants.late import late_decisions
from wiwak_eval.budget.grants.settlement import settle
from wiwak_eval.budget.grants.terms import GrantKind, GrantTerms
from wiwak_eval.budget.pay.post_pay import PayMonth
from wiwak_eval.money import round_half_up, to_cents

CASES = sorted((Path(__file__).parent / "budget" / "grants").glob("*.yaml"))
SPLIT = [path for path in CASES if "proof" not in read(path) and "late" not in read(path)]
LATE = [path for path in CASES if "late" in read(path)]
PROOF = [path for path in CASES if "proof" in read(path)]
SPLIT_STEPS = ("eligible", "county_in_kind", "federal", "esf", "third", "land", "county_cash", "open", "total")
LATE_STEPS = ("prefinanced", "lost", "at_risk", "county_cash")
PROOF_STEPS = ("recognised", "not_recognised", "over_plan", "due", "repayment", "outstanding", "county")
MONEY = ("amount", "own_cash", "ceiling")


def terms_of(case):
    fields = dict(case["terms"] or {})
    if not fields:
        return None
    cents = {key: to_cents(fields[key]) for key in MONEY if fields.get(key) is not None}
    return GrantTerms(**fields | cents | {"kind": GrantKind(fields["kind"]), "eligible": frozenset(fields.get("eligible", LABELS))})


def amounts(euros):
    return {key: to_cents(amount) for key, amount in euros.items()}


def twelfths(amount):
    come = [round_half_up(Fraction(amount * month, 12)) for month in range(13)]
    return tuple(later - earlier for earlier, later in pairwise(come))


def year_costs(costs):
    """Personnel month by month, other items in twelfths; rooms come in kind. The posts' pay stands for their months alone."""
    months = {item: twelfths(to_cents(costs["items"].get(item, 0))) for item in LABELS}
    months["personnel"] = tuple(to_cents(amount) for amount in costs["personnel"])
    share = Decimal(str(costs.get("post_share", 1)))
    pay = tuple(PayMonth(month, share=share, gross=gross) for month, gross in enumerate(months["personnel"], start=1))
    return YearCosts(2018, {"S1": pay}, months, frozenset({"rooms"}), {})


@pytest.mark.parametrize("path", SPLIT, ids=name)
def test_who_pays_a_year(path):
    case = read(path)
    costs, terms = year_costs(case["costs"]), terms_of(case)
    financing = finance(costs, amounts(case["fixed"]), terms)
    found = {**financing.parts, "total": financing.total, "eligible": eligible(costs, terms) if terms else None}
    assert first_difference(SPLIT_STEPS, case["expected_cents"], found) == ""
    assert sum(financing.parts.values()) == costs.total


@pytest.mark.parametrize("path", LATE, ids=name)
def test_what_a_late_notice_costs(path):
    case = read(path)
    found = late_decisions(year_costs(case["costs"]), amounts(case["fixed"]), terms_of(case))
    late = next(each for each in found if (each.month, each.early_start) == (case["late"]["month"], case["late"]["early_start"]))
    assert first_difference(LATE_STEPS, case["expected_cents"], {step: getattr(late, step) for step in LATE_STEPS}) == ""


@pytest.mark.parametrize("path", PROOF, ids=name)
def test_what_goes_back(path):
    case = read(path)
    proof, terms = case["proof"], terms_of(case)
    granted, paid, others = (to_cents(proof[key]) for key in ("granted", "paid", "others"))
    units = Decimal(str(proof["post_months"]))
    settled = settle(amounts(proof["planned"]), amounts(proof["actual"]), terms, granted, paid, others, units)
    found = {step: getattr(settled, step) for step in PROOF_STEPS}
    found |= {step: sum(found[step].values()) for step in ("recognised", "not_recognised")}
    assert first_difference(PROOF_STEPS, case["expected_cents"], found) == ""


@pytest.mark.parametrize("path", CASES, ids=name)
def test_the_arithmetic_of_the_file_gives_its_cents(path):
    case = read(path)
    assert {step: redone(expression) for step, expression in case["arithmetic"].items()} == case["expected_cents"]


def test_every_kind_of_grant_has_its_cases():
    kinds = {
        (group, terms.kind)
        for group, paths in (("split", SPLIT), ("proof", PROOF))
        for terms in map(terms_of, map(read, paths))
        if terms is not None
    }
    assert kinds == {(group, kind) for group in ("split", "proof") for kind in GrantKind}
    assert len(LATE) >= 3


def test_a_cent_more_of_a_ceiling_is_found():
    """The comparison notices one cent: the ceiling's case with a ceiling one cent higher differs at the Land's grant."""
    case = read(next(path for path in SPLIT if path.stem == "ceiling"))
    terms = terms_of(case)
    financing = finance(year_costs(case["costs"]), amounts(case["fixed"]), replace(terms, ceiling=terms.ceiling + 1))
    assert first_difference(("land",), case["expected_cents"], financing.parts) == "land: 6000000 expected, 6000001 found"
