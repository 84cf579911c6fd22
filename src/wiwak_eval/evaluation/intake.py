"""What came in: rows read, used and rejected, kinds of faults, the control against stated totals, what is missing."""

from collections import Counter
from dataclasses import dataclass

from wiwak_eval import german
from wiwak_eval.records import TABLES, Fault, Records
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "01_datenpruefung"

RULES = {
    "missing_value": "Pflichtangabe fehlt",
    "bad_date": "kein Datum",
    "outside_period": "außerhalb des Zeitraums",
    "bad_number": "keine Zahl",
    "out_of_range": "Zahl außerhalb des Bereichs",
    "unknown_code": "unbekannte Ausprägung",
    "unknown_reference": "Verweis auf unbekannte Zeile",
    "duplicate_row": "Zeile doppelt",
    "duplicate_key": "Schlüssel doppelt, Inhalt verschieden",
    "wrong_order": "Reihenfolge der Daten falsch",
    "malformed_row": "zu viele oder zu wenige Felder",
}
ABOUT_PEOPLE = {TABLES[name].german for name in ("consultations", "clients", "chain_stages", "slip_entries")}
ACTIONS = {"rejected": "Zeile nicht verwendet", "cleared": "Angabe nicht verwendet"}


@dataclass(frozen=True)
class IntakeOverview:
    """Tables `intake`, `fault_counts`, `control`, `absent`; counts of faults only, never rows.

    losses: the sentence every paper must carry where more was rejected than the limit allows, else None.
    """

    intake: Table
    fault_counts: Table | NotAssessable
    control: Table | NotAssessable
    absent: Table | NotAssessable
    losses: str | None


def intake_overview(records: Records, max_rejected: float) -> IntakeOverview:
    """The check of a delivery as a reader may see it. max_rejected: share of rows (0-1) above which losses are named."""
    losses = _losses(records, max_rejected)
    return IntakeOverview(_intake(records), _fault_counts(records), _control(records), _absent(records), losses)


def _losses(records: Records, max_rejected: float) -> str | None:
    heavy = {TABLES[name].title: share for name, share in records.rejected_share.items() if share > max_rejected}
    lost = [f"„{table}“ {german.percent(share)} der Zeilen" for table, share in sorted(heavy.items())]
    lost += [f"„{TABLES[name].title}“ ganz" for name in records.refused]
    return f"Verluste beim Einlesen wurden hingenommen: {', '.join(lost)}." if lost else None


def _intake(records: Records) -> Table:
    rows = [(line.place, line.table, line.rows_read, line.rows_counted, line.rows_used, line.rows_rejected) for line in records.intake]
    columns = (
        Column("file", "Datei", Unit.TEXT),
        Column("table", "Tabelle", Unit.TEXT),
        Column("rows_read", "gelesen", Unit.COUNT),
        Column("rows_counted", "gezählt", Unit.COUNT),
        Column("rows_used", "verwendet", Unit.COUNT),
        Column("rows_rejected", "nicht verwendet", Unit.COUNT),
    )
    notes = (
        "In jeder Datei gilt: gelesen = verwendet + nicht verwendet; gelesene Zeilen sind unabhängig vom Einlesen gezählt.",
        "Gezählt sind die gelesenen Zeilen ohne Wiederholungen desselben Inhalts, bei den Beratungen also die gezählten Kontakte.",
    )
    return build_table("intake", "Gelesene und verwendete Zeilen", columns, rows, NOTEBOOK, notes=notes)


def _fault_counts(records: Records) -> Table | NotAssessable:
    if not records.faults:
        return NotAssessable("Die Prüfung hat keinen Mangel gefunden.")
    counts = Counter(_kind_of(fault) for fault in records.faults)
    rows = [(str(number), *kind, count) for number, (kind, count) in enumerate(sorted(counts.items()), start=1)]
    columns = (
        Column("number", "Nr.", Unit.TEXT),
        Column("table", "Tabelle", Unit.TEXT),
        Column("column", "Spalte", Unit.TEXT),
        Column("rule", "Mangel", Unit.TEXT),
        Column("action", "Folge", Unit.TEXT),
        Column("count", "Anzahl", Unit.COUNT),
    )
    notes = ("Zeilen und Ratschläge stehen in der internen Fehlerliste, die „wiwak check“ schreibt.",)
    return build_table("fault_counts", "Gefundene Mängel", columns, rows, NOTEBOOK, notes=notes)


def _kind_of(fault: Fault) -> tuple[str, str, str, str]:
    """Table, column, fault and consequence. Of people only how many entries were not used, not of which attribute: that many have none."""
    if fault.table in ABOUT_PEOPLE and fault.action == "cleared":
        return fault.table, "verschiedene", "verschiedene Mängel", ACTIONS[fault.action]
    return fault.table, fault.column, RULES[fault.rule], ACTIONS[fault.action]


def _control(records: Records) -> Table | NotAssessable:
    if not records.control:
        consultations = records.table("consultations")
        if "monthly_totals" in records.tables and isinstance(consultations, NotAssessable):
            return consultations
        return NotAssessable("nicht auswertbar: Eine Monatsstatistik zum Vergleich fehlt.")
    rows = [(line.month, line.used, line.stated, line.difference) for line in records.control]
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("used", "verwendete Zeilen", Unit.CONTACTS),
        Column("stated", "laut Monatsstatistik", Unit.CONTACTS),
        Column("difference", "Unterschied", Unit.COUNT),
    )
    return build_table("control", "Abgleich mit der Monatsstatistik", columns, rows, NOTEBOOK)


def _absent(records: Records) -> Table | NotAssessable:
    if not records.absent:
        return NotAssessable("Alle Tabellen des Vertrags liegen vor.")
    rows = [(TABLES[name].german, sentence) for name, sentence in records.absent.items()]
    columns = (Column("key", "Schlüssel", Unit.TEXT), Column("label", "Befund", Unit.TEXT))
    return build_table("absent", "Was fehlt und deshalb nicht ausgewertet wird", columns, rows, NOTEBOOK)
