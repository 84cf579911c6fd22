import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from wiwak_eval.assumptions import Catalogue, load_catalogue, load_scenario
from wiwak_eval.results import GermanError

GOOD = """\
rate:
  label: Satz
  unit: share
  values:
    - valid_from: 2017-01-01
      known_since: 2017-01-01
      value: 0.5
      low: 0.4
      high: 0.6
      kind: assumed
      status: unverified
      quality: low
      source: {title: Beispiel}
"""
SECOND = """\
    - valid_from: 2018-01-01
      known_since: 2017-01-01
      value: 0.5
      kind: assumed
      status: unverified
      quality: low
      source: {title: Beispiel}
"""


def _refusal(tmp_path: Path, text: str) -> str:
    (tmp_path / "costs.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(GermanError) as caught:
        load_catalogue(tmp_path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("      kind: assumed", "      kind: assumed\n      colour: red", 11, "nicht vorgesehen"),
        ("      source: {title: Beispiel}\n", "", 5, "„source“ fehlt"),
        ("  label: Satz\n", "", 1, "„label“ fehlt"),
        ("label: Satz", 'label: ""', 2, "leer"),
        ("known_since: 2017-01-01", "known_since: 2017-02-30", 6, "„2017-02-30“ ist kein Datum"),
        ("known_since: 2017-01-01", "known_since: bald", 6, "kein Datum"),
        ("low: 0.4", "low: 0.55", 5, "nicht zwischen"),
        ("high: 0.6", "high: 0.45", 5, "nicht zwischen"),
        ("value: 0.5", "value: halb", 5, "nur bei Zahlen"),
        ("value: 0.5", "value: .nan", 7, "kann hier nicht stehen"),
        ("value: 0.5", "value: [1, 2]", 7, "kann hier nicht stehen"),
        ("kind: assumed", "kind: guessed", 10, "Erlaubt sind: law, contract, measured, expert, assumed"),
        ("status: unverified", "status: sure", 11, "Erlaubt sind: read, derived, unverified"),
        ("quality: low", "quality: good", 12, "Erlaubt sind: high, medium, low"),
        ("      quality: low\n", "", 5, "„quality“ fehlt"),
        ("quality: low", "quality:", 12, "nicht vorgesehen"),
        ("title: Beispiel", "title: Haufe, Freiburg", 13, "Freiburg"),
        ("unit: share", "unit: share\n  unit: EUR", 4, "„unit“ steht doppelt"),
        ("valid_from: 2017-01-01", "valid_from: 2017-01-01\n      valid_to: 2016-12-31", 5, "liegt vor"),
        ("  unit: share", " unit: share", 3, "kein gültiges YAML"),
    ],
)
def test_each_mistake_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    message = _refusal(tmp_path, GOOD.replace(old, new, 1))
    assert "\n" not in message
    assert f"costs.yaml, Zeile {line}: " in message
    assert words in message


def test_values_that_overlap_or_repeat_are_refused(tmp_path: Path) -> None:
    ends_late = GOOD.replace("valid_from: 2017-01-01", "valid_from: 2017-01-01\n      valid_to: 2018-06-30") + SECOND
    assert "Zeile 4: " in _refusal(tmp_path, ends_late)
    assert "überschneidet" in _refusal(tmp_path, ends_late)
    assert "Zwei Werte gelten ab 2017-01-01" in _refusal(tmp_path, GOOD + SECOND.replace("2018", "2017"))
    assert "teils Zahlen, teils Text" in _refusal(tmp_path, GOOD + SECOND.replace("0.5", "halb"))


def test_an_id_may_stand_once_in_a_file_and_in_the_folder(tmp_path: Path) -> None:
    assert "costs.yaml, Zeile 14: „rate“ steht doppelt" in _refusal(tmp_path, GOOD + GOOD)
    (tmp_path / "other.yaml").write_text("# Kopf\n" + GOOD, encoding="utf-8")
    message = _refusal(tmp_path, GOOD)
    assert message.startswith(f"{tmp_path.name}/other.yaml, Zeile 2: „rate“ steht schon in einer anderen Datei")


def test_all_mistakes_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("[]", encoding="utf-8")
    message = _refusal(tmp_path, GOOD.replace("kind: assumed", "kind: guessed").replace("  label: Satz\n", ""))
    assert re.findall(r"\w+\.yaml, Zeile \d+", message) == [
        "costs.yaml, Zeile 1",
        "costs.yaml, Zeile 9",
        "other.yaml, Zeile 1",
    ]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GermanError, match="keine Annahmen"):
        load_catalogue(tmp_path)


def test_a_mistake_in_a_template_is_found_at_the_template(tmp_path: Path) -> None:
    text = """\
_templates:
  own: &own
    valid_from: 2017-01-01
    known_since: gestern
    kind: assumed
    status: unverified
    quality: low
    source: {title: Beispiel}
rate:
  label: Satz
  unit: share
  values: [{<<: *own, value: 1}]
"""
    assert "costs.yaml, Zeile 4: " in _refusal(tmp_path, text)


def test_numbers_stay_exact_and_text_stays_text(small: Callable[..., Catalogue]) -> None:
    numbers = small(("2017-01-01", "2017-01-01", "0.1"), ("2018-01-01", "2017-01-01", "3"))
    assert [value.value for value in numbers.entries["rate"].values] == [Decimal("0.1"), Decimal(3)]
    assert small(("2017-01-01", "2017-01-01", '"3"')).entries["rate"].values[0].value == "3"
    assert small(("2017-01-01", "2017-01-01", "true")).entries["rate"].values[0].value is True


def test_an_unknown_scenario_names_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "basis.yaml").write_text("label: Basis\ndescription: nichts\n", encoding="utf-8")
    with pytest.raises(GermanError, match=r"„\.\./x“ gibt es nicht\. Bekannt sind: basis"):
        load_scenario(tmp_path, "../x")


@pytest.mark.parametrize(
    ("patch", "line", "words"),
    [
        ("{id: rate, multiply: 2}", 4, "„reason“ fehlt"),
        ("{id: rate, set: 1, multiply: 2, reason: beides}", 4, "genau eine"),
        ("{id: rate, reason: nichts}", 4, "genau eine"),
        ("{id: rate, times: 2, reason: falsch}", 4, "nicht vorgesehen"),
    ],
)
def test_a_mistake_in_a_scenario_is_named_with_line(tmp_path: Path, patch: str, line: int, words: str) -> None:
    (tmp_path / "hoch.yaml").write_text(f"label: Hoch\ndescription: mehr\npatches:\n  - {patch}\n", encoding="utf-8")
    with pytest.raises(GermanError) as caught:
        load_scenario(tmp_path, "hoch")
    assert f"hoch.yaml, Zeile {line}: " in str(caught.value)
    assert words in str(caught.value)
