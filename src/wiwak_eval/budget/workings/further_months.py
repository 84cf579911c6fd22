"""What further posts cost month by month: nobody holds them, so that everybody may see it."""

from collections.abc import Sequence
from dataclasses import replace

from wiwak_eval.budget.columns import Plans
from wiwak_eval.budget.pay.tables import pay_months
from wiwak_eval.budget.posts.line import NEW
from wiwak_eval.results import Table

NOTES = (
    "Zusätzliche Stellen hat noch niemand; sie sind mit der Stufe gerechnet, die für neue Stellen angenommen ist.",
    "Der Anteil ist 0, wo der Bedarf mit den vorhandenen Stellen gedeckt ist.",
)


def further_months(plans: Plans, read: Sequence[str]) -> Table:
    """The rows of the line of further posts, with the columns of `pay_months`."""
    single = pay_months(plans, read)
    return replace(
        single,
        id="further_months",
        title="Personalkosten zusätzlicher Stellen je Monat",
        rows=tuple(row for row in single.rows if str(row[0]).startswith(f"{NEW}/")),
        notes=NOTES,
        staff=False,
    )
