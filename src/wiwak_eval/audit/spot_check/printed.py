"""Where the papers print a number: the auditor looks there too, since a paper can be altered while the tables are not."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from wiwak_eval import german
from wiwak_eval.audit.cells import Cells
from wiwak_eval.audit.reconciliation_line import Line
from wiwak_eval.audit.spot_check.task import Printed
from wiwak_eval.publication.content import Content
from wiwak_eval.publication.council_file import FILE as COUNCIL_PAPER
from wiwak_eval.publication.display import printed
from wiwak_eval.publication.imprint import key_figures
from wiwak_eval.publication.phrases import render
from wiwak_eval.results import Finding

REPORT, FACTSHEET = "bericht.pdf", "faktenblatt.pdf"
COUNCIL_TABLES = frozenset({"costs", "financing", "alternatives"})
"""Tables of findings that the council paper prints whole."""
INDEX = "Verzeichnis der Aussagen"
IN_REPORT = frozenset({"expenditure", "costs_months", "costs_funders", "costs", "financing"})
APPLICATIONS = {"grant_plan_1": 1, "grant_funding_1": 1, "grant_plan_2": 2, "grant_funding_2": 2}
"""Tables of the application for the first and for the second budget year after the data."""
PROOF = frozenset({"proof_numbers", "proof_funding"})


def in_index(finding: Finding) -> Printed:
    """The report lists all findings by their id."""
    return Printed(REPORT, INDEX, finding.id, render(finding))


def on_factsheet(content: Content) -> Iterator[tuple[Printed, Finding]]:
    """The key figures that are told, as they stand large on the fact sheet."""
    for figure in key_figures(content):
        finding = content.findings[figure.id]
        if finding.value is not None:
            yield Printed(FACTSHEET, "", figure.label, figure.value), finding


def in_council_paper(finding: Finding, cells: Cells) -> Printed | None:
    """The table of the council paper in our own layout that prints the number; None where it prints no such table."""
    table = cells.table(finding.table) if finding.table in COUNCIL_TABLES else None
    if table is None:
        return None
    columns, rows = printed(table)
    names = [column.name for column in columns]
    row = rows[cells.keys(finding.table).index(finding.row)]
    return Printed(COUNCIL_PAPER, table.title, row[0], row[names.index(finding.column)])


def in_paper(line: Line, cells: Cells, content: Content) -> Printed | None:
    """The paper with the table of a sum of money; None where no paper prints that table."""
    id, data_year = PurePosixPath(line.whole_place.file).stem, content.mark.provenance.period_to.year
    table = cells.table(id)
    if id in IN_REPORT:
        file = REPORT
    elif id in APPLICATIONS:
        file = f"zuwendungsantrag_{data_year + APPLICATIONS[id]}.pdf"
    elif id in PROOF:
        file = f"verwendungsnachweis_{data_year}.pdf"
    else:
        return None
    row = table.rows[line.whole_place.line - 2] if table is not None else ()
    words = next((str(cell) for cell in row[1:2] if isinstance(cell, str)), str(row[0]) if row else "")
    return Printed(file, table.title if table is not None else "", words, german.euro(line.whole_value))
