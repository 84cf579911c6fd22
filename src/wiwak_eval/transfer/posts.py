"""Posts of a county's centre: by its caseload, but never fewer than opening hours and the least size ask for."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from wiwak_eval.budget.workload.effort import Effort
from wiwak_eval.budget.workload.needed import WorkRules, posts_needed, posts_planned


class Binding(StrEnum):
    """What decides on the number of posts; German, as printed."""

    CASES = "Fälle"
    OPENING = "Öffnungszeit"
    MINIMUM = "Mindestbesetzung"


@dataclass(frozen=True)
class Need:
    """needed: posts that contacts and coordination ask for; planned: in whole steps; binding: what decides on them."""

    needed: Fraction
    planned: Decimal
    binding: Binding


def need(contacts: int, effort: Effort, rules: WorkRules) -> Need:
    """Posts for a number of contacts a year, by the rules of the plan."""
    needed = posts_needed(contacts, effort, rules)
    return Need(needed, posts_planned(needed, rules), binding(needed, rules))


def binding(needed: Fraction, rules: WorkRules) -> Binding:
    """The larger of need and cover, or the least size where both together, in whole steps, lie below it."""
    free = replace(rules, minimum=Decimal(0), further=Decimal(0))
    if posts_planned(needed, free) < rules.minimum:
        return Binding.MINIMUM
    return Binding.CASES if needed >= rules.cover else Binding.OPENING


def elsewhere(rules: WorkRules) -> WorkRules:
    """The same rules in another county: posts beyond the need are the home county's own decision."""
    return replace(rules, further=Decimal(0))
