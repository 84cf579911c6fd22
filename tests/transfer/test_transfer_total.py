from dataclasses import replace

import numpy as np
import pytest
from money_samples import ABSENT, NO_RANGES, YEARS, Around, caseload, records, refugees, view

from wiwak_eval.budget.risk.quantiles import printed
from wiwak_eval.results import Column, Unit, build_table
from wiwak_eval.transfer.land_model import land_model
from wiwak_eval.transfer.land_plan import land_plan
from wiwak_eval.transfer.money import money_tables
from wiwak_eval.transfer.ranges import land_ranges
from wiwak_eval.transfer.total_table import programme_before


def contacts():
    names = [f"contacts_{year}{end}" for year in YEARS for end in ("", "_p10", "_p90")]
    columns = [Column("key", "Schlüssel", Unit.TEXT), *(Column(name, name, Unit.CONTACTS) for name in names)]
    return build_table("land_caseload", "Probe", columns, [["land", *range(40_000, 40_006)]], "09_thueringen")


@pytest.fixture(scope="module")
def total():
    return money_tables(records(), caseload(), view(), Around(refugees(), contacts(), NO_RANGES, ())).land_total


def test_persons_and_contacts_are_the_lands_rows(total):
    assert [total.cell("2018", name) for name in ("persons", "persons_p10", "persons_p90")] == [500 * 23] * 3
    assert [total.cell("2019", name) for name in ("contacts", "contacts_p10", "contacts_p90")] == [40_003, 40_004, 40_005]


def test_the_range_is_of_the_sum_draw_by_draw(total):
    model = land_model(land_plan(records(), caseload(), view()))
    seed = int(view().decimal("forecast_seed", records().provenance.period_to))
    found = land_ranges(model, model.drawn(300, seed), NO_RANGES)
    ends = [printed(float(end)) for end in np.quantile(found.drawn.cents[0].sum(axis=0), (0.1, 0.9))]
    assert [total.cell("2018", name) for name in ("cost_p10", "cost_p90")] == ends
    posts = found.drawn.posts[1].sum(axis=0)
    assert total.cell("2019", "posts_p10") in posts
    assert (posts < total.cell("2019", "posts_p10")).mean() < 0.1 <= (posts <= total.cell("2019", "posts_p10")).mean()


def test_the_mean_of_the_draws_stands_beside_the_plan(total):
    """Of contacts by hand; of costs drawn once more, to 100 euros. Both lie higher, and the note says why."""
    model = land_model(land_plan(records(), caseload(), view()))
    seed = int(view().decimal("forecast_seed", records().provenance.period_to))
    sums = model.outcome(caseload().draws, model.drawn(300, seed)).cents.sum(axis=1)
    for place, year in enumerate(YEARS):
        assert total.cell(str(year), "contacts_mean") == round(sum(float(county.mean()) for county in caseload().draws[place]))
        assert total.cell(str(year), "cost_mean") == pytest.approx(float(sums[place].mean()), abs=5_000)
        assert total.cell(str(year), "cost_mean") > total.cell(str(year), "cost")
    assert [note for note in total.notes if "liegt über den Planwerten" in note]


def test_a_mean_that_is_not_higher_is_not_called_so():
    """Contacts that scatter downwards alone: no note says that the mean lies above."""
    found = caseload(draws=40)
    planned = np.array(found.planned, dtype=float)[:, :, None]
    low = replace(found, draws=np.round(planned * np.linspace(0.5, 1.0, 40)))
    table = money_tables(records(), low, view(), Around(refugees(), contacts(), NO_RANGES, ())).land_total
    assert table.cell("2018", "contacts_mean") < planned[0].sum()
    assert any("weicht von den Planwerten ab" in note for note in table.notes)
    assert not any("liegt über" in note for note in table.notes)


def test_beside_the_programme_of_the_year_before(total):
    """25 million euros a year, as read; it names no share of counselling, and nothing is made of it but a ratio."""
    assert total.cell("2018", "programme") == 25_000_000_00
    assert total.cell("2018", "programme_share") == pytest.approx(total.cell("2018", "cost") / 25_000_000_00, abs=1e-6)
    for end in ("p10", "p90"):
        assert total.cell("2018", f"programme_share_{end}") == pytest.approx(total.cell("2018", f"cost_{end}") / 25_000_000_00, abs=5.1e-5)
    assert any("Kindertagesbetreuung" in note for note in total.notes)


def test_a_programme_that_nobody_knows_is_left_out():
    assert programme_before(view(), 2018) == 25_000_000_00
    assert programme_before(view(), 2020) is None


def test_what_is_not_known_stays_empty():
    without = money_tables(records(), caseload(), view(), Around(ABSENT, ABSENT, NO_RANGES, ())).land_total
    assert [without.cell("2018", name) for name in ("persons", "contacts_p90", "contacts_mean")] == [None, None, None]
    assert without.cell("2018", "cost") > 0
