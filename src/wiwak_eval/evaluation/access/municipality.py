"""Reach by municipality, where the county counts its refugees by municipality."""

from dataclasses import replace

import pandas as pd

from wiwak_eval import german
from wiwak_eval.evaluation.access.counting import (
    CHILDREN,
    FUNNEL_COLUMNS,
    HOW_HELD,
    LOCAL_RESIDENTS,
    MEASURES,
    NO_NEED,
    NOTEBOOK,
    counted_residents,
    funnel_over,
    people_with,
    reach,
    share_of,
)
from wiwak_eval.evaluation.access.eligible import Eligible, residents_by_title, sources_note
from wiwak_eval.evaluation.access.places import place_key
from wiwak_eval.evaluation.access.reference import Reference, best_months
from wiwak_eval.evaluation.dimensions import MUNICIPALITY, municipality_dimension
from wiwak_eval.evaluation.funnel import funnel_cells
from wiwak_eval.evaluation.people import PERSONS, counted_persons
from wiwak_eval.records import Records
from wiwak_eval.results import (
    ALL,
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
NO_PLACES = NotAssessable("nicht auswertbar: Die Bezugsgrößen nennen keine Gemeinden.")
NO_MATCH = NotAssessable("nicht auswertbar: Keine Gemeinde der Klienten steht in den Bezugsgrößen.")
ANY_TITLE = (
    "Gezählt sind beratene Personen aller Titel, denn Titel und Gemeinde zusammen werden nie ausgewiesen. Die Bezugsgröße der Gemeinden "
    "nennt keine Titel und zählt auch Familiennachzug und Niederlassung, soweit geliefert; ihre Summe kann deshalb von der Zahl der "
    "Anerkannten nach Titeln abweichen."
)
UNMATCHED = (
    "Nicht zuzuordnen ist, wer keine oder eine hier nicht genannte Gemeinde angab: der Unterschied zwischen „zusammen“ und allen beratenen "
    "Personen."
)


def municipality_table(records: Records, reference: Reference, eligible: Eligible) -> Table | NotAssessable:
    """For each municipality persons seen who live there, recognised refugees counted there, the share, and its limits.

    eligible: the titles of the county's total that other tables print; what is left of the municipalities' total is a group too. The names
    printed are those of the county's counts, never those of the clients' table.
    """
    months = best_months(reference.by_place)
    residents = reference.by_place[months[-1]] if months else {}
    if not sum(residents.values()):
        return NO_PLACES
    people = people_with(records, MUNICIPALITY, NO_MATCH)
    if isinstance(people, NotAssessable):
        return people
    seen, known = people
    living = known.assign(place=known[MUNICIPALITY].map(place_key))
    living = living[living["place"].isin(residents)]
    if living.empty:
        return NO_MATCH
    named = sorted((reference.places[place], place) for place in residents)
    by_title = residents_by_title(reference, eligible)
    left_out = abs(sum(residents.values()) - sum(by_title[1].values())) if by_title else 0
    places = [(name, place, residents[place]) for name, place in named]
    return _table(living, seen, places, left_out, months[-1], sources_note(reference))


def _table(living: pd.DataFrame, seen: pd.DataFrame, places: list[tuple[str, str, int]], left_out: int, month: str, sources: str) -> Table:
    """left_out: residents by whom the total differs from the county's, both of which are printed."""
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for name, place, count in places:
        group, row, key = living[living["place"] == place], len(rows), key_of({MUNICIPALITY: name})
        cells += [counted_persons(row, "reached", key, group), counted_residents(row, "residents", LOCAL_RESIDENTS, key, count)]
        ratios.append(reach(row, "share", key, LOCAL_RESIDENTS, key, count))
        rows.append((name, len(group), count, share_of(len(group), count)))
    last, whole, everyone = len(rows), sum(count for _, _, count in places), key_of({MUNICIPALITY: ALL})
    total = counted_residents(last, "residents", LOCAL_RESIDENTS, everyone, whole)
    fewest = min(whole, left_out or whole)
    cells += [counted_persons(last, "reached", everyone, living), replace(total, persons=fewest, households=fewest)]
    ratios.append(reach(last, "share", everyone, LOCAL_RESIDENTS, everyone, whole))
    rows.append((TOTAL, len(living), whole, share_of(len(living), whole)))
    worked_out = funnel_cells([row[1] for row in rows], [row[2] for row in rows], last)
    columns = (
        Column(MUNICIPALITY, "Gemeinde", Unit.TEXT),
        Column("reached", "beraten", Unit.PERSONS),
        Column("residents", "im Landkreis", Unit.PERSONS),
        Column("share", "Anteil", Unit.SHARE, 0),
        *FUNNEL_COLUMNS,
    )
    persons = Measure(PERSONS, "Personen", incomplete=(MUNICIPALITY,) if len(living) < len(seen) else ())
    dimension = municipality_dimension([name for name, _, _ in places])
    protection = Protection((dimension,), (persons, *MEASURES), tuple(cells), tuple(ratios), funnels=(funnel_over(last),))
    notes = (*HOW_HELD, ANY_TITLE, UNMATCHED, NO_NEED, CHILDREN, f"Stand: Ende {german.month(month)}. {sources}")
    whole_rows = [(*row, *more) for row, more in zip(rows, worked_out, strict=True)]
    title = "Erreicht das Zentrum alle Gemeinden gleich?"
    return build_table("access_municipality", title, columns, whole_rows, NOTEBOOK, notes, (), protection)
