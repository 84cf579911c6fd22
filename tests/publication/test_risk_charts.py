"""Pictures of the budget's uncertainty: told apart in grey, the plan marked, nothing invented where a bound in words stands."""

from risk_picture_samples import alternatives, cost_quantiles, funder_quantiles, tornado

from wiwak_eval.publication import charts


def test_a_tornado_shows_the_ten_first_around_the_plan() -> None:
    figure = charts.CHARTS["tornado"](tornado())
    bars = figure.axes[0].patches
    assert len(bars) == 20
    assert {bar.get_hatch() for bar in bars[:10]} == {"////"}
    assert bars[0].get_width() == 5_000, "a shorter working time makes it dearer: the low end lies above the plan"
    assert bars[10].get_width() == -5_000
    low, high = figure.axes[0].get_xlim()
    assert low < 0 < high
    picture = charts.svg(figure).decode()
    assert "Nicht gezeigt: 3 weitere Größen" in picture
    assert "Arbeitszeit &lt;b&gt;" in picture
    assert ">20.000\u202f€<" in picture


def test_strips_run_from_p10_to_p95_with_the_plan_across() -> None:
    figure = charts.CHARTS["cost_quantiles"](cost_quantiles())
    axes = figure.axes[0]
    assert [(bar.get_x(), bar.get_width()) for bar in axes.patches] == [(10, 20), (30, 10), (40, 10)]
    assert list(axes.lines[0].get_xdata()) == [20]
    shades = [sum(bar.get_facecolor()[:3]) for bar in axes.patches]
    assert shades == sorted(shades, reverse=True), "darker towards the dear end"
    words = [text.get_text() for text in axes.texts]
    assert words == ["10\nP10", "30\nP50", "40\nP80", "50\nP95", "Plan 20\u202f€"]


def test_the_countys_strips_show_both_years_of_each_decision() -> None:
    figure = charts.CHARTS["funder_quantiles"](funder_quantiles())
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == ["from", "none"]


def test_alternatives_add_up_and_bounds_in_words_are_named_not_drawn() -> None:
    figure = charts.CHARTS["alternatives"](alternatives())
    bars = figure.axes[0].patches
    assert [(bar.get_x(), bar.get_width()) for bar in bars] == [(0, 80), (80, 20), (100, 5)]
    assert len({bar.get_hatch() for bar in bars}) == 3
    picture = charts.svg(figure).decode()
    assert "Ohne genaue Beträge: Ende" in picture
    assert ">105\u202f€<" in picture
    assert ">Landkreis bar<" in picture
