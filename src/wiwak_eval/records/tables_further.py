"""The declaration of the contract's further, optional tables."""

from wiwak_eval.records import codes, codes_money
from wiwak_eval.records.contract import ColumnSpec, Kind, TableSpec

BUDGET_LINES = TableSpec(
    "budget_lines",
    "haushaltsansaetze",
    "Haushaltsansätze",
    columns=(
        ColumnSpec("year", "Jahr", Kind.WHOLE, required=True),
        ColumnSpec("budget_code", "Haushaltsstelle", Kind.TEXT, required=True),
        ColumnSpec("direction", "E/A", Kind.CODE, required=True, codes=codes_money.DIRECTION),
        ColumnSpec("planned", "Ansatz", Kind.MONEY, required=True),
        ColumnSpec("result", "Ergebnis", Kind.MONEY),
    ),
)
GRANTS = TableSpec(
    "grants",
    "bescheide",
    "Bescheide",
    columns=(
        ColumnSpec("funder", "Finanzierung", Kind.CODE, required=True, codes=codes_money.FUNDER),
        ColumnSpec("from", "Von", Kind.DATE, required=True),
        ColumnSpec("to", "Bis", Kind.DATE, required=True),
        ColumnSpec("type", "Finanzierungsart", Kind.CODE, required=True, codes=codes_money.GRANT_TYPE),
        ColumnSpec("share", "Anteil", Kind.SHARE, low=0, high=1),
        ColumnSpec("ceiling", "Höchstbetrag", Kind.MONEY),
        ColumnSpec("decided_on", "Beschieden am", Kind.DATE),
        ColumnSpec("early_start_allowed", "Vorzeitiger Maßnahmebeginn", Kind.YES_NO, default=False),
        ColumnSpec("item_tolerance", "Zulässige Überschreitung", Kind.SHARE, low=0, high=1),
    ),
)
REFERENCE_COUNTS = TableSpec(
    "reference_counts",
    "bezugsgroessen",
    "Bezugsgrößen",
    columns=(
        ColumnSpec("month", "Monat", Kind.MONTH, required=True),
        ColumnSpec("municipality", "Gemeinde", Kind.TEXT),
        ColumnSpec("status", "Status", Kind.CODE, codes=codes.STATUS),
        ColumnSpec("persons", "Personen", Kind.WHOLE, required=True, low=0),
        ColumnSpec("source", "Quelle", Kind.TEXT, required=True),
    ),
)
OPENING_DAYS = TableSpec(
    "opening_days",
    "oeffnungstage",
    "Öffnungstage",
    columns=(
        ColumnSpec("date", "Datum", Kind.DATE, required=True),
        ColumnSpec("hours", "Stunden", Kind.NUMBER, low=0, high=24),
    ),
)
TIME_STUDY = TableSpec(
    "time_study",
    "zeitaufschreibung",
    "Zeitaufschreibung",
    columns=(
        ColumnSpec("post_id", "Stelle", Kind.IDENTIFIER, required=True),
        ColumnSpec("date", "Datum", Kind.DATE, required=True),
        ColumnSpec("activity", "Tätigkeit", Kind.CODE, required=True, codes=codes_money.ACTIVITY),
        ColumnSpec("minutes", "Minuten", Kind.WHOLE, required=True, low=0, high=1440),
    ),
)
TARGETS = TableSpec(
    "targets",
    "ziele",
    "Ziele",
    columns=(
        ColumnSpec("indicator", "Kennzahl", Kind.TEXT, required=True),
        ColumnSpec("value", "Wert", Kind.NUMBER, required=True),
        ColumnSpec("year", "Jahr", Kind.WHOLE, required=True),
    ),
)
GROUP_EVENTS = TableSpec(
    "group_events",
    "gruppenangebote",
    "Gruppenangebote",
    columns=(
        ColumnSpec("date", "Datum", Kind.DATE, required=True),
        ColumnSpec("topic", "Anliegen", Kind.CODE, codes=codes.TOPIC, multiple=True),
        ColumnSpec("participants", "Teilnehmende", Kind.WHOLE, required=True, low=0),
    ),
)
COMPARISON_COUNTIES = TableSpec(
    "comparison_counties",
    "vergleichskreise",
    "Vergleichskreise",
    key=("county", "period_from"),
    order=(("period_from", "period_to"),),
    columns=(
        ColumnSpec("county", "Landkreis", Kind.TEXT, required=True),
        ColumnSpec("period_from", "Von", Kind.DATE, required=True),
        ColumnSpec("period_to", "Bis", Kind.DATE, required=True),
        ColumnSpec("contacts", "Beratungen", Kind.WHOLE, required=True, low=1),
        ColumnSpec("persons", "Personen", Kind.WHOLE, low=1),
        ColumnSpec("simulated", "Simuliert", Kind.YES_NO, required=True),
    ),
)
FURTHER = (BUDGET_LINES, GRANTS, REFERENCE_COUNTS, OPENING_DAYS, TIME_STUDY, TARGETS, GROUP_EVENTS, COMPARISON_COUNTIES)
