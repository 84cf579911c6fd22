"""The figures of the routing slips as two tables: one row for sentences and claims, one line a figure for readers."""

from collections.abc import Iterable

from wiwak_eval.evaluation.people import beside
from wiwak_eval.evaluation.slips.conformance import conformance_dimension
from wiwak_eval.evaluation.slips.figures import CLOSED_CARDS, CardFigures, Figure
from wiwak_eval.evaluation.slips.people import CARDS, HOLDERS, NOTEBOOK, WITH_CARD, counted, measure_of, return_dimension, slip_dimension
from wiwak_eval.evaluation.slips.timing import timing_dimension
from wiwak_eval.evaluation.slips.words import CLOSED_ONLY, COMPLETE_COUNT, CONFORMANCE, NO_SERVICE
from wiwak_eval.results import Cell, Column, GroupCell, GroupRatio, Protection, Table, Unit, build_table, key_of

ROW = "slips"
NOTES = (CLOSED_ONLY, CONFORMANCE, NO_SERVICE, COMPLETE_COUNT)

_COUNTS = (
    Column("slips", "Karten", Unit.COUNT),
    Column("slips_closed", "Karten mit abgelaufenen Fristen", Unit.COUNT),
    Column("slips_open", "Karten unterwegs oder ohne Frist", Unit.COUNT),
    Column("persons_with_slip", "Personen mit Karte", Unit.PERSONS),
    Column("new_clients", "neue Klienten", Unit.PERSONS),
    Column("new_with_slip", "davon mit Karte", Unit.PERSONS),
    Column("stations", "Stationen mit Frist", Unit.COUNT),
    Column("stations_stamped", "davon gestempelt", Unit.COUNT),
    Column("stations_late", "davon nach der Frist", Unit.COUNT),
    Column("slips_complete", "Karten mit allen Stempeln", Unit.COUNT),
    Column("slips_returned", "Karten zurück", Unit.COUNT),
)
_COLUMNS = {
    "slip": ("new_with_slip", "new_clients"),
    "stamped": ("stations_stamped", "stations"),
    "late": ("stations_late", "stations_stamped"),
    "order": ("", ""),
    "complete": ("slips_complete", "slips_closed"),
    "conformance": ("", "slips_closed"),
    "returned": ("slips_returned", "slips_closed"),
}
"""Columns of part and whole of each figure."""
_LABELS = {
    "slip": ("Anteil neuer Klienten mit Karte", "neue Klienten mit Laufkarte", "neue Klienten"),
    "stamped": ("Anteil gestempelt", "gestempelte Stationen", "Stationen mit Frist"),
    "late": ("Anteil nach der Frist", "Stempel nach der Frist", "gestempelte Stationen"),
    "order": ("Anteil in der Reihenfolge", "Schritte in der Reihenfolge der Karte", "prüfbare Schritte"),
    "complete": ("Anteil mit allen Stempeln", "Karten mit allen Stempeln", "abgelaufene Karten"),
    "conformance": ("Erfüllungsgrad, Mittel", "Erfüllungsgrad einer Karte, Mittel", "abgelaufene Karten"),
    "returned": ("Anteil zurück", "Karten, die zurückkamen", "abgelaufene Karten"),
}
"""Head of the share; the figure and what it is a share of, in words."""


def figures_table(found: CardFigures) -> Table:
    """Table `slip_figures`: one row `slips` with every count, share and interval; what the data do not carry is missing."""
    columns = (Column("key", "Schlüssel", Unit.TEXT), *_COUNTS, *(column for name in _COLUMNS for column in _share_columns(name)))
    cards, closed = found.cards, found.cards[found.cards["closed"]]
    values: dict[str, Cell] = {"key": ROW, "slips_open": len(cards) - len(closed), "persons_with_slip": cards["client_id"].nunique()}
    cells = {"slips": counted(0, "slips", CARDS, (), cards), "slips_closed": counted(0, "slips_closed", *CLOSED_CARDS, closed)}
    cells["persons_with_slip"] = _holders(found)
    values |= {"slips": len(cards), "slips_closed": len(closed)}
    ratios: list[GroupRatio] = []
    for figure in found.figures:
        for column, place, rows in zip(_COLUMNS[figure.name], (figure.over, figure.under), (figure.part, figure.whole), strict=True):
            if rows is not None:
                left_out = figure.left_out if rows is figure.part else ()
                values[column], cells[column] = len(rows), beside(counted(0, column, *place, rows), *left_out)
        names = [column.name for column in _share_columns(figure.name)]
        values |= dict(zip(names, _rounded(figure), strict=True))
        ratios += figure.ratios(0, *names)
    row = [values.get(column.name) for column in columns]
    protection = _protection(cells.values(), ratios, everybody=("slips_open",))
    return build_table("slip_figures", "Die Laufkarte: Kennzahlen", columns, [row], NOTEBOOK, NOTES, (), protection)


