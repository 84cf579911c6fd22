"""`docs/simulation.md`: the simulated year beside the published figures, written from the year itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields

from wiwak_eval import german
from wiwak_eval.results import SIMULATED_MARK
from wiwak_eval.simulate import measures
from wiwak_eval.simulate.calendar import MONTHS
from wiwak_eval.simulate.delivery import delivered
from wiwak_eval.simulate.document_planning import planning_section
from wiwak_eval.simulate.later import MOST_LATER_MONTHS, draw_later, later_parameters
from wiwak_eval.simulate.later_delivery import SUFFIX, first_months, seen_clients, used_contacts
from wiwak_eval.simulate.parameters import Parameter, Status, TrueParameters, Value
from wiwak_eval.simulate.published import Comparison, comparisons
from wiwak_eval.simulate.year import SimulatedYear

STATUS_WORDS = {Status.READ: "gelesen", Status.DERIVED: "abgeleitet", Status.ASSUMED: "angenommen"}
ACTION_WORDS = {"rejected": "Zeile verworfen", "cleared": "Wert geleert"}


def simulation_document(year: SimulatedYear) -> str:
    """The whole document, German, Markdown."""
    sections = (
        _opening(year),
        _comparison_section(comparisons(year)),
        _months(year),
        planning_section(year),
        _later(year),
        _faults(year),
        _parameters(year.truth),
    )
    return "\n".join(sections)


def _opening(year: SimulatedYear) -> str:
    return f"""# Das simulierte Pilotjahr

<!-- Erzeugt von wiwak_eval.simulate.document.simulation_document aus data/pilot; nicht von Hand ändern. -->

**{SIMULATED_MARK}.**

