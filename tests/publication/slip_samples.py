"""Tables of the routing slip as a release lets them out, one row of them hidden."""

from paper_sample import HOSTILE, released

from wiwak_eval.results import HIDDEN, Column, ReleasedTable, Unit


def slip_steps(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("step", "Schritt", Unit.TEXT),
        Column("slips", "Karten", Unit.COUNT),
        Column("days", "Tage, Median", Unit.NUMBER, 1),
    ]
    rows = [("Ausgabe → 1. Stempel", 164, 15), ("1. → 2. Stempel", 120, 1), ("2. → 3. Stempel", HIDDEN, HIDDEN), (HOSTILE[0], 80, 12.5)]
    return released("slip_steps", "Wie lange dauert es von Stempel zu Stempel?", columns, rows, (), simulated)


def slip_shares(simulated: bool = True) -> ReleasedTable:
    columns = [
        Column("class", "Erfüllungsgrad", Unit.TEXT),
        Column("slips", "Karten", Unit.COUNT),
        Column("share", "Anteil", Unit.SHARE),
        Column("low", "95-%-Bereich von", Unit.SHARE),
        Column("high", "bis", Unit.SHARE),
    ]
    rows = [
        ("100 %", 60, 0.3, 0.24, 0.37),
        (HOSTILE[0], 140, 0.7, 0.63, 0.76),
        ("unter 80 %", HIDDEN, HIDDEN, HIDDEN, HIDDEN),
        ("Summe", 205, None, None, None),
    ]
    return released("slip_conformance", "Wie vollständig sind die Laufkarten?", columns, rows, (), simulated)
