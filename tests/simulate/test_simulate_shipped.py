import json

from wiwak_eval.results import SIMULATED_MARK
from wiwak_eval.simulate import PILOT_SEED, delivery_files, pilot_parameters, simulate, simulate_delivery, simulation_document
from wiwak_eval.simulate.parameters import ADAPTER


def test_the_shipped_pilot_is_what_the_simulator_writes(pilot_year, pilot_folder):
    shipped = {file.name: file.read_bytes() for file in pilot_folder.iterdir() if file.is_file()}
    written = delivery_files(pilot_year)
    assert sorted(shipped) == sorted(written)
    assert [name for name in written if shipped[name] != written[name]] == []


def test_the_same_seed_gives_the_same_bytes(pilot_year, tmp_path):
    simulate_delivery(PILOT_SEED, tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == delivery_files(pilot_year)


def test_another_seed_gives_other_records(pilot_year):
    here, there = delivery_files(pilot_year), delivery_files(simulate(PILOT_SEED + 1, pilot_parameters()))
    drawn = ["beratungen.csv", "klienten.csv", "integrationskette.csv", "laufkarten.csv", "vermittlungen.csv", "buchungen.csv"]
    assert all(here[name] != there[name] for name in drawn)
    assert here["stellen.csv"] == there["stellen.csv"]


def test_the_page_is_what_the_generator_writes(pilot_year, simulation_page):
    assert simulation_page.read_text(encoding="utf-8") == simulation_document(pilot_year)


def test_everything_says_that_it_is_simulated(pilot_year, pilot_folder, simulation_page):
    facts = (pilot_folder / "lieferung.yaml").read_text(encoding="utf-8")
    assert "simuliert: ja" in facts
    assert "(SIMULIERT)" in facts
    for page in (pilot_folder / "README.md", pilot_folder / "lieferung.yaml", simulation_page, pilot_folder / "true_parameters.json"):
        assert SIMULATED_MARK in page.read_text(encoding="utf-8")


def test_the_truth_stands_alone(pilot_year, pilot_folder):
    truth = json.loads((pilot_folder / "true_parameters.json").read_text(encoding="utf-8"))
    parameters = ADAPTER.validate_python(truth["parameters"])
    assert parameters == pilot_parameters()
    rebuilt = simulate(truth["seed"], parameters)
    assert delivery_files(rebuilt) == delivery_files(pilot_year)


def test_each_parameter_has_unit_status_and_source(pilot_folder):
    truth = json.loads((pilot_folder / "true_parameters.json").read_text(encoding="utf-8"))
    parameters = [parameter for topic in truth["parameters"].values() for parameter in topic.values()]
    assert len(parameters) > 60
    for parameter in parameters:
        assert set(parameter) == {"value", "unit", "status", "source"}
        assert parameter["status"] in {"read", "derived", "assumed"}
        assert parameter["unit"]
        assert parameter["source"]


def test_files_are_utf8_with_line_feeds(pilot_folder):
    for file in pilot_folder.glob("*.csv"):
        content = file.read_bytes()
        assert b"\r" not in content
        assert content.endswith(b"\n")
        assert ";" in content.decode("utf-8").splitlines()[0]
