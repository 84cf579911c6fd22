"""The drawings of all counties and towns behind `charts`; imported with the first picture."""

from dataclasses import replace

from matplotlib.figure import Figure

from wiwak_eval.publication.design import BLUE, FINE, INK
from wiwak_eval.publication.drawing_axes import value_axis
from wiwak_eval.publication.drawing_parts import EURO, column_label, euros, left_out, numbers, shown
from wiwak_eval.publication.drawing_rows import beside, name_rows, reach, rows_of
from wiwak_eval.publication.drawing_tiles import SHADES, Tile, shade_of, short_name, tile_map
from wiwak_eval.publication.missing import is_missing
from wiwak_eval.publication.style import canvas, styled
from wiwak_eval.results import ReleasedTable
from wiwak_eval.transfer.posts import Binding
from wiwak_eval.transfer.preconditions import Met

LAND = "land"
"""Key of the row of the whole Land, which is no county."""
_ASKED = (("persons_met", "Zahl"), ("distance_met", "Nähe"), ("per_1000_met", "Anteil"))
_STEP = 0.185
"""Inches of a row of the cost ranges where each name is one line: all counties on one page with the words around them."""
_ALL, _STRICT = 1, len(SHADES) - 2
"""Shades of a county that meets everything, and that would do so with strict thresholds too."""


def posts_map(table: ReleasedTable) -> Figure:
    """See `charts.land_posts_map`."""
    rows = _counties(table)
    posts = _first(table, "posts_")
    names = _names(table)
    planned, lowest, highest = (numbers(table.column(name)) for name in (posts, f"{posts}_p10", f"{posts}_p90"))
    binding = [str(cell) for cell in table.column(_first(table, "binding"))]
    known = [planned[place] for place in rows if not is_missing(planned[place])]
    low, high = (min(known), max(known)) if known else (0.0, 0.0)
    tiles = {
        names[place]: Tile(
            (shown(planned[place], 2), _span(lowest[place], highest[place])),
            shade_of(planned[place], low, high),
            binding[place] != Binding.CASES.value,
        )
        for place in rows
        if not is_missing(planned[place])
    }
    notes = (
        f"{column_label(table, posts)}, darunter die Spanne (acht von zehn Verläufen); je dunkler, desto mehr.",
        "Gestrichelter Rand: Öffnungszeit oder Mindestbesetzung bestimmt die Stellen, nicht die Fallzahl.",
    )
    return tile_map(table, tiles, notes)


def preconditions_map(table: ReleasedTable) -> Figure:
    """See `charts.land_preconditions_map`."""
    names = _names(table)
    tiles = {names[place]: _answers(table, place) for place in _counties(table)}
    notes = (
        "Hell: alle drei Voraussetzungen erfüllt. Dunkel: auch bei engen Grenzen. Gestrichelter Rand: Eine Angabe fehlt.",
        "Zahl: zu wenige Anerkannte. Nähe: zu weite Wege. Anteil: zu weit vom Pilotkreis entfernt.",
    )
    return tile_map(table, tiles, notes)


def cost_ranges(table: ReleasedTable) -> Figure:
    """See `charts.land_cost_ranges`."""
    total = _first(table, "cost_")
    columns = [euros(table, name) for name in (total, f"{total}_p10", f"{total}_p90")]
    names = _names(table)
    rows = sorted(_counties(table), key=lambda place: -columns[0][place] if not is_missing(columns[0][place]) else 0.0)
    drawn = [place for place in rows if not is_missing(columns[0][place])]
    unknown = left_out("Ohne Wert", [names[place] for place in rows if place not in drawn])
    values, lows, highs = ([column[place] for place in drawn] for column in columns)
    labels = [
        f"{shown(value)}{EURO}" + ("" if is_missing(low) or is_missing(high) else f" ({shown(low)} bis {shown(high)})")
        for value, low, high in zip(values, lows, highs, strict=True)
    ]
    ends = [value if is_missing(high) else max(value, high) for value, high in zip(values, highs, strict=True)]
    named = rows_of([short_name(names[place]) for place in drawn], size=FINE)
    if not any("\n" in name for name in named.names):
        named = replace(named, step=_STEP)
    with styled():
        figure, axes = canvas(named.height, table.provenance.mark, (unknown,))
        at = list(range(len(drawn)))
        axes.hlines(at, lows, highs, color=BLUE, linewidth=4)
        axes.plot(values, at, "|", color=INK, markersize=9, markeredgewidth=2)
        name_rows(axes, named)
        value_axis(axes, "x", EURO, reaches=(0, reach(ends, labels, named.inches)), inches=named.inches)
        axes.set_xlabel(f"{column_label(table, total)}, Balken: Spanne (acht von zehn Verläufen)")
        for y, (end, label) in enumerate(zip(ends, labels, strict=True)):
            beside(axes, end, y, label)
    return figure


def _span(low: float, high: float) -> str:
    """A range of posts; nothing where an end is not known."""
    return "" if is_missing(low) or is_missing(high) else f"{shown(low, 2)} bis {shown(high, 2)}"


def _answers(table: ReleasedTable, place: int) -> Tile:
    answers = {words: str(table.column(name)[place]) for name, words in _ASKED}
    met, unknown = ([words for words, answer in answers.items() if answer == of.value] for of in (Met.YES, Met.UNKNOWN))
    failed = [words for words in answers if words not in {*met, *unknown}]
    rest = [f"nicht: {', '.join(failed)}"] if failed else [f"offen: {', '.join(unknown)}"] if unknown else []
    whole, strict = len(met) == len(answers), table.column("all_strict")[place] == Met.YES.value
    rest += ["auch bei engen"] if strict else ["nicht bei engen"] if whole else []
    return Tile((f"{len(met)} von {len(answers)}", *rest), _STRICT if strict else _ALL if whole else 0, bool(unknown) and not failed)


def _counties(table: ReleasedTable) -> list[int]:
    """Rows of counties and towns."""
    return [place for place, key in enumerate(table.column("key")) if key != LAND]


def _names(table: ReleasedTable) -> list[str]:
    return [str(name) for name in table.column("county")]


def _first(table: ReleasedTable, prefix: str) -> str:
    """The first column whose name begins so: of several years the first. Raises KeyError where there is none."""
    found = next((column.name for column in table.columns if column.name.startswith(prefix)), None)
    if found is None:
        raise KeyError(prefix)
    return found
