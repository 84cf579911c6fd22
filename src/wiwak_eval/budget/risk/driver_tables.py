"""Tables of what drives the cost: inputs, one at a time, all together."""

from collections.abc import Sequence
from decimal import Decimal

from wiwak_eval import german
from wiwak_eval.assumptions.table import STATUSES
from wiwak_eval.assumptions.units import unit_text, value_text
from wiwak_eval.budget.risk.inputs import CASELOAD, Floats, Inputs
from wiwak_eval.budget.risk.known_ranges import MEASURED
from wiwak_eval.budget.risk.orders import Ranked
from wiwak_eval.budget.risk.quantile_tables import NOTEBOOK
from wiwak_eval.budget.risk.quantiles import printed
from wiwak_eval.budget.risk.sobol import Part
from wiwak_eval.budget.risk.tornado import ENDS, Swing
from wiwak_eval.money import Cents
from wiwak_eval.results import Cell, Column, Table, Unit, build_table

CONTACTS = "contacts/year"
STATUS = STATUSES | {MEASURED: "gemessen", CASELOAD: "Prognose"}
DIGITS = 4
"""Significant digits of a printed end of a range."""


ONE_PATH = (
    "Fallzahl: der Verlauf, dessen Summe beider Jahre auf P10 oder P90 liegt. Gezeigt sind die zwei Jahre dieses einen Verlaufs, nicht P10 "
    "und P90 jedes Jahres für sich; jene Spannen stehen bei der Prognose."
)


def name_of(inputs: Inputs, id: str) -> str:
    """German name of an input; of one that was measured without the words for where it was not."""
    if id == CASELOAD:
        return "Fallzahl beider Jahre"
    given = next(value for value in inputs.values if value.id == id)
    return given.label.split(", wo ")[0] if given.status == MEASURED else given.label


def status_of(inputs: Inputs, id: str) -> str:
    """How well it is known, in German."""
    return STATUS[CASELOAD if id == CASELOAD else next(given.status for given in inputs.values if given.id == id)]


def risk_inputs(inputs: Inputs, years: Sequence[int], read: Sequence[str]) -> Table:
    """Everything that is drawn, with its range."""
    ends, central = inputs.at_quantiles(ENDS), {CASELOAD: inputs.contacts} | {given.id: given.central for given in inputs.values}
    rows: list[list[Cell]] = []
    for id in inputs.uncertain:
        given = next((value for value in inputs.values if value.id == id), None)
        unit = CONTACTS if given is None else given.unit
        sides = (ends[id][:, 0], central[id], ends[id][:, 1]) if given is None else (given.low, central[id], given.high)
        shown = [_by_year(side, unit, years) for side in sides]
        kind = "Verläufe der Prognose (P10 und P90)" if given is None else "Dreieck"
        rows.append([id, name_of(inputs, id), _unit(unit), *shown, kind, status_of(inputs, id)])
    columns = (
        Column("key", "Kennung", Unit.TEXT),
        Column("label", "Größe", Unit.TEXT),
        Column("unit", "Einheit", Unit.TEXT),
        Column("low", "niedrig", Unit.TEXT),
        Column("central", "Plan", Unit.TEXT),
        Column("high", "hoch", Unit.TEXT),
        Column("distribution", "Verteilung", Unit.TEXT),
        Column("status", "Stand", Unit.TEXT),
    )
    notes = (
        "Jede Größe wird unabhängig von den anderen gezogen, für beide Jahre mit derselben Zufallszahl: Beide Tarifrunden, beide "
        "Preisstände und beide Jahre eines Verlaufs der Fallzahl gehören zusammen.",
        "Dreieck: am wahrscheinlichsten ist der Planwert, unter „niedrig“ und über „hoch“ liegt nichts. Gemessene Mittelwerte schwanken um "
        "den Stichprobenfehler.",
        ONE_PATH,
    )
    return build_table("risk_inputs", "Was schwankt, und in welchem Bereich", columns, rows, NOTEBOOK, notes, read)


