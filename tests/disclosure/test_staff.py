from dataclasses import replace

import pytest

from wiwak_eval.disclosure.settings import HOUSE_RULE
from wiwak_eval.disclosure.staff import single_posts_shown, staff_view
from wiwak_eval.results import Column, Level, NotAssessable, Unit, build_table

HEARD = replace(HOUSE_RULE, offices_heard=True)
SHOWN = [(Level.INTERN, HOUSE_RULE), (Level.INTERN, HEARD), (Level.GREMIUM, HEARD)]
HIDDEN = [(Level.GREMIUM, HOUSE_RULE), (Level.OEFFENTLICH, HOUSE_RULE), (Level.OEFFENTLICH, HEARD)]
IDS = ("workload", "posts_plan", "posts_groups", "pay_months", "pay_groups", "costs", "office_minutes")
STAFF = {"posts_plan", "pay_months", "office_minutes"}


def table(id):
    return build_table(id, id, (Column("key", "Schlüssel", Unit.TEXT),), [(f"Zeile von {id}",)], "06_personal_budget", staff=id in STAFF)


TABLES = {id: table(id) for id in IDS}


@pytest.mark.parametrize(("level", "settings"), SHOWN)
def test_within_the_house_and_after_hearing_the_offices_the_posts_are_shown(level, settings):
    assert single_posts_shown(level, settings)
    assert staff_view(TABLES, level, settings) == {id: TABLES[id] for id in IDS if id != "posts_groups"}


@pytest.mark.parametrize(("level", "settings"), HIDDEN)
def test_elsewhere_pay_groups_stand_in_for_posts(level, settings):
    assert not single_posts_shown(level, settings)
    view = staff_view(TABLES, level, settings)
    assert list(view) == ["workload", "posts_plan", "pay_groups", "costs"]
    assert view["posts_plan"].rows == (("Zeile von posts_groups",),)
    assert all(view[id] is TABLES[id] for id in ("workload", "pay_groups", "costs"))
    assert not any(table.staff for table in view.values())


@pytest.mark.parametrize(("level", "settings"), SHOWN + HIDDEN)
def test_ids_and_names_agree(level, settings):
    assert all(id == table.id for id, table in staff_view(TABLES, level, settings).items())


@pytest.mark.parametrize(("level", "settings"), SHOWN + HIDDEN)
def test_a_refused_budget_stays_refused_under_the_same_ids(level, settings):
    refusal = NotAssessable("nicht auswertbar: Probe")
    view = staff_view(dict.fromkeys(IDS, refusal), level, settings)
    assert {"workload", "posts_plan", "pay_groups", "costs"} <= set(view)
    assert set(view.values()) == {refusal}
    assert "posts_groups" not in view
    assert ("pay_months" in view) == single_posts_shown(level, settings)
