"""Tables of all counties and towns for the tests of their pictures."""

from paper_sample import released

from wiwak_eval.publication.drawing_tiles import GRID
from wiwak_eval.results import Cell, Column, ReleasedTable, Unit

NAMES = tuple(name for row in GRID for name in row if name)
_KEY = (Column("key", "Schlüssel", Unit.TEXT), Column("county", "Landkreis oder Stadt", Unit.TEXT))
_MET = ("erfüllt", "nicht erfüllt", "nicht bekannt")


def land_posts(simulated: bool = True) -> ReleasedTable:
    columns = (
        *_KEY,
        Column("needed_2018", "Bedarf 2018", Unit.POSTS, 2),
        Column("posts_2018", "geplante Stellen 2018", Unit.POSTS, 2),
        Column("posts_2018_p10", "80-%-Bereich von", Unit.POSTS, 2),
        Column("posts_2018_p90", "80-%-Bereich bis", Unit.POSTS, 2),
        Column("binding_2018", "Was die Stellen 2018 bestimmt", Unit.TEXT),
    )
    rows = [
        (name, name, place % 5 * 0.5, 1.5 + place % 5 * 0.5, 1.5, 2.0 + place % 5 * 0.5, "Fälle" if place % 5 else "Öffnungszeit")
        for place, name in enumerate(NAMES)
    ]
    land = ("land", "Thüringen", 22.5, 57.5, 40.0, 80.0, "")
    return released("land_posts", "Stellen", columns, [*rows, land], simulated=simulated)


def land_costs(simulated: bool = True) -> ReleasedTable:
    columns = (
        *_KEY,
        Column("cost_2018", "Kosten 2018", Unit.CENTS, 2),
        Column("cost_2018_p10", "80-%-Bereich von", Unit.CENTS, 2),
        Column("cost_2018_p90", "80-%-Bereich bis", Unit.CENTS, 2),
    )
    rows: list[tuple[Cell, ...]] = [
        (name, name, 12_000_000 + place * 731_155, 9_000_000 + place * 500_000, 19_000_000 + place * 1_000_000)
        for place, name in enumerate(NAMES)
    ]
    land = ("land", "Thüringen", *(sum(int(str(row[column])) for row in rows) for column in (2, 3, 4)))
    return released("land_costs", "Kosten", columns, [*rows, land], simulated=simulated)


def land_preconditions(simulated: bool = True) -> ReleasedTable:
    names = ("persons_met", "distance_met", "per_1000_met", "all_met", "all_strict")
    columns = (*_KEY, *(Column(name, name, Unit.TEXT) for name in names))

    def row(place: int, name: str) -> tuple[Cell, ...]:
        answers = [_MET[0] if place % (column + 2) else _MET[1] for column in range(3)]
        answers = ["nicht bekannt", *answers[1:]] if place == 7 else answers
        whole = _MET[1] if _MET[1] in answers else _MET[2] if _MET[2] in answers else _MET[0]
        return (name, name, *answers, whole, whole if place % 5 else _MET[1])

    rows = [row(place, name) for place, name in enumerate(NAMES)]
    return released("land_preconditions", "Voraussetzungen", columns, rows, simulated=simulated)
