"""The papers for treasurer and Land say what the released tables say, on marked pages, and give the reason where a table was refused."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from budget_paper_samples import REASON, YEARS, mark, negotiation, released, source
from pypdf import PdfReader

from wiwak_eval.publication.budget_papers import budget_paper_makers, budget_papers
from wiwak_eval.publication.budget_papers.negotiation import grid
from wiwak_eval.publication.budget_papers.parts import table_block
from wiwak_eval.publication.display import text
from wiwak_eval.publication.findings import collect_findings
from wiwak_eval.publication.signs import GENERAL
from wiwak_eval.publication.typeface import printable
from wiwak_eval.results import SIMULATED_MARK, NotAssessable, ReleasedTable, Unit, Unproven

TABLES = {
    "haushaltsanmeldung.pdf": ("budget_application", "posts_sheet", "follow_up_costs"),
    "zuwendungsantrag_2018.pdf": ("grant_plan_1", "grant_funding_1", "declarations"),
    "zuwendungsantrag_2019.pdf": ("grant_plan_2", "grant_funding_2", "declarations"),
    "verwendungsnachweis_2017.pdf": ("proof_report", "proof_numbers", "proof_funding", "proof_documents"),
    "verhandlungsblatt.pdf": ("negotiation",),
}


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def pages(paper: bytes) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(paper)).pages]


@pytest.fixture(scope="module")
def papers() -> Mapping[str, bytes]:
    return budget_papers(source())


def test_there_is_one_file_for_each_that_is_announced(papers: Mapping[str, bytes]) -> None:
    assert list(papers) == list(budget_paper_makers(YEARS)) == list(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_every_table_is_printed(name: str, papers: Mapping[str, bytes]) -> None:
    paper, tables = "".join(pages(papers[name])).replace("-", ""), released()
    for id in TABLES[name]:
        table = tables[id]
        assert isinstance(table, ReleasedTable)
        shown = [(cell, column) for row in table.rows for cell, column in zip(row, table.columns, strict=True)]
        left_out = {"key", "direction"}
        for cell, column in shown:
            if column.name not in left_out and cell is not None:
                assert squeezed(printable(text(cell, column))).replace("-", "") in paper, (id, column.name, cell)
        assert f"Tabelle{id}" in paper


@pytest.mark.parametrize("name", TABLES)
def test_every_page_carries_the_mark_and_the_run(name: str, papers: Mapping[str, bytes]) -> None:
    found = pages(papers[name])
    assert all(squeezed(SIMULATED_MARK) in page and mark().digest in page for page in found)
    assert "Simuliert" not in "".join(pages(budget_papers(source(simulated=False))[name]))


@pytest.mark.parametrize("name", TABLES)
def test_the_file_is_tagged_german_and_titled(name: str, papers: Mapping[str, bytes]) -> None:
    document = PdfReader(io.BytesIO(papers[name]))
    root = document.trailer["/Root"]
    assert root["/Lang"].startswith("de")
    assert root["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1<" in root["/Metadata"].get_data().decode()
    assert document.metadata is not None
    assert document.metadata.title


def test_the_same_content_gives_the_same_bytes(papers: Mapping[str, bytes]) -> None:
    assert budget_papers(source()) == papers


def test_no_sign_of_a_template_is_left(papers: Mapping[str, bytes]) -> None:
    for name, paper in papers.items():
        words = "".join(pages(paper))
        assert not re.search(r"\bY[12]\b|YEAR|\{[a-z_]+|keineAngabe\)", words), name


def test_a_refused_table_leaves_its_reason_and_stops_nothing() -> None:
    refused = dict.fromkeys(released(), NotAssessable(REASON))
    for name, paper in budget_papers(source(refused)).items():
        words = "".join(pages(paper))
        assert words.count(squeezed("Nicht auswertbar: Tabelle „Beratungen“ fehlt.")) == len(TABLES[name]), name


@pytest.mark.parametrize("id", sorted({id for ids in TABLES.values() for id in ids}))
def test_a_table_that_nobody_made_is_a_mistake_of_ours(id: str) -> None:
    with pytest.raises(KeyError):
        budget_papers(source({name: table for name, table in released().items() if name != id}))


def test_income_and_expenditure_stand_apart_and_nothing_is_lost() -> None:
    paper = "".join(pages(budget_papers(source())["haushaltsanmeldung.pdf"]))
    places = [
        paper.index(squeezed(words)) for words in ("Tabelle1:Einnahmen", "SummederEinnahmen", "Tabelle2:Ausgaben", "SummederAusgaben")
    ]
    places += [paper.index(squeezed(words)) for words in ("Tabelle3:Zuschussbedarf", "nochoffen")]
    assert places == sorted(places)


def test_the_grid_holds_each_amount_of_the_table_once_and_works_nothing_out() -> None:
    table = negotiation()
    money = next(column for column in table.columns if column.unit is Unit.CENTS)
    made = grid(table, money)
    assert sorted(cell for row in made.rows for cell in row[3:] if cell is not None) == sorted(table.column("y1"))  # type: ignore[type-var]
    rows = {(row[1], row[2]): row[3:] for row in made.rows}
    assert rows["3,75", "80\u202f%"][1] == table.cell("3.75/0.8/2018-04", "y1")
    assert [column.label for column in made.columns[3:]] == ["ab Januar 2018", "ab April 2018", "ab Juli 2018", "ab Oktober 2018"]


def test_the_negotiation_sheet_is_one_page_even_where_it_is_long(papers: Mapping[str, bytes]) -> None:
    assert len(pages(papers["verhandlungsblatt.pdf"])) == 1
    third = [replace(column, name="total", label="zusammen") for column in negotiation().columns[-1:]]
    longer = replace(negotiation(), columns=(*negotiation().columns, *third), rows=tuple((*row, row[-1]) for row in negotiation().rows))
    assert len(pages(budget_papers(source({**released(), "negotiation": longer}))["verhandlungsblatt.pdf"])) == 1


def test_columns_of_the_three_parts_stand_below_each_other() -> None:
    from wiwak_eval.publication.budget_papers.application import _lines

    (part,) = _lines(released()["budget_application"])
    blocks = part["blocks"]
    assert isinstance(blocks, list)
    assert len(blocks) == 3
    assert all(one["widths"] == other["widths"] and one["size"] == other["size"] for one, other in pairwise(blocks))


def test_a_number_on_unverified_assumptions_is_signed_and_the_sign_explained() -> None:
    unproven = (Unproven("pay", "Tarif 2019"),)
    marked = {id: replace(table, unproven=unproven) if isinstance(table, ReleasedTable) else table for id, table in released().items()}
    signed = replace(source(marked), findings=collect_findings(marked, YEARS))
    words = "".join(pages(budget_papers(signed)["haushaltsanmeldung.pdf"]))
    assert squeezed("Stellenplan°") in words
    assert squeezed(GENERAL) in words


def test_a_block_of_a_table_names_its_sums() -> None:
    block = table_block(released()["grant_funding_1"])
    assert block["sums"] == [False] * 6 + [True]
