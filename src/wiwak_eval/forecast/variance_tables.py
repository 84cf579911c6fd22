"""The variance report as tables."""

from collections.abc import Iterator, Sequence

from scipy.stats import binomtest

from wiwak_eval import german
from wiwak_eval.forecast.book import HIGH, LOW, BookEntry
from wiwak_eval.forecast.deviation import BREAK, POLICY, REVISION, ComparedMonth, Comparison
from wiwak_eval.results import Cell, Column, NotAssessable, Table, Unit, build_table

NOTEBOOK = "05_fallzahlprognose"
ORIENTATION = "Abweichung: tatsächlich minus Planwert; über null kamen mehr Beratungen als geplant."
MANY = "Von 100 Monaten liegen auch bei einer richtigen Prognose etwa 20 außerhalb des 80-%-Bereichs."
CAUSES = (
    "Ursache: „Zugang“ neue Personen, „Verbleib“ wiederkehrende Personen, „Kontakte je Person“ Beratungen je Person im Monat; genannt "
    "wird der größte Anteil in Richtung der Abweichung. Innerhalb der Spanne (80-%-Bereich) braucht es keine."
)
MARKS = {
    POLICY: "Rechtsänderung: Seit der Prognose wirkt eine Änderung des Rechts oder der Verfahren.",
    BREAK: "Erfassung umgestellt: Solche Monate werden genannt, aber nicht verglichen.",
}


def months_table(found: Comparison) -> Table:
    """Each later month: plan, 80 % range, actual, deviation, inside or not, marks, cause."""
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("planned", "Planwert", Unit.CONTACTS),
        Column("p10", "80-%-Bereich von", Unit.CONTACTS),
        Column("p90", "80-%-Bereich bis", Unit.CONTACTS),
        Column("actual", "tatsächlich", Unit.CONTACTS),
        Column("deviation", "Abweichung", Unit.CONTACTS),
        Column("deviation_share", "Abweichung in %", Unit.SHARE, 1),
        Column("inside", "im 80-%-Bereich", Unit.TEXT),
        Column("mark", "Vermerk", Unit.TEXT),
        Column("cause", "Ursache", Unit.TEXT),
    )
    title = "Abweichungsbericht: Prognose und tatsächliche Beratungen je Monat"
    notes = (_source(found.entry), ORIENTATION, MANY, CAUSES, *_mark_notes(found))
    return build_table("variance_months", title, columns, map(_month_row, found.months), NOTEBOOK, notes=notes, assumptions=_read(found))


def _month_row(item: ComparedMonth) -> Sequence[Cell]:
    forecast = (item.month, _short(item.planned), _short(item.low), _short(item.high), item.actual)
    mark = ", ".join(item.marks) or None
    if not item.compared:
        return (*forecast, None, None, "nicht verglichen", mark, item.cause)
    share = item.deviation / item.planned if item.planned else None
    return (*forecast, _short(item.deviation), _short(share), "ja" if item.inside else "nein", mark, item.cause)


