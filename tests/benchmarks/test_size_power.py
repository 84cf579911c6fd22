"""The printed size and power of the claim of a rise: what is stored, what the handbook says, and what a rerun gives."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.claims.size_power import DISPERSIONS, HEADER, MEANS, PERSONS_SHARE, draw, measure, printed, shipped_rule

ROOT = Path(__file__).parents[2]
STORED = ROOT / "benchmarks" / "claims" / "size_power.md"


def stored() -> dict[tuple[int, int], list[str]]:
    """Mean and dispersion to the three shares of a line."""
    lines = [line.strip("| ").split(" | ") for line in STORED.read_text(encoding="utf-8").splitlines()[2:]]
    return {(int(mean), int(dispersion)): shares for mean, dispersion, *shares in lines}


def test_the_stored_table_has_a_line_for_each_kind():
    assert STORED.read_text(encoding="utf-8").startswith(HEADER)
    assert list(stored()) == [(mean, dispersion) for mean in MEANS for dispersion in DISPERSIONS]


def test_the_handbook_prints_the_stored_table():
    assert STORED.read_text(encoding="utf-8").strip() in (ROOT / "docs" / "handbuch.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("dispersion", DISPERSIONS)
def test_two_thousand_series_without_a_trend_give_what_is_printed_and_at_most_five_in_a_hundred(dispersion):
    found = measure(MEANS[0], 0.0, dispersion, shipped_rule())
    assert found.supported <= 0.05
    assert found.refuted <= 0.05
    assert [printed(found.supported), printed(found.refuted)] == stored()[MEANS[0], dispersion][:2]


def test_the_power_at_strong_overdispersion_is_the_printed_one():
    found = measure(MEANS[0], 0.04, 4, shipped_rule())
    assert printed(found.supported) == stored()[MEANS[0], 4][2]


def test_more_noise_costs_power():
    for mean in MEANS:
        power = [float(stored()[mean, dispersion][2].split()[0].replace(",", ".")) for dispersion in DISPERSIONS]
        assert power == sorted(power, reverse=True)


@pytest.mark.parametrize("dispersion", [1, 4])
def test_the_series_are_drawn_as_stated(dispersion):
    months = draw(np.random.default_rng(1), 170, 0.04, dispersion, 10, 20_000)
    contacts, persons = months[:, 0, :], months[:, 1, :]
    assert contacts.mean() == pytest.approx(170, rel=0.01)
    assert persons.mean() == pytest.approx(170 * PERSONS_SHARE, rel=0.01)
    by_month = contacts.mean(axis=0)
    assert by_month[1:] / by_month[:-1] == pytest.approx(np.full(9, 1.04), rel=0.01)
    assert contacts[:, 4].var() / contacts[:, 4].mean() == pytest.approx(dispersion, rel=0.05)
    assert (persons <= contacts).all()
    assert np.corrcoef(contacts[:, 4], persons[:, 4])[0, 1] > 0.7
