"""A number that appears in several papers is the same in all: PDF text, web page, recalculated workbook, CSV."""

import csv
import re
import subprocess
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.job.libreoffice import recalculated, with_inputs, with_wrong_caches
from wiwak_eval.publication.workbook import workbook_xlsx
from wiwak_eval.study.opened import Parameters
from wiwak_eval.study.study import Study

pytestmark = pytest.mark.system

FUNDERS = ("land", "federal", "esf", "county_cash", "county_in_kind", "third", "open")
HEADLINES = (
    "contacts_pilot",
    "persons_pilot",
    *(f"{name}_{year}" for year in (2018, 2019) for name in ("caseload", "persons", "new_persons", "posts", "cost", *FUNDERS)),
    *(f"land_{name}_{year}" for year in (2018, 2019) for name in ("persons", "contacts", "posts", "cost", "open", "variant")),
)
Numbers = dict[str, tuple[Decimal | None, Decimal | None, Decimal | None]]


def number(text: str) -> Decimal | None:
    """A German or machine number; None for a dash or nothing."""
    digits = re.sub(r"[\s\u00a0\u202f\u2060€%°]", "", text).replace("−", "-")
    if digits in {"", "–"}:
        return None
    return Decimal(digits.replace(".", "").replace(",", ".") if "," in digits or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", digits) else digits)


def span(text: str) -> tuple[Decimal | None, Decimal | None]:
    """`1.900 bis 3.800 €` as two numbers."""
    if " bis" not in text.replace("\u00a0", " "):
        return None, None
    low, high = re.split(r"\s+bis\s+", text.replace("\u00a0", " "))
    return number(low), number(high)


def from_csv(run: Path) -> Numbers:
    with (run / "pruefpaket" / "findings.csv").open(encoding="utf-8", newline="") as handle:
        rows = {row["id"]: row for row in csv.DictReader(handle)}
    return {id: (number(rows[id]["value"]), number(rows[id]["low"]), number(rows[id]["high"])) for id in HEADLINES}


class Cells(HTMLParser):
    """All table rows of a page as lists of text."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        self._inside = tag in {"td", "th"} or (self._inside and tag not in {"tr", "table"})
        if tag in {"td", "th"} and self.rows:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def from_page(run: Path) -> Numbers:
    """From the index of findings: identifier, statement, value, span."""
    cells = Cells()
    cells.feed((run / "bericht.html").read_text(encoding="utf-8"))
    found: Numbers = {}
    for row in cells.rows:
        ids = [id for id in HEADLINES if row and re.search(rf"(^|\W){id}$", row[0].strip())]  # a place may end with a column of that name
        values = [i for i, cell in enumerate(row) if number_like(cell)]
        if ids and len(row) >= 4 and values:  # evidence of a claim names findings too, without numbers
            found[ids[0]] = (number(row[values[0]]), *span(row[values[0] + 1]))
    return found


def number_like(cell: str) -> bool:
    return bool(re.fullmatch(r"[−-]?[\d.,\s\u00a0\u202f\u2060€%°]+", cell.strip())) and any(sign.isdigit() for sign in cell)


def from_pdf(run: Path) -> Numbers:
    """From the text of the index: a row begins with the identifier, a long span goes on in the line below."""
    text = subprocess.run(["pdftotext", "-layout", str(run / "bericht.pdf"), "-"], check=True, capture_output=True, text=True).stdout
    lines = text[text.rindex("Verzeichnis der Aussagen") :].splitlines()
    rows = [place for place, line in enumerate(lines) if line.strip() and line.split()[0] in HEADLINES and "·" in line]
    assert len(rows) == len(HEADLINES)
    return {lines[place].split()[0]: _row_numbers(lines[place], lines[place + 1]) for place in rows}


def _row_numbers(row: str, below: str) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value and span of a printed row; a long span goes on in the line below, from `bis` on."""
    columns = re.split(r"\s{2,}", row.strip())
    value = next(i for i, cell in enumerate(columns) if i > 0 and number_like(cell))
    going_on = re.search(r"bis[\s\u00a0]+[\d.,]+", below) if "bis" not in columns[value + 1] and columns[value + 1] != "–" else None
    return (number(columns[value]), *span(f"{columns[value + 1]} {going_on[0]}" if going_on else columns[value + 1]))


def from_workbook(workbook: Path) -> Numbers:
    """Those that follow inputs as LibreOffice computed them, the others from the index."""
    book = CalamineWorkbook.from_path(workbook)
    rows = [row for name in ("Kennzahlen", "Ergebnisse") for row in book.get_sheet_by_name(name).to_python()]
    found = {str(row[0]): row for row in rows if row and row[0] in HEADLINES}
    return {id: (cell_number(row[2]), cell_number(row[3]), cell_number(row[4])) for id, row in found.items()}


def cell_number(cell: object) -> Decimal | None:
    """A sheet's number to the cent; a dash means none."""
    return Decimal(str(round(cell, 6))).normalize() if isinstance(cell, int | float) else None


def normal(numbers: Numbers) -> Numbers:
    """The same numbers without trailing noughts."""
    return {id: (plain(value), plain(low), plain(high)) for id, (value, low, high) in numbers.items()}


def plain(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.normalize()


@pytest.fixture(scope="module", params=["pilot", "other"])
def run(request: pytest.FixtureRequest, runs: dict[str, Path]) -> Path:
    return runs[request.param]


def test_headlines_are_the_same_everywhere(run: Path, tmp_path: Path) -> None:
    stated = normal(from_csv(run))
    assert set(stated) == set(HEADLINES)
    assert all(stated[id][0] is not None for id in HEADLINES)
    assert normal(from_workbook(recalculated(run / "finanzierungsplan.xlsx", tmp_path))) == stated
    assert normal(from_page(run)) == stated
    assert normal(from_pdf(run)) == stated


def sheets(workbook: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(workbook)
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def close(a: object, b: object) -> bool:
    return abs(a - b) < 1e-6 if isinstance(a, float) and isinstance(b, float) else a == b


def recalculate_and_compare(workbook: Path, folder: Path) -> None:
    stated = sheets(workbook)
    wrong = with_wrong_caches(workbook, folder / "wrong.xlsx")
    assert sheets(wrong) != stated
    computed = sheets(recalculated(wrong, folder))
    for name, rows in stated.items():
        for row, other in zip(rows, computed[name], strict=True):
            assert all(close(a, b) for a, b in zip(row, other, strict=True)), (name, row, other)


def test_every_formula_gives_what_python_gave(run: Path, tmp_path: Path) -> None:
    """Also from a workbook whose cached values are all wrong, so that nothing but the formulas can be right."""
    recalculate_and_compare(run / "finanzierungsplan.xlsx", tmp_path)


@pytest.mark.usefixtures("warm")
def test_formulas_of_a_decided_grant_give_what_python_gave(tmp_path: Path) -> None:
    """With hindsight the Land's terms are known: the grant's formulas are at work, in another scenario."""
    study = Study(Parameters("pilot", "hoch", "2018-07-01"))
    book = tmp_path / "rueckblick.xlsx"
    book.write_bytes(workbook_xlsx(study.released, study.findings, study.mark))
    assert (study.findings["land_2018"].value or 0) > 0
    recalculate_and_compare(book, tmp_path)


def test_a_changed_input_moves_posts_costs_and_financing(runs: dict[str, Path], tmp_path: Path) -> None:
    """Twice the contacts: more posts, higher costs, and the parts still add up to the cent."""
    source = runs["pilot"] / "finanzierungsplan.xlsx"
    changed = sheets(recalculated(with_inputs(source, tmp_path / "more.xlsx", {("Mengen", "contacts", "2018"): 5400}), tmp_path))
    before = sheets(source)
    costs = {name: {row[1]: row[2] for row in book["Kosten"]} for name, book in (("before", before), ("changed", changed))}
    assert changed["Mengen"][5][2] == 5400
    assert costs["changed"]["Gesamtkosten"] > costs["before"]["Gesamtkosten"] + 1000
    financing = {row[1]: row[2] for row in changed["Finanzierung"] if len(row) > 2 and isinstance(row[2], float)}
    total = financing.pop("Gesamtfinanzierung")
    assert round(sum(financing.values()), 2) == round(total, 2) == round(costs["changed"]["Gesamtkosten"], 2)
