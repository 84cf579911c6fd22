"""Opening hours a week, as delivered."""

from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from wiwak_eval.records import Records
from wiwak_eval.results import NotAssessable

FEWEST_WEEKS = 4
HALF_HOUR = Decimal("0.5")


def opening_hours_week(records: Records) -> Decimal | None:
    """Hours of the middle week among those with an open hour, to half an hour; None where fewer than four weeks say their hours.

    The median, not the mean: holidays and the weeks cut by the period's ends shorten some weeks, and the assumed weeks a year already
    leave holidays out, so that a mean would take them off twice.
    """
    days = records.table("opening_days")
    if isinstance(days, NotAssessable):
        return None
    stated = days[days["hours"].gt(0)]
    weeks = stated.groupby(stated["date"].dt.to_period("W"))["hours"].sum()
    if len(weeks) < FEWEST_WEEKS:
        return None
    middle = median(Decimal(str(round(float(hours), 6))) for hours in weeks)
    return (middle / HALF_HOUR).quantize(Decimal(1), ROUND_HALF_UP) * HALF_HOUR
