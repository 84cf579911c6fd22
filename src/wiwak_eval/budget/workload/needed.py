"""From contacts to minutes to posts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from wiwak_eval import german
from wiwak_eval.assumptions import Assumptions, Gap
from wiwak_eval.budget.workload.effort import Effort


@dataclass(frozen=True)
class WorkRules:
    """Rules of one year. net_minutes: a full post's working minutes a year; distribution: share of them that no task gets (rests, ways,
    internal matters), taken off once; posts come in `step`s, at least `minimum`, at least what opening hours ask for:
    opening_hours a week in opening_weeks, with `present` people at a time; further: posts beyond the need; warning: utilisation above which
    the plan warns, 0-1."""

    net_minutes: Decimal
    distribution: Decimal
    step: Decimal
    minimum: Decimal
    opening_hours: Decimal
    opening_weeks: Decimal
    present: Decimal
    further: Decimal
    warning: Decimal

    @property
    def available(self) -> Decimal:
        """Minutes of a full post that tasks can use in a year."""
        return self.net_minutes * (1 - self.distribution)

    @property
    def opening_minutes(self) -> Decimal:
        """Minutes a year that the centre is open."""
        return self.opening_hours * 60 * self.opening_weeks

    @property
    def cover(self) -> Fraction:
        """Posts that keep the centre open all year; absence is in the net minutes. Rests fall within opening hours."""
        return Fraction(self.opening_minutes * self.present) / Fraction(self.net_minutes)


def work_rules(assumptions: Assumptions, year: int, opening_hours: Decimal | None = None) -> WorkRules:
    """The rules of a year; opening_hours: measured hours a week, None for the assumed ones. Raises Gap where one is not known."""
    day = date(year, 1, 1)
    hours = assumptions.decimal("opening_hours_week", day) if opening_hours is None else opening_hours
    return WorkRules(
        net_minutes=_positive(assumptions, "net_minutes_post_year", day),
        distribution=_part(assumptions, "distribution_time_share", day),
        step=_positive(assumptions, "post_step", day),
        minimum=assumptions.decimal("minimum_posts", day),
        opening_hours=hours,
        opening_weeks=assumptions.decimal("opening_weeks_year", day),
        present=assumptions.decimal("present_at_once", day),
        further=assumptions.decimal("further_posts", day),
        warning=_positive(assumptions, "utilisation_warning", day),
    )


def _positive(assumptions: Assumptions, id: str, day: date) -> Decimal:
    """A value that something is divided by."""
    value = assumptions.decimal(id, day)
    if value <= 0:
        raise Gap(f"Die Annahme „{id}“ ({german.day(day)}) muss größer als 0 sein, sonst lässt sich nicht teilen. Bitte den Wert ändern.")
    return value


def _part(assumptions: Assumptions, id: str, day: date) -> Decimal:
    """A share that leaves something."""
    value = assumptions.decimal(id, day)
    if not 0 <= value < 1:
        raise Gap(f"Die Annahme „{id}“ ({german.day(day)}) muss mindestens 0 und kleiner als 1 sein. Bitte den Wert ändern.")
    return value


def posts_needed(contacts: int, effort: Effort, rules: WorkRules) -> Fraction:
    """Minutes of contacts and their follow-up plus fixed coordination, divided by the minutes a full post has for tasks."""
    return Fraction(contacts * (effort.minutes + effort.follow_up) + effort.coordination) / Fraction(rules.available)


def posts_planned(needed: Fraction, rules: WorkRules) -> Decimal:
    """Need or cover, whichever is more, rounded up to the next step, but at least the minimum; further posts come on top (or, negative,
    off)."""
    return max(rules.minimum, _up(max(needed, rules.cover), rules.step)) + rules.further


def posts_for(contacts: int, effort: Effort, rules: WorkRules) -> Decimal:
    """Planned posts for a number of contacts."""
    return posts_planned(posts_needed(contacts, effort, rules), rules)


def _up(value: Fraction, step: Decimal) -> Decimal:
    """The next whole step."""
    steps = value / Fraction(step)
    return -(-steps.numerator // steps.denominator) * step


def utilisation(needed: Fraction, planned: Decimal) -> Fraction | None:
    """Needed over planned posts; None where none are planned."""
    return needed / Fraction(planned) if planned else None
