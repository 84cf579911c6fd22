"""The pictures of the chain say what their tables say, and name what is hidden."""

from dataclasses import replace
from itertools import combinations

from chain_pictures import chain_funnel, chain_incidence, residence
from matplotlib.text import Text

from wiwak_eval.publication import charts
from wiwak_eval.results import HIDDEN


def test_the_funnel_has_a_bar_a_stage_in_the_order_of_the_chain_and_a_stroke_for_the_interval() -> None:
    figure = charts.CHARTS["chain_funnel"](chain_funnel())
    axes = figure.axes[0]
    assert [bar.get_width() for bar in axes.patches] == [79, 100]
    assert [[round(float(x)) for x in line.get_xdata()] for line in axes.get_lines()] == [[70, 86], [96, 100]]
    assert axes.yaxis_inverted()
    picture = charts.svg(figure).decode()
    assert "79\u202f% (70–86)" in picture
    assert "Ohne ausgewiesenen Anteil: Aufenthaltstitel, Krankenkasse" in picture


def test_curves_end_with_their_last_known_month_and_differ_in_dash_and_sign() -> None:
    axes = charts.CHARTS["chain_incidence"](chain_incidence()).axes[0]
    steps = [line for line in axes.get_lines() if line.get_drawstyle() == "steps-post"]
    assert [list(line.get_xdata()) for line in steps] == [[0, 1, 2, 3], [0, 1, 2]]
    assert [round(float(line.get_ydata()[-1])) for line in steps] == [50, 40]
    assert len({str(line._dash_pattern) for line in steps}) == 2
    assert len({line.get_marker() for line in axes.get_lines() if line.get_marker() != "None"}) == 2


def test_names_of_curves_do_not_lie_over_each_other() -> None:
    figure = charts.CHARTS["chain_incidence"](chain_incidence())
    figure.draw_without_rendering()
    words = [text for text in figure.axes[0].texts if isinstance(text, Text)]
    boxes = [text.get_window_extent() for text in words]
    assert len(words) == 2
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_a_curve_without_any_number_is_named() -> None:
    picture = charts.svg(charts.CHARTS["residence"](residence())).decode()
    assert "Ohne ausgewiesene Werte: noch ohne Wohnung" in picture
    assert ">Wohnung bis Tag 90<" in picture


def test_a_hidden_month_in_a_curve_is_a_gap_and_said() -> None:
    table = chain_incidence()
    rows = list(table.rows)
    rows[1] = tuple(HIDDEN if place == 1 else cell for place, cell in enumerate(rows[1]))
    whole, broken = (charts.svg(charts.CHARTS["chain_incidence"](one)).decode() for one in (table, replace(table, rows=tuple(rows))))
    assert "Lücken: Monate" not in whole
    assert "Lücken: Monate" in broken
