"""The truth behind the routing slips found again: simulated years, delivered with their clerical faults and read as any county's."""

from dataclasses import replace

import pytest

from wiwak_eval.evaluation.slips import slips
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.simulate import pilot_parameters, simulate, write_delivery

SEEDS = range(6)
TRUTH = pilot_parameters()
SHARES = {
    "slip": ("new_with_slip", "new_clients"),
    "stamped": ("stations_stamped", "stations"),
    "returned": ("slips_returned", "slips_closed"),
}


@pytest.fixture(scope="module")
def deliver(tmp_path_factory):
    def write_and_read(seed, truth):
        folder = tmp_path_factory.mktemp("slips")
        write_delivery(simulate(seed, truth), folder)
        return slips(read_delivery(folder, SIMULATED_KEY)).slip_figures

    return write_and_read


@pytest.fixture(scope="module")
def years(deliver):
    return [deliver(seed, TRUTH) for seed in SEEDS]


def pooled(years, count, of):
    return sum(year.cell("slips", count) for year in years) / sum(year.cell("slips", of) for year in years)


@pytest.mark.parametrize(
    ("name", "truth", "tolerance"),
    [
        ("slip", TRUTH.cooperation.slip_share.value, 0.03),
        ("stamped", TRUTH.cooperation.stamp_share.value, 0.015),
        ("returned", TRUTH.cooperation.returned_share.value, 0.045),
    ],
)
def test_shares_are_those_of_the_truth(years, name, truth, tolerance):
    """Tolerances of about three standard errors: some 2,000 new clients, 5,500 stations and 870 cards, which hang together in families.

    Stamps and returns that were still to come at the end of the year make the shares of the last cards a little too low.
    """
    assert pooled(years, *SHARES[name]) == pytest.approx(truth, abs=tolerance)
    inside = [year.cell("slips", f"{name}_low") <= truth <= year.cell("slips", f"{name}_high") for year in years]
    assert sum(inside) >= 4, "six intervals of 95 %: fewer than five hold the truth in about 3 of 100 cases, fewer than four in 2 of 1,000"


@pytest.mark.parametrize("swapped", [TRUTH.cooperation.swap_share.value, 0.3])
def test_steps_against_the_order_are_those_of_the_truth(deliver, swapped):
    """Neighbours are exchanged one after the other with probability q. A run of exchanges leaves one descent, at its end: n stations, all
    stamped, have q + (n - 2) q (1 - q) descents on average among n - 1 steps. Most cards have six stations."""
    cooperation = replace(
        TRUTH.cooperation,
        stamp_share=replace(TRUTH.cooperation.stamp_share, value=1.0),
        swap_share=replace(TRUTH.cooperation.swap_share, value=swapped),
    )
    found = [deliver(seed, replace(TRUTH, cooperation=cooperation)) for seed in SEEDS[:3]]
    expected = (swapped + 4 * swapped * (1 - swapped)) / 5
    assert 1 - sum(year.cell("slips", "order_share") for year in found) / len(found) == pytest.approx(expected, abs=0.025)


def test_complete_cards_are_those_of_which_no_stamp_was_left_out(years):
    """Six or seven stations, each stamped with the true share by itself."""
    stamped = TRUTH.cooperation.stamp_share.value
    assert stamped**7 - 0.05 < pooled(years, "slips_complete", "slips_closed") < stamped**6 + 0.03
