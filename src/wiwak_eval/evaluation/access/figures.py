"""One figure for the county: the share of recognised refugees that the centre saw."""

from wiwak_eval import german
from wiwak_eval.evaluation.access.counting import (
    CHILDREN,
    FLOW_OVER_STOCK,
    MEAN_RESIDENTS,
    MEASURES,
    NO_NEED,
    NOTEBOOK,
    RESIDENTS,
    counted_residents,
    people_with,
    reach,
    share_of,
)
from wiwak_eval.evaluation.access.eligible import Eligible, residents_by_month, sources_note, uncounted_note
from wiwak_eval.evaluation.access.reference import Reference
from wiwak_eval.evaluation.dimensions import STATUS, status_dimension
from wiwak_eval.evaluation.people import PERSONS, counted_persons
from wiwak_eval.records import Records
from wiwak_eval.results import Column, Measure, NotAssessable, Protection, Table, Unit, build_table, key_of

NO_STATUS = NotAssessable("nicht auswertbar: Der Aufenthaltsstatus ist nicht erfasst.")
NO_RESIDENTS = NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen keine anerkannten Flüchtlinge.")


def figures_table(records: Records, reference: Reference, eligible: Eligible) -> Table | NotAssessable:
    """One row `county`: different persons with an eligible title seen in the period, over those counted in the county.

    The count of the last month is the denominator: it is of one day, can be checked, and titles are recorded as of the delivery too. The
    mean of the months stands beside it. Neither counts all who lived in the county at some time, so that both shares are rather too high;
    no interval, since both numbers are complete counts.
    """
    by_month = residents_by_month(reference, eligible)
    if not by_month or not sum(by_month.values()):
        return NO_RESIDENTS
    people = people_with(records, STATUS, NO_STATUS)
    if isinstance(people, NotAssessable):
        return people
    seen, known = people
    month, group = max(by_month), key_of({STATUS: eligible.group})
    last, mean = by_month[month], round(sum(by_month.values()) / len(by_month))
    reached = known[known[STATUS].isin(eligible.codes)]
    count = len(reached)
    row = ("county", month, last, count, share_of(count, last), mean, share_of(count, mean))
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("month", "Stand", Unit.MONTH),
        Column("eligible", "anerkannt im Landkreis", Unit.PERSONS),
        Column("reached", "davon im Zeitraum beraten", Unit.PERSONS),
        Column("reached_share", "Anteil", Unit.SHARE, 0),
        Column("eligible_mean", "anerkannt im Mittel der Monate", Unit.PERSONS),
        Column("mean_share", "Anteil daran", Unit.SHARE, 0),
    )
    cells = (
        counted_residents(0, "eligible", RESIDENTS, (), last),
        counted_residents(0, "eligible_mean", MEAN_RESIDENTS, (), mean),
        counted_persons(0, "reached", group, reached),
    )
    ratios = (reach(0, "reached_share", group, RESIDENTS, (), last), reach(0, "mean_share", group, MEAN_RESIDENTS, (), mean))
    persons = Measure(PERSONS, "Personen", incomplete=(STATUS,) if len(known) < len(seen) else ())
    notes = (
        FLOW_OVER_STOCK,
        *uncounted_note(reference, eligible),
        CHILDREN,
        NO_NEED,
        f"Stand: Ende {german.month(month)}. {sources_note(reference)}",
    )
    protection = Protection((status_dimension(),), (persons, *MEASURES), cells, ratios)
    title = "Wie viele anerkannte Flüchtlinge erreicht das Zentrum?"
    return build_table("access_figures", title, columns, [row], NOTEBOOK, notes, eligible.assumptions, protection)
