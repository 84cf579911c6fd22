"""What a run says of each county and town is the same in land.pdf, in land.xlsx as LibreOffice computes it, and in the CSV files."""

import csv
import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from tests.job.libreoffice import Cells, cells, recalculated, with_wrong_caches
from wiwak_eval import german

pytestmark = pytest.mark.system

YEARS = (2018, 2019)
TABLES = ("land_refugees", "land_caseload", "land_posts", "land_costs", "land_financing", "land_total")
SHEETS = {
    "land_caseload": "Beratungen", "land_posts": "Stellen", "land_costs": "Kosten", "land_financing": "Finanzierung",
    "land_total": "Ganzes Land", "land_refugees": "Anerkannte",
}  # fmt: skip
Stated = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module", params=["pilot", "other"])
def run(request: pytest.FixtureRequest, runs: dict[str, Path]) -> Path:
    return runs[request.param]


def from_csv(run: Path) -> Stated:
    found: Stated = {}
    for name in TABLES:
        with (run / "daten" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            found[name] = list(csv.DictReader(handle))
    return found


def differing(stated: Stated, book: Cells) -> list[tuple[str, str, str, str, object]]:
    """Cells of the workbook that are not what the CSV files say; it says beside the county's own plan that the delivery is simulated."""
    found = []
    for table, sheet in SHEETS.items():
        for row, shown in zip(stated[table], book[sheet][5:], strict=False):
            for (name, cell), other in zip(row.items(), shown, strict=False):
                if not same(f"{cell} (simuliert)" if cell == "eigener Plan" else cell, other):
                    found.append((table, next(iter(row.values())), name, cell, other))
    return found


def same(cell: str, shown: object) -> bool:
    if isinstance(shown, int | float) and re.fullmatch(r"-?[\d.]+", cell):
        return abs(float(cell) - float(shown)) < 1e-6
    return shown == (cell or "–")


def test_the_workbook_computes_what_the_files_say(run: Path, tmp_path: Path) -> None:
    """From a workbook whose cached values are all wrong, so that nothing but the formulas can be right."""
    stated = from_csv(run)
    assert len(stated["land_costs"]) == 24
    wrong = with_wrong_caches(run / "land.xlsx", tmp_path / "falsch.xlsx")
    assert differing(stated, cells(wrong)) != []
    book = cells(recalculated(wrong, tmp_path))
    assert differing(stated, book) == []
    assert [cell for row in book["Proben"][5:8] for cell in row[2:4]] == [0.0] * 6


def test_the_paper_prints_what_the_files_say(run: Path) -> None:
    """A line a county and year, its numbers side by side; and what is open and who would pay."""
    text = subprocess.run(["pdftotext", "-layout", str(run / "land.pdf"), "-"], check=True, capture_output=True, text=True).stdout
    printed, stated = re.sub(r"\s+", "", text), from_csv(run)
    for line in (*needs(stated), *payers(stated)):
        assert re.sub(r"\s+", "", line) in printed, line


def needs(stated: Stated) -> list[str]:
    lines = []
    for places in zip(*(stated[name] for name in ("land_refugees", "land_caseload", "land_posts", "land_costs")), strict=True):
        row = {name: cell for one in places for name, cell in one.items()}
        for year in YEARS:
            contacts = [whole(row[f"contacts_{year}{end}"]) for end in ("", "_p10", "_p90")]
            posts = [two(row[f"posts_{year}{end}"]) for end in ("", "_p10", "_p90")]
            low, high = (thousands(row[f"cost_{year}_{end}"]) for end in ("p10", "p90"))
            name = f"{row['county']}{whole(row[f'new_{year}'])}" if len(row["county"]) < 15 else whole(row[f"new_{year}"])
            lines.append(
                f"{name}{contacts[0]}{contacts[1]}bis{contacts[2]}{posts[0]}{posts[1]}bis{posts[2]}{row[f'binding_{year}'] or '–'}"
                f"{thousands(row[f'cost_{year}'])}T€{low}bis{high}T€"
            )
    return [line for line in lines if not line.startswith("Thüringen")]


def payers(stated: Stated) -> list[str]:
    rows = {row["key"]: row for row in stated["land_financing"]}
    counties = [key.removesuffix("_2018") for key in rows if key.endswith("_2018") and key != "land_2018"]
    return [paid(rows[f"{key}_{year}"]) for key in counties for year in YEARS]


def paid(row: dict[str, str]) -> str:
    ranged = {"open": "cash", "variant_land": "variant_land", "variant_county_cash": "variant_county_cash"}
    return "".join(
        f"{thousands(row[name])}T€{thousands(row[f'{ends}_p10'])}bis{thousands(row[f'{ends}_p90'])}T€" for name, ends in ranged.items()
    )


def thousands(cell: str) -> str:
    return german.number(Decimal(cell) / 1000)


def whole(cell: str) -> str:
    return german.number(Decimal(cell))


def two(cell: str) -> str:
    return german.number(Decimal(cell), 2)
