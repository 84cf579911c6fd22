"""What differs from month to month: posts filled, whether the centre is open, the paid part of interpreting, one-off payments."""

from collections.abc import Sequence

from wiwak_eval.budget.columns import NOTEBOOK, Plans
from wiwak_eval.results import Column, Table, Unit, build_table

NOTES = (
    "Kosten je Stelle verteilen sich nach den besetzten Stellen auf die Monate, Sprachmittlung nach dem bezahlten Teil, alles andere "
    "gleichmäßig auf die Monate, in denen geöffnet ist.",
    "Wer im üblichen Monat einer Einmalzahlung kein Entgelt hat, bekommt sie im letzten Monat mit Entgelt.",
)


def month_rules(plans: Plans, read: Sequence[str]) -> Table:
    """One row a month. posts: filled posts; open, bonus, performance: 1 where it holds, else 0; interpreting: part that is paid, 0-1."""
    rows = [
        (
            f"{plan.year}-{month:02d}",
            float(plan.staff.post_months[month - 1]),
            int(month <= plan.staff.last),
            float(plan.rules.price.interpreting_paid[month - 1]),
            int(month == plan.pay.bonus_month),
            int(month == plan.pay.performance_month),
        )
        for plan in plans
        for month in range(1, 13)
    ]
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("posts", "besetzte Stellen", Unit.POSTS, 2),
        Column("open", "geöffnet (1 = ja)", Unit.COUNT),
        Column("interpreting", "bezahlter Teil der Sprachmittlung", Unit.SHARE),
        Column("bonus", "Monat der Jahressonderzahlung (1 = ja)", Unit.COUNT),
        Column("performance", "Monat des Leistungsentgelts (1 = ja)", Unit.COUNT),
    )
    return build_table("month_rules", "Was sich von Monat zu Monat unterscheidet", columns, rows, NOTEBOOK, NOTES, read)
