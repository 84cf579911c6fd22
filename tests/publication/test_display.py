"""One cell and one table, for people and for machines."""

import csv
import io
from dataclasses import replace

import pytest
from paper_sample import HOSTILE, costs, monthly, topics

from wiwak_eval.publication import display
from wiwak_eval.publication.html_tables import html_grid, html_table
from wiwak_eval.results import HIDDEN, Cell, Column, Unit


def column(unit: Unit, decimals: int = 0) -> Column:
    return Column("x", "X", unit, decimals)


@pytest.mark.parametrize(
    ("cell", "unit", "decimals", "expected"),
    [
        (123456, Unit.CENTS, 0, "1.234,56\u202f€"),
        (-5, Unit.CENTS, 0, "−0,05\u202f€"),
        (0.123, Unit.SHARE, 0, "12\u202f%"),
        (0.12345, Unit.SHARE, 2, "12,35\u202f%"),
        ("2017-03", Unit.MONTH, 0, "März 2017"),
        ("gesamt", Unit.MONTH, 0, "gesamt"),
        (3.755, Unit.POSTS, 0, "3,76"),
        (2018, Unit.YEAR, 0, "2018"),
        (1843, Unit.CONTACTS, 0, "1.843"),
        (HIDDEN, Unit.CONTACTS, 0, "•"),
        (None, Unit.CENTS, 0, "–"),
        (True, Unit.TEXT, 0, "ja"),
        ("a\u0007b\nc", Unit.TEXT, 0, "a b c"),
    ],
)
def test_text_is_german_by_unit(cell: Cell, unit: Unit, decimals: int, expected: str) -> None:
    assert display.text(cell, column(unit, decimals)) == expected


@pytest.mark.parametrize(
    ("cell", "unit", "expected"),
    [
        (123456, Unit.CENTS, "1234.56"),
        (5, Unit.CENTS, "0.05"),
        (0.1 + 0.2, Unit.SHARE, "0.3"),
        (-0.0, Unit.NUMBER, "0"),
        (1e-9, Unit.NUMBER, "0"),
        (250.0, Unit.NUMBER, "250"),
        (1843, Unit.CONTACTS, "1843"),
        ("2017-03", Unit.MONTH, "2017-03"),
        (None, Unit.CENTS, ""),
        (HIDDEN, Unit.PERSONS, "•"),
    ],
)
def test_machine_is_plain(cell: Cell, unit: Unit, expected: str) -> None:
    assert display.machine(cell, column(unit)) == expected


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_no_table_may_print_nan(bad: float) -> None:
    with pytest.raises(ValueError, match="holds"):
        display.text(bad, column(Unit.NUMBER))
    with pytest.raises(ValueError, match="holds"):
        display.machine(bad, column(Unit.NUMBER))


def test_the_cells_alone_are_named_by_the_page() -> None:
    table = replace(topics(), columns=tuple(replace(one, unit=Unit.TEXT) if i == 0 else one for i, one in enumerate(topics().columns)))
    grid = html_grid(table, "tabelle-topics-titel")
    assert grid.startswith('<table aria-labelledby="tabelle-topics-titel"><thead>')
    assert "<caption" not in grid
    assert "&lt;script&gt;" in grid


def test_columns_of_sentences_and_tables_of_many_columns_are_told_apart() -> None:
    words = replace(topics(), rows=(("x" * 61, *topics().rows[0][1:]), *topics().rows[1:]))
    assert 'class="wordy"' in html_grid(words, "a")
    assert 'class="wordy"' not in html_grid(topics(), "a") + html_table(words)
    many = replace(monthly(), columns=monthly().columns * 2, rows=tuple(row * 2 for row in monthly().rows))
    assert html_grid(many, "a").startswith('<table class="many"')


def test_html_table_escapes_and_names_its_heads() -> None:
    table = html_table(topics())
    assert "<script>" not in table
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in table
    assert table.count('scope="col"') == 4
    assert table.count('scope="row"') == len(topics().rows)
    assert "Simulierte Daten – keine Zahlen des WiWAK" in table
    assert "aus Datenschutzgründen nicht ausgewiesen" in table


def test_text_table_is_aligned_and_marked() -> None:
    lines = display.text_table(monthly()).splitlines()
    assert lines[0] == "Beratungen und Personen je Monat"
    rows = [line for line in lines if line.startswith(("Januar", "Oktober"))]
    assert {len(row) for row in rows} == {len(lines[3])}
    assert lines[-1] == "Simulierte Daten – keine Zahlen des WiWAK"
    assert "Simulierte" not in display.text_table(monthly(simulated=False))


def test_people_do_not_see_the_machine_key() -> None:
    assert "interpreting" not in display.text_table(costs())
    assert "interpreting" in display.csv_text(costs())
    named = replace(costs(), columns=(Column("method", "Schlüssel", Unit.TEXT), *costs().columns[1:]))
    assert "interpreting" not in html_table(named)


def test_csv_neutralises_formulas_and_keeps_numbers() -> None:
    text = display.csv_text(topics())
    rows = list(csv.reader(io.StringIO(text)))
    keys = [row[0] for row in rows]
    assert "\r" not in text
    assert rows[0] == ["topic", "contacts", "persons", "share"]
    assert f"'{HOSTILE[0]}" in keys
    assert "'@summe" in keys
    assert "-20" in keys
    assert not [key for key in keys if key.startswith(("=", "+", "@"))]
