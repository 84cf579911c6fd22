"""Writes the German log of all assumptions, `docs/annahmen.md`: `python -m wiwak_eval.assumptions.log`."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from wiwak_eval import german
from wiwak_eval.assumptions.loading import load_file, load_scenario
from wiwak_eval.assumptions.model import Assumption, DatedValue, Patch, Scenario
from wiwak_eval.assumptions.pay_names import is_pay_row
from wiwak_eval.assumptions.pay_tables import pay_sections
from wiwak_eval.assumptions.table import KINDS, QUALITIES, STATUSES, range_text, source_text
from wiwak_eval.assumptions.units import unit_text, value_text
from wiwak_eval.shipped import shipped

TOPICS = {
    "pay": "Tabellenentgelte",
    "annual_bonus": "Jahressonderzahlung",
    "social_insurance": "Sozialversicherung und Zusatzversorgung",
    "employment": "Beschäftigung und Abgaben",
    "workload": "Arbeitsaufwand und Stellen",
    "posts": "Öffnung, Stellen, Beschäftigungsform",
    "costs": "Sachkosten",
    "funding": "Finanzierung",
    "grants": "Bedingungen der Zuwendung",
    "budget_lines": "Haushaltsstellen",
    "deadlines": "Fristen",
    "forecast": "Prognose",
    "levers": "Stellschrauben der Politik",
    "recording": "Erfassung",
    "access": "Wer erreicht wird",
    "chain": "Integrationskette",
    "inflow": "Zugang neuer Ratsuchender",
    "asylum": "Asylzahlen und Verteilung",
    "risk": "Unsicherheit des Haushalts",
    "transfer": "Übertragung auf andere Landkreise",
    "preconditions": "Voraussetzungen der Übertragung",
    "break_even": "Schwellenwert der Grundsicherung",
}
"""File and its heading, in the order of the log; other files follow under their own name."""

SCENARIOS = ("basis", "niedrig", "hoch", "stress")
_INTRODUCTION = """\
# Annahmen

Diese Seite ist erzeugt und wird nicht von Hand geändert. Geändert werden die Dateien unter `data/assumptions` und `data/scenarios`;
danach: `python -m wiwak_eval.assumptions.log > docs/annahmen.md`. Ein Landkreis ändert nichts davon: Seine eigenen Werte stehen in
`annahmen.csv` oder `annahmen.yaml` und gehen vor ([Handbuch](handbuch.md)).

Jeder Wert hat einen Tag, ab dem er gilt, einen Tag, seit dem er bekannt sein konnte, und eine Quelle. Eine Auswertung sieht nur,
was an ihrem Stichtag bekannt war. Ein Wert gilt bis zum nächsten oder bis zum genannten letzten Tag; wo keiner gilt, meldet die
Rechnung eine Lücke.

* **Stand** *gelesen*: die Zahl stand in der Quelle. *Abgeleitet*: aus gelesenen Zahlen errechnet, nicht amtlich. *Nicht geprüft*:
  gesetzt oder Allgemeinwissen; vor jeder Verwendung zu bestätigen.
* **Art**: Rechtsnorm, Tarif oder Vertrag, gemessen, Fachquelle oder Annahme.
* **Güte** nennt das Urteil dessen, der den Wert eingetragen hat. *Hoch*: Gesetz, Vertrag oder Messung, in der Quelle gelesen, oder eine
  eigene Festlegung. *Mittel*: abgeleitet, interpoliert, aus zweiter Hand oder Urteil von Fachleuten. *Gering*: eigene Annahme oder nicht
  geprüft.
* In Klammern steht die Spanne, mit der die Unsicherheitsrechnung arbeitet.

Ein neuer Wert wird unter `values` angefügt, nicht überschrieben: so bleibt nachrechenbar, was früher bekannt war. Fehlt eine Quelle oder
ist ein Datum falsch, nennt das Programm Datei und Zeile; `data/assumptions/schema.json` prüft in vielen Editoren schon beim Schreiben.
"""
_HEADER = ("Kennung", "Annahme", "Wert", "Einheit", "gilt ab", "bis", "bekannt seit", "Art", "Stand", "Güte", "Quelle")


def log_page(data: Path) -> str:
    """The page as Markdown. data: the folder that holds `assumptions` and `scenarios`. Raises GermanError."""
    files = {path.stem: path for path in sorted((data / "assumptions").glob("*.yaml"))}
    order = [name for name in TOPICS if name in files] + [name for name in files if name not in TOPICS]
    parts = [_INTRODUCTION]
    for name in order:
        parts.append(_topic(TOPICS.get(name, name), load_file(files[name]).values()))
    scenarios = [load_scenario(data / "scenarios", name) for name in SCENARIOS]
    parts.append("## Szenarien\n\n" + "\n".join(_scenario(scenario) for scenario in scenarios))
    parts.append((data / "assumptions" / "FEHLT.md").read_text(encoding="utf-8"))
    return "\n".join(parts)


def markdown(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a pipe in a cell is escaped."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _topic(title: str, entries: Iterable[Assumption]) -> str:
    listed = list(entries)
    rows = [_row(entry, value) for entry in listed if not is_pay_row(entry.id) for value in entry.values]
    sections = "".join(f"{text}\n\n{markdown(header, body)}\n" for text, header, body in pay_sections(listed))
    return f"## {title}\n\n{sections}{markdown(_HEADER, rows)}"


def _row(entry: Assumption, value: DatedValue) -> tuple[str, ...]:
    return (
        f"`{entry.id}`",
        _label(entry),
        range_text(value, entry.unit),
        unit_text(entry.unit),
        german.day(value.valid_from),
        german.day(value.valid_to) if value.valid_to else "",
        german.day(value.known_since),
        KINDS[value.kind],
        STATUSES[value.status],
        QUALITIES[value.quality],
        source_text(value.source),
    )


def _label(entry: Assumption) -> str:
    remarks = [f"es entscheidet: {entry.owner}"] if entry.owner else []
    remarks += ["verschiebt nur zwischen Kreisen"] if entry.between_counties else []
    remarks += [f"zu prüfen bis {german.day(entry.review_by)}"] if entry.review_by else []
    return f"{entry.label} ({'; '.join(remarks)})" if remarks else entry.label


def _scenario(scenario: Scenario) -> str:
    heading = f"### {scenario.label} (`{scenario.id}`)\n\n{scenario.description}\n"
    if not scenario.patches:
        return heading
    return f"{heading}\n{markdown(('Annahme', 'Änderung', 'ab', 'Grund'), map(_patch, scenario.patches))}"


def _patch(patch: Patch) -> tuple[str, ...]:
    change = f"× {value_text(patch.multiply, 'factor')}" if patch.multiply is not None else f"= {patch.set}"
    return (f"`{patch.id}`", change, german.day(patch.valid_from) if patch.valid_from else "durchgehend", patch.reason)


if __name__ == "__main__":
    sys.stdout.write(log_page(shipped("data")))
