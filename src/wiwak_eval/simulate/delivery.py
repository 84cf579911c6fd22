"""The delivery as a folder: a CSV file for each table, `lieferung.yaml`, the truth, and a README that says what this is."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from wiwak_eval import german
from wiwak_eval.records import TABLES
from wiwak_eval.records.facts import FACTS
from wiwak_eval.results import SIMULATED_MARK
from wiwak_eval.simulate.calendar import DELIVERED_ON, FIRST_DAY, LAST_DAY
from wiwak_eval.simulate.faults import ClericalFault, with_faults
from wiwak_eval.simulate.parameters import ADAPTER, pilot_parameters
from wiwak_eval.simulate.writing import Rows, csv_bytes, german_rows
from wiwak_eval.simulate.year import SimulatedYear, simulate

PILOT_SEED = 2017
"""Seed of the shipped year: the year itself, fixed before any result was seen."""

AUTHORITY = "Landkreis Wartburgkreis (SIMULIERT)"


def simulate_delivery(seed: int, folder: Path) -> SimulatedYear:
    """Simulate a year with the pilot's parameters and write it to `folder`, which is made where it does not exist."""
    year = simulate(seed, pilot_parameters())
    write_delivery(year, folder)
    return year


def write_delivery(year: SimulatedYear, folder: Path) -> None:
    """Write a year as the county would deliver it, clerical faults and all; files of the same names are replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in delivery_files(year).items():
        (folder / name).write_bytes(content)


def delivered(year: SimulatedYear) -> tuple[Mapping[str, Rows], tuple[ClericalFault, ...]]:
    """The rows as written, by canonical table name, and the clerical faults in them."""
    return with_faults({name: german_rows(TABLES[name], frame) for name, frame in year.tables.items()})


def delivery_files(year: SimulatedYear) -> dict[str, bytes]:
    """File name to content of the whole delivery."""
    rows, faults = delivered(year)
    files = {f"{TABLES[name].german}.csv": csv_bytes(TABLES[name], table) for name, table in rows.items()}
    return files | {
        "lieferung.yaml": delivery_facts(FIRST_DAY, LAST_DAY, DELIVERED_ON).encode(),
        "true_parameters.json": _truth(year, faults).encode(),
        "README.md": _readme(year.seed, faults).encode(),
    }


def delivery_facts(first: date, last: date, delivered_on: date) -> str:
    """The text of `lieferung.yaml` for a period."""
    values = {
        "authority": f'"{AUTHORITY}"',
        "period_from": german.day(first),
        "period_to": german.day(last),
        "delivered_on": german.day(delivered_on),
        "simulated": "ja",
        "first_project_month": f"{FIRST_DAY:%m/%Y}",
        "licence": "CC0-1.0",
    }
    return f"# {SIMULATED_MARK}\n" + "".join(f"{fact.header}: {values[fact.name]}\n" for fact in FACTS if fact.name in values)


def _truth(year: SimulatedYear, faults: tuple[ClericalFault, ...]) -> str:
    content = {
        "mark": SIMULATED_MARK,
        "seed": year.seed,
        "period": [FIRST_DAY.isoformat(), LAST_DAY.isoformat()],
        "parameters": ADAPTER.dump_python(year.truth, mode="json"),
        "faults": [asdict(fault) for fault in faults],
        "true_rows": {name: len(frame) for name, frame in year.tables.items()},
        "true_consultations_by_month": _by_month(year),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _by_month(year: SimulatedYear) -> dict[str, int]:
    totals = year.tables["monthly_totals"]
    return {str(month): int(count) for month, count in zip(totals["month"], totals["consultations"], strict=True)}


def _readme(seed: int, faults: tuple[ClericalFault, ...]) -> str:
    rejected = sum(fault.action == "rejected" for fault in faults)
    return f"""# Pilotjahr – SIMULIERT

**{SIMULATED_MARK}.**

Vom Willkommenscenter Wartburgkreis (WiWAK) sind keine Einzeldaten öffentlich. Diese Lieferung ist mit `wiwak simulate` aus
öffentlichen Eckwerten und ausgewiesenen Annahmen erzeugt (Startwert {seed}). Keine Zeile beschreibt einen Menschen, eine Stelle oder
eine Buchung, die es gibt. Die Namen der Organisationen sind Gattungsnamen.

* `lieferung.yaml` und die CSV-Dateien: die Lieferung, wie ein Landkreis sie übergäbe (UTF-8, Semikolon, deutsche Formate).
* `haushaltsansaetze.csv`, `bescheide.csv`, `ziele.csv`: Ansätze, Bescheide und Ziele, alle angenommen und zueinander passend gewählt;
  veröffentlicht ist davon nichts.
* `true_parameters.json`: die wahren Werte, aus denen die Daten gezogen sind, je Wert mit Einheit, Herkunft und Status (`read` gelesen,
  `derived` abgeleitet, `assumed` angenommen), und die absichtlich enthaltenen Schreibfehler: {rejected} Zeilen werden von der Prüfung
  verworfen, {len(faults) - rejected} Werte geleert. Wegen der verworfenen Zeilen weicht die Monatsstatistik in einzelnen Monaten um eins
  von den Einzelzeilen ab.
* Gegenüberstellung mit veröffentlichten Zahlen: `docs/simulation.md`.

Lizenz der simulierten Daten: CC0-1.0.
"""
