"""The pictures of the routing slip say what their tables say, and name what is hidden."""

from dataclasses import replace

from slip_samples import slip_shares, slip_steps

from wiwak_eval.publication import charts


def test_steps_are_bars_in_the_order_of_the_way_with_days_and_cards() -> None:
    figure = charts.CHARTS["slip_steps"](slip_steps())
    assert [bar.get_width() for bar in figure.axes[0].patches] == [15, 1, 0, 12.5]
    assert figure.axes[0].yaxis_inverted()
    picture = charts.svg(figure).decode()
    assert all(f">{words}<" in picture for words in ("15 Tage · 164 Karten", "1 Tag · 120 Karten", "12,5 Tage · 80 Karten"))
    assert "Ohne ausgewiesene Werte: 2. → 3. Stempel" in picture


def test_shares_are_bars_in_percent_with_a_stroke_for_the_interval_and_no_bar_for_the_total() -> None:
    figure = charts.CHARTS["slip_shares"](slip_shares())
    assert [round(bar.get_width(), 6) for bar in figure.axes[0].patches] == [30, 70, 0]
    assert [[round(float(x)) for x in line.get_xdata()] for line in figure.axes[0].get_lines()] == [[24, 37], [63, 76]]
    picture = charts.svg(figure).decode()
    assert all(f">{words}<" in picture for words in ("30\u202f% · 60 Karten", "70\u202f% · 140 Karten"))
    assert "Ohne ausgewiesene Werte: unter 80 %" in picture
    assert ">Summe<" not in picture


def test_shares_without_intervals_have_no_strokes() -> None:
    table = slip_shares()
    bare = replace(table, columns=table.columns[:3], rows=tuple(row[:3] for row in table.rows))
    assert not list(charts.CHARTS["slip_shares"](bare).axes[0].get_lines())
