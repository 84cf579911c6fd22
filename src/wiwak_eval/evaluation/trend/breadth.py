"""Table `breadth`: how many different topics came up, quarter by quarter.

What these numbers could tell of small groups, and what stands against it. The mean number of topics is printed with one decimal and only
from 200 contacts on: it bounds the sum over all topics to twenty contacts, wider than any threshold. The number of different topics counts
those of twice as many people as may be shown: counted from the threshold on it would say of each hidden topic that it is below. So does the
effective number, which takes the rest together and is rounded to a whole one.
The share of persons with several topics is a share of people like any other and is guarded as one.
"""

from collections.abc import Mapping
from math import exp, log

import pandas as pd

from wiwak_eval.evaluation.groups import FEWEST_NAMED, named_topics
from wiwak_eval.evaluation.people import counted_contacts, counted_persons, months_of, quarter_of
from wiwak_eval.evaluation.trend.quarters import quarter_name
from wiwak_eval.records import Records
from wiwak_eval.results import (
    ALL,
    Cell,
    Column,
    Dimension,
    GroupCell,
    GroupRatio,
    Measure,
    NotAssessable,
    Protection,
    Table,
    Unit,
    build_table,
    key_of,
)  # fmt: skip

NOTEBOOK = "02_pilotjahr"
FEWEST_CONTACTS = 200
"""Contacts with a topic below which a quarter's mean number of topics is not told."""
FEWEST_COUNTED = 2 * FEWEST_NAMED
"""Persons and households from which on a topic is counted."""
MEASURE, QUARTER, BREADTH = "topic_persons", "topic_quarter", "topic_breadth"
"""A measure and a quarter of their own: with the months of the topics they share no number, and apart they are quickly attacked."""
ONE, SEVERAL = "ein Anliegen", "mehrere Anliegen"
COLUMNS = (
    Column("quarter", "Quartal", Unit.TEXT),
    Column("persons", "Personen mit Anliegen", Unit.PERSONS),
    Column("several_share", "davon mit mehreren Anliegen", Unit.SHARE, 0),
    Column("topics_per_contact", "Anliegen je Beratung", Unit.NUMBER, 1),
    Column("topics", "verschiedene Anliegen", Unit.COUNT),
    Column("effective_topics", "wirksame Zahl der Anliegen", Unit.COUNT),
)
NOTES = (
    f"Verschiedene Anliegen: solche mit mindestens {FEWEST_COUNTED} Personen und Haushalten im Quartal.",
    "Wirksame Zahl: so viele gleich häufige Anliegen ergäben dieselbe Vielfalt (Exponential der Shannon-Entropie, gerundet); seltene "
    "Anliegen zählen zusammen als eines.",
    "Ein Quartal am Rand des Zeitraums kann unvollständig sein; in weniger Monaten nennt eine Person seltener mehrere Anliegen.",
    "Mehr erfasste Anliegen können ein breiteres Angebot sein, andere Menschen oder genauere Erfassung; die Daten trennen das nicht.",
)


def breadth(records: Records) -> Table | NotAssessable:
    """One row a quarter. Refused as the topics are."""
    named = named_topics(records)
    if isinstance(named, NotAssessable):
        return named
    origin = records.provenance
    months = months_of(str(month) for month in pd.period_range(origin.period_from, origin.period_to, freq="M"))
    quarters = tuple(name for name, _ in months.unions)
    named = named.assign(quarter=named["month"].map(quarter_of))
    rows: list[tuple[Cell, ...]] = []
    cells: list[GroupCell] = []
    ratios: list[GroupRatio] = []
    for quarter in quarters:
        part, row = named[named["quarter"] == quarter], len(rows)
        topics_of = part.dropna(subset="client_id").groupby("client_id")["topic"].nunique()
        everyone, several = key_of({QUARTER: quarter, BREADTH: ALL}), key_of({QUARTER: quarter, BREADTH: SEVERAL})
        counted = counted_persons(row, "persons", everyone, part)
        cells.append(GroupCell(row, "persons", MEASURE, everyone, counted.persons, counted.households, counted.largest))
        if len(topics_of):
            ratios.append(GroupRatio(row, "several_share", (MEASURE, several), (MEASURE, everyone), counted.persons, counted.households))
        share = float((topics_of > 1).mean()) if len(topics_of) else None
        rows.append((quarter_name(quarter), counted.persons, share, *_county_figures(part)))
    protection = Protection(
        (
            Dimension(QUARTER, "Quartal", quarters, time=True),
            Dimension(BREADTH, "Zahl der Anliegen einer Person", (ONE, SEVERAL)),
        ),
        (Measure(MEASURE, "Personen mit Anliegen", overlapping=(QUARTER,)),),
        tuple(cells),
        tuple(ratios),
        everybody=("topics_per_contact", "topics", "effective_topics"),
    )
    return build_table("breadth", "Wie breit war die Beratung?", COLUMNS, rows, NOTEBOOK, NOTES, (), protection)


def effective_number(counts: Mapping[str, int]) -> float:
    """Number of equally frequent categories with the same Shannon entropy; 0 for nothing. Source: Hill (1973), Ecology 54, 427-432."""
    total = sum(counts.values())
    shares = [count / total for count in counts.values() if count]
    return exp(-sum(share * log(share) for share in shares)) if shares else 0.0


def _county_figures(part: pd.DataFrame) -> tuple[Cell, ...]:
    """Mean topics a contact, topics named by enough persons, effective number of those and the rest. part: one row a contact and topic."""
    contacts = part["contact"].nunique()
    mean = round(len(part) / contacts, 1) if contacts >= FEWEST_CONTACTS else None
    sizes: dict[str, int] = {}
    rest = 0
    for topic, group in part.groupby("topic"):
        behind = counted_contacts(0, "", (), group)
        if min(behind.persons, behind.households) >= FEWEST_COUNTED:
            sizes[str(topic)] = len(group)
        else:
            rest += len(group)
    effective = round(effective_number({**sizes, "": rest})) if sizes else None
    return mean, len(sizes), effective
