"""The page of all runs, with hostile words, failed and unreadable runs, for everybody: axe-core and the Nu HTML checker find nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.test_catalogue import RUN, made, page
from tests.browser.browsing import NARROW, OVERFLOWING, WIDE, Opened, complaints, violations
from wiwak_eval.audit.catalogue import CATALOGUE

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("laeufe")
    made(out)
    made(out, "ba9876543210", release="intern", simulated=False, authority="Landkreis <b>Fett</b> & Söhne" + " mit sehr langem Namen" * 5)
    (made(out, "ffffffffffff") / "pruefpaket" / "manifest.json").write_text("{", encoding="utf-8")
    (out / "fehlgeschlagen" / RUN).mkdir(parents=True)
    (out / "fehlgeschlagen" / RUN / "fehler.md").write_text("x", encoding="utf-8")
    page(out)
    return out / CATALOGUE


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_in_the_catalogue(browser: Browser, catalogue: Path, size: tuple[int, int]) -> None:
    with Opened(browser, catalogue, size) as opened:
        assert opened.page.evaluate("document.documentElement.scrollWidth") == size[0]
        assert opened.page.evaluate(OVERFLOWING) == []
        assert violations(opened.page) == []
        assert opened.troubles == []
        assert opened.requests == []


def test_the_checker_finds_nothing_in_the_catalogue(catalogue: Path) -> None:
    assert complaints(catalogue)[catalogue] == []
