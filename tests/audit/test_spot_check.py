"""The protocol is done by somebody with a spreadsheet: here with csv and a reader of cells, and nothing of the programme."""

import csv
import hashlib
import re
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.reconciliation import reconciliation
from wiwak_eval.audit.spot_check import Task, candidates, draw
from wiwak_eval.audit.spot_check.drawing import HOW_MANY
from wiwak_eval.audit.spot_check.task import Look
from wiwak_eval.publication.land_papers import land_places
from wiwak_eval.publication.workbook import workbook_places
from wiwak_eval.results import HIDDEN, SIMULATED_MARK
from wiwak_eval.study.study import Study

HEADS_AT = 4
CELL = re.compile(r"([A-Z]+)(\d+)")


def position(cell: str) -> tuple[int, int]:
    """Line and column of `C5`, from 0."""
    match = CELL.fullmatch(cell)
    assert match, cell
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def sheet_of(run: Path, file: str, sheet: str) -> list[list[object]]:
    if file.endswith(".csv"):
        with (run / file).open(encoding="utf-8", newline="") as handle:
            return [list(row) for row in csv.reader(handle)]
    # What is empty above and to the left counts, as it does on a screen.
    return [list(row) for row in CalamineWorkbook.from_path(str(run / file)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)]


def numbers(run: Path, file: str, sheet: str, cells: str) -> list[float]:
    grid, found = sheet_of(run, file, sheet), []
    for span in cells.split("; "):
        first, _, last = span.partition(":")
        (top, left), (bottom, right) = position(first), position(last or first)
        found += [grid[line][column] for line in range(top, bottom + 1) for column in range(left, right + 1)]
    assert HIDDEN not in found
    return [float(str(cell)) for cell in found]


def result(run: Path, what: str, first: tuple[str, str, str], second: tuple[str, str, str]) -> float:
    values = numbers(run, *first)
    if what == "ablesen":
        (value,) = values
        return value
    if what == "Zellen addieren":
        return sum(values)
    assert what == "erste Zahl durch zweite teilen"
    (above,), (below,) = values, numbers(run, *second)
    return above / below


def listed(run: Path, sheet: str) -> list[dict[str, object]]:
    """Rows of a sheet of the protocol under their heads."""
    grid = CalamineWorkbook.from_path(str(run / "pruefpaket" / "stichprobe.xlsx")).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    assert grid[1][0] == SIMULATED_MARK
    heads = [str(cell) for cell in grid[HEADS_AT]]
    return [dict(zip(heads, row, strict=True)) for row in grid[HEADS_AT + 1 :] if row[0]]


def close(words: object) -> str:
    """Without white space, which a paper sets as it likes."""
    return re.sub(r"\s", "", str(words))


def paper(run: Path, file: str) -> str:
    if file.endswith(".docx"):
        return close("".join(words.text or "" for words in docx.Document(str(run / file)).element.body.iter(qn("w:t"))))
    return close("".join(page.extract_text() for page in PdfReader(run / file).pages))


def stands_there(text: str, row: dict[str, object]) -> bool:
    """Whether the paper prints the value beside, or large above, the words of its line, and has the list or table."""
    beside, value, large = close(row["Zeile"]), close(row["dort gedruckt"]), row["Liste oder Tabelle"] == "große Zahlen oben"
    places = [match.start() for match in re.finditer(re.escape(beside), text)]
    spans = [text[max(0, at - 40) : at] if large else text[at : at + len(beside) + 200] for at in places]
    return (large or close(row["Liste oder Tabelle"]) in text) and any(value in span for span in spans)


@pytest.mark.parametrize("which", ["pilot"])
def test_the_drawn_numbers_stand_in_the_papers_and_an_altered_paper_is_found(runs: dict[str, Path], which: str) -> None:
    run, texts = runs[which], dict[str, str]()
    rows = listed(run, "In den Unterlagen")
    assert len(rows) >= 10
    assert {"bericht.pdf", "faktenblatt.pdf", "beschlussvorlage.docx"} <= {row["Unterlage"] for row in rows}
    for row in rows:
        text = texts.setdefault(str(row["Unterlage"]), paper(run, str(row["Unterlage"])))
        assert stands_there(text, row), row
    row = next(row for row in rows if row["Unterlage"] == "faktenblatt.pdf")
    value = close(row["dort gedruckt"])
    altered = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), value)
    assert not stands_there(texts["faktenblatt.pdf"].replace(value, altered), row)


