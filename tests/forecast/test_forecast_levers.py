from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiwak_eval.assumptions import Assumption, Assumptions, Catalogue, DatedValue, Patch, Scenario, Source, load_catalogue, load_scenario
from wiwak_eval.assumptions.log import log_page
from wiwak_eval.forecast.levers import GENERAL, NO_RULE, TARGETS, lever_factors, levers_table
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

AHEAD = tuple(f"{year}-{month:02d}" for year, month in product((2018, 2019), range(1, 13)))
PILOT = tuple(f"2017-{month:02d}" for month in range(1, 11))
DELIVERED = date(2017, 11, 15)
BASIS = Scenario(id="basis", label="Basis", description="unverändert")


def view(catalogue, scenario="basis", as_of=DELIVERED):
    return Assumptions(catalogue, load_scenario(shipped("data") / "scenarios", scenario), as_of)


def lever(id, *values, owner="Bund"):
    """A lever; values as (valid_from, known_since, value)."""
    dated = [
        DatedValue(
            valid_from=start,
            known_since=known,
            value=value,
            kind="law",
            status="read",
            quality="high",
            source=Source(title=f"Regel ab {start}"),
        )
        for start, known, value in values
    ]
    return Assumption(id=id, label=f"Stellschraube {id}", unit="factor", owner=owner, values=tuple(dated))


def small(catalogue, *levers, as_of=DELIVERED, patches=()):
    """The general level and these levers alone."""
    entries = {entry.id: entry for entry in (catalogue.entries[GENERAL], *levers)}
    return Assumptions(Catalogue(entries), BASIS.model_copy(update={"patches": tuple(patches)}), as_of)


@pytest.mark.parametrize("as_of", [date(2017, 1, 15), DELIVERED, date(2018, 9, 1), date(2019, 12, 31)])
@pytest.mark.parametrize("target", TARGETS)
def test_the_basis_changes_nothing_whatever_day_it_is(catalogue, target, as_of):
    assert (lever_factors(view(catalogue, as_of=as_of), target, PILOT + AHEAD) == 1).all()


@pytest.mark.parametrize("scenario", ["basis", "niedrig", "hoch", "stress"])
@pytest.mark.parametrize("target", TARGETS)
def test_no_scenario_touches_the_pilot_year_or_the_bridge(catalogue, scenario, target):
    assert (lever_factors(view(catalogue, scenario), target, (*PILOT, "2017-11", "2017-12")) == 1).all()


@pytest.mark.parametrize(("scenario", "sign"), [("niedrig", -1), ("hoch", 1), ("stress", 1)])
def test_scenarios_move_inflow_and_stay_the_way_their_name_says(catalogue, scenario, sign):
    inflow, stay, contacts = (lever_factors(view(catalogue, scenario), target, AHEAD) for target in TARGETS)
    assert (sign * (inflow - 1) > 0).all()
    assert (sign * (stay - 1) >= 0).all()
    assert (contacts == 1).all()


def test_family_reunion_counts_from_the_first_whole_month(catalogue):
    """Hoch: the quota from January 2018 on; family reunion is suspended to 16 March 2018 and counts from April on."""
    inflow = lever_factors(view(catalogue, "hoch"), "inflow", AHEAD)
    assert inflow == pytest.approx([1.05] * 3 + [1.05 * 1.05] * 21)


def test_the_general_level_is_not_among_the_factors(catalogue):
    stress = view(catalogue, "stress")
    assert (lever_factors(stress, "contacts", AHEAD) == 1).all()
    assert stress.number(GENERAL, date(2018, 6, 1)) == 1.5
    rows = [row for row in levers_table(stress, AHEAD).rows if row[0].startswith(GENERAL)]
    assert [(row[2], row[5]) for row in rows] == [("Landkreis", 1.5)]


def test_a_rule_is_not_seen_before_it_was_known(catalogue):
    rule = lever("lever_inflow_probe", (date(2018, 1, 1), date(2018, 2, 20), 1.5))
    assert lever_factors(small(catalogue, rule), "inflow", AHEAD[:2]).tolist() == [1, 1]
    assert lever_factors(small(catalogue, rule, as_of=date(2018, 2, 19)), "inflow", AHEAD[:2]).tolist() == [1, 1]
    assert lever_factors(small(catalogue, rule, as_of=date(2018, 2, 20)), "inflow", AHEAD[:2]).tolist() == [1.5, 1.5]


def test_a_lever_counts_from_the_month_on_whose_first_day_it_holds(catalogue):
    rule = lever("lever_persistence_probe", (date(2018, 3, 1), DELIVERED, 0.5), (date(2018, 4, 2), DELIVERED, 0.25))
    factors = lever_factors(small(catalogue, rule), "persistence", AHEAD[:6])
    assert factors.tolist() == [1, 1, 0.5, 0.5, 0.25, 0.25]


factors = st.decimals(0, 3, places=2)


@given(st.lists(st.tuples(factors, st.integers(1, 12)), max_size=4), st.lists(st.tuples(factors, st.integers(1, 12)), max_size=4))
def test_levers_on_a_target_are_multiplied_and_on_another_left_alone(inflow, contacts):
    chosen = {"inflow": inflow, "contacts": contacts}
    entries = {
        f"lever_{target}_{place}": lever(f"lever_{target}_{place}", (date(2018, month, 1), DELIVERED, value))
        for target, levers in chosen.items()
        for place, (value, month) in enumerate(levers)
    }
    values = Assumptions(Catalogue(entries), BASIS, DELIVERED)
    for target, levers in chosen.items():
        expected = [np.prod([float(value) for value, month in levers if month <= place]) for place in range(1, 13)]
        assert lever_factors(values, target, AHEAD[:12]) == pytest.approx(expected)
    assert (lever_factors(values, "persistence", AHEAD) == 1).all()