def sums_table(found: Sequence[Comparison]) -> Table | NotAssessable:
    """Sums of each year so far, and once a budget year is over whether its total lies in the 80 % range.

    A year is held against the last forecast from before the year, which the budget came from; where there is none, against the oldest.
    """
    usable = [one for one in found if one.usable]
    if not usable:
        return _all_broken()
    columns = (
        Column("year", "Jahr", Unit.TEXT),
        Column("made_on", "Prognose vom", Unit.TEXT),
        Column("span", "Monate", Unit.TEXT),
        Column("planned", "Planwert bisher", Unit.CONTACTS),
        Column("actual", "tatsächlich bisher", Unit.CONTACTS),
        Column("deviation", "Abweichung", Unit.CONTACTS),
        Column("deviation_share", "Abweichung in %", Unit.SHARE, 1),
        Column("year_planned", "Planwert des Jahres", Unit.CONTACTS),
        Column("year_p10", "80-%-Bereich von", Unit.CONTACTS),
        Column("year_p90", "80-%-Bereich bis", Unit.CONTACTS),
        Column("inside", "im 80-%-Bereich", Unit.TEXT),
    )
    notes = (
        "Verglichen wird jedes Jahr mit der letzten Prognose aus der Zeit davor, sonst mit der ältesten im Buch.",
        ORIENTATION,
        "Planwert und Bereich eines Jahres stehen nur bei Haushaltsjahren; ob das Jahr im Bereich liegt, zeigt sich mit dem Dezember.",
    )
    title = "Abweichungsbericht: Summen im Jahr"
    years = sorted({item.month[:4] for one in usable for item in one.usable})
    chosen = [(year, _forecast_of(year, usable)) for year in years]
    rows = [_sum_row(year, one) for year, one in chosen]
    read = {id for _, one in chosen for id in _read(one)}
    return build_table("variance_sums", title, columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def _forecast_of(year: str, usable: Sequence[Comparison]) -> Comparison:
    covering = [one for one in usable if any(item.month.startswith(year) for item in one.usable)]
    before = [one for one in covering if one.entry.last_observed < f"{year}-01"]
    return before[-1] if before else covering[0]


def _sum_row(year: str, found: Comparison) -> Sequence[Cell]:
    items = [item for item in found.usable if item.month.startswith(year)]
    planned, actual = sum(item.planned for item in items), sum(item.actual for item in items)
    share = (actual - planned) / planned if planned else None
    made_on = german.day(found.entry.made_on)
    so_far = (year, made_on, _span(items), _short(planned), actual, _short(actual - planned), _short(share))
    whole = next((item for item in found.entry.years if str(item.year) == year), None)
    if whole is None:
        return (*so_far, None, None, None, None)
    low, high = whole.quantiles[LOW], whole.quantiles[HIGH]
    inside = None if len(items) < 12 else "ja" if low <= actual <= high else "nein"
    return (*so_far, _short(whole.planned), _short(low), _short(high), inside)


def _span(items: Sequence[ComparedMonth]) -> str:
    names = [german.month(item.month).split()[0] for item in items]
    return names[0] if len(names) == 1 else f"{names[0]} bis {names[-1]}"


def causes_table(found: Comparison) -> Table | NotAssessable:
    """Deviations taken apart into new persons, returning persons and contacts per person."""
    parts = [(item, item.parts) for item in found.usable if item.parts is not None]
    if not parts:
        return NotAssessable(
            "nicht auswertbar: Ohne Personen und neue Personen in Prognose und Lieferung lässt sich eine Abweichung nicht zerlegen."
        )
    columns = (
        Column("month", "Monat", Unit.MONTH),
        Column("deviation", "Abweichung", Unit.NUMBER, 1),
        Column("new", "davon Zugang", Unit.NUMBER, 1),
        Column("returning", "davon Verbleib", Unit.NUMBER, 1),
        Column("per_person", "davon Kontakte je Person", Unit.NUMBER, 1),
    )
    rows = [(item.month, *map(_short, (item.deviation, part.new, part.returning, part.per_person))) for item, part in parts]
    notes = (
        _source(found.entry),
        "Beratungen = (neue + wiederkehrende Personen) × Kontakte je Person; die drei Anteile ergeben zusammen die Abweichung.",
    )
    title = "Abweichungsbericht: woraus die Abweichung besteht"
    return build_table("variance_causes", title, columns, rows, NOTEBOOK, notes=notes, assumptions=_read(found))


def record_table(found: Sequence[Comparison]) -> Table | NotAssessable:
    """Every earlier forecast: share of months inside with its exact interval, mean deviation and mean absolute deviation."""
    usable = [one for one in found if one.usable]
    if not usable:
        return _all_broken()
    columns = (
        Column("entry", "Eintrag", Unit.TEXT),
        Column("made_on", "Prognose vom", Unit.TEXT),
        Column("method", "Verfahren", Unit.TEXT),
        Column("months", "Monate", Unit.COUNT),
        Column("inside", "im 80-%-Bereich", Unit.COUNT),
        Column("inside_share", "Anteil", Unit.SHARE, 0),
        Column("inside_low", "Anteil von", Unit.SHARE, 0),
        Column("inside_high", "Anteil bis", Unit.SHARE, 0),
        Column("bias", "mittlere Abweichung", Unit.NUMBER, 1),
        Column("mae", "mittlerer Betrag", Unit.NUMBER, 1),
    )
    notes = (
        ORIENTATION,
        "Anteil von, bis: 95-%-Bereich des Anteils (exakt, Clopper-Pearson). Er gilt für unabhängige Monate; Monate einer Prognose und "
        "dieselben Monate mehrerer Prognosen hängen zusammen, der wahre Bereich ist breiter.",
    )
    rows: list[Sequence[Cell]] = [
        (one.entry.id, german.day(one.entry.made_on), one.entry.method_label, *_record(one.usable)) for one in usable
    ]
    if len(usable) > 1:
        rows.append(("alle", None, None, *_record([item for one in usable for item in one.usable])))
    title = "Frühere Prognosen im Prognosebuch und was kam"
    read = sorted({id for one in usable for id in _read(one)})
    return build_table("forecast_record", title, columns, rows, NOTEBOOK, notes=notes, assumptions=read)


def _record(items: Sequence[ComparedMonth]) -> Sequence[Cell]:
    inside, cases = sum(item.inside for item in items), len(items)
    interval = binomtest(inside, cases).proportion_ci(method="exact")
    bias, mae = sum(item.deviation for item in items) / cases, sum(abs(item.deviation) for item in items) / cases
    return (cases, inside, *map(_short, (inside / cases, float(interval.low), float(interval.high), bias, mae)))


def _all_broken() -> NotAssessable:
    return NotAssessable("nicht auswertbar: Seit der Prognose wurde die Erfassung umgestellt; die Monate danach sind nicht vergleichbar.")


def _source(entry: BookEntry) -> str:
    return (
        f"Verglichen wird mit der Prognose vom {german.day(entry.made_on)} aus Monaten bis {german.month(entry.last_observed)} "
        f"(Lieferung „{entry.delivery}“, Verfahren: {entry.method_label}, Eintrag {entry.id})."
    )


def _mark_notes(found: Comparison) -> Iterator[str]:
    marks = {mark for item in found.months for mark in item.marks}
    yield from (text for mark, text in MARKS.items() if mark in marks)
    if REVISION in marks:
        revised = ", ".join(german.month(month) for month in found.revised)
        yield f"Datenberichtigung: Monate, aus denen die Prognose entstand, haben jetzt andere Zahlen ({revised})."


def _read(found: Comparison) -> tuple[str, ...]:
    """Ids of the assumptions the forecast was made with."""
    return tuple(sorted({item.id for item in found.entry.assumptions if not item.id.startswith("@") and not item.id.endswith("*")}))


def _short(value: float | None) -> float | int | None:
    """Whole numbers as such, others with six decimals."""
    return None if value is None else int(value) if float(value).is_integer() else round(value, 6)
