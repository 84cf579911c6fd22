"""Every county's contacts: the home county as its forecast says, the others by quota and rate, and what other counties delivered."""

from dataclasses import replace

import numpy as np
import pytest

from tests.transfer.model_samples import AS_OF, CASELOAD, delivered, known, view
from wiwak_eval.assumptions import Patch
from wiwak_eval.forecast.volume import Caseload
from wiwak_eval.results import Column, NotAssessable, Table, Unit, build_table
from wiwak_eval.transfer.caseload import county_caseload
from wiwak_eval.transfer.caseload_table import caseload_table
from wiwak_eval.transfer.counties import counties_of
from wiwak_eval.transfer.elsewhere import other_sites
from wiwak_eval.transfer.expected import expected_in_land
from wiwak_eval.transfer.rates import county_rates
from wiwak_eval.transfer.rates_table import rates_table
from wiwak_eval.transfer.sites import expected_years

MONTHS = (150, 160, 170, 160, 180, 170, 160, 180, 190, 200)
OFF = Patch(id="transfer_pooling", set=False, reason="Probe")
GOTHA = "Gotha;01.01.2017;31.10.2017;900;200;ja\n"
ERFURT = "Stadt Erfurt;01.01.2017;30.06.2017;2100;500;ja\n"


@pytest.fixture
def alone(tmp_path):
    return delivered(tmp_path, MONTHS)


@pytest.fixture
def several(tmp_path):
    return delivered(tmp_path, MONTHS, GOTHA + ERFURT)


def names(contacts):
    return [county.name for county in contacts.counties]


@pytest.mark.parametrize("patches", [(), (OFF,)])
def test_with_one_site_the_home_county_is_its_forecast_to_the_digit(alone, patches):
    contacts = county_caseload(CASELOAD, alone, known(), view(*patches))
    assert not contacts.pooled
    assert [year[contacts.home] for year in contacts.planned] == [2_000, 1_500]
    assert (contacts.draws[:, contacts.home] == np.array(CASELOAD.draws)).all()


def test_with_pooling_off_others_do_not_move_the_home_county(several):
    contacts = county_caseload(CASELOAD, several, known(), view(OFF))
    assert not contacts.pooled
    assert (contacts.draws[:, contacts.home] == np.array(CASELOAD.draws)).all()
    assert [year[contacts.home] for year in contacts.planned] == [2_000, 1_500]


