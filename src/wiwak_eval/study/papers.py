"""The papers of a study, built once and kept as a folder."""

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from wiwak_eval.publication.budget_papers import Source, budget_paper_readers, budget_papers
from wiwak_eval.publication.content import Content
from wiwak_eval.publication.council_paper import FILE as COUNCIL_PAPER
from wiwak_eval.publication.council_paper import READER as COUNCIL_READER
from wiwak_eval.publication.council_paper import CouncilPaper, council_paper
from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.imprint import FINDING_HEADS, finding_rows
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.report import report_pdf
from wiwak_eval.publication.speaking_notes import speaking_notes_pdf
from wiwak_eval.publication.workbook import workbook_xlsx
from wiwak_eval.results import Column, NotAssessable, ReleasedTable, Unit
from wiwak_eval.study import digests
from wiwak_eval.study.keeping import locked

Released = ReleasedTable | NotAssessable
READERS = {
    "bericht.pdf": "Bericht für Kreistag und Verwaltung",
    "faktenblatt.pdf": "Faktenblatt, eine Seite",
    "sprechzettel.pdf": "Fragen aus dem Kreistag und ihre Antworten",
    "bericht.html": "Bericht als Webseite in einer Datei, ohne Netz",
    "finanzierungsplan.xlsx": "Kosten- und Finanzierungsplan mit lebenden Formeln",
    "daten": "alle freigegebenen Tabellen als CSV mit Datenbeschreibung",
}


@dataclass(frozen=True)
class PaperFolder:
    """A folder with all papers; `overview` lists them for the notebook; notice: a German sentence to say aloud, or empty."""

    folder: Path
    overview: ReleasedTable
    notice: str = ""


def build_papers(
    root: Path, content: Content, released: Mapping[str, Released], years: tuple[int, int], template: bytes | None = None
) -> PaperFolder:
    """Build all papers below `root`, or find them there: the folder's name is the digest of all that goes in.

    template: the county's own layout of the council paper, None where it has none.
    """
    folder = root / _digest(content, released, template)[:24]
    council = _council(content, released, years, template)
    with locked(root):
        if not folder.is_dir():
            staging = root / f".{folder.name}.{os.getpid()}"
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir(mode=0o700)
            _write(staging, content, released, years)
            (staging / COUNCIL_PAPER).write_bytes(council.content)
            staging.replace(folder)
    return PaperFolder(folder, _overview(content, years), council.notice)


def _digest(content: Content, released: Mapping[str, Released], template: bytes | None) -> str:
    parts = [TypeAdapter(Content).dump_json(content), TypeAdapter(dict[str, Released]).dump_json(dict(released)), template or b""]
    return hashlib.sha256(b"\0".join([*parts, digests.of_package().encode(), digests.of_lock().encode()])).hexdigest()


def _council(content: Content, released: Mapping[str, Released], years: tuple[int, int], template: bytes | None) -> CouncilPaper:
    enclosures = [f"{file}: {what}" for file, what in readers(years).items() if file != COUNCIL_PAPER]
    return council_paper(released, content.findings, content.mark, years, enclosures, template)


def _write(folder: Path, content: Content, released: Mapping[str, Released], years: tuple[int, int]) -> None:
    tables = [table for table in released.values() if isinstance(table, ReleasedTable)]
    (folder / "bericht.pdf").write_bytes(report_pdf(content))
    (folder / "faktenblatt.pdf").write_bytes(factsheet_pdf(content))
    (folder / "sprechzettel.pdf").write_bytes(speaking_notes_pdf(content))
    (folder / "bericht.html").write_bytes(page_html(content).encode())
    (folder / "finanzierungsplan.xlsx").write_bytes(workbook_xlsx(released, content.findings, content.mark))
    for name, paper in budget_papers(Source(released, content.findings, content.mark, years)).items():
        (folder / name).write_bytes(paper)
    write_data(folder / "daten", tables, content.findings, content.mark)


def readers(years: tuple[int, int]) -> Mapping[str, str]:
    """Every paper of the run folder and what it is, in German."""
    return {**READERS, COUNCIL_PAPER: COUNCIL_READER, **budget_paper_readers(years)}


def findings_table(content: Content) -> ReleasedTable:
    """The index of findings as German text."""
    columns = tuple(Column(f"c{place}", head, Unit.TEXT) for place, head in enumerate(FINDING_HEADS))
    return _as_table("findings", "Die Aussagen der Unterlagen", columns, finding_rows(content), content)


def _overview(content: Content, years: tuple[int, int]) -> ReleasedTable:
    columns = (Column("file", "Datei", Unit.TEXT), Column("what", "Inhalt", Unit.TEXT))
    return _as_table("papers", "Die Unterlagen", columns, tuple(readers(years).items()), content)


def _as_table(id: str, title: str, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...], content: Content) -> ReleasedTable:
    """A table of words about released tables; it holds nothing that did not pass the gate."""
    mark = content.mark
    return ReleasedTable(id, title, columns, rows, "10_haushaltsunterlagen", mark.notices, (), mark.level, mark.provenance)
