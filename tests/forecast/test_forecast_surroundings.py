from dataclasses import replace
from datetime import date

import pytest

from wiwak_eval.assumptions import Assumptions, known_context, load_context, load_scenario
from wiwak_eval.forecast.surroundings import asylum_context
from wiwak_eval.results import NotAssessable
from wiwak_eval.shipped import shipped


def view(catalogue, as_of):
    return Assumptions(catalogue, load_scenario(shipped("data") / "scenarios", "basis"), as_of)


@pytest.fixture(scope="module")
def context():
    return load_context(shipped("data") / "context")


def test_the_last_published_month_and_its_share_of_the_county(catalogue, context):
    """September 2017: 13,956 positive decisions x 2.69 % x 5.8 % = 21.77 persons (docs/annahmen.md, asylum)."""
    values = view(catalogue, date(2017, 11, 15))
    table = asylum_context(known_context(context, values), values)
    assert len(table.rows) == 12
    assert table.rows[-1][:2] == ("2017-09", 13956)
    assert table.rows[-1][2] == pytest.approx(13956 * 0.0269 * 0.058)
    assert {"koenigstein_share_thuringia", "county_quota"} <= set(table.assumptions)


def test_a_later_day_sees_later_months_only(catalogue, context):
    early, late = (view(catalogue, day) for day in (date(2017, 11, 15), date(2018, 11, 15)))
    seen = [{row[0] for row in asylum_context(known_context(context, values), values).rows} for values in (early, late)]
    assert max(seen[0]) < min(seen[1])


def test_nothing_published_is_refused(catalogue, context):
    values = view(catalogue, date(2014, 1, 1))
    empty = replace(context, asylum_monthly=())
    assert asylum_context(empty, values) == NotAssessable("nicht auswertbar: Am Stichtag war keine Asylstatistik veröffentlicht.")
