"""A made-up released table of the controlling for the tests of the pictures."""

from paper_sample import released

from wiwak_eval.results import Cell, Column, ReleasedTable, Unit


def controlling_months(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("month", "Monat", Unit.MONTH),
        Column("booked", "im Monat gebucht", Unit.CENTS),
        Column("planned", "Ansatz, aufsummiert", Unit.CENTS),
        Column("actual", "gebucht, aufsummiert", Unit.CENTS),
        Column("difference", "Abweichung", Unit.CENTS),
    ]
    known: list[tuple[Cell, ...]] = [
        (f"2017-{m:02d}", 1_885_000, 1_947_500 * m, 1_885_000 * m + 400_000, 400_000 - 62_500 * m) for m in range(1, 11)
    ]
    later: list[tuple[Cell, ...]] = [(f"2017-{m}", None, 1_947_500 * m, None, None) for m in (11, 12)]
    return released("controlling_months", "Haushaltsüberwachung 2017: Auszahlungen Monat für Monat", columns, known + later, (), simulated)
