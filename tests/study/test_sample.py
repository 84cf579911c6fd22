"""The public sample in docs/muster is of the code that is there, says that it is simulated, and was written by its command alone."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.shipped import shipped
from wiwak_eval.study.sample import CHOSEN, DIGESTS, FINDINGS, PICTURES, WRITTEN_BY, digests
from wiwak_eval.study.study import Study

MARK = "Simulierte Daten – keine Zahlen des WiWAK"
LARGEST, LARGEST_PICTURE = 4_000_000, 150_000
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def sample() -> Path:
    return shipped("data").parent / "docs" / "muster"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_its_numbers_are_those_the_program_works_out_today(sample: Path, worlds: dict[str, Study], tmp_path: Path) -> None:
    """Where this fails, a number has changed since: `make sample`."""
    study = worlds["basis"]
    write_data(tmp_path, (), study.findings, study.mark)
    assert rows((sample / FINDINGS).read_text(encoding="utf-8")) == rows((tmp_path / FINDINGS).read_text(encoding="utf-8"))


def test_nothing_was_changed_by_hand(sample: Path) -> None:
    assert (sample / "README.md").read_text(encoding="utf-8").startswith(WRITTEN_BY)
    assert (sample / DIGESTS).read_text(encoding="utf-8") == digests(sample)


def test_it_is_whole_and_small(sample: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in sample.iterdir()}
    assert {*CHOSEN, FINDINGS, *PICTURES} <= set(sizes)
    assert sum(sizes.values()) <= LARGEST
    assert {name: size for name, size in sizes.items() if name.endswith(".png") and size > LARGEST_PICTURE} == {}


def test_every_paper_says_that_it_is_simulated(sample: Path) -> None:
    """On the first and last pages; that all pages do is tested where papers are made."""
    for file in sample.glob("*.pdf"):
        pages = PdfReader(file).pages
        said = [re.sub(r"\s+", " ", page.extract_text()) for page in (*pages[:2], *pages[-2:])]
        assert [words for words in said if MARK not in words] == [], file.name
    for file in [*sample.glob("*.html"), *sample.glob("*.svg"), sample / "README.md"]:
        assert MARK in file.read_text(encoding="utf-8"), file.name


def test_every_sheet_of_the_workbook_says_that_it_is_simulated(sample: Path) -> None:
    with zipfile.ZipFile(sample / "finanzierungsplan.xlsx") as book:
        sheets = [name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
        silent = [name for name in sheets if "Simulierte Daten" not in book.read(name).decode()]
    assert len(sheets) > 10
    assert silent == []


def test_pictures_of_the_pages_exist_and_are_described(sample: Path) -> None:
    root = sample.parents[1]
    for page in (root / "README.md", sample / "README.md"):
        shown = IMAGE.findall(page.read_text(encoding="utf-8"))
        assert len(shown) >= 2, page.name
        assert [target for _, target in shown if not (page.parent / target).is_file()] == []
        assert [target for words, target in shown if len(words) < 40] == [], "a description says what is to be seen"
    assert "simulated" in " ".join(words for words, _ in IMAGE.findall((root / "README.md").read_text(encoding="utf-8")))