def test_levers_that_only_shift_people_act_on_the_home_county_alone(alone):
    """Own forecast a fifth higher by such levers: the other rows are those of the forecast without them, planned and drawn."""
    higher = Caseload(
        CASELOAD.years, (2_400, 1_800), tuple(tuple(6 * one // 5 for one in year) for year in CASELOAD.draws), elsewhere=CASELOAD
    )
    without, shifted = (county_caseload(one, alone, known(), view()) for one in (CASELOAD, higher))
    others = [place for place in range(23) if place != shifted.home]
    assert [year[shifted.home] for year in shifted.planned] == [2_400, 1_800]
    assert (shifted.draws[:, shifted.home] == np.array(higher.draws)).all()
    assert (shifted.draws[:, others] == without.draws[:, others]).all()
    assert [[year[place] for place in others] for year in shifted.planned] == [
        [year[place] for place in others] for year in without.planned
    ]
    notes = [caseload_table(one, NotAssessable("x"), None, ()).notes for one in (without, shifted)]
    assert [any("nur von einem Kreis in einen anderen" in note for note in each) for each in notes] == [False, True]


def test_central_values_are_by_quota(alone):
    """Gotha 6.3 % against 5.8 %: 2,000 x 63 / 58 = 2,172.4; 1,500 x 63 / 58 = 1,629.3."""
    contacts = county_caseload(CASELOAD, alone, known(), view())
    place = names(contacts).index("Gotha")
    assert [year[place] for year in contacts.planned] == [2_172, 1_629]
    twin = names(contacts).index("Schmalkalden-Meiningen")
    assert [year[twin] for year in contacts.planned] == [2_000, 1_500]


def test_another_county_is_less_sure_than_the_home_county_and_all_share_its_path(alone):
    contacts = county_caseload(CASELOAD, alone, known(), view())
    twin = names(contacts).index("Schmalkalden-Meiningen")
    logs = np.log1p(contacts.draws[0])
    assert logs[twin].std() > 3 * logs[contacts.home].std()
    transfer = logs[twin] - logs[contacts.home]
    assert np.median(transfer) == pytest.approx(0, abs=0.05)
    assert transfer.var() == pytest.approx(2 * 0.4**2 + 12 / 2_000, rel=0.25)
    together = np.corrcoef(transfer, logs[0] - logs[contacts.home])[0, 1]
    assert 0.3 < together < 0.7
    assert (contacts.draws == np.rint(contacts.draws)).all()


def test_both_years_of_a_draw_have_one_rate(alone):
    contacts = county_caseload(CASELOAD, alone, known(), view())
    first, second = np.log1p(contacts.draws[:, 0]) - np.log1p(contacts.draws[:, contacts.home])
    assert np.corrcoef(first, second)[0, 1] > 0.9


def test_the_same_seed_gives_the_same_draws_and_another_seed_others(alone):
    one, two = (county_caseload(CASELOAD, alone, known(), view()) for _ in range(2))
    other = county_caseload(CASELOAD, alone, known(), view(Patch(id="forecast_seed", set=1, reason="Probe")))
    assert (one.draws == two.draws).all()
    assert (one.draws != other.draws).any()


def test_what_others_delivered_moves_all_rates_towards_each_other(several):
    rates = county_rates(several, known(), view(), 2019)
    assert [rates.counties[site.county].name for site in rates.sites] == ["Wartburgkreis", "Stadt Erfurt", "Gotha"]
    home, erfurt, gotha = rates.sites
    assert (home.contacts, erfurt.contacts, gotha.contacts) == (1_720, 2_100, 900)
    years = expected_years(rates.land, gotha.period_from, gotha.period_to)
    assert gotha.exposure == pytest.approx(years * 0.063)
    assert years == pytest.approx(sum(rates.land.stock[0, rates.land.months.index(f"2017-{month:02d}")] for month in range(1, 11)) / 12)
    contacts = county_caseload(CASELOAD, several, known(), view())
    assert contacts.pooled
    table = rates_table(rates, 1, ())
    assert isinstance(table, Table)
    own, used = ([table.cell(name, column) for name in ("Gotha", "Wartburgkreis", "Stadt Erfurt")] for column in ("own_rate", "rate"))
    assert own[0] < used[0] < used[1] < used[2] < own[2]
    factor = used[0] / own[1]
    assert contacts.planned[0][names(contacts).index("Gotha")] == pytest.approx(2_000 * 63 / 58 * factor, abs=1)


def test_with_pooling_off_a_county_keeps_its_own_rate(several):
    contacts = county_caseload(CASELOAD, several, known(), view(OFF))
    home, _, gotha = county_rates(several, known(), view(OFF), 2019).sites
    factor = (gotha.contacts / gotha.exposure) / (home.contacts / home.exposure)
    assert contacts.planned[0][names(contacts).index("Gotha")] == round(2_000 * 63 / 58 * factor)


def test_two_periods_of_a_county_are_one_site(tmp_path):
    rows = "Gotha;01.01.2017;31.03.2017;300;120;ja\nGotha;01.06.2017;31.07.2017;250;90;ja\n"
    site = county_rates(delivered(tmp_path, MONTHS, rows), known(), view(), 2019).sites[1]
    assert (site.contacts, site.persons) == (550, None)
    assert (site.period_from.month, site.period_to.month) == (1, 7)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Gotha;01.01.2017;31.10.2017;900;200;nein\n", "echte und simulierte Zahlen stehen nebeneinander"),
        ("Rhönkreis;01.01.2017;31.10.2017;900;200;ja\n", "„Rhönkreis“ ist kein Landkreis und keine kreisfreie Stadt"),
        ("Wartburgkreis;01.01.2017;31.10.2017;900;200;ja\n", "„Wartburgkreis“ ist der Landkreis dieser Lieferung selbst"),
        ("Gotha;01.01.2017;31.10.2017;900;;ja\nGotha;01.10.2017;31.10.2017;90;;ja\n", "zwei Zeiträume von „Gotha“ überschneiden sich"),
        ("Gotha;01.01.2017;31.12.2017;900;;ja\n", "ein Zeitraum endet am 31.12.2017 und damit nach dem Stichtag"),
        ("Gotha;01.01.2010;31.12.2010;900;;ja\n", "vor Beginn der Asylstatistik"),
        ("Gotha;01.01.2017;31.10.2017;100;5000;ja\n", "„Gotha“ nennt mehr Personen (5.000) als Beratungen (100)"),
        ("Gotha;01.05.2017;31.05.2017;29;;ja\n", "„Gotha“ nennt zusammen weniger als 30 Beratungen (29)"),
        ("Gotha;01.03.2015;31.12.2015;400;;ja\n", "„Gotha“ endet am 31.12.2015 und damit mehr als ein Jahr vor dem ersten Tag"),
        ("Stadt Suhl;01.01.2017;30.06.2017;1000000;;ja\n", "mehr als das Zehnfache des eigenen Landkreises (1,8"),
        ("Stadt Suhl;01.05.2017;01.05.2017;30;;ja\n", "mehr als das Zehnfache des eigenen Landkreises (1,8"),
        ("Gotha;01.01.2017;31.10.2017;120;;ja\n", "weniger als ein Zehntel des eigenen Landkreises (1,8"),
    ],
)
def test_what_cannot_be_pooled_is_refused_and_the_pilot_goes_alone(tmp_path, row, words):
    records = delivered(tmp_path, MONTHS, row)
    rates = county_rates(records, known(), view(), 2019)
    assert words in rates.left_out.reason
    assert rates_table(rates, 1, ()) == rates.left_out
    contacts = county_caseload(CASELOAD, records, known(), view())
    assert (contacts.draws[:, contacts.home] == np.array(CASELOAD.draws)).all()
    assert words in caseload_table(contacts, NotAssessable("x"), rates.left_out, ()).notes[-1]


