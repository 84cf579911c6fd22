from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from wiwak_eval.assumptions import Assumptions
from wiwak_eval.results import GermanError

Deliver = Callable[..., Assumptions]
DAY = date(2018, 6, 1)
GOOD = """\
# Unsere Werte
follow_up_minutes:
  values:
    - {valid_from: 2019-01-01, value: 12}
    - {valid_from: 2018-01-01, value: 15, low: 10, high: 20, kind: measured, source: {title: Zeitaufschreibung}}
pay_S13_3:
  label: Tabellenentgelt S 13, Stufe 3
  unit: EUR/month
  values:
    - {valid_from: 2018-01-01, known_since: 2017-01-01, value: 3700.50, kind: contract, status: read, source: {title: Tabelle}}
"""


def test_values_for_known_ids_and_whole_entries_for_new_ones(deliver: Deliver) -> None:
    view = deliver(yaml=GOOD)
    found = view.get("follow_up_minutes", DAY)
    assert (found.label, found.unit) == ("Nachbereitung je Beratung", "minutes")
    assert (found.value, found.kind, found.status, found.quality, found.by_county) == (Decimal(15), "measured", "read", "high", True)
    later = view.get("follow_up_minutes", date(2019, 6, 1))
    assert (later.kind, later.status, later.quality) == ("assumed", "unverified", "low")
    new = view.get("pay_S13_3", DAY)
    assert (new.value, new.by_county) == (Decimal("3700.5"), True)
    assert "pay_S13_3" in view.ids("pay_S13")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("value: 15", "value: viel", 5, "nur bei Zahlen"),
        ("value: 12}", "value: viel}", 3, "teils Zahlen, teils Text"),
        ("kind: measured", "kind: guessed", 5, "Erlaubt sind: law, contract"),
        ("value: 15, low: 10, high: 20", "value: 15, quality: good", 5, "Erlaubt sind: high, medium, low"),
        ("valid_from: 2018-01-01, value: 15", "value: 15", 5, "„valid_from“ fehlt"),
        ("valid_from: 2018-01-01, value: 15", "valid_from: 01.01.2018, value: 15", 5, "kein Datum"),
        ("low: 10", "low: 16", 5, "nicht zwischen"),
        ("value: 15", "wert: 15", 5, "„value“ fehlt"),
        ("follow_up_minutes:\n", "follow_up_minutes:\n  unit: hours/week\n", 3, "Die Einheit ist „minutes“, nicht „hours/week“"),
        ("follow_up_minutes", "follow_up_minute", 2, "Diese Kennung ist nicht bekannt"),
        ("  label: Tabellenentgelt S 13, Stufe 3\n", "", 6, "„label“ fehlt"),
        ("valid_from: 2019-01-01", "valid_from: 2018-01-01", 3, "Zwei Werte gelten ab 2018-01-01"),
        ("  values:\n    - {valid_from: 2019", "\tvalues:\n    - {valid_from: 2019", 3, "kein gültiges YAML"),
        ("follow_up_minutes:\n", "follow_up_minutes:\n  values: []\n", 4, "steht doppelt"),
        ("# Unsere Werte\n", "# Unsere Werte\nx: &x [*x]\n", 0, ""),
        ("# Unsere Werte\n", "? [a, b]\n: 1\n", 0, ""),
        ("# Unsere Werte\n", "2018: {label: a, unit: share}\n", 1, ""),
        ("# Unsere Werte\nfollow_up_minutes:", "contact_minutes: 5\nfollow_up_minutes:", 1, "kann hier nicht stehen"),
    ],
)
def test_each_mistake_is_one_sentence_with_file_and_line(deliver: Deliver, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    with pytest.raises(GermanError) as caught:
        deliver(yaml=GOOD.replace(old, new, 1))
    message = str(caught.value)
    assert message.startswith(f"lieferung/annahmen.yaml, Zeile {line or ''}"), message
    assert words in message
    assert message.count("annahmen.yaml, Zeile") == len(message.splitlines())


def test_the_line_of_a_wrong_value_is_that_of_the_file(deliver: Deliver) -> None:
    text = "interpreter_share:\n  values:\n    - {valid_from: 2019-01-01, value: 0.2}\n    - {valid_from: 2018-01-01, value: 30}\n"
    with pytest.raises(GermanError, match=r"Zeile 4: „interpreter_share / values / value“: 30 ist kein Anteil"):
        deliver(yaml=text)
    text = "new_post_group:\n  values:\n    - {valid_from: 2018-01-01, value: 14}\n"
    with pytest.raises(GermanError, match=r"Zeile 3: .*andere Art von Wert"):
        deliver(yaml=text)


def test_an_empty_file_changes_nothing(deliver: Deliver) -> None:
    assert not any(entry.county for entry in deliver(yaml="# nichts\n").catalogue.entries.values())


def test_a_shipped_lever_that_shifts_people_between_counties_stays_one(deliver: Deliver) -> None:
    """And the county says it of a lever of its own; without a word it acts everywhere."""
    lever = "lever_inflow_quota:\n  values:\n    - {valid_from: 2018-01-01, value: 1.1}\n"
    own = "  label: Probe\n  unit: factor\n  values:\n    - {valid_from: 2018-01-01, value: 1.1}\n"
    told = own.replace("  unit", "  between_counties: true\n  unit")
    view = deliver(yaml=f"{lever}lever_contacts_told:\n{told}lever_contacts_own:\n{own}")
    found = [view.get(id, DAY) for id in ("lever_inflow_quota", "lever_contacts_told", "lever_contacts_own")]
    assert [(one.by_county, one.between_counties) for one in found] == [(True, True), (True, True), (True, False)]
