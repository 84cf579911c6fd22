"""The German data dictionary, built from the contract: `python -m wiwak_eval.records.dictionary > docs/datenwoerterbuch.md`."""

import sys
from collections.abc import Iterator

from wiwak_eval.records.contract import PERIOD_YEAR, ColumnSpec, Kind, TableSpec
from wiwak_eval.records.facts import FACTS
from wiwak_eval.records.tables import TABLES

KINDS = {
    Kind.TEXT: "Text",
    Kind.IDENTIFIER: "Kennung",
    Kind.CODE: "Auswahl",
    Kind.PAY_GROUP: "Entgeltgruppe (S 12, E 9b)",
    Kind.DATE: "Datum",
    Kind.MONTH: "Monat",
    Kind.WHOLE: "ganze Zahl",
    Kind.NUMBER: "Zahl",
    Kind.SHARE: "Anteil (0,75)",
    Kind.MONEY: "Betrag in Euro",
    Kind.YES_NO: "ja/nein",
}
LONGEST_LIST = 16
INTRODUCTION = """# Datenwörterbuch

Was der Kreis liefert: ein Ordner mit CSV- oder Parquet-Dateien und der Datei `lieferung.yaml`, eine Arbeitsmappe oder eine Datenbank; je
Tabelle eine Datei, ein Blatt oder eine Datenbanktabelle (oder mehrere Teile wie `beratungen_2017_1`).
Deutsche und englische Namen gelten beide; Groß- und Kleinschreibung, Leerzeichen, `_`, `-` und die Schreibung ä/ae spielen
keine Rolle. **Pflicht**: ohne die Spalte wird die Tabelle, ohne den Wert die Zeile nicht verwendet. Andere Spalten als die
hier genannten werden nicht gelesen. `-`, `k. A.`, `unbekannt` und leere Felder gelten als fehlend; leer heißt bei ja/nein: nein.

Diese Datei entsteht aus dem Programm: `python -m wiwak_eval.records.dictionary > docs/datenwoerterbuch.md`.
"""


def build_dictionary() -> str:
    """The whole document as Markdown."""
    return "\n".join([INTRODUCTION, *_facts(), *(line for table in TABLES.values() for line in _table(table))])


def _facts() -> Iterator[str]:
    yield from ("## Angaben zur Lieferung (`lieferung.yaml`)", "", "| Angabe | englisch | Pflicht | Inhalt |", "|---|---|---|---|")
    for fact in FACTS:
        required = "ja" if fact.required else "bei Echtdaten" if fact.name == "legal_basis" else ""
        yield f"| {fact.header} | `{fact.name}` | {required} | {fact.expected} |"
    yield ""


def _table(table: TableSpec) -> Iterator[str]:
    headers = [f"„{table.column(name).header}“" for name in table.key]
    key = f"Schlüssel: {' + '.join(headers)}." if headers else "Kein Schlüssel: gleiche Zeilen gelten als eigene Vorgänge."
    yield from (f"## {table.title} (`{table.german}`, englisch `{table.name}`)", "", key, "")
    yield from ("| Spalte | englisch | Pflicht | Art | Regeln |", "|---|---|---|---|---|")
    for column in table.columns:
        required = "ja" if column.required else ""
        yield f"| {column.header} | `{column.name}` | {required} | {KINDS[column.kind]} | {'; '.join(rules(column))} |"
    yield ""
    for earlier, later in table.order:
        yield from (f"„{table.column(later).header}“ liegt nicht vor „{table.column(earlier).header}“.", "")


def rules(column: ColumnSpec) -> Iterator[str]:
    """What a value of the column must be, in German; Markdown marks only codes."""
    if column.in_period:
        yield "im Zeitraum der Lieferung"
    if column.low is not None:
        top = "Jahr des Zeitraumendes" if column.high == PERIOD_YEAR else column.high
        yield f"mindestens {column.low}" if top is None else f"{column.low} bis {top}"
    if column.references:
        yield f"verweist auf „{TABLES[column.references].title}“"
    if column.codes is not None:
        names = [code.german for code in column.codes.codes]
        yield column.codes.german + ": Kürzel oder deutscher Name" if len(names) > LONGEST_LIST else ", ".join(names)
    if column.multiple:
        yield "mehrere mit `+` verbunden"
    if column.default is not None and column.kind is not Kind.YES_NO:
        yield f"fehlt die Angabe: {column.codes.german_names[str(column.default)] if column.codes else column.default}"
    if column.default is True:
        yield "fehlt die Spalte: ja"
    if column.pseudonym:
        yield "wird beim Lesen durch ein Pseudonym ersetzt"
    if column.sensitive:
        yield "wird nur gelesen, wenn die Lieferung simuliert ist oder ihre Rechtsgrundlage nennt"


if __name__ == "__main__":
    sys.stdout.write(build_dictionary())
