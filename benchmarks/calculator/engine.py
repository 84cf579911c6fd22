"""What a setting of the calculator costs by the exact engine: the plan run once more under patches, by nothing of the calculator."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from wiwak_eval.assumptions import Assumptions, Patch
from wiwak_eval.budget.calculator.outcome import Offer, Outcome, Setting
from wiwak_eval.budget.calculator.pay_rounds import PayRound
from wiwak_eval.budget.costs.model import PERSONNEL_ITEMS
from wiwak_eval.budget.financing.split import funder_parts
from wiwak_eval.budget.grants.decided import start_month
from wiwak_eval.budget.grants.terms import NEVER, GrantKind, GrantTerms
from wiwak_eval.budget.views import Views, views_of
from wiwak_eval.budget.who_pays_computing import likely_terms
from wiwak_eval.budget.workload.effort import Effort, effort
from wiwak_eval.budget.workload.needed import posts_for
from wiwak_eval.budget.year_plan import YearPlan, YearRules, year_plan, year_plans, year_rules
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.records import Records

MEAN = Patch(id="pay_planning", set="mean", reason="Vergleich")
"""The county's way of planning without anybody's step (decision 0016)."""


@dataclass(frozen=True)
class Engine:
    """The exact engine over one delivery and scenario. rounds: the pay rounds on offer."""

    records: Records
    caseload: Caseload
    assumptions: Assumptions
    rounds: tuple[PayRound, ...]

    @cached_property
    def planned(self) -> tuple[YearPlan, ...]:
        """The budget years as planned."""
        return year_plans(self.records, self.caseload, views_of(self.assumptions)).budget

    @cached_property
    def terms(self) -> tuple[GrantTerms, ...]:
        """Terms of the Land in force, or assumed, by year."""
        run = year_plans(self.records, self.caseload, views_of(self.assumptions))
        return tuple(likely_terms(self.records, run).values())

    def own(self, setting: Setting) -> tuple[Outcome, ...]:
        """Each post at the step of its holder."""
        years = range(len(self.planned))
        return tuple(self._outcome(place, self._plan(place, setting, setting.posts, mean=False), setting.land) for place in years)

    def coarse(self, setting: Setting) -> tuple[Outcome, ...]:
        """The plan's own number of posts as planned; each post more or fewer at the mean of its group: three runs of the engine."""
        return tuple(self._coarse(place, setting) for place in range(len(self.planned)))

    def _coarse(self, place: int, setting: Setting) -> Outcome:
        there = self._plan(place, setting, setting.posts, mean=True)
        own, mean = (self._plan(place, setting, self.planned[place].planned, mean=each) for each in (False, True))
        months = dict(there.costs.months)
        for item in PERSONNEL_ITEMS:
            parts = (plan.costs.months[item] for plan in (own, there, mean))
            months[item] = tuple(planned + moved - before for planned, moved, before in zip(*parts, strict=True))
        return self._outcome(place, replace(there, costs=replace(there.costs, months=months)), setting.land)

    def _plan(self, place: int, setting: Setting, posts: Decimal | None, mean: bool) -> YearPlan:
        """A year planned anew; one that differs in who pays alone is planned once."""
        contacts, pay = setting.contacts[place], setting.pay
        key = (place, contacts, pay, posts, mean)
        if key not in self._plans:
            views, measured, rules = self._under(pay, mean)
            work = rules[place].work
            further = work.further if posts is None else work.further + posts - posts_for(contacts, measured, work)
            self._plans[key] = year_plan(contacts, measured, replace(rules[place], work=replace(work, further=further)), views)
        return self._plans[key]

    def _under(self, pay: str, mean: bool) -> tuple[Views, Effort, tuple[YearRules, ...]]:
        """Views and rules of each year under a pay round, asked for once."""
        if (pay, mean) not in self._known:
            patches = next(one.patches for one in self.rounds if one.key == pay)
            views = views_of(self.assumptions.with_patches((*patches, *((MEAN,) if mean else ()))))
            rules = tuple(year_rules(self.records, views, year) for year in self.caseload.years)
            self._known[pay, mean] = (views, effort(self.records, views.work), rules)
        return self._known[pay, mean]

    @cached_property
    def _plans(self) -> dict[tuple[int, int, str, Decimal | None, bool], YearPlan]:
        return {}

    @cached_property
    def _known(self) -> dict[tuple[str, bool], tuple[Views, Effort, tuple[YearRules, ...]]]:
        return {}

    def _outcome(self, place: int, plan: YearPlan, land: Offer | None) -> Outcome:
        terms = plan.terms if land is None else offered(self.terms[place], land, plan.year)
        parts = funder_parts(plan.costs, plan.fixed, terms)
        others = parts["federal"] + parts["esf"] + parts["third"]
        shown = (parts[name] for name in ("land", "county_cash", "county_in_kind"))
        return Outcome(plan.planned, plan.costs.total, *shown, others, parts["open"])


def offered(terms: GrantTerms, land: Offer, year: int) -> GrantTerms:
    """A share decided in time, from a month on."""
    start = NEVER if land.start is None else start_month(land.start, year)
    return replace(terms, kind=GrantKind.SHARE, rate=Decimal(land.percent) / 100, start=start, decided=0)
