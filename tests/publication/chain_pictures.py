"""Tables of the integration chain as a release lets them out, some of it hidden."""

from paper_sample import HOSTILE, released

from wiwak_eval.results import HIDDEN, Column, ReleasedTable, Unit


def chain_funnel(simulated: bool = True) -> ReleasedTable:
    heads = ("Anteil fertig", "95-%-Bereich von", "bis")
    columns = [Column("stage", "Station", Unit.TEXT), Column("persons", "Personen", Unit.PERSONS)]
    columns += [Column(name, head, Unit.SHARE) for name, head in zip(("share", "low", "high"), heads, strict=True)]
    rows = [
        ("Aufenthaltstitel", 120, HIDDEN, HIDDEN, HIDDEN),
        ("Wohnung", None, 0.79, 0.7, 0.86),
        (HOSTILE[0], 100, 1.0, 0.96, 1.0),
        ("Krankenkasse", None, None, None, None),
    ]
    return released("chain_funnel", "Welche Stationen sind erreicht?", columns, rows, (), simulated)


def chain_incidence(simulated: bool = True) -> ReleasedTable:
    rows = [
        ("0", 0.0, 0.0, 0.01, 0.0, 0.0, 0.01),
        ("1", 0.2, 0.15, 0.26, 0.22, 0.17, 0.28),
        ("2", 0.41, 0.35, 0.48, 0.4, 0.34, 0.47),
        ("3", 0.5, 0.42, 0.58, HIDDEN, HIDDEN, HIDDEN),
    ]
    return _curves("chain_incidence", {"housing": "Wohnung", "course": HOSTILE[0]}, rows, simulated)


def residence(simulated: bool = True) -> ReleasedTable:
    rows = [("0", 1.0, 0.97, 1.0, HIDDEN, HIDDEN, HIDDEN), ("1", 0.98, 0.94, 0.99, HIDDEN, HIDDEN, HIDDEN)]
    return _curves("residence_by_stage", {"reached": "Wohnung bis Tag 90", "open": "noch ohne Wohnung"}, rows, simulated)


def _curves(id: str, names: dict[str, str], rows: list[tuple[object, ...]], simulated: bool) -> ReleasedTable:
    columns = [Column("months", "Monate seit Beginn", Unit.TEXT)]
    for name, head in names.items():
        columns += [Column(f"{name}{end}", word, Unit.SHARE) for end, word in (("", head), ("_low", "95 % von"), ("_high", "bis"))]
    return released(id, "Verläufe", columns, rows, (), simulated)
