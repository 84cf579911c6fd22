"""The months after the pilot year: a delivery of its own, drawn from the same truth."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner

from wiwak_eval.cli.group import wiwak
from wiwak_eval.evaluation import monthly_counts
from wiwak_eval.records import SIMULATED_KEY, read_delivery
from wiwak_eval.results import SIMULATED_MARK
from wiwak_eval.simulate import MOST_LATER_MONTHS, later_files, pilot_parameters, simulate, write_later
from wiwak_eval.simulate.calendar import MONTHS
from wiwak_eval.simulate.later import draw_later, later_months, later_parameters
from wiwak_eval.simulate.later_delivery import seen_clients

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def later_counts(pilot_year, tmp_path_factory):
    folder = tmp_path_factory.mktemp("later")
    write_later(pilot_year, MOST_LATER_MONTHS, folder)
    records = read_delivery(folder, SIMULATED_KEY)
    assert records.faults == ()
    return records, monthly_counts(records)


@pytest.fixture(scope="module")
def many():
    truth = pilot_parameters()
    years = [simulate(seed, truth) for seed in range(12)]
    return [draw_later(year.seed, truth, seen_clients(year), MOST_LATER_MONTHS) for year in years]


def test_the_first_ten_months_are_those_the_evaluation_counts(later_counts, pilot_folder):
    now, before = later_counts[1], monthly_counts(read_delivery(pilot_folder, SIMULATED_KEY))
    assert before.months == MONTHS == now.months[:10]
    assert now.contacts[:10] == before.contacts
    assert now.persons[:10] == before.persons
    assert now.new_persons[:10] == before.new_persons


def test_the_other_years_too(tmp_path):
    year = simulate(5, pilot_parameters())
    write_later(year, 1, tmp_path)
    from wiwak_eval.simulate import write_delivery

    write_delivery(year, tmp_path / "year")
    now, before = (monthly_counts(read_delivery(folder, SIMULATED_KEY)) for folder in (tmp_path, tmp_path / "year"))
    assert (now.contacts[:10], now.persons[:10], now.new_persons[:10]) == (before.contacts, before.persons, before.new_persons)


def test_the_period_goes_on_without_a_gap(later_counts):
    records, counts = later_counts
    assert counts.months == (*MONTHS, "2017-11", "2017-12", *(f"2018-{month:02d}" for month in range(1, 11)))
    assert records.provenance.simulated
    assert (records.provenance.period_to.isoformat(), records.provenance.delivered_on.isoformat()) == ("2018-10-31", "2018-11-15")


@pytest.mark.parametrize(
    ("count", "end", "delivered"), [(1, "30.11.2017", "15.12.2017"), (2, "31.12.2017", "15.01.2018"), (4, "28.02.2018", "15.03.2018")]
)
def test_the_delivery_says_its_period_and_that_it_is_simulated(pilot_year, count, end, delivered):
    facts = later_files(pilot_year, count)["lieferung.yaml"].decode()
    assert f"Zeitraum von: 01.01.2017\nZeitraum bis: {end}\ngeliefert am: {delivered}\nsimuliert: ja\n" in facts
    assert facts.startswith(f"# {SIMULATED_MARK}\n")
    assert "(SIMULIERT)" in facts


def test_fewer_months_are_the_beginning_of_more(pilot_year):
    name = "monatsstatistik.csv"
    assert later_files(pilot_year, 12)[name].startswith(later_files(pilot_year, 3)[name])


def test_another_seed_gives_other_months():
    truth = pilot_parameters()
    assert draw_later(1, truth, frozenset(), 3) != draw_later(2, truth, frozenset(), 3)


@pytest.mark.parametrize("count", [0, 13, -1])
def test_there_are_one_to_twelve(pilot_year, count):
    with pytest.raises(ValueError, match="1 to 12"):
        later_files(pilot_year, count)


def test_persons_are_fewer_than_contacts_and_new_ones_fewer_than_persons(many):
    assert all(0 <= item.new_persons <= item.persons <= item.contacts for drawn in many for item in drawn)


def test_who_was_seen_before_is_not_new(pilot_year):
    nobody = draw_later(pilot_year.seed, pilot_year.truth, frozenset(), 12)
    known = draw_later(pilot_year.seed, pilot_year.truth, seen_clients(pilot_year), 12)
    assert [(item.contacts, item.persons) for item in nobody] == [(item.contacts, item.persons) for item in known]
    assert sum(item.new_persons for item in nobody) > sum(item.new_persons for item in known) + 50


def test_the_first_later_month_goes_on_from_october(many):
    """Nothing jumps at the seam: over many years, November lies within a quarter of October."""
    truth = pilot_parameters()
    october = sum(int(simulate(seed, truth).tables["monthly_totals"]["persons"].iloc[-1]) for seed in range(12))
    assert sum(drawn[0].persons for drawn in many) == pytest.approx(october, rel=0.25)


def test_fewer_decisions_bring_fewer_contacts_a_year_later(many):
    assert sum(drawn[-1].contacts for drawn in many) < 0.7 * sum(drawn[0].contacts for drawn in many)


def test_decisions_are_those_of_the_public_series():
    text = (REPOSITORY / "data" / "context" / "asylum_monthly.csv").read_text(encoding="utf-8")
    kinds = ("asylum", "refugee", "subsidiary", "removal_ban")
    public = {row["month"]: sum(int(row[kind]) for kind in kinds) for row in csv.DictReader(io.StringIO(text))}
    more, truth = later_parameters().positive_decisions.value, pilot_parameters().population.positive_decisions.value
    assert {month: public[month] for month in (*truth, *more)} == {**truth, **more}
    assert len(more) == 12
    assert min(more) == "2017-10"
    assert later_months(12)[-1] == "2018-10"


def test_the_command_writes_both_deliveries(pilot_year, tmp_path):
    out = tmp_path / "jahr"
    ended = CliRunner().invoke(wiwak, ["simulate", "--seed", "2017", "--out", str(out), "--later-months", "2"])
    assert ended.exit_code == 0, ended.output
    assert ended.output.splitlines() == [str(tmp_path / "jahr-spaeter"), str(out)]
    assert {file.name: file.read_bytes() for file in (tmp_path / "jahr-spaeter").iterdir()} == later_files(pilot_year, 2)
    again = CliRunner().invoke(wiwak, ["simulate", "--seed", "2017", "--out", str(tmp_path / "neu"), "--later-months", "13"])
    assert str(again.exception) == "Weitere Monate gibt es 1 bis 12. Bitte die Angabe „--later-months“ prüfen."


def test_the_command_overwrites_no_later_delivery(tmp_path):
    (tmp_path / "jahr-spaeter").mkdir()
    (tmp_path / "jahr-spaeter" / "monatsstatistik.csv").write_text("wertvoll", encoding="utf-8")
    ended = CliRunner().invoke(wiwak, ["simulate", "--seed", "1", "--out", str(tmp_path / "jahr"), "--later-months", "1"])
    assert "ist nicht leer" in str(ended.exception)
    assert not (tmp_path / "jahr").exists()
    assert (tmp_path / "jahr-spaeter" / "monatsstatistik.csv").read_text(encoding="utf-8") == "wertvoll"


def test_without_the_option_nothing_is_written_beside(tmp_path):
    ended = CliRunner().invoke(wiwak, ["simulate", "--seed", "1", "--out", str(tmp_path / "jahr")])
    assert ended.output.splitlines() == [str(tmp_path / "jahr")]
    assert [file.name for file in tmp_path.iterdir()] == ["jahr"]