def tornado(swings: Sequence[Swing], planned: Cents, inputs: Inputs, years: Sequence[int], read: Sequence[str]) -> Table:
    """Total cost of both years with one input at a time at its ends; the last row is the plan, in cents."""
    ends, units = inputs.at_quantiles(ENDS), {given.id: given.unit for given in inputs.values} | {CASELOAD: CONTACTS}
    rows: list[list[Cell]] = []
    for swing in swings:
        low, high = (_by_year(ends[swing.id][:, place], units[swing.id], years) for place in (0, 1))
        unit = _unit(units[swing.id])
        span = f"{low} bis {high}{f' {unit}' if unit else ''}"
        amounts = (printed(cents) for cents in (swing.low, swing.high, swing.size, abs(swing.county_high - swing.county_low)))
        rows.append([swing.id, name_of(inputs, swing.id), span, *amounts, status_of(inputs, swing.id)])
    rows.append(["plan", "Plan, alle Größen auf dem Planwert", "", printed(planned), printed(planned), 0, 0, ""])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Größe", Unit.TEXT),
        Column("span", "von (P10) bis (P90)", Unit.TEXT),
        Column("low", "Kosten bei P10", Unit.CENTS),
        Column("high", "Kosten bei P90", Unit.CENTS),
        Column("swing", "Unterschied", Unit.CENTS),
        Column("county", "davon Landkreis, bar", Unit.CENTS),
        Column("status", "Stand", Unit.TEXT),
    )
    notes = (
        "Je Zeile steht eine Größe auf ihrem unteren und oberen Ende (P10 und P90 ihrer Verteilung), alle anderen auf dem Planwert.",
        "Kosten beider Jahre zusammen, auf 100 € gerundet. Landkreis, bar: wenn das Land ab Januar des ersten Jahres zahlt (angenommen).",
        ONE_PATH,
    )
    return build_table("tornado", "Was die Kosten einzeln bewegt", columns, rows, NOTEBOOK, notes, read)


def sobol(ranked: Sequence[Ranked], unmeasured: Part, summary: str, inputs: Inputs, read: Sequence[str]) -> Table:
    """Shares of the variance beside the places of both orders; the last row sums up what nobody measured."""
    rows: list[list[Cell]] = [
        [
            one.id,
            name_of(inputs, one.id),
            one.swing_place,
            one.sobol_place,
            _share(one.part.first),
            _share(one.part.total),
            one.reading,
            status_of(inputs, one.id),
        ]
        for one in ranked
    ]
    words = "alles, was niemand gemessen hat, zusammen"
    rows.append(["unmeasured", words, None, None, _share(unmeasured.first), _share(unmeasured.total), "Annahmen und Ungeprüftes", ""])
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Größe", Unit.TEXT),
        Column("swing_rank", "Platz einzeln", Unit.COUNT),
        Column("sobol_rank", "Platz zusammen", Unit.COUNT),
        Column("first", "Anteil an der Streuung", Unit.SHARE, 1),
        Column("total", "mit Wechselwirkungen", Unit.SHARE, 1),
        Column("reading", "warum die Plätze abweichen", Unit.TEXT),
        Column("status", "Stand", Unit.TEXT),
    )
    notes = (
        summary,
        "Anteil an der Streuung (Varianz) der Gesamtkosten beider Jahre nach Sobol, alle Größen zugleich in Bewegung. Abweichungen unter "
        "einem Prozentpunkt sind Rechengenauigkeit.",
        "Die Fallzahl zählt als Prognose. Auch sie ruht auf Annahmen; welche, zeigt Notebook 05.",
    )
    return build_table("sobol", "Woher die Unsicherheit der Kosten kommt", columns, rows, NOTEBOOK, notes, read)


def _share(value: float) -> float:
    """Estimates scatter around nought; a share below it is none."""
    return max(value, 0.0)


def _unit(unit: str) -> str:
    return {"share": "", "factor": "", CONTACTS: "Beratungen"}.get(unit, unit_text(unit))


def _by_year(values: Sequence[float] | Floats, unit: str, years: Sequence[int]) -> str:
    """One value, or one a year where they differ."""
    texts = [_text(float(value), unit) for value in values]
    if len(set(texts)) == 1:
        return texts[0]
    return "; ".join(f"{text} ({year})" for text, year in zip(texts, years, strict=True))


def _text(value: float, unit: str) -> str:
    if unit == CONTACTS:
        return german.number(round(value))
    return value_text(Decimal(f"{value:.{DIGITS}g}"), unit)
