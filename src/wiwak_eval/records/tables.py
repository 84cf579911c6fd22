"""The declaration of the contract's main tables."""

from collections.abc import Mapping

from wiwak_eval.records import codes, codes_money, nations
from wiwak_eval.records.contract import PERIOD_YEAR, ColumnSpec, Kind, TableSpec
from wiwak_eval.records.tables_further import FURTHER

CONSULTATIONS = TableSpec(
    "consultations",
    "beratungen",
    "Beratungen",
    key=("consultation_id",),
    columns=(
        ColumnSpec("consultation_id", "Beratungs-ID", Kind.IDENTIFIER, required=True),
        ColumnSpec("date", "Datum", Kind.DATE, required=True, in_period=True),
        ColumnSpec("client_id", "Klienten-ID", Kind.IDENTIFIER, references="clients", pseudonym="client"),
        ColumnSpec("channel", "Kanal", Kind.CODE, codes=codes.CHANNEL),
        ColumnSpec("municipality", "Ort", Kind.TEXT),
        ColumnSpec("topic", "Anliegen", Kind.CODE, codes=codes.TOPIC, multiple=True),
        ColumnSpec("language", "Beratungssprache", Kind.CODE, codes=nations.LANGUAGE),
        ColumnSpec("interpreter", "Dolmetscher", Kind.CODE, codes=codes.INTERPRETER),
        ColumnSpec("persons_present", "Personen", Kind.WHOLE, low=1, high=30),
        ColumnSpec("minutes", "Dauer (Min)", Kind.WHOLE, low=1, high=480),
        ColumnSpec("minutes_follow_up", "Nacharbeit (Min)", Kind.WHOLE, low=0, high=480),
        ColumnSpec("attended", "Erschienen", Kind.YES_NO, default=True),
        ColumnSpec("post_id", "Stelle", Kind.IDENTIFIER, references="posts"),
    ),
)
CLIENTS = TableSpec(
    "clients",
    "klienten",
    "Klienten",
    key=("client_id",),
    columns=(
        ColumnSpec("client_id", "Klienten-ID", Kind.IDENTIFIER, required=True, pseudonym="client"),
        ColumnSpec("household_id", "Haushalt", Kind.IDENTIFIER, pseudonym="household"),
        ColumnSpec("birth_year", "Geburtsjahr", Kind.WHOLE, low=1910, high=PERIOD_YEAR),
        ColumnSpec("gender", "Geschlecht", Kind.CODE, codes=codes.GENDER),
        ColumnSpec("origin", "Herkunft", Kind.CODE, codes=nations.COUNTRY),
        ColumnSpec("status", "Status", Kind.CODE, codes=codes.STATUS),
        ColumnSpec("recognised_on", "Anerkannt am", Kind.DATE),
        ColumnSpec("municipality", "Gemeinde", Kind.TEXT),
        ColumnSpec("first_contact", "Erstkontakt", Kind.DATE),
        ColumnSpec("left_on", "Wegzug am", Kind.DATE),
        ColumnSpec("left_to", "Wegzug nach", Kind.CODE, codes=codes.LEFT_TO),
        ColumnSpec("situation", "Problemlage", Kind.CODE, codes=codes.SITUATION, sensitive=True),
    ),
)
CHAIN_STAGES = TableSpec(
    "chain_stages",
    "integrationskette",
    "Integrationskette",
    key=("client_id", "stage", "started_on"),
    order=(("started_on", "completed_on"),),
    columns=(
        ColumnSpec("client_id", "Klienten-ID", Kind.IDENTIFIER, required=True, references="clients", pseudonym="client"),
        ColumnSpec("stage", "Station", Kind.CODE, required=True, codes=codes.STAGE),
        ColumnSpec("office", "Amt", Kind.TEXT),
        ColumnSpec("started_on", "Begonnen am", Kind.DATE, required=True),
        ColumnSpec("completed_on", "Abgeschlossen am", Kind.DATE),
        ColumnSpec("result", "Ergebnis", Kind.CODE, required=True, codes=codes.STAGE_RESULT),
    ),
)
SLIP_ENTRIES = TableSpec(
    "slip_entries",
    "laufkarten",
    "Laufkarten",
    key=("slip_id", "position"),
    columns=(
        ColumnSpec("slip_id", "Karten-Nr", Kind.IDENTIFIER, required=True),
        ColumnSpec("client_id", "Klienten-ID", Kind.IDENTIFIER, required=True, references="clients", pseudonym="client"),
        ColumnSpec("position", "Lfd. Nr", Kind.WHOLE, required=True),
        ColumnSpec("office", "Amt", Kind.TEXT, required=True),
        ColumnSpec("due_on", "Fällig am", Kind.DATE),
        ColumnSpec("stamped_on", "Abgestempelt am", Kind.DATE),
        ColumnSpec("issued_on", "Ausgegeben am", Kind.DATE),
        ColumnSpec("returned_on", "Zurück am", Kind.DATE),
    ),
)
ORGANISATIONS = TableSpec(
    "organisations",
    "organisationen",
    "Organisationen",
    key=("organisation_id",),
    columns=(
        ColumnSpec("organisation_id", "Kürzel", Kind.IDENTIFIER, required=True),
        ColumnSpec("name", "Name", Kind.TEXT, required=True),
        ColumnSpec("sector", "Sektor", Kind.CODE, required=True, codes=codes_money.SECTOR),
    ),
)
REFERRALS = TableSpec(
    "referrals",
    "vermittlungen",
    "Vermittlungen",
    columns=(
        ColumnSpec("date", "Datum", Kind.DATE, required=True, in_period=True),
        ColumnSpec("from_id", "Von", Kind.IDENTIFIER, required=True, references="organisations"),
        ColumnSpec("to_id", "An", Kind.IDENTIFIER, required=True, references="organisations"),
        ColumnSpec("topic", "Anliegen", Kind.CODE, codes=codes.TOPIC, multiple=True),
    ),
)
BOOKINGS = TableSpec(
    "bookings",
    "buchungen",
    "Buchungen",
    columns=(
        ColumnSpec("date", "Datum", Kind.DATE, required=True, in_period=True),
        ColumnSpec("direction", "E/A", Kind.CODE, codes=codes_money.DIRECTION, default="expenditure"),
        ColumnSpec("cost_type", "Kostenart", Kind.CODE, codes=codes_money.COST_TYPE),
        ColumnSpec("amount", "Betrag", Kind.MONEY, required=True),
        ColumnSpec("funder", "Finanzierung", Kind.CODE, codes=codes_money.FUNDER),
        ColumnSpec("in_kind", "Sachleistung", Kind.YES_NO, default=False),
        ColumnSpec("eligible", "Zuwendungsfähig", Kind.YES_NO, default=False),
        ColumnSpec("budget_code", "Haushaltsstelle", Kind.TEXT),
        ColumnSpec("document_no", "Beleg-Nr", Kind.IDENTIFIER),
    ),
)
POSTS = TableSpec(
    "posts",
    "stellen",
    "Stellen",
    key=("post_id",),
    columns=(
        ColumnSpec("post_id", "Stelle", Kind.IDENTIFIER, required=True),
        ColumnSpec("role", "Funktion", Kind.TEXT),
        ColumnSpec("pay_group", "Entgeltgruppe", Kind.PAY_GROUP, required=True),
        ColumnSpec("step", "Stufe", Kind.WHOLE, required=True, low=1, high=6),
        ColumnSpec("in_step_since", "In Stufe seit", Kind.DATE),
        ColumnSpec("share", "Stellenanteil", Kind.SHARE, required=True, low=0, high=1),
        ColumnSpec("from", "Von", Kind.DATE, required=True),
        ColumnSpec("to", "Bis", Kind.DATE),
        ColumnSpec("employer", "Arbeitgeber", Kind.CODE, codes=codes_money.EMPLOYER),
        ColumnSpec("fixed_term_until", "Befristet bis", Kind.DATE),
    ),
)
MONTHLY_TOTALS = TableSpec(
    "monthly_totals",
    "monatsstatistik",
    "Monatsstatistik",
    key=("month", "dimension", "category"),
    columns=(
        ColumnSpec("month", "Monat", Kind.MONTH, required=True),
        ColumnSpec("dimension", "Merkmal", Kind.TEXT),
        ColumnSpec("category", "Ausprägung", Kind.TEXT),
        ColumnSpec("consultations", "Beratungen", Kind.WHOLE, required=True, low=0),
        ColumnSpec("persons", "Personen", Kind.WHOLE, low=0),
        ColumnSpec("new_persons", "Neue Personen", Kind.WHOLE, low=0),
    ),
)

TABLES: Mapping[str, TableSpec] = {
    table.name: table
    for table in (
        CONSULTATIONS,
        CLIENTS,
        CHAIN_STAGES,
        SLIP_ENTRIES,
        ORGANISATIONS,
        REFERRALS,
        BOOKINGS,
        POSTS,
        MONTHLY_TOTALS,
        *FURTHER,
    )
}
"""Canonical name to table, in the order of the contract."""
