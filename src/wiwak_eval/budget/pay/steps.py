"""In which step of its pay group a post stands on a day."""

from datetime import date
from itertools import accumulate

from wiwak_eval.budget.pay.group_names import step_column
from wiwak_eval.budget.pay.rules import LAST_STEP, PayRules
from wiwak_eval.budget.posts.line import PostLine


def step_on(rules: PayRules, line: PostLine, day: date) -> int:
    """The step that pay goes by on `day`.

    Time counts from `in_step_since`; pay rises with the first day of the month in which the next step is reached (own reading of section
    17 TVöD, not read in source). Without that day, and before it, the step is the delivered one. Part-time counts like full time.
    """
    if line.in_step_since is None:
        return line.step
    months = _month_number(day) - _month_number(line.in_step_since)
    needed = accumulate(12 * years for years in rules.step_years[step_column(line.group)][line.step - 1 :])
    return min(LAST_STEP, line.step + sum(months >= bound for bound in needed))


def _month_number(day: date) -> int:
    return day.year * 12 + day.month
