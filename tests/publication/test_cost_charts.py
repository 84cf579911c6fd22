"""Pictures of the costs: told apart without colour, euros in German, in kind on top of cash."""

from dataclasses import replace

from cost_samples import costs_months, unit_costs

from wiwak_eval.publication import charts


def test_in_kind_stands_hatched_on_top_of_cash_and_the_sum_is_no_bar() -> None:
    figure = charts.CHARTS["costs_months"](costs_months())
    bars = figure.axes[0].patches
    assert len(bars) == 20
    assert {bar.get_hatch() for bar in bars[:10]} == {None}
    assert {bar.get_hatch() for bar in bars[10:]} == {"////"}
    assert [round(bar.get_y(), 2) for bar in bars[10:12]] == [18_090.0, 18_180.0]
    picture = charts.svg(figure).decode()
    assert all(f">{words}<" in picture for words in ("Auszahlungen im Monat", "Sachleistungen", "19.070"))


def test_a_month_of_reversals_reaches_below_nought() -> None:
    table = costs_months()
    rows = (("2017-01", -50_000, 0, -50_000), *table.rows[1:])
    assert charts.CHARTS["costs_months"](replace(table, rows=rows)).axes[0].get_ylim()[0] < 0


def test_units_at_full_cost_with_value_and_range() -> None:
    picture = charts.svg(charts.CHARTS["unit_costs"](unit_costs())).decode()
    assert "115\u202f€ (102 bis 131\u202f€)" in picture
    assert ">1.310\u202f€<" in picture, "without a range only the value"
    assert "je Beratung &lt;b&gt;" in picture
    assert "Koordination" not in picture
    assert "109" not in picture, "the other basis is in the table"