Öffentlich ist über die Beratungen des WiWAK nur ein Satz ohne Zahl („kontinuierlich ansteigende Beratungszahlen“). Damit alle
Auswertungen laufen, ist `data/pilot` aus öffentlichen Eckwerten und ausgewiesenen Annahmen gezogen (Startwert {year.seed}, das Jahr).
Die Annahmen sind am Mittel über viele Startwerte eingestellt: Es soll steigen, weil ein neues Zentrum erst bekannt wird. Der Startwert
stand vorher fest; das Jahr, das er gibt, war beim Einstellen aber bekannt. Der Verlauf der einzelnen Monate ist nicht sortiert und nicht
geglättet. Ein anderer Startwert gibt ein anderes Jahr:
`wiwak simulate --seed 1 --out ORDNER`.
"""


def _comparison_section(rows: Sequence[Comparison]) -> str:
    lines = [
        "## Veröffentlichte Zahlen und simulierte Zahlen\n",
        "Bei den Anteilen ist zulässig, was im Stichprobenfehler (99 %) liegt; gezählt wird je Haushalt eine Person, weil ein Haushalt",
        "Titel und Herkunft teilt. Die Herkunft der Anerkannten weicht von der der Antragsteller ab; hier ist sie vereinfachend gleich.\n",
        "| Größe | veröffentlicht | Quelle | Status | simuliert | zulässig | passt? |",
        "|---|---|---|---|---:|---:|---|",
    ]
    lines += [
        f"| {row.label} | {row.published} | {row.source} | {STATUS_WORDS[row.status]} | {_value(row, row.simulated)} | "
        f"{_value(row, row.low)} bis {_value(row, row.high)} | {'ja' if row.fits else 'nein'} |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _value(row: Comparison, value: float) -> str:
    return german.percent(value, row.decimals) if row.percent else german.number(value, row.decimals)


def _months(year: SimulatedYear) -> str:
    contacts = measures.monthly_contacts(year)
    totals = year.tables["monthly_totals"]
    lines = [
        "## Die zehn Monate\n",
        "Beratungen sind Kontakte, zu denen jemand kam. Neue Personen sind solche, deren erster Kontakt überhaupt in den Monat fällt.\n",
        "| Monat | Beratungen | Personen | neue Personen |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {german.month(month)} | {count} | {seen} | {new} |"
        for month, count, seen, new in zip(MONTHS, contacts, totals["persons"], totals["new_persons"], strict=True)
    ]
    falls = [german.month(month) for month, before, count in zip(MONTHS[1:], contacts, contacts[1:], strict=False) if count <= before]
    verdict = f"nicht gestiegen ist sie in: {', '.join(falls)}" if falls else "sie ist in jedem Monat gestiegen"
    total, seen_once = german.number(sum(contacts)), measures.persons(year)
    summary = f"\nZusammen {total} Beratungen mit {seen_once} Personen. Zahl der Beratungen gegenüber dem Vormonat: {verdict}.\n"
    return "\n".join(lines) + "\n" + summary


def _later(year: SimulatedYear) -> str:
    more = later_parameters()
    known = first_months(used_contacts(year))
    counts = draw_later(year.seed, year.truth, seen_clients(year), MOST_LATER_MONTHS)
    decisions = more.positive_decisions.value
    span = f"{german.month(min(decisions))} bis {german.month(max(decisions))}"
    season = "; ".join(german.number(value, 2) for value in more.season.value)
    finding = german.number(more.finding_hazard.value, 2)
    lines = [
        "## Spätere Monate\n",
        f"`wiwak simulate --seed {year.seed} --out ORDNER --later-months 3` schreibt daneben `ORDNER{SUFFIX}`: eine spätere",
        f"Lieferung, die nur eine Monatsstatistik enthält, mit den zehn Monaten und 1 bis {MOST_LATER_MONTHS} weiteren. An ihr zeigt sich,",
        "wie eine Prognose abgeschnitten hätte. Die zehn Monate tragen die Zahlen, die die Auswertung aus den verwendbaren Zeilen zählt",
        "(Beratungen, zu denen jemand kam; neu ist, wer seit Januar 2017 zum ersten Mal kam). Die weiteren folgen denselben wahren",
        "Werten, mit eigenen Zufallszahlen und dem, was danach öffentlich wurde; keine Prognose liest das. Weniger Monate sind immer der",
        "Anfang von mehr.\n",
        "| Größe | Werte | Status | Quelle |",
        "|---|---|---|---|",
        f"| positive Entscheidungen, {span} | {'; '.join(map(german.number, decisions.values()))} | {_origin(more.positive_decisions)} |",
        f"| Beratungen im November und Dezember, Faktor | {season} | {_origin(more.season)} |",
        f"| Wahrscheinlichkeit je Monat, das Zentrum zu finden | {finding} | {_origin(more.finding_hazard)} |\n",
        "| Monat | Beratungen | Personen | neue Personen |",
        "|---|---:|---:|---:|",
    ]
    lines += [f"| {german.month(item.month)} | {item.contacts} | {item.persons} | {item.new_persons} |" for item in (known[-1], *counts)]
    return "\n".join(lines) + "\n"


def _origin(parameter: Parameter[Value]) -> str:
    return f"{STATUS_WORDS[parameter.status]} | {parameter.source}"


def _faults(year: SimulatedYear) -> str:
    lines = [
        "## Absichtliche Schreibfehler\n",
        "Damit die Prüfung etwas zu finden hat. Dieselbe Liste steht in `data/pilot/true_parameters.json`.\n",
        "| Datei | Zeile | Spalte | Regel | Folge |",
        "|---|---:|---|---|---|",
    ]
    lines += [
        f"| {fault.table}.csv | {fault.line} | {fault.column} | `{fault.rule}` | {ACTION_WORDS[fault.action]} |"
        for fault in delivered(year)[1]
    ]
    return "\n".join(lines) + "\n"


def _parameters(truth: TrueParameters) -> str:
    count = Counter(parameter.status for parameter in _all_parameters(truth))
    parts = ", ".join(f"{count[status]} {STATUS_WORDS[status]}" for status in Status)
    return f"""## Woraus gezogen wird

{sum(count.values())} wahre Werte: {parts}. Jeder steht mit Einheit, Status und Quelle in `data/pilot/true_parameters.json`
und in `src/wiwak_eval/simulate/parameters.yaml`.
"""


def _all_parameters(truth: TrueParameters) -> Iterator[Parameter[object]]:
    for topic in fields(truth):
        group = getattr(truth, topic.name)
        yield from (getattr(group, field.name) for field in fields(group))
