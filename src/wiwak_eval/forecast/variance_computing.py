"""Earlier forecasts beside what came, computed."""

from collections.abc import Collection, Sequence

from wiwak_eval.evaluation import MonthlyCounts
from wiwak_eval.forecast.book import BookEntry, in_order
from wiwak_eval.forecast.deviation import Comparison, compare, is_another_series
from wiwak_eval.forecast.variance import Variance
from wiwak_eval.forecast.variance_tables import causes_table, months_table, record_table, sums_table
from wiwak_eval.results import NotAssessable


def compute(
    entries: Sequence[BookEntry], counts: MonthlyCounts, breaks: Collection[str] = (), lever_months: Collection[str] = ()
) -> Variance:
    """See `forecast.variance.variance`."""
    found = _compare_all(entries, counts, breaks, lever_months)
    if isinstance(found, NotAssessable):
        return Variance(found, found, found, found)
    latest = found[-1]
    return Variance(months_table(latest), sums_table(found), causes_table(latest), record_table(found))


def _compare_all(
    entries: Sequence[BookEntry], counts: MonthlyCounts, breaks: Collection[str], lever_months: Collection[str]
) -> tuple[Comparison, ...] | NotAssessable:
    if not entries:
        return NotAssessable(
            "nicht auswertbar: Im Prognosebuch steht noch keine frühere Prognose dieser Behörde, mit der sich vergleichen ließe."
        )
    found = tuple(compare(entry, counts, breaks, lever_months) for entry in in_order(entries))
    later = tuple(one for one in found if one.months)
    if not later:
        return NotAssessable("nicht auswertbar: Seit der letzten Prognose im Prognosebuch ist kein vollständiger Monat dazugekommen.")
    same = tuple(one for one in later if not is_another_series(one.entry, counts))
    if not same:
        return NotAssessable(
            "nicht auswertbar: Alle Monate, aus denen die früheren Prognosen entstanden, stehen in dieser Lieferung mit anderen Zahlen; "
            "Prognose und Lieferung zählen nicht dasselbe."
        )
    return same