@pytest.mark.parametrize("which", ["pilot", "other"])
def test_the_draw_can_be_checked_in_a_list_of_all_places(runs: dict[str, Path], which: str) -> None:
    run = runs[which]
    rows = listed(run, "Alle Stellen")
    lots = [str(row["Losnummer"]) for row in rows]
    assert lots == sorted(lots)
    for row in rows:
        assert hashlib.sha256(f"{run.name}:{row['Kennung']}".encode()).hexdigest().startswith(str(row["Losnummer"]))
    for group, many in HOW_MANY.items():
        of_group = [row["gezogen"] for row in rows if row["Gruppe"] == group]
        chosen = min(many, len(of_group))
        assert of_group == ["gezogen"] * chosen + [""] * (len(of_group) - chosen)
    assert len(listed(run, "Stichprobe")) == sum(row["gezogen"] == "gezogen" for row in rows)


@pytest.mark.parametrize("which", ["pilot", "other"])
def test_the_protocol_can_be_done_with_a_spreadsheet_alone(runs: dict[str, Path], which: str) -> None:
    run = runs[which]
    book = CalamineWorkbook.from_path(str(run / "pruefpaket" / "stichprobe.xlsx"))
    assert book.sheet_names == ["Deckblatt", "Stichprobe", "In den Unterlagen", "Alle Stellen"]
    rows = listed(run, "Stichprobe")
    assert len(rows) >= 20
    for row in rows:
        first = str(row["Datei"]), str(row["Blatt"]), str(row["Zellen"])
        second = str(row["zweite Datei"]), "", str(row["zweite Zelle"])
        found = result(run, str(row["Was zu tun ist"]), first, second)
        assert abs(found - float(str(row["erwartet"]))) <= float(str(row["erlaubt bis"])) + 1e-9, row


def tasks_of(study: Study) -> tuple[Task, ...]:
    lines = reconciliation(study.released)
    live = workbook_places(study.released, study.findings) | land_places(study.released, study.findings)
    return candidates(Cells(study.released), study.findings, lines, live, study.content)


def test_each_place_that_could_be_drawn_holds(runs: dict[str, Path], worlds: dict[str, Study]) -> None:
    """The public pilot run is the basis world, so all its candidates can be looked up in its folder."""
    tasks = tasks_of(worlds["basis"])
    assert len(tasks) > 300
    assert {task.group for task in tasks} == set(HOW_MANY)
    grids: dict[tuple[str, str], list[list[object]]] = {}

    def read(look: Look) -> list[float]:
        grid = grids.setdefault((look.file, look.sheet), sheet_of(runs["pilot"], look.file, look.sheet))
        spans = [span.partition(":") for span in look.cells.split("; ")]
        places = [(position(first), position(last or first)) for first, _, last in spans]
        return [float(str(grid[line][left])) for (top, left), (bottom, _) in places for line in range(top, bottom + 1)]

    for task in tasks:
        values = read(task.first)
        found = values[0] / read(task.second)[0] if task.second else sum(values)
        assert abs(found - task.expected) <= task.within + 1e-9, task


def test_nothing_is_looked_up_in_a_council_paper_of_the_countys_own_layout(worlds: dict[str, Study]) -> None:
    """Nobody knows which tables it prints."""
    study = worlds["basis"]
    ours, theirs = (candidates(Cells(study.released), study.findings, (), {}, study.content, own) for own in (False, True))
    assert {task.group for task in ours} - {task.group for task in theirs} == {"Beschlussvorlage"}
    assert {task.printed.file for task in ours if task.printed} - {task.printed.file for task in theirs if task.printed} == {
        "beschlussvorlage.docx"
    }


def test_the_run_draws_and_nobody_else(worlds: dict[str, Study]) -> None:
    tasks = tasks_of(worlds["basis"])
    drawn = draw(tasks, "0123456789ab")
    assert drawn == draw(tuple(reversed(tasks)), "0123456789ab")
    assert draw(tasks, "ba9876543210") != drawn
    assert {group: sum(task.group == group for task in drawn) for group in HOW_MANY} == HOW_MANY
    assert len({task.id for task in tasks}) == len(tasks), "two places with one number of the lot"
