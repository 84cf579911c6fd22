"""The picture of the controlling: what is booked as bars, the plan as a line, told apart without colour; later months have no bar."""

import math

from controlling_samples import controlling_months

from wiwak_eval.publication import charts


def test_bars_stop_where_the_delivery_does_and_the_plan_goes_on() -> None:
    axes = charts.CHARTS["controlling_months"](controlling_months()).axes[0]
    heights = [bar.get_height() for bar in axes.patches]
    assert [round(height, 2) for height in heights[:2]] == [22_850.0, 41_700.0]
    assert [math.isnan(height) for height in heights] == [False] * 10 + [True] * 2
    line = axes.get_lines()[0]
    assert line.get_linestyle() == "--"
    assert round(float(line.get_ydata()[-1]), 2) == 233_700.0


def test_each_bar_says_how_far_it_is_from_the_plan() -> None:
    figure = charts.CHARTS["controlling_months"](controlling_months())
    labels = [text.get_text() for text in figure.axes[0].texts]
    assert labels[:2] == ["+3,4", "+2,8"]
    assert labels[9] == "−2,3"
    assert ">Ansatz<" in charts.svg(figure).decode()
