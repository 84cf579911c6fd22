"""The numbers that the claim of a rise is decided by, as a table."""

from wiwak_eval import german
from wiwak_eval.claims.rising import Months, Rule, backwards, rises, steps_up
from wiwak_eval.evaluation.trend.series import Series
from wiwak_eval.evaluation.trend.significance import printed_p, tested
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "08_aussagenpruefung"


def rising_table(months: Months | NotAssessable, first: str) -> Table | NotAssessable:
    """Table `claim_rising`: one row a series with rises, exact p-value and factor from month to month; refused as the months are.

    first: the first project month, as `2017-01`.
    """
    if isinstance(months, NotAssessable):
        return months
    rows: list[tuple[Cell, ...]] = []
    for series in months.series:
        row = _row(series)
        if isinstance(row, NotAssessable):
            return row
        rows.append(row)
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Reihe", Unit.TEXT),
        Column("steps", "Monatswechsel", Unit.COUNT),
        Column("rises", "Anstiege", Unit.COUNT),
        Column("p_rising", "p-Wert", Unit.NUMBER, 4),
        Column("ratio", "Faktor je Monat", Unit.NUMBER, 3),
        Column("ratio_low", "von", Unit.NUMBER, 3),
        Column("ratio_high", "bis", Unit.NUMBER, 3),
    )
    notes = (
        f"Erster Projektmonat ist {german.month(first)}: so angegeben oder, wo die Angabe fehlt, der erste Monat des Zeitraums.",
        "Anstiege: Wechsel zu einem Monat mit mehr als im Monat davor; gleich viele sind kein Anstieg.",
        "p-Wert des exakten Mann-Kendall-Tests, einseitig, mindestens 0,0001; Faktor je Monat mit 95-%-Bereich aus der "
        "Quasi-Poisson-Regression.",
        "Je Öffnungstag und je Vollzeitstelle nur, wo beides für jeden Monat geliefert ist.",
    )
    return build_table("claim_rising", "Die ersten Projektmonate: gestiegen?", columns, rows, NOTEBOOK, notes)


def rise_table(months: Months | NotAssessable, rule: Rule) -> Table | NotAssessable:
    """Table `claim_rise`: the numbers that decide both readings, in one row; refused as `rising_table`."""
    if isinstance(months, NotAssessable):
        return months
    up, down = ([rises(one, rule) for one in series] for series in (months.series, map(backwards, months.series)))
    refused = next((found for found in (*up, *down) if isinstance(found, NotAssessable)), None)
    if refused is not None:
        return refused
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Zeitraum", Unit.TEXT),
        Column("steps", "Monatswechsel", Unit.COUNT),
        Column("rises_contacts", "Anstiege der Beratungen", Unit.COUNT),
        Column("rises_persons", "Anstiege der Personen", Unit.COUNT),
        Column("series", "geprüfte Reihen", Unit.COUNT),
        Column("rising", "davon steigend", Unit.COUNT),
        Column("falling", "davon fallend", Unit.COUNT),
    )
    row = (
        "rise", "erste Projektmonate", rule.months - 1, steps_up(months.contacts), steps_up(months.persons),
        len(up), up.count(True), down.count(True),
    )  # fmt: skip
    notes = ("Steigend, fallend: nach beiden Verfahren, dem Mann-Kendall-Test und dem Faktor je Monat.",)
    title = "Woran sich die Aussage über den Anstieg entscheidet"
    return build_table("claim_rise", title, columns, [row], NOTEBOOK, notes)


def _row(series: Series) -> tuple[Cell, ...] | NotAssessable:
    found = tested(series)
    if isinstance(found, NotAssessable):
        return found
    rank, rate = found
    factor = (round(number, 6) for number in (rate.ratio, rate.low, rate.high))
    return (series.key, series.label, rank.months - 1, steps_up(series.rates), printed_p(rank.p_rising), *factor)
