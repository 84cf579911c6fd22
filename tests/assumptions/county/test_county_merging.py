from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Assumptions, Catalogue, county_record, load_scenario, log_table, with_county_values
from wiwak_eval.results import GermanError
from wiwak_eval.shipped import shipped

Deliver = Callable[..., Assumptions]
HEAD = "Kennung;Wert;gilt ab;bekannt seit\n"
ID = "follow_up_minutes"


def _on(view: Assumptions, *days: str) -> list[Decimal]:
    return [view.decimal(ID, date.fromisoformat(day)) for day in days]


def test_shipped_values_before_the_countys_first_day_stay(deliver: Deliver) -> None:
    view = deliver(f"{HEAD}{ID};15;01.03.2018;\n{ID};12;01.01.2019;\n")
    assert _on(view, "2018-02-28", "2018-03-01", "2018-12-31", "2019-01-01") == [20, 15, 15, 12]
    assert [view.get(ID, date(2018, month, 1)).by_county for month in (2, 3)] == [False, True]


def test_later_shipped_values_are_replaced_too(deliver: Deliver) -> None:
    shipped_view, view = deliver(), deliver(f"{HEAD}price_index;1,01;01.03.2018;\n")
    assert shipped_view.decimal("price_index", date(2019, 6, 1)) == Decimal("1.0302")
    assert view.decimal("price_index", date(2019, 6, 1)) == Decimal("1.01")
    assert view.decimal("price_index", date(2018, 2, 1)) == Decimal("1.015")


def test_a_value_not_yet_known_replaces_nothing(deliver: Deliver) -> None:
    text = f"{HEAD}{ID};15;01.01.2018;16.11.2017\n{ID};12;01.01.2017;17.11.2017\n"
    assert _on(deliver(text), "2017-06-01", "2018-06-01") == [20, 20]
    assert _on(deliver(text, as_of=date(2017, 11, 16)), "2017-06-01", "2018-06-01") == [20, 15]
    assert _on(deliver(text, as_of=date(2017, 11, 17)), "2017-06-01", "2018-06-01") == [12, 15]


def test_a_value_is_known_since_the_day_of_delivery_where_nothing_is_said(deliver: Deliver) -> None:
    text = f"{HEAD}{ID};15;01.01.2017;\n"
    assert _on(deliver(text, as_of=date(2017, 11, 14)), "2017-06-01") == [20]
    assert _on(deliver(text), "2017-06-01") == [15]


def test_the_deliverys_file_wins_over_the_state_folders(deliver: Deliver) -> None:
    home = f"{HEAD}{ID};15;01.01.2017;\ncontact_minutes;40;01.01.2017;\n"
    view = deliver(f"{HEAD}{ID};14;01.07.2017;\n", home_csv=home)
    assert _on(view, "2017-06-01", "2017-07-01") == [20, 14]
    assert view.decimal("contact_minutes", date(2017, 6, 1)) == 40


def test_an_id_in_both_files_of_a_folder_is_refused(deliver: Deliver) -> None:
    with pytest.raises(GermanError, match=r"annahmen.yaml, Zeile 1: „follow_up_minutes“ steht auch in der anderen Datei"):
        deliver(f"{HEAD}{ID};15;01.01.2017;\n", yaml=f"{ID}: {{values: [{{valid_from: 2017-01-01, value: 15}}]}}\n")


def test_the_log_names_the_county(deliver: Deliver) -> None:
    view = deliver(f"{HEAD}{ID};15;01.01.2018;\n")
    table = log_table(view, view.as_of, view.scenario, [ID])
    assert table.cell(f"{ID}@2018-01-01", "status") == "Annahme, nicht geprüft, vom Landkreis"
    assert table.cell(f"{ID}@2017-01-01", "status") == "Annahme, nicht geprüft"


def test_the_record_of_a_run_reads_back_as_the_same_values(deliver: Deliver, shipped_catalogue: Catalogue, tmp_path: Path) -> None:
    text = f"{HEAD}{ID};15,50;01.03.2018;\n{ID};12;01.01.2019;\nrooms_in_kind;nein;01.01.2018;\nnew_post_group;S14;01.01.2018;01.12.2017\n"
    view = deliver(text)
    folder = tmp_path / "pruefpaket"
    folder.mkdir()
    (folder / "annahmen.yaml").write_text(county_record(view.catalogue, view.as_of), encoding="utf-8")
    again = with_county_values(shipped_catalogue, [folder], date(2019, 1, 1))
    assert again.entries[ID] == view.catalogue.entries[ID]
    assert again.entries["rooms_in_kind"] == view.catalogue.entries["rooms_in_kind"]
    assert not again.entries["new_post_group"].county
    assert county_record(shipped_catalogue, view.as_of) == ""


def test_a_link_is_refused_and_a_folder_too(tmp_path: Path, shipped_catalogue: Catalogue) -> None:
    elsewhere = tmp_path / "anderswo.csv"
    elsewhere.write_text(f"{HEAD}{ID};15;01.01.2017;\n", encoding="utf-8")
    delivery = tmp_path / "lieferung"
    delivery.mkdir()
    (delivery / "annahmen.csv").symlink_to(elsewhere)
    (delivery / "annahmen.yaml").mkdir()
    with pytest.raises(GermanError) as caught:
        with_county_values(shipped_catalogue, [delivery], date(2017, 11, 15))
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [
        "lieferung/annahmen.csv, Zeile 1",
        "lieferung/annahmen.yaml, Zeile 1",
    ]


def test_a_scenario_changes_the_countys_value(deliver: Deliver) -> None:
    plain = deliver(f"{HEAD}caseload_level;1,1;01.01.2017;\n")
    high = Assumptions(plain.catalogue, load_scenario(shipped("data") / "scenarios", "hoch"), plain.as_of)
    assert high.decimal("caseload_level", date(2018, 6, 1)) == Decimal("1.1") * Decimal("1.2")
