"""A picture's words with the numbers of one run: the figure that the papers show."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from wiwak_eval import german
from wiwak_eval.publication.content import Figure
from wiwak_eval.publication.phrases import dated, first_known, for_years, spoken
from wiwak_eval.publication.pictures.cells import own_findings
from wiwak_eval.publication.pictures.picture import Picture
from wiwak_eval.publication.signs import signed
from wiwak_eval.results import UNPROVEN_SIGN, Finding, Provenance, ReleasedTable


def figure(picture: Picture, table: ReleasedTable, findings: Mapping[str, Finding], years: tuple[int, int]) -> Figure:
    """The figure of a released table; its neutral title where the numbers of no headline are known."""
    known = {**findings, **own_findings(table, picture.cells, years)} if picture.cells else findings
    title = first_known([dated(part, years) for part in picture.headlines], known) or picture.title
    numbers = spoken([dated(part, years) for part in picture.numbers], known, whole=True)
    return Figure(
        table.id,
        picture.chart,
        table,
        picture.title,
        title if UNPROVEN_SIGN in title else signed(title, table),
        for_years(picture.subtitle, years).replace("{zeitraum}", period(table.provenance)),
        " ".join(filter(None, (picture.alt, numbers))),
        picture.reading,
        _source(table, picture.basis),
    )


def period(origin: Provenance) -> str:
    """The period of the delivery in words: whole months by their names, else days."""
    first, last = origin.period_from, origin.period_to
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return f"{german.day(first)} bis {german.day(last)}"
    begin, end = (german.month(f"{one:%Y-%m}") for one in (first, last))
    if begin == end:
        return end
    return f"{_without_year(first) if first.year == last.year else begin} bis {end}"


def _without_year(day: date) -> str:
    return german.MONTHS[day.month - 1]


def _source(table: ReleasedTable, basis: str) -> str:
    origin = table.provenance
    days = f"{german.day(origin.period_from)} bis {german.day(origin.period_to)}"
    delivered = f"Lieferung {origin.authority}, {days}" + (", und Annahmen" if table.assumptions else "")
    return f"Quelle: {basis or delivered}; eigene Berechnung, Tabelle {table.id}"