def summary_table(found: CardFigures) -> Table:
    """Table `slip_summary`: the same, one line a figure, to be read."""
    cards, closed = found.cards, found.cards[found.cards["closed"]]
    rows: list[tuple[Cell, ...]] = [("closed", "Karten mit abgelaufenen Fristen", len(closed), len(cards), "alle Karten", None, None, None)]
    cells = [counted(0, "count", *CLOSED_CARDS, closed), counted(0, "of", CARDS, (), cards)]
    ratios: list[GroupRatio] = []
    for row, figure in enumerate(found.figures, start=1):
        count, of = (None if part is None else len(part) for part in (figure.part, figure.whole))
        rows.append((figure.name, _LABELS[figure.name][1], count, of, _LABELS[figure.name][2], *_rounded(figure)))
        cells += [] if figure.part is None else [beside(counted(row, "count", *figure.over, figure.part), *figure.left_out)]
        cells += [] if figure.whole is None else [counted(row, "of", *figure.under, figure.whole)]
        ratios += figure.ratios(row, "share", "low", "high")
    columns = (
        Column("key", "Schlüssel", Unit.TEXT),
        Column("label", "Größe", Unit.TEXT),
        Column("count", "Anzahl", Unit.COUNT),
        Column("of", "von", Unit.COUNT),
        Column("base", "wovon", Unit.TEXT),
        Column("share", "Anteil", Unit.SHARE, 0),
        Column("low", "95-%-Bereich von", Unit.SHARE, 0),
        Column("high", "bis", Unit.SHARE, 0),
    )
    return build_table("slip_summary", "Die Laufkarte in Zahlen", columns, rows, NOTEBOOK, NOTES, (), _protection(cells, ratios))


def _holders(found: CardFigures) -> GroupCell:
    """Persons with a card; beside the new clients with one they must not tell the few who are not new."""
    people = found.cards.drop_duplicates("client_id")
    new = next((figure.part for figure in found.figures if figure.name == "slip" and figure.part is not None), people)
    cell = counted(0, "persons_with_slip", HOLDERS, key_of({"slip_given": WITH_CARD}), people)
    return beside(cell, people[~people["client_id"].isin(new["client_id"])])


def _share_columns(name: str) -> tuple[Column, ...]:
    share = name if name == "conformance" else f"{name}_share"
    heads = ((share, _LABELS[name][0]), (f"{name}_low", "95-%-Bereich von"), (f"{name}_high", "bis"))
    return tuple(Column(column, head, Unit.SHARE, 0) for column, head in heads)


def _rounded(figure: Figure) -> tuple[Cell, Cell, Cell]:
    low, high = figure.interval or (None, None)
    share, low, high = (None if value is None else round(value, 6) for value in (figure.share, low, high))
    return share, low, high


def _protection(cells: Iterable[GroupCell], ratios: list[GroupRatio], everybody: tuple[str, ...] = ()) -> Protection:
    """Every measure counted, or named by a share: those of means and of drawn limits are never printed as numbers."""
    counts = tuple(cells)
    places = (place for ratio in ratios for place in (ratio.numerator, ratio.denominator))
    names = dict.fromkeys((*(cell.measure for cell in counts), *(measure for measure, _ in places)))
    dimensions = (conformance_dimension(), timing_dimension(), return_dimension(), slip_dimension())
    return Protection(dimensions, tuple(map(measure_of, names)), counts, tuple(ratios), everybody=everybody)
