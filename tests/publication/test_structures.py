"""Who does what: the shipped file is sound, counts are as by hand, and mistakes are named with file and line."""

from pathlib import Path

import pytest

from wiwak_eval.publication.shipped_yaml import load_model
from wiwak_eval.publication.structures import StructureSet, load_structures, structures
from wiwak_eval.results import GermanError

SMALL = """\
providers:
  own: {label: Das Zentrum, short: Z}
  other: {label: Die andere Stelle, short: A}
  third: {label: Die dritte Stelle, short: D}
sources:
  read_one: {title: Gelesenes Papier, url: https://example.org/a, note: Seite zwei}
  general: {title: Allgemeinwissen}
tasks:
  advise:
    label: Beraten
    cells:
      own: {mark: offered, status: read, source: read_one}
      other: {mark: owed, status: unverified, source: general, note: nur Eigenes}
      third: {mark: none, status: derived, source: read_one}
  steer:
    label: Steuern
    cells:
      own: {mark: offered, status: derived, source: read_one}
  pay:
    label: Zahlen
    cells:
      other: {mark: owed, status: unverified, source: general}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "structures.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return file


def test_marks_open_questions_and_counts(small: Path) -> None:
    made = structures(load_model(small, StructureSet))
    assert made.structures.rows == (
        ("advise", "Beraten", "A", "P*", "–", 2),
        ("steer", "Steuern", "A", "?", "?", 1),
        ("pay", "Zahlen", "?", "P*", "?", 1),
    )
    assert made.structure_figures.rows == (("centre", 2, 1, 1, 2, 5),)


def test_sources_are_told_by_provider_with_their_standing(small: Path) -> None:
    rows = structures(load_model(small, StructureSet)).structure_sources.rows
    assert [row[0] for row in rows] == [
        "own/read_one/read",
        "own/read_one/derived",
        "other/general/unverified",
        "third/read_one/derived",
    ]
    assert rows[2][1:] == ("A", "P: Beraten (nur Eigenes), Zahlen", "Allgemeinwissen", "nicht geprüft")
    assert rows[0][3] == "Gelesenes Papier; Seite zwei; https://example.org/a"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("mark: owed, status: unverified, source: general, note", "mark: must, status: unverified, source: general, note", 13, "must"),
        ("mark: none, status: derived, source: read_one", "mark: none, status: derived, source: lost", 1, "„lost“"),
        ("      third: {mark", "      fourth: {mark", 1, "„fourth“"),
        ("{label: Das Zentrum, short: Z}", "{label: Das Zentrum, short: 5}", 2, "short"),
        ("    label: Steuern\n", "    label: Steuern\n    colour: rot\n", 17, "colour"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(small: Path, old: str, new: str, line: int, words: str) -> None:
    assert SMALL.count(old) == 1
    small.write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(GermanError) as caught:
        load_model(small, StructureSet)
    assert f"structures.yaml, Zeile {line}:" in str(caught.value)
    assert words in str(caught.value)


def test_the_shipped_file_claims_nothing_without_a_source() -> None:
    given = load_structures()
    assert next(iter(given.providers)) == "wiwak"
    read = {cell.source for task in given.tasks.values() for cell in task.cells.values() if cell.status == "read"}
    assert all(given.sources[name].title != "Allgemeinwissen" for name in read)
    vague = {name for name, source in given.sources.items() if "Allgemeinwissen" in f"{source.title} {source.note}"}
    told = [cell for task in given.tasks.values() for cell in task.cells.values()]
    assert {cell.status for cell in told if cell.source in vague} == {"unverified"}
    assert set(given.sources) == {cell.source for cell in told}


def test_every_number_of_the_figures_can_be_counted_in_the_matrix() -> None:
    made = structures(load_structures())
    own = [row for row in made.structures.rows if str(row[2]).startswith(("A", "P"))]
    _, tasks, shared, alone, unverified, statements = made.structure_figures.rows[0]
    marks = [str(cell) for row in made.structures.rows for cell in row[2:-1]]
    assert (tasks, shared, alone) == (len(own), sum(int(str(row[-1])) > 1 for row in own), sum(row[-1] == 1 for row in own))
    assert (unverified, statements) == (sum(mark.endswith("*") for mark in marks), sum(mark != "?" for mark in marks))
