"""One Chromium for all tests of the page, the page of a run of the shipped pilot, and the page of the hostile sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import FLAGS, chromium
from tests.publication.paper_sample import content
from wiwak_eval.publication.page import page_html


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        yield driver.chromium.launch(executable_path=chromium(), args=list(FLAGS))


@pytest.fixture(scope="session")
def pilot(runs: dict[str, Path]) -> Path:
    return runs["pilot"] / "bericht.html"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("hostile") / "bericht.html"
    file.write_text(page_html(content()), encoding="utf-8", newline="\n")
    return file


@pytest.fixture(params=["pilot", "hostile"])
def page_file(request: pytest.FixtureRequest) -> Path:
    file: Path = request.getfixturevalue(request.param)
    return file
