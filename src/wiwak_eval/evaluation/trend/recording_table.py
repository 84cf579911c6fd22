"""Was the practice of recording changed? What the county stated and what the data show, as a table."""

from collections.abc import Sequence

from wiwak_eval.evaluation.trend.recording import Break
from wiwak_eval.records import Records
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "02_pilotjahr"
NOTES = (
    "Gesucht werden Kanäle, Beratungen ohne Personenbezug und versäumte Termine, die von einem Monat an erfasst sind oder nicht mehr; "
    "dazu kommt, was der Landkreis selbst angibt.",
    "Zahlen von vor und nach einem solchen Monat werden nicht in einem Trend verglichen.",
)


def recording_table(records: Records, breaks: Sequence[Break]) -> Table | NotAssessable:
    """Table `recording_breaks`: month and reason of each break; a sentence in its place where there is none."""
    if not breaks:
        return _none_found(records)
    rows = [(str(number), item.month, item.reason) for number, item in enumerate(breaks, start=1)]
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("month", "ab Monat", Unit.MONTH),
        Column("reason", "was sich änderte", Unit.TEXT),
    )
    return build_table("recording_breaks", "Wurde anders erfasst?", columns, rows, NOTEBOOK, notes=NOTES, assumptions=("recording_change",))


def _none_found(records: Records) -> NotAssessable:
    if isinstance(records.table("consultations"), NotAssessable):
        return NotAssessable(
            "Eine Umstellung der Erfassung ist nicht angegeben; ob es dennoch eine gab, ließe sich nur an einzelnen Beratungen erkennen."
        )
    return NotAssessable(
        "Ein Bruch der Erfassung ist nicht erkennbar: Kein Kanal und keine Art von Kontakt wird von einem Monat an erstmals oder nicht "
        "mehr erfasst, und der Landkreis hat keine Umstellung angegeben."
    )
