"""Reach by residence title, held against the share of the county."""

from wiwak_eval import german
from wiwak_eval.evaluation.access.counting import (
    CHILDREN,
    FUNNEL_COLUMNS,
    HOW_HELD,
    MEASURES,
    NO_NEED,
    NOTEBOOK,
    RESIDENTS,
    counted_residents,
    funnel_over,
    people_with,
    reach,
    share_of,
)
from wiwak_eval.evaluation.access.eligible import NO_TITLES, Eligible, residents_by_title, sources_note, uncounted_note
from wiwak_eval.evaluation.access.figures import NO_STATUS
from wiwak_eval.evaluation.access.reference import Reference
from wiwak_eval.evaluation.dimensions import STATUS, status_dimension, title_labels
from wiwak_eval.evaluation.funnel import funnel_cells
from wiwak_eval.evaluation.people import PERSONS, counted_persons
from wiwak_eval.records import Records
from wiwak_eval.results import (
    Cell,
    Column,
    GroupCell,
    GroupRatio,
    Measure,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)

TOTAL = "zusammen"


def status_table(records: Records, reference: Reference, eligible: Eligible) -> Table | NotAssessable:
    """For each eligible title persons seen, persons counted in the county, the share, and the limits around the county's share."""
    found = residents_by_title(reference, eligible)
    if found is None or not sum(found[1].values()):
        return NO_TITLES
    people = people_with(records, STATUS, NO_STATUS)
    if isinstance(people, NotAssessable):
        return people
    seen, known = people
    month, residents = found
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for code in eligible.codes:
        label, group, count = title_labels()[code], known[known[STATUS] == code], residents.get(code)
        row, key = len(rows), key_of({STATUS: label})
        cells.append(counted_persons(row, "reached", key, group))
        if count is not None:
            cells.append(counted_residents(row, "residents", RESIDENTS, key, count))
            ratios.append(reach(row, "share", key, RESIDENTS, key, count))
        rows.append((label, len(group), count, share_of(len(group), count)))
    everyone, union, whole = known[known[STATUS].isin(eligible.codes)], key_of({STATUS: eligible.group}), sum(residents.values())
    cells += [counted_persons(len(rows), "reached", union, everyone), counted_residents(len(rows), "residents", RESIDENTS, (), whole)]
    ratios.append(reach(len(rows), "share", union, RESIDENTS, (), whole))
    rows.append((TOTAL, len(everyone), whole, share_of(len(everyone), whole)))
    worked_out = funnel_cells([row[1] for row in rows], [row[2] for row in rows], len(rows) - 1)
    columns = (
        Column(STATUS, "Aufenthaltsstatus", Unit.TEXT),
        Column("reached", "beraten", Unit.PERSONS),
        Column("residents", "im Landkreis", Unit.PERSONS),
        Column("share", "Anteil", Unit.SHARE, 0),
        *FUNNEL_COLUMNS,
    )
    persons = Measure(PERSONS, "Personen", incomplete=(STATUS,) if len(known) < len(seen) else ())
    protection = Protection((status_dimension(),), (persons, *MEASURES), tuple(cells), tuple(ratios), funnels=(funnel_over(len(rows) - 1),))
    notes = (
        *HOW_HELD,
        *uncounted_note(reference, eligible),
        NO_NEED,
        CHILDREN,
        f"Stand: Ende {german.month(month)}. {sources_note(reference)}",
    )
    whole_rows = [(*row, *more) for row, more in zip(rows, worked_out, strict=True)]
    title = "Erreicht das Zentrum alle Titel gleich?"
    return build_table("access_status", title, columns, whole_rows, NOTEBOOK, notes, eligible.assumptions, protection)
