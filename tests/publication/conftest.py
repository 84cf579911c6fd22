"""The sample papers, each built once for all tests."""

import pytest
from paper_sample import content

from wiwak_eval.publication.content import Content
from wiwak_eval.publication.factsheet import factsheet_pdf
from wiwak_eval.publication.page import page_html
from wiwak_eval.publication.report import report_pdf


@pytest.fixture(scope="session")
def papers() -> Content:
    return content()


@pytest.fixture(scope="session")
def report(papers: Content) -> bytes:
    return report_pdf(papers)


@pytest.fixture(scope="session")
def factsheet(papers: Content) -> bytes:
    return factsheet_pdf(papers)


@pytest.fixture(scope="session")
def page(papers: Content) -> str:
    return page_html(papers)
