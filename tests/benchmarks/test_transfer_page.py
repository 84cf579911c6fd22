"""Page and figure of the measurement of the transfer, from a few states."""

import pytest

from benchmarks.transfer.drawing import draw
from benchmarks.transfer.page import page
from benchmarks.transfer.pooling import SITES, Setting, measure, shipped_quotas
from wiwak_eval.assumptions import load_context
from wiwak_eval.shipped import shipped

NAMES = list(load_context(shipped("data") / "context").quotas)


@pytest.fixture(scope="module")
def measured():
    return [measure(Setting(sites), 4) for sites in SITES], [measure(Setting(1, 0.6), 4)], [measure(Setting(8, 0.3), 4)]


def test_states_have_the_quotas_and_the_home_county_as_shipped():
    quotas, home, scale = shipped_quotas()
    assert quotas.sum() == pytest.approx(1)
    assert NAMES[home] == "Wartburgkreis"
    assert scale > 0


def test_a_state_can_be_drawn_anew_alone(measured):
    again = measure(Setting(8), 2)
    assert (again.scores["partial"].covered == measured[0][1].scores["partial"].covered[:2]).all()


def test_the_page_names_every_county_and_its_coverage(measured):
    drawn, alone, fixed = measured
    text = page(drawn, alone, fixed, NAMES, 12.0)
    assert all(f"| {name} | " in text for name in NAMES)
    assert "Je Zeile 4 simulierte Länder" in text
    assert "12 Sekunden" in text
    first = f"{100 * drawn[0].coverage()[0]:.1f}".replace(".", ",")
    assert f"| {NAMES[0]} | {first} % |" in text
    held = f"{100 * alone[0].coverage().mean():.1f}".replace(".", ",")
    assert f"halten sie {held} % bei 0,6." in text
    assert text.index("## Streuung fest, ein Standort") < text.index(f"| 0,6 | {held} % |") < text.index("acht Kreise mit Zahlen")


def test_the_figure_is_the_same_each_time(measured, tmp_path):
    for name in ("one.svg", "two.svg"):
        draw(*measured, NAMES, tmp_path / name)
    one, two = ((tmp_path / name).read_bytes() for name in ("one.svg", "two.svg"))
    assert one == two
    assert b"Wartburgkreis" in one
