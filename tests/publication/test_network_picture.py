"""The picture of the network: nothing overlaps, what is hidden is dashed, the same for each order of rows."""

from dataclasses import replace
from itertools import combinations

import pytest
from matplotlib.patches import PathPatch
from paper_sample import network_ties, released

from wiwak_eval.publication import charts
from wiwak_eval.publication.ring import ACROSS, UP, bend, labels, ring
from wiwak_eval.publication.style import styled
from wiwak_eval.results import HIDDEN, Column, ReleasedTable, Unit

SECTORS = ("Land und Bund", "Kommune", "Freie Wohlfahrtspflege", "Ehrenamt", "Wirtschaft")


def crowded(organisations: int, letters: int, number: object = 30) -> ReleasedTable:
    """So many organisations with names of so many letters, each tied with the centre and the next but two."""
    names = [f"{place:02d}".ljust(letters, "M") for place in range(organisations)]
    sector = {name: SECTORS[place * 5 // organisations] for place, name in enumerate(names)} | {"WIWAK": "Kommune"}
    pairs = [(name, "WIWAK") for name in names] + [(names[place], names[(place + 3) % organisations]) for place in range(organisations)]
    columns = [
        *(Column(name, name, Unit.TEXT) for name in ("tie", "one", "other", "sector_one", "sector_other")),
        Column("referrals", "Vermittlungen", Unit.COUNT),
    ]
    rows = [(f"{one} – {other}", one, other, sector[one], sector[other], number) for one, other in pairs]
    return released("network_ties", "", columns, rows)


@pytest.mark.parametrize(("organisations", "letters"), [(7, 4), (17, 5), (17, 8), (24, 12), (39, 12), (3, 12)])
def test_no_two_words_overlap_and_all_are_on_the_page(organisations: int, letters: int) -> None:
    with styled():
        figure = charts.CHARTS["network"](crowded(organisations, letters))
        figure.draw_without_rendering()
        axes = figure.axes[0]
        words = [*axes.texts, *(text for legend in axes.get_children() for text in getattr(legend, "get_texts", list)())]
        boxes = [(text.get_text(), text.get_rotation(), text.get_window_extent()) for text in words if text.get_text()]
        page = figure.bbox
    assert len(boxes) > organisations
    assert all(box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.x1 and box.y1 <= page.y1 for _, _, box in boxes)
    level = [(name, box) for name, turn, box in boxes if turn == 0]
    assert not [(one[0], other[0]) for one, other in combinations(level, 2) if one[1].overlaps(other[1])]


@pytest.mark.parametrize(("organisations", "letters", "turned"), [(17, 5, False), (39, 12, True)])
def test_names_are_turned_only_where_they_would_overlap(organisations: int, letters: int, turned: bool) -> None:
    names = [f"{place:02d}".ljust(letters, "M") for place in range(organisations)]
    placed = labels(ring([names[place::5] for place in range(5)]))
    assert any(label.turn for label in placed.values()) is turned


def test_the_curves_pass_by_the_centre() -> None:
    places = list(ring([[str(place) for place in range(12)]]).values())
    for one, other in combinations(places, 2):
        through = bend(one, other)
        for part in range(21):
            t = part / 20
            x = (1 - t) ** 2 * one[0] + 2 * t * (1 - t) * through[0] + t**2 * other[0]
            y = (1 - t) ** 2 * one[1] + 2 * t * (1 - t) * through[1] + t**2 * other[1]
            assert not (abs(x) < 0.1 and abs(y) < 0.1)
            assert (x / ACROSS) ** 2 + (y / UP) ** 2 <= 1 + 1e-9


def lines(table: ReleasedTable) -> list[PathPatch]:
    return [patch for patch in charts.CHARTS["network"](table).axes[0].patches if isinstance(patch, PathPatch)]


def test_a_line_a_tie_wider_with_more_referrals_and_dashed_where_hidden() -> None:
    """Five ties of the sample; that among volunteers is not drawn but named under the picture."""
    drawn = lines(network_ties())
    assert len(drawn) == 5
    assert sorted(line.get_linewidth() for line in drawn) == [1.0, 2.2, 3.6, 3.6, 5.4]
    assert [line.get_linewidth() for line in drawn if line.get_linestyle() not in {"-", "solid"}] == [1.0]
    picture = charts.svg(charts.CHARTS["network"](network_ties())).decode()
    for words in ("Zahl nicht ausgewiesen", "WV-A", "&lt;b&gt;", "10–24 Vermittlungen", "ab 50"):
        assert f">{words}<" in picture
    assert "Nicht gezeichnet: Vermittlungen zwischen ehrenamtlichen Gruppen." in picture
    assert f">{HIDDEN}<" not in picture


def test_large_numbers_get_larger_classes_and_many_organisations_thinner_lines() -> None:
    picture = charts.svg(charts.CHARTS["network"](crowded(7, 4, 700))).decode()
    assert ">ab 500 Vermittlungen<" in picture
    assert max(line.get_linewidth() for line in lines(crowded(39, 4, 90))) < max(line.get_linewidth() for line in lines(crowded(7, 4, 90)))


def test_the_order_of_rows_changes_no_byte() -> None:
    table = network_ties()
    other = replace(table, rows=tuple(reversed(table.rows)))
    assert charts.svg(charts.CHARTS["network"](table)) == charts.svg(charts.CHARTS["network"](other))
