"""The map of tiles: every county and town of the ordinance once, words inside their tile, no meaning by colour alone."""

from dataclasses import replace
from itertools import pairwise

import pytest
from land_samples import NAMES, land_posts, land_preconditions
from matplotlib.patches import Rectangle

from wiwak_eval.assumptions import load_context
from wiwak_eval.publication import charts
from wiwak_eval.publication.colour_vision import from_hex, lightness
from wiwak_eval.publication.drawing_tiles import GRID, SHADES, shade_of, short_name
from wiwak_eval.publication.measuring import width
from wiwak_eval.shipped import shipped


def tiles(name: str, table) -> dict[str, Rectangle]:
    """The drawn tiles by name, in the order of the grid."""
    axes = charts.CHARTS[name](table).axes[0]
    return dict(zip(NAMES, [patch for patch in axes.patches if isinstance(patch, Rectangle)], strict=True))


def words(name: str, table) -> list[str]:
    return [text.get_text() for text in charts.CHARTS[name](table).axes[0].texts]


def test_the_grid_holds_each_county_of_the_ordinance_once() -> None:
    quotas = load_context(shipped("data") / "context").quotas
    assert sorted(NAMES) == sorted(quotas)
    assert len({len(row) for row in GRID}) == 1


@pytest.mark.parametrize(
    ("name", "short"),
    [("Stadt Gera", "Gera"), ("Ilm-Kreis", "Ilm-Kreis"), ("Saale-Orla-Kreis", "Saale-Orla"), ("Wartburgkreis", "Wartburgkreis")],
)
def test_names_are_short_and_still_known(name: str, short: str) -> None:
    assert short_name(name) == short


def test_short_names_are_told_apart() -> None:
    assert len({short_name(name) for name in NAMES}) == len(NAMES)


def test_shades_darken_step_by_step() -> None:
    greys = [lightness(from_hex(ground)) for ground, _ in SHADES]
    assert greys == sorted(greys, reverse=True)
    assert min(one - other for one, other in pairwise(greys)) > 5
    assert [shade_of(value, 1, 6) for value in (1, 1.9, 2.1, 5.1, 6)] == [0, 0, 1, 4, 4]
    assert shade_of(3, 3, 3) == 0


def test_a_least_size_dashes_the_frame_and_who_delivered_has_a_heavy_one() -> None:
    table = land_posts()
    drawn = tiles("land_posts_map", table)
    for name, patch in drawn.items():
        assert (patch.get_linestyle() == "-") is (table.cell(name, "binding_2018") == "Fälle"), name
    assert [name for name, patch in drawn.items() if patch.get_linewidth() > 1] == ["Wartburgkreis"]


def test_posts_stand_in_their_tile_with_their_range() -> None:
    said = words("land_posts_map", land_posts())
    assert said[said.index("Nordhausen") + 1 : said.index("Nordhausen") + 3] == ["2,00", "1,50 bis 2,50"]
    assert "57,50" not in said


def test_a_county_without_a_number_has_an_empty_tile_and_one_without_a_place_is_named() -> None:
    table = land_posts()
    rows = [(*row[:3], None, *row[4:]) if row[0] == "Gotha" else row for row in table.rows]
    strange = ("Kreis Neu", "Kreis Neu", *table.rows[0][2:])
    figure = charts.CHARTS["land_posts_map"](replace(table, rows=(*rows, strange)))
    said = [text.get_text() for text in figure.axes[0].texts]
    assert said[said.index("Gotha") + 1] == "–"
    assert "Ohne Platz auf der Karte: Kreis Neu" in [text.get_text() for text in figure.texts]


def test_what_fails_is_said_and_what_is_not_known_too() -> None:
    said = words("land_preconditions_map", land_preconditions())
    assert said[said.index("Eichsfeld") + 1 : said.index("Eichsfeld") + 4] == ["0 von 3", "nicht: Zahl,", "Nähe, Anteil"]
    assert said[said.index("Nordhausen") + 1 : said.index("Nordhausen") + 3] == ["3 von 3", "auch bei engen"]
    assert "nicht bei engen" in said
    assert any(line.startswith("offen: ") for line in said)


def test_every_line_fits_into_its_tile() -> None:
    for text in charts.CHARTS["land_preconditions_map"](land_preconditions()).axes[0].texts:
        assert width(text.get_text(), text.get_fontsize(), bold=True) < 0.87, text.get_text()