def test_the_table_repeats_the_ranges_of_the_forecast_and_sums_up_the_plan(alone):
    contacts = county_caseload(CASELOAD, alone, known(), view())
    columns = [Column(name, name, Unit.TEXT) for name in ("year", "p10", "p90")]
    home_years = build_table("forecast_yearly", "", columns, [("2018", 1_234, 2_345), ("2019", 987, 2_000)], "")
    table = caseload_table(contacts, home_years, None, ())
    assert [table.cell("Wartburgkreis", f"contacts_2018{end}") for end in ("", "_p10", "_p90")] == [2_000, 1_234, 2_345]
    assert len(table.rows) == 24
    assert table.cell("land", "contacts_2018") == sum(row[2] for row in table.rows[:-1])
    low, high = (table.cell("land", f"contacts_2018_{end}") for end in ("p10", "p90"))
    assert sum(row[3] for row in table.rows[:-1]) < low < high < sum(row[4] for row in table.rows[:-1])


def test_one_site_has_no_table_of_rates(alone):
    refused = rates_table(county_rates(alone, known(), view(), 2019), 1, ())
    assert refused.reason.startswith("nicht auswertbar: Nur ein Landkreis hat Zahlen geliefert")


def test_without_a_forecast_there_is_none_for_others(alone):
    refused = NotAssessable("nicht auswertbar: Probe.")
    assert county_caseload(refused, alone, known(), view()) == refused


def test_no_contacts_at_all_in_a_year_stay_none(alone):
    nothing = Caseload((2018, 2019), (0, 0), ((0,) * 50, (0,) * 50))
    contacts = county_caseload(nothing, alone, known(), view())
    assert not contacts.draws.any()
    assert not np.array(contacts.planned).any()


def test_a_spread_of_nothing_is_refused(alone):
    refused = county_rates(alone, known(), view(Patch(id="transfer_log_sd", set=0, reason="Probe")), 2019)
    assert refused == NotAssessable("nicht auswertbar: Die Annahme „transfer_log_sd“ muss größer als 0 sein; bitte den Wert ändern.")


@pytest.mark.parametrize(
    ("persons", "dispersion"), [(None, 12), (200, 12 * (900 / 200) / (1_720 / 400)), (90, 12 * 10 / 4.3), (10, 12 * 10), (900, 12 / 4.3)]
)
def test_the_more_contacts_a_person_has_the_more_they_scatter_up_to_tenfold(tmp_path, persons, dispersion):
    """Home: 1,720 contacts of 400 persons, 4.3 each, variance over mean 12. Gotha: 900 contacts of so many persons."""
    rows = f"Gotha;01.01.2017;31.10.2017;900;{persons or ''};ja\n"
    records = delivered(tmp_path, MONTHS, rows)
    home = replace(county_rates(records, known(), view(), 2019).sites[0], persons=400)
    land = expected_in_land(known(), view(), 2019)
    (gotha,) = other_sites(records, home, counties_of(known()), land, AS_OF)
    assert home.dispersion == 12
    assert gotha.dispersion == pytest.approx(dispersion)
    assert gotha.variance == pytest.approx(dispersion / 900)
