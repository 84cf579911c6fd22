"""Run folders as they come: with hidden figures, damaged, of other environments."""

import json
from pathlib import Path

import pytest

from wiwak_eval.audit.attribution.assumed import changed_assumptions, unread_values
from wiwak_eval.audit.attribution.attributing import OTHERWISE_INSTALLED, Wishes, _told, attribute_runs
from wiwak_eval.audit.attribution.differing import details, differing
from wiwak_eval.audit.attribution.factors import Factor
from wiwak_eval.audit.attribution.result import Attribution
from wiwak_eval.audit.attribution.sides import Side, read_side
from wiwak_eval.audit.attribution.words import lines
from wiwak_eval.results import GermanError

DIGESTS = dict.fromkeys(("package", "shipped", "lock", "delivery", "county_values"), "0")
DELIVERY = {"name": "probe", "period": ["2017-01-01", "2017-10-31"], "delivered_on": "2017-11-15"}


def run(
    folder: Path, contacts: str = "1725", cost: str = "100", release: str = "oeffentlich", installed: dict | None = None, **digests: str
) -> Path:
    """A run folder with two figures."""
    bundle = folder / "pruefpaket"
    bundle.mkdir(parents=True)
    manifest = {
        "digests": DIGESTS | digests,
        "parameters": {"scenario": "basis", "as_of": "2017-11-15", "release": release},
        "delivery": DELIVERY,
    }
    (bundle / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    rows = [f"contacts_pilot,Beratungen im Pilotjahr,{contacts},,,contacts", f"cost_2018,Gesamtkosten 2018,{cost},,,euro"]
    (bundle / "findings.csv").write_text("\n".join(["id,label,value,low,high,unit", *rows, ""]), encoding="utf-8")
    if installed is not None:
        pairs = {name: {"locked": "1", "installed": version} for name, version in installed.items()}
        machine = {"python": "3.11.9", "distributions": {"other_version": pairs, "not_installed": []}}
        (bundle / "umgebung.json").write_text(json.dumps(machine), encoding="utf-8")
    return folder


def attributed(one: Path, other: Path) -> Attribution:
    found = attribute_runs(one, other, Wishes(), lambda _: None)
    assert isinstance(found, Attribution)
    return found


def test_a_hidden_figure_is_said_to_be_hidden_and_not_attributed(tmp_path: Path) -> None:
    found = attributed(run(tmp_path / "a", contacts="•"), run(tmp_path / "b", delivery="1"))
    assert [one.id for one in found.shares] == ["cost_2018"]
    assert "In einem Lauf verdeckt, daher nicht zerlegt: Beratungen im Pilotjahr." in list(lines(found))
    assert read_side(run(tmp_path / "c", contacts="viele"), "Lauf A").printed["contacts_pilot"].value is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('{"digests"', '{'), ('"2017-10-31"', '"31. Oktober"'), ('"period"', '"dauer"'), ('"oeffentlich"', '"geheim"'),
        ('"2017-11-15", "release"', '"neulich", "release"'), ('"digests"', '"zahlen"'),
    ],
)  # fmt: skip
def test_a_damaged_manifest_is_one_german_sentence(tmp_path: Path, old: str, new: str) -> None:
    file = run(tmp_path / "a") / "pruefpaket" / "manifest.json"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(GermanError, match=r"^Lauf A \(.*\) ist nicht zu lesen: „manifest.json“"):
        read_side(tmp_path / "a", "Lauf A")


def test_other_installed_versions_are_another_environment_though_the_lock_is_the_same(tmp_path: Path) -> None:
    sides = [read_side(run(tmp_path / name, installed=found), name) for name, found in (("a", {}), ("b", {"numpy": "9"}))]
    assert differing(*sides, (None, None)) == (Factor.ENVIRONMENT,)
    told = [detail.line for detail in details(*sides, (None, None), (Factor.ENVIRONMENT,))]
    assert told == ["Eingerichtet war numpy: wie in der Sperrdatei → 9"]
    assert OTHERWISE_INSTALLED in list(_told((), {Factor.ENVIRONMENT}, sides[0], locks_differ=False))
    silent = read_side(run(tmp_path / "c"), "c")
    assert differing(sides[1], silent, (None, None)) == ()


def test_a_change_of_code_beside_other_installed_versions_is_not_all_the_codes(tmp_path: Path) -> None:
    one = run(tmp_path / "a", installed={})
    found = attributed(one, run(tmp_path / "b", cost="101", installed={"numpy": "9"}, package="1"))
    assert found.differing == (Factor.CODE, Factor.ENVIRONMENT)
    assert all(not share.alone for share in found.shares)


def test_where_only_the_level_differs_no_input_is_blamed_and_no_hidden_value_told(tmp_path: Path) -> None:
    found = attributed(run(tmp_path / "a", contacts="•"), run(tmp_path / "b", contacts="7", release="intern"))
    assert found.only_level
    said = "\n".join(lines(found))
    assert "Verschieden sind nur" not in said
    assert "Freigabestufe:" in said


def test_where_a_level_differs_too_one_input_does_not_get_it_all(tmp_path: Path) -> None:
    found = attributed(run(tmp_path / "a"), run(tmp_path / "b", cost="130", release="intern", county_values="1"))
    assert not any(share.alone for share in found.shares)
    assert "Annahmen, Freigabestufe" in found.rest


def test_an_assumption_is_told_with_its_day_and_with_what_the_other_run_used() -> None:
    before = {"level@2017-01-01": ("Niveau°", "1"), "pay@2018-03-01": ("Tarif", "1,024"), "pay@2019-04-01": ("Tarif", "1,05")}
    after = {**before, "level@2018-01-01": ("Niveau°", "1,2"), "pay@2018-03-01": ("Tarif", "1,03"), "pay@2019-04-01": ("Tarif", "1,06")}
    assert changed_assumptions(before, after) == [
        "Niveau, ab 01.01.2018: 1 → 1,2", "Tarif, ab 01.03.2018: 1,024 → 1,03", "Tarif, ab 01.04.2019: 1,05 → 1,06",
    ]  # fmt: skip
    assert changed_assumptions(before, {**before, "level@2018-01-01": ("Niveau", "1")}) == []


def test_an_own_value_that_nothing_reads_is_said_to_be_unread(tmp_path: Path) -> None:
    def side(name: str, values: str) -> Side:
        folder = run(tmp_path / name)
        (folder / "pruefpaket" / "annahmen.yaml").write_text(values, encoding="utf-8")
        file = folder / "pruefpaket" / "manifest.json"
        line = {"key": "rent@2017-01-01", "label": "Miete", "value": "6"}
        file.write_text(json.dumps({**json.loads(file.read_text(encoding="utf-8")), "assumptions": [line]}), encoding="utf-8")
        return read_side(folder, name)

    one, other = side("a", ""), side("b", "rent: {label: Miete, values: [1]}\nfood: {label: Essen, values: [2]}\n")
    assert unread_values(one, other) == ["Eigener Wert „Essen“ (food): wird in diesen Läufen nicht gelesen"]