def test_a_county_may_add_a_lever_of_its_own(catalogue):
    own = lever("lever_contacts_branch_office", (date(2018, 1, 1), DELIVERED, 1.1), owner="Landkreis")
    values = small(catalogue, own)
    assert lever_factors(values, "contacts", AHEAD[:1]).tolist() == [1.1]
    assert levers_table(values, AHEAD).rows[0][:6] == (
        "lever_contacts_branch_office@2018-01", "Stellschraube lever_contacts_branch_office", "Landkreis", "Beratungen", "2018-01", 1.1,
    )  # fmt: skip


def test_what_only_shifts_people_between_counties_is_left_out_of_what_all_share(catalogue):
    """Belastung: inflow 1.2 by the quota, from April 1.25 by family reunion too; stay 1.1 by the residence rule alone."""
    stress = view(catalogue, "stress")
    assert lever_factors(stress, "inflow", AHEAD) == pytest.approx([1.2] * 3 + [1.2 * 1.25] * 21)
    assert lever_factors(stress, "inflow", AHEAD, common=True) == pytest.approx([1] * 3 + [1.25] * 21)
    assert lever_factors(stress, "persistence", AHEAD, common=True).tolist() == [1] * 24
    own = lever("lever_contacts_probe", (date(2018, 1, 1), DELIVERED, 0.5))
    for shifts, factor in ((False, 0.5), (True, 1.0)):
        values = small(catalogue, own.model_copy(update={"between_counties": shifts}))
        assert lever_factors(values, "contacts", AHEAD[:1], common=True).tolist() == [factor]


def test_a_negative_factor_is_refused(catalogue):
    patch = Patch(id="lever_inflow_quota", set=-1, reason="Probe")
    values = Assumptions(catalogue, BASIS.model_copy(update={"patches": (patch,)}), DELIVERED)
    with pytest.raises(GermanError, match="muss eine Zahl ab 0 sein"):
        lever_factors(values, "inflow", AHEAD)


def test_every_lever_stands_in_the_table_with_owner_and_source(catalogue):
    table = levers_table(view(catalogue), AHEAD)
    shown = {row[0].split("@")[0] for row in table.rows}
    assert shown == {id for id in catalogue.entries if id.startswith("lever_")} | {GENERAL} == set(table.assumptions)
    assert {row[2] for row in table.rows} == {"Bund", "Land", "Landkreis"}
    assert all(row[7] for row in table.rows)
    assert {row[5] for row in table.rows} == {1.0}


def test_where_no_rule_is_known_the_table_says_so(catalogue):
    table = levers_table(view(catalogue), AHEAD)
    assert table.cell("lever_inflow_family_reunion@2017-01", "status") == "gelesen"
    assert table.cell("lever_inflow_family_reunion@2018-04", "source") == NO_RULE
    assert table.cell("lever_persistence_residence_rule@2019-09", "source") == NO_RULE


def test_a_later_day_knows_the_later_rules(catalogue):
    table = levers_table(view(catalogue, as_of=date(2018, 9, 1)), AHEAD)
    keys = [row[0] for row in table.rows if row[0].startswith("lever_inflow_family_reunion")]
    assert keys == [f"lever_inflow_family_reunion@{month}" for month in ("2017-01", "2018-04", "2018-08")]
    assert "1.000 Personen im Monat" in table.cell("lever_inflow_family_reunion@2018-08", "source")


def test_a_scenario_stands_in_the_table_once_though_a_rule_ends_under_it(catalogue):
    """Niedrig sets the stay from 2018 on; that the residence rule ends in August 2019 changes nothing more."""
    table = levers_table(view(catalogue, "niedrig"), AHEAD)
    rows = [row for row in table.rows if row[0].startswith("lever_persistence")]
    assert [(row[4], row[5], row[6]) for row in rows] == [("2018-01", 0.95, "nicht geprüft (Szenario)")]


def test_the_table_multiplies_to_the_factors(catalogue):
    """What holds in December 2019 by the table is what is reckoned with."""
    for scenario in ("niedrig", "hoch", "stress"):
        values = view(catalogue, scenario)
        for target in TARGETS:
            last = {row[0].split("@")[0]: row[5] for row in levers_table(values, AHEAD).rows if row[0].startswith(f"lever_{target}_")}
            assert lever_factors(values, target, AHEAD)[-1] == pytest.approx(np.prod(list(last.values())))


def test_the_handbook_names_who_decides():
    page = log_page(shipped("data"))
    assert "Familiennachzug zu subsidiär Schutzberechtigten (es entscheidet: Bund; zu prüfen bis 16.03.2018)" in page
    assert "## Stellschrauben der Politik" in page


def test_who_decides_stays_with_the_value_under_every_scenario(catalogue):
    for scenario in ("basis", "hoch"):
        assert view(catalogue, scenario).get("lever_inflow_quota", date(2018, 6, 1)).owner == "Land"


def test_somebody_unknown_cannot_decide(tmp_path):
    text = (shipped("data") / "assumptions" / "levers.yaml").read_text(encoding="utf-8").replace("owner: Land", "owner: Gemeinde")
    (tmp_path / "levers.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GermanError, match=r"„Gemeinde“ ist nicht vorgesehen\. Erlaubt sind: Bund, Land, Landkreis"):
        load_catalogue(tmp_path)
