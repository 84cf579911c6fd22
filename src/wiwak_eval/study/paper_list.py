"""Which papers a run has: file, what it is, what makes it. A paper that is not in this list does not exist."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from wiwak_eval.publication.budget_papers import Source, budget_paper_makers
from wiwak_eval.publication.content import Content
from wiwak_eval.publication.council_paper import FILE as COUNCIL_PAPER
from wiwak_eval.publication.council_paper import READER as COUNCIL_READER
from wiwak_eval.publication.council_paper import CouncilPaper, council_paper
from wiwak_eval.publication.datapackage import write_data
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.land_papers import PAPER as LAND_PAPER
from wiwak_eval.publication.land_papers import PAPER_READER as LAND_READER
from wiwak_eval.publication.land_papers import WORKBOOK as LAND_WORKBOOK
from wiwak_eval.publication.land_papers import WORKBOOK_READER as LAND_WORKBOOK_READER
from wiwak_eval.publication.land_papers import land_pdf, land_xlsx
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.plain_paper import FILE as PLAIN_PAPER
from wiwak_eval.publication.plain_paper import READER as PLAIN_READER
from wiwak_eval.publication.plain_paper import plain_paper_pdf
from wiwak_eval.publication.report import report_pdf
from wiwak_eval.publication.slides import FOLDER as SLIDES
from wiwak_eval.publication.slides import READER as SLIDES_READER
from wiwak_eval.publication.slides import slide_files
from wiwak_eval.publication.speaking_notes import speaking_notes_pdf
from wiwak_eval.publication.workbook import workbook_xlsx
from wiwak_eval.results import NotAssessable, ReleasedTable

Released = ReleasedTable | NotAssessable


@dataclass(frozen=True)
class Making:
    """All that papers are made from. template: the county's own layout of the council paper, None where it has none."""

    content: Content
    released: Mapping[str, Released]
    years: tuple[int, int]
    template: bytes | None = None

    @property
    def source(self) -> Source:
        """The same for the papers of treasurer and Land."""
        return Source(self.released, self.content.findings, self.content.mark, self.years)

    @cached_property
    def council(self) -> CouncilPaper:
        """The council paper; all other papers are its enclosures."""
        enclosures = [f"{file}: {what}" for file, what in readers(self.years).items() if file != COUNCIL_PAPER]
        return council_paper(self.released, self.content.findings, self.content.mark, self.years, enclosures, self.template)


@dataclass(frozen=True)
class Paper:
    """file: name in the run folder; reader: German, what it is; write: puts it at a path, a file or a folder.

    long: much of its time passes in Typst, outside Python; where several are built at a time it is begun first.
    """

    file: str
    reader: str
    write: Callable[[Making, Path], None]
    long: bool = False


def papers(years: tuple[int, int]) -> tuple[Paper, ...]:
    """Every paper, in the order in which a reader is told of them."""
    return (
        replace(_of_content("bericht.pdf", "Bericht für Kreistag und Verwaltung", report_pdf), long=True),
        _of_content("faktenblatt.pdf", "Faktenblatt, eine Seite", factsheet_pdf),
        _of_content(PLAIN_PAPER, PLAIN_READER, plain_paper_pdf),
        _of_content("sprechzettel.pdf", "Fragen aus dem Kreistag und ihre Antworten", speaking_notes_pdf),
        _file("bericht.html", "Bericht als Webseite in einer Datei, ohne Netz", lambda made: page_html(made.content).encode()),
        _file("finanzierungsplan.xlsx", "Kosten- und Finanzierungsplan mit lebenden Formeln", _workbook),
        _file(COUNCIL_PAPER, COUNCIL_READER, lambda made: made.council.content),
        *(_of_source(name, one.reader, one.make) for name, one in budget_paper_makers(years).items()),
        _of_source(LAND_PAPER, LAND_READER, land_pdf),
        _file(LAND_WORKBOOK, LAND_WORKBOOK_READER, _land_workbook),
        Paper(SLIDES, SLIDES_READER, _slides, long=True),
        Paper("daten", "alle freigegebenen Tabellen als CSV mit Datenwörterbuch", _data),
    )


def readers(years: tuple[int, int]) -> Mapping[str, str]:
    """Every paper of the run folder and what it is, in German."""
    return {paper.file: paper.reader for paper in papers(years)}


def _file(name: str, reader: str, make: Callable[[Making], bytes]) -> Paper:
    return Paper(name, reader, partial(_write, make))


def _write(make: Callable[[Making], bytes], making: Making, path: Path) -> None:
    path.write_bytes(make(making))


def _of_source(name: str, reader: str, make: Callable[[Source], bytes]) -> Paper:
    return _file(name, reader, lambda making: make(making.source))


def _of_content(name: str, reader: str, make: Callable[[Content], bytes]) -> Paper:
    return _file(name, reader, lambda making: make(making.content))


def _workbook(making: Making) -> bytes:
    return workbook_xlsx(making.released, making.content.findings, making.content.mark)


def _land_workbook(making: Making) -> bytes:
    return land_xlsx(making.released, making.content.mark)


def _data(making: Making, folder: Path) -> None:
    tables = [table for table in making.released.values() if isinstance(table, ReleasedTable)]
    write_data(folder, tables, making.content.findings, making.content.mark)


def _slides(making: Making, folder: Path) -> None:
    folder.mkdir()
    for name, content in slide_files(making.content).items():
        (folder / name).write_bytes(content)
